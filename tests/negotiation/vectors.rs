//! Test vectors in `tests/data/accept.csv` and `accept_language.csv`.
//!
//! `expected` is the result in the source of the row, and is empty if no offer matches. If this crate
//! differs, `ours` has its result, which is a hyphen if no offer matches, and `why` has the reason.

use std::collections::BTreeMap;

use http_status_info::page::negotiation::{accept, accept_language};

use crate::common;

type Row = BTreeMap<String, String>;

/// Checks that every row gets the result of its source, or another result for a reason. Returns the
/// number of rows.
fn compare(rows: &[Row], field: &str, preferred: impl Fn(&[u8], &[&str]) -> Option<usize>) -> usize {
    let mut faults = Vec::new();
    for row in rows {
        let (expected, ours, why) = (row["expected"].as_str(), row["ours"].as_str(), row["why"].as_str());
        let answer = match ours {
            "" => expected,
            "-" => "",
            answer => answer,
        };
        let offers: Vec<&str> = row["offers"].split(' ').collect();
        let found = preferred(row[field].as_bytes(), &offers).map_or("", |index| offers[index]);
        let fault = match (ours, why) {
            _ if found != answer => format!("expected `{answer}`, found `{found}`"),
            ("", "") => continue,
            ("", _) => "has a reason to differ, and does not differ".to_owned(),
            (_, "") => "differs from its source without a reason".to_owned(),
            _ if answer == expected => "does not differ from its source".to_owned(),
            _ => continue,
        };
        faults.push(format!("{}: `{}` of {offers:?}: {fault}", row["source"], row[field]));
    }
    assert!(faults.is_empty(), "{} rows\n{}", faults.len(), faults.join("\n"));
    rows.len()
}

#[test]
fn accept_agrees_with_every_vector() {
    assert!(
        compare(&common::table("accept.csv"), "accept", |field, offers| accept::preferred(field, offers))
            > 300
    );
}

#[test]
fn accept_language_agrees_with_every_vector() {
    let rows = common::table("accept_language.csv");
    assert!(compare(&rows, "accept_language", |field, tags| accept_language::preferred(field, tags)) > 300);
}
