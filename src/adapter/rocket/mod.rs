//! Error pages for Rocket, as a fairing, as catchers and as responses of handlers.
//!
//! ```
//! use http_status_info::adapter::rocket::ErrorPages;
//!
//! let rocket = rocket::build().attach(ErrorPages::new());
//! ```
//!
//! Catchers see Rocket's own errors, such as unmatched paths and panics. Fairings see the errors of
//! handlers, but no malformed requests. Pages need both: the fairing registers a catcher for every
//! status at `/`, unless the application has one.
//!
//! Without the fairing, `.register("/shop", ErrorPages::new())` registers a catcher for a part of
//! an application. The catcher makes pages only of Rocket's own errors there.
//!
//! Only the catcher sees requests that Rocket calls malformed, such as a request with an unknown
//! method. Input that is no HTTP request is answered before Rocket gets it. If the options exclude
//! an error, Rocket's default catcher answers.
//!
//! If a route for GET answers HEAD, [`Options::skip`] gets the method GET.
//!
//! # Where to put the fairing
//!
//! - After fairings that set header fields, such as CORS and request ids, because the pages merge
//!   `Vary` into one line. A later fairing can append a line of its own. nginx before 1.23 reads
//!   only the last line, and its cache then gives one client the page of another.
//! - Before a fairing that compresses, so that pages are compressed. After it, if such a cache is in
//!   front.
//! - After a fairing that registers a catcher for every status at `/`. Rocket reports a collision
//!   if an application has two such catchers.

mod fields;

use core::mem;
extern crate std;

use std::io::Cursor;
use std::sync::{Mutex, MutexGuard, PoisonError};

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

use rocket::catcher::{self, Catcher};
use rocket::fairing::{self, Fairing, Info, Kind};
use rocket::http::Status;
use rocket::response::{self, Responder, Response};
use rocket::{Build, Request, Rocket};

use self::fields::ResponseFields;
use super::shared::Shared;
use crate::page::{self, ContentLength, Engine, ErrorPage, NoPage, Options};

/// Turns bare errors of an application into pages, as a fairing and as a catcher.
#[derive(Clone, Debug, Default)]
pub struct ErrorPages {
    engine: Shared,
}

impl ErrorPages {
    /// Makes the fairing, or catcher, with the default options.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the fairing, or catcher, with options.
    #[must_use]
    pub fn with_options(options: Options) -> Self {
        Self { engine: Shared::new(options) }
    }
}

/// Replaces a response that gets a page. Returns the extension if the response stays unchanged.
async fn respond(
    engine: &Engine,
    request: &Request<'_>,
    response: &mut Response<'_>,
    extension: Extension,
) -> Option<Extension> {
    let (method, path) = (request.method().as_str(), request.uri().path().as_str());
    let page_request = engine.request(method, path, request.headers());
    let length = length(response).await;
    let has_no_page = matches!(extension, Extension::NoPage);
    let (status, fields) = (response.status().code, response.headers());
    let selected = engine.select(&page_request, page::Response { status, fields, length, has_no_page });
    let Some(mut selected) = selected else { return Some(extension) };
    if selected.wants_text() {
        selected.set_text(&response.body_mut().to_bytes().await.unwrap_or_default());
    }
    let error = match extension {
        Extension::Page(error) => Some(*error),
        Extension::None | Extension::NoPage => None,
    };
    let page = selected.with_page(error).write(&mut ResponseFields(response));
    // For HEAD, Rocket sends the length of the content, and drops the content itself.
    response.set_sized_body(page.content.len(), Cursor::new(page.content));
    None
}

async fn length(response: &mut Response<'_>) -> ContentLength {
    if response.body().is_none() {
        return ContentLength::Known(0);
    }
    let size = response.body_mut().size().await;
    size.map_or(ContentLength::Unknown, |length| ContentLength::Known(length as u64))
}

/// The state of a response. Rocket's responses have no extensions, so the local cache of the
/// request keeps the state.
#[derive(Debug, Default)]
struct ResponseState {
    extension: Extension,
    /// The engine of the catcher that left the page to the fairing.
    catcher_engine: Option<Shared>,
}

/// The extension that a handler put on the response.
#[derive(Debug, Default)]
enum Extension {
    #[default]
    None,
    Page(Box<ErrorPage>),
    NoPage,
}

fn response_state<'r>(request: &'r Request<'_>) -> MutexGuard<'r, ResponseState> {
    request.local_cache(Mutex::<ResponseState>::default).lock().unwrap_or_else(PoisonError::into_inner)
}

#[rocket::async_trait]
impl Fairing for ErrorPages {
    fn info(&self) -> Info {
        Info { name: "Error pages", kind: Kind::Ignite | Kind::Response }
    }

