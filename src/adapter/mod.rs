//! Bridges to other crates, each behind a feature of its name.
//!
//! | For | Use |
//! | :--- | :--- |
//! | axum | `axum::ErrorPagesLayer`, and `ErrorPage` as the error or response of a handler |
//! | other frameworks built on tower | `tower::ErrorPagesLayer` |
//! | actix-web | `actix_web::ErrorPages`, and `ErrorPage` as the error or response of a handler |
//! | Rocket | `rocket::ErrorPages`, and `ErrorPage` as the error or response of a handler |
//! | the crate `http` | [`StatusCodeExt`](crate::StatusCodeExt), and conversions from and to `StatusCode` |
//! | serde | `Serialize` for [`StatusInfo`](crate::StatusInfo) and its parts |
//!
//! The adapters for frameworks translate between [`page`](crate::page) and the framework's own
//! types. They decide nothing themselves.

#[cfg(feature = "actix-web")]
pub mod actix_web;
#[cfg(feature = "axum")]
pub mod axum;
#[cfg(feature = "http")]
pub(crate) mod http;
#[cfg(feature = "rocket")]
pub mod rocket;
#[cfg(feature = "serde")]
mod serde;
#[cfg(feature = "serde_json")]
mod serde_json;
#[cfg(feature = "adapters")]
mod shared;
#[cfg(feature = "tower")]
pub mod tower;
