//! The rows that a framework cannot meet, each with its reason.

/// A row that a framework cannot meet.
pub struct Exception {
    /// The way that it is.
    pub on: &'static str,
    /// The name of the row.
    pub row: &'static str,
    pub reason: &'static str,
}

const fn actix_web(row: &'static str, reason: &'static str) -> Exception {
    Exception { on: "actix-web", row, reason }
}

const fn rocket(row: &'static str, reason: &'static str) -> Exception {
    Exception { on: "Rocket", row, reason }
}

const NO_FINAL: &str = "actix-web sends it and hangs up, where hyper answers 500 for the application";
const OWN_LENGTH: &str =
    "actix-web says the length of the content that there is, whatever the application says";
const ONLY_UTF_8: &str = "Rocket drops header fields that are not UTF-8";

pub const EXCEPTIONS: &[Exception] = &[
    actix_web("a bare 100", NO_FINAL),
    actix_web("a bare 102", NO_FINAL),
    actix_web("a bare 103", NO_FINAL),
    actix_web("a bare 104", NO_FINAL),
    actix_web("a bare 199", NO_FINAL),
    actix_web("the length without the content", OWN_LENGTH),
    actix_web("the length without the content, masked", OWN_LENGTH),
    actix_web("switching", "actix-web writes the connection's options itself"),
    rocket("a bare 404 to PROPFIND", "Rocket takes methods that it does not know for malformed requests"),
    rocket("`application/json, \u{fffd}` gets Problem", ONLY_UTF_8),
    rocket("`application/json;a=\u{fffd}, text/plain` gets Text", ONLY_UTF_8),
    rocket("`\u{fffd}\u{fffd}, text/plain` gets Text", ONLY_UTF_8),
];
