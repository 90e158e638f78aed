//! Chooses what to send by the fields of a request (RFC 9110 §12.5).
//!
//! These functions know nothing of error pages: they are for any response.

pub mod accept;
pub mod accept_language;
mod language_registry;
mod language_tag;
mod media_range;
