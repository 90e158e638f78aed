//! The error of the lookups that return a `Result`.

use core::fmt;

use super::excerpt::Excerpt;

/// The error for a code or a text without a status.
///
/// The message quotes the code, or the first 96 bytes of the text. The quotation stays on one
/// line, with unprintable characters escaped.
///
/// ```
/// use http_status_info::StatusInfo;
///
/// let error = "nott\nfound".parse::<&StatusInfo>().unwrap_err();
/// assert_eq!(error.to_string(), r"unknown status `nott\nfound`");
///
/// let error = <&StatusInfo>::try_from(799).unwrap_err();
/// assert_eq!(error.to_string(), "unknown status code 799");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct UnknownStatus(Asked);

#[derive(Clone, PartialEq, Eq)]
enum Asked {
    Code(u16),
    Text(Excerpt),
}

impl UnknownStatus {
    pub(crate) const fn code(code: u16) -> Self {
        Self(Asked::Code(code))
    }

    pub(crate) fn text(text: &str) -> Self {
        Self(Asked::Text(Excerpt::of(text)))
    }
}

impl fmt::Display for UnknownStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Asked::Code(code) => write!(f, "unknown status code {code}"),
            Asked::Text(text) => write!(f, "unknown status `{text}`"),
        }
    }
}

impl fmt::Debug for UnknownStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UnknownStatus({self})")
    }
}

impl core::error::Error for UnknownStatus {}
