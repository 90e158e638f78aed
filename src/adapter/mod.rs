//! Bridges to other crates: one file or folder for each, all of them optional.
//!
//! Those for frameworks translate between [`page`](crate::page) and the framework's own
//! types, and decide nothing. Those for tower and actix-web keep what they answer to errors
//! that say nothing but their code.

#[cfg(feature = "actix-web")]
pub mod actix_web;
#[cfg(any(feature = "actix-web", feature = "tower"))]
mod answers;
#[cfg(feature = "axum")]
mod axum;
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
