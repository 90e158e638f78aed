//! Exchanges: messages that a server could send.

use http_status_info::{Header, Requirement, StatusInfo, iter, status_info};

use crate::exchange;
use crate::exchange::exchanges;
use crate::only;

/// The reason why a code that is only logged has no exchange of its own.
const NEVER_SENT: &str = "only logged: the exchange shows the response that is sent instead, if there is one";

#[test]
fn exchanges_are_well_formed() {
    for status in iter() {
        for exchange in exchanges(status.information().markdown()) {
            if let Err(fault) = exchange {
                panic!("{status}: {fault}");
            }
        }
    }
}

#[test]
fn every_redirect_and_error_shows_itself_with_the_fields_it_requires() {
    let mut found = Vec::new();
    for status in iter().filter(|status| (300..600).contains(&status.code())) {
        let messages: Vec<_> =
            exchanges(status.information().markdown()).into_iter().flat_map(Result::unwrap).collect();
        let own: Vec<_> = messages.iter().filter(|message| message.status() == Some(status.code())).collect();
        if own.is_empty() {
            found.push((status.code(), "no exchange".to_owned()));
            continue;
        }
        // A field with a condition need not be in every exchange, but at least one such field is.
        let required = status.headers().iter().filter(|header| header.requirement() != Requirement::May);
        let (conditional, always): (Vec<&Header>, Vec<&Header>) =
            required.partition(|header| header.when().is_some());
        let shown = |name: &str| own.iter().any(|message| message.field(name).is_some());
        found.extend(
            always
                .iter()
                .filter(|header| !shown(header.name()))
                .map(|header| (status.code(), header.name().to_owned())),
        );
        if !conditional.is_empty() && !conditional.iter().any(|header| shown(header.name())) {
            found.push((status.code(), "no conditional field".to_owned()));
        }
    }
    only(
        found,
        &[
            (444, "no exchange", NEVER_SENT),
            (460, "no exchange", NEVER_SENT),
            (494, "no exchange", NEVER_SENT),
            (495, "no exchange", NEVER_SENT),
            (497, "no exchange", NEVER_SENT),
            (498, "no exchange", "sent in the content of a 200, which the exchange shows"),
        ],
    );
}

#[test]
fn status_lines_have_the_names_of_the_documents() {
    let mut found = Vec::new();
    for status in iter() {
        for message in exchanges(status.information().markdown()).into_iter().flat_map(Result::unwrap) {
            if let Some(code) = message.status() {
                let named = status_info(code).map(StatusInfo::name);
                if named != Some(message.reason()) {
                    found.push((status.code(), message.start_line.clone()));
                }
            }
        }
    }
    only(found, &[]);
}

#[test]
fn lengths_and_dates_in_exchanges_are_right() {
    let mut found = Vec::new();
    for status in iter() {
        for message in exchanges(status.information().markdown()).into_iter().flat_map(Result::unwrap) {
            // The content of a request that waits for 100 may never be sent.
            let waits = message.field("Expect").is_some();
            if let Some(length) = message.field("Content-Length").filter(|_| !waits) {
                // The lines of multipart content end with CRLF (RFC 9110 §8.3.3).
                let is_multipart =
                    message.field("Content-Type").is_some_and(|value| value.starts_with("multipart/"));
                let content = message.content.join(if is_multipart { "\r\n" } else { "\n" }).len();
                if length.parse() != Ok(content) {
                    found.push((status.code(), format!("Content-Length: {length}, content {content}")));
                }
            }
            for (name, value) in &message.fields {
                if ["Date", "Expires", "Last-Modified", "If-Modified-Since", "Retry-After"]
                    .contains(&name.as_str())
                    && value.ends_with("GMT")
                    && !exchange::is_date(value)
                {
                    found.push((status.code(), format!("{name}: {value}")));
                }
            }
        }
    }
    only(found, &[]);
}

#[test]
fn every_response_says_where_it_ends() {
    let mut found = Vec::new();
    for status in iter() {
        for exchange in exchanges(status.information().markdown()) {
            let mut method = String::new();
            for message in exchange.unwrap() {
                let Some(code) = message.status() else {
                    message.start_line.split(' ').next().unwrap_or_default().clone_into(&mut method);
                    continue;
                };
                // Such responses end with their header section (RFC 9112 §6.3).
                let has_no_content = matches!(code, 100..=199 | 204 | 304)
                    || method == "HEAD"
                    || (method == "CONNECT" && (200..300).contains(&code));
                let is_framed = message.field("Content-Length").is_some()
                    || message.field("Transfer-Encoding").is_some()
                    || message.field("Connection") == Some("close");
                if !has_no_content && !is_framed {
                    found.push((status.code(), message.start_line));
                }
            }
        }
    }
    only(found, &[]);
}
