//! The effect of single ranges in an `Accept` field (RFC 9110 §12.5.1). Hundreds of further fields,
//! each with its source, are in `tests/data/accept.csv`.

use http_status_info::page::{Format, Options};

use super::accept::{chosen, page};
use crate::case::{Case, get, row, rule};
use crate::given::bare;

use Format::{Html, Problem, Text};

pub fn cases() -> Vec<Case> {
    [
        shows(
            "the greater weight wins, in every notation",
            &[
                ("text/html;q=0.5, application/json;q=0.6", Problem),
                ("text/html;q=0.998, application/json;q=0.999", Problem),
                ("application/json;q=0.001, text/plain;q=0.002", Text),
                ("text/plain;q=1.000, text/html;q=0.999", Text),
                ("application/json;Q=0.9, text/html;Q=0.1", Problem),
                ("text/html ; q=0.1 , text/plain\t;\tq=0.2", Text),
                // Real clients send such weights, among them HttpURLConnection of Java.
                ("application/json;q=.9, text/html;q=.8", Problem),
                ("application/json;q=0.8125, text/html;q=0.8", Problem),
                ("application/json;q=1.0000, text/html;q=0.9999", Problem),
                ("application/json;q=0.8125, text/html;q=0.8126", Html),
                ("application/json;q=1.5, text/plain;q=2, text/html;q=0.9", Problem),
                ("text/plain;q=00.5, text/html;q=0.4", Text),
                ("text/plain;q=0.50000000000000000000000000001, text/html;q=.4", Text),
            ],
        ),
        shows(
            "the more specific range decides, in every order",
            &[
                ("text/html;q=0.1, text/*;q=0.9, application/json;q=0.5", Text),
                ("text/*;q=0.9, text/html;q=0.1, application/json;q=0.5", Text),
                ("*/*;q=0.9, text/*;q=0.1", Problem),
                ("*/*, application/problem+json;q=0.1, text/html;q=0.2, text/plain;q=0.3", Text),
                ("application/json;q=0.9, application/problem+json;q=0.1, text/plain;q=0.5", Text),
                // Table 5 of RFC 9110, with erratum 7138. The offers have no level, so HTML has the
                // weight of `text/html`, and text has the weight of `text/*`.
                (
                    "text/*;q=0.3, text/html;q=0.7, text/html;level=1, text/html;level=2;q=0.4, */*;q=0.5",
                    Html,
                ),
                ("text/*;q=0.3, text/html;level=3;q=0.9, */*;q=0.5", Problem),
            ],
        ),
        shows(
            "a weight of 0 excludes a format",
            &[
                ("text/html;q=0, */*;q=0.1", Problem),
                ("text/html;q=0, application/json;q=0, */*", Text),
                ("text/*;q=0, */*;q=0.001", Problem),
                ("text/html;q=0.000, text/plain;q=0.001", Text),
                ("application/*;q=0, text/plain;q=0.1", Text),
                // No other format is acceptable, so the default is sent.
                ("application/json;q=0", Html),
                ("image/png, text/plain;q=0", Html),
            ],
        ),
        shows(
            "a range with parameters matches only a format with these parameters",
            &[
                ("text/html;level=1, application/json;q=0.5", Problem),
                ("text/html;charset=utf-8, text/plain", Html),
                ("text/html;charset=UTF-8;q=0.5, text/plain;q=0.4", Html),
                ("text/html;charset=\"utf-8\", text/plain;q=0.9", Html),
                ("text/html;charset=latin1, text/plain;q=0.1", Text),
                ("text/plain;format=flowed, application/json;q=0.1", Problem),
                ("text/html;q=0.1, text/html;charset=utf-8;q=0.9, application/json;q=0.5", Html),
            ],
        ),
        shows(
            "wildcards match one type or all types",
            &[
                ("*/*", Html),
                ("*", Html),
                ("*/*; charset=utf-8", Html),
                ("*;q=0.1, text/plain;q=0.2", Text),
                ("text/*", Html),
                ("application/*", Problem),
                ("application/*, text/*;q=0.9", Problem),
                ("TEXT/*;q=0.1, APPLICATION/*;q=0.2", Problem),
                ("image/avif, image/webp, */*;q=0.8", Html),
            ],
        ),
        semicolons(),
        markdown(),
        shows(
            "every JSON type matches a problem, whatever its parameters",
            &[
                ("application/json", Problem),
                ("application/problem+json", Problem),
                ("APPLICATION/JSON", Problem),
                ("application/ld+json", Problem),
                ("application/vnd.api+json, text/html;q=0.9", Problem),
                ("application/json;charset=utf-8, text/html;q=0.9", Problem),
                ("application/problem+json;profile=\"a\", text/html;q=0.9", Problem),
                ("application/vnd.github+json;version=3, text/plain;q=0.9", Problem),
                ("application/json;odata=verbose, text/html;q=0.9", Problem),
            ],
        ),
        json(),
        shows(
            "XHTML matches HTML",
            &[
                ("application/xhtml+xml, text/plain;q=0.9", Html),
                ("application/xhtml+xml;profile=\"a\", text/plain;q=0.9", Html),
                ("text/html;q=0, application/xhtml+xml, text/plain;q=0.5", Text),
                ("text/*;q=0.1, application/xhtml+xml;q=0.9, application/json;q=0.5", Html),
                ("text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8", Html),
            ],
        ),
        shows(
            "if weights are equal, a named format goes before one that only a wildcard matches",
            &[
                ("application/json, text/plain, */*", Problem),
                ("text/plain, */*", Text),
                ("*/*, application/json", Problem),
                ("text/*;q=0.5, application/json;q=0.5", Problem),
                ("application/vnd.api+json, */*", Problem),
            ],
        ),
        shows(
            "if a range occurs twice, the first one counts",
            &[
                ("text/html;q=0.1, text/html;q=0.9, text/plain;q=0.5", Text),
                ("text/html;q=0.9, text/html;q=0, text/plain;q=0.5", Html),
                ("*/*;q=0, */*, text/plain;q=0.1", Text),
            ],
        ),
        order(),
    ]
    .concat()
}

