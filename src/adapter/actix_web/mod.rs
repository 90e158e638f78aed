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

/// Makes bare errors of an application pages, as a middleware.
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

/// A service whose bare errors become pages. Made by [`ErrorPages`].
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
        // An error comes back without its request. And while the request has two holders, inner
        // services could not change it. So the parts that matter are copied.
        let (method, path) = (request.method().as_str(), request.path());
        let asked = self.engine.request(method, path, request.headers());
        let engine = self.engine.clone();
        ResponseFuture { inner: self.inner.call(request), request: asked, engine }
    }
}

pin_project! {
    /// The response to come of [`ErrorPagesService`].
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

/// Replaces a response that gets a page. It stands apart from the code that every response runs
/// through.
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
    page.no_page.map(|mark| response.extensions_mut().insert(mark));
    // To HEAD, actix-web sends the length of the content and leaves the content out itself.
    response.set_body(EitherBody::right(BoxBody::new(page.content)))
}

/// Makes a response with the status and no content, which [`ErrorPages`] turns into the
/// page.
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

/// Makes the same response as the error does.
impl Responder for ErrorPage {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        self.error_response()
    }
}

/// Makes the page of a code.
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
