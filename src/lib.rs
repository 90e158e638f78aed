//! What every HTTP status code means, compiled into your program: facts that code can
//! act on, takeaways and full text that people can read, and links. One line makes error pages
//! of them, for [axum], [tower], [actix-web], [Poem] and [Rocket]: see [Error pages](#error-pages).
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
//! The module [`codes`] is the reference: one page for each status, with its facts, what
//! its specification requires, an exchange, and how to tell it from its neighbors.
//!
//! # Looking a status up
//!
//! - [`status_info`]: by code, in constant expressions too.
//! - [`codes`]: by constant, [`codes::NOT_FOUND`].
//! - [`status_info_by_name`]: by name, however it is written.
//! - [`str::parse`] and [`TryFrom<u16>`]: with an error, [`UnknownStatus`], instead of [`None`].
//! - [`fallback`]: what to treat a code as that has no document.
//! - [`iter`]: all of them; [`Class::statuses`]: those of a class.
//!
//! All ways lead to the same record, [`StatusInfo`], of which there is one for each
//! status document.
//!
//! # The facts
//!
//! | Accessor | Says | Source |
//! | :--- | :--- | :--- |
//! | [`cacheable`](StatusInfo::cacheable) | whether the code is heuristically cacheable | RFC 9110 §15.1 |
//! | [`content`](StatusInfo::content) | whether the response has content: [`Content`] | RFC 9110 §6.4.1 |
//! | [`retry`](StatusInfo::retry) | what to do about it by repeating the request: [`Retry`] | the defining section |
//! | [`redirect`](StatusInfo::redirect) | what following it does to the method: [`Redirect`] | RFC 9110 §15.4 |
//! | [`headers`](StatusInfo::headers) | which response fields it asks for, and how strongly: [`Requirement`] | the defining section |
//! | [`grpc`](StatusInfo::grpc) | what a gRPC client makes of it: [`GrpcCode`] | the gRPC documentation |
//! | [`meanings`](StatusInfo::meanings) | what others than the registry mean by it | theirs |
//!
//! Each word of these facts can be written and read: [`Retry::WithHeader`] is `with-header`, and
//! `"with-header".parse()` is [`Retry::WithHeader`].
//!
//! # Error pages
//!
//! With the feature of a framework, one line makes each bare error of an application, that is
//! one without content, a page worth reading: as HTML, as a problem (RFC 9457) or as plain text,
//! whichever the client asks for.
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
//! The module [`adapter`] has a module for each family of frameworks, and says what to use with
//! which. The module [`page`] has the options, the same for all of them, and what is needed where
//! there is no adapter.
//!
//! # Recipes
//!
//! A loop that repeats a request where that helps, a few times and with growing pauses.
//! Whatever the code says, a request whose method is not idempotent is not repeated here,
//! unless any method may be (RFC 9110 §9.2.2).
//!
//! ```
//! use std::time::Duration;
//!
//! use http_status_info::{Retry, fallback, status_info};
//!
//! struct Answer {
//!     code: u16,
//!     retry_after: Option<Duration>,
//! }
//!
//! fn with_retries(is_idempotent: bool, send: impl Fn() -> Answer, sleep: impl Fn(Duration)) -> Answer {
//!     let mut pause = Duration::from_millis(500);
//!     for _ in 0..3 {
//!         let answer = send();
//!         let status = status_info(answer.code).unwrap_or(fallback(answer.code));
//!         let may_be_repeated = match status.retry() {
//!             Some(Retry::Always) => true,
//!             Some(Retry::WithHeader) => is_idempotent && answer.retry_after.is_some(),
//!             Some(Retry::Unspecified) => is_idempotent && status.code() >= 500,
//!             _ => false,
//!         };
//!         if !may_be_repeated {
//!             return answer;
//!         }
//!         sleep(answer.retry_after.unwrap_or(pause));
//!         pause *= 2;
//!     }
//!     send()
//! }
//!
//! let attempts = |is_idempotent, code, retry_after| {
//!     let attempts = std::cell::Cell::new(0);
//!     let send = || {
//!         attempts.set(attempts.get() + 1);
//!         Answer { code, retry_after }
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
//! A client that explains to its user what came back, also where the code has no document:
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
//! A line of a log that names the code and says whether it is one of the registry:
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
//! | `cli` | the command `http-status`, nothing for programs | `clap`, `serde_json` and small crates for the terminal |
//!
//! # Documents of your own
//!
//! With the feature `custom-documents`, the build reads a folder of documents that the
//! application names in its `.cargo/config.toml`, and adds them, or puts them in place of
//! the built-in ones:
//!
//! ```toml
//! [env]
//! HTTP_STATUS_INFO_DOCUMENTS = { value = "documents", relative = true }
//! ```
//!
//! The README says more. [`StatusInfo::origin`] tells the two kinds apart.
//!
//! # What a program links
//!
//! Facts are cheap, text is not, so a program links the texts that it uses and no
//! others. In release builds, also without LTO:
//!
//! - A constant, a constant expression or a lookup with a literal links no text when
//!   only facts are used, and the one text that is used.
//! - Error pages for visitors link the messages for them; the takeaways too only where
//!   the program names pages for developers.
//! - A lookup at run time links the short facts of all records, and of longer facts
//!   and texts those that the program reads: with [`Text::plain`] no HTML.
//!
//! In debug builds, less is left out.
//!
//! # What a build costs
//!
//! A build script compiles the documents, once per build of the crate: they are read, checked
//! and rendered before your program is compiled. Nothing of the compiler reaches the program.
//!
//! - A cold build of a program that depends on the crate takes 7 to 9 s on two shared cores. 4
//!   of these are the readers of YAML and Markdown.
//! - Later builds compile the documents again only where one of your own was changed.
//! - A feature costs what its row in the [table](#features) says.
//!
//! # Versions
//!
//! Rust 1.85 is the oldest that builds the crate; a newer one is required in a minor
//! release at the earliest. A framework may need a newer one: actix-web 4.15 needs
//! Rust 1.88; actix-web 4.18 and Rocket 0.5.2 need 1.89. A new document comes in a minor
//! release, better wording in a patch; a constant is renamed or removed in a major one only. So
//! do not depend on the wording of a text, nor on a code having no document.
//!
//! # Out of scope
//!
//! The crate does not say which code to send in a given case, and neither reads nor
//! writes HTTP.
//!
// The modules behind features are not there for every build of these pages, so they are named by
// address.
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
// rustdoc searches by an alias of the name under which an item is exported, not of its own.
#[doc(alias = "build time")]
#[doc(alias = "compile time")]
pub use status::StatusInfo;
pub use status::{
    Class, Content, GrpcCode, Header, Iter, Link, Meaning, NameElsewhere, Origin, Redirect, Requirement,
    Retry, SeeAlso, Takeaways, Text, UnknownStatus, UnknownWord, codes, fallback, iter, status_info,
    status_info_by_name,
};

/// The code in the README is tested, where there is all that it uses.
#[cfg(all(doctest, feature = "axum"))]
#[doc = include_str!("../README.md")]
struct Readme;
