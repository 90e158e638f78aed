//! The header fields that are removed or rewritten.

use crate::case::{Case, fragments, get, head, htmx, program, row, rule, terminal};
use crate::expect::{Expect, fragment, html, problem, text};
use crate::given::bare;

use super::texts;

/// Fields that describe the old content.
const REMOVED: &[(&str, &str)] = &[
    ("content-encoding", "gzip"),
    ("transfer-encoding", "chunked"),
    ("trailer", "server-timing"),
    ("etag", "\"33a64df5\""),
    ("etag", "W/\"33a64df5\""),
    ("last-modified", "Sun, 06 Nov 1994 08:49:37 GMT"),
    ("accept-ranges", "bytes"),
    ("content-range", "bytes 0-99/1234"),
    ("content-disposition", "attachment; filename=\"report.pdf\""),
    ("content-location", "/reports/7.pdf"),
    ("content-digest", "sha-256=:AA==:"),
    ("repr-digest", "sha-256=:AA==:"),
    ("digest", "sha-256=AA=="),
    ("content-md5", "AA=="),
];

pub fn cases() -> Vec<Case> {
    [removed(), ranges(), rewritten()].concat()
}

fn removed() -> Vec<Case> {
    let each = |&(name, value): &(&str, &str)| -> Vec<Case> {
        let row_name = |form: &str| format!("`{name}: {value}` {form}");
        let given = bare(404).with(name, value);
        let repeated = given.clone().with(name, value);
        let of_text = bare(500).text("secret").with(name, value);
        let rows = [
            row(row_name("as HTML"), get(), given.clone(), html(404).without(name)),
            row(row_name("as a problem"), program(), given.clone(), problem(404).without(name)),
            row(row_name("as a fragment"), htmx(), given.clone(), fragment(404).without(name))
                .options(fragments),
            row(row_name("to HEAD"), head(), given, html(404).without(name)),
            row(row_name("with two lines"), get(), repeated, html(404).without(name)),
            row(row_name("of a text"), get(), of_text, html(500).without(name)).options(texts::masked),
        ];
        Vec::from(rows)
    };
    // Compressed content cannot be recognized as a text.
    let is_coded = |row: &Case| row.given.has_content() && row.name.contains("content-encoding");
    let rows = REMOVED.iter().flat_map(each).filter(|row| !is_coded(row));
    rule("fields that describe the old content are removed", rows)
}

fn ranges() -> Vec<Case> {
    let with = |status, value: &str| bare(status).with("content-range", value);
    let stays = |page: Expect| page.field("content-range", "bytes */1234");
    let goes = |name: &str, status, value| {
        row(name, get(), with(status, value), html(status).without("content-range"))
    };
    let rows = [
        row("as HTML", get(), with(416, "bytes */1234"), stays(html(416)).says("1234 B")),
        row(
            "as a problem",
            program(),
            with(416, "bytes */1234"),
            stays(problem(416)).member("complete_length", 1234),
        ),
        row("as text", terminal(), with(416, "bytes */1234"), stays(text(416)).says("1234 B")),
        row("to HEAD", head(), with(416, "bytes */1234"), stays(html(416))),
        row("in other units", get(), with(416, "pages */7"), html(416).field("content-range", "pages */7")),
        goes("a range of content at 416", 416, "bytes 0-99/1234"),
        goes("a range with no length at 416", 416, "bytes 0-99/*"),
        goes("a malformed one at 416", 416, "bytes */a"),
        goes("the length at another status", 404, "bytes */1234"),
    ];
    let kept = [
        (412, "etag", "\"v7\""),
        (412, "last-modified", DATE),
        (416, "etag", "\"v7\""),
        (416, "last-modified", DATE),
        (416, "accept-ranges", "bytes"),
    ];
    let kept = kept.into_iter().flat_map(|(status, name, value)| {
        let given = || bare(status).with(name, value);
        let row_name = |form: &str| format!("`{name}` at {status} {form}");
        [
            row(row_name("as HTML"), get(), given(), html(status).field(name, value)),
            row(row_name("as a problem"), program(), given(), problem(status).field(name, value)),
            row(row_name("to HEAD"), head(), given(), html(status).field(name, value)),
        ]
    });
    rule("fields about the target rather than the content stay", rows.into_iter().chain(kept))
}

const DATE: &str = "Sun, 06 Nov 1994 08:49:37 GMT";

fn rewritten() -> Vec<Case> {
    let any_type = |media_type: &'static str| {
        let given = || bare(404).with("content-type", media_type);
        [
            row(format!("`{media_type}` to HTML"), get(), given(), html(404)),
            row(format!("`{media_type}` to a problem"), program(), given(), problem(404)),
            row(format!("`{media_type}` to text"), terminal(), given(), text(404)),
        ]
    };
    let types = ["text/css", "text/html", "application/problem+json", "application/pdf", "nonsense"];
    let of_nothing = || bare(404).with("content-length", "0");
    let two = bare(404).with("content-type", "text/css").with("content-type", "a/b");
    let rows = types.into_iter().flat_map(any_type).chain([
        row("the length of nothing, to HTML", get(), of_nothing(), html(404)),
        row("the length of nothing, to a problem", program(), of_nothing(), problem(404)),
        row("the length of nothing, to HEAD", head(), of_nothing(), html(404)),
        row("no length", get(), bare(404), html(404)),
        row("two types", get(), two, html(404)),
    ]);
    rule("Content-Type and Content-Length describe the page", rows)
}
