//! The error of the lookups that say more than `None`.

use core::fmt;

use super::excerpt::Excerpt;

/// A code or a text for which there is no status.
///
/// Says what was asked for: a code as it was, a text up to its first 96 bytes, on one
/// line and with unprintable characters written out.
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
