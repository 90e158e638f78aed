//! Errors of handlers, which catchers never see.

#![allow(clippy::unnecessary_wraps, reason = "the signature of handlers")]

use http_status_info::adapter::rocket::{ErrorPages, WithoutPage};
use http_status_info::codes;
use http_status_info::page::{ErrorPage, FrameworkTexts, NoPage, Options};
use rocket::http::{ContentType, Header, Status};
use rocket::response::content::RawHtml;
use rocket::response::status::{Custom, NotFound};
use rocket::response::{self, Responder};
use rocket::{Build, Request, Rocket, get as on_get, routes};

use super::{Site, bare, pages};
use crate::case::{self, Case, get, head, program, row, rule};
use crate::expect::{exactly, html, nothing, own_html, problem};

pub fn cases() -> Vec<Case<Site>> {
    [built(), of_pages(), inner_responders(), marked()].concat()
}

#[on_get("/bare")]
fn bare_error() -> (Status, ()) {
    (Status::Gone, ())
}

#[on_get("/custom")]
fn custom() -> Custom<()> {
    Custom(Status::Gone, ())
}

#[on_get("/not-found")]
fn not_found() -> NotFound<()> {
    NotFound(())
}

#[on_get("/own")]
fn own_page() -> (Status, RawHtml<&'static str>) {
    (Status::NotFound, RawHtml("<p>own"))
}

fn site() -> Rocket<Build> {
    let built = routes![bare_error, custom, not_found, own_page];
    let pages = routes![error, responder, success, unknown, with_status, with_type, with_fields, failing];
    let kept = routes![no_page, no_page_with_status, no_page_around, no_page_alone, kept];
    bare().mount("/", [built, pages, kept].concat())
}

const ATTACHED: Site = || site().attach(pages());

fn built() -> Vec<Case<Site>> {
    let paths = [("/bare", 410), ("/custom", 410), ("/not-found", 404)];
    let rows = paths.into_iter().flat_map(|(path, status)| {
        let row = |name: &str, request: case::Request, expect| {
            row(format!("{path}{name}"), request.at(path), ATTACHED, expect)
        };
        [
            row("", get(), html(status)),
            row(" as a problem", program(), problem(status)),
            row(" to HEAD", head(), html(status)),
        ]
    });
    let of_own =
        row("not with content", get().at("/own"), ATTACHED, own_html(404).says("<p>own").without("vary"));
    rule("errors of handlers get a page from the fairing only", rows.chain([of_own]))
}

type Answer = Result<&'static str, ErrorPage>;

fn taken() -> ErrorPage {
    ErrorPage::new(codes::CONFLICT).with_detail("This name is taken.")
}

#[on_get("/error")]
fn error() -> Answer {
    Err(taken())
}

#[on_get("/responder")]
fn responder() -> ErrorPage {
    taken()
}

#[on_get("/success")]
fn success() -> Answer {
    Ok("fine")
}

#[on_get("/unknown")]
fn unknown() -> ErrorPage {
    ErrorPage::from_code(1000)
}

fn of_pages() -> Vec<Case<Site>> {
    let bare: Site = || site();
    let rows = ["/error", "/responder"].into_iter().flat_map(|path| {
        let row = |name: &str, request: case::Request, expect| {
            row(format!("{path}, {name}"), request.at(path), ATTACHED, expect)
        };
        [
            row("HTML", get(), html(409).says("This name is taken.")),
            row("a problem", program(), problem(409).member("detail", "This name is taken.")),
            row("HEAD", head(), html(409)),
        ]
    });
    let others = [
        row("not for a success", get().at("/success"), ATTACHED, exactly(200, "fine").without("vary")),
        row("with an invalid code", get().at("/unknown"), ATTACHED, html(500)),
        row("without the fairing", get().at("/error"), bare, nothing(409).without("vary")),
    ];
    rule("a handler returns a page as its error or its response", rows.chain(others))
}

#[on_get("/with-status")]
fn with_status() -> (Status, ErrorPage) {
    (Status::Gone, taken())
}

#[on_get("/with-type")]
fn with_type() -> (ContentType, ErrorPage) {
    (ContentType::PNG, taken())
}

#[derive(Responder)]
#[response(status = 503)]
struct Later {
    page: ErrorPage,
    retry_after: Header<'static>,
    etag: Header<'static>,
}

#[on_get("/with-fields")]
fn with_fields() -> Later {
    let retry_after = Header::new("Retry-After", "7");
    Later { page: taken(), retry_after, etag: Header::new("ETag", "\"1\"") }
}

/// Makes a page, discards it and fails.
struct Failing;

impl<'r> Responder<'r, 'static> for Failing {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        taken().respond_to(request)?;
        Err(Status::BadGateway)
    }
}

#[on_get("/failing")]
fn failing() -> Failing {
    Failing
}

fn inner_responders() -> Vec<Case<Site>> {
    let taken_page = |status| html(status).says("This name is taken.");
    let later = taken_page(503).field("retry-after", "7").says("7 s").without("etag");
    let rows = [
        row("with another status", get().at("/with-status"), ATTACHED, taken_page(410)),
        row("with a type", get().at("/with-type"), ATTACHED, taken_page(409)),
        row("derived, with fields", get().at("/with-fields"), ATTACHED, later),
        row(
            "of a responder that fails, without its page",
            get().at("/failing"),
            ATTACHED,
            html(502).lacks("taken"),
        ),
    ];
    rule("a page can be the inner responder of others", rows)
}

#[on_get("/no-page")]
fn no_page() -> Result<(), NoPage> {
    Err(NoPage)
}

#[on_get("/no-page-with-status")]
fn no_page_with_status() -> (Status, NoPage) {
    (Status::NotFound, NoPage)
}

#[derive(Responder)]
#[response(status = 429)]
struct Around(NoPage, Header<'static>);

#[on_get("/no-page-around")]
fn no_page_around() -> Around {
    Around(NoPage, Header::new("Retry-After", "7"))
}

#[on_get("/no-page-alone")]
fn no_page_alone() -> NoPage {
    NoPage
}

#[on_get("/kept")]
fn kept() -> WithoutPage<(Status, &'static str)> {
    WithoutPage((Status::ServiceUnavailable, "starting"))
}

fn marked() -> Vec<Case<Site>> {
    let masked: Site =
        || site().attach(ErrorPages::with_options(Options::new().framework_texts(FrameworkTexts::Replaced)));
    let rows = [
        row("as an error", get().at("/no-page"), ATTACHED, nothing(200)),
        row("with a status", get().at("/no-page-with-status"), ATTACHED, nothing(404).without("vary")),
        row(
            "with a status to HEAD",
            head().at("/no-page-with-status"),
            ATTACHED,
            nothing(404).without("vary"),
        ),
        row(
            "derived, with fields",
            get().at("/no-page-around"),
            ATTACHED,
            nothing(429).field("retry-after", "7").without("vary"),
        ),
        row(
            "around a response with content",
            get().at("/kept"),
            masked,
            exactly(503, "starting").without("vary"),
        ),
        row("by itself", get().at("/no-page-alone"), ATTACHED, nothing(200).without("vary")),
    ];
    rule("the opt-out marker keeps a response unchanged", rows)
}
