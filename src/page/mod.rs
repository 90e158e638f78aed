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
//! The modules of [`adapter`](crate::adapter) bring pages to frameworks, each with the same
//! [`Options`]. To write one for another framework, see [`exchange`].

mod answer;
mod claim;
mod error_page;
mod escape;
mod facts;
mod fields;
mod format;
mod grammar;
mod html;
mod language;
mod language_registry;
mod language_tag;
mod media_range;
mod notes;
mod options;
mod problem;
mod renderer;
#[cfg(any(feature = "actix-web", feature = "tower"))]
mod repeated;
mod representation;
mod request;
mod response;
mod shown;
mod statuses;
mod text;
mod value;
mod weight;

pub mod accept;
pub mod accept_language;
pub mod exchange;

pub use self::error_page::ErrorPage;
pub use self::escape::write_html;
pub use self::format::Format;
pub use self::html::STYLE_HASH_SOURCE;
pub use self::language::{Language, Message};
pub use self::options::{Audience, FrameworkTexts, Options};
pub use self::renderer::Renderer;
pub use self::response::RetryAfter;
pub use self::value::Value;

#[cfg(any(feature = "actix-web", feature = "tower"))]
pub(crate) use self::fields::each_field;
#[cfg(any(feature = "actix-web", feature = "tower"))]
pub(crate) use self::repeated::{Place, Places};

/// Keeps a response as it is, whatever its status: put it into the extensions of the
/// response. In Rocket, whose responses have none, it is a responder.
///
/// ```
/// # #[cfg(feature = "axum")] {
/// use axum::Extension;
/// use axum::http::StatusCode;
/// use http_status_info::page::NoPage;
///
/// /// Is asked by a load balancer, which reads no pages.
/// async fn health() -> (StatusCode, Extension<NoPage>) {
///     (StatusCode::SERVICE_UNAVAILABLE, Extension(NoPage))
/// }
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoPage;
