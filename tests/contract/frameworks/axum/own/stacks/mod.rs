//! The layer among other layers: rows whose given thing is a whole application, since
//! what they show is where its error pages stand.

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

use crate::case::{Case, Place, Way, get, head, program, row, rule};
use crate::expect::{html, nothing, own, problem};
use crate::frameworks::axum::driver::{App, app};

pub type Stack = fn() -> App;

pub const WAYS: [Way; 2] = [
    Way { name: "a stack", place: Place::Around, is_over_connection: false },
    Way { name: "a stack, over a connection", place: Place::Around, is_over_connection: true },
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

/// Routes to what the rows are about.
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
        row("a route before that fallback is", get().at("/fails"), fallback, html(404)),
        row("a route", get().at("/late"), route, nothing(410).and_no_other()),
        row("an unmatched path before that route is", get().at("/nowhere"), route, html(404)),
        row(
            "an unmatched path and a route_layer",
            get().at("/nowhere"),
            route_layer,
            nothing(404).and_no_other(),
        ),
        row("a fallback, the layer being around the Router, is", get().at("/nowhere"), around, html(410)),
    ];
    rule("what is added behind the layer is not covered by it", rows)
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
    let asked = || get().at("/panics");
    let as_it_is = own(500, PLAIN).says("Service panicked").lacks("secret").without("vary");
    let rows = [
        row("masked", asked(), inside, html(500).lacks("panicked").lacks("secret")),
        row(
            "masked as a problem",
            program().at("/panics"),
            inside,
            problem(500).no_member("detail").lacks("panicked"),
        ),
        row("masked to HEAD", head().at("/panics"), inside, html(500)),
        row("kept", program().at("/panics"), kept, problem(500).member("detail", "Service panicked")),
        row("untouched", asked(), untouched, as_it_is.clone()),
        row("of a handler of panics that writes nothing", asked(), bare, html(500).lacks("secret")),
        row("the layer being inside, it is not seen", asked(), outside, as_it_is),
    ];
    rule("a panic becomes a page where the layer is outside of what catches it", rows)
}

fn layers() -> Vec<Case<Stack>> {
    /// Over at once, so that nothing depends on time.
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
    rule("errors of other layers get a page where the layer is outside of them", rows)
}

fn sizes() -> Vec<Case<Stack>> {
    /// Never over, so that nothing depends on time.
    const LIMIT: Duration = Duration::MAX;
    /// The size of a body is not known behind it.
    fn hiding() -> ResponseBodyTimeoutLayer {
        ResponseBodyTimeoutLayer::new(LIMIT)
    }
    let inside: Stack = || app(routes().layer(hiding()).layer(pages()));
    let between: Stack = || app(pages().layer(hiding().layer(routes())));
    let outside: Stack = || app(routes().layer(pages()).layer(hiding()));
    let around: Stack = || app(hiding().layer(pages().layer(routes())));
    let telling: Stack = || app(routes().layer(ResponseBodyDeadlineLayer::new(LIMIT)).layer(pages()));
    let asked = || get().at("/fails");
    let as_json = || asked().accepting("application/json");
    let mut rows = vec![row("a deadline inside hides none", asked(), telling, html(404))];
    for (name, stack) in [("inside", inside), ("inside, around the Router", between)] {
        let name = |what: &str| format!("{name}, {what}");
        rows.push(row(name("there is no page"), asked(), stack, nothing(404).and_no_other()));
        rows.push(row(name("there is no problem"), as_json(), stack, nothing(404).and_no_other()));
    }
    for (name, stack) in [("outside", outside), ("outside, around the Router", around)] {
        let name = |what: &str| format!("{name}, {what}");
        rows.push(row(name("there is a page"), asked(), stack, html(404)));
        rows.push(row(name("there is a page to HEAD"), head().at("/fails"), stack, html(404)));
        rows.push(row(name("there is a problem"), as_json(), stack, problem(404)));
    }
    rule("a timeout of bodies hides their size, and so belongs outside of the layer", rows)
}
