//! The middleware among other middleware, in several orders.

use std::convert::Infallible;

use actix_web::body::{BodyStream, MessageBody, SizedStream};
use actix_web::dev::ServiceResponse;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::{Compress, DefaultHeaders, ErrorHandlerResponse, ErrorHandlers};
use actix_web::{App, HttpResponse, Result, web};
use bytes::Bytes;

use super::{Site, branded, keeping, masking, pages};
use crate::case::{Case, get, head, program, row, rule, terminal};
use crate::expect::{exactly, html, nothing, own, own_html, problem, text};

const HTML: &str = "text/html; charset=utf-8";
const PLAIN: &str = "text/plain; charset=utf-8";

pub fn cases() -> Vec<Case<Site>> {
    [compression(), handlers(), twice(), streams(), fields()].concat()
}

/// The routes of the rows.
fn routes(config: &mut web::ServiceConfig) {
    const LONG: &str = "a text, long enough to be compressed";
    let own =
        async || HttpResponse::NotFound().content_type(HTML).body("<p>own, long enough to be compressed");
    config
        .route("/fails", web::get().to(async || HttpResponse::NotFound().finish()))
        .route("/own", web::get().to(own))
        .route("/text", web::get().to(async || HttpResponse::BadRequest().content_type(PLAIN).body(LONG)))
        .route("/prints", web::get().to(async || Err::<&str, _>(actix_web::error::ErrorConflict(LONG))))
        .route("/fine", web::get().to(async || LONG))
        .route(
            "/stream",
            web::get().to(async || HttpResponse::BadGateway().content_type(PLAIN).body(stream())),
        )
        .route("/typeless", web::get().to(async || HttpResponse::BadGateway().body(stream())))
        .route("/sized", web::get().to(sized));
}

fn stream() -> impl MessageBody {
    BodyStream::new(tokio_stream::iter(["a ", "stream"].map(|chunk| Ok::<_, Infallible>(Bytes::from(chunk)))))
}

/// A stream with a known length.
async fn sized() -> HttpResponse {
    let chunks = ["a ", "stream"].map(|chunk| Ok::<_, actix_web::Error>(Bytes::from(chunk)));
    HttpResponse::BadGateway().content_type(PLAIN).body(SizedStream::new(8, tokio_stream::iter(chunks)))
}

fn compression() -> Vec<Case<Site>> {
    let outside: Site = site!(App::new().wrap(masking()).wrap(Compress::default()).configure(routes));
    let inside: Site = site!(App::new().wrap(Compress::default()).wrap(masking()).configure(routes));
    let request = |path| get().at(path).with("accept-encoding", "gzip");
    let to_head = |path| head().at(path).with("accept-encoding", "gzip");
    let page = |status| html(status).without("content-encoding");
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
        row(
            "outside, what an error prints",
            request("/prints"),
            outside,
            html(409).compressed().lacks("long enough"),
        ),
        row("outside, an unmatched path", request("/nowhere"), outside, html(404).compressed()),
        row("outside, not accepted", get().at("/fails"), outside, page(404)),
        row("inside, a page", request("/fails"), inside, page(404)),
        row("inside, a page to HEAD", to_head("/fails"), inside, page(404)),
        row(
            "inside, a problem",
            request("/fails").accepting("application/json"),
            inside,
            problem(404).without("content-encoding"),
        ),
        row("inside, an unmatched path", request("/nowhere"), inside, page(404)),
        // The pages cannot recognize the compressed text.
        row(
            "inside, a text is compressed already",
            request("/text"),
            inside,
            own(400, PLAIN).says("long enough").compressed(),
        ),
        row("inside, a text, not accepted", get().at("/text"), inside, page(400).lacks("long enough")),
        // `Compress` answers in place of the application, with a text without a type.
        row(
            "inside, no acceptable coding",
            get().at("/fine").with("accept-encoding", "identity;q=0"),
            inside,
            html(406).lacks("deflate"),
        ),
    ];
    for (name, site) in [("outside", outside), ("inside", inside)] {
        let name = |row: &str| format!("{name}, {row}");
        let own_page = own_html(404).says("<p>own").compressed().without("content-language");
        rows.push(row(name("the application's page"), request("/own"), site, own_page));
        rows.push(row(
            name("a success"),
            request("/fine"),
            site,
            own(200, PLAIN).says("long enough").compressed(),
        ));
    }
    rule("Content-Encoding is right with compression inside or outside", rows)
}

/// Records in a header field whether the error handler sees a page.
#[allow(clippy::unnecessary_wraps, reason = "the signature of an error handler")]
fn marking<B>(mut response: ServiceResponse<B>) -> Result<ErrorHandlerResponse<B>> {
    let is_empty = response.headers().get("content-language").is_none();
    let value = HeaderValue::from_static(if is_empty { "no page" } else { "a page" });
    response.headers_mut().insert(HeaderName::from_static("x-handled"), value);
    Ok(ErrorHandlerResponse::Response(response.map_into_left_body()))
}

