//! The rows that a framework cannot meet, each with the reason and the expected answer.

use super::super::case::Case;
use super::super::exceptions::Entry;
use super::super::expect::{Expect, html, no_answer};
use super::{ACTIX_WEB, ROCKET};

const fn actix_web(row: &'static str, reason: &'static str, instead: fn(&Case) -> Expect) -> Entry {
    Entry { on: |setup| *setup == ACTIX_WEB, row, reason, instead }
}

const fn rocket(row: &'static str, reason: &'static str, instead: fn(&Case) -> Expect) -> Entry {
    Entry { on: |setup| *setup == ROCKET, row, reason, instead }
}

const INTERIM: &str =
    "actix-web sends an interim response and closes the connection; hyper sends 500 instead";
const OWN_LENGTH: &str = "actix-web sends the length of the real content, whatever the application sets";
const OWN_OPTIONS: &str = "actix-web writes `Connection` itself";
const ONLY_KNOWN_METHODS: &str = "Rocket treats requests with unknown methods as malformed";
const ONLY_UTF_8: &str = "Rocket drops header fields that are not UTF-8";

pub const EXCEPTIONS: &[Entry] = &[
    actix_web("a bare 100", INTERIM, connection_closed),
    actix_web("a bare 102", INTERIM, connection_closed),
    actix_web("a bare 103", INTERIM, connection_closed),
    actix_web("a bare 104", INTERIM, connection_closed),
    actix_web("a bare 199", INTERIM, connection_closed),
    actix_web("the length without the content", OWN_LENGTH, with_length_zero),
    actix_web("the length without the content, masked", OWN_LENGTH, with_length_zero),
    actix_web("switching", OWN_OPTIONS, |case| {
        case.expect.clone().no_expectation_for("connection").field("connection", "close, upgrade")
    }),
    rocket("a bare 404 to PROPFIND", ONLY_KNOWN_METHODS, |_| html(400).varies()),
    rocket("`application/json, \u{fffd}` gets Problem", ONLY_UTF_8, |_| html(404).varies()),
    rocket("`application/json;a=\u{fffd}, text/plain` gets Text", ONLY_UTF_8, |_| html(404).varies()),
    rocket("`\u{fffd}\u{fffd}, text/plain` gets Text", ONLY_UTF_8, |_| html(404).varies()),
];

fn connection_closed(_: &Case) -> Expect {
    no_answer("connection closed before message completed")
}

fn with_length_zero(case: &Case) -> Expect {
    case.expect.clone().no_expectation_for("content-length").field("content-length", "0")
}
