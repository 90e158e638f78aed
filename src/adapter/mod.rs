//! Bridges to other crates, each behind a feature of its name.
//!
//! | For | Use |
//! | :--- | :--- |
//! | axum | [`axum::ErrorPagesLayer`], and [`ErrorPage`] as the error or response of a handler |
//! | other frameworks built on tower | [`tower::ErrorPagesLayer`] |
//! | actix-web | [`actix_web::ErrorPages`], and [`ErrorPage`] as the error or response of a handler |
//! | Poem | [`poem::ErrorPages`], and [`ErrorPage`] as the error or response of a handler |
//! | Rocket | [`rocket::ErrorPages`], and [`ErrorPage`] as the error or response of a handler |
//! | the crate `http` | [`StatusCodeExt`], and conversions from and to [`http::StatusCode`] |
//! | serde | [`Serialize`] for [`StatusInfo`](crate::StatusInfo) and its parts, [`Deserialize`] for `&'static StatusInfo` and the words of facts |
//! | `serde_json` | any [`serde_json::Value`] as a member of a problem |
//!
//! The adapters for frameworks translate between [`page`] and the framework's own types. They
//! decide nothing themselves.
//!
// Named by address, as in the page of the crate.
//! [`axum::ErrorPagesLayer`]: axum/struct.ErrorPagesLayer.html
//! [`tower::ErrorPagesLayer`]: tower/struct.ErrorPagesLayer.html
//! [`actix_web::ErrorPages`]: actix_web/struct.ErrorPages.html
//! [`poem::ErrorPages`]: poem/struct.ErrorPages.html
//! [`rocket::ErrorPages`]: rocket/struct.ErrorPages.html
//! [`page`]: ../page/index.html
//! [`ErrorPage`]: ../page/struct.ErrorPage.html
//! [`StatusCodeExt`]: ../trait.StatusCodeExt.html
//! [`http::StatusCode`]: https://docs.rs/http/1/http/status/struct.StatusCode.html
//! [`Serialize`]: https://docs.rs/serde/1/serde/trait.Serialize.html
//! [`Deserialize`]: https://docs.rs/serde/1/serde/trait.Deserialize.html
//! [`serde_json::Value`]: https://docs.rs/serde_json/1/serde_json/enum.Value.html

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
#[allow(dead_code, reason = "each adapter is a feature of its own")]
mod shared;
#[cfg(feature = "tower")]
pub mod tower;
