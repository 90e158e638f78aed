//! The format that a whole `Accept` field gets.

use http_status_info::page::{Format, Options};

use crate::case::{Case, Request, get, head, htmx, program, row, rule};
use crate::expect::{Expect, html, problem, text};
use crate::given::bare;

pub fn cases() -> Vec<Case> {
    [defaults(), refused(), malformed(), repeated(), hostile(), offers()].concat()
}

/// The expected 404 page in a format.
pub fn page(format: Format) -> Expect {
    match format {
        Format::Html => html(404),
        Format::Problem => problem(404),
        Format::Text => text(404),
        other => panic!("no page is expected as {other:?}"),
    }
}

/// A row for a field and the format that it gets, with all formats on offer and HTML first.
pub fn chosen(field: impl AsRef<[u8]>, format: Format) -> Case {
    let field = field.as_ref();
    let start = String::from_utf8_lossy(&field[..field.len().min(80)]);
    row(format!("`{start}` gets {format:?}"), get().accepting(field), bare(404), page(format))
}

fn defaults() -> Vec<Case> {
    let rows = [
        row("HTML", get(), bare(404), html(404)),
        row("HTML to HEAD", head(), bare(404), html(404)),
        row("a problem", get(), bare(404), problem(404))
            .options(|| Options::new().default_format(Format::Problem)),
        row("text", get(), bare(404), text(404)).options(|| Options::new().default_format(Format::Text)),
        row("the first of the formats", get(), bare(404), text(404))
            .options(|| Options::new().formats([Format::Text, Format::Html])),
        row("the default among equals", get().accepting("*/*"), bare(404), problem(404))
            .options(|| Options::new().default_format(Format::Problem)),
        row("other formats in their order", get().accepting("text/html, text/plain"), bare(404), html(404))
            .options(|| Options::new().default_format(Format::Problem)),
        chosen("", Format::Html),
    ];
    rule("without Accept, a page has the default format", rows)
}

fn refused() -> Vec<Case> {
    let rows = [
        chosen("image/avif", Format::Html),
        chosen("image/*, video/mp4", Format::Html),
        chosen("application/xml", Format::Html),
        chosen("*/*;q=0", Format::Html),
        chosen("text/html;q=0, application/json;q=0, text/plain;q=0", Format::Html),
        row("in the default format", get().accepting("image/avif"), bare(404), text(404))
            .options(|| Options::new().default_format(Format::Text)),
        row("HEAD", head().accepting("image/avif"), bare(404), html(404)),
        row("a 406 stays one", get().accepting("image/avif"), bare(406), html(406)),
    ];
    rule("no error becomes a 406", rows)
}

fn malformed() -> Vec<Case> {
    let members = [
        ("application/json;q=, text/plain;q=0.1", Format::Text),
        ("application/json;q=., text/plain;q=0.1", Format::Text),
        ("application/json;q=1e0, text/plain;q=0.1", Format::Text),
        ("application/json;q=abc, text/plain;q=0.1", Format::Text),
        ("application/json;q=-1, text/plain", Format::Text),
        ("application/json;q=\"1\", text/plain;q=0.1", Format::Text),
        ("application//json, text/plain", Format::Text),
        ("/json, application/, text/plain", Format::Text),
        ("*/json, text/plain", Format::Text),
        ("application/json text/html, text/plain", Format::Text),
        (",,, ,\t, text/plain", Format::Text),
        (";q=1, text/plain", Format::Text),
        ("nonsense, application/json", Format::Problem),
        ("text/html;a=\", application/json\", text/plain", Format::Text),
        ("text/html;a=\"open, text/plain", Format::Text),
    ];
    let bytes: [(&[u8], Format); 4] = [
        (b"application/json, \xff", Format::Problem),
        (b"application/json;a=\xff, text/plain", Format::Text),
        (b"\xff\xfe, text/plain", Format::Text),
        (b"text/\xc3\xa9, application/json", Format::Problem),
    ];
    let rows = members.into_iter().map(|(field, format)| chosen(field, format));
    let rows = rows.chain(bytes.map(|(field, format)| chosen(field, format)));
    let well_formed = rule("a malformed member is skipped, and the others count", rows);
    let nothing =
        ["nonsense", ";;;", ",", "q=1", "text/html;q=.", "///", "\"text/plain\"", "text/plain;q=0.5.5"];
    let rows = nothing.into_iter().flat_map(|field| {
        let by_default = Options::new;
        let by_choice: fn() -> Options = || Options::new().default_format(Format::Problem);
        let request = || get().accepting(field);
        [
            row(format!("`{field}`, HTML"), request(), bare(404), html(404)).options(by_default),
            row(format!("`{field}`, a problem"), request(), bare(404), problem(404)).options(by_choice),
        ]
    });
    [well_formed, rule("a field without a well-formed member counts as absent", rows)].concat()
}

