//! The documents agree with the table `data/registry.csv` of the IANA registry and the
//! specifications. Each exception has a reason, and an exception that is not needed fails.

use std::collections::BTreeMap;

use http_status_info::{Content, GrpcCode, Redirect, StatusInfo, status_info};

mod common;

/// Intended differences from the table: the code, the column, the value of the document, and the
/// reason.
const EXCEPTIONS: &[(u16, &str, &str, &str)] = &[
    (
        104,
        "reference",
        "draft-ietf-httpbis-resumable-upload",
        "the registry names a revision of the draft, and drafts are superseded",
    ),
    (418, "phrase", "I'm a teapot", "registered as unused; known by the phrase of RFC 2324"),
];

#[test]
fn every_registered_code_has_a_document_that_agrees_with_the_registry() {
    let mut differences = BTreeMap::new();
    let mut registered = 0;
    for expected in common::table("registry.csv") {
        let code = expected["code"].parse().unwrap();
        let status = status_info(code).unwrap_or_else(|| panic!("{code} has no document"));
        for (column, expected) in &expected {
            let found = column_of(status, column);
            // The author of a document chooses the order of header fields.
            let sorted = |list: &str| {
                let mut items: Vec<_> = list.split(';').map(str::to_owned).collect();
                items.sort();
                items
            };
            if sorted(&found) != sorted(expected) {
                differences.insert((code, column.clone()), found);
            }
        }
        registered += 1;
    }
    assert_eq!(registered, 64);

    let allowed: BTreeMap<_, _> = EXCEPTIONS
        .iter()
        .map(|&(code, column, found, _)| ((code, column.to_owned()), found.to_owned()))
        .collect();
    assert_eq!(differences, allowed, "left: the differences; right: the exceptions");
}

#[test]
fn standard_codes_are_the_registered_ones_with_a_meaning() {
    let registered: Vec<u16> = common::table("registry.csv")
        .iter()
        .filter(|row| row["phrase"] != "(Unused)")
        .map(|row| row["code"].parse().unwrap())
        .collect();
    let standard: Vec<u16> =
        http_status_info::iter().filter(|status| status.is_standard()).map(StatusInfo::code).collect();
    assert_eq!(standard, registered);
}

/// Returns the value of a record in a column, in the format of the table.
fn column_of(status: &StatusInfo, column: &str) -> String {
    let or_dash = |text: Option<&str>| text.unwrap_or("-").to_owned();
    match column {
        "code" => status.code().to_string(),
        "phrase" => status.name().to_owned(),
        "reference" => or_dash(status.reference()),
        "spec" => status.spec().to_owned(),
        "since" => or_dash(status.since()),
        "cacheable" => status.cacheable().map_or("-".to_owned(), |cacheable| cacheable.to_string()),
        "content" => or_dash(status.content().map(Content::as_str)),
        "redirect" => or_dash(status.redirect().map(Redirect::as_str)),
        "grpc" => or_dash(status.grpc().map(GrpcCode::as_str)),
        "headers" => {
            let headers: Vec<String> = status
                .headers()
                .iter()
                .map(|header| format!("{}={}", header.name(), header.requirement()))
                .collect();
            if headers.is_empty() { "-".to_owned() } else { headers.join(";") }
        }
        other => panic!("no column `{other}`"),
    }
}
