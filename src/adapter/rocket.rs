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

use core::mem;
use std::io::Cursor;
use std::sync::{Mutex, MutexGuard, PoisonError};

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use rocket::catcher::{self, Catcher};
use rocket::fairing::{self, Fairing, Info, Kind};
use rocket::http::{Header, HeaderMap, Status};
use rocket::response::{self, Responder, Response};
use rocket::{Build, Request, Rocket};

use super::shared::Shared;
use crate::page::exchange::{self, Field, Fields, FieldsMut, Length};
use crate::page::{ErrorPage, NoPage, Options};

/// Makes bare errors of an application pages, as a fairing and as a catcher.
#[derive(Clone, Debug, Default)]
pub struct ErrorPages {
    options: Shared,
}

impl ErrorPages {
    /// Makes the fairing, or catcher, with the default options.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the fairing, or catcher, with options.
    #[must_use]
    pub fn with(options: Options) -> Self {
        Self { options: Shared::new(options) }
    }
}

/// Answers an error. Returns what was said where it does not.
async fn answer(
    options: &Options,
    request: &Request<'_>,
    response: &mut Response<'_>,
    said: Said,
) -> Option<Said> {
    let code = response.status().code;
    if !options.is_for(code) || matches!(said, Said::NoPage) {
        return Some(said);
    }
    let (method, path) = (request.method().as_str(), request.uri().path().as_str());
    let asked = exchange::Request::read(options, method, path, request.headers());
    let length = length(response).await;
    let mut fields = ResponseFields(response);
    let Some(mut claim) = options.claim(&asked, code, &fields, length) else { return Some(said) };
    if claim.wants_text() {
        claim.set_text(&fields.0.body_mut().to_bytes().await.unwrap_or_default());
    }
    let page = match said {
        Said::Page(page) => Some(*page),
        _ => None,
    };
    // To HEAD, Rocket sends the length of the content and leaves that out itself.
    if let Some(answer) = options.answer(&asked, &mut fields, claim, page) {
        response.set_sized_body(answer.content.len(), Cursor::new(answer.content));
    }
    None
}

async fn length(response: &mut Response<'_>) -> Length {
    if response.body().is_none() {
        return Length::Known(0);
    }
    response.body_mut().size().await.map_or(Length::Unknown, |length| Length::Known(length as u64))
}

/// What is known about the page of a request. Rocket's responses carry no extensions, so
/// this is kept with the request.
#[derive(Debug, Default)]
struct Notes {
    said: Said,
    /// The options of the catcher that left the page to the fairing.
    caught: Option<Shared>,
}

/// What the application said.
#[derive(Debug, Default)]
enum Said {
    #[default]
    Nothing,
    Page(Box<ErrorPage<'static>>),
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
        if !Options::is_error(response.status().code) {
            return;
        }
        let Notes { said, caught } = mem::take(&mut *notes(request));
        let options = caught.unwrap_or_else(|| self.options.clone());
        // A page is not to be answered once more.
        let left = answer(&options, request, response, said).await;
        notes(request).said = left.unwrap_or(Said::NoPage);
    }
}

/// What an application manages that has the fairing.
struct Followed;

#[rocket::async_trait]
impl catcher::Handler for ErrorPages {
    async fn handle<'r>(&self, status: Status, request: &'r Request<'_>) -> catcher::Result<'r> {
        if self.options.leaves(request.method().as_str(), request.uri().path().as_str(), status.code) {
            return Catcher::default().handler.handle(status, request).await;
        }
        let mut response = Response::build().status(status).finalize();
        // The fairing knows the header fields that others before it set. It does not see the
        // responses to malformed requests. They have no route, and come as 400, or as 500
        // where the application's catcher of 400 failed.
        let may_be_malformed = request.route().is_none() && matches!(status.code, 400 | 500);
        let is_followed = request.rocket().state::<Followed>().is_some() && !may_be_malformed;
        // What was said of a response that is given up is not said of this one.
        *notes(request) = Notes { said: Said::Nothing, caught: is_followed.then(|| self.options.clone()) };
        if !is_followed {
            let left = answer(&self.options, request, &mut response, Said::Nothing).await;
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
/// fn rename(name: &str) -> Result<String, ErrorPage<'static>> {
///     if name == "ada" {
///         return Err(ErrorPage::new(codes::CONFLICT).detail("This name is taken."));
///     }
///     Ok(name.to_owned())
/// }
/// ```
///
/// Rocket's responses carry nothing but themselves, so this is noted with the request.
/// Where a responder gives this response up and fails, and the application's own catcher
/// makes a bare error of that, the note is taken for what is said of the latter.
impl<'r> Responder<'r, 'static> for ErrorPage<'static> {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        let status = Status::new(self.sent_code());
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

impl Fields for HeaderMap<'_> {
    type Value = String;

    fn lines(&self, field: Field) -> impl Iterator<Item = &[u8]> {
        self.get(field.name()).map(str::as_bytes)
    }

    fn joined(&self, field: Field) -> Option<String> {
        let lines: Vec<&str> = self.get(field.name()).collect();
        (!lines.is_empty()).then(|| lines.join(","))
    }

    fn named(&self, name: &str) -> Option<String> {
        self.get_one(name).map(ToString::to_string)
    }
}

/// The fields of a response, which Rocket lets nobody change but through it.
struct ResponseFields<'a, 'r>(&'a mut Response<'r>);

impl Fields for ResponseFields<'_, '_> {
    type Value = String;

    fn lines(&self, field: Field) -> impl Iterator<Item = &[u8]> {
        self.0.headers().lines(field)
    }

    fn joined(&self, field: Field) -> Option<String> {
        self.0.headers().joined(field)
    }

    fn named(&self, name: &str) -> Option<String> {
        Fields::named(self.0.headers(), name)
    }
}

impl FieldsMut for ResponseFields<'_, '_> {
    fn set(&mut self, field: Field, value: &str) {
        if is_value(value) {
            self.0.set_header(Header::new(field.name(), value.to_owned()));
        }
    }

    fn set_static(&mut self, field: Field, value: &'static str) {
        self.0.set_header(Header::new(field.name(), value));
    }

    fn append(&mut self, field: Field, value: &str) {
        if is_value(value) {
            self.0.adjoin_header(Header::new(field.name(), value.to_owned()));
        }
    }

    fn remove(&mut self, field: Field) {
        self.0.remove_header(field.name());
    }
}

/// Tells whether this can be the value of a field (RFC 9110 §5.5), which Rocket leaves to
/// who sends it.
fn is_value(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'\t' | b' '..=b'~' | 0x80..))
}
