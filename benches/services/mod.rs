//! The compared services.

pub mod actix_web;
pub mod axum;
pub mod peers;
pub mod poem;
pub mod rocket;
