//! CORS inside and outside the pages.

use http::{HeaderValue, Method, StatusCode};
use tower::Layer;
use tower_http::cors::{AllowOrigin, CorsLayer};
use tower_http::set_header::SetResponseHeaderLayer;

use super::{Stack, pages, routes};
use crate::case::{Case, Request, get, head, request, row, rule};
use crate::expect::{Expect, VARY, html, nothing, own, problem};
use crate::frameworks::axum::driver::app;

/// The members that tower-http writes for a list of origins.
const OF_CORS: [&str; 1] = ["origin"];

const A: &str = "https://a.example";
const B: &str = "https://b.example";

fn cors() -> CorsLayer {
    let origins = [A, B].map(HeaderValue::from_static);
    CorsLayer::new().allow_methods([Method::GET]).allow_origin(AllowOrigin::list(origins))
}

/// Rows with CORS on either side of the pages.
pub fn cases() -> Vec<Case<Stack>> {
    // `Router::layer` makes the last layer the outermost.
    let inside: Stack = || app(routes().layer(cors()).layer(pages()));
    let around: Stack = || app(pages().layer(routes().layer(cors())));
    let outside: Stack = || app(routes().layer(pages()).layer(cors()));
    let permissive: Stack = || app(routes().layer(CorsLayer::very_permissive()).layer(pages()));
    let of_permissive = ["origin", "access-control-request-method", "access-control-request-headers"];
    let with_cookie: Stack = || {
        let cookie = HeaderValue::from_static("Cookie");
        let router = routes().layer(SetResponseHeaderLayer::appending(http::header::VARY, cookie));
        app(router.layer(cors()).layer(pages()))
    };
    let by = |origin: &str| get().at("/fails").with("origin", origin);
    let allowed = |page: Expect, origin: &str| page.field("access-control-allow-origin", origin);
    let one_line = || html(404).vary([&OF_CORS[..], &VARY].concat());
    let two_lines = |page: Expect| page.field("vary", VARY.join(", ")).field("vary", OF_CORS.join(", "));
    let rows = [
        row("inside, the first origin", by(A), inside, allowed(one_line(), A)),
        row("inside, the second origin", by(B), inside, allowed(one_line(), B)),
        row(
            "inside, an origin that is not allowed",
            by("https://c.example"),
            inside,
            one_line().without("access-control-allow-origin"),
        ),
        row("inside, no origin", get().at("/fails"), inside, one_line()),
        row("inside, HEAD", head().at("/fails").with("origin", A), inside, allowed(one_line(), A)),
        row(
            "inside, a subresource",
            by(A).with("sec-fetch-dest", "image"),
            inside,
            allowed(nothing(404).vary([&OF_CORS[..], &VARY].concat()), A),
        ),
        row("inside, around a Router", by(B), around, allowed(one_line(), B)),
        row(
            "inside, an unmatched path",
            get().at("/nowhere").with("origin", A),
            around,
            allowed(one_line(), A),
        ),
        row(
            "inside, with another member of the application",
            by(A),
            with_cookie,
            allowed(html(404).vary([&["Cookie"], &OF_CORS[..], &VARY].concat()), A),
        ),
        row(
            "inside, every origin",
            by(A),
            permissive,
            allowed(html(404).vary([&of_permissive[..], &VARY].concat()), A),
        ),
        row("outside, the first origin", by(A), outside, allowed(two_lines(html(404)), A)),
        row(
            "outside, a problem for the second origin",
            by(B).accepting("application/json"),
            outside,
            allowed(two_lines(problem(404)), B),
        ),
        row("only CORS answers a preflight request", preflight(), inside, allowed(own_nothing(), A)),
        row("a success stays unchanged", get().at("/fine").with("origin", A), inside, success()),
    ];
    rule("CORS inside shares the line of Vary, and CORS outside adds a line", rows)
}

fn preflight() -> Request {
    let request = request("OPTIONS").at("/fails").with("origin", A);
    request.with("access-control-request-method", "GET")
}

fn own_nothing() -> Expect {
    nothing(StatusCode::OK.as_u16()).without("content-language").field("vary", OF_CORS.join(", "))
}

fn success() -> Expect {
    own(200, "text/plain; charset=utf-8").says("fine").field("vary", OF_CORS.join(", "))
}
