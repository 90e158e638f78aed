//! The lookups of a record: by code, by name, by text.

use core::str::FromStr;

use super::codes;
use super::error::UnknownStatus;
use super::info::StatusInfo;
use super::key::key;
use super::tables::{self, entry};
use super::vocab::Class;

/// Looks a status up by its code.
///
/// Returns `None` for a code without a document; [`fallback`] returns the status to treat such a
/// code as. If the code is known at compile time, the compiler does the whole lookup. Otherwise a
/// lookup is one bounds check and one load from a direct-addressed table.
///
/// ```
/// use http_status_info::{StatusInfo, status_info};
///
/// const NOT_FOUND: &StatusInfo = status_info(404).unwrap();
///
/// assert_eq!(NOT_FOUND.name(), "Not Found");
/// assert_eq!(status_info(299), None);
/// assert_eq!(status_info(0), None);
/// ```
#[inline]
#[must_use]
pub const fn status_info(code: u16) -> Option<&'static StatusInfo> {
    entry(tables::BY_CODE, code)
}

/// Looks a status up by its name, one of its aliases, or the name of its constant.
///
/// The lookup ignores ASCII spaces, ASCII punctuation, and the case of ASCII letters. It does not
/// allocate.
///
/// ```
/// use http_status_info::{codes, status_info_by_name};
///
/// for name in ["Not Found", "not found", "NotFound", "not-found", "NOT_FOUND"] {
///     assert_eq!(status_info_by_name(name), Some(codes::NOT_FOUND));
/// }
/// assert_eq!(status_info_by_name("Payload Too Large"), Some(codes::CONTENT_TOO_LARGE));
/// assert_eq!(status_info_by_name("404"), None);
/// assert_eq!(status_info_by_name(""), None);
/// ```
#[must_use]
pub fn status_info_by_name(name: &str) -> Option<&'static StatusInfo> {
    let mut buffer = [0; tables::LONGEST_KEY];
    let mut length = 0;
    for byte in key(name) {
        // A key that does not fit is longer than every name.
        *buffer.get_mut(length)? = byte;
        length += 1;
    }
    let key = core::str::from_utf8(buffer.get(..length)?).ok()?;
    tables::NAMES.get(key).copied()
}

/// Returns the status that a client must treat a code as when it does not know the
/// code itself: the x00 of its class (RFC 9110 §15).
///
/// A code outside 100 to 599 is not valid, and a client should treat it as a server
/// error (RFC 9110 §15), so this function returns 500.
///
/// ```
/// use http_status_info::{codes, fallback, status_info};
///
/// assert_eq!(fallback(471), codes::BAD_REQUEST);
/// assert_eq!(fallback(799), codes::INTERNAL_SERVER_ERROR);
///
/// let code = 299;
/// assert_eq!(status_info(code).unwrap_or(fallback(code)), codes::OK);
/// ```
#[must_use]
pub const fn fallback(code: u16) -> &'static StatusInfo {
    match Class::of(code) {
        Some(Class::Informational) => codes::CONTINUE,
        Some(Class::Successful) => codes::OK,
        Some(Class::Redirection) => codes::MULTIPLE_CHOICES,
        Some(Class::ClientError) => codes::BAD_REQUEST,
        Some(Class::ServerError) | None => codes::INTERNAL_SERVER_ERROR,
    }
}

/// Finds the status with a code.
///
/// ```
/// use http_status_info::{StatusInfo, codes};
///
/// assert_eq!(<&StatusInfo>::try_from(404), Ok(codes::NOT_FOUND));
/// assert_eq!(<&StatusInfo>::try_from(299).unwrap_err().to_string(), "unknown status code 299");
/// ```
impl TryFrom<u16> for &'static StatusInfo {
    type Error = UnknownStatus;

    fn try_from(code: u16) -> Result<Self, UnknownStatus> {
        status_info(code).ok_or_else(|| UnknownStatus::code(code))
    }
}

/// Parses a code, a name as in [`status_info_by_name`], or both if they agree. Spaces around
/// the text are ignored.
///
/// ```
/// use http_status_info::{StatusInfo, codes};
///
/// for text in ["404", "not found", "404 Not Found", " 404 NotFound "] {
///     assert_eq!(text.parse::<&StatusInfo>(), Ok(codes::NOT_FOUND));
/// }
/// assert!("404 Gone".parse::<&StatusInfo>().is_err());
/// ```
impl FromStr for &'static StatusInfo {
    type Err = UnknownStatus;

    fn from_str(text: &str) -> Result<Self, UnknownStatus> {
        let trimmed = text.trim();
        let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
        let (code, name) = trimmed.split_at(digits);
        // A status code has three digits (RFC 9110 §15).
        let by_code = || code.parse().ok().filter(|_| digits == 3).and_then(status_info);
        let by_both =
            || by_code().filter(|status| name.is_empty() || status_info_by_name(name) == Some(status));
        // A name may begin with a digit too.
        let status = status_info_by_name(trimmed).or_else(by_both);
        status.ok_or_else(|| UnknownStatus::text(text))
    }
}
