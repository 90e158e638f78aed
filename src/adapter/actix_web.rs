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
//! the wrap added last is outermost. Inside `Compress`, which compresses pages then; the
//! other way around, a page is sent as it is. In any order what is sent is correct.
//!
//! Errors that inner middleware returns get their page through
//! [`actix_web::Error::add_response_mapper`], so that outer middleware still sees the
//! error itself.

use core::future::{Future, Ready, ready};
use core::pin::Pin;
use core::task::{Context, Poll, ready as ready_or_pending};

use alloc::rc::Rc;
use alloc::string::String;
use alloc::vec::Vec;

use actix_web::body::{BodySize, BoxBody, EitherBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use actix_web::web::Bytes;
use actix_web::{Error, HttpRequest, HttpResponse, Responder, ResponseError};
use pin_project_lite::pin_project;

use crate::page::{
    Content, ErrorPage, Field, Fields, FieldsMut, NoPage, Options, Request, each_field, is_plain_text,
};

/// Makes bare errors of an application pages, as a middleware.
#[derive(Clone, Debug, Default)]
pub struct ErrorPages {
    options: Rc<Options>,
}

impl ErrorPages {
    /// Makes the middleware with the options that need not be set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the middleware with options.
    #[must_use]
    pub fn with(options: Options) -> Self {
        Self { options: Rc::new(options) }
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
        ready(Ok(ErrorPagesService { inner, options: Rc::clone(&self.options) }))
    }
}

/// A service whose bare errors become pages. Made by [`ErrorPages`].
#[derive(Debug)]
pub struct ErrorPagesService<S> {
    inner: S,
    options: Rc<Options>,
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

    fn call(&self, request: ServiceRequest) -> Self::Future {
        // What is wanted of the request is copied: an error comes back without it, and
        // with two holders of it inner services could not change it.
        let (method, path) = (request.method().as_str(), request.path());
        let asked = Some(Request::read(&self.options, method, path, request.headers()));
        let options = Rc::clone(&self.options);
        ResponseFuture { inner: self.inner.call(request), asked, options }
    }
}

pin_project! {
    /// The response to come of [`ErrorPagesService`].
    #[derive(Debug)]
    pub struct ResponseFuture<T> {
        #[pin]
        inner: T,
        asked: Option<Request<HeaderValue>>,
        options: Rc<Options>,
    }
}

impl<T, B> Future for ResponseFuture<T>
where
    T: Future<Output = Result<ServiceResponse<B>, Error>>,
    B: MessageBody,
{
    type Output = Result<ServiceResponse<EitherBody<B>>, Error>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let result = ready_or_pending!(this.inner.poll(cx));
        let options = this.options;
        Poll::Ready(match (result, this.asked.take()) {
            (Ok(response), Some(asked)) if options.is_for(response.status().as_u16()) => {
                let (request, response) = response.into_parts();
                Ok(ServiceResponse::new(request, answer(options, &asked, response)))
            }
            (Ok(response), _) => Ok(response.map_into_left_body()),
            (Err(mut error), Some(asked)) => {
                let options = Rc::clone(options);
                error.add_response_mapper(move |response| {
                    answer(&options, &asked, response).map_into_boxed_body()
                });
                Err(error)
            }
            (Err(error), None) => Err(error),
        })
    }
}

/// Answers an error.
fn answer<B: MessageBody>(
    options: &Options,
    asked: &Request<HeaderValue>,
    mut response: HttpResponse<B>,
) -> HttpResponse<EitherBody<B>> {
    let code = response.status().as_u16();
    let is_kept = response.extensions().contains::<NoPage>();
    if is_kept || !options.may_answer(asked, code, response.headers()) {
        return response.map_into_left_body();
    }
    let length = match response.body().size() {
        BodySize::None => 0,
        BodySize::Sized(length) => length,
        BodySize::Stream => return response.map_into_left_body(),
    };
    if length > 0 && !options.replaces_text(response.headers()) {
        return response.map_into_left_body();
    }
    let page = response.extensions_mut().remove::<ErrorPage<'static>>();
    let (mut response, body) = response.into_parts();
    let content = match length {
        0 => Content::None,
        length => Content::Text(if options.wants_text(length) { text(body) } else { None }),
    };
    // To HEAD, actix-web sends the length of the content and leaves that out itself. It says
    // a length only then, so that of none is said here.
    if asked.is_head() && length == 0 && response.headers().lines(Field::ContentLength).next().is_none() {
        response.headers_mut().set_static(Field::ContentLength, "0");
    }
    let content = options.answer(asked, code, response.headers_mut(), content, page);
    if is_plain_text(response.headers()) {
        // It looks like a framework's text, but is not to be answered once more.
        response.extensions_mut().insert(NoPage);
    }
    response.set_body(EitherBody::right(BoxBody::new(content.unwrap_or_default())))
}

/// The text of a body that has all of it, without waiting for any.
fn text(body: impl MessageBody) -> Option<String> {
    body.try_into_bytes().ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
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
        StatusCode::from_u16(self.code()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
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
        self.insert(NAMES[field as usize].clone(), HeaderValue::from_static(value));
    }

    fn set_number(&mut self, field: Field, number: u64) {
        self.insert(NAMES[field as usize].clone(), number.into());
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
