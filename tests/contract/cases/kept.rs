//! The header fields that stay unchanged.

use crate::case::{Case, get, head, program, row, rule};
use crate::expect::{Expect, html, problem};
use crate::given::bare;

/// Fields that do not describe the content, each with a status that it occurs with.
const KEPT: &[(u16, &str, &str)] = &[
    (503, "retry-after", "120"),
    (401, "www-authenticate", "Bearer realm=\"books\""),
    (407, "proxy-authenticate", "Basic realm=\"proxy\""),
    (401, "authentication-info", "nextnonce=\"a\""),
    (405, "allow", "GET, HEAD"),
    (500, "set-cookie", "id=1; Secure; HttpOnly"),
    (404, "access-control-allow-origin", "https://example.com"),
    (404, "access-control-allow-credentials", "true"),
    (404, "access-control-expose-headers", "x-request-id"),
    (403, "access-control-allow-methods", "GET"),
    (404, "x-request-id", "018f4a7e"),
    (404, "traceresponse", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
    (404, "server-timing", "db;dur=53"),
    (404, "x-frame-options", "DENY"),
    (404, "strict-transport-security", "max-age=63072000"),
    (404, "referrer-policy", "no-referrer"),
    (404, "permissions-policy", "camera=()"),
    (404, "content-security-policy-report-only", "default-src 'self'"),
    (404, "cross-origin-resource-policy", "same-origin"),
    (404, "cross-origin-opener-policy", "same-origin"),
    (404, "cross-origin-embedder-policy", "require-corp"),
    (404, "reporting-endpoints", "main=\"/reports\""),
    (404, "clear-site-data", "\"cache\""),
    (404, "expires", "Sun, 06 Nov 1994 08:49:37 GMT"),
    (404, "age", "7"),
    (404, "cdn-cache-control", "max-age=60"),
    (404, "cache-status", "edge; fwd=miss"),
    (502, "proxy-status", "edge; error=connection_refused"),
    (404, "server", "example/1.0"),
    (404, "via", "1.1 edge"),
    (404, "alt-svc", "h3=\":443\""),
    (404, "link", "</>; rel=home"),
    (404, "location", "/elsewhere"),
    (410, "sunset", "Sun, 06 Nov 1994 08:49:37 GMT"),
    (410, "deprecation", "@1688169599"),
    (415, "accept", "application/json"),
    (415, "accept-encoding", "gzip"),
    (415, "accept-post", "application/json"),
    (415, "accept-patch", "application/merge-patch+json"),
    (412, "want-repr-digest", "sha-256=5"),
    (429, "ratelimit", "\"default\";r=0;t=7"),
    (429, "x-ratelimit-remaining", "0"),
    (429, "ratelimit-policy", "\"default\";q=100;w=10"),
    (426, "upgrade", "HTTP/2.0"),
    (451, "x-unknown", "kept as well"),
];

pub fn cases() -> Vec<Case> {
    let rows = KEPT.iter().flat_map(|&(status, name, value)| stays(status, name, &[value]));
    let lines = [
        ("set-cookie", &["id=1; Secure", "theme=dark"]),
        ("link", &["</>; rel=home", "</help>; rel=help"]),
        ("x-unknown", &["one", "two"]),
    ];
    let rows = rows.chain(lines.into_iter().flat_map(|(name, lines)| stays(404, name, lines)));
    let challenges = stays(401, "www-authenticate", &["Bearer realm=\"books\"", "Basic realm=\"books\""]);
    rule("fields that do not describe the old content stay", rows.chain(challenges))
}

/// Rows for a field whose lines stay, in several forms of page.
fn stays(status: u16, name: &str, lines: &[&str]) -> [Case; 3] {
    let given = lines.iter().fold(bare(status), |given, line| given.with(name, line));
    let with_lines = |page: Expect| lines.iter().fold(page, |page, line| page.field(name, line));
    let name = |form: &str| format!("`{name}` with {} lines at {status}, {form}", lines.len());
    [
        row(name("as HTML"), get(), given.clone(), with_lines(html(status))),
        row(name("to HEAD"), head(), given.clone(), with_lines(html(status))),
        row(name("as a problem"), program(), given, with_lines(problem(status))),
    ]
}
