//! The facts that a page takes from the response and the request.

use http_status_info::page::Options;
use http_status_info::{StatusInfo, status_info};
use serde_json::json;

use crate::case::{Case, get, program, row, rule, terminal};
use crate::expect::{html, problem, text};
use crate::given::bare;

pub fn cases() -> Vec<Case> {
    [meanings(), methods(), times(), schemes(), lengths(), ids()].concat()
}

/// Rows of every status as text and as a problem. The rows as HTML are in `touched`.
fn meanings() -> Vec<Case> {
    let rows_of = |code: u16| {
        let status = status_info(code);
        let class = if code < 500 { "Client Error" } else { "Server Error" };
        let name = status.map_or(class, |status| status.name());
        let meaning = status.or(status_info(code / 100 * 100)).and_then(StatusInfo::visitor);
        let in_text = text(code).says(format!("{code} {name}\n")).says(meaning.unwrap());
        let in_json = problem(code).member("title", name).member("type", "about:blank");
        [
            row(format!("{code} as text"), terminal(), bare(code), in_text),
            row(format!("{code} as a problem"), program(), bare(code), in_json),
        ]
    };
    let rows = (400..=599).flat_map(rows_of);
    rule("a page shows the code, its name and the message for the visitor", rows)
}

fn methods() -> Vec<Case> {
    let allowed = || bare(405).with("allow", "GET, HEAD");
    let lines = bare(405).with("allow", "GET").with("allow", "HEAD, PUT");
    let hostile = || bare(405).with("allow", "GET, <b>, a b, \"PUT\",, PATCH");
    let rows = [
        row(
            "as HTML",
            get(),
            allowed(),
            html(405).says("<dt>Allowed methods</dt><dd><bdi>GET, HEAD</bdi></dd>"),
        ),
        row("as a problem", program(), allowed(), problem(405).member("allow", json!(["GET", "HEAD"]))),
        row("as text", terminal(), allowed(), text(405).says("Allowed methods: GET, HEAD\n")),
        row("in two lines", program(), lines, problem(405).member("allow", json!(["GET", "HEAD", "PUT"]))),
        row(
            "each once, with regard to case",
            program(),
            bare(405).with("allow", "GET, HEAD, GET, get"),
            problem(405).member("allow", json!(["GET", "HEAD", "get"])),
        ),
        row("none", program(), bare(405), problem(405).no_member("allow")),
        row("empty", program(), bare(405).with("allow", ""), problem(405).no_member("allow")),
        row(
            "without malformed methods",
            program(),
            hostile(),
            problem(405).member("allow", json!(["GET", "PATCH"])),
        ),
        row(
            "without malformed methods, as HTML",
            get(),
            hostile(),
            html(405).says("GET, PATCH").lacks("<b>,"),
        ),
        row(
            "not at another status",
            program(),
            bare(404).with("allow", "GET"),
            problem(404).no_member("allow"),
        ),
    ];
    rule("a 405 lists the allowed methods", rows)
}

fn times() -> Vec<Case> {
    const DATE: &str = "Fri, 31 Dec 1999 23:59:59 GMT";
    let after = |status, value: &str| bare(status).with("retry-after", value);
    let seconds = problem(503).member("retry_after", 120);
    let none = |name: &str, value: &str| {
        row(name, program(), after(503, value), problem(503).no_member("retry_after"))
    };
    let rows = [
        row(
            "seconds",
            get(),
            after(429, "7"),
            html(429).says("<dt>Try again in</dt><dd><bdi>7 s</bdi></dd>"),
        ),
        row("minutes, rounded up", get(), after(503, "121"), html(503).says("<bdi>3 min</bdi>")),
        row("hours", get(), after(503, "7200"), html(503).says("<bdi>2 h</bdi>")),
        row("days", get(), after(503, "172800"), html(503).says("<bdi>2 d</bdi>")),
        row(
            "a date",
            get(),
            after(503, DATE),
            html(503).says(format!("<dt>Try again after</dt><dd><bdi>{DATE}</bdi>")),
        ),
        row("seconds as a problem", program(), after(503, "120"), seconds),
        row("a date as a problem", program(), after(429, DATE), problem(429).member("retry_after", DATE)),
        row("seconds as text", terminal(), after(503, "7"), text(503).says("Try again in: 7 s\n")),
        row(
            "a date as text",
            terminal(),
            after(503, DATE),
            text(503).says(format!("Try again after: {DATE}\n")),
        ),
        none("none", ""),
        none("words", "soon"),
        none("less than nothing", "-1"),
        none("a fraction", "1.5"),
        row(
            "an obsolete date",
            program(),
            after(503, "Friday, 31-Dec-99 23:59:59 GMT"),
            problem(503).member("retry_after", "Friday, 31-Dec-99 23:59:59 GMT"),
        ),
        row(
            "a date of asctime",
            terminal(),
            after(503, "Sun Nov  6 08:49:37 1994"),
            text(503).says("Try again after: Sun Nov  6 08:49:37 1994\n"),
        ),
        none("a date of no day", "Foo, 31 Dec 1999 23:59:59 GMT"),
        none("a date and more", "Fri, 31 Dec 1999 23:59:59 GMT, 7"),
        none("more than a number holds", "99999999999999999999999"),
        row(
            "nothing hostile",
            get(),
            after(503, "<script>"),
            html(503).lacks("<script").lacks("Try again in"),
        ),
    ];
    rule("a page shows when the client may try again", rows)
}

