//! Compression inside and outside the layer.

use tower::Layer;
use tower_http::compression::CompressionLayer;

use super::{PLAIN, Stack, masking, routes};
use crate::case::{Case, get, head, row, rule};
use crate::expect::{html, nothing, own, own_html, problem};
use crate::frameworks::axum::driver::app;

const HTML: &str = "text/html; charset=utf-8";

pub fn cases() -> Vec<Case<Stack>> {
    let outside: Stack = || app(routes().layer(masking()).layer(CompressionLayer::new()));
    let inside: Stack = || app(routes().layer(CompressionLayer::new()).layer(masking()));
    let between: Stack = || app(masking().layer(routes().layer(CompressionLayer::new())));
    let around: Stack = || app(masking().layer(CompressionLayer::new().layer(routes())));
    let request = |path| get().at(path).with("accept-encoding", "gzip");
    let to_head = |path| head().at(path).with("accept-encoding", "gzip");
    let page = || html(404).without("content-encoding");
    let own_page = || own_html(404).says("<p>own").compressed().without("content-language");
    // The order of the layers decides whether the length is known.
    let own_to_head =
        || nothing(404).field("content-type", HTML).without("content-language").without("x-robots-tag");
    let mut rows = vec![
        row(
            "outside, a page",
            request("/fails"),
            outside,
            html(404).compressed().containing("vary", "accept-encoding"),
        ),
        row(
            "outside, a problem",
            request("/fails").accepting("application/json"),
            outside,
            problem(404).compressed(),
        ),
        row("outside, a text", request("/text"), outside, html(400).compressed().lacks("long enough")),
        row("outside, not accepted", get().at("/fails"), outside, page()),
    ];
    for (name, stack) in [("outside", outside), ("inside", inside), ("between", between), ("around", around)]
    {
        let name = |row: &str| format!("{name}, {row}");
        let fine = own(200, PLAIN).says("fine").compressed();
        rows.push(row(name("the application's page"), request("/own"), stack, own_page()));
        rows.push(row(name("the application's page to HEAD"), to_head("/own"), stack, own_to_head()));
        rows.push(row(name("a success"), request("/fine"), stack, fine));
    }
    for (name, stack) in [("inside", inside), ("between", between), ("around", around)] {
        let name = |row: &str| format!("{name}, {row}");
        // The layer cannot recognize the compressed text.
        let text = own(400, PLAIN).says("long enough").compressed();
        rows.push(row(name("a page"), request("/fails"), stack, page()));
        rows.push(row(name("a page to HEAD"), to_head("/fails"), stack, page()));
        rows.push(row(name("an unmatched path"), request("/nowhere"), stack, page()));
        rows.push(row(
            name("a problem"),
            request("/fails").accepting("application/json"),
            stack,
            problem(404).without("content-encoding"),
        ));
        rows.push(row(name("a text is compressed already"), request("/text"), stack, text));
    }
    rule("Content-Encoding is right with compression inside or outside", rows)
}
