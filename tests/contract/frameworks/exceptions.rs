//! The rows that a framework cannot meet, each with its reason and the framework's answer.

use super::super::case::Case;
use super::super::exceptions::Entry;
use super::super::expect::{Expect, html, no_answer};
use super::{ACTIX_WEB, ROCKET};

const fn actix_web(row: &'static str, reason: &'static str, instead: fn(&Case) -> Expect) -> Entry {
    Entry { on: |way| *way == ACTIX_WEB, row, reason, instead }
}

const fn rocket(row: &'static str, reason: &'static str, instead: fn(&Case) -> Expect) -> Entry {
    Entry { on: |way| *way == ROCKET, row, reason, instead }
}

const NO_FINAL: &str = "actix-web sends it and hangs up, where hyper answers 500 for the application";
const OWN_LENGTH: &str =
    "actix-web says the length of the content that there is, whatever the application says";
const OWN_OPTIONS: &str = "actix-web writes the connection's options itself";
const ONLY_KNOWN_METHODS: &str = "Rocket takes methods that it does not know for malformed requests";
const ONLY_UTF_8: &str = "Rocket drops header fields that are not UTF-8";

pub const EXCEPTIONS: &[Entry] = &[
    actix_web("a bare 100", NO_FINAL, hung_up),
    actix_web("a bare 102", NO_FINAL, hung_up),
    actix_web("a bare 103", NO_FINAL, hung_up),
    actix_web("a bare 104", NO_FINAL, hung_up),
    actix_web("a bare 199", NO_FINAL, hung_up),
    actix_web("the length without the content", OWN_LENGTH, of_no_length),
    actix_web("the length without the content, masked", OWN_LENGTH, of_no_length),
    actix_web("switching", OWN_OPTIONS, |case| {
        case.expect.clone().no_longer("connection").field("connection", "close, upgrade")
    }),
    rocket("a bare 404 to PROPFIND", ONLY_KNOWN_METHODS, |_| html(400).varies()),
    rocket("`application/json, \u{fffd}` gets Problem", ONLY_UTF_8, |_| html(404).varies()),
    rocket("`application/json;a=\u{fffd}, text/plain` gets Text", ONLY_UTF_8, |_| html(404).varies()),
    rocket("`\u{fffd}\u{fffd}, text/plain` gets Text", ONLY_UTF_8, |_| html(404).varies()),
];

fn hung_up(_: &Case) -> Expect {
    no_answer("connection closed before message completed")
}

fn of_no_length(case: &Case) -> Expect {
    case.expect.clone().no_longer("content-length").field("content-length", "0")
}
