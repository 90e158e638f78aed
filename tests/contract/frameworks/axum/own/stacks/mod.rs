//! The layer among other layers. Each row has a whole application, since it shows an order of layers.

mod compression;
mod cors;
mod orders;
mod places;

use std::future::pending;
use std::time::Duration;

use axum::Router;
use axum::response::Html;
use axum::routing::get as on_get;
use http::StatusCode;
use http_status_info::adapter::axum::ErrorPagesLayer;
use http_status_info::codes;
use http_status_info::page::{ErrorPage, FrameworkTexts, Options};
use tower::Layer;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::{ResponseBodyDeadlineLayer, ResponseBodyTimeoutLayer, TimeoutLayer};
use tower_http::trace::TraceLayer;

use crate::case::{Case, Place, Setup, get, head, program, row, rule};
use crate::expect::{html, nothing, own, problem};
use crate::frameworks::axum::driver::{App, app};

pub type Stack = fn() -> App;

pub const SETUPS: [Setup; 2] = [
    Setup { name: "a stack", place: Place::Around, is_over_connection: false },
    Setup { name: "a stack, over a connection", place: Place::Around, is_over_connection: true },
];

const PLAIN: &str = "text/plain; charset=utf-8";

pub fn cases() -> Vec<Case<Stack>> {
    [
        late(),
        panics(),
        layers(),
        sizes(),
        compression::cases(),
        cors::cases(),
        orders::cases(),
        places::cases(),
    ]
    .concat()
}

fn pages() -> ErrorPagesLayer {
    ErrorPagesLayer::new()
}

fn masking() -> ErrorPagesLayer {
    ErrorPagesLayer::with_options(Options::new().framework_texts(FrameworkTexts::Replaced))
}

fn keeping() -> ErrorPagesLayer {
    ErrorPagesLayer::with_options(Options::new().framework_texts(FrameworkTexts::AsDetail))
}

/// The routes of the rows.
fn routes() -> Router {
    Router::new()
        .route("/fails", on_get(async || StatusCode::NOT_FOUND))
        .route("/panics", on_get(async || -> StatusCode { panic!("the secret of the handler") }))
        .route("/waits", on_get(async || pending::<StatusCode>().await))
        .route("/own", on_get(async || (StatusCode::NOT_FOUND, Html("<p>own, long enough to be compressed"))))
        .route("/text", on_get(async || (StatusCode::BAD_REQUEST, "a text, long enough to be compressed")))
        .route("/taken", on_get(async || ErrorPage::new(codes::CONFLICT).with_detail("This name is taken.")))
        .route("/fine", on_get(async || "fine, and long enough to be compressed"))
}

fn late() -> Vec<Case<Stack>> {
    let fallback: Stack = || app(routes().layer(pages()).fallback(async || StatusCode::GONE));
    let route: Stack = || app(routes().layer(pages()).route("/late", on_get(async || StatusCode::GONE)));
    let route_layer: Stack = || app(routes().route_layer(pages()));
    let around: Stack = || app(pages().layer(routes().fallback(async || StatusCode::GONE)));
    let rows = [
        row("a fallback", get().at("/nowhere"), fallback, nothing(410).and_no_other()),
        row("but a route before that fallback", get().at("/fails"), fallback, html(404)),
        row("a route", get().at("/late"), route, nothing(410).and_no_other()),
        row("but an unmatched path before that route", get().at("/nowhere"), route, html(404)),
        row(
            "an unmatched path with a route_layer",
            get().at("/nowhere"),
            route_layer,
            nothing(404).and_no_other(),
        ),
        row("but a fallback, with the layer around the Router", get().at("/nowhere"), around, html(410)),
    ];
    rule("the layer does not cover routes and fallbacks that are added after it", rows)
}

