//! Each requirement is in a takeaway, in its own strength.

use std::collections::{BTreeMap, BTreeSet};

use http_status_info::{iter, status_info};

use crate::common;
use crate::only;

#[test]
fn every_requirement_is_in_the_takeaway_that_the_table_names() {
    let mut of_code: BTreeMap<u16, Vec<String>> = BTreeMap::new();
    let mut found = Vec::new();
    for row in common::table("requirements.csv") {
        let code: u16 = row["code"].parse().unwrap();
        let status = status_info(code).unwrap();
        for column in ["section", "bound", "requirement"] {
            assert!(!row[column].is_empty(), "{row:?}");
        }
        let words: &[&str] = match row["keyword"].as_str() {
            "MUST" => &["must"],
            "MUST NOT" => &["must not", "must never", "must no"],
            "SHOULD" => &["should"],
            "SHOULD NOT" => &["should not", "should never"],
            // Advice is not a SHOULD: a reader must be able to tell them apart.
            "OUGHT" => &["ought to"],
            "MAY" => &["may"],
            "CACHEABLE" | "NOT-CACHEABLE" => &["cache"],
            other => panic!("{code}: keyword {other}"),
        };
        let number: usize = row["takeaway"].parse().unwrap();
        let text = status.takeaways().get(number - 1).map_or("", |text| text.plain()).to_lowercase();
        if !words.iter().any(|word| text.contains(word)) {
            found.push((code, format!("takeaway {number} has no `{}`: {}", words[0], row["requirement"])));
        }
        of_code.entry(code).or_default().push(row["keyword"].clone());
    }
    only(found, &[]);

    // Each code has a row on caching, and the row agrees with the front matter.
    for status in iter().filter(|status| status.is_standard() || matches!(status.code(), 306 | 418)) {
        let keywords = of_code.get(&status.code()).map_or(&[][..], Vec::as_slice);
        let says = |keyword: &str| keywords.iter().any(|found| found == keyword);
        let expected = if status.cacheable() == Some(true) { "CACHEABLE" } else { "NOT-CACHEABLE" };
        assert!(says(expected), "{status} has no row {expected}");
        assert!(!(says("CACHEABLE") && says("NOT-CACHEABLE")), "{status}");
    }
}

#[test]
fn strength_words_are_kept_for_requirements() {
    // A takeaway of a registered code with the word `must`, `should` or `ought` has a row in the table.
    let rows: BTreeSet<(u16, usize)> = common::table("requirements.csv")
        .iter()
        .map(|row| (row["code"].parse().unwrap(), row["takeaway"].parse().unwrap()))
        .collect();
    let mut found = Vec::new();
    for status in iter().filter(|status| status.is_standard()) {
        for (index, takeaway) in status.takeaways().enumerate() {
            let has =
                |word: &str| takeaway.plain().split(|c: char| !c.is_alphabetic()).any(|found| found == word);
            if (has("must") || has("should") || has("ought")) && !rows.contains(&(status.code(), index + 1)) {
                found.push((status.code(), format!("takeaway {}", index + 1)));
            }
        }
    }
    only(found, &[]);
}
