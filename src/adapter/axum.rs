//! Error pages for axum, as a layer and as responses of handlers.
//!
//! ```
//! use axum::Router;
//! use axum::routing::get;
//! use http_status_info::adapter::axum::ErrorPagesLayer;
//!
//! let app: Router = Router::new()
//!     .route("/", get(async || "Hello"))
//!     .layer(ErrorPagesLayer::new());
//! ```
//!
//! # Where to put the layer
//!
//! - On a `Router`, after its routes and fallbacks: a layer does not cover the routes and fallbacks
//!   that are added after it.
//! - Or around the whole router. There, the layer covers all routes and fallbacks, and sees the
//!   `Allow` field of a 405, which axum adds last:
//!
//! ```
//! use axum::extract::Request;
//! use axum::routing::get;
//! use axum::{Router, ServiceExt};
//! use http_status_info::adapter::axum::ErrorPagesLayer;
//! use tower::Layer;
//!
//! # async fn serve() -> std::io::Result<()> {
//! let router = Router::new().route("/", get(async || "Hello"));
//! let app = ErrorPagesLayer::new().layer(router);
//!
//! let listener = tokio::net::TcpListener::bind("localhost:3000").await?;
//! axum::serve(listener, ServiceExt::<Request>::into_make_service(app)).await
//! # }
//! ```
//!
//! In a nested `Router`, [`Options::skip`] gets the path without the prefix.
//!
//! # Opting out
//!
//! The opt-out marker [`NoPage`](crate::page::NoPage) is an extension of the response:
//!
//! ```
//! use axum::Extension;
//! use axum::http::StatusCode;
//! use http_status_info::page::NoPage;
//!
//! /// Answers a load balancer, which reads no pages.
//! async fn health() -> (StatusCode, Extension<NoPage>) {
//!     (StatusCode::SERVICE_UNAVAILABLE, Extension(NoPage))
//! }
//! ```
//!
//! # Order of layers
//!
//! For the place among other layers, see [`adapter::tower`](super::tower#where-to-put-the-layer).
//! `Router::layer` makes the last layer the outermost, and `tower::ServiceBuilder` the first.

use core::any::Any;

use axum_core::BoxError;
use axum_core::body::Body;
use axum_core::response::{IntoResponse, Response};
use bytes::Bytes;
use http::StatusCode;
use http::response::Parts;
use tower_layer::Layer;

use super::tower;
use super::tower::body::{BodyForm, sealed};
use crate::page::{ErrorPage, Options};

/// Adds error pages to axum services. The body of each response is axum's `Body`.
///
/// ```
/// use axum::Router;
/// use http_status_info::adapter::axum::ErrorPagesLayer;
/// use http_status_info::page::Options;
///
/// let pages = ErrorPagesLayer::with_options(Options::new().brand("Example Books"));
/// let app: Router = Router::new().layer(pages);
/// ```
#[derive(Clone, Debug, Default)]
pub struct ErrorPagesLayer(tower::ErrorPagesLayer<AxumBody>);

impl ErrorPagesLayer {
    /// Makes the layer with the default options.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the layer with options.
    #[must_use]
    pub fn with_options(options: Options) -> Self {
        Self(tower::ErrorPagesLayer::with_options(options).in_form())
    }
}

impl<S> Layer<S> for ErrorPagesLayer {
    type Service = tower::ErrorPages<S, AxumBody>;

    fn layer(&self, inner: S) -> Self::Service {
        self.0.layer(inner)
    }
}

/// Converts response bodies to axum's `Body`.
#[derive(Clone, Copy, Debug, Default)]
pub struct AxumBody;

impl sealed::Sealed for AxumBody {}

impl<B> BodyForm<B> for AxumBody
where
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    type Body = Body;

    #[inline]
    fn inner(self, response: http::Response<B>) -> Response {
        // Most bodies are axum's `Body` already, and need no further box.
        let mut response = Some(response);
        let same = (&mut response as &mut dyn Any).downcast_mut::<Option<Response>>().and_then(Option::take);
        match (same, response) {
            (Some(response), _) => response,
            (None, Some(response)) => response.map(Body::new),
            // Not reachable: one of the two has the response.
            (None, None) => Response::default(),
        }
    }

    fn page(self, head: Parts, content: Bytes) -> Response {
        Response::from_parts(head, content.into())
    }
}

/// Makes a response with the status and no content. The [layer](ErrorPagesLayer) turns it into the
/// page.
///
/// ```
/// use axum::extract::Path;
/// use http_status_info::codes;
/// use http_status_info::page::ErrorPage;
///
/// async fn rename(Path(name): Path<String>) -> Result<String, ErrorPage> {
///     if name == "ada" {
///         return Err(ErrorPage::new(codes::CONFLICT).with_detail("This name is taken."));
///     }
///     Ok(name)
/// }
/// ```
///
/// To set header fields as well, return a tuple, as with every response in axum.
impl IntoResponse for ErrorPage {
    fn into_response(self) -> Response {
        let code = StatusCode::from_u16(self.response_code()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = code.into_response();
        response.extensions_mut().insert(self);
        response
    }
}
