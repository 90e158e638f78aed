//! The key by which a name is found.
//!
//! Compiled twice, like the vocabularies: the build script makes the keys of the
//! table with it, and the library makes the key of what it is asked for. One rule
//! in one place, so the two cannot disagree.

/// The bytes of a name that count: ASCII letters in lower case, digits, and all
/// that is not ASCII. Spaces, hyphens, underscores and other ASCII punctuation are
/// passed over, so `Not Found`, `not-found`, `NotFound` and `NOT_FOUND` agree.
pub(crate) fn key(name: &str) -> impl Iterator<Item = u8> + '_ {
    name.bytes()
        .filter(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
        .map(|byte| byte.to_ascii_lowercase())
}