/// Writes a page of its own.
#[allow(clippy::unnecessary_wraps, reason = "the signature of an error handler")]
fn writing<B>(response: ServiceResponse<B>) -> Result<ErrorHandlerResponse<B>> {
    let (request, response) = response.into_parts();
    let response = response.set_body("own").map_into_boxed_body().map_into_right_body();
    Ok(ErrorHandlerResponse::Response(ServiceResponse::new(request, response)))
}

fn handlers() -> Vec<Case<Site>> {
    let inside: Site = site!(
        App::new().wrap(ErrorHandlers::new().default_handler(marking)).wrap(masking()).configure(routes)
    );
    let outside: Site = site!(
        App::new().wrap(masking()).wrap(ErrorHandlers::new().default_handler(marking)).configure(routes)
    );
    let own_inside: Site =
        site!(App::new().wrap(ErrorHandlers::new().default_handler(writing)).wrap(pages()).configure(routes));
    let own_outside: Site =
        site!(App::new().wrap(pages()).wrap(ErrorHandlers::new().default_handler(writing)).configure(routes));
    let request = || get().at("/fails");
    let rows = [
        row("inside, a bare error", request(), inside, html(404).field("x-handled", "no page")),
        row(
            "inside, what an error prints",
            get().at("/prints"),
            inside,
            html(409).field("x-handled", "no page"),
        ),
        row("outside, a bare error", request(), outside, html(404).field("x-handled", "a page")),
        row(
            "outside, what an error prints",
            get().at("/prints"),
            outside,
            html(409).field("x-handled", "a page"),
        ),
        row("outside, HEAD", head().at("/nowhere"), outside, html(404).field("x-handled", "a page")),
        row("inside, the handler writes a page", request(), own_inside, exactly(404, "own").without("vary")),
        row("outside, the handler replaces a page", request(), own_outside, exactly(404, "own")),
    ];
    rule("an inner error handler sees the bare error, and an outer one sees the page", rows)
}

fn twice() -> Vec<Case<Site>> {
    let both: Site = site!(App::new().wrap(branded("Inner")).wrap(branded("Outer")).configure(routes));
    let kept: Site = site!(App::new().wrap(keeping()).wrap(keeping()).configure(routes));
    let masked: Site = site!(App::new().wrap(pages()).wrap(masking()).configure(routes));
    let request = || get().at("/fails");
    let inner = || html(404).says("Inner").lacks("Outer").varies().field("content-language", "en");
    let rows = [
        row("HTML", request(), both, inner()),
        row("HEAD", head().at("/fails"), both, html(404).varies()),
        row("a subresource", request().with("sec-fetch-dest", "image"), both, nothing(404).varies()),
        row("a page as text is no detail", terminal().at("/fails"), kept, text(404).lacks("\n404 Not Found")),
        row("a text is the detail once", terminal().at("/prints"), kept, text(409).says("long enough")),
        row(
            "the outer one answers what the inner one leaves",
            get().at("/prints"),
            masked,
            html(409).lacks("long enough"),
        ),
    ];
    rule("applying the pages twice is the same as once", rows)
}

fn streams() -> Vec<Case<Site>> {
    let masked: Site = site!(App::new().wrap(masking()).configure(routes));
    let kept: Site = site!(App::new().wrap(keeping()).configure(routes));
    let untouched: Site = site!(App::new().wrap(pages()).configure(routes));
    let stream = || exactly(502, "a stream").without("content-length").without("vary");
    let sized = || exactly(502, "a stream").field("content-length", "8").without("vary");
    let rows = [
        row("of text", get().at("/stream"), masked, stream()),
        row("of text, where texts are kept", get().at("/stream"), kept, stream()),
        row("of no type", get().at("/typeless"), masked, stream()),
        row("of a known length", get().at("/sized"), untouched, sized()),
        // The length is known, so a page replaces the stream without waiting for it.
        row("of a known length, masked", get().at("/sized"), masked, html(502).lacks("a stream")),
        row("of a known length, kept", program().at("/sized"), kept, problem(502).no_member("detail")),
    ];
    rule("a stream stays unchanged, and pages never wait for it", rows)
}

fn fields() -> Vec<Case<Site>> {
    let inside: Site = site!(
        App::new()
            .wrap(DefaultHeaders::new().add(("x-frame-options", "DENY")))
            .wrap(pages())
            .configure(routes)
    );
    let outside: Site = site!(
        App::new()
            .wrap(pages())
            .wrap(DefaultHeaders::new().add(("x-frame-options", "DENY")))
            .configure(routes)
    );
    let typed: Site =
        site!(App::new().wrap(pages()).wrap(DefaultHeaders::new().add_content_type()).configure(routes));
    let rows = [
        row("inside", get().at("/fails"), inside, html(404).field("x-frame-options", "DENY")),
        row("outside", get().at("/fails"), outside, html(404).field("x-frame-options", "DENY")),
        row("outside, with a default type", get().at("/fails"), typed, html(404)),
    ];
    rule("header fields of other middleware stay", rows)
}
