//! What every HTTP status code means, as zero-cost lookups.
//!
//! ```
//! use http_status_info::status_info;
//!
//! let status = status_info(429).unwrap();
//! assert_eq!(status.title(), "429 Too Many Requests");
//! assert_eq!(status.retry(), Some(http_status_info::Retry::WithHeader));
//! ```

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

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
