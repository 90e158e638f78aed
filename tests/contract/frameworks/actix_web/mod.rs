//! actix-web.

pub mod driver;
pub mod own;
