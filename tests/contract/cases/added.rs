//! The header fields that a page adds.

use http_status_info::page::{ErrorPage, Format, Options, STYLE_HASH_SOURCE};

use super::languages::in_three;
use super::texts;
use crate::case::{Case, fragments, get, head, htmx, program, row, rule, terminal};
use crate::expect::{Expect, VARY, VARY_OF_FRAGMENTS, fragment, html, nothing, problem, text};
use crate::given::{Given, bare};

pub fn cases() -> Vec<Case> {
    [languages(), vary(), sniffing(), robots(), policies(), caches(), values(), heads()].concat()
}

fn languages() -> Vec<Case> {
    let french = || bare(404).with("content-language", "fr");
    let rows = [
        row("of HTML", get(), bare(404), html(404).field("content-language", "en")),
        row("of a problem", program(), bare(404), problem(404).field("content-language", "en")),
        row("of text", terminal(), bare(404), text(404).field("content-language", "en")),
        row("of a fragment", htmx(), bare(404), fragment(404).field("content-language", "en"))
            .options(fragments),
        row("to HEAD", head(), bare(404), html(404).field("content-language", "en")),
        row(
            "in place of the language of the old content",
            get(),
            french(),
            html(404).field("content-language", "en"),
        ),
        row(
            "of the negotiated language",
            get().in_language("de"),
            french(),
            html(404).field("content-language", "de"),
        )
        .options(in_three),
    ];
    rule("Content-Language is the language of the page", rows)
}

