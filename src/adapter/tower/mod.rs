//! Error pages for HTTP services built on tower.
//!
//! For axum, use [`adapter::axum`](../axum/index.html).
//!
//! gRPC responses stay unchanged. [`Options::framework_texts`] still removes a framework's text
//! from a response to a gRPC request.
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
//! # Where to put the layer
//!
//! - Around everything that makes errors.
//! - Outside the `Timeout` of `tower_http`, so that its bare errors get pages.
//! - Outside its `CatchPanic` and `RequestBodyLimit`. Both write a text of their own, which a page
//!   replaces if [`Options::framework_texts`] says so.
//! - Outside its `Cors` and `Compression`, because the pages merge `Vary` into one line. Outside
//!   the pages, each of the two appends a line of its own. nginx before 1.23 reads only the last
//!   line, and its cache then gives one client the page of another.
//! - Inside its `Compression` only without such a cache in front, or if
//!   [`Options::framework_texts`] must see every text. Pages are then compressed. With
//!   `Compression` inside, a page is not compressed, and a framework's text that is compressed is
//!   not replaced. If you need both, leave compression to nginx.
//! - Inside its `ResponseBodyTimeout`, which hides the size of every response body. Outside
//!   `ResponseBodyTimeout`, the layer takes each error for a stream, and no error gets a page.
//!   `ResponseBodyDeadline` keeps the size.
//! - Inside its `SetRequestId` and `PropagateRequestId`, so that pages show the id.
//!
//! The response is correct in every order. `tower::ServiceBuilder` makes the first layer the
//! outermost.
//!
//! An empty error with a `Content-Type` gets a page for GET. For HEAD, such an error looks like a
//! stream whose content was stripped, and stays unchanged unless its `Content-Length` is 0.
//!
//! # Frameworks
//!
//! The layer works with every service that takes an `http::Request` and returns an
//! `http::Response`, both of `http` 1. The response body must be a body of `http-body` 1 whose data
//! is `Bytes`. Tests run these frameworks:
//!
//! | Framework | How |
//! | --- | --- |
//! | axum 0.7 | `router.layer(ErrorPagesLayer::new())` |
//! | hyper 1 | `TowerToHyperService::new(ErrorPagesLayer::new().layer(service))`, with hyper-util |
//! | warp 0.4 | `ErrorPagesLayer::new().layer(warp::service(filter))` |
//! | tonic 0.14 beside an axum router | `Routes::from(router).add_service(service).into_axum_router().layer(ErrorPagesLayer::new())` |
//! | `lambda_http` 1.3 | `lambda_http::run(ErrorPagesLayer::new().layer(service))` |
//! | Salvo 1.1 | `Service::new(router).hoop(ErrorPagesLayer::new().compat())` |
//! | `ServeDir` of tower-http 0.7 | `ErrorPagesLayer::new().layer(ServeDir::new("files"))` |
//!
//! - [`Options::framework_texts`] replaces the texts of warp's rejections. Unmatched paths get
//!   pages without this option.
//! - The router of `Routes::new` has tonic's fallback, which answers each unmatched path with
//!   a gRPC status. `Router::reset_fallback` restores axum's fallback.
//! - On a `Router` of Salvo, the layer sees only matched paths. Salvo answers the others with its
//!   own page.
//!
//! The layer does not compile with warp 0.3, which is built on `http` 0.2, nor with the
//! `TowerLayerCompatExt` of Poem 3, whose services take a `poem::Request`: Poem has an adapter
//! of its own.

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

/// Adds error pages to services.
///
/// [`new`](Self::new) works with every response body, and wraps it in a [`ResponseBody`].
/// [`same_body`](Self::same_body) keeps the type of a body that can be made from `Bytes`. axum then
/// needs no further box for each response.
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

    /// Keeps the type of the response body, which must implement `From<Bytes>`. axum's `Body` does.
    /// A body that another layer wraps around it does not.
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

/// A service whose bare errors become pages. [`ErrorPagesLayer`] makes it.
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

    // If this method is inlined, the compiler moves the future once more, and the future is large.
    #[inline(never)]
    fn call(&mut self, request: http::Request<Q>) -> Self::Future {
        let (method, path) = (request.method().as_str(), request.uri().path());
        let page_request = self.engine.request(method, path, request.headers());
        let engine = self.engine.clone();
        ResponseFuture { inner: self.inner.call(request), request: page_request, engine, form: self.form }
    }
}

pin_project! {
    /// The response future of [`ErrorPages`].
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

/// Replaces a response that gets a page. The function is not inlined into the code that runs for
/// every response.
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
    page.no_page.map(|marker| head.extensions.insert(marker));
    let content = if request.is_head() { Bytes::new() } else { page.content.into() };
    form.page(head, content)
}
