//! `tower`: error pages for every HTTP service that is built on it, such as those of
//! axum, hyper and tonic.
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
//!   adds last: `ErrorPagesLayer::new().layer(router)`.
//! - Outside `tower_http`'s `CatchPanic`, `Timeout`, `Trace` and limits, whose errors
//!   get pages then.
//! - Inside its `Compression`, which compresses pages then. The other way around, a
//!   page is sent as it is, and a framework's text that is compressed is not replaced.
//! - Inside `SetRequestId` and `PropagateRequestId`, for pages to know the id.
//!
//! In any order what is sent is correct. `Router::layer` puts the layer added last
//! outermost; `tower::ServiceBuilder` the one added first.

use core::future::Future;
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker, ready};

use alloc::vec::Vec;

use bytes::Bytes;
use http::response::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Response};
use http_body::{Body, Frame, SizeHint};
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use crate::page::{
    ErrorPage, Field, Fields, FieldsMut, FixedValue, Format, Length, NoPage, Options, Request, SharedOptions,
    each_field, each_fixed_value,
};

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
    options: SharedOptions,
    form: F,
}

impl ErrorPagesLayer {
    /// Makes the layer with the options that need not be set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the layer with options.
    #[must_use]
    pub fn with(options: Options) -> Self {
        Self { options: SharedOptions::with(options), form: OwnBody }
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
    options: SharedOptions,
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

    #[inline]
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
        options: SharedOptions,
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
        let response = match ready!(this.inner.poll(cx)) {
            Ok(response) => response,
            Err(error) => return Poll::Ready(Err(error)),
        };
        Poll::Ready(Ok(if this.options.is_for(response.status().as_u16()) {
            answer(this.options, this.asked, *this.form, response)
        } else {
            this.form.inner(response)
        }))
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
    let is_kept = head.extensions.get::<NoPage>().is_some();
    let code = head.status.as_u16();
    let claim = if is_kept { None } else { options.claim(asked, code, &head.headers, length(&body)) };
    let Some(mut claim) = claim else { return form.inner(Response::from_parts(head, body)) };
    if claim.wants_text() {
        claim.set_text(&text(body).unwrap_or_default());
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

/// The content of a body that has all of it, without waiting for any.
fn text(body: impl Body<Data = Bytes>) -> Option<Vec<u8>> {
    let mut body = pin!(body);
    let mut text = Vec::new();
    let mut cx = Context::from_waker(Waker::noop());
    loop {
        match body.as_mut().poll_frame(&mut cx) {
            Poll::Ready(None) => return Some(text),
            Poll::Ready(Some(Ok(frame))) => text.extend_from_slice(frame.data_ref()?),
            Poll::Ready(Some(Err(_))) | Poll::Pending => return None,
        }
    }
}

/// What becomes of the type of a body: [`OwnBody`] or [`SameBody`].
pub trait BodyForm<B>: Copy + sealed::Sealed {
    /// The type of body that responses have.
    type Body;

    #[doc(hidden)]
    fn inner(self, response: Response<B>) -> Response<Self::Body>;

    #[doc(hidden)]
    fn page(self, head: Parts, content: Bytes) -> Response<Self::Body>;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::OwnBody {}
    impl Sealed for super::SameBody {}
}

/// Bodies become a [`ResponseBody`].
#[derive(Clone, Copy, Debug, Default)]
pub struct OwnBody;

impl<B> BodyForm<B> for OwnBody {
    type Body = ResponseBody<B>;

    fn inner(self, response: Response<B>) -> Response<ResponseBody<B>> {
        response.map(|body| ResponseBody { kind: Kind::Inner { body } })
    }

    fn page(self, head: Parts, content: Bytes) -> Response<ResponseBody<B>> {
        let content = Some(content).filter(|content| !content.is_empty());
        Response::from_parts(head, ResponseBody { kind: Kind::Page { content } })
    }
}

/// Bodies keep their type.
#[derive(Clone, Copy, Debug, Default)]
pub struct SameBody;

impl<B: From<Bytes>> BodyForm<B> for SameBody {
    type Body = B;

    fn inner(self, response: Response<B>) -> Response<B> {
        response
    }

    fn page(self, head: Parts, content: Bytes) -> Response<B> {
        Response::from_parts(head, content.into())
    }
}

pin_project! {
    /// The body of a response of [`ErrorPages`]: that of the service, or a page.
    #[derive(Debug)]
    pub struct ResponseBody<B> {
        #[pin]
        kind: Kind<B>,
    }
}

pin_project! {
    #[derive(Debug)]
    #[project = KindProjection]
    enum Kind<B> {
        Inner { #[pin] body: B },
        Page { content: Option<Bytes> },
    }
}

/// An empty body.
impl<B> Default for ResponseBody<B> {
    fn default() -> Self {
        Self { kind: Kind::Page { content: None } }
    }
}

impl<B: Body<Data = Bytes>> Body for ResponseBody<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        match self.project().kind.project() {
            KindProjection::Inner { body } => body.poll_frame(cx),
            KindProjection::Page { content } => Poll::Ready(content.take().map(|data| Ok(Frame::data(data)))),
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.kind {
            Kind::Inner { body } => body.is_end_stream(),
            Kind::Page { content } => content.is_none(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.kind {
            Kind::Inner { body } => body.size_hint(),
            Kind::Page { content } => {
                SizeHint::with_exact(content.as_ref().map_or(0, |data| data.len() as u64))
            }
        }
    }
}

/// The names of the fields, in the order of [`Field`].
static NAMES: [HeaderName; Field::ALL.len()] = each_field!(HeaderName::from_static);

/// The values, in the order of [`FixedValue`].
static VALUES: [HeaderValue; FixedValue::ALL.len()] = each_fixed_value!(HeaderValue::from_static);

impl Fields for HeaderMap {
    type Value = HeaderValue;

    fn lines(&self, field: Field) -> impl Iterator<Item = &[u8]> {
        self.get_all(&NAMES[field as usize]).iter().map(HeaderValue::as_bytes)
    }

    #[inline]
    fn first(&self, field: Field) -> Option<&[u8]> {
        self.get(&NAMES[field as usize]).map(HeaderValue::as_bytes)
    }

    fn joined(&self, field: Field) -> Option<HeaderValue> {
        let lines = self.get_all(&NAMES[field as usize]);
        // One line, or none, is what there nearly always is.
        match lines.iter().size_hint() {
            (0, _) => None,
            (1, Some(1)) => lines.iter().next().cloned(),
            _ => {
                let lines: Vec<&[u8]> = lines.iter().map(HeaderValue::as_bytes).collect();
                HeaderValue::from_maybe_shared(Bytes::from(lines.join(&b","[..]))).ok()
            }
        }
    }

    fn named(&self, name: &str) -> Option<HeaderValue> {
        self.get(name).cloned()
    }
}

impl FieldsMut for HeaderMap {
    fn set(&mut self, field: Field, value: &str) {
        if let Ok(value) = HeaderValue::from_str(value) {
            // A map that is full takes no more, which is no reason to panic.
            let _ = self.try_insert(&NAMES[field as usize], value);
        }
    }

    fn set_static(&mut self, field: Field, value: &'static str) {
        let _ = self.try_insert(&NAMES[field as usize], HeaderValue::from_static(value));
    }

    fn set_fixed(&mut self, field: Field, value: FixedValue) {
        let _ = self.try_insert(&NAMES[field as usize], VALUES[value as usize].clone());
    }

    fn set_number(&mut self, field: Field, number: u64) {
        let _ = self.try_insert(&NAMES[field as usize], number.into());
    }

    fn reserve(&mut self, fields: usize) {
        let _ = self.try_reserve(fields);
    }

    fn append(&mut self, field: Field, value: &str) {
        if let Ok(value) = HeaderValue::from_str(value) {
            let _ = self.try_append(&NAMES[field as usize], value);
        }
    }

    #[inline]
    fn remove(&mut self, field: Field) {
        // A bare error has no field to remove, and is asked to remove many.
        if !self.is_empty() {
            self.remove(&NAMES[field as usize]);
        }
    }
}
