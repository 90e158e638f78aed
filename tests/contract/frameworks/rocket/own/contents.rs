//! Errors of handlers with content: texts, streams and files, to GET and to HEAD.

use std::io::Cursor;
use std::path::Path;

use rocket::fs::NamedFile;
use rocket::futures::stream;
use rocket::http::{ContentType, Status};
use rocket::response::content::{RawHtml, RawText};
use rocket::response::status::BadRequest;
use rocket::response::stream::{ByteStream, Event, EventStream, TextStream};
use rocket::response::{self, Responder, Response};
use rocket::{Build, Request, Rocket, get as on_get, head as on_head, routes};

use super::{Site, bare, keeping, masking, pages};
use crate::case::{Case, get, head, program, row, rule, terminal};
use crate::expect::{exactly, html, own, problem, text};

const HTML: &str = "text/html; charset=utf-8";
const PLAIN: &str = "text/plain; charset=utf-8";

pub fn cases() -> Vec<Case<Site>> {
    [texts(), streams(), heads()].concat()
}

#[on_get("/bare")]
fn bare_error() -> (Status, ()) {
    (Status::Gone, ())
}

#[on_get("/own")]
fn own_page() -> (Status, RawHtml<&'static str>) {
    (Status::NotFound, RawHtml("<p>own"))
}

#[on_get("/text")]
fn own_text() -> BadRequest<RawText<&'static str>> {
    BadRequest(RawText("the secret of the handler"))
}

fn site() -> Rocket<Build> {
    let streams = routes![text_stream, byte_stream, event_stream, file, huge];
    let heads = routes![head_bare, head_own];
    bare().mount("/", [routes![bare_error, own_page, own_text], streams, heads].concat())
}

const ATTACHED: Site = || site().attach(pages());
const MASKING: Site = || site().attach(masking());
const KEEPING: Site = || site().attach(keeping());

fn texts() -> Vec<Case<Site>> {
    let rows = [
        row("untouched", get().at("/text"), ATTACHED, own(400, PLAIN).says("the secret").without("vary")),
        row("masked", get().at("/text"), MASKING, html(400).lacks("secret")),
        row("masked to HEAD", head().at("/text"), MASKING, html(400)),
        row(
            "kept",
            program().at("/text"),
            KEEPING,
            problem(400).member("detail", "the secret of the handler"),
        ),
        row("kept as text", terminal().at("/text"), KEEPING, text(400).says("the secret of the handler")),
    ];
    rule("an option masks a text or shows it", rows)
}

#[on_get("/text-stream")]
fn text_stream() -> (Status, TextStream<impl stream::Stream<Item = &'static str>>) {
    (Status::BadGateway, TextStream(stream::iter(["a ", "stream"])))
}

#[on_get("/byte-stream")]
fn byte_stream() -> (Status, ByteStream<impl stream::Stream<Item = &'static [u8]>>) {
    (Status::BadGateway, ByteStream(stream::iter([&b""[..]])))
}

#[on_get("/event-stream")]
fn event_stream() -> (Status, EventStream<impl stream::Stream<Item = Event>>) {
    (Status::BadGateway, EventStream::from(stream::iter([Event::data("one")])))
}

#[on_get("/file")]
async fn file() -> (Status, Option<NamedFile>) {
    (
        Status::NotFound,
        NamedFile::open(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/page/render/style.css")).await.ok(),
    )
}

/// A text that is longer than the longest detail.
struct Huge;

impl<'r> Responder<'r, 'static> for Huge {
    fn respond_to(self, _: &'r Request<'_>) -> response::Result<'static> {
        let text = "x".repeat(8_193);
        let mut response = Response::build();
        response.status(Status::BadGateway).header(ContentType::Plain);
        response.sized_body(text.len(), Cursor::new(text)).ok()
    }
}

#[on_get("/huge")]
fn huge() -> Huge {
    Huge
}

fn streams() -> Vec<Case<Site>> {
    let kept = |status, media_type: &str| own(status, media_type).without("vary");
    let rows = [
        row(
            "of text",
            get().at("/text-stream"),
            MASKING,
            exactly(502, "a stream").field("content-type", PLAIN).without("vary"),
        ),
        row(
            "of text, with texts as details",
            get().at("/text-stream"),
            KEEPING,
            exactly(502, "a stream").without("vary"),
        ),
        row("of no bytes", get().at("/byte-stream"), MASKING, exactly(502, "").without("vary")),
        row("of events", get().at("/event-stream"), MASKING, exactly(502, "data:one\n\n").without("vary")),
        row("a file", get().at("/file"), ATTACHED, kept(404, "text/css; charset=utf-8").says(":root")),
        row("a file to HEAD", head().at("/file"), ATTACHED, kept(404, "text/css; charset=utf-8")),
        row(
            "a long text, with texts as details",
            program().at("/huge"),
            KEEPING,
            problem(502).no_member("detail"),
        ),
    ];
    rule("a stream stays unchanged, and pages never wait for it", rows)
}

#[on_head("/head-bare")]
fn head_bare() -> (Status, ()) {
    (Status::Gone, ())
}

#[on_head("/head-own")]
fn head_own() -> (Status, RawHtml<&'static str>) {
    (Status::NotFound, RawHtml("<p>own"))
}

fn heads() -> Vec<Case<Site>> {
    let own = exactly(404, "<p>own").field("content-length", "6").field("content-type", HTML).without("vary");
    let rows = [
        row("of a route for GET", head().at("/bare"), ATTACHED, html(410)),
        row("of a route for HEAD", head().at("/head-bare"), ATTACHED, html(410)),
        row("of the application's page", head().at("/own"), ATTACHED, own.clone()),
        row("of the application's page for HEAD", head().at("/head-own"), ATTACHED, own),
        row(
            "of a stream",
            head().at("/text-stream"),
            ATTACHED,
            exactly(502, "").field("content-type", PLAIN).without("vary"),
        ),
    ];
    rule("HEAD gets the header fields of GET and no content", rows)
}
