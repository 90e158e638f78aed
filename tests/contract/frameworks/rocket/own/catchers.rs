//! Rocket's own errors, which go to its catchers.

use http_status_info::codes;
use http_status_info::page::ErrorPage;
use rocket::fairing::AdHoc;
use rocket::form::Form;
use rocket::http::Status;
use rocket::outcome::Outcome;
use rocket::request::{self, FromRequest, Request};
use rocket::response::content::RawHtml;
use rocket::{Build, FromForm, Rocket, catch, catchers, get as on_get, post as on_post, routes};

use super::{Site, bare, branded, pages};
use crate::case::{Case, get, head, program, request, row, rule, terminal};
use crate::expect::{exactly, html, nothing, own_html, problem, text};

pub fn cases() -> Vec<Case<Site>> {
    [refused(), own()].concat()
}

/// Refuses every request, for a reason that visitors must not see.
pub struct Never;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Never {
    type Error = &'static str;

    async fn from_request(_: &'r Request<'_>) -> request::Outcome<Self, Self::Error> {
        Outcome::Error((Status::Forbidden, "the secret of the guard"))
    }
}

/// Forwards every request to the next route, which does not exist.
struct Elsewhere;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Elsewhere {
    type Error = ();

    async fn from_request(_: &'r Request<'_>) -> request::Outcome<Self, ()> {
        Outcome::Forward(Status::Unauthorized)
    }
}

#[derive(FromForm)]
struct Numbers {
    _age: u32,
}

#[on_get("/guarded")]
pub fn guarded(_never: Never) {}

#[on_get("/elsewhere")]
fn elsewhere(_elsewhere: Elsewhere) {}

#[on_get("/number/<_number>")]
fn number(_number: u32) {}

#[on_post("/form", data = "<_numbers>")]
fn form(_numbers: Form<Numbers>) {}

#[on_get("/panics")]
fn panics() -> &'static str {
    panic!("the secret of the handler")
}

#[on_get("/status")]
fn status() -> Status {
    Status::Gone
}

#[on_get("/built")]
pub fn built() -> (Status, ()) {
    (Status::Gone, ())
}

#[on_get("/none")]
fn none() -> Option<&'static str> {
    None
}

#[on_get("/result")]
fn result() -> Result<&'static str, Status> {
    Err(Status::TooManyRequests)
}

fn site() -> Rocket<Build> {
    bare().mount("/", routes![guarded, elsewhere, number, form, panics, status, built, none, result])
}

fn refused() -> Vec<Case<Site>> {
    let attached: Site = || site().attach(pages());
    let registered: Site = || site().register("/", pages());
    let both: Site = || site().register("/", branded("Caught")).attach(branded("Attached"));
    let form = || request("POST").at("/form").with("content-type", "application/x-www-form-urlencoded");
    let kinds = [
        ("an unmatched path", get().at("/nowhere"), 404),
        ("a method without a route", request("DELETE").at("/status"), 404),
        ("a guard that fails", get().at("/guarded"), 403),
        ("a guard that forwards", get().at("/elsewhere"), 401),
        ("a parameter that forwards", get().at("/number/old"), 422),
        ("a form of the wrong type", request("POST").at("/form"), 415),
        ("a form without its fields", form(), 422),
        ("a handler that returns a status", get().at("/status"), 410),
        ("a handler that returns nothing", get().at("/none"), 404),
        ("a handler that returns a status as its error", get().at("/result"), 429),
        ("a panic", get().at("/panics"), 500),
    ];
    let rows = kinds.into_iter().flat_map(|(name, request, status)| {
        let row = |setup: &str, request, site, expect| row(format!("{name}, {setup}"), request, site, expect);
        [
            row("attached", request.clone(), attached, html(status).lacks("secret")),
            row("registered", request.clone(), registered, html(status).lacks("secret")),
            row(
                "both, with the catcher's options",
                request.clone(),
                both,
                html(status).says("Caught").lacks("Attached"),
            ),
            row(
                "as a problem",
                request.clone().accepting("application/json"),
                attached,
                problem(status).no_member("detail"),
            ),
            row(
                "as a problem, registered",
                request.accepting("application/json"),
                registered,
                problem(status),
            ),
        ]
    });
    let others = [
        row("HEAD, attached", head().at("/nowhere"), attached, html(404)),
        row("HEAD, registered", head().at("/nowhere"), registered, html(404)),
        row("HEAD of a route for GET that fails", head().at("/guarded"), registered, html(403)),
        row("as text", terminal().at("/guarded"), registered, text(403)),
        row("a subresource, registered", get().with("sec-fetch-dest", "image"), registered, nothing(404)),
        row("a success", get().at("/number/7"), attached, nothing(200).without("vary")),
        row(
            "not the error of a handler, with the catcher only",
            get().at("/built"),
            registered,
            nothing(410).without("vary"),
        ),
        row("the error of a handler, both", get().at("/built"), both, html(410).says("Attached")),
    ];
    rule("Rocket's own errors get a page", rows.chain(others))
}

