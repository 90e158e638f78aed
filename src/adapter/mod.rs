//! Bridges to other crates: one file for each, all of them optional.

#[cfg(feature = "http")]
pub(crate) mod http;
#[cfg(feature = "serde")]
mod serde;
