//! `tower`: error pages for HTTP services that are built on it. For axum, use
//! [`adapter::axum`](crate::adapter::axum).
//!
//! gRPC is left alone, but for texts that [`Options::framework_texts`] replaces.
//!
//! ```
//! use std::convert::Infallible;
//!
//! use bytes::Bytes;
//! use http::{Request, Response, StatusCode};
//! use http_body_util::{BodyExt, Full};
//! use http_status_info::adapter::tower::ErrorPagesLayer;
//! use tower::{ServiceBuilder, ServiceExt, service_fn};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let service = ServiceBuilder::new().layer(ErrorPagesLayer::new()).service(service_fn(
//!     async |_: Request<()>| {
//!         let mut response = Response::new(Full::<Bytes>::default());
//!         *response.status_mut() = StatusCode::NOT_FOUND;
//!         Ok::<_, Infallible>(response)
//!     },
//! ));
//! let response = service.oneshot(Request::new(())).await.unwrap();
//! let page = response.into_body().collect().await.unwrap().to_bytes();
//! assert!(page.starts_with(b"<!DOCTYPE html>"));
//! # }
//! ```
//!
//! # Where to put it
//!
//! - Around everything that makes errors: in axum below the routes and fallbacks it is
//!   for, since those that are added after a layer are not covered by it. Around the
//!   whole router it covers them all, and sees the `Allow` field of a 405, which axum
//!   adds last. See below.
//! - Outside `tower_http`'s `Timeout`, whose bare errors get pages then, and outside
//!   `CatchPanic` and `RequestBodyLimit`. Those two write a text of their own, in place of which
//!   there is a page where [`Options::framework_texts`] says so.
//! - Inside its `Compression`, which compresses pages then. The other way around, a
//!   page is sent as it is, and a framework's text that is compressed is not replaced.
//! - Inside `SetRequestId` and `PropagateRequestId`, for pages to know the id.
//!
//! In any order what is sent is correct. `Router::layer` puts the layer added last
//! outermost; `tower::ServiceBuilder` the one added first.
//!
//! Around a router, axum wants the type of its own bodies, and so [`same_body`]:
//!
//! ```
//! use axum::extract::Request;
//! use axum::routing::get;
//! use axum::{Router, ServiceExt};
//! use http_status_info::adapter::tower::ErrorPagesLayer;
//! use tower::Layer;
//!
//! # async fn serve() -> std::io::Result<()> {
//! let router = Router::new().route("/", get(async || "Hello"));
//! let app = ErrorPagesLayer::new().same_body().layer(router);
//!
//! let listener = tokio::net::TcpListener::bind("localhost:3000").await?;
//! axum::serve(listener, ServiceExt::<Request>::into_make_service(app)).await
//! # }
//! ```
//!
//! An empty error that has a `Content-Type` gets a page to GET. To HEAD, it cannot be told from
//! a stream whose content was taken away, and is left as it is, unless its `Content-Length` is 0.
//!
//! [`same_body`]: ErrorPagesLayer::same_body

pub(super) mod body;

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};

use bytes::Bytes;
use http::HeaderValue;
use http_body::Body;
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

pub use self::body::{BodyForm, OwnBody, ResponseBody, SameBody};
use crate::adapter::http::body::{length, text};
use crate::adapter::shared::Shared;
use crate::page::{ContentLength, Engine, NoPage, Options, Request, Response};

/// Applies error pages to services.
///
/// [`new`](Self::new) is for every body, and gives responses a [`ResponseBody`]. Where
/// the body of responses can be made from `Bytes`, [`same_body`](Self::same_body) keeps
/// its type: axum then needs no further box for each response.
///
/// ```
/// use http_status_info::adapter::tower::ErrorPagesLayer;
/// use http_status_info::page::Options;
///
/// let layer = ErrorPagesLayer::with_options(Options::new().brand("Example Books")).same_body();
/// ```
#[derive(Clone, Debug, Default)]
pub struct ErrorPagesLayer<F = OwnBody> {
    engine: Shared,
    form: F,
}

