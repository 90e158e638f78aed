//! `rocket`: error pages as a fairing and as catchers.
//!
//! ```
//! use http_status_info::adapter::rocket::ErrorPages;
//!
//! let rocket = rocket::build().attach(ErrorPages::new());
//! ```
//!
//! What Rocket itself refuses, such as unmatched paths and panics, goes to its catchers,
//! which do not see the errors that handlers build: those go through its fairings, which
//! do not see malformed requests. So it takes both. The fairing registers the catcher,
//! unless there is one for every status at `/` already. Without the fairing, a catcher
//! that is registered for a part of an application, `.register("/shop",
//! ErrorPages::new())`, makes pages of what Rocket refuses there, and of nothing else.
//!
//! What Rocket takes for malformed, such as a method that it does not know, goes to the
//! catcher alone. What is no request at all is answered before Rocket gets to know. What
//! the options leave alone gets what Rocket answers by itself.
//!
//! [`Options::skip`] gets the method GET where a route for GET answers HEAD.
//!
//! # Where to put it
//!
//! After fairings that set header fields, such as CORS and request ids: the pages merge `Vary`
//! into one line. A fairing that comes later and adds a line of its own costs that. nginx before
//! 1.23 reads the last line only, and its cache then gives one client the page of another.
//!
//! Before a fairing that compresses, which compresses pages then; where such a cache is in front,
//! after it.
//!
//! A fairing that registers a catcher for every status at `/` has to come before: of two such
//! catchers, Rocket says that they collide.

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

/// Makes bare errors of an application pages, as a fairing and as a catcher.
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

/// Replaces a response that gets a page. Returns what was said about one that does not.
async fn respond(
    engine: &Engine,
    request: &Request<'_>,
    response: &mut Response<'_>,
    said: Said,
) -> Option<Said> {
    let (method, path) = (request.method().as_str(), request.uri().path().as_str());
    let asked = engine.request(method, path, request.headers());
    let length = length(response).await;
    let has_no_page = matches!(said, Said::NoPage);
    let (status, fields) = (response.status().code, response.headers());
    let selected = engine.select(&asked, page::Response { status, fields, length, has_no_page });
    let Some(mut selected) = selected else { return Some(said) };
    if selected.wants_text() {
        selected.set_text(&response.body_mut().to_bytes().await.unwrap_or_default());
    }
    let error = match said {
        Said::Page(error) => Some(*error),
        Said::Nothing | Said::NoPage => None,
    };
    let page = selected.with_page(error).write(&mut ResponseFields(response));
    // To HEAD, Rocket sends the length of the content and leaves the content out itself.
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

/// What is known about the page of a request. Rocket's responses carry no extensions, so
/// this is kept with the request.
#[derive(Debug, Default)]
struct Notes {
    said: Said,
    /// The engine of the catcher that left the page to the fairing.
    caught: Option<Shared>,
}

/// What the application said.
#[derive(Debug, Default)]
enum Said {
    #[default]
    Nothing,
    Page(Box<ErrorPage>),
    NoPage,
}

fn notes<'r>(request: &'r Request<'_>) -> MutexGuard<'r, Notes> {
    request.local_cache(Mutex::<Notes>::default).lock().unwrap_or_else(PoisonError::into_inner)
}

#[rocket::async_trait]
impl Fairing for ErrorPages {
    fn info(&self) -> Info {
        Info { name: "Error pages", kind: Kind::Ignite | Kind::Response }
    }

    async fn on_ignite(&self, rocket: Rocket<Build>) -> fairing::Result {
        let is_caught = rocket.catchers().any(|catcher| catcher.code.is_none() && catcher.base.path() == "/");
        let rocket = if rocket.state::<Followed>().is_some() { rocket } else { rocket.manage(Followed) };
        Ok(if is_caught { rocket } else { rocket.register("/", self.clone()) })
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        // Where there is no error there is nothing to do, not even to look what was said.
        if !Engine::may_replace(response.status().code) {
            return;
        }
        let Notes { said, caught } = mem::take(&mut *notes(request));
        let engine = caught.unwrap_or_else(|| self.engine.clone());
        // A page is not to be answered once more.
        let left = respond(&engine, request, response, said).await;
        notes(request).said = left.unwrap_or(Said::NoPage);
    }
}

/// What an application manages that has the fairing.
struct Followed;

#[rocket::async_trait]
impl catcher::Handler for ErrorPages {
    async fn handle<'r>(&self, status: Status, request: &'r Request<'_>) -> catcher::Result<'r> {
        if self.engine.leaves(request.method().as_str(), request.uri().path().as_str(), status.code) {
            return Catcher::default().handler.handle(status, request).await;
        }
        let mut response = Response::build().status(status).finalize();
        // The fairing knows the header fields that others before it set. It does not see the
        // responses to malformed requests. They have no route, and come as 400, or as 500
        // where the application's catcher of 400 failed.
        let may_be_malformed = request.route().is_none() && matches!(status.code, 400 | 500);
        let is_followed = request.rocket().state::<Followed>().is_some() && !may_be_malformed;
        // What was said of a response that is given up is not said of this one.
        *notes(request) = Notes { said: Said::Nothing, caught: is_followed.then(|| self.engine.clone()) };
        if !is_followed {
            let left = respond(&self.engine, request, &mut response, Said::Nothing).await;
            notes(request).said = left.unwrap_or(Said::NoPage);
        }
        Ok(response)
    }
}

/// The catcher for every status.
impl From<ErrorPages> for Vec<Catcher> {
    fn from(pages: ErrorPages) -> Self {
        let mut catcher = Catcher::new(None, pages);
        catcher.name = Some("error pages".into());
        vec![catcher]
    }
}

/// Makes a response with the status and no content, which the fairing turns into the
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
/// Rocket's responses carry nothing but themselves, so this is noted with the request.
/// Where a responder gives this response up and fails, and the application's own catcher
/// makes a bare error of that, the note is taken for what is said of the latter.
impl<'r> Responder<'r, 'static> for ErrorPage {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        let status = Status::new(self.response_code());
        notes(request).said = Said::Page(Box::new(self));
        Response::build().status(status).ok()
    }
}

/// Keeps the response as it is. Other responders can hold it as their inner one: what
/// they say is kept.
impl<'r> Responder<'r, 'static> for NoPage {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        WithoutPage(()).respond_to(request)
    }
}

/// Keeps the response of another responder as it is, whatever its status.
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
        notes(request).said = Said::NoPage;
        Ok(response)
    }
}

/// Makes the page of a code.
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
