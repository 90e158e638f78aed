//! The responses that get a page.

use http_status_info::page::{FrameworkTexts, Options};

use super::application::taken;
use super::texts;
use crate::answer::compressed;
use crate::case::{Case, Setup, get, head, htmx, program, request, row, rule, untouched};
use crate::expect::{html, nothing};
use crate::given::{Given, bare};

pub fn cases() -> Vec<Case> {
    [errors(), others(), content(), streams(), heads(), grpc(), upgrades(), marked(), statuses(), skipped()]
        .concat()
}

fn errors() -> Vec<Case> {
    let page = |code: u16| {
        row(format!("a bare {code} is a page"), get(), bare(code), html(code).at_most(2_048, 1_024))
    };
    let empty = |media_type: &'static str| {
        row(format!("empty content of {media_type}"), get(), bare(404).content(media_type, ""), html(404))
    };
    let method = |method| row(format!("a bare 404 to {method}"), request(method), bare(404), html(404));
    let rows = (400..=599).map(page);
    let rows = rows.chain(["text/html", "text/plain", "application/json", "image/png"].map(empty));
    let rows = rows.chain(["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"].map(method));
    rule("an error without content gets a page, for every status from 400 to 599", rows)
}

fn others() -> Vec<Case> {
    const CODES: [u16; 22] = [
        100, 102, 103, 104, 199, 200, 201, 202, 203, 205, 206, 226, 299, 300, 301, 302, 307, 308, 399, 600,
        700, 999,
    ];
    let interim = |row: Case| match row.given.status {
        100..=199 => row.but(
            Setup::is_over_connection,
            "hyper sends 500 if a service returns an interim response",
            nothing(500),
        ),
        _ => row,
    };
    let bare_ones = CODES.map(|code| interim(untouched(format!("a bare {code}"), get(), bare(code))));
    let rows = bare_ones.into_iter().chain([
        untouched("a bare 204, which has no content anyway", get(), bare(204)),
        untouched(
            "a bare 304, which has none either",
            get(),
            bare(304).with("etag", "\"a\"").with("vary", "Accept"),
        ),
        untouched("a redirect keeps its text", get(), bare(302).with("location", "/").text("This way")),
        untouched("a success keeps its content", get(), bare(200).content("text/html", "<p>Hello")),
        untouched("a success keeps its empty text", head(), bare(200).content("text/plain", "")),
        untouched("a success is not masked", get(), bare(200).text("Hello")).options(texts::masked),
    ]);
    rule("other statuses stay unchanged", rows)
}

fn content() -> Vec<Case> {
    let own = |media_type: &'static str| {
        untouched(format!("a page in {media_type}"), get(), bare(404).content(media_type, "own"))
    };
    let gzip = compressed(b"<p>No such book");
    let types = ["text/html", "text/plain", "application/json", "application/problem+json", "image/png"];
    let rows = types.map(own).into_iter().chain([
        untouched("every field stays", get(), with_everything(bare(500).content("text/html", "<p>Sorry"))),
        untouched("a single byte is content", get(), bare(404).content("application/octet-stream", "\0")),
        untouched(
            "compressed content",
            get(),
            bare(404).content("text/html", &gzip).with("content-encoding", "gzip"),
        ),
        untouched("content and an extension", get(), bare(409).content("application/json", "{}").page(taken)),
        untouched("for a program", program(), bare(404).content("text/html", "own")),
        untouched("for htmx", htmx(), bare(404).content("text/html", "own")),
        untouched("other content while texts are masked", get(), bare(404).content("application/json", "{}"))
            .options(texts::masked),
    ]);
    rule("the application's own content stays unchanged", rows)
}

/// Adds all fields that a page would change.
fn with_everything(given: Given) -> Given {
    let given = given.with("etag", "\"a\"").with("last-modified", "Sun, 06 Nov 1994 08:49:37 GMT");
    let given = given.with("accept-ranges", "bytes").with("content-disposition", "inline");
    given.with("content-language", "fr").with("repr-digest", "sha-256=:AA==:").with("vary", "Origin")
}

fn streams() -> Vec<Case> {
    let rows = [
        untouched("chunks", get(), bare(500).stream("text/html", &["<p>", "Sorry"])),
        untouched("chunks of plain text", get(), bare(500).stream("text/plain", &["So", "rry"])),
        untouched("chunks of plain text, masked", get(), bare(500).stream("text/plain", &["So", "rry"]))
            .options(texts::masked),
        untouched("chunks of plain text, kept", get(), bare(500).stream("text/plain", &["So", "rry"]))
            .options(texts::kept),
        untouched("a stream with no chunk", get(), bare(502).empty_stream()),
        untouched("events", get(), bare(503).stream("text/event-stream", &["data: a\n\n"])),
        untouched("HEAD of chunks", head(), bare(500).stream("text/html", &["<p>", "Sorry"])),
        untouched(
            "HEAD of chunks of plain text, masked",
            head(),
            bare(500).stream("text/plain", &["So", "rry"]),
        )
        .options(texts::masked),
    ];
    rule("a stream stays unchanged, even without bytes", rows)
}

