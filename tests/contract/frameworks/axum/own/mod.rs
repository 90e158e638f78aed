//! The rows of axum only: its routing, its errors, and common layers.

mod servers;
mod services;
mod texts;

pub mod routes;
pub mod stacks;
