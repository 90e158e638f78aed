//! The fields by which browsers and htmx describe a request.

use http_status_info::page::{Format, FrameworkTexts, Options};

use super::application::taken;

use crate::case::{Case, Request, fragments as with_fragments, get, head, htmx, request, row, rule};
use crate::expect::{Expect, fragment, html, nothing, problem, text};
use crate::given::{Given, bare};

/// Destinations of the Fetch standard for which a browser shows no page.
const PARTS: [&str; 17] = [
    "audio",
    "audioworklet",
    "font",
    "image",
    "json",
    "manifest",
    "paintworklet",
    "report",
    "script",
    "serviceworker",
    "sharedworker",
    "style",
    "text",
    "track",
    "video",
    "worker",
    "xslt",
];

/// Other destinations, which do not decide the format.
const OTHERS: [&str; 7] = ["embed", "empty", "fencedframe", "frame", "iframe", "object", "nonsense"];

pub fn cases() -> Vec<Case> {
    [navigations(), parts(), without(), fragments(), whole_pages()].concat()
}

fn for_(destination: &str) -> Request {
    get().with("sec-fetch-dest", destination)
}

fn navigations() -> Vec<Case> {
    let json = "application/json";
    let other = |destination: &str| {
        row(
            format!("{destination} decides nothing"),
            for_(destination).accepting(json),
            bare(404),
            problem(404),
        )
    };
    let rows = [
        row("without other fields", for_("document"), bare(404), html(404)),
        row("that accepts JSON", for_("document").accepting(json), bare(404), html(404)),
        row("that refuses HTML", for_("document").accepting("text/html;q=0, */*"), bare(404), html(404)),
        row("by a form", request("POST").with("sec-fetch-dest", "document"), bare(422), html(422)),
        row("to HEAD", head().with("sec-fetch-dest", "document").accepting(json), bare(404), html(404)),
        row("with problems as the default", for_("document"), bare(404), html(404))
            .options(|| Options::new().default_format(Format::Problem)),
    ];
    rule("a navigation gets HTML", rows.into_iter().chain(OTHERS.map(other)))
}

/// Options that ignore `Sec-Fetch-Dest`.
fn unread() -> Options {
    Options::new().fetch_metadata(false)
}

fn without() -> Vec<Case> {
    let json = || for_("document").accepting("application/json");
    let rows = [
        row("a navigation that accepts JSON", json(), bare(404), problem(404).vary(["Accept"])),
        row("a picture", for_("image").accepting("image/*"), bare(404), html(404).vary(["Accept"])),
        row("a script that accepts text", for_("script").accepting("text/plain"), bare(404), text(404)),
    ];
    let of_one_format =
        row("with one format, nothing to vary on", for_("image"), bare(404), html(404).without("vary"))
            .options(|| unread().formats([Format::Html]));
    let rows = rows.map(|row| row.options(unread)).into_iter().chain([of_one_format]);
    rule("Sec-Fetch-Dest is ignored if fetch metadata is off", rows)
}

fn parts() -> Vec<Case> {
    // Only `Vary` changes. Even the fields that describe content stay.
    let left = |status| nothing(status).varies();
    let part = |part: &str| row(part, for_(part), bare(404), left(404).and_no_other());
    let rows = PARTS.map(part).into_iter().chain([
        row("whatever it accepts", for_("image").accepting("text/html"), bare(404), left(404).and_no_other()),
        row(
            "of htmx",
            for_("script").with("hx-request", "true"),
            bare(404),
            nothing(404).varies_with_fragments().and_no_other(),
        )
        .options(with_fragments),
        row("to HEAD", head().with("sec-fetch-dest", "image"), bare(404), left(404).and_no_other()),
        row(
            "that keeps its fields",
            for_("style"),
            bare(503).with("retry-after", "7").with("etag", "\"a\""),
            left(503).field("retry-after", "7").field("etag", "\"a\"").and_no_other(),
        ),
        row("with a page from the handler", for_("image"), bare(409).page(taken), left(409)),
        row(
            "with content",
            for_("image"),
            bare(404).content("image/png", "png"),
            bare(404).content("image/png", "png").unchanged(),
        ),
    ]);
    rule("a subresource gets no page", rows)
}

