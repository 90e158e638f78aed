//! Lists of codes for the pages of rustdoc: by class, by sender, and by value of each
//! vocabulary. Each is Markdown with links to the constants.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::reference::{escaped, parties};
use crate::codegen::check::Checked;
use crate::codegen::document::Facts;
use crate::status::vocab::{Class, Content, GrpcCode, Origin, Redirect, Requirement, Retry};

/// Makes every list, each with the name of its file.
pub fn lists(statuses: &[Checked]) -> Vec<(String, String)> {
    let mut lists = Vec::new();
    for class in Class::ALL {
        let of_class = |facts: &Facts| facts.standard && Class::of(facts.code) == Some(*class);
        lists.push((format!("class-{class}.md"), links(statuses, of_class)));
    }
    lists.push(("senders.md".to_owned(), senders(statuses)));
    lists.push((
        "Class.md".to_owned(),
        values(statuses, Class::ALL, Class::as_str, |facts, value| Class::of(facts.code) == Some(value)),
    ));
    lists.push((
        "Content.md".to_owned(),
        values(statuses, Content::ALL, Content::as_str, |facts, value| facts.content == Some(value)),
    ));
    lists.push((
        "Retry.md".to_owned(),
        values(statuses, Retry::ALL, Retry::as_str, |facts, value| facts.retry == Some(value)),
    ));
    lists.push((
        "Redirect.md".to_owned(),
        values(statuses, Redirect::ALL, Redirect::as_str, |facts, value| facts.redirect == Some(value)),
    ));
    lists.push((
        "Requirement.md".to_owned(),
        values(statuses, Requirement::ALL, Requirement::as_str, |facts, value| {
            facts.headers.iter().any(|header| header.requirement == value)
        }),
    ));
    lists.push((
        "GrpcCode.md".to_owned(),
        values(statuses, GrpcCode::ALL, GrpcCode::as_str, |facts, value| facts.grpc == Some(value)),
    ));
    let origins = |value| statuses.iter().filter(move |status| status.document.origin == value);
    let counts =
        Origin::ALL.iter().map(|origin| format!("- `{origin}`: {} documents\n", origins(*origin).count()));
    lists.push(("Origin.md".to_owned(), format!("# Documents by value\n\n{}", counts.collect::<String>())));
    lists
}

/// The codes that carry each value of a vocabulary.
fn values<T: Copy>(
    statuses: &[Checked],
    all: &[T],
    as_str: impl Fn(T) -> &'static str,
    carries: impl Fn(&Facts, T) -> bool,
) -> String {
    let mut list = String::from("# Codes by value\n\n");
    for value in all {
        let links = links(statuses, |facts| carries(facts, *value));
        let links = if links.is_empty() { "none".to_owned() } else { links };
        let _ = writeln!(list, "- `{}`: {links}", as_str(*value));
    }
    list
}

/// Links to the statuses that fit, on one line.
fn links(statuses: &[Checked], fits: impl Fn(&Facts) -> bool) -> String {
    let fitting = statuses.iter().filter(|status| fits(&status.document.facts));
    fitting.map(link).collect::<Vec<_>>().join(", ")
}

fn link(status: &Checked) -> String {
    format!("[{}](crate::codes::{})", escaped(&status.document.facts.title), status.constant)
}

/// Who uses which codes outside the registry, or in another meaning than it has there.
fn senders(statuses: &[Checked]) -> String {
    let mut senders: BTreeMap<(String, &str), Vec<String>> = BTreeMap::new();
    for status in statuses {
        for meaning in &status.document.facts.meanings {
            for party in parties(&meaning.by) {
                let links = senders.entry((party.to_lowercase(), party)).or_default();
                let link = link(status);
                if !links.contains(&link) {
                    links.push(link);
                }
            }
        }
    }
    let mut list = String::new();
    for ((_, party), links) in senders {
        let _ = writeln!(list, "- **{}**: {}", escaped(party), links.join(", "));
    }
    list
}
