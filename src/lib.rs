//! The meaning of every HTTP status code, compiled into your program: facts that programs act
//! on, takeaways and a full text that people read, and links. One line adds error pages to [axum],
//! [tower], [actix-web], [Poem] and [Rocket]: see [Error pages](#error-pages).
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
//! assert!(status == 429 && status == codes::TOO_MANY_REQUESTS && status.is_client_error());
//!
//! for takeaway in status.takeaways() {
//!     println!("- {}", takeaway.plain());
//! }
//! ```
//!
//! The module [`codes`] is the reference: one page for each status, with its facts, the
//! requirements of its specification, an exchange, and the difference from its neighbors.
//!
//! # Looking a status up
//!
//! - [`status_info`]: by code, in constant expressions too.
//! - [`codes`]: by constant, [`codes::NOT_FOUND`].
//! - [`status_info_by_name`]: by name, in any case and with any separators.
//! - [`str::parse`] and [`TryFrom<u16>`]: with an error, [`UnknownStatus`], instead of [`None`].
//! - [`fallback`]: for a code without a document, the status to treat it as.
//! - [`iter`]: all statuses; [`Class::statuses`]: the statuses of a class.
//!
//! Each status document has one record, a [`StatusInfo`], and every lookup returns that record.
//!
//! # The facts
//!
//! | Accessor | Says | Source |
//! | :--- | :--- | :--- |
//! | [`cacheable`](StatusInfo::cacheable) | whether the code is heuristically cacheable | RFC 9110 §15.1 |
//! | [`content`](StatusInfo::content) | whether the response has content: [`Content`] | RFC 9110 §6.4.1 |
//! | [`retry`](StatusInfo::retry) | whether and when a client may repeat the request: [`Retry`] | the defining section |
//! | [`redirect`](StatusInfo::redirect) | the effect of the redirect on the method: [`Redirect`] | RFC 9110 §15.4 |
//! | [`headers`](StatusInfo::headers) | which response header fields it requires, and how strongly: [`Requirement`] | the defining section |
//! | [`grpc`](StatusInfo::grpc) | which gRPC code a client derives from it: [`GrpcCode`] | the gRPC documentation |
//! | [`meanings`](StatusInfo::meanings) | what it means outside the registry, and to whom | the documentation of each user |
//!
//! The words of these facts can be written and parsed: [`Retry::WithHeader`] is written
//! `with-header`, and `"with-header".parse()` returns [`Retry::WithHeader`].
//!
//! # Error pages
//!
//! With the feature of a framework, one line gives each bare error of an application a page. A
//! bare error is a 4xx or 5xx response without content. Clients get HTML, problem+json (RFC 9457)
//! or plain text, by their `Accept` field.
//!
//! ```
//! # #[cfg(feature = "axum")] {
//! use axum::Router;
//! use axum::routing::get;
//! use http_status_info::adapter::axum::ErrorPagesLayer;
//!
//! let app: Router = Router::new()
//!     .route("/", get(async || "Hello"))
//!     .layer(ErrorPagesLayer::new());
//! # }
//! ```
//!
//! The module [`adapter`] lists the adapters and their frameworks. The module [`page`] has the
//! options, which are the same for all frameworks, and the engine for frameworks without an
//! adapter.
//!
//! # Recipes
//!
//! A retry loop with a few attempts and growing pauses. The loop repeats a request whose method
//! is not idempotent only for [`Retry::Always`] (RFC 9110 §9.2.2).
//!
//! ```
//! use std::time::Duration;
//!
//! use http_status_info::{Retry, fallback, status_info};
//!
//! struct Response {
//!     code: u16,
//!     retry_after: Option<Duration>,
//! }
//!
//! fn with_retries(is_idempotent: bool, send: impl Fn() -> Response, sleep: impl Fn(Duration)) -> Response {
//!     let mut pause = Duration::from_millis(500);
//!     for _ in 0..3 {
//!         let response = send();
//!         let status = status_info(response.code).unwrap_or(fallback(response.code));
//!         let may_be_repeated = match status.retry() {
//!             Some(Retry::Always) => true,
//!             Some(Retry::WithHeader) => is_idempotent && response.retry_after.is_some(),
//!             Some(Retry::Unspecified) => is_idempotent && status.code() >= 500,
//!             _ => false,
//!         };
//!         if !may_be_repeated {
//!             return response;
//!         }
//!         sleep(response.retry_after.unwrap_or(pause));
//!         pause *= 2;
//!     }
//!     send()
//! }
//!
//! let attempts = |is_idempotent, code, retry_after| {
//!     let attempts = std::cell::Cell::new(0);
//!     let send = || {
//!         attempts.set(attempts.get() + 1);
//!         Response { code, retry_after }
//!     };
//!     with_retries(is_idempotent, send, |_| ());
//!     attempts.get()
//! };
//! assert_eq!(attempts(true, 503, Some(Duration::from_secs(1))), 4);
//! assert_eq!(attempts(true, 502, None), 4);
//! assert_eq!(attempts(false, 502, None), 1);
//! assert_eq!(attempts(true, 404, None), 1);
//! ```
//!
//! An explanation of a code for the user, also of a code without a document:
//!
//! ```
//! use http_status_info::{fallback, status_info};
//!
//! fn explain(code: u16) -> String {
//!     let (status, title) = match status_info(code) {
//!         Some(status) => (status, status.to_string()),
//!         None => {
//!             let status = fallback(code);
//!             (status, format!("{code}, which is to be treated like {status}"))
//!         }
//!     };
//!     format!("{title}: {} See {}", status.overview(), status.spec())
//! }
//!
//! assert!(explain(410).starts_with("410 Gone: "));
//! assert!(explain(471).starts_with("471, which is to be treated like 400 Bad Request: "));
//! ```
//!
//! A log line with the status, and for an unregistered code the software that uses it:
//!
//! ```
//! use http_status_info::status_info;
//!
//! fn line(path: &str, code: u16) -> String {
//!     match status_info(code) {
//!         Some(status) if status.is_standard() => format!("{path} {status:<30}"),
//!         Some(status) => format!("{path} {status:<30} (by {})", status.meanings()[0].by()),
//!         None => format!("{path} {code}"),
//!     }
//! }
//!
//! assert_eq!(line("/a", 404).trim_end(), "/a 404 Not Found");
//! assert!(line("/a", 499).ends_with("(by nginx)"));
//! ```
//!
//! # Features
//!
//! None is on by default.
//!
//! | Feature | Brings | Costs |
//! | :--- | :--- | :--- |
//! | `http` | [`StatusCodeExt`], which adds [`info()`] to [`http::StatusCode`], and conversions both ways | the crate `http`, and `std`, which that needs |
//! | `serde` | [`Serialize`] for records and their parts, under the key names of the documents, and [`Deserialize`] for records and words | `serde` without its derive macro |
//! | `custom-documents` | documents of the application's own | nothing while there are none |
//! | `pages` | [`page`]: error pages without a framework | `alloc`, and at build time `sha2` and `base64ct` |
//! | `tower` | [`adapter::tower`]: error pages for services of tower | `http`, `http-body`, `bytes`, `tower-layer`, `tower-service`, `pin-project-lite` |
//! | `axum` | [`adapter::axum`]: the same, and [`ErrorPage`] as the response of a handler | `axum-core` as well |
//! | `actix-web` | [`adapter::actix_web`]: error pages as a middleware | `actix-web` 4.15 or later without its default features |
//! | `poem` | [`adapter::poem`]: error pages as a middleware | `poem` 3.1 with its feature `server` alone |
//! | `rocket` | [`adapter::rocket`]: error pages as a fairing and catchers | `rocket` 0.5 without its default features |
//! | `serde_json` | any [`serde_json::Value`] as a member of a problem | `serde_json` |
//!
//! # Documents of your own
//!
//! With the feature `custom-documents`, the documents of an application add codes and replace
//! built-in documents. The application names their folder in its `.cargo/config.toml`:
//!
//! ```toml
//! [env]
//! HTTP_STATUS_INFO_DOCUMENTS = { value = "documents", relative = true }
//! ```
//!
//! The README describes the documents. [`StatusInfo::origin`] tells them from the built-in ones.
//!
//! # What a program links
//!
//! Facts are small and texts are not. A program links only the texts that it uses, in release
//! builds and also without LTO:
//!
//! - A constant, a constant expression or a lookup with a literal links only the text that the
//!   program uses. A program that uses only facts links no text.
//! - Error pages link the messages for visitors. They link the takeaways only if the program
//!   names pages for developers.
//! - A lookup at run time links the short facts of all records. Of the longer facts and the texts,
//!   it links only those that the program reads: with [`Text::plain`], no HTML.
//!
//! Debug builds link more.
//!
//! # What a build costs
//!
//! A build script reads, checks and renders the documents before your program is compiled. The
//! program contains nothing of the build script.
//!
//! - A cold build of a program that depends on the crate takes 7 to 9 s on two shared cores.
//!   The readers of YAML and Markdown take 4 s of them.
//! - A later build compiles the documents again only if you changed one of your own.
//! - A feature costs what its row in the [table](#features) says.
//!
//! # Versions
//!
//! Rust 1.85 is the minimum version. A newer minimum comes in a minor release at the earliest.
//! Some frameworks need a newer Rust: actix-web 4.15 needs 1.88; actix-web 4.18 and Rocket 0.5.2
//! need 1.89.
//!
//! A new document comes in a minor release, better wording in a patch. Only a major release
//! renames or removes a constant. Do not depend on the wording of a text, nor on the absence of a
//! document.
//!
//! # Out of scope
//!
//! The crate does not say which code to send in a given case, and it neither parses nor sends
//! HTTP.
//!
// These links are addresses: a build without a feature does not have its modules.
//! [axum]: adapter/axum/index.html
//! [tower]: adapter/tower/index.html
//! [actix-web]: adapter/actix_web/index.html
//! [Poem]: adapter/poem/index.html
//! [Rocket]: adapter/rocket/index.html
//! [`page`]: page/index.html
//! [`ErrorPage`]: page/struct.ErrorPage.html
//! [`adapter::axum`]: adapter/axum/index.html
//! [`adapter::tower`]: adapter/tower/index.html
//! [`adapter::actix_web`]: adapter/actix_web/index.html
//! [`adapter::poem`]: adapter/poem/index.html
//! [`adapter::rocket`]: adapter/rocket/index.html
//! [`StatusCodeExt`]: trait.StatusCodeExt.html
//! [`info()`]: trait.StatusCodeExt.html#tymethod.info
//! [`http::StatusCode`]: https://docs.rs/http/1/http/status/struct.StatusCode.html
//! [`Serialize`]: https://docs.rs/serde/1/serde/trait.Serialize.html
//! [`Deserialize`]: https://docs.rs/serde/1/serde/trait.Deserialize.html
//! [`serde_json::Value`]: https://docs.rs/serde_json/1/serde_json/enum.Value.html

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

/// Includes a generated list of codes, in Markdown, when rustdoc runs. Other builds need no
/// documentation, so the list is empty there.
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

#[cfg(feature = "pages")]
extern crate alloc;

pub mod adapter;
#[cfg(feature = "pages")]
pub mod page;
mod retry;
mod status;

#[cfg(feature = "http")]
pub use adapter::http::StatusCodeExt;
pub use retry::{HttpDate, RetryAfter};
// rustdoc finds an alias on the `use` that exports an item, not on the item.
#[doc(alias = "build time")]
#[doc(alias = "compile time")]
pub use status::StatusInfo;
pub use status::{
    Class, Content, GrpcCode, Header, Iter, Link, Meaning, NameElsewhere, Origin, Redirect, Requirement,
    Retry, SeeAlso, Takeaways, Text, UnknownStatus, UnknownWord, codes, fallback, iter, status_info,
    status_info_by_name,
};

/// Tests the code blocks of the README, which use the feature `axum`.
#[cfg(all(doctest, feature = "axum"))]
#[doc = include_str!("../README.md")]
struct Readme;