fn vary() -> Vec<Case> {
    let with = |value: &str| bare(404).with("vary", value);
    let after = |first: &[&'static str]| html(404).vary([first, &VARY].concat());
    let merged = |name: &str, given: Given, members: &[&'static str]| {
        row(name, get(), given, html(404).vary(members.to_vec()))
    };
    let image = || get().with("sec-fetch-dest", "image");
    let rows = [
        row("of three formats", get(), bare(404), html(404).varies()),
        row("of a problem", program(), bare(404), problem(404).varies()),
        row("to HEAD", head(), bare(404), html(404).varies()),
        row("after another member", get(), with("Origin"), after(&["Origin"])),
        row(
            "after others in two lines",
            get(),
            with("Origin, Cookie").with("vary", "X-Tenant"),
            after(&["Origin", "Cookie", "X-Tenant"]),
        ),
        row(
            "to HEAD, after others in two lines",
            head(),
            with("Origin").with("vary", "X-Tenant"),
            after(&["Origin", "X-Tenant"]),
        ),
        merged("one is already there", with("accept"), &["accept", "Sec-Fetch-Dest"]),
        merged("one is already there, in capitals", with("ACCEPT"), &["ACCEPT", "Sec-Fetch-Dest"]),
        merged("all are already there", with(&VARY.join(" ,")), &VARY),
        merged(
            "all are already there, in two lines",
            with("sec-fetch-dest").with("vary", "Accept"),
            &["sec-fetch-dest", "Accept"],
        ),
        merged(
            "one is already there, between others",
            with("Origin, Accept").with("vary", "Cookie"),
            &["Origin", "Accept", "Cookie", "Sec-Fetch-Dest"],
        ),
        merged(
            "the application repeats one",
            with("Origin").with("vary", "origin, Cookie, ORIGIN"),
            &["Origin", "Cookie", "Accept", "Sec-Fetch-Dest"],
        ),
        merged("empty members", with(" ,, Origin ,"), &["Origin", "Accept", "Sec-Fetch-Dest"]),
        merged("an empty line", with(""), &VARY),
        row("a name that only contains one", get(), with("X-Accept"), after(&["X-Accept"])),
        merged("a star", with("*"), &["*"]),
        merged("a star among others", with("Origin, *"), &["*"]),
        merged("a star in another line", with("Origin").with("vary", "*"), &["*"]),
        merged("more than 64 members", with(&many()), &["*"]),
        row("of no page for a subresource", image(), bare(404), nothing(404).varies()),
        row(
            "of no page, after others in two lines",
            image(),
            with("Origin").with("vary", "Cookie"),
            nothing(404).vary([&["Origin", "Cookie"], &VARY[..]].concat()),
        ),
        row("of no page, a star among others", image(), with("Origin, *"), nothing(404).vary(["*"])),
        row("of a masked text", get(), bare(500).text("secret"), html(500).varies()).options(texts::masked),
    ];
    let rows = rows.into_iter().chain(vary_of_options()).chain(short_vary());
    rule("Vary is one line: its old members and the fields that the choice depends on, each once", rows)
}

/// More members than a page merges.
fn many() -> String {
    (0..65).map(|number| format!("x-{number}")).collect::<Vec<_>>().join(", ")
}

/// Rows whose `Vary` names only the fields that the options make the choice depend on.
fn vary_of_options() -> [Case; 10] {
    let with_fragments = |first: &[&'static str]| [first, &VARY_OF_FRAGMENTS].concat();
    let in_languages = ["Accept", "Accept-Language", "Sec-Fetch-Dest"];
    let of_html = with_fragments(&["Accept-Language", "Sec-Fetch-Dest"]);
    [
        row("of a fragment", htmx(), bare(404), fragment(404).varies_with_fragments()).options(fragments),
        row("of a page beside fragments", get(), bare(404), html(404).varies_with_fragments())
            .options(fragments),
        row("of languages", get(), bare(404), html(404).vary(in_languages)).options(in_three),
        row("of HTML alone", get(), bare(404), html(404).vary(["Sec-Fetch-Dest"]))
            .options(|| Options::new().formats([Format::Html])),
        row("of HTML and fragments alone, in languages", get(), bare(404), html(404).vary(of_html))
            .options(|| in_three().formats([Format::Html]).fragments(true)),
        row("of problems alone", get(), bare(404), problem(404).vary(["Sec-Fetch-Dest"]))
            .options(|| Options::new().formats([Format::Problem])),
        row("of problems and text", get(), bare(404), problem(404).varies())
            .options(|| Options::new().formats([Format::Problem, Format::Text]).fragments(true)),
        row("of problems and text, in languages", get(), bare(404), problem(404).vary(in_languages))
            .options(|| in_three().formats([Format::Problem, Format::Text])),
        row(
            "of text alone, in languages",
            get(),
            bare(404),
            text(404).vary(["Accept-Language", "Sec-Fetch-Dest"]),
        )
        .options(|| in_three().formats([Format::Text])),
        row(
            "the application's, if the choice depends on nothing",
            get(),
            bare(404).with("vary", "Origin").with("vary", "Cookie"),
            problem(404).vary(["Origin", "Cookie"]),
        )
        .options(|| Options::new().formats([Format::Problem]).fetch_metadata(false)),
    ]
}

/// Rows whose `Vary` has the members of CORS too. nginx stores no response whose `Vary` has more than
/// 128 bytes, so the line must be shorter.
fn short_vary() -> [Case; 2] {
    const OF_CORS: [&str; 3] = ["origin", "access-control-request-method", "access-control-request-headers"];
    let given = || bare(404).with("vary", OF_CORS.join(", "));
    let short = |page: Expect, members: &[&'static str]| {
        let members = [&OF_CORS, members].concat();
        assert!(members.join(", ").len() <= 128);
        page.vary(members)
    };
    [
        row("after the members of CORS", get(), given(), short(html(404), &VARY)),
        row(
            "after the members of CORS, in languages",
            get(),
            given(),
            short(html(404), &["Accept", "Accept-Language", "Sec-Fetch-Dest"]),
        )
        .options(in_three),
    ]
}

/// A row for each form of page.
fn in_every_form(
    name: &str,
    given: &Given,
    of_html: fn(Expect) -> Expect,
    of_others: fn(Expect) -> Expect,
) -> Vec<Case> {
    let status = given.status;
    let row = |form: &str, request, expect| row(format!("{name}, {form}"), request, given.clone(), expect);
    vec![
        row("as HTML", get(), of_html(html(status))),
        row("to HEAD", head(), of_html(html(status))),
        row("as a fragment", htmx(), of_html(fragment(status))).options(fragments),
        row("as a problem", program(), of_others(problem(status))),
        row("as text", terminal(), of_others(text(status))),
    ]
}

fn sniffing() -> Vec<Case> {
    let nosniff = |page: Expect| page.field("x-content-type-options", "nosniff");
    let rows = in_every_form("a bare error", &bare(404), nosniff, nosniff);
    let given = bare(404).with("x-content-type-options", "nosniff");
    let rows = rows.into_iter().chain(in_every_form("already set", &given, nosniff, nosniff));
    rule("a page forbids sniffing for another type", rows)
}

fn robots() -> Vec<Case> {
    let noindex = |page: Expect| page.field("x-robots-tag", "noindex");
    let none = |page: Expect| page.without("x-robots-tag");
    let mut rows = in_every_form("a bare error", &bare(404), noindex, none);
    let stricter = bare(404).with("x-robots-tag", "nofollow");
    let both = html(404).containing("x-robots-tag", "noindex").containing("x-robots-tag", "nofollow");
    rows.push(row("beside a rule of the application", get(), stricter.clone(), both));
    rows.push(row(
        "a rule on a problem stays",
        program(),
        stricter,
        problem(404).field("x-robots-tag", "nofollow"),
    ));
    for value in ["none", "nofollow, NoIndex", "noindex"] {
        let given = bare(404).with("x-robots-tag", value);
        rows.push(row(
            format!("already set as {value}"),
            get(),
            given,
            html(404).field("x-robots-tag", value),
        ));
    }
    for value in ["googlebot: noindex", "nofollow, otherbot: nofollow, noindex", "noarchive"] {
        let given = bare(404).with("x-robots-tag", value);
        let both = html(404).containing("x-robots-tag", "noindex").containing("x-robots-tag", value);
        rows.push(row(format!("not set for all crawlers by {value}"), get(), given, both));
    }
    rule("HTML forbids indexing", rows)
}

fn policies() -> Vec<Case> {
    let own = bare(404).with("content-security-policy", "default-src 'self'");
    let two = own.clone().with("content-security-policy", "script-src 'none'");
    let kept = |page: Expect| page.field("content-security-policy", "default-src 'self'");
    let mut rows = in_every_form("the application's", &own, kept, kept);
    rows.extend([
        row("HTML", get(), bare(404), strict(html(404))),
        row("HTML to HEAD", head(), bare(404), strict(html(404))),
        row("none of a problem", program(), bare(404), problem(404).without("content-security-policy")),
        row("none of text", terminal(), bare(404), text(404).without("content-security-policy")),
        row("none of a fragment", htmx(), bare(404), fragment(404).without("content-security-policy"))
            .options(fragments),
        row(
            "the application's two",
            get(),
            two,
            kept(html(404)).field("content-security-policy", "script-src 'none'"),
        ),
    ]);
    rule("HTML has a strict Content-Security-Policy unless the response has one", rows)
}

/// Expects a policy that forbids scripts and external resources. It allows the style by its hash, the
/// icon of the site, and the frames of the site.
fn strict(page: Expect) -> Expect {
    let parts = ["default-src 'none'", STYLE_HASH_SOURCE, "img-src 'self'", "frame-ancestors 'self'"];
    parts.into_iter().fold(page, |page, part| page.containing("content-security-policy", part))
}

/// The heuristically cacheable statuses from 400 on (RFC 9110 §15.1, for 451 RFC 7725 §3).
const HEURISTICALLY_CACHEABLE: [u16; 6] = [404, 405, 410, 414, 451, 501];

fn caches() -> Vec<Case> {
    let bare_one = |code: u16| {
        let page = html(code);
        let page = if HEURISTICALLY_CACHEABLE.contains(&code) {
            page.without("cache-control")
        } else {
            page.field("cache-control", "no-store")
        };
        row(format!("{code} without Cache-Control"), get(), bare(code), page)
    };
    let own = |code: u16| bare(code).with("cache-control", "public, max-age=60");
    let stays = |code: u16| {
        let page = html(code).field("cache-control", "public, max-age=60");
        row(format!("{code} with Cache-Control"), get(), own(code), page)
    };
    let problem_of_500 = problem(500).field("cache-control", "no-store");
    let rows = (400..=599).map(bare_one).chain([403, 404, 500, 503].map(stays)).chain([
        row("a problem", program(), bare(500), problem_of_500),
        row("HEAD", head(), bare(500), html(500).field("cache-control", "no-store")),
        row(
            "two lines",
            get(),
            own(500).with("cache-control", "private"),
            html(500).field("cache-control", "public, max-age=60").field("cache-control", "private"),
        ),
    ]);
    let rows = rows.chain(fresh()).chain(of_one_request()).chain(of_one_occurrence());
    rule("Cache-Control stays; without it, only heuristically cacheable pages may be stored", rows)
}

/// Rows for an application's value.
fn values() -> Vec<Case> {
    fn set() -> Options {
        Options::new().cache_control("max-age=60").request_id("x-request-id")
    }
    let with = |page: Expect, value: &str| page.field("cache-control", value);
    let no_store = |page: Expect| with(page, "no-store");
    let is_set = |page: Expect| with(page, "max-age=60");
    let detailed = || bare(404).page(|| ErrorPage::from_code(404).with_detail("Order of Ada"));
    let rows = [
        row("of a heuristically cacheable status", get(), bare(404), is_set(html(404))),
        row("of another status", get(), bare(503), is_set(html(503))),
        row("of a problem", program(), bare(500), is_set(problem(500))),
        row("of text", terminal(), bare(410), is_set(text(410))),
        row("to HEAD", head(), bare(503), is_set(html(503))),
        row("of no page", get().with("sec-fetch-dest", "image"), bare(404), is_set(nothing(404))),
        row(
            "unless the response has Cache-Control",
            get(),
            bare(503).with("cache-control", "private"),
            with(html(503), "private"),
        ),
        row(
            "unless the response has Expires",
            get(),
            bare(503).with("expires", "0"),
            html(503).without("cache-control"),
        ),
        row("not of a detail", get(), detailed(), no_store(html(404))),
        row("not of a detail to HEAD", head(), detailed(), no_store(html(404))),
        row("not of an id", get().with("x-request-id", "a-1"), bare(404), no_store(html(404))),
        row(
            "not of a member",
            program(),
            bare(404).page(|| ErrorPage::from_code(404).with_member("order", 7)),
            no_store(problem(404)),
        ),
    ];
    let rows = rows.map(|row| row.options(set)).into_iter();
    let faulty = |name: &str, options| row(name, get(), bare(503), no_store(html(503))).options(options);
    let others = [
        faulty("an empty value means none", || set().cache_control("")),
        faulty("an invalid value means none", || set().cache_control("max-age=60\r\nx: y")),
        row("no-store for a heuristically cacheable status", get(), bare(404), no_store(html(404)))
            .options(|| Options::new().cache_control("no-store")),
    ];
    rule("an option sets the Cache-Control of pages about nothing but their status", rows.chain(others))
}

/// `Expires` is freshness information, too (RFC 9111 §4.2.1).
fn fresh() -> [Case; 2] {
    let until = "Sun, 06 Nov 1994 08:49:37 GMT";
    let given = || bare(503).with("expires", until);
    [
        row(
            "Expires stays, without Cache-Control",
            get(),
            given(),
            html(503).field("expires", until).without("cache-control"),
        ),
        row("Expires of a problem", program(), given(), problem(503).without("cache-control")),
    ]
}

/// Pages about one occurrence are not for another one.
fn of_one_occurrence() -> Vec<Case> {
    fn with_instance() -> ErrorPage {
        ErrorPage::from_code(404).with_instance("/orders/7")
    }
    fn with_member() -> ErrorPage {
        ErrorPage::from_code(410).with_member("order", 7)
    }
    let of_type =
        || ErrorPage::from_code(404).with_problem_type("https://example.com/gone").with_title("Gone");
    let no_store = |page: Expect| page.field("cache-control", "no-store");
    let detailed = || bare(404).page(|| ErrorPage::from_code(404).with_detail("Order of Ada"));
    let own = detailed().with("cache-control", "max-age=60");
    let rows = [
        row("a detail", get(), detailed(), no_store(html(404))),
        row("a detail to HEAD", head(), detailed(), no_store(html(404))),
        row("a detail in a problem", program(), detailed(), no_store(problem(404))),
        row(
            "a detail, with the application's Cache-Control",
            get(),
            own,
            html(404).field("cache-control", "max-age=60"),
        ),
        row("a detail beside another field", get(), detailed().with("link", "</>"), no_store(html(404))),
        row("an instance", get(), bare(404).page(with_instance), no_store(html(404))),
        row("a member", terminal(), bare(410).page(with_member), no_store(text(410))),
        row(
            "a problem type is not about one occurrence",
            program(),
            bare(404).page(of_type),
            problem(404).without("cache-control"),
        ),
    ];
    let of_text = row("a text that is shown", get(), bare(404).text("Order of Ada"), no_store(html(404)))
        .options(texts::kept);
    let masked =
        row("a masked text", get(), bare(404).text("Order of Ada"), html(404).without("cache-control"));
    rows.into_iter().chain([of_text, masked.options(texts::masked)]).collect()
}

/// Pages with the id of one request are not for another one.
fn of_one_request() -> [Case; 5] {
    fn named() -> Options {
        Options::new().request_id("x-request-id")
    }
    let request = || get().with("x-request-id", "a-1");
    let no_store = |page: Expect| page.says("a-1").field("cache-control", "no-store");
    let own = || bare(404).with("cache-control", "max-age=60");
    [
        row("a page shows the id of the request", request(), bare(404), no_store(html(404))),
        row(
            "the id of the response is shown",
            get(),
            bare(404).with("x-request-id", "a-1"),
            no_store(html(404)),
        ),
        row(
            "an id is shown, with the application's Cache-Control",
            request(),
            own(),
            html(404).field("cache-control", "max-age=60"),
        ),
        row("no id", get(), bare(404), html(404).without("cache-control")),
        row(
            "an id that is not shown",
            get().with("x-request-id", "a 1"),
            bare(404),
            html(404).without("cache-control"),
        ),
    ]
    .map(|row| row.options(named))
}

fn heads() -> Vec<Case> {
    let fields = |page: Expect| {
        let page = strict(page).varies().field("content-language", "en");
        page.field("x-content-type-options", "nosniff").field("x-robots-tag", "noindex").and_no_other()
    };
    let rows = [
        row("GET has these fields and no other", get(), bare(404), fields(html(404))),
        row("HEAD has these fields and no other", head(), bare(404), fields(html(404))),
    ];
    rule("HEAD gets the header fields of GET and no content", rows)
}
