//! Error pages for actix-web, as a middleware and as responses of handlers.
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
//! # Where to put the middleware
//!
//! - Around everything that makes errors. `App::wrap` covers the default service too, and makes the
//!   last middleware the outermost.
//! - Outside `Compress`, because the pages merge `Vary` into one line. Outside the pages, `Compress`
//!   appends a line of its own. nginx before 1.23 reads only the last line, and its cache then
//!   gives one client the page of another.
//! - Inside `Compress` only without such a cache in front, or if [`Options::framework_texts`] must
//!   see every text. Pages are then compressed, except for errors that middleware returns. With
//!   `Compress` inside, a page is not compressed, and a framework's text that is compressed is not
//!   replaced. If you need both, leave compression to nginx.
//! - On either side of actix-cors 0.7, which adds to the existing line of `Vary`.
//!
//! The response is correct in every order.
//!
//! An error that inner middleware returns gets its page through
//! [`actix_web::Error::add_response_mapper`]. Outer middleware still sees the error itself.

mod fields;

use core::future::{Future, Ready, ready};
use core::pin::Pin;
use core::task::{Context, Poll, ready as ready_or_pending};

use actix_web::body::{BodySize, BoxBody, EitherBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::http::StatusCode;
use actix_web::http::header::HeaderValue;
use actix_web::{Error, HttpRequest, HttpResponse, Responder, ResponseError};
use pin_project_lite::pin_project;

use super::shared::Shared;
use crate::page::{ContentLength, Engine, ErrorPage, NoPage, Options, Request, Response};

/// Turns bare errors of an application into pages, as a middleware.
#[derive(Clone, Debug, Default)]
pub struct ErrorPages {
    engine: Shared,
}

impl ErrorPages {
    /// Makes the middleware with the default options.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the middleware with options.
    #[must_use]
    pub fn with_options(options: Options) -> Self {
        Self { engine: Shared::new(options) }
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
        ready(Ok(ErrorPagesService { inner, engine: self.engine.clone() }))
    }
}

/// A service whose bare errors become pages. [`ErrorPages`] makes it.
#[derive(Debug)]
pub struct ErrorPagesService<S> {
    inner: S,
    engine: Shared,
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
        // The future needs copies of the relevant parts, since an error comes back without its
        // request. A clone of the request would keep inner services from changing it.
        let (method, path) = (request.method().as_str(), request.path());
        let page_request = self.engine.request(method, path, request.headers());
        let engine = self.engine.clone();
        ResponseFuture { inner: self.inner.call(request), request: page_request, engine }
    }
}

pin_project! {
    /// The response future of [`ErrorPagesService`].
    #[derive(Debug)]
    pub struct ResponseFuture<T> {
        #[pin]
        inner: T,
        request: Request<HeaderValue>,
        engine: Shared,
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
            Ok(response) if Engine::may_replace(response.status().as_u16()) => {
                let (request, response) = response.into_parts();
                Ok(ServiceResponse::new(request, respond(this.engine, this.request, response)))
            }
            Ok(response) => Ok(response.map_into_left_body()),
            Err(mut error) => {
                let (engine, request) = (this.engine.clone(), this.request.clone());
                error.add_response_mapper(move |response| {
                    respond(&engine, &request, response).map_into_boxed_body()
                });
                Err(error)
            }
        })
    }
}

/// Replaces a response that gets a page. The function is not inlined into the code that runs for
/// every response.
#[cold]
#[inline(never)]
fn respond<B: MessageBody>(
    engine: &Engine,
    request: &Request<HeaderValue>,
    mut response: HttpResponse<B>,
) -> HttpResponse<EitherBody<B>> {
    let length = match response.body().size() {
        BodySize::None => ContentLength::Known(0),
        BodySize::Sized(length) => ContentLength::Known(length),
        BodySize::Stream => ContentLength::Unknown,
    };
    let has_no_page = response.extensions().contains::<NoPage>();
    let status = response.status().as_u16();
    let selected =
        engine.select(request, Response { status, fields: response.headers(), length, has_no_page });
    let Some(selected) = selected else { return response.map_into_left_body() };
    let mut selected = selected.with_page(response.extensions_mut().remove());
    let (mut response, body) = response.into_parts();
    if selected.wants_text() {
        selected.set_text(&body.try_into_bytes().unwrap_or_default());
    }
    let page = selected.write(response.headers_mut());
    page.no_page.map(|marker| response.extensions_mut().insert(marker));
    // For HEAD, actix-web sends the length of the content, and drops the content itself.
    response.set_body(EitherBody::right(BoxBody::new(page.content)))
}

/// Makes a response with the status and no content. [`ErrorPages`] turns it into the page.
///
/// ```
/// use actix_web::web::Path;
/// use http_status_info::codes;
/// use http_status_info::page::ErrorPage;
///
/// async fn rename(name: Path<String>) -> Result<String, ErrorPage> {
///     if *name == "ada" {
///         return Err(ErrorPage::new(codes::CONFLICT).with_detail("This name is taken."));
///     }
///     Ok(name.into_inner())
/// }
/// ```
impl ResponseError for ErrorPage {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.response_code()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::new(self.status_code());
        response.extensions_mut().insert(self.clone());
        response
    }
}

/// Makes the same response as [`ResponseError`] does.
impl Responder for ErrorPage {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        self.error_response()
    }
}

/// Makes the error page of a status code.
///
/// ```
/// use actix_web::http::StatusCode;
/// use http_status_info::page::ErrorPage;
///
/// assert_eq!(ErrorPage::from(StatusCode::CONFLICT).code(), 409);
/// ```
impl From<StatusCode> for ErrorPage {
    fn from(code: StatusCode) -> Self {
        Self::from_code(code.as_u16())
    }
}
