//! Orders of layers: with layers for request ids, with the layer twice, and in a builder.

use axum::Router;
use axum::routing::get as on_get;
use http::{HeaderValue, Request, StatusCode};
use http_status_info::adapter::axum::ErrorPagesLayer;
use http_status_info::page::Options;
use http_status_info::status_info;
use tower::{Layer, ServiceBuilder};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::request_id::{MakeRequestId, PropagateRequestIdLayer, RequestId, SetRequestIdLayer};
use tower_http::trace::TraceLayer;

use super::{Stack, keeping, masking, pages, routes};
use crate::case::{Case, get, head, row, rule, terminal};
use crate::expect::{exactly, html, nothing, problem, text};
use crate::frameworks::axum::driver::app;

pub fn cases() -> Vec<Case<Stack>> {
    [ids(), twice(), builders()].concat()
}

/// Makes the same id for every request.
#[derive(Clone)]
struct FixedId;

impl MakeRequestId for FixedId {
    fn make_request_id<B>(&mut self, _: &Request<B>) -> Option<RequestId> {
        Some(RequestId::new(HeaderValue::from_static("made-1")))
    }
}

fn naming() -> ErrorPagesLayer {
    ErrorPagesLayer::with_options(Options::new().request_id("x-request-id"))
}

fn ids() -> Vec<Case<Stack>> {
    // `Router::layer` makes the last layer the outermost.
    let inside: Stack = || {
        let router = routes().layer(naming()).layer(PropagateRequestIdLayer::x_request_id());
        app(router.layer(SetRequestIdLayer::x_request_id(FixedId)))
    };
    let outside: Stack = || {
        let router = routes().layer(PropagateRequestIdLayer::x_request_id());
        app(naming().layer(router.layer(SetRequestIdLayer::x_request_id(FixedId))))
    };
    let no_propagation: Stack =
        || app(naming().layer(routes().layer(SetRequestIdLayer::x_request_id(FixedId))));
    let request = || get().at("/fails");
    let with_own = || request().with("x-request-id", "own-1");
    let shown = |id: &str| html(404).says(format!("<bdi>{id}</bdi>")).field("x-request-id", id);
    let rows = [
        row("the pages inside, an id is made", request(), inside, shown("made-1")),
        row("the pages inside, the client sends an id", with_own(), inside, shown("own-1")),
        row("the pages outside, an id is made", request(), outside, shown("made-1")),
        row("the pages outside, the client sends an id", with_own(), outside, shown("own-1")),
        row(
            "the pages outside, HEAD",
            head().at("/fails"),
            outside,
            html(404).field("x-request-id", "made-1"),
        ),
        row(
            "an id that is not propagated",
            request(),
            no_propagation,
            html(404).lacks("made-1").without("x-request-id"),
        ),
        row(
            "as a problem",
            request().accepting("application/json"),
            outside,
            problem(404).member("request_id", "made-1"),
        ),
    ];
    rule("pages show the request id in both orders", rows)
}

fn twice() -> Vec<Case<Stack>> {
    let both: Stack = || app(pages().layer(routes().layer(pages())));
    let masked: Stack = || app(masking().layer(routes().layer(masking())));
    let kept: Stack = || app(keeping().layer(routes().layer(keeping())));
    let inner_first: Stack = || {
        let [inner, outer] =
            ["Inner", "Outer"].map(|brand| ErrorPagesLayer::with_options(Options::new().brand(brand)));
        app(outer.layer(routes().layer(inner)))
    };
    let outer_only: Stack = || {
        let late = routes().layer(pages()).route("/late", on_get(async || StatusCode::GONE));
        app(ErrorPagesLayer::with_options(Options::new().brand("Outer")).layer(late))
    };
    let inner_leaves: Stack = || {
        let inner = ErrorPagesLayer::with_options(Options::new().skip(|_, _| true));
        app(pages().layer(routes().layer(inner)))
    };
    // The whole content, so that there is no page within the page.
    let status = status_info(404).unwrap();
    let once = exactly(404, format!("404 Not Found\n\n{}\n", status.visitor().unwrap()));
    let request = || get().at("/taken");
    let rows = [
        row("HTML", get().at("/fails"), both, html(404).varies().field("content-language", "en")),
        row("HEAD", head().at("/fails"), both, html(404).varies()),
        row("a subresource", get().at("/fails").with("sec-fetch-dest", "image"), both, nothing(404).varies()),
        row("a page as text", terminal().at("/taken"), both, text(409).says("This name is taken.")),
        row(
            "a page as text is no text to mask",
            terminal().at("/taken"),
            masked,
            text(409).says("This name is taken."),
        ),
        row("a page as text is no detail", terminal().at("/fails"), kept, once),
        row(
            "the inner one takes precedence",
            get().at("/fails"),
            inner_first,
            html(404).says("Inner").lacks("Outer"),
        ),
        row(
            "the outer one answers what the inner one does not cover",
            get().at("/late"),
            outer_only,
            html(410).says("Outer"),
        ),
        row(
            "the outer one answers what the inner one leaves",
            request(),
            inner_leaves,
            html(409).says("This name is taken."),
        ),
    ];
    rule("applying the pages twice is the same as once", rows)
}

fn builders() -> Vec<Case<Stack>> {
    // The first layer is the outermost.
    let builder: Stack = || {
        let layers = ServiceBuilder::new().layer(TraceLayer::new_for_http()).layer(masking());
        app(layers.layer(CatchPanicLayer::new()).service(routes()))
    };
    let in_router: Stack = || {
        let layers = ServiceBuilder::new().layer(masking()).layer(CatchPanicLayer::new());
        app(routes().layer(layers))
    };
    let of_one_route: Stack = || {
        let failing = on_get(async || StatusCode::NOT_FOUND);
        let one = Router::new().route("/a", failing.clone().layer(pages())).route("/b", failing);
        app(one)
    };
    let rows = [
        row("a bare error", get().at("/fails"), builder, html(404)),
        row("a panic", get().at("/panics"), builder, html(500).lacks("panicked")),
        row("an unmatched path", get().at("/nowhere"), builder, html(404)),
        row("a bare error, in a Router", get().at("/fails"), in_router, html(404)),
        row("a panic, in a Router", get().at("/panics"), in_router, html(500).lacks("panicked")),
        row("one route", get().at("/a"), of_one_route, html(404)),
        row("not another route", get().at("/b"), of_one_route, nothing(404).and_no_other()),
    ];
    rule("a stack of layers works like single layers", rows)
}
