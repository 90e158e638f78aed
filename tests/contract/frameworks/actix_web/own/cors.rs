//! CORS inside and outside the pages.

use actix_cors::Cors;
use actix_web::middleware::DefaultHeaders;
use actix_web::{App, HttpResponse, web};

use super::{Site, pages};
use crate::case::{Case, get, head, program, row, rule};
use crate::expect::{Expect, VARY, html, nothing, problem};

const A: &str = "https://a.example";
const B: &str = "https://b.example";

/// The members that actix-cors writes.
const OF_CORS: [&str; 3] = ["Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers"];

fn cors() -> Cors {
    Cors::default().allowed_origin(A).allowed_origin(B).allowed_methods(["GET"])
}

fn cookie() -> DefaultHeaders {
    DefaultHeaders::new().add(("vary", "Cookie"))
}

fn routes(config: &mut web::ServiceConfig) {
    config.route("/fails", web::get().to(async || HttpResponse::NotFound().finish()));
}

pub fn cases() -> Vec<Case<Site>> {
    // `App::wrap` makes the last middleware the outermost.
    let inside: Site = site!(App::new().wrap(cors()).wrap(pages()).configure(routes));
    let outside: Site = site!(App::new().wrap(pages()).wrap(cors()).configure(routes));
    let permissive: Site =
        site!(App::new().wrap(cookie()).wrap(pages()).wrap(Cors::permissive()).configure(routes));
    let permissive_inside: Site =
        site!(App::new().wrap(cookie()).wrap(Cors::permissive()).wrap(pages()).configure(routes));
    let by = |origin: &str| get().at("/fails").with("origin", origin);
    let allowed = |page: Expect, origin: &str| page.field("access-control-allow-origin", origin);
    let first = |page: Expect| page.vary([&OF_CORS[..], &VARY].concat());
    let last = |page: Expect| page.vary([&VARY[..], &OF_CORS].concat());
    let behind_cookie = |page: Expect, members: [&[&'static str]; 2]| {
        page.vary([&["Cookie"], &members.concat()[..]].concat())
    };
    let rows = [
        row("inside, the first origin", by(A), inside, allowed(first(html(404)), A)),
        row("inside, the second origin", by(B), inside, allowed(first(html(404)), B)),
        row("inside, HEAD", head().at("/fails").with("origin", A), inside, allowed(first(html(404)), A)),
        row(
            "inside, a subresource",
            by(A).with("sec-fetch-dest", "image"),
            inside,
            allowed(first(nothing(404)), A),
        ),
        row("outside, the first origin", by(A), outside, allowed(last(html(404)), A)),
        row(
            "outside, a problem for the second origin",
            by(B).accepting("application/json"),
            outside,
            allowed(last(problem(404)), B),
        ),
        row(
            "outside a field of the application's",
            by(A),
            permissive,
            allowed(behind_cookie(html(404), [&VARY, &OF_CORS]), A),
        ),
        row(
            "outside a field of the application's, no origin",
            program().at("/fails"),
            permissive,
            behind_cookie(problem(404), [&VARY, &OF_CORS]),
        ),
        row(
            "inside, beside a field of the application's",
            by(A),
            permissive_inside,
            behind_cookie(html(404), [&OF_CORS, &VARY]),
        ),
    ];
    rule("CORS keeps the members of Vary, inside and outside", rows)
}
