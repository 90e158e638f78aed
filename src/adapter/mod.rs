//! Bridges to other crates, each behind a feature of its name.
//!
//! | For | There is |
//! | :--- | :--- |
//! | axum | `tower::ErrorPagesLayer`, and `ErrorPage` as the response of a handler |
//! | all else that is built on tower | `tower::ErrorPagesLayer` |
//! | actix-web | `actix_web::ErrorPages`, and `ErrorPage` as the error or response of a handler |
//! | Rocket | `rocket::ErrorPages`, and `ErrorPage` as the error or response of a handler |
//! | the crate `http` | [`StatusCodeExt`](crate::StatusCodeExt), and conversions from and to `StatusCode` |
//! | serde | `Serialize` for [`StatusInfo`](crate::StatusInfo) and its parts |
//!
//! Those for frameworks translate between [`page`](crate::page) and the framework's own types,
//! and decide nothing.
//!
//! Those for tower and actix-web keep the answers to errors that say nothing but their code. A
//! layer or middleware keeps at most one for each code, form and language, whatever clients
//! send. With the default options, that is at most 8 kB on average for each code and language,
//! and 16 kB where pages are for developers.

#[cfg(feature = "actix-web")]
pub mod actix_web;
#[cfg(feature = "axum")]
mod axum;
#[cfg(any(feature = "actix-web", feature = "tower"))]
mod cache;
#[cfg(feature = "http")]
pub(crate) mod http;
#[cfg(feature = "rocket")]
pub mod rocket;
#[cfg(feature = "serde")]
mod serde;
#[cfg(any(feature = "actix-web", feature = "rocket", feature = "tower"))]
mod shared;
#[cfg(feature = "tower")]
pub mod tower;
