//! The generated tables. This is the only place that includes generated code.
//!
//! Each status has a *record*, a static with the short facts that every lookup is
//! about. Everything longer stands in a *column*: a table by code for one field.
//! Programs link the columns that they read and no others, and from a column read
//! with a code that is known at compile time they link one entry.
//!
//! So columns are constants, not statics: a constant is copied into the crate that
//! uses it, where the compiler sees its entries and drops what is not needed. A
//! record is a static, so that it has one address wherever it is reached from.

pub(crate) use self::columns::*;

/// The first code that can have a document.
pub(crate) const FIRST: usize = 100;

/// How many codes can have a document: 100 to 999.
pub(crate) const SPAN: usize = 900;

/// A value for each code that has one.
pub(crate) type Column<T> = [Option<T>; SPAN];

/// A column of the given values, each with its code. One literal list is much less for
/// the compiler to check than an assignment for each value.
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

/// The value for a code, in a direct-addressed table: the code is its own hash.
#[inline]
pub(crate) const fn entry<T: Copy>(column: &Column<T>, code: u16) -> Option<T> {
    let index = (code as usize).wrapping_sub(FIRST);
    if index < SPAN { column[index] } else { None }
}

/// The list for a code, empty where there is none.
#[inline]
pub(crate) const fn list<T>(column: &Column<&'static [T]>, code: u16) -> &'static [T] {
    match entry(column, code) {
        Some(list) => list,
        None => &[],
    }
}

/// The text for a code, empty where there is none.
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
/// document, and each is usable in constant expressions. Search for a number, a phrase,
/// or who sends it: `429`, `payload too large`, `nginx 499`.
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
/// An interim response: it tells how the request is getting on, and the final response
/// is still to come. It has no content. A server must not send one to an HTTP/1.0 client.
/// A client must be able to parse those that it did not expect, which a user agent may ignore; a
/// proxy must forward those that it did not ask for itself (RFC 9110 §15.2). Treat an
/// unknown one as [`100 Continue`](codes::CONTINUE).
///
#[doc = list!("class-informational.md")]
///
/// # Successful 2xx
///
/// The request was received, understood and accepted (RFC 9110 §15.3). Treat an unknown
/// one as [`200 OK`](codes::OK).
///
#[doc = list!("class-successful.md")]
///
/// # Redirection 3xx
///
/// The user agent has to do something more, mostly to go to the address in `Location`,
/// which it may do by itself. A client should detect redirects that go in circles
/// (RFC 9110 §15.4). Treat an unknown one as [`300 Multiple Choices`](codes::MULTIPLE_CHOICES).
///
#[doc = list!("class-redirection.md")]
///
/// # Client error 4xx
///
/// The client seems to have erred. Except to HEAD, the server should send an explanation,
/// and say whether the condition is temporary; user agents should show it to the user
/// (RFC 9110 §15.5). Treat an unknown one as [`400 Bad Request`](codes::BAD_REQUEST).
///
#[doc = list!("class-client-error.md")]
///
/// # Server error 5xx
///
/// The server knows that it erred or that it cannot do what was asked. As with 4xx, it
/// should explain, except to HEAD, and user agents should show that (RFC 9110 §15.6).
/// Treat an unknown one as [`500 Internal Server Error`](codes::INTERNAL_SERVER_ERROR).
///
#[doc = list!("class-server-error.md")]
///
/// # Outside the registry
///
/// Codes that are not registered or are so without a meaning, and registered ones that
/// somebody uses in another meaning, by who does. A client treats an unknown one like the first of its class, and
/// what is not between 100 and 599, which is invalid, like a 5xx (RFC 9110 §15).
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