impl ErrorPagesLayer {
    /// Makes the layer with the default options.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the layer with options.
    #[must_use]
    pub fn with_options(options: Options) -> Self {
        Self { engine: Shared::new(options), form: OwnBody }
    }

    /// Keeps the type of the body, which must be one that can be made from `Bytes`: that
    /// of axum can, those that other layers wrap around it cannot.
    #[must_use]
    pub fn same_body(self) -> ErrorPagesLayer<SameBody> {
        self.in_form()
    }

    pub(super) fn in_form<F: Default>(self) -> ErrorPagesLayer<F> {
        ErrorPagesLayer { engine: self.engine, form: F::default() }
    }
}

impl<S, F: Copy> Layer<S> for ErrorPagesLayer<F> {
    type Service = ErrorPages<S, F>;

    fn layer(&self, inner: S) -> Self::Service {
        ErrorPages { inner, engine: self.engine.clone(), form: self.form }
    }
}

/// A service whose bare errors become pages. Made by [`ErrorPagesLayer`].
#[derive(Clone, Debug)]
pub struct ErrorPages<S, F = OwnBody> {
    inner: S,
    engine: Shared,
    form: F,
}

impl<S, F, Q, B> Service<http::Request<Q>> for ErrorPages<S, F>
where
    S: Service<http::Request<Q>, Response = http::Response<B>>,
    F: BodyForm<B>,
    B: Body<Data = Bytes>,
{
    type Response = http::Response<F::Body>;
    type Error = S::Error;
    type Future = ResponseFuture<S::Future, F>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    // Where this is inlined, compilers move the future, which is large, once more.
    #[inline(never)]
    fn call(&mut self, request: http::Request<Q>) -> Self::Future {
        let (method, path) = (request.method().as_str(), request.uri().path());
        let asked = self.engine.request(method, path, request.headers());
        let engine = self.engine.clone();
        ResponseFuture { inner: self.inner.call(request), request: asked, engine, form: self.form }
    }
}

pin_project! {
    /// The response to come of [`ErrorPages`].
    #[derive(Debug)]
    pub struct ResponseFuture<T, F = OwnBody> {
        #[pin]
        inner: T,
        request: Request<HeaderValue>,
        engine: Shared,
        form: F,
    }
}

impl<T, F, B, E> Future for ResponseFuture<T, F>
where
    T: Future<Output = Result<http::Response<B>, E>>,
    F: BodyForm<B>,
    B: Body<Data = Bytes>,
{
    type Output = Result<http::Response<F::Body>, E>;

    #[inline]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        match this.inner.poll(cx) {
            Poll::Ready(Ok(response)) if Engine::may_replace(response.status().as_u16()) => {
                Poll::Ready(Ok(respond(this.engine, this.request, *this.form, response)))
            }
            polled => this.form.polled(polled),
        }
    }
}

/// Replaces a response that gets a page. It stands apart from the code that every response runs
/// through.
#[cold]
#[inline(never)]
fn respond<F, B>(
    engine: &Engine,
    request: &Request<HeaderValue>,
    form: F,
    response: http::Response<B>,
) -> http::Response<F::Body>
where
    F: BodyForm<B>,
    B: Body<Data = Bytes>,
{
    let (mut head, body) = response.into_parts();
    let length = length(&body);
    let selected = engine.select(
        request,
        Response {
            status: head.status.as_u16(),
            fields: &head.headers,
            length,
            has_no_page: head.extensions.get::<NoPage>().is_some(),
        },
    );
    let Some(selected) = selected else { return form.inner(http::Response::from_parts(head, body)) };
    let mut selected = selected.with_page(head.extensions.remove());
    if let (true, ContentLength::Known(length)) = (selected.wants_text(), length) {
        selected.set_text(&text(body, length).unwrap_or_default());
    }
    let page = selected.write(&mut head.headers);
    page.no_page.map(|mark| head.extensions.insert(mark));
    let content = if request.is_head() { Bytes::new() } else { page.content.into() };
    form.page(head, content)
}