fn shows(name: &'static str, fields: &[(&str, Format)]) -> Vec<Case> {
    rule(name, fields.iter().map(|(field, format)| chosen(field, *format)))
}

/// npm and bun send this.
const NPM: &str = "application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8, */*";

fn json() -> Vec<Case> {
    let rows = [
        (NPM, Problem),
        ("application/ld+json, application/json;q=0.5, text/html;q=0.8", Problem),
        ("application/json;q=0.5, application/ld+json;q=0.7, text/html;q=0.8", Html),
        ("application/ld+json;q=0.3, application/*;q=0.9, text/html;q=0.5", Html),
        ("application/problem+json;q=0.1, application/ld+json, text/html;q=0.5", Html),
        // Of the other JSON types, only application/json can exclude the problem.
        ("application/json;q=0, application/ld+json, text/html;q=0.5", Problem),
        ("application/json;q=0, application/*, text/plain;q=0.5", Text),
        ("application/ld+json;q=0, application/*, text/plain;q=0.5", Problem),
    ];
    let rows = rows.map(|(field, format)| chosen(field, format));
    let by_default = row(format!("`{NPM}`, problems first"), get().accepting(NPM), bare(404), page(Problem))
        .options(|| Options::new().default_format(Problem));
    rule(
        "a problem has the greatest weight of the JSON types that are named",
        rows.into_iter().chain([by_default]),
    )
}

fn semicolons() -> Vec<Case> {
    shows(
        "a media range after a semicolon counts like one after a comma",
        &[
            ("application/json; text/plain; */*", Problem),
            ("text/plain;*/*", Text),
            ("text/plain; *", Text),
            ("text/html; application/json; q=0.5, */*;q=0.1", Html),
            ("application/json; text/plain; q=0.5, text/html;q=0.7", Problem),
            ("application/json;q=0.5; text/plain;q=0.6", Text),
            ("application/json;q=abc; text/plain;q=0.1", Text),
            ("text/plain;a=\"b; application/json\", application/json;q=0.1", Problem),
        ],
    )
}

fn markdown() -> Vec<Case> {
    shows(
        "if Markdown is preferred, text goes first among the formats that only a wildcard matches",
        &[
            ("text/markdown, */*", Text),
            ("text/x-markdown;q=0.5, */*;q=0.1", Text),
            ("text/markdown;charset=utf-8, text/*;q=0.9", Text),
            ("text/markdown, text/html, */*", Html),
            ("text/markdown, text/html;q=0.9, */*;q=0.8", Html),
            ("text/markdown, application/json, */*", Problem),
            ("text/markdown;q=0.5, */*", Html),
            ("text/markdown;q=0, */*", Html),
            ("text/markdown, text/plain;q=0, */*", Html),
            ("text/markdown", Html),
        ],
    )
}

fn order() -> Vec<Case> {
    let text_first = || Options::new().formats([Text, Problem, Html]);
    let served = |field: &str, format| {
        let name = format!("`{field}` gets {format:?}, with text first");
        row(name, get().accepting(field), bare(404), page(format)).options(text_first)
    };
    let rows = [
        chosen("text/plain, application/json, text/html", Html),
        chosen("text/plain, application/json", Problem),
        chosen("text/plain;q=0.3, application/json;q=0.30", Problem),
        served("text/html, application/json, text/plain", Text),
        served("text/html, application/json", Problem),
        served("*/*", Text),
    ];
    rule("if weights are equal, the server's order decides", rows)
}
