//! The plain texts that frameworks write into errors.

use http_status_info::page::{FrameworkTexts, Options};

use super::application::taken;
use crate::answer::compressed;
use crate::case::{Case, get, head, htmx, program, request, row, rule, terminal, untouched};
use crate::expect::{fragment, html, nothing, problem, text};
use crate::given::bare;

const SECRET: &str = "invalid type: string \"<b>\", expected u32 at db.rs:7";

pub fn masked() -> Options {
    Options::new().framework_texts(FrameworkTexts::Replaced)
}

pub fn kept() -> Options {
    Options::new().framework_texts(FrameworkTexts::AsDetail)
}

pub fn cases() -> Vec<Case> {
    [untouched_ones(), masked_ones(), kept_ones()].concat()
}

fn untouched_ones() -> Vec<Case> {
    let rows = [
        untouched("a rejection", get(), bare(400).text(SECRET)),
        untouched("a panic", program(), bare(500).text("Service panicked")),
        untouched("HEAD", head(), bare(400).text(SECRET)),
        untouched("without a type", get(), bare(429).untyped("Too Many Requests! Wait for 58s")),
        untouched("by an explicit option", get(), bare(400).text(SECRET))
            .options(|| masked().framework_texts(FrameworkTexts::Untouched)),
    ];
    rule("a framework's text stays unchanged by default", rows)
}

fn masked_ones() -> Vec<Case> {
    let rows = [
        row("as HTML", get(), bare(400).text(SECRET), html(400).lacks("db.rs")),
        row(
            "as a problem",
            program(),
            bare(422).text(SECRET),
            problem(422).no_member("detail").lacks("db.rs"),
        ),
        row("as text", terminal(), bare(500).text(SECRET), text(500).lacks("db.rs")),
        row("without a type", get(), bare(429).untyped("Wait for 58s"), html(429).lacks("58s")),
        row("without a type, as a problem", program(), bare(429).untyped("58s"), problem(429).lacks("58s")),
        row("without a type, to HEAD", head(), bare(429).untyped("Wait for 58s"), html(429)),
        row(
            "without a type, with its fields",
            terminal(),
            bare(429).untyped("Wait for 58s").with("retry-after", "58").with("x-ratelimit-after", "58"),
            text(429).says("58 s").field("retry-after", "58").field("x-ratelimit-after", "58"),
        ),
        row("to HEAD", head(), bare(400).text(SECRET), html(400)),
        row(
            "in a type with no charset",
            get(),
            bare(400).content("text/plain", SECRET),
            html(400).lacks("db.rs"),
        ),
        row(
            "in a type with capitals",
            get(),
            bare(400).content("Text/Plain ; charset=UTF-8", SECRET),
            html(400).lacks("db.rs"),
        ),
        row("of any length", get(), bare(500).text(SECRET.repeat(2_000)), html(500).lacks("db.rs")),
        row(
            "with a field that describes it",
            get(),
            bare(500).text(SECRET).with("etag", "\"a\"").with("retry-after", "7"),
            html(500).without("etag").field("retry-after", "7").says("7 s"),
        ),
        row(
            "for a subresource, without a page",
            get().with("sec-fetch-dest", "image"),
            bare(400).text(SECRET),
            nothing(400).without("content-type").without("content-language"),
        ),
        row(
            "for a subresource, without a page, to HEAD",
            head().with("sec-fetch-dest", "image"),
            bare(400).text(SECRET),
            nothing(400).without("content-type"),
        ),
        row(
            "for a gRPC request, without a page",
            request("POST").with("content-type", "application/grpc"),
            bare(500).text(SECRET),
            nothing(500).without("content-type"),
        ),
        row(
            "with a detail of the handler",
            get(),
            bare(409).text(SECRET).page(taken),
            html(409).says("<p dir=\"auto\">This name is taken.</p>"),
        ),
        untouched("an empty type", get(), bare(400).content("", SECRET)),
        untouched("a type that only begins like it", get(), bare(400).content("text/plainer", SECRET)),
        untouched(
            "compressed, which cannot be recognized",
            get(),
            bare(400).content("text/plain", compressed(SECRET.as_bytes())).with("content-encoding", "gzip"),
        ),
    ];
    let in_fragment = row("as a fragment", htmx(), bare(500).text(SECRET), fragment(500).lacks("db.rs"))
        .options(|| masked().fragments(true));
    let rows = rows.map(|row| row.options(masked)).into_iter().chain([in_fragment]);
    rule("an option masks a framework's text", rows)
}

fn kept_ones() -> Vec<Case> {
    let escaped = "string &quot;&lt;b&gt;&quot;, expected u32 at db.rs:7";
    let long = "a".repeat(8_192);
    let too_long = "a".repeat(8_193);
    let rows = [
        row("the detail, as HTML", get(), bare(400).text(SECRET), html(400).says(escaped).lacks("<b>\"")),
        row(
            "the detail, as a problem",
            program(),
            bare(400).text(SECRET),
            problem(400).member("detail", SECRET),
        ),
        row("the detail, as text", terminal(), bare(400).text(SECRET), text(400).says(SECRET)),
        row(
            "the detail, without a type",
            program(),
            bare(429).untyped("Too Many Requests! Wait for 58s"),
            problem(429).member("detail", "Too Many Requests! Wait for 58s"),
        ),
        row("the detail, of 8 kB", get(), bare(400).text(long.clone()), html(400).says(long)),
        row("the detail, of more than 8 kB", get(), bare(400).text(too_long), html(400).lacks("aaaa")),
        row(
            "the detail, that is not UTF-8",
            program(),
            bare(400).content("text/plain", b"caf\xe9"),
            problem(400).member("detail", "caf\u{fffd}"),
        ),
        row(
            "unless the handler has a detail",
            get(),
            bare(409).text(SECRET).page(taken),
            html(409).says("This name is taken.").lacks("db.rs"),
        ),
        row("an empty text", program(), bare(400).text(""), problem(400).no_member("detail")),
        row(
            "nothing to a subresource",
            get().with("sec-fetch-dest", "font"),
            bare(400).text(SECRET),
            nothing(400),
        ),
    ];
    let in_fragment =
        row("the detail, as a fragment", htmx(), bare(400).text(SECRET), fragment(400).says(escaped))
            .options(|| kept().fragments(true));
    let rows = rows.map(|row| row.options(kept)).into_iter().chain([in_fragment]);
    rule("an option makes a framework's text the detail", rows)
}