fn heads() -> Vec<Case> {
    let page = || bare(404).with("content-type", "text/html").with("content-length", "5120");
    let own = bare(404).content("text/html", "own");
    let rows = [
        untouched("the length without the content", head(), page()),
        untouched("the length without the content, masked", head(), page()).options(texts::masked),
        untouched("the content, for the server to strip", head(), own.with("etag", "\"a\"")),
        row("a length of 0", head(), bare(404).with("content-length", "0"), html(404)),
        row("no length", head(), bare(404), html(404)),
    ];
    let name = "an empty response to HEAD with the length of the application's page stays unchanged";
    rule(name, rows)
}

fn grpc() -> Vec<Case> {
    let rows = [
        untouched("a response of gRPC", get(), bare(415).with("content-type", "application/grpc")),
        untouched("with a message format", get(), bare(503).with("content-type", "application/grpc+proto")),
        untouched(
            "a response of gRPC-Web",
            get(),
            bare(500).with("content-type", "application/grpc-web-text"),
        ),
        untouched("in capitals", get(), bare(500).with("content-type", "Application/gRPC")),
        untouched("a request of gRPC", request("POST").with("content-type", "application/grpc"), bare(404)),
        untouched(
            "a request of gRPC in JSON",
            request("POST").with("content-type", "application/grpc+json"),
            bare(404),
        ),
        row(
            "a request of something else",
            request("POST").with("content-type", "application/json"),
            bare(404),
            html(404),
        ),
    ];
    rule("gRPC responses stay unchanged", rows)
}

fn upgrades() -> Vec<Case> {
    let request = get().with("connection", "upgrade").with("upgrade", "websocket");
    let rows = [
        untouched(
            "switching",
            request.clone(),
            bare(101).with("connection", "upgrade").with("upgrade", "websocket"),
        ),
        row(
            "a refused upgrade gets a page",
            request,
            bare(426).with("upgrade", "websocket"),
            html(426).field("upgrade", "websocket"),
        ),
    ];
    rule("an upgrade stays unchanged", rows)
}

fn marked() -> Vec<Case> {
    let rows = [
        untouched("a bare error", get(), bare(404).marked()),
        untouched("HEAD", head(), bare(404).marked()),
        untouched("with fields that describe content", get(), with_everything(bare(404)).marked()),
        untouched("with an extension", get(), bare(409).page(taken).marked()),
        untouched("a subresource", get().with("sec-fetch-dest", "image"), bare(404).marked()),
        untouched("a framework's text", get(), bare(500).text("secret").marked()).options(texts::masked),
    ];
    rule("the opt-out marker keeps a response unchanged", rows)
}

fn statuses() -> Vec<Case> {
    fn chosen() -> Options {
        Options::new().statuses((500..=599).chain([404, 200, 700, 65_535]))
    }
    let untouched = |code| untouched(format!("a bare {code}"), get(), bare(code)).options(chosen);
    let answered =
        |code| row(format!("a bare {code} that is included"), get(), bare(code), html(code)).options(chosen);
    let none = || Options::new().statuses([]);
    let rows = [400, 403, 405, 463, 464, 499, 200, 700].map(untouched).into_iter();
    let rows = rows.chain([404, 500, 511, 527, 528, 591, 592, 599].map(answered));
    let rows = rows.chain([self::untouched("none", get(), bare(404)).options(none)]);
    rule("responses with excluded statuses stay unchanged", rows)
}

fn skipped() -> Vec<Case> {
    fn of_api() -> Options {
        Options::new().skip(|_, path| path.ends_with("/api"))
    }
    fn of_posts() -> Options {
        Options::new().skip(|method, _| method == "POST")
    }
    let rows = [
        untouched("a path", get().at("/api"), bare(404)).options(of_api),
        untouched("a path with a query", get().at("/api?page=2"), bare(404)).options(of_api),
        untouched("HEAD", head().at("/api"), bare(404)).options(of_api),
        untouched("a framework's text", get().at("/api"), bare(404).text("a"))
            .options(|| of_api().framework_texts(FrameworkTexts::Replaced)),
        row("another path", get().at("/apis"), bare(404), html(404)).options(of_api),
        untouched("a method", request("POST"), bare(404)).options(of_posts),
        row("another method", request("PUT"), bare(404), html(404)).options(of_posts),
    ];
    rule("responses to skipped requests stay unchanged", rows)
}
