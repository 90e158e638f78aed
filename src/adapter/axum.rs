//! `axum`: an error page as the response of a handler.

use axum_core::response::{IntoResponse, Response};
use http::StatusCode;

use crate::page::ErrorPage;

/// Makes a response with the status and no content, which the
/// [layer](crate::adapter::tower::ErrorPagesLayer) turns into the page.
///
/// ```
/// use axum::extract::Path;
/// use http_status_info::codes;
/// use http_status_info::page::ErrorPage;
///
/// async fn rename(Path(name): Path<String>) -> Result<String, ErrorPage<'static>> {
///     if name == "ada" {
///         return Err(ErrorPage::new(codes::CONFLICT).detail("This name is taken."));
///     }
///     Ok(name)
/// }
/// ```
///
/// To set header fields as well, answer with a tuple, as with every response in axum.
impl IntoResponse for ErrorPage<'static> {
    fn into_response(self) -> Response {
        let code = StatusCode::from_u16(self.sent_code()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = code.into_response();
        response.extensions_mut().insert(self);
        response
    }
}
