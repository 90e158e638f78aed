//! `actix-web`: error pages as a middleware.
//!
//! ```
//! use actix_web::{App, web};
//! use http_status_info::adapter::actix_web::ErrorPages;
//!
//! let app = App::new()
//!     .route("/", web::get().to(async || "Hello"))
//!     .wrap(ErrorPages::new());
//! ```
//!
//! # Where to put it
//!
//! Around everything that makes errors: `App::wrap` covers the default service too, and
//! the wrap added last is outermost. In any order what is sent is correct.
//!
//! Outside `Compress`: the pages merge `Vary` into one line. Outside of the pages, `Compress`
//! appends a line of its own. nginx before 1.23 reads the last line only, and its cache then gives
//! one client the page of another. actix-cors 0.7 writes into the line that is there and can stand
//! on either side.
//!
//! Inside `Compress` only where no such cache is in front, or where [`Options::framework_texts`]
//! must see every text. Pages are compressed then, but not those of errors that middleware returns.
//! With `Compress` inside, a page is sent as it is, and a framework's text that is compressed is
//! not replaced. Where both matter, leave compression to nginx.
//!
//! Errors that inner middleware returns get their page through
//! [`actix_web::Error::add_response_mapper`], so that outer middleware still sees the
//! error itself.

use core::future::{Future, Ready, ready};
use core::pin::Pin;
use core::task::{Context, Poll, ready as ready_or_pending};

use alloc::vec::Vec;

use actix_web::body::{BodySize, BoxBody, EitherBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use actix_web::web::Bytes;
use actix_web::{Error, HttpRequest, HttpResponse, Responder, ResponseError};
use pin_project_lite::pin_project;

use super::shared::Shared;
use crate::page::exchange::{Field, Fields, FieldsMut, Length, Request};
use crate::page::{ErrorPage, Format, NoPage, Options, each_field};

/// Makes bare errors of an application pages, as a middleware.
#[derive(Clone, Debug, Default)]
pub struct ErrorPages {
    options: Shared,
}

impl ErrorPages {
    /// Makes the middleware with the default options.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the middleware with options.
    #[must_use]
    pub fn with(options: Options) -> Self {
        Self { options: Shared::new(options) }
    }
}

impl<S, B> Transform<S, ServiceRequest> for ErrorPages
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Transform = ErrorPagesService<S>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, inner: S) -> Self::Future {
        ready(Ok(ErrorPagesService { inner, options: self.options.clone() }))
    }
}

/// A service whose bare errors become pages. Made by [`ErrorPages`].
#[derive(Debug)]
pub struct ErrorPagesService<S> {
    inner: S,
    options: Shared,
}

impl<S, B> Service<ServiceRequest> for ErrorPagesService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Future = ResponseFuture<S::Future>;

    forward_ready!(inner);

    #[inline]
    fn call(&self, request: ServiceRequest) -> Self::Future {
        // What is wanted of the request is copied: an error comes back without it, and
        // with two holders of it inner services could not change it.
        let (method, path) = (request.method().as_str(), request.path());
        let asked = Request::read(&self.options, method, path, request.headers());
        let options = self.options.clone();
        ResponseFuture { inner: self.inner.call(request), asked, options }
    }
}

pin_project! {
    /// The response to come of [`ErrorPagesService`].
    #[derive(Debug)]
    pub struct ResponseFuture<T> {
        #[pin]
        inner: T,
        asked: Request<HeaderValue>,
        options: Shared,
    }
}

impl<T, B> Future for ResponseFuture<T>
where
    T: Future<Output = Result<ServiceResponse<B>, Error>>,
    B: MessageBody,
{
    type Output = Result<ServiceResponse<EitherBody<B>>, Error>;

    #[inline]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        Poll::Ready(match ready_or_pending!(this.inner.poll(cx)) {
            Ok(response) if this.options.is_for(response.status().as_u16()) => {
                Ok(answered(this.options, this.asked, response))
            }
            Ok(response) => Ok(response.map_into_left_body()),
            Err(mut error) => {
                to_be_answered(&mut error, this.options, this.asked);
                Err(error)
            }
        })
    }
}

