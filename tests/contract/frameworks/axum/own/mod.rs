//! What is axum's own: its routing, its errors, and the layers that are mostly used with
//! it. The rows are held to what is expected as those of the table are.

mod servers;
mod services;
mod texts;

pub mod routes;
pub mod stacks;
