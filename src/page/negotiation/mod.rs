//! Chooses a media type and a language by the fields of a request (RFC 9110 §12.5).
//!
//! These functions do not depend on error pages. They work for any response.

pub mod accept;
pub mod accept_language;
mod language_registry;
mod language_tag;
mod media_range;
