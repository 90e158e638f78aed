//! axum, and the layer for tower that its own is made of.

pub mod driver;
pub mod own;