/// A request of htmx 4 for a part of a page.
fn partial() -> Request {
    htmx().with("hx-request-type", "partial")
}

fn whole_pages() -> Vec<Case> {
    let full = || htmx().with("hx-request-type", "full");
    let boosted = || htmx().with("hx-boosted", "true");
    let in_json = || with_fragments().default_format(Format::Problem);
    let rows = [
        fragment_row("of htmx 4", full().accepting("text/html"), bare(404), html(404)),
        fragment_row("of htmx 4, also boosted", full().with("hx-boosted", "true"), bare(404), html(404)),
        fragment_row("of a boosted link", boosted().accepting("*/*"), bare(404), html(404)),
        fragment_row("of a boosted link, with problems as the default", boosted(), bare(404), html(404))
            .options(in_json),
        fragment_row(
            "to HEAD",
            head().with("hx-request", "true").with("hx-boosted", "true"),
            bare(404),
            html(404),
        ),
        fragment_row("but not without HX-Request", get().with("hx-boosted", "true"), bare(404), problem(404))
            .options(in_json),
        fragment_row(
            "but not if HX-Boosted is false",
            htmx().with("hx-boosted", "false"),
            bare(404),
            fragment(404),
        ),
        fragment_row("but not without HTML on offer", boosted(), bare(404), text(404))
            .options(|| with_fragments().formats([Format::Text, Format::Problem])),
    ];
    rule("htmx gets a whole page if it asks for one", rows)
}

fn fragments() -> Vec<Case> {
    let rows = [
        fragment_row(
            "of htmx 2",
            htmx().accepting("*/*"),
            bare(404),
            fragment(404).says("The page you asked for is not here."),
        ),
        fragment_row("of htmx 4", htmx().accepting("text/html, */*;q=0.1"), bare(422), fragment(422)),
        fragment_row("whatever it accepts", htmx().accepting("application/json"), bare(404), fragment(404)),
        fragment_row("of htmx 4, for a part", partial(), bare(404), fragment(404)),
        fragment_row(
            "of a boosted link to a part",
            partial().with("hx-boosted", "true"),
            bare(404),
            fragment(404),
        ),
        fragment_row("but not a navigation", htmx().with("sec-fetch-dest", "document"), bare(404), html(404)),
        fragment_row("in a fetch", htmx().with("sec-fetch-dest", "empty"), bare(500), fragment(500)),
        fragment_row("to HEAD", head().with("hx-request", "true"), bare(404), fragment(404)),
        fragment_row("of a text", htmx(), bare(400).text("secret"), fragment(400).lacks("secret"))
            .options(|| with_fragments().framework_texts(FrameworkTexts::Replaced)),
        fragment_row(
            "with facts and no links",
            htmx(),
            bare(429).with("retry-after", "7"),
            fragment(429).says("7 s").lacks("<a "),
        )
        .options(|| with_fragments().brand("Example Books").contact("help@example.com")),
        fragment_row(
            "but not if HX-Request is false",
            get().with("hx-request", "false"),
            bare(404),
            html(404),
        ),
        fragment_row("but not for another value", get().with("hx-request", "yes"), bare(404), html(404)),
        fragment_row(
            "but not for an empty value",
            get().with("hx-request", "").accepting("text/plain"),
            bare(404),
            text(404),
        ),
    ];
    let off = [
        row("off by default", htmx(), bare(404), html(404).varies()),
        row("off by default, as JSON", htmx().accepting("application/json"), bare(404), problem(404)),
        row("turned off again", htmx(), bare(404), html(404).varies())
            .options(|| with_fragments().fragments(false)),
    ];
    let rows = rows.into_iter().chain(off);
    rule("htmx gets a fragment if fragments are on", rows)
}

/// A row with fragments on.
fn fragment_row(name: &str, request: Request, given: Given, expect: Expect) -> Case {
    row(name, request, given, expect).options(with_fragments)
}
