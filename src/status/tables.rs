//! The generated tables. This is the only place that includes generated code.
//!
//! Each status has a *record*: a static with the short facts. Each longer field is a
//! *column*: a table by code. A program links only the columns that it reads. If the code
//! is known at compile time, the program links only one entry of the column.
//!
//! Columns are constants, not statics. A constant is copied into the crate that uses it,
//! and there the compiler drops the entries that are not needed. Records are statics, so
//! that each has one address in the whole program.

pub(crate) use self::columns::*;

/// The first code that can have a document.
pub(crate) const FIRST: usize = 100;

/// How many codes can have a document: 100 to 999.
pub(crate) const SPAN: usize = 900;

/// The values of one field by code. A code without a value has `None`.
pub(crate) type Column<T> = [Option<T>; SPAN];

/// Makes a column of values with their codes. The compiler checks one literal list much faster
/// than an assignment for each value.
const fn column<T: Copy>(values: &[(u16, T)]) -> Column<T> {
    let mut column = [None; SPAN];
    let mut index = 0;
    while index < values.len() {
        let (code, value) = values[index];
        column[code as usize - FIRST] = Some(value);
        index += 1;
    }
    column
}

/// Returns the value for a code. The code itself is the index, so nothing is hashed.
#[inline]
pub(crate) const fn entry<T: Copy>(column: &Column<T>, code: u16) -> Option<T> {
    let index = (code as usize).wrapping_sub(FIRST);
    if index < SPAN { column[index] } else { None }
}

/// Returns the list for a code, or an empty list.
#[inline]
pub(crate) const fn list<T>(column: &Column<&'static [T]>, code: u16) -> &'static [T] {
    match entry(column, code) {
        Some(list) => list,
        None => &[],
    }
}

/// Returns the text for a code, or an empty text.
#[inline]
pub(crate) const fn text(column: &Column<&'static str>, code: u16) -> &'static str {
    match entry(column, code) {
        Some(text) => text,
        None => "",
    }
}

mod records {
    use crate::status::info::StatusInfo;
    use crate::status::vocab;

    include!(concat!(env!("OUT_DIR"), "/records.rs"));
}

/// The statuses as constants, and the reference of HTTP status codes: each constant has
/// the page of its status.
///
/// A constant is named for the reason phrase of its status. There is one for each
/// document, and each is usable in constant expressions. Search for a number, a phrase or
/// a sender: `429`, `payload too large`, `nginx 499`.
///
/// ```
/// use http_status_info::{StatusInfo, codes, status_info};
///
/// const MISSING: &StatusInfo = codes::NOT_FOUND;
///
/// assert_eq!(MISSING.title(), "404 Not Found");
/// assert!(core::ptr::eq(MISSING, status_info(404).unwrap()));
/// ```
///
/// # Informational 1xx
///
/// An interim response tells the state of the request, before the final response. It has no
/// content. A server must not send one to an HTTP/1.0 client. A client must be able to parse
/// an interim response that it did not expect, and a user agent may ignore it. A proxy must
/// forward interim responses that it did not request itself (RFC 9110 §15.2). Treat an
/// unknown code as [`100 Continue`](codes::CONTINUE).
///
#[doc = list!("class-informational.md")]
///
/// # Successful 2xx
///
/// The request was received, understood and accepted (RFC 9110 §15.3). Treat an unknown
/// code as [`200 OK`](codes::OK).
///
#[doc = list!("class-successful.md")]
///
/// # Redirection 3xx
///
/// The user agent has to take one more step, mostly to request the address in `Location`. It
/// may do so without asking the user. A client should detect redirects that go in circles
/// (RFC 9110 §15.4). Treat an unknown code as [`300 Multiple Choices`](codes::MULTIPLE_CHOICES).
///
#[doc = list!("class-redirection.md")]
///
/// # Client error 4xx
///
/// The client seems to have erred. Except to HEAD, the server should send an explanation,
/// and say whether the condition is temporary. User agents should show the explanation to
/// the user (RFC 9110 §15.5). Treat an unknown code as [`400 Bad Request`](codes::BAD_REQUEST).
///
#[doc = list!("class-client-error.md")]
///
/// # Server error 5xx
///
/// The server knows that it erred or cannot perform the request. As with 4xx, except to HEAD,
/// the server should send an explanation, and user agents should show it (RFC 9110 §15.6).
/// Treat an unknown code as [`500 Internal Server Error`](codes::INTERNAL_SERVER_ERROR).
///
#[doc = list!("class-server-error.md")]
///
/// # Outside the registry
///
/// These codes are not registered, are registered as unused, or are used in another meaning
/// than the registered one. The list is grouped by user. A client must treat an unknown code like the
/// x00 of its class. Codes outside 100 to 599 are invalid, and a client should treat them
/// like a 5xx (RFC 9110 §15).
///
#[doc = list!("senders.md")]
#[allow(clippy::doc_markdown, reason = "the documents are prose, in which WebDAV is a word")]
pub mod codes {
    use super::records;
    use crate::status::StatusInfo;

    include!(concat!(env!("OUT_DIR"), "/codes.rs"));
}

#[allow(clippy::unreadable_literal, reason = "the seed of the perfect hash is not for reading")]
mod columns {
    use super::{Column, column, records};
    use crate::status::facts::{Header, Link, Meaning, NameElsewhere};
    use crate::status::info::StatusInfo;
    use crate::status::vocab;

    include!(concat!(env!("OUT_DIR"), "/columns.rs"));
}
