//! The parts of the front matter that people read: messages for visitors, links, senders.

use http_status_info::{iter, status_info};

use crate::common;
use crate::only;

/// The registered codes that MDN has no page for.
const WITHOUT_MDN: [u16; 3] = [104, 305, 306];

#[test]
fn every_error_has_a_message_for_visitors_and_every_code_links_to_read_more() {
    for status in iter().filter(|status| (400..600).contains(&status.code())) {
        assert!(status.visitor().is_some(), "{status} has no `visitor`");
    }
    for row in common::table("registry.csv") {
        let status = status_info(row["code"].parse().unwrap()).unwrap();
        let urls: Vec<&str> = status.more().iter().map(http_status_info::Link::url).collect();
        assert!(urls.contains(&row["spec"].as_str()), "{status} does not link its definition");
    }
    for status in iter().filter(|status| status.is_standard() || status.code() == 418) {
        let mdn =
            format!("https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Status/{}", status.code());
        let has = status.more().iter().any(|link| link.url() == mdn);
        assert_eq!(has, !WITHOUT_MDN.contains(&status.code()), "{status}: whether `more` links MDN");
    }
}

#[test]
fn messages_for_visitors_are_short_and_without_technical_words() {
    const JARGON: &[&str] = &[
        "server",
        "client",
        "request",
        "response",
        "header",
        "url",
        "uri",
        "cache",
        "http",
        "https",
        "proxy",
        "gateway",
        "session",
        "api",
        "resource",
        "token",
        "cookie",
        "method",
        "protocol",
        "tls",
        "ssl",
        "certificate",
        "dns",
        "timeout",
        "upstream",
        "backend",
        "origin",
        "endpoint",
        "payload",
        "null",
        "authentication",
        "credentials",
        "database",
        "status",
        "code",
        "invalid",
        "illegal",
        "fatal",
        "failed",
    ];
    let mut found = Vec::new();
    for status in iter() {
        let Some(visitor) = status.visitor() else { continue };
        let words = visitor.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
        found.extend(
            words
                .filter(|word| JARGON.contains(&word.as_str()) || word.bytes().any(|b| b.is_ascii_digit()))
                .map(|word| (status.code(), word)),
        );
        if visitor.chars().count() > 180 {
            found.push((status.code(), format!("{} characters", visitor.chars().count())));
        }
    }
    only(found, &[]);
}

#[test]
fn codes_without_a_registered_meaning_name_their_users() {
    for status in iter().filter(|status| !status.is_standard()) {
        assert!(!status.meanings().is_empty(), "{status} has no `meanings`");
        for meaning in status.meanings() {
            assert!(meaning.overview().ends_with('.'), "{status}: {}", meaning.by());
        }
    }
}
