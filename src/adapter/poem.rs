//! `poem`: error pages as a middleware.
//!
//! ```
//! use http_status_info::adapter::poem::ErrorPages;
//! use poem::{EndpointExt, Route, get, handler};
//!
//! #[handler]
//! fn hello() -> &'static str {
//!     "Hello"
//! }
//!
//! let app = Route::new().at("/", get(hello)).with(ErrorPages::new());
//! ```
//!
//! # Where to put it
//!
//! The `with` that is called last is outermost.
//!
//! - Outside all routes: `with` at the outermost `Route` covers unmatched paths too.
//! - Inside `Compression`, which compresses pages then. It turns every response into a stream,
//!   also an empty one. Pages outside of it see no bare error where a client accepts a coding.
//! - Outside `Cors`, which can set `Vary` to `Origin` alone. Outside of the pages, it removes the
//!   fields that the choice of a page depends on, and a cache gives one client the page of another.
//!   Inside, it makes texts of Poem's errors where a request has an `Origin`.
//!   [`Options::framework_texts`] makes pages of these texts.
//! - Outside `CatchPanic`, which writes a text of its own. [`Options::framework_texts`] makes a
//!   page of it.
//! - Outside `catch_error` and `catch_all_error`, which see no errors otherwise.
//! - Inside `RequestId` for every error to have an id, and outside of it for pages to show one:
//!   `RequestId` sets the id on responses alone, neither on requests nor on errors.
//!
//! # Errors
//!
//! An error from 400 to 599 becomes a response here, with a page or without. An [`Error`] cannot
//! stay what it is and get another response.
//!
//! Poem's errors that say no more than their status count as bare: [`NotFoundError`],
//! [`MethodNotAllowedError`], and [`StaticFileError`] for a missing file, a wrong method, a
//! condition and a range. All other errors print themselves into their response.
//! [`Options::framework_texts`] sets what becomes of these texts. A 405 of Poem has no `Allow`.
//!
//! Poem drops the extensions of a response that becomes an error by [`Error::from_response`].
//! [`Error::set_data`] takes the [`ErrorPage`] or [`NoPage`] of such an error.
//!
//! # HEAD
//!
//! A [`get`](poem::get) route answers HEAD, too. It strips the content of a response and does not
//! say its length. A stripped response with a `Content-Type` stays as it is. One without a
//! `Content-Type` counts as bare, and gets the fields of a page.

extern crate std;

use std::io;

use alloc::string::ToString;

use bytes::Bytes;
use http_body_util::combinators::BoxBody;
use poem::error::{MethodNotAllowedError, NotFoundError, StaticFileError};
use poem::http::StatusCode;
use poem::http::header::{CONTENT_TYPE, HeaderValue};
use poem::{Endpoint, Error, IntoResponse, Middleware, Request, Response};

use super::http::body::{length, text};
use super::shared::Shared;
use crate::page::{self, ContentLength, Engine, ErrorPage, NoPage, Options};

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

impl<E: Endpoint> Middleware<E> for ErrorPages {
    type Output = ErrorPagesEndpoint<E>;

    fn transform(&self, inner: E) -> Self::Output {
        ErrorPagesEndpoint { inner, engine: self.engine.clone() }
    }
}

/// An endpoint whose bare errors become pages. Made by [`ErrorPages`].
#[derive(Debug)]
pub struct ErrorPagesEndpoint<E> {
    inner: E,
    engine: Shared,
}

impl<E: Endpoint> Endpoint for ErrorPagesEndpoint<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let (method, path) = (request.method().as_str(), request.uri().path());
        let asked = self.engine.request(method, path, request.headers());
        let (mut response, is_bare) = match self.inner.call(request).await {
            Ok(response) => (response.into_response(), false),
            Err(error) if Engine::may_replace(error.status().as_u16()) => {
                let is_bare = says_its_status_alone(&error);
                (error.into_response(), is_bare)
            }
            Err(error) => return Err(error),
        };
        if Engine::may_replace(response.status().as_u16()) {
            respond(&self.engine, &asked, &mut response, is_bare);
        }
        Ok(response)
    }
}

/// Tells whether an error is one of Poem's own whose text is nothing but the status in words.
fn says_its_status_alone(error: &Error) -> bool {
    use StaticFileError::{MethodNotAllowed, NotFound, PreconditionFailed, RangeNotSatisfiable};
    error.is::<NotFoundError>()
        || error.is::<MethodNotAllowedError>()
        || matches!(
            error.downcast_ref(),
            Some(MethodNotAllowed(_) | NotFound | PreconditionFailed | RangeNotSatisfiable { .. })
        )
}

/// Replaces a response that gets a page. It stands apart from the code that every response runs
/// through.
#[cold]
#[inline(never)]
fn respond(engine: &Engine, request: &page::Request<HeaderValue>, response: &mut Response, is_bare: bool) {
    let body = BoxBody::<Bytes, io::Error>::from(response.take_body());
    let length = if is_bare { ContentLength::Known(0) } else { length(&body) };
    let (status, has_no_page) = (response.status().as_u16(), response.data::<NoPage>().is_some());
    let selected =
        engine.select(request, page::Response { status, fields: response.headers(), length, has_no_page });
    let Some(mut selected) = selected else {
        response.set_body(body);
        return;
    };
    if let (true, ContentLength::Known(length)) = (selected.wants_text(), length) {
        selected.set_text(&text(body, length).unwrap_or_default());
    }
    if is_bare {
        response.headers_mut().remove(CONTENT_TYPE);
    }
    let selected = selected.with_page(response.extensions_mut().remove());
    let page = selected.write(response.headers_mut());
    page.no_page.map(|mark| response.extensions_mut().insert(mark));
    if !request.is_head() {
        response.set_body(page.content);
    }
}

/// Makes an error whose response has the status and no content, which [`ErrorPages`] turns into
/// the page.
///
/// ```
/// use http_status_info::codes;
/// use http_status_info::page::ErrorPage;
/// use poem::handler;
/// use poem::web::Path;
///
/// #[handler]
/// async fn rename(Path(name): Path<String>) -> Result<String, ErrorPage> {
///     if name == "ada" {
///         return Err(ErrorPage::new(codes::CONFLICT).with_detail("This name is taken."));
///     }
///     Ok(name)
/// }
/// ```
///
/// The page is not the source of the error but its data, which Poem keeps when it makes a response
/// of the error:
///
/// ```
/// use http_status_info::codes;
/// use http_status_info::page::ErrorPage;
///
/// let error = poem::Error::from(ErrorPage::new(codes::CONFLICT));
/// assert_eq!(error.data::<ErrorPage>().unwrap().code(), 409);
/// assert_eq!(error.to_string(), "409 Conflict");
/// ```
impl From<ErrorPage> for Error {
    fn from(page: ErrorPage) -> Self {
        let mut error = Self::from_status(status(&page));
        error.set_error_message(page.to_string());
        error.set_data(page);
        error
    }
}

/// Makes the same response as the error does.
impl IntoResponse for ErrorPage {
    fn into_response(self) -> Response {
        Response::builder().status(status(&self)).extension(self).finish()
    }
}

fn status(page: &ErrorPage) -> StatusCode {
    StatusCode::from_u16(page.response_code()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