fn repeated() -> Vec<Case> {
    let lines = |lines: &[&str]| lines.iter().fold(get(), Request::accepting);
    let rows = [
        row("two lines", lines(&["text/html;q=0.5", "application/json"]), bare(404), problem(404)),
        row(
            "the first accepts no format on offer",
            lines(&["image/avif", "text/plain"]),
            bare(404),
            text(404),
        ),
        row("the first is empty", lines(&["", "text/plain"]), bare(404), text(404)),
        row("the first is malformed", lines(&[";;;", "text/plain"]), bare(404), text(404)),
        row("three lines", lines(&["text/html;q=0", "*/*;q=0.1", "text/plain;q=0.2"]), bare(404), text(404)),
        row("in capitals", get().with("ACCEPT", "text/plain"), bare(404), text(404)),
    ];
    rule("repeated lines are one field", rows)
}

fn hostile() -> Vec<Case> {
    const LARGE: usize = 64 << 10;
    let filled = |piece: &str| piece.repeat(LARGE / piece.len());
    let rows = [
        // The first 64 members count.
        chosen(filled("a/b,") + "text/plain", Format::Html),
        chosen("text/plain,".to_owned() + &filled("a/b,"), Format::Text),
        chosen(filled("text/plain;q=0.001,"), Format::Text),
        chosen(filled(","), Format::Html),
        chosen(filled(",") + "text/plain", Format::Text),
        chosen(filled("a"), Format::Html),
        chosen("text/html;a=\"".to_owned() + &filled("\\\""), Format::Html),
        chosen("application/json".to_owned() + &filled(";a=b"), Format::Problem),
        chosen("text/plain".to_owned() + &filled("; "), Format::Text),
        chosen(vec![0xff; LARGE], Format::Html),
        chosen("<script>alert(1)</script>", Format::Html),
        chosen("text/html\\r\\nset-cookie: a=b", Format::Html),
    ];
    rule("hostile and huge fields do no harm", rows)
}

fn offers() -> Vec<Case> {
    let html_only = || Options::new().formats([Format::Html]);
    let problem_only = || Options::new().formats([Format::Problem, Format::Problem]);
    let machines = || Options::new().formats([Format::Problem, Format::Text]);
    let rows = [
        row("HTML alone to a program", program(), bare(404), html(404)).options(html_only),
        row("problems alone to a browser", get().accepting("text/html, */*;q=0.8"), bare(404), problem(404))
            .options(problem_only),
        row("no HTML to a navigation", get().with("sec-fetch-dest", "document"), bare(404), problem(404))
            .options(machines),
        row("no HTML to htmx", htmx().accepting("*/*"), bare(404), problem(404)).options(machines),
        row(
            "the format that is on offer and accepted",
            get().accepting("text/html, text/plain;q=0.1"),
            bare(404),
            text(404),
        )
        .options(machines),
        row("an empty list of formats changes nothing", get(), bare(404), html(404))
            .options(|| Options::new().formats([])),
    ];
    rule("a page has a format on offer", rows)
}