    async fn on_ignite(&self, rocket: Rocket<Build>) -> fairing::Result {
        let has_catcher =
            rocket.catchers().any(|catcher| catcher.code.is_none() && catcher.base.path() == "/");
        let rocket = if rocket.state::<HasFairing>().is_some() { rocket } else { rocket.manage(HasFairing) };
        Ok(if has_catcher { rocket } else { rocket.register("/", self.clone()) })
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        // The state of other responses is not needed, so it is not looked up.
        if !Engine::may_replace(response.status().code) {
            return;
        }
        let ResponseState { extension, catcher_engine } = mem::take(&mut *response_state(request));
        let engine = catcher_engine.unwrap_or_else(|| self.engine.clone());
        let unused = respond(&engine, request, response, extension).await;
        // Another fairing must not replace a page again.
        response_state(request).extension = unused.unwrap_or(Extension::NoPage);
    }
}

/// The managed state that marks an application with the fairing.
struct HasFairing;

#[rocket::async_trait]
impl catcher::Handler for ErrorPages {
    async fn handle<'r>(&self, status: Status, request: &'r Request<'_>) -> catcher::Result<'r> {
        let (method, path) = (request.method().as_str(), request.uri().path().as_str());
        let page_request = self.engine.request(method, path, request.headers());
        if self.engine.excludes(&page_request, status.code) {
            return Catcher::default().handler.handle(status, request).await;
        }
        let mut response = Response::build().status(status).finalize();
        // The fairing sees the header fields of earlier fairings, so the catcher leaves the page to
        // it. The fairing does not see the responses to malformed requests. Such a request has no
        // route. Its error is 400, or 500 if the application's catcher for 400 failed.
        let may_be_malformed = request.route().is_none() && matches!(status.code, 400 | 500);
        let is_for_fairing = request.rocket().state::<HasFairing>().is_some() && !may_be_malformed;
        // The extension of a discarded response is not for this response.
        let catcher_engine = is_for_fairing.then(|| self.engine.clone());
        *response_state(request) = ResponseState { extension: Extension::None, catcher_engine };
        if !is_for_fairing {
            let unused = respond(&self.engine, request, &mut response, Extension::None).await;
            response_state(request).extension = unused.unwrap_or(Extension::NoPage);
        }
        Ok(response)
    }
}

/// Makes the catcher for every status.
impl From<ErrorPages> for Vec<Catcher> {
    fn from(pages: ErrorPages) -> Self {
        let mut catcher = Catcher::new(None, pages);
        catcher.name = Some("error pages".into());
        vec![catcher]
    }
}

/// Makes a response with the status and no content. The [fairing](ErrorPages) turns it into the
/// page.
///
/// ```
/// use http_status_info::codes;
/// use http_status_info::page::ErrorPage;
///
/// #[rocket::post("/names/<name>")]
/// fn rename(name: &str) -> Result<String, ErrorPage> {
///     if name == "ada" {
///         return Err(ErrorPage::new(codes::CONFLICT).with_detail("This name is taken."));
///     }
///     Ok(name.to_owned())
/// }
/// ```
///
/// Rocket's responses have no extensions, so the adapter keeps the page with the request. If a
/// responder discards this response and fails, the application's own catcher can answer with a bare
/// error. This error then gets the page.
impl<'r> Responder<'r, 'static> for ErrorPage {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        let status = Status::new(self.response_code());
        response_state(request).extension = Extension::Page(Box::new(self));
        Response::build().status(status).ok()
    }
}

/// Opts the response out of error pages. A responder with this marker as its inner responder keeps
/// its response.
impl<'r> Responder<'r, 'static> for NoPage {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        WithoutPage(()).respond_to(request)
    }
}

/// Opts the response of another responder out of error pages, whatever its status.
///
/// ```
/// use http_status_info::adapter::rocket::WithoutPage;
/// use rocket::http::Status;
///
/// #[rocket::get("/health")]
/// fn health() -> WithoutPage<(Status, &'static str)> {
///     WithoutPage((Status::ServiceUnavailable, "starting"))
/// }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WithoutPage<R>(pub R);

impl<'r, 'o: 'r, R: Responder<'r, 'o>> Responder<'r, 'o> for WithoutPage<R> {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'o> {
        let response = self.0.respond_to(request)?;
        response_state(request).extension = Extension::NoPage;
        Ok(response)
    }
}

/// Makes the error page of a status code.
///
/// ```
/// use http_status_info::page::ErrorPage;
/// use rocket::http::Status;
///
/// assert_eq!(ErrorPage::from(Status::Conflict).code(), 409);
/// ```
impl From<Status> for ErrorPage {
    fn from(status: Status) -> Self {
        Self::from_code(status.code)
    }
}
