//! Comparison of records with each other and with numbers, by code.

use core::cmp::Ordering;
use core::hash::{Hash, Hasher};

use super::info::StatusInfo;

impl PartialEq for StatusInfo {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for StatusInfo {}

impl PartialOrd for StatusInfo {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for StatusInfo {
    fn cmp(&self, other: &Self) -> Ordering {
        self.code.cmp(&other.code)
    }
}

impl Hash for StatusInfo {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.code.hash(state);
    }
}

/// Compares the code.
///
/// ```
/// use http_status_info::codes;
///
/// assert!(*codes::NOT_FOUND == 404);
/// assert!(*codes::NOT_FOUND != 410);
/// ```
impl PartialEq<u16> for StatusInfo {
    #[inline]
    fn eq(&self, code: &u16) -> bool {
        self.code == *code
    }
}

/// Compares the code.
///
/// ```
/// use http_status_info::{codes, status_info};
///
/// assert!(codes::NOT_FOUND == 404);
/// assert!(status_info(404).is_some_and(|status| status == 404));
/// ```
impl PartialEq<u16> for &StatusInfo {
    #[inline]
    fn eq(&self, code: &u16) -> bool {
        self.code == *code
    }
}

/// Compares the code.
///
/// ```
/// use http_status_info::codes;
///
/// assert!(404 == *codes::NOT_FOUND);
/// ```
impl PartialEq<StatusInfo> for u16 {
    #[inline]
    fn eq(&self, status: &StatusInfo) -> bool {
        *self == status.code
    }
}

/// Compares the code.
///
/// ```
/// use http_status_info::codes;
///
/// assert!(404 == codes::NOT_FOUND);
/// ```
impl PartialEq<&StatusInfo> for u16 {
    #[inline]
    fn eq(&self, status: &&StatusInfo) -> bool {
        *self == status.code
    }
}

// The order `500 <= status` is left out on purpose. If a `u16` had an order with a second type,
// the compiler could not infer the type in `number < other.into()`. Programs with such a line would
// no longer compile.

/// Orders by the code.
///
/// ```
/// use http_status_info::codes;
///
/// assert!(*codes::BAD_GATEWAY >= 500);
/// ```
impl PartialOrd<u16> for StatusInfo {
    #[inline]
    fn partial_cmp(&self, code: &u16) -> Option<Ordering> {
        self.code.partial_cmp(code)
    }
}

/// Orders by the code.
///
/// ```
/// use http_status_info::codes;
///
/// assert!(codes::BAD_GATEWAY >= 500);
/// assert!(codes::NOT_FOUND < 500);
/// ```
impl PartialOrd<u16> for &StatusInfo {
    #[inline]
    fn partial_cmp(&self, code: &u16) -> Option<Ordering> {
        self.code.partial_cmp(code)
    }
}

/// Returns the code.
///
/// ```
/// use http_status_info::codes;
///
/// assert_eq!(u16::from(codes::NOT_FOUND), 404);
/// ```
impl From<&StatusInfo> for u16 {
    #[inline]
    fn from(status: &StatusInfo) -> Self {
        status.code
    }
}
