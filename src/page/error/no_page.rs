//! The marker of a response that is to stay as it is.

/// Keeps a response as it is, whatever its status: put it into the extensions of the
/// response. In Rocket, whose responses have none, it is a responder.
///
/// ```
/// # #[cfg(feature = "axum")] {
/// use axum::Extension;
/// use axum::http::StatusCode;
/// use http_status_info::page::NoPage;
///
/// /// Answers a load balancer, which reads no pages.
/// async fn health() -> (StatusCode, Extension<NoPage>) {
///     (StatusCode::SERVICE_UNAVAILABLE, Extension(NoPage))
/// }
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoPage;
