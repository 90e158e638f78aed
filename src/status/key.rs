//! The key of a name in the table of names.
//!
//! The build script makes the keys of the table, and the library makes the key of a lookup. Both
//! compile this file, so their keys cannot disagree.

/// Returns the key of a name: its ASCII letters in lower case, its digits, and all bytes
/// that are not ASCII. ASCII spaces and punctuation are skipped, so `Not Found`,
/// `not-found`, `NotFound` and `NOT_FOUND` have the same key.
pub(crate) fn key(name: &str) -> impl Iterator<Item = u8> + '_ {
    name.bytes()
        .filter(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
        .map(|byte| byte.to_ascii_lowercase())
}
