//! What an adapter for a framework is made of.
//!
//! An adapter translates between the types of its framework and those here, and decides
//! nothing:
//!
//! 1. Implement [`Fields`] for the framework's header fields of a request, and [`FieldsMut`]
//!    for those of a response.
//! 2. Read the request with [`Request::read`], before the application gets it.
//! 3. Leave the response as it is where it is marked with [`NoPage`], or where
//!    [`Options::claim`] returns `None`.
//! 4. Where [`Claim::wants_text`], hand over the text of the response with
//!    [`Claim::set_text`].
//! 5. Call [`Options::answer`], with the [`ErrorPage`] that a handler attached to the
//!    response, and send the content of the answer, unless [`Request::is_head`]. Where it
//!    returns `None`, send no content.
//! 6. Mark an answer in plain text with [`NoPage`]: it looks like a framework's text, which
//!    error pages further out would answer once more.
//!
//! With the header fields of the crate `http`, which the feature `tower` knows:
//!
//! ```
//! # #[cfg(feature = "tower")] {
//! use http::Response;
//! use http_status_info::page::exchange::{Length, Request};
//! use http_status_info::page::{ErrorPage, Format, NoPage, Options};
//!
//! fn with_page(options: &Options, request: &http::Request<()>, response: &mut Response<String>) {
//!     let (method, path) = (request.method().as_str(), request.uri().path());
//!     let asked = Request::read(options, method, path, request.headers());
//!
//!     if response.extensions().get::<NoPage>().is_some() {
//!         return;
//!     }
//!     let (code, length) = (response.status().as_u16(), response.body().len() as u64);
//!     let Some(mut claim) = options.claim(&asked, code, response.headers(), Length::Known(length)) else {
//!         return;
//!     };
//!     claim.set_text(response.body().as_bytes());
//!     response.body_mut().clear();
//!     let page = response.extensions_mut().remove::<ErrorPage<'static>>();
//!     if let Some(answer) = options.answer(&asked, response.headers_mut(), claim, page) {
//!         if answer.format == Some(Format::Text) {
//!             response.extensions_mut().insert(NoPage);
//!         }
//!         if !asked.is_head() {
//!             *response.body_mut() = answer.content;
//!         }
//!     }
//! }
//!
//! let request = http::Request::builder().header("accept", "text/plain").body(()).unwrap();
//! let mut response = Response::builder().status(404).body(String::new()).unwrap();
//! with_page(&Options::new(), &request, &mut response);
//! assert!(response.body().starts_with("404 Not Found\n"));
//! assert_eq!(response.headers()["content-type"], "text/plain; charset=utf-8");
//! # }
//! ```

#[cfg(doc)]
use super::{ErrorPage, NoPage, Options};

pub use super::answer::Answer;
pub use super::claim::{Claim, Length};
pub use super::fields::{Field, Fields, FieldsMut};
pub use super::request::Request;
