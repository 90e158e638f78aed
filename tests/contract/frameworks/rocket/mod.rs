//! Rocket.

pub mod driver;
pub mod own;
