//! Conversion of status codes to error pages.

use http::StatusCode;

use crate::page::ErrorPage;

/// Makes the error page of a status code.
///
/// ```
/// use http::StatusCode;
/// use http_status_info::page::ErrorPage;
///
/// let error = ErrorPage::from(StatusCode::CONFLICT).with_detail("This name is taken.");
/// assert_eq!(error.code(), 409);
/// ```
impl From<StatusCode> for ErrorPage {
    fn from(code: StatusCode) -> Self {
        Self::from_code(code.as_u16())
    }
}
