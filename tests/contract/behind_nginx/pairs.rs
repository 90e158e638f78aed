//! Pairs of clients that request one address, and the answers that nginx keeps for them.

use http_status_info::page::{Language, Message, Options};

use super::stacks::{Order, Stack};
use crate::case::{Request, fragments, get, head, htmx, program, terminal};

/// Two clients of one address.
#[derive(Clone, Debug)]
pub struct Pair {
    pub name: &'static str,
    pub stack: Stack,
    pub clients: [Request; 2],
    pub kept: Kept,
}

/// The answers that nginx keeps for both clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// One answer for each client.
    Apart,
    /// One answer for both clients.
    Together,
    /// No answer.
    Nothing,
    /// One answer for each client. Before 1.23, nginx sends the answer of the first client to the
    /// second one.
    Mixed,
}

const ALONE: Stack = Stack { options: Options::new, order: Order::Alone };
const INSIDE: Stack = Stack { options: Options::new, order: Order::Inside };

/// A browser's request for a page, with no field but `Accept`.
fn browser() -> Request {
    get().accepting("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
}

fn pair(name: &'static str, stack: Stack, path: &'static str, clients: [Request; 2], kept: Kept) -> Pair {
    Pair { name, stack, clients: clients.map(|client| client.at(path)), kept }
}

/// The pairs for every framework, in the order of middleware that is recommended.
pub fn pairs() -> Vec<Pair> {
    [formats(), fields(), shared(), options(), occurrences()].concat()
}

fn formats() -> Vec<Pair> {
    let pair = |name, clients| pair(name, INSIDE, "/missing", clients, Kept::Apart);
    let any = || get().accepting("*/*");
    vec![
        pair("HTML and JSON", [browser(), program()]),
        pair("HTML and text", [browser(), terminal()]),
        pair("JSON and text", [program(), terminal()]),
        pair("HTML and JSON, HEAD", [browser(), Request { method: "HEAD", ..program() }]),
        pair("a page and a picture", [any(), any().with("sec-fetch-dest", "image")]),
        pair(
            "a navigation and a script",
            ["document", "empty"].map(|destination| program().with("sec-fetch-dest", destination)),
        ),
    ]
}

fn fields() -> Vec<Pair> {
    let origin = |name: &str| program().with("origin", format!("https://{name}.example"));
    let request = |language| browser().in_language(language);
    let languages = Stack { options: two_languages, ..INSIDE };
    let pair = |name, stack, clients| pair(name, stack, "/missing", clients, Kept::Apart);
    vec![
        pair("two origins", INSIDE, ["a", "b"].map(origin)),
        pair("an origin and none", INSIDE, [origin("a"), program()]),
        pair("two languages", languages, ["de", "en"].map(request)),
        pair("a language and none", languages, [request("de"), browser()]),
        pair("a language as HTML and JSON", languages, [request("de"), program().in_language("de")]),
    ]
}

/// Request fields that change no page. Neither preconditions nor ranges count for an error (RFC 9110
/// §13.2.1, §14.2), so nginx fetches the whole page and sends it.
fn shared() -> Vec<Pair> {
    let pair = |name, client| pair(name, INSIDE, "/missing", [get(), client], Kept::Together);
    vec![
        pair("GET and HEAD", head()),
        pair("a condition by tag", get().with("if-none-match", "*")),
        pair("a condition by time", get().with("if-modified-since", "Wed, 01 Jan 2098 00:00:00 GMT")),
        pair("a range", get().with("range", "bytes=0-9")),
        pair("a coding", get().with("accept-encoding", "gzip")),
    ]
}

fn options() -> Vec<Pair> {
    let alone = Stack { options: fragments, ..ALONE };
    let fresh = Stack { options: fresh, ..INSIDE };
    let blind = Stack { options: without_fetch_metadata, ..INSIDE };
    let beside_cors = Stack { options: fragments, ..INSIDE };
    let picture = get().with("sec-fetch-dest", "image");
    vec![
        pair("a fragment and a page", alone, "/missing", [htmx(), get()], Kept::Apart),
        pair(
            "a fragment and a page for htmx",
            alone,
            "/missing",
            [htmx(), htmx().with("hx-boosted", "true")],
            Kept::Apart,
        ),
        pair("fresh, HTML and JSON", fresh, "/fails", [browser(), program()], Kept::Apart),
        pair("no fetch metadata, HTML and JSON", blind, "/missing", [browser(), program()], Kept::Apart),
        pair("no fetch metadata, a page and a picture", blind, "/missing", [get(), picture], Kept::Together),
        pair(
            "a fragment and a page, a longer Vary than nginx keeps",
            beside_cors,
            "/missing",
            [htmx(), get()],
            Kept::Nothing,
        ),
    ]
}

fn occurrences() -> Vec<Pair> {
    let visitor = |name| browser().with("cookie", format!("visitor={name}"));
    let visitors = || ["ada", "bob"].map(visitor);
    let request = |id| browser().with("x-request-id", id);
    let fresh = Stack { options: fresh, ..INSIDE };
    let naming = Stack { options: || Options::new().request_id("x-request-id"), ..INSIDE };
    let pair = |name, stack, path, clients| pair(name, stack, path, clients, Kept::Nothing);
    vec![
        pair("a status that no cache may keep", INSIDE, "/fails", [browser(), program()]),
        pair("a detail", INSIDE, "/visitor", visitors()),
        pair("a detail, fresh", fresh, "/visitor", visitors()),
        pair("a request id", naming, "/missing", ["1", "2"].map(request)),
    ]
}

/// A page and a problem, with other middleware outside the pages.
pub fn outside(name: &'static str, order: Order, kept: Kept) -> Pair {
    let clients = [browser(), program()];
    let clients =
        clients.map(|client| client.with("accept-encoding", "gzip").with("origin", "https://a.example"));
    pair(name, Stack { order, ..INSIDE }, "/missing", clients, kept)
}

/// A page and a problem whose `Vary` has a given length in bytes.
pub fn varying_by(length: usize, name: &'static str, kept: Kept) -> Pair {
    let member = "X".repeat(length - ", Accept, Sec-Fetch-Dest".len());
    let clients = [browser(), program()].map(|client| client.with("x-vary", &member));
    pair(name, ALONE, "/varies", clients, kept)
}

/// Options that let caches store pages of every status.
fn fresh() -> Options {
    Options::new().cache_control("max-age=86400")
}

fn without_fetch_metadata() -> Options {
    Options::new().fetch_metadata(false)
}

static GERMAN: Language =
    Language::new("de", &[Message::new(404, "Nicht gefunden", "Diese Seite gibt es nicht.")]);

fn two_languages() -> Options {
    Options::new().languages([Language::ENGLISH, &GERMAN])
}
