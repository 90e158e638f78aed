//! Bridges to other crates, each behind a feature of its name.
//!
//! | For | There is |
//! | :--- | :--- |
//! | axum | `tower::ErrorPagesLayer`, and `ErrorPage` as the response of a handler |
//! | all else that is built on tower | `tower::ErrorPagesLayer` |
//! | actix-web | `actix_web::ErrorPages`, and `ErrorPage` as the error or response of a handler |
//! | Poem | `poem::ErrorPages`, and `ErrorPage` as the error or response of a handler |
//! | Rocket | `rocket::ErrorPages`, and `ErrorPage` as the error or response of a handler |
//! | the crate `http` | [`StatusCodeExt`](crate::StatusCodeExt), and conversions from and to `StatusCode` |
//! | serde | `Serialize` for [`StatusInfo`](crate::StatusInfo) and its parts |
//!
//! Those for frameworks translate between [`page`](crate::page) and the framework's own types,
//! and decide nothing.

#[cfg(feature = "actix-web")]
pub mod actix_web;
#[cfg(feature = "axum")]
pub mod axum;
#[cfg(feature = "http")]
pub(crate) mod http;
#[cfg(feature = "poem")]
pub mod poem;
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
