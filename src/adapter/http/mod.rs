//! Conversions between status codes of the crate `http` and status records.

#[cfg(any(feature = "poem", feature = "tower"))]
pub(super) mod body;
#[cfg(feature = "pages")]
mod fields;
#[cfg(feature = "pages")]
mod page;

use http::StatusCode;

use crate::{StatusInfo, UnknownStatus, status_info};

/// Looks up the status record of an [`http::StatusCode`].
///
/// ```
/// use http::StatusCode;
/// use http_status_info::{StatusCodeExt, codes};
///
/// assert_eq!(StatusCode::NOT_FOUND.info(), Some(codes::NOT_FOUND));
/// assert_eq!(StatusCode::from_u16(299).unwrap().info(), None);
/// ```
///
/// Only [`http::StatusCode`] implements this trait.
pub trait StatusCodeExt: sealed::Sealed {
    /// Returns the status record of the code, or `None` if the code has no document.
    fn info(&self) -> Option<&'static StatusInfo>;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for http::StatusCode {}
}

impl StatusCodeExt for StatusCode {
    #[inline]
    fn info(&self) -> Option<&'static StatusInfo> {
        status_info(self.as_u16())
    }
}

/// Returns the status code of the record.
///
/// ```
/// use http::StatusCode;
/// use http_status_info::codes;
///
/// assert_eq!(StatusCode::from(codes::NOT_FOUND), StatusCode::NOT_FOUND);
/// ```
impl From<&StatusInfo> for StatusCode {
    fn from(status: &StatusInfo) -> Self {
        // Records have codes from 100 to 999, all of which `StatusCode` can hold.
        Self::from_u16(status.code()).unwrap_or(Self::INTERNAL_SERVER_ERROR)
    }
}

/// Finds the status record of the code.
///
/// ```
/// use http::StatusCode;
/// use http_status_info::{StatusInfo, codes};
///
/// assert_eq!(<&StatusInfo>::try_from(StatusCode::NOT_FOUND), Ok(codes::NOT_FOUND));
/// assert!(<&StatusInfo>::try_from(StatusCode::from_u16(299).unwrap()).is_err());
/// ```
impl TryFrom<StatusCode> for &'static StatusInfo {
    type Error = UnknownStatus;

    fn try_from(code: StatusCode) -> Result<Self, UnknownStatus> {
        Self::try_from(code.as_u16())
    }
}
