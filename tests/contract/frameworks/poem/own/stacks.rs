//! The middleware among Poem's own: what they show is where its error pages stand.

use std::convert::Infallible;
use std::future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::StatusCode;
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt;
use http_status_info::adapter::poem::ErrorPages;
use http_status_info::page::Options;
use poem::endpoint::make;
use poem::http::Method;
use poem::middleware::{CatchPanic, Compression, Cors, RequestId, SetHeader};
use poem::web::Html;
use poem::{Body, EndpointExt, Error, IntoResponse, Response, Route};

use super::pages::taken;
use super::{Site, branded, keeping, masking, pages, returning, stream};
use crate::case::{Case, get, head, program, row, rule, terminal};
use crate::expect::{VARY, exactly, html, nothing, own, own_html, problem, text};

const PLAIN: &str = "text/plain; charset=utf-8";

pub fn cases() -> Vec<Case<Site>> {
    [compression(), cors(), ids(), panics(), twice(), streams(), fields()].concat()
}

const LONG: &str = "a text, long enough to be compressed";

/// The subject of the rows.
fn routes() -> Route {
    Route::new()
        .at("/fails", returning(|| StatusCode::NOT_FOUND))
        .at(
            "/own",
            returning(|| Html("<p>own, long enough to be compressed").with_status(StatusCode::NOT_FOUND)),
        )
        .at("/text", returning(|| LONG.with_status(StatusCode::BAD_REQUEST)))
        .at("/prints", returning(|| Err::<(), _>(Error::from_string(LONG, StatusCode::CONFLICT))))
        .at("/page", returning(|| Err::<(), _>(taken())))
        .at("/fine", returning(|| LONG))
        .at("/panics", returning(panics_))
        .at(
            "/stream",
            returning(|| (StatusCode::BAD_GATEWAY, stream(&["a ", "stream"])).with_content_type(PLAIN)),
        )
        .at("/typeless", returning(|| Response::from((StatusCode::BAD_GATEWAY, stream(&["a ", "stream"])))))
        .at("/sized", returning(|| (StatusCode::BAD_GATEWAY, never_ending()).with_content_type(PLAIN)))
        .at("/never", make(async |_| future::pending::<()>().await))
}

fn panics_() -> StatusCode {
    panic!("the secret of the handler")
}

fn compression() -> Vec<Case<Site>> {
    let outside: Site = || routes().with(masking()).with(Compression::new()).boxed();
    let inside: Site = || routes().with(Compression::new()).with(masking()).boxed();
    let asked = |path| get().at(path).with("accept-encoding", "gzip");
    let page = |status| html(status).without("content-encoding");
    let mut rows = vec![
        row("outside, a page", asked("/fails"), outside, html(404).compressed()),
        row(
            "outside, a problem",
            asked("/fails").accepting("application/json"),
            outside,
            problem(404).compressed(),
        ),
        row("outside, a text", asked("/text"), outside, html(400).compressed().lacks("long enough")),
        row("outside, what an error prints", asked("/prints"), outside, html(409).compressed().lacks("long")),
        row("outside, an unmatched path", asked("/nowhere"), outside, html(404).compressed()),
        row("outside, not wanted", get().at("/fails"), outside, page(404)),
        // Poem makes a stream of nothing.
        row(
            "inside, nothing is compressed already",
            asked("/fails"),
            inside,
            nothing(404).without("vary").compressed(),
        ),
        row("inside, an error is not compressed", asked("/nowhere"), inside, page(404)),
        row(
            "inside, a text is compressed already",
            asked("/text"),
            inside,
            own(400, PLAIN).says("long").compressed(),
        ),
        row("inside, not wanted", get().at("/fails"), inside, page(404)),
    ];
    for (name, site) in [("outside", outside), ("inside", inside)] {
        let name = |what: &str| format!("{name}, {what}");
        let own_page = own_html(404).says("<p>own").compressed().without("content-language");
        rows.push(row(name("the application's page"), asked("/own"), site, own_page));
        rows.push(row(name("a success"), asked("/fine"), site, own(200, PLAIN).says("long").compressed()));
    }
    rule("compression outside compresses pages, inside it leaves no bare response", rows)
}

const A: &str = "https://a.example";

fn cors() -> Vec<Case<Site>> {
    let inside: Site = || routes().with(Cors::new()).with(pages()).boxed();
    let inside_masked: Site = || routes().with(Cors::new()).with(masking()).boxed();
    let outside: Site = || routes().with(pages()).with(Cors::new()).boxed();
    let refusing: Site =
        || routes().with(Cors::new().allow_origin(A).allow_method(Method::GET)).with(masking()).boxed();
    let by = |path| get().at(path).with("origin", A);
    let allowed = |page: crate::expect::Expect| page.field("access-control-allow-origin", A);
    let with_origin = |page: crate::expect::Expect| allowed(page).vary([&["Origin"], &VARY[..]].concat());
    let rows = [
        row("inside", by("/fails"), inside, with_origin(html(404))),
        row("inside, HEAD", head().at("/fails").with("origin", A), inside, with_origin(html(404))),
        row("inside, without an origin", get().at("/fails"), inside, html(404).varies()),
        row("inside, an error without an origin", get().at("/nowhere"), inside, html(404).varies()),
        row(
            "inside, an error is a text",
            by("/nowhere"),
            inside,
            allowed(exactly(404, "not found")).vary(["Origin"]),
        ),
        row("inside, an error is a text and masked", by("/nowhere"), inside_masked, with_origin(html(404))),
        row(
            "inside, an error with a page",
            by("/page"),
            inside,
            with_origin(html(409)).says("This name is taken."),
        ),
        row(
            "inside, it refuses",
            get().at("/fails").with("origin", "https://b.example"),
            refusing,
            html(403).lacks("request-origin").without("access-control-allow-origin"),
        ),
        // Poem sets the field anew, so that what was there is gone.
        row(
            "outside, without the fields of the choice",
            by("/fails"),
            outside,
            allowed(html(404)).vary(["Origin"]),
        ),
        row("outside, without an origin", get().at("/fails"), outside, html(404).varies()),
    ];
    rule("CORS inside shares the line of Vary, outside it replaces it", rows)
}