fn panics() -> Vec<Case<Stack>> {
    let inside: Stack = || app(routes().layer(CatchPanicLayer::new()).layer(masking()));
    let kept: Stack = || app(keeping().layer(routes().layer(CatchPanicLayer::new())));
    let untouched: Stack = || app(routes().layer(CatchPanicLayer::new()).layer(pages()));
    let outside: Stack = || app(routes().layer(masking()).layer(CatchPanicLayer::new()));
    let bare: Stack = || {
        let catch = CatchPanicLayer::custom(|_| {
            let mut response = http::Response::new(axum::body::Body::empty());
            *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
            response
        });
        app(routes().layer(catch).layer(pages()))
    };
    let request = || get().at("/panics");
    let as_it_is = own(500, PLAIN).says("Service panicked").lacks("secret").without("vary");
    let rows = [
        row("masked", request(), inside, html(500).lacks("panicked").lacks("secret")),
        row(
            "masked as a problem",
            program().at("/panics"),
            inside,
            problem(500).no_member("detail").lacks("panicked"),
        ),
        row("masked to HEAD", head().at("/panics"), inside, html(500)),
        row("kept", program().at("/panics"), kept, problem(500).member("detail", "Service panicked")),
        row("untouched", request(), untouched, as_it_is.clone()),
        row("of a panic handler that writes no content", request(), bare, html(500).lacks("secret")),
        row("not with the layer inside", request(), outside, as_it_is),
    ];
    rule("a panic gets a page if the layer is outside the panic handler", rows)
}

fn layers() -> Vec<Case<Stack>> {
    /// A timeout that is over at once, so that the rows do not depend on time.
    fn timeout() -> TimeoutLayer {
        TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, Duration::ZERO)
    }
    let inside: Stack = || app(routes().layer(timeout()).layer(pages()));
    let outside: Stack = || app(routes().layer(pages()).layer(timeout()));
    let traced: Stack = || app(routes().layer(TraceLayer::new_for_http()).layer(pages()));
    let traced_around: Stack = || app(pages().layer(TraceLayer::new_for_http().layer(routes())));
    let tracing: Stack = || app(routes().layer(pages()).layer(TraceLayer::new_for_http()));
    let masked: Stack = || app(masking().layer(TraceLayer::new_for_http().layer(routes())));
    let rows = [
        row("a timeout", get().at("/waits"), inside, html(408)),
        row("a timeout to HEAD", head().at("/waits"), inside, html(408)),
        row("a timeout outside", get().at("/waits"), outside, nothing(408).and_no_other()),
        row("inside a timeout", get().at("/fails"), outside, html(404)),
        row("around a trace", get().at("/fails"), traced, html(404)),
        row("around a trace and a Router", get().at("/fails"), traced_around, html(404)),
        row("around a trace, of HEAD", head().at("/fails"), traced_around, html(404)),
        row("around a trace, of a text", get().at("/text"), masked, html(400).lacks("long enough")),
        row("inside a trace", get().at("/fails"), tracing, html(404)),
    ];
    rule("errors of other layers get a page if the layer is outside them", rows)
}

fn sizes() -> Vec<Case<Stack>> {
    /// A limit that is never reached, so that the rows do not depend on time.
    const LIMIT: Duration = Duration::MAX;
    /// Hides the size of each body.
    fn hiding() -> ResponseBodyTimeoutLayer {
        ResponseBodyTimeoutLayer::new(LIMIT)
    }
    let inside: Stack = || app(routes().layer(hiding()).layer(pages()));
    let between: Stack = || app(pages().layer(hiding().layer(routes())));
    let outside: Stack = || app(routes().layer(pages()).layer(hiding()));
    let around: Stack = || app(hiding().layer(pages().layer(routes())));
    let deadline: Stack = || app(routes().layer(ResponseBodyDeadlineLayer::new(LIMIT)).layer(pages()));
    let request = || get().at("/fails");
    let as_json = || request().accepting("application/json");
    let mut rows = vec![row("a deadline inside hides no size", request(), deadline, html(404))];
    for (name, stack) in [("inside", inside), ("inside, around the Router", between)] {
        let name = |row: &str| format!("{name}, {row}");
        rows.push(row(name("there is no page"), request(), stack, nothing(404).and_no_other()));
        rows.push(row(name("there is no problem"), as_json(), stack, nothing(404).and_no_other()));
    }
    for (name, stack) in [("outside", outside), ("outside, around the Router", around)] {
        let name = |row: &str| format!("{name}, {row}");
        rows.push(row(name("there is a page"), request(), stack, html(404)));
        rows.push(row(name("there is a page to HEAD"), head().at("/fails"), stack, html(404)));
        rows.push(row(name("there is a problem"), as_json(), stack, problem(404)));
    }
    rule("a body timeout hides the size of bodies, and belongs outside the layer", rows)
}
