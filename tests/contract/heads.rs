//! Rows with HEAD, which gets the fields that GET gets (RFC 9110 §9.3.2).

use super::answer::Answer;
use super::case::{Case, Request, Way};
use super::exceptions::{Entry, attach};
use super::expect::{Expect, html, nothing};
use super::frameworks::{ACTIX_WEB, POEM, ROCKET};

/// An exception where the pages are around axum.
const fn entry(row: &'static str, reason: &'static str, instead: fn(&Case) -> Expect) -> Entry {
    let on = |way: &Way| way.is_around() && ![ACTIX_WEB, POEM, ROCKET].contains(way);
    Entry { on, row, reason, instead }
}

const NO_CHUNK: &str = "axum makes it what a bare error is";
const NO_TEXT: &str = "axum strips the text before the layer sees it, so that the length is not known";
const TYPED: &str = "without a length from a server, this may be a stream that was stripped for HEAD";
const NO_ZERO: &str = "hyper adds a length of 0 to answers, but not to HEAD";

/// Rows of which HEAD cannot get the fields of GET.
const EXCEPTIONS: &[Entry] = &[
    entry("a stream with no chunk", NO_CHUNK, |_| of_bare_error(502)),
    entry("its detail, as HTML", NO_TEXT, without_length),
    entry("its detail, as a problem", NO_TEXT, without_length),
    entry("its detail, as text", NO_TEXT, without_length),
    entry("its detail, as a fragment", NO_TEXT, without_length),
    entry("its detail, of no type", NO_TEXT, without_length),
    entry("its detail, of 8 kB", NO_TEXT, without_length),
    entry("its detail, that is not UTF-8", NO_TEXT, without_length),
    entry("a text that is shown", NO_TEXT, without_length),
    entry("its detail, by the application", NO_TEXT, without_length),
];

/// The same rows with HEAD. They expect the fields that GET got.
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
        let with_head = with_head.but(Way::is_inside, TYPED, left.clone().field("content-length", "0"));
        return with_head.but(|way| *way == POEM, TYPED, left.without("content-length"));
    }
    if answer.lines("content-length") == [b"0"] && !case.given.has_content() {
        let without = without_length(&with_head);
        // Rocket's adapter says the length of an answer without a page.
        let given = case.given.fields.iter().filter(|(name, _)| name == "vary").map(|(_, value)| value);
        if answer.lines("vary").into_iter().eq(given) {
            return with_head.but(|way| [POEM, ROCKET].contains(way), NO_ZERO, without);
        }
        return with_head.but(|way| *way == POEM, NO_ZERO, without);
    }
    with_head
}

/// The fields of an answer but those about the message on its way, and no others.
fn fields_of(answer: &Answer) -> Expect {
    let of_connection = ["connection", "date", "transfer-encoding"];
    let lines = answer.fields.iter().filter(|(name, _)| !of_connection.contains(&name.as_str()));
    let expect = lines.fold(nothing(answer.status), |expect, (name, value)| expect.field(name, value));
    let expect =
        if answer.lines("content-length").is_empty() { expect.without("content-length") } else { expect };
    expect.and_no_other()
}

fn without_length(case: &Case) -> Expect {
    case.expect.clone().no_longer("content-length").without("content-length")
}

/// The fields of the page that a bare error gets.
fn of_bare_error(status: u16) -> Expect {
    html(status)
        .varies()
        .field("cache-control", "no-store")
        .field("content-language", "en")
        .field("x-content-type-options", "nosniff")
        .field("x-robots-tag", "noindex")
        .containing("content-security-policy", "default-src 'none'")
        .and_no_other()
}
