//! The layer for axum in each place for a layer.

use axum::Router;
use http_status_info::adapter::axum::ErrorPagesLayer;
use tower::util::option_layer;
use tower::{Layer, ServiceBuilder};
use tower_http::compression::CompressionLayer;

use super::{Stack, routes};
use crate::case::{Case, Request, get, head, row, rule};
use crate::expect::{html, nothing, own_html};
use crate::frameworks::axum::driver::app;

fn pages() -> ErrorPagesLayer {
    ErrorPagesLayer::new()
}

/// Optional pages.
fn chosen(is_on: bool) -> Option<ErrorPagesLayer> {
    is_on.then(pages)
}

pub fn cases() -> Vec<Case<Stack>> {
    let in_router: Stack = || app(routes().layer(pages()));
    let around: Stack = || app(pages().layer(routes()));
    let optional: Stack = || app(routes().layer(option_layer(chosen(true))));
    let optional_around: Stack = || app(option_layer(chosen(true)).layer(routes()));
    let without: Stack = || app(routes().layer(option_layer(chosen(false))));
    let outside: Stack = || {
        let layers = ServiceBuilder::new().layer(pages()).layer(CompressionLayer::new());
        app(layers.service(routes()))
    };
    let inside: Stack = || {
        let layers = ServiceBuilder::new().layer(CompressionLayer::new()).layer(pages());
        app(layers.service(routes()))
    };
    let outside_in_router: Stack = || {
        let layers = ServiceBuilder::new().layer(pages()).layer(CompressionLayer::new());
        app(routes().layer(layers))
    };
    let inside_in_router: Stack = || {
        let layers = ServiceBuilder::new().layer(CompressionLayer::new()).layer(pages());
        app(routes().layer(layers))
    };
    let in_method_router: Stack = || {
        let failing = axum::routing::get(async || http::StatusCode::NOT_FOUND);
        app(Router::new().route("/fails", failing.layer(pages())))
    };
    let plain = || html(404).without("content-encoding");
    let compressed = || html(404).compressed();
    let rows = [
        row("in a Router", request(), in_router, plain()),
        row("in a Router, HEAD", head().at("/fails"), in_router, plain()),
        row("around a Router", request(), around, plain()),
        row("around a Router, HEAD", head().at("/fails"), around, plain()),
        row("at one route", request(), in_method_router, plain()),
        row("as an option in a Router", request(), optional, plain()),
        row("as an option around a Router", request(), optional_around, plain()),
        row("as an option that is off", request(), without, nothing(404).and_no_other()),
        row("outside compression", request(), outside, plain()),
        row("outside compression, in a Router", request(), outside_in_router, plain()),
        row("inside compression", request(), inside, compressed()),
        row("inside compression, in a Router", request(), inside_in_router, compressed()),
        row("a page of the application stays", get().at("/own"), around, own_html(404).says("<p>own")),
        row("a detail of a handler", get().at("/taken"), optional, html(409).says("This name is taken.")),
    ];
    rule("the layer for axum fits every place for a layer", rows)
}

fn request() -> Request {
    get().at("/fails").with("accept-encoding", "gzip")
}