fn ids() -> Vec<Case<Site>> {
    fn with_id() -> ErrorPages {
        ErrorPages::with_options(Options::new().request_id("x-request-id"))
    }
    let inside: Site = || routes().with(RequestId::new()).with(with_id()).boxed();
    let outside: Site = || routes().with(with_id()).with(RequestId::new()).boxed();
    let known = || problem(404).containing("x-request-id", "-").says("\"request_id\":\"");
    let rows = [
        row("inside, of a response", program().at("/fails"), inside, known()),
        row(
            "inside, an error has none",
            program().at("/nowhere"),
            inside,
            problem(404).without("x-request-id"),
        ),
        row(
            "outside, it is not shown",
            program().at("/nowhere"),
            outside,
            problem(404).containing("x-request-id", "-").no_member("request_id"),
        ),
    ];
    rule("a request's id is shown where it is set inside, and on every error where it is set outside", rows)
}

fn panics() -> Vec<Case<Site>> {
    let masked: Site = || routes().with(CatchPanic::new()).with(masking()).boxed();
    let untouched: Site = || routes().with(CatchPanic::new()).with(pages()).boxed();
    let inside: Site = || routes().with(masking()).with(CatchPanic::new()).boxed();
    let bare: Site = || {
        let caught = CatchPanic::new().with_handler(|_| StatusCode::INTERNAL_SERVER_ERROR);
        routes().with(caught).with(pages()).boxed()
    };
    let own = || exactly(500, "internal server error").without("vary");
    let rows = [
        row("masked", get().at("/panics"), masked, html(500).lacks("internal server error")),
        row("masked to HEAD", head().at("/panics"), masked, html(500)),
        row("untouched", get().at("/panics"), untouched, own()),
        row("outside of the pages", get().at("/panics"), inside, own()),
        row("with a bare response", get().at("/panics"), bare, html(500)),
    ];
    rule("a panic becomes a page where the pages are outside of what catches it", rows)
}

fn twice() -> Vec<Case<Site>> {
    let both: Site = || routes().with(branded("Inner")).with(branded("Outer")).boxed();
    let kept: Site = || routes().with(keeping()).with(keeping()).boxed();
    let masked: Site = || routes().with(pages()).with(masking()).boxed();
    let asked = || get().at("/fails");
    let inner = || html(404).says("Inner").lacks("Outer").varies().field("content-language", "en");
    let rows = [
        row("HTML", asked(), both, inner()),
        row("an error", get().at("/nowhere"), both, inner()),
        row("HEAD", head().at("/fails"), both, html(404).varies()),
        row("a subresource", asked().with("sec-fetch-dest", "image"), both, nothing(404).varies()),
        row("a page as text is no detail", terminal().at("/fails"), kept, text(404).lacks("\n404 Not Found")),
        row("a text is the detail once", terminal().at("/prints"), kept, text(409).says("long enough")),
        row(
            "what the inner one leaves, the outer one answers",
            get().at("/prints"),
            masked,
            html(409).lacks("long"),
        ),
    ];
    rule("applied twice is as applied once", rows)
}

/// A stream that says how long it is, and has none of it.
struct NeverEnding;

impl http_body::Body for NeverEnding {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Pending
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(8)
    }
}

fn never_ending() -> Body {
    NeverEnding.map_err(|never| -> io::Error { match never {} }).boxed().into()
}

fn streams() -> Vec<Case<Site>> {
    let masked: Site = || routes().with(masking()).boxed();
    let kept: Site = || routes().with(keeping()).boxed();
    let stream = || exactly(502, "a stream").without("content-length").without("vary");
    let rows = [
        row("of text", get().at("/stream"), masked, stream()),
        row("of text, where texts are kept", get().at("/stream"), kept, stream()),
        row("of no type", get().at("/typeless"), masked, stream()),
        // It is complete by what it says, and is not waited for.
        row("of a known length, masked", get().at("/sized"), masked, html(502)),
        row("of a known length, kept", program().at("/sized"), kept, problem(502).no_member("detail")),
    ];
    rule("a stream is left alone, and never waited for", rows)
}

fn fields() -> Vec<Case<Site>> {
    fn frames() -> SetHeader {
        SetHeader::new().appending("x-frame-options", "DENY")
    }
    let inside: Site = || routes().with(frames()).with(pages()).boxed();
    let outside: Site = || routes().with(pages()).with(frames()).boxed();
    let rows = [
        row("inside", get().at("/fails"), inside, html(404).field("x-frame-options", "DENY")),
        // Poem sets no fields of errors.
        row("inside, of an error", get().at("/nowhere"), inside, html(404).without("x-frame-options")),
        row("outside", get().at("/fails"), outside, html(404).field("x-frame-options", "DENY")),
        row(
            "outside, of an error",
            get().at("/nowhere"),
            outside,
            html(404).field("x-frame-options", "DENY"),
        ),
    ];
    rule("header fields of other middleware stay", rows)
}
