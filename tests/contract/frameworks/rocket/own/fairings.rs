//! The fairing among other fairings, and header fields of handlers.

use http_status_info::adapter::rocket::ErrorPages;
use http_status_info::codes;
use http_status_info::page::{ErrorPage, Options};
use rocket::fairing::AdHoc;
use rocket::http::{CookieJar, Header, Status};
use rocket::shield::{NoSniff, Shield};
use rocket::{Build, Rocket, get as on_get, routes};

use super::{Site, bare, branded, pages};
use crate::case::{Case, get, head, program, row, rule};
use crate::expect::{html, nothing, own, problem};

pub fn cases() -> Vec<Case<Site>> {
    [kept(), shield(), twice()].concat()
}

#[on_get("/cookie")]
fn cookie(cookies: &CookieJar<'_>) -> ErrorPage {
    cookies.add(("seen", "1"));
    ErrorPage::new(codes::CONFLICT)
}

#[on_get("/cookie-and-status")]
fn cookie_and_status(cookies: &CookieJar<'_>) -> Status {
    cookies.add(("seen", "1"));
    Status::Conflict
}

#[on_get("/bare")]
fn bare_error() -> (Status, ()) {
    (Status::Gone, ())
}

fn site() -> Rocket<Build> {
    bare().mount("/", routes![cookie, cookie_and_status, bare_error])
}

fn naming() -> ErrorPages {
    ErrorPages::with_options(Options::new().request_id("x-request-id"))
}

fn kept() -> Vec<Case<Site>> {
    /// Gives every response an id.
    fn ids() -> AdHoc {
        AdHoc::on_response("ids", |_, response| {
            Box::pin(async {
                response.set_header(Header::new("X-Request-Id", "made-1"));
            })
        })
    }
    let attached: Site = || site().attach(pages());
    let before: Site = || site().attach(ids()).attach(naming());
    let after: Site = || site().attach(naming()).attach(ids());
    let refused: Site = || site().attach(ids()).register("/", naming());
    let request = || get().at("/bare");
    let has_id = |page: crate::expect::Expect| page.field("x-request-id", "made-1");
    let rows = [
        row("a cookie", get().at("/cookie"), attached, html(409).containing("set-cookie", "seen=1")),
        row(
            "a cookie, to HEAD",
            head().at("/cookie"),
            attached,
            html(409).containing("set-cookie", "seen=1"),
        ),
        // Rocket drops cookies before it calls a catcher.
        row(
            "not a cookie if a catcher answers",
            get().at("/cookie-and-status"),
            attached,
            html(409).without("set-cookie"),
        ),
        row("an id that is set before", request(), before, has_id(html(410).says("<bdi>made-1</bdi>"))),
        row(
            "an id that is set before, for Rocket's own error",
            program(),
            before,
            has_id(problem(404).member("request_id", "made-1")),
        ),
        row("an id that is set after", request(), after, has_id(html(410).lacks("made-1"))),
        row(
            "an id that the client sets",
            request().with("x-request-id", "own-1"),
            after,
            has_id(html(410).says("<bdi>own-1</bdi>")),
        ),
        row("an id that is set after the catcher", get(), refused, has_id(html(404).lacks("made-1"))),
    ];
    rule("fields of other fairings and handlers stay", rows)
}

fn shield() -> Vec<Case<Site>> {
    let attached: Site = || site().attach(pages());
    let registered: Site = || site().register("/", pages());
    let own_before: Site = || site().attach(Shield::new().enable(NoSniff::Enable)).attach(pages());
    let own_after: Site = || site().attach(pages()).attach(Shield::default());
    let none: Site = || site().attach(Shield::new()).attach(pages());
    let sniff = |page: crate::expect::Expect| page.field("x-content-type-options", "nosniff");
    let all = |page| sniff(page).field("x-frame-options", "SAMEORIGIN");
    let rows = [
        row("attached", get().at("/bare"), attached, all(html(410))),
        row("attached, for Rocket's own error", get(), attached, all(html(404))),
        row("registered", get(), registered, all(html(404))),
        row(
            "with another shield before",
            get().at("/bare"),
            own_before,
            sniff(html(410)).without("x-frame-options"),
        ),
        row("with another shield after", get().at("/bare"), own_after, all(html(410))),
        row("without a shield", get().at("/bare"), none, sniff(html(410)).without("x-frame-options")),
        row("without a page", get().with("sec-fetch-dest", "image"), attached, all(nothing(404))),
    ];
    rule("each field of Shield occurs once", rows)
}

/// Replaces a status by another one.
fn turning<const FROM: u16, const TO: u16>() -> AdHoc {
    AdHoc::on_response("another status", |_, response| {
        Box::pin(async {
            if response.status().code == FROM {
                response.set_status(Status::new(TO));
            }
        })
    })
}

/// Shows the first pages a status that gets no page, and the second pages the error again.
macro_rules! shown_as {
    ($status:literal) => {
        || {
            let site = site().attach(turning::<404, $status>()).attach(branded("First"));
            site.attach(turning::<$status, 404>()).attach(branded("Second"))
        }
    };
}

fn twice() -> Vec<Case<Site>> {
    let (success, redirection): (Site, Site) = (shown_as!(200), shown_as!(302));
    let both: Site = || site().attach(branded("First")).attach(branded("Second"));
    let caught: Site =
        || site().register("/", branded("First")).attach(branded("Second")).attach(branded("Third"));
    let first_leaves: Site = || {
        site().attach(ErrorPages::with_options(Options::new().skip(|_, _| true))).attach(branded("Second"))
    };
    let first = |status| html(status).says("First").lacks("Second").varies().field("content-language", "en");
    let rows = [
        row("an error of a handler", get().at("/bare"), both, first(410)),
        row("a page of a handler", get().at("/cookie"), both, first(409)),
        row("Rocket's own error", get(), both, first(404)),
        row("HEAD", head().at("/bare"), both, html(410).varies()),
        row("Rocket's own error, with a catcher", get(), caught, first(404).lacks("Third")),
        row("Rocket's own error, which is a 200 for a while", get(), success, first(404)),
        row("Rocket's own error, which is a 302 for a while", get(), redirection, first(404)),
        row(
            "Rocket answers what the first one's catcher leaves",
            get().accepting("application/json"),
            first_leaves,
            own(404, "application/json").lacks("Second"),
        ),
        row(
            "the second one answers what the first one leaves",
            get().at("/bare"),
            first_leaves,
            html(410).says("Second"),
        ),
    ];
    rule("applying the pages twice is the same as once", rows)
}
