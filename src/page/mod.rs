//! Error pages, whatever the framework: what they say, in which format and language,
//! and what becomes of the response's header fields.
//!
//! ```
//! use http_status_info::codes;
//! use http_status_info::page::{ErrorPage, Format};
//!
//! let mut text = String::new();
//! ErrorPage::new(codes::NOT_FOUND).write(Format::Text, &mut text).unwrap();
//! assert!(text.starts_with("404 Not Found\n"));
//! ```
//!
//! The modules of [`adapter`](crate::adapter) bring pages to frameworks. To write an
//! adapter for another one, implement [`Fields`] and [`FieldsMut`] for its header fields.
//! Call [`Request::read`] with the request. Claim the response with [`Options::claim`],
//! unless it is marked with [`NoPage`]; hand over its text where the claim wants it, and
//! the [`ErrorPage`] that the handler attached to it; call [`Options::answer`], and mark an
//! answer in plain text.

mod answer;
mod claim;
mod described;
mod error_page;
mod escape;
mod facts;
mod fields;
mod format;
mod grammar;
mod html;
mod notes;
mod options;
mod problem;
mod renderer;
mod request;
mod response;
mod text;
mod translation;
mod value;

pub mod accept;
pub mod language;

pub use self::answer::Answer;
pub use self::claim::{Claim, Length};
pub use self::error_page::ErrorPage;
pub use self::escape::write_html;
pub use self::fields::{Field, Fields, FieldsMut, FixedValue};
pub use self::format::Format;
pub use self::options::{Audience, FrameworkTexts, Options};
pub use self::renderer::Renderer;
pub use self::request::Request;
pub use self::response::RetryAfter;
pub use self::translation::{Language, Message};
pub use self::value::Value;

#[allow(unused_imports, reason = "adapters are optional")]
pub(crate) use self::described::write_length;
#[allow(unused_imports, reason = "adapters are optional")]
pub(crate) use self::fields::{each_field, each_fixed_value};
#[allow(unused_imports, reason = "adapters are optional")]
pub(crate) use self::options::Statuses;
#[allow(unused_imports, reason = "adapters are optional")]
pub(crate) use self::request::{Choice, Said};

/// Keeps a response as it is, whatever its status: put it into the extensions of the
/// response. In Rocket, whose responses have none, it is a responder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoPage;