#[catch(default)]
fn own_default() -> RawHtml<&'static str> {
    RawHtml("<p>own")
}

#[catch(default)]
fn own_empty() {}

#[catch(404)]
fn own_404() -> RawHtml<&'static str> {
    RawHtml("<p>own")
}

#[catch(404)]
fn page_404() -> ErrorPage {
    ErrorPage::new(codes::NOT_FOUND).with_detail("There is no such book.")
}

#[catch(404)]
fn panics_404() -> &'static str {
    panic!("the secret of the catcher")
}

#[catch(404)]
fn fails_404() -> Status {
    Status::ImATeapot
}

fn own() -> Vec<Case<Site>> {
    let of_all: Site = || site().register("/", catchers![own_default]).attach(pages());
    let late: Site = || site().attach(pages()).register("/", catchers![own_default]);
    let stage: Site = || {
        let stage =
            AdHoc::on_ignite("stage", |rocket| async { rocket.register("/", catchers![own_default]) });
        site().attach(stage).attach(pages())
    };
    let empty: Site = || site().register("/", catchers![own_empty]).attach(pages());
    let of_one: Site = || site().register("/", catchers![own_404]).attach(pages());
    let of_one_registered: Site = || site().register("/", catchers![own_404]).register("/", pages());
    let at_base: Site = || site().register("/shop", catchers![own_default]).attach(pages());
    let with_page: Site = || site().register("/", catchers![page_404]).attach(pages());
    let panicking: Site = || site().register("/", catchers![panics_404]).attach(pages());
    let failing: Site = || site().register("/", catchers![fails_404]).register("/", pages());
    let request = || get().at("/nowhere");
    let kept = |status| own_html(status).says("<p>own").without("content-language");
    let rows = [
        row("for every status", request(), of_all, kept(404)),
        row("for every status, registered later", request(), late, kept(404)),
        row("for every status, from a fairing that is attached before", request(), stage, kept(404)),
        row("for every status, but not for errors of handlers", get().at("/built"), of_all, html(410)),
        row("for every status, without content", request(), empty, html(404)),
        row("for one status", request(), of_one, kept(404)),
        row("for one status, at another status", get().at("/guarded"), of_one, html(403)),
        row("for one status, beside ours", request(), of_one_registered, kept(404)),
        row(
            "for one status, at another status, beside ours",
            get().at("/guarded"),
            of_one_registered,
            html(403),
        ),
        row("at a base", get().at("/shop/nowhere"), at_base, kept(404)),
        row("outside its base", request(), at_base, html(404)),
        row(
            "a catcher that returns a page",
            program().at("/nowhere"),
            with_page,
            problem(404).member("detail", "There is no such book."),
        ),
        row("a catcher that panics", request(), panicking, html(500).lacks("secret")),
        row("a catcher that fails", request(), failing, html(500)),
        row(
            "to HEAD",
            head().at("/nowhere"),
            of_one,
            exactly(404, "<p>own").field("content-length", "6").without("content-language"),
        ),
    ];
    rule("the application's own catchers take precedence", rows)
}