fn schemes() -> Vec<Case> {
    let asks = |value: &str| bare(401).with("www-authenticate", value);
    let two = asks("Bearer realm=\"books\"").with("www-authenticate", "Basic");
    let elsewhere = bare(403).with("www-authenticate", "Basic");
    let rows = [
        row(
            "as HTML",
            get(),
            asks("Basic realm=\"books\""),
            html(401).says("<dt>Authentication</dt><dd><bdi>Basic</bdi>").lacks("realm"),
        ),
        row("as a problem", program(), asks("Bearer"), problem(401).member("schemes", json!(["Bearer"]))),
        row("as text", terminal(), asks("Negotiate"), text(401).says("Authentication: Negotiate\n")),
        row("two lines", program(), two, problem(401).member("schemes", json!(["Bearer", "Basic"]))),
        row(
            "two in a line",
            program(),
            asks("Negotiate, NTLM"),
            problem(401).member("schemes", json!(["Negotiate", "NTLM"])),
        ),
        row(
            "not their parameters",
            program(),
            asks(
                "Basic realm=\"a, b \\\"c\\\", d\", Newauth realm=\"apps\", type=1, title = \"x\", Negotiate YQ==",
            ),
            problem(401).member("schemes", json!(["Basic", "Newauth", "Negotiate"])),
        ),
        row(
            "nothing hostile",
            get(),
            asks("<script>alert(1)</script>"),
            html(401).lacks("<script").lacks("Authentication"),
        ),
        row(
            "each once",
            program(),
            asks("Digest realm=\"a\", algorithm=SHA-256, digest realm=\"a\", Basic realm=\"a\""),
            problem(401).member("schemes", json!(["Digest", "Basic"])),
        ),
        row("none", program(), bare(401), problem(401).no_member("schemes")),
        row("not at another status", program(), elsewhere, problem(403).no_member("schemes")),
    ];
    rule("a 401 lists the authentication schemes", rows)
}

fn lengths() -> Vec<Case> {
    let ranged = |value: &str| bare(416).with("content-range", value);
    let none = |name: &str, value: &str| {
        row(name, program(), ranged(value), problem(416).no_member("complete_length"))
    };
    let rows = [
        row(
            "as HTML",
            get(),
            ranged("bytes */1234"),
            html(416).says("<dt>Complete length</dt><dd><bdi>1234 B</bdi>"),
        ),
        row("as a problem", program(), ranged("bytes */1234"), problem(416).member("complete_length", 1234)),
        row("as text", terminal(), ranged("bytes */1234"), text(416).says("Complete length: 1234 B\n")),
        row("of nothing", program(), ranged("bytes */0"), problem(416).member("complete_length", 0)),
        none("a range", "bytes 0-1/1234"),
        none("unknown", "bytes */*"),
        none("in other units", "pages */7"),
        row("in capitals", program(), ranged("Bytes */7"), problem(416).member("complete_length", 7)),
        row(
            "not at another status",
            program(),
            bare(404).with("content-range", "bytes */7"),
            problem(404).no_member("complete_length"),
        ),
    ];
    rule("a 416 shows the complete length", rows)
}

fn ids() -> Vec<Case> {
    fn named() -> Options {
        Options::new().request_id("X-Request-ID")
    }
    let request = |id: &str| get().with("x-request-id", id);
    let given = || bare(500).with("x-request-id", "of-response");
    let long = "a".repeat(128);
    let none = |name: &str, id: &[u8]| {
        let request = program().with("x-request-id", id);
        row(name, request, bare(500), problem(500).no_member("request_id")).options(named)
    };
    let both = problem(500).member("request_id", "of-response").field("x-request-id", "of-response");
    let rows = [
        row(
            "of the request",
            request("of-request"),
            bare(500),
            html(500).says("<dt>Request</dt><dd><bdi>of-request</bdi>"),
        )
        .options(named),
        row("of the response", get(), given(), html(500).says("of-response")).options(named),
        row(
            "of the response before that of the request",
            program().with("x-request-id", "of-request"),
            given(),
            both,
        )
        .options(named),
        row(
            "as a problem",
            program().with("x-request-id", "a-1"),
            bare(500),
            problem(500).member("request_id", "a-1"),
        )
        .options(named),
        row("as text", terminal().with("x-request-id", "a-1"), bare(500), text(500).says("Request: a-1\n"))
            .options(named),
        row("of 128 characters", request(&long), bare(500), html(500).says(long.clone())).options(named),
        row(
            "escaped",
            request("<b>"),
            bare(500),
            html(500).says("&lt;b&gt;").lacks("<b>&lt;").lacks("<bdi><b>"),
        )
        .options(named),
        none("not a longer one", &[b'a'; 129]),
        none("not with spaces", b"a b"),
        none("not with other bytes", b"a\xff"),
        none("not an empty one", b""),
        row("not without the option", request("of-request"), given(), html(500).lacks("of-re")),
        row("not by another name", request("of-request"), bare(500), html(500).lacks("of-re"))
            .options(|| Options::new().request_id("traceparent")),
    ];
    rule("a page shows the id of the request", rows)
}