/// Answers an error that is a response. Apart from the rest, which runs for every response.
#[cold]
#[inline(never)]
fn answered<B: MessageBody>(
    options: &Options,
    asked: &Request<HeaderValue>,
    response: ServiceResponse<B>,
) -> ServiceResponse<EitherBody<B>> {
    let (request, response) = response.into_parts();
    ServiceResponse::new(request, answer(options, asked, response))
}

/// Answers an error that is to become a response.
#[cold]
#[inline(never)]
fn to_be_answered(error: &mut Error, options: &Shared, asked: &Request<HeaderValue>) {
    let (options, asked) = (options.clone(), asked.clone());
    error.add_response_mapper(move |response| answer(&options, &asked, response).map_into_boxed_body());
}

fn answer<B: MessageBody>(
    options: &Options,
    asked: &Request<HeaderValue>,
    mut response: HttpResponse<B>,
) -> HttpResponse<EitherBody<B>> {
    let length = match response.body().size() {
        BodySize::None => Length::Known(0),
        BodySize::Sized(length) => Length::Known(length),
        BodySize::Stream => Length::Unknown,
    };
    let is_marked = response.extensions().contains::<NoPage>();
    let code = response.status().as_u16();
    let claim = if is_marked { None } else { options.claim(asked, code, response.headers(), length) };
    let Some(mut claim) = claim else { return response.map_into_left_body() };
    let page = response.extensions_mut().remove::<ErrorPage<'static>>();
    let (mut response, body) = response.into_parts();
    if claim.wants_text() {
        claim.set_text(&body.try_into_bytes().unwrap_or_default());
    }
    let mut content = Bytes::new();
    if let Some(answer) = options.answer(asked, response.headers_mut(), claim, page) {
        if answer.format == Some(Format::Text) {
            response.extensions_mut().insert(NoPage);
        }
        // To HEAD, actix-web sends the length of the content and leaves that out itself.
        content = answer.content.into();
    }
    response.set_body(EitherBody::right(BoxBody::new(content)))
}

/// Makes a response with the status and no content, which [`ErrorPages`] turns into the
/// page.
///
/// ```
/// use actix_web::web::Path;
/// use http_status_info::codes;
/// use http_status_info::page::ErrorPage;
///
/// async fn rename(name: Path<String>) -> Result<String, ErrorPage<'static>> {
///     if *name == "ada" {
///         return Err(ErrorPage::new(codes::CONFLICT).detail("This name is taken."));
///     }
///     Ok(name.into_inner())
/// }
/// ```
impl ResponseError for ErrorPage<'static> {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.sent_code()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::new(self.status_code());
        response.extensions_mut().insert(self.clone());
        response
    }
}

/// Makes the same response as the error does.
impl Responder for ErrorPage<'static> {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        self.error_response()
    }
}

/// The names of the fields, in the order of [`Field`].
static NAMES: [HeaderName; Field::ALL.len()] = each_field!(HeaderName::from_static);

impl Fields for HeaderMap {
    type Value = HeaderValue;

    fn lines(&self, field: Field) -> impl Iterator<Item = &[u8]> {
        self.get_all(&NAMES[field as usize]).map(HeaderValue::as_bytes)
    }

    fn first(&self, field: Field) -> Option<&[u8]> {
        self.get(&NAMES[field as usize]).map(HeaderValue::as_bytes)
    }

    fn joined(&self, field: Field) -> Option<HeaderValue> {
        match self.get_all(&NAMES[field as usize]).as_slice() {
            [] => None,
            [line] => Some(line.clone()),
            lines => {
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
            self.insert(NAMES[field as usize].clone(), value);
        }
    }

    fn set_static(&mut self, field: Field, value: &'static str) {
        if let Ok(value) = HeaderValue::from_maybe_shared(Bytes::from_static(value.as_bytes())) {
            self.insert(NAMES[field as usize].clone(), value);
        }
    }

    fn reserve(&mut self, fields: usize) {
        self.reserve(fields);
    }

    fn append(&mut self, field: Field, value: &str) {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.append(NAMES[field as usize].clone(), value);
        }
    }

    fn remove(&mut self, field: Field) {
        self.remove(&NAMES[field as usize]);
    }
}
