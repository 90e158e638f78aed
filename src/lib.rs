//! What every HTTP status code means, compiled into your program: facts that code can
//! act on, takeaways and full text that people can read, and links.
//!
//! ```
//! use http_status_info::{Retry, codes, status_info};
//!
//! let status = status_info(429).unwrap();
//!
//! assert_eq!(status.title(), "429 Too Many Requests");
//! assert_eq!(status.reference(), Some("RFC 6585 §4"));
//! assert_eq!(status.retry(), Some(Retry::WithHeader));
//! assert_eq!(status.cacheable(), Some(false));
//! assert_eq!(status, codes::TOO_MANY_REQUESTS);
//!
//! for takeaway in status.takeaways() {
//!     println!("- {}", takeaway.plain());
//! }
//! ```
//!
//! # Looking a status up
//!
//! - [`status_info`]: by code, in constant expressions too.
//! - [`codes`]: by constant, `codes::NOT_FOUND`.
//! - [`status_info_by_name`]: by name, however it is written.
//! - [`str::parse`] and [`TryFrom<u16>`]: with an error instead of `None`.
//! - [`fallback`]: what to treat a code as that has no document.
//! - [`iter`]: all of them.
//!
//! All ways lead to the same record, [`StatusInfo`], of which there is one for each
//! status document.
//!
//! # Features
//!
//! None is on by default.
//!
//! - `http`: [`StatusCodeExt`](https://docs.rs/http-status-info/latest/http_status_info/trait.StatusCodeExt.html),
//!   which adds `info()` to `http::StatusCode`, and conversions both ways. Costs the
//!   crate `http`, and `std`, which that needs.
//! - `serde`: `Serialize` for records and their parts, under the key names of the
//!   documents. Costs `serde` without its derive macro.
//! - `custom-documents`: documents of the application's own, from the folder that the
//!   environment variable `HTTP_STATUS_INFO_DOCUMENTS` names at build time; the
//!   README shows how. Costs nothing while the variable is not set.
//!
//! # What a program links
//!
//! Facts are cheap, text is not, so a program links the texts that it uses and no
//! others. In release builds, also without LTO:
//!
//! - A constant, a constant expression or a lookup with a literal links no text when
//!   only facts are used, and the one text that is used.
//! - A lookup at run time links the short facts of all records, and of longer facts
//!   and texts those that the program reads: with [`Text::plain`] no HTML.
//!
//! In debug builds, less is left out.

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

/// A list of codes in Markdown, made from the documents, for the pages of rustdoc.
/// Elsewhere the vocabularies are compiled without documentation.
#[cfg(doc)]
macro_rules! list {
    ($file:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $file))
    };
}
#[cfg(not(doc))]
macro_rules! list {
    ($file:literal) => {
        ""
    };
}

mod adapter;
mod error;
mod facts;
mod info;
mod key;
mod lookup;
mod tables;
mod text;
mod vocab;

#[cfg(feature = "http")]
pub use adapter::http::StatusCodeExt;
pub use error::UnknownStatus;
pub use facts::{Header, Link, Meaning, NameElsewhere};
pub use info::StatusInfo;
pub use lookup::{Iter, SeeAlso, fallback, iter, status_info, status_info_by_name};
pub use tables::codes;
pub use text::{Takeaways, Text};
pub use vocab::{Class, Content, GrpcCode, Origin, Redirect, Requirement, Retry};

/// The code in the README is tested.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
