//! The HTML of pages: its elements, the options of a site, and an application's own renderer.

use std::fmt::{self, Write};

use http_status_info::page::{FrameworkTexts, Options, Page, Renderer, write_html};

use crate::case::{Case, fragments, get, head, htmx, program, row, rule, terminal};
use crate::expect::{Expect, fragment, html, own_html, problem, text};
use crate::given::bare;

pub fn cases() -> Vec<Case> {
    [page(), site(), renderers()].concat()
}

/// Markup that would load or run something, or that the policy forbids.
const UNWANTED: [&str; 10] = [
    "<script",
    "<link",
    "<img",
    "<iframe",
    "<meta http-equiv",
    " style=",
    " onload=",
    " src=",
    "@import",
    "url(",
];

fn page() -> Vec<Case> {
    let plain = UNWANTED.iter().fold(html(404), |page, part| page.lacks(*part));
    let plain = plain.at_most(2_048, 1_024).says("<meta charset=\"utf-8\">").says("name=\"viewport\"");
    let plain = plain.says("<html lang=\"en\" dir=\"ltr\">").says("<title>404 Not Found</title>");
    let plain = plain.says("</b> Not Found</h1>").says("<style>").says("<main>");
    let part = UNWANTED.iter().fold(fragment(404), |page, part| page.lacks(*part)).lacks("<style");
    let rows = [
        row("a page", get(), bare(404), plain),
        row("a fragment", htmx(), bare(404), part).options(fragments),
    ];
    rule("HTML is short, has one heading, a language and a direction, and loads no external resource", rows)
}

fn site() -> Vec<Case> {
    fn of_site() -> Options {
        Options::new().brand("Example & Books").home("/start").contact("help@example.com")
    }
    fn nameless() -> Options {
        Options::new().brand("").contact("")
    }
    let contact = |address: &'static str, shown: &str, options| {
        row(format!("contact {address}"), get(), bare(404), html(404).says(shown)).options(options)
    };
    let no_home = |name: &str, options| row(name, get(), bare(404), html(404).lacks("<a ")).options(options);
    let home = html(404).says("<a href=\"/\">Home page</a>");
    let branded = html(404).says("<title>404 Not Found – Example &amp; Books</title>");
    let branded =
        branded.says("<p class=\"brand\">Example &amp; Books</p>").says("<a href=\"/start\">Home page</a>");
    let in_text = text(404).says("Example & Books\n\n404 ").says("Contact: help@example.com\n");
    let rows = [
        row("home by default", get(), bare(404), home.lacks("class=\"brand\"").lacks("Contact")),
        row("all", get(), bare(404), branded.says("<a href=\"mailto:help@example.com\">Contact</a>"))
            .options(of_site),
        row("all as text", terminal(), bare(404), in_text).options(of_site),
        row("nothing in a problem", program(), bare(404), problem(404).lacks("Books").lacks("help@"))
            .options(of_site),
        row("home elsewhere", get(), bare(404), html(404).says("<a href=\"https://example.com/\">"))
            .options(|| Options::new().home("https://example.com/")),
        no_home("no home", || Options::new().home("")),
        no_home("no home that is a script", || Options::new().home("javascript:alert(1)")),
        contact("/help", "<a href=\"/help\">Contact</a>", || Options::new().contact("/help")),
        contact("tel:+123", "<a href=\"tel:+123\">Contact</a>", || Options::new().contact("tel:+123")),
        contact("Room 7", "<span>Room 7</span>", || Options::new().contact("Room 7")),
        contact("data:a", "<span>data:a</span>", || Options::new().contact("data:a")),
        contact("@books", "<span>@books</span>", || Options::new().contact("@books")),
        contact("a@b@c", "<span>a@b@c</span>", || Options::new().contact("a@b@c")),
        contact("24/7: 123", "<span>24/7: 123</span>", || Options::new().contact("24/7: 123")),
        contact("24/7:123", "<span>24/7:123</span>", || Options::new().contact("24/7:123")),
        contact("?a:b", "<span>?a:b</span>", || Options::new().contact("?a:b")),
        row(
            "an empty brand and contact",
            get(),
            bare(404),
            html(404).lacks("class=\"brand\"").lacks("<span>").lacks(" – "),
        )
        .options(nameless),
        row("an empty brand and contact as text", terminal(), bare(404), text(404).lacks("Contact"))
            .options(nameless),
    ];
    rule("HTML shows the name of the site, a link to its home page, and the contact", rows)
}

fn written(page: &Page<'_>, out: &mut dyn Write) -> fmt::Result {
    write!(out, "<!DOCTYPE html><title>Own {}</title><p>", page.code())?;
    write_html(out, page.detail().unwrap_or(page.message()))?;
    write!(out, "<p>{:?} {:?} {:?}", page.brand(), page.allow(), page.request_id())
}

/// Writes a page and a policy for it.
struct WithPolicy;

impl Renderer for WithPolicy {
    fn write(&self, page: &Page<'_>, out: &mut dyn Write) -> fmt::Result {
        written(page, out)
    }

    fn content_security_policy(&self) -> Option<&str> {
        Some("img-src 'self'")
    }
}

/// Fails after it wrote a part.
fn failing(_: &Page<'_>, out: &mut dyn Write) -> fmt::Result {
    out.write_str("half of a page")?;
    Err(fmt::Error)
}

const POLICY: &str = "content-security-policy";

fn renderers() -> Vec<Case> {
    fn by_function() -> Options {
        Options::new().renderer(written).brand("Books").request_id("x-request-id")
    }
    fn by_trait() -> Options {
        Options::new().renderer(WithPolicy)
    }
    fn by_failure() -> Options {
        Options::new().renderer(failing)
    }
    let strict = |page: Expect| page.containing(POLICY, "default-src 'none'");
    let own = own_html(404).says("<title>Own 404</title>").says("The page you asked for is not here.");
    let facts = own_html(405).says("Some(\"Books\") [\"GET\"] Some(\"a-1\")");
    let request = get().with("x-request-id", "a-1");
    let rows = [
        row("a function", get(), bare(404), own.clone().without(POLICY)).options(by_function),
        row("a function gets the facts", request, bare(405).with("allow", "GET"), facts).options(by_function),
        row("a function to HEAD", head(), bare(404), own_html(404).without(POLICY)).options(by_function),
        row("a trait with a policy", get(), bare(404), own.clone().field(POLICY, "img-src 'self'"))
            .options(by_trait),
        row(
            "the response's policy before the policy of a trait",
            get(),
            bare(404).with(POLICY, "font-src 'none'"),
            own.field(POLICY, "font-src 'none'"),
        )
        .options(by_trait),
        row(
            "the detail, by the application",
            get(),
            bare(400).text("a <b>"),
            own_html(400).says("<p>a &lt;b&gt;<p>"),
        )
        .options(|| by_function().framework_texts(FrameworkTexts::AsDetail)),
        row(
            "the fallback for a renderer that fails",
            get(),
            bare(404),
            strict(html(404)).lacks("half of a page"),
        )
        .options(by_failure),
        row("the fallback for a renderer that fails, to HEAD", head(), bare(404), strict(html(404)))
            .options(by_failure),
        row("not for a problem", program(), bare(404), problem(404)).options(by_failure),
        row("not for text", terminal(), bare(404), text(404)).options(by_failure),
        row("not for a fragment", htmx(), bare(404), fragment(404)).options(|| by_failure().fragments(true)),
    ];
    rule("an application can render its own HTML", rows)
}
