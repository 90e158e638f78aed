//! `tower`: error pages for every HTTP service that is built on it, such as those of axum.
//! gRPC is left alone, but for texts that [`Options::framework_texts`] replaces.
//!
//! ```
//! use axum::Router;
//! use axum::routing::get;
//! use http_status_info::adapter::tower::ErrorPagesLayer;
//!
//! let app: Router = Router::new()
//!     .route("/", get(async || "Hello"))
//!     .layer(ErrorPagesLayer::new());
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
//! - Outside its `Cors` and `Compression`: the pages merge `Vary` into one line. Outside of the
//!   pages, each of the two appends a line of its own. nginx before 1.23 reads the last line
//!   only, and its cache then gives one client the page of another.
//! - Inside its `Compression` only where no such cache is in front, or where
//!   [`Options::framework_texts`] must see every text. Pages are compressed then. With
//!   `Compression` inside, a page is sent as it is, and a framework's text that is compressed is
//!   not replaced. Where both matter, leave compression to nginx.
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

mod body;
mod fields;

use core::future::Future;
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker};

use alloc::vec::Vec;

use bytes::Bytes;
use http::{HeaderValue, Response};
use http_body::Body;
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

pub use self::body::{BodyForm, OwnBody, ResponseBody, SameBody};
use crate::adapter::shared::Shared;
use crate::page::exchange::{Length, Request};
use crate::page::{ErrorPage, Format, NoPage, Options};

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
/// let layer = ErrorPagesLayer::with(Options::new().brand("Example Books")).same_body();
/// ```
#[derive(Clone, Debug, Default)]
pub struct ErrorPagesLayer<F = OwnBody> {
    options: Shared,
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
    pub fn with(options: Options) -> Self {
        Self { options: Shared::new(options), form: OwnBody }
    }

    /// Keeps the type of the body, which must be one that can be made from `Bytes`: that
    /// of axum can, those that other layers wrap around it cannot.
    #[must_use]
    pub fn same_body(self) -> ErrorPagesLayer<SameBody> {
        ErrorPagesLayer { options: self.options, form: SameBody }
    }
}

impl<S, F: Copy> Layer<S> for ErrorPagesLayer<F> {
    type Service = ErrorPages<S, F>;

    fn layer(&self, inner: S) -> Self::Service {
        ErrorPages { inner, options: self.options.clone(), form: self.form }
    }
}

/// A service whose bare errors become pages. Made by [`ErrorPagesLayer`].
#[derive(Clone, Debug)]
pub struct ErrorPages<S, F = OwnBody> {
    inner: S,
    options: Shared,
    form: F,
}

impl<S, F, Q, B> Service<http::Request<Q>> for ErrorPages<S, F>
where
    S: Service<http::Request<Q>, Response = Response<B>>,
    F: BodyForm<B>,
    B: Body<Data = Bytes>,
{
    type Response = Response<F::Body>;
    type Error = S::Error;
    type Future = ResponseFuture<S::Future, F>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    // Where this is inlined, compilers move the future, which is large, once more.
    #[inline(never)]
    fn call(&mut self, request: http::Request<Q>) -> Self::Future {
        let (method, path) = (request.method().as_str(), request.uri().path());
        let asked = Request::read(&self.options, method, path, request.headers());
        let options = self.options.clone();
        ResponseFuture { inner: self.inner.call(request), asked, options, form: self.form }
    }
}

pin_project! {
    /// The response to come of [`ErrorPages`].
    #[derive(Debug)]
    pub struct ResponseFuture<T, F = OwnBody> {
        #[pin]
        inner: T,
        asked: Request<HeaderValue>,
        options: Shared,
        form: F,
    }
}

impl<T, F, B, E> Future for ResponseFuture<T, F>
where
    T: Future<Output = Result<Response<B>, E>>,
    F: BodyForm<B>,
    B: Body<Data = Bytes>,
{
    type Output = Result<Response<F::Body>, E>;

    #[inline]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        match this.inner.poll(cx) {
            Poll::Ready(Ok(response)) if this.options.is_for(response.status().as_u16()) => {
                Poll::Ready(Ok(answer(this.options, this.asked, *this.form, response)))
            }
            polled => this.form.polled(polled),
        }
    }
}

/// Answers an error. Apart from the rest, which runs for every response.
#[cold]
#[inline(never)]
fn answer<F, B>(
    options: &Options,
    asked: &Request<HeaderValue>,
    form: F,
    response: Response<B>,
) -> Response<F::Body>
where
    F: BodyForm<B>,
    B: Body<Data = Bytes>,
{
    let (mut head, body) = response.into_parts();
    let is_marked = head.extensions.get::<NoPage>().is_some();
    let (code, length) = (head.status.as_u16(), length(&body));
    let claim = if is_marked { None } else { options.claim(asked, code, &head.headers, length) };
    let Some(mut claim) = claim else { return form.inner(Response::from_parts(head, body)) };
    if let (true, Length::Known(length)) = (claim.wants_text(), length) {
        claim.set_text(&text(body, length).unwrap_or_default());
    }
    let page = head.extensions.remove::<ErrorPage<'static>>();
    let mut content = Bytes::new();
    if let Some(answer) = options.answer(asked, &mut head.headers, claim, page) {
        if answer.format == Some(Format::Text) {
            head.extensions.insert(NoPage);
        }
        if !asked.is_head() {
            content = answer.content.into();
        }
    }
    form.page(head, content)
}

fn length(body: &impl Body) -> Length {
    if body.is_end_stream() {
        // Around a router, axum has taken away by now what HEAD is not to get.
        return Length::Stripped;
    }
    match body.size_hint().exact() {
        Some(0) => Length::Stripped,
        Some(length) => Length::Known(length),
        None => Length::Unknown,
    }
}

/// The content of a body that has all of it, without waiting for any, and without more than it
/// says there is.
fn text(body: impl Body<Data = Bytes>, length: u64) -> Option<Vec<u8>> {
    let mut body = pin!(body);
    let mut text = Vec::new();
    let mut cx = Context::from_waker(Waker::noop());
    while text.len() as u64 <= length {
        match body.as_mut().poll_frame(&mut cx) {
            Poll::Ready(None) => return Some(text),
            Poll::Ready(Some(Ok(frame))) => text.extend(frame.data_ref().into_iter().flatten()),
            Poll::Ready(Some(Err(_))) | Poll::Pending => break,
        }
    }
    None
}
