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
    use crate::info::StatusInfo;
    use crate::vocab::{Content, GrpcCode, Origin, Redirect, Retry};

    include!(concat!(env!("OUT_DIR"), "/records.rs"));
}

/// The statuses as constants: `codes::NOT_FOUND` is the record of 404.
///
/// A constant is named for the reason phrase of its status. There is one for each
/// document, and each is usable in constant expressions.
///
/// ```
/// use http_status_info::{StatusInfo, codes, status_info};
///
/// const MISSING: &StatusInfo = codes::NOT_FOUND;
///
/// assert_eq!(MISSING.title(), "404 Not Found");
/// assert!(core::ptr::eq(MISSING, status_info(404).unwrap()));
/// ```
#[allow(clippy::doc_markdown, reason = "the documents are prose, in which WebDAV is a word")]
pub mod codes {
    use super::records;
    use crate::StatusInfo;

    include!(concat!(env!("OUT_DIR"), "/codes.rs"));
}

#[allow(clippy::unreadable_literal, reason = "the seed of the perfect hash is not for reading")]
mod columns {
    use super::{Column, FIRST, SPAN, records};
    use crate::facts::{Header, Link, Meaning, NameElsewhere};
    use crate::info::StatusInfo;
    use crate::vocab::Requirement;

    include!(concat!(env!("OUT_DIR"), "/columns.rs"));
}
