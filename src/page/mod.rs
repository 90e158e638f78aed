//! Error pages for any framework: their content, content negotiation, and their header fields.
//!
//! ```
//! use http_status_info::codes;
//! use http_status_info::page::{ErrorPage, Format, Page};
//!
//! let error = ErrorPage::new(codes::NOT_FOUND);
//! let mut text = String::new();
//! Page::new(&error).write(Format::Text, &mut text).unwrap();
//! assert!(text.starts_with("404 Not Found\n"));
//! ```
//!
//! - Handlers return an [`ErrorPage`].
//! - Applications set [`Options`], which are the same for every framework. A [`Renderer`] writes
//!   an application's own HTML for a [`Page`].
//! - The modules of [`adapter`](crate::adapter) add pages to frameworks. [`Engine`] is for authors
//!   of other adapters.
//! - [`negotiation`] chooses media types and languages for any response.

mod engine;
mod error;
mod escape;
mod fields;
mod format;
mod language;
pub mod negotiation;
mod options;
mod render;

pub use self::engine::{ContentLength, Engine, Representation, Request, Response, Selected};
pub use self::error::{ErrorPage, NoPage, Value};
pub use self::escape::write_html;
pub use self::fields::{FieldList, FieldName, Fields, FieldsMut};
#[allow(unused_imports, reason = "for adapters, which are features")]
pub(crate) use self::fields::{field_names, is_field_value};
pub use self::format::Format;
pub use self::language::{Language, Message};
pub use self::options::{Audience, FrameworkTexts, Options};
pub use self::render::Page;
#[doc(alias = "css")]
#[doc(alias = "template")]
#[doc(alias = "theme")]
pub use self::render::Renderer;
#[doc(alias = "css")]
#[doc(alias = "theme")]
pub use self::render::STYLE_HASH_SOURCE;
