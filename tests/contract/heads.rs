//! Rows with HEAD, which gets the fields of GET (RFC 9110 §9.3.2).

use super::answer::Answer;
use super::case::{Case, Request, Setup};
use super::exceptions::{Entry, attach};
use super::expect::{Expect, html, nothing};
use super::frameworks::{ACTIX_WEB, POEM, ROCKET};

/// An exception for setups with the pages around axum.
const fn entry(row: &'static str, reason: &'static str, instead: fn(&Case) -> Expect) -> Entry {
    let on = |setup: &Setup| setup.is_around() && ![ACTIX_WEB, POEM, ROCKET].contains(setup);
    Entry { on, row, reason, instead }
}

const NO_CHUNK: &str = "axum strips the stream, so that it looks like a bare error";
const NO_TEXT: &str = "axum strips the text before the layer sees it, so that the length is unknown";
const TYPED: &str = "without a length, this may be a stream whose content was stripped";
const NO_ZERO: &str = "hyper adds a length of 0 to responses, but not to HEAD";

/// Rows in which HEAD cannot get the fields of GET.
const EXCEPTIONS: &[Entry] = &[
    entry("a stream with no chunk", NO_CHUNK, |_| page_fields(502)),
    entry("the detail, as HTML", NO_TEXT, without_length),
    entry("the detail, as a problem", NO_TEXT, without_length),
    entry("the detail, as text", NO_TEXT, without_length),
    entry("the detail, as a fragment", NO_TEXT, without_length),
    entry("the detail, without a type", NO_TEXT, without_length),
    entry("the detail, of 8 kB", NO_TEXT, without_length),
    entry("the detail, that is not UTF-8", NO_TEXT, without_length),
    entry("a text that is shown", NO_TEXT, without_length),
    entry("the detail, by the application", NO_TEXT, without_length),
];

/// The same rows with HEAD. Each row expects the fields of the answer to GET.
pub fn cases(of_get: &[Case], answers: &[Answer]) -> Vec<Case> {
    let mut cases: Vec<Case> =
        of_get.iter().zip(answers).map(|(case, answer)| with_head(case, answer)).collect();
    attach(&mut cases, EXCEPTIONS);
    cases
}

fn with_head(case: &Case, answer: &Answer) -> Case {
    let with_head = Case {
        request: Request { method: "HEAD", ..case.request.clone() },
        expect: fields_of(answer),
        exceptions: Vec::new(),
        ..case.clone()
    };
    let gets_page = !answer.content.is_empty();
    if gets_page && case.given.is_typed_but_empty() {
        let left = case.given.unchanged();
        let with_head = with_head.but(Setup::is_inside, TYPED, left.clone().field("content-length", "0"));
        return with_head.but(|setup| *setup == POEM, TYPED, left.without("content-length"));
    }
    if answer.lines("content-length") == [b"0"] && !case.given.has_content() {
        let without = without_length(&with_head);
        // Rocket's adapter sets `Content-Length` of an answer without a page.
        let given = case.given.fields.iter().filter(|(name, _)| name == "vary").map(|(_, value)| value);
        if answer.lines("vary").into_iter().eq(given) {
            return with_head.but(|setup| [POEM, ROCKET].contains(setup), NO_ZERO, without);
        }
        return with_head.but(|setup| *setup == POEM, NO_ZERO, without);
    }
    with_head
}

/// Expects the fields of an answer without the fields of the connection, and no others.
fn fields_of(answer: &Answer) -> Expect {
    let connection_fields = ["connection", "date", "transfer-encoding"];
    let lines = answer.fields.iter().filter(|(name, _)| !connection_fields.contains(&name.as_str()));
    let expect = lines.fold(nothing(answer.status), |expect, (name, value)| expect.field(name, value));
    let expect =
        if answer.lines("content-length").is_empty() { expect.without("content-length") } else { expect };
    expect.and_no_other()
}

fn without_length(case: &Case) -> Expect {
    case.expect.clone().no_expectation_for("content-length").without("content-length")
}

/// The fields of the page that a bare error gets.
fn page_fields(status: u16) -> Expect {
    html(status)
        .varies()
        .field("cache-control", "no-store")
        .field("content-language", "en")
        .field("x-content-type-options", "nosniff")
        .field("x-robots-tag", "noindex")
        .containing("content-security-policy", "default-src 'none'")
        .and_no_other()
}
