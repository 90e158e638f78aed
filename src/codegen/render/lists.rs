//! Writes lists of codes for rustdoc, in Markdown: by class, by sender, and by word of each
//! vocabulary.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::reference::parties;
use super::rustdoc::escaped;
use crate::codegen::check::Checked;
use crate::codegen::parse::{Facts, WORDS};
use crate::status::vocab::{Class, Origin, Requirement};

/// Writes every list. Returns pairs of file name and content.
pub fn lists(statuses: &[Checked]) -> Vec<(String, String)> {
    let mut lists = Vec::new();
    for class in Class::ALL {
        let of_class = |facts: &Facts| facts.standard && Class::of(facts.code) == Some(*class);
        lists.push((format!("class-{class}.md"), links(statuses, of_class)));
    }
    lists.push(("senders.md".to_owned(), senders(statuses)));
    let class = |facts: &Facts, word: &str| Class::of(facts.code).is_some_and(|class| class.as_str() == word);
    lists
        .push(("Class.md".to_owned(), by_word(statuses, Class::ALL.iter().map(|word| word.as_str()), class)));
    for key in WORDS {
        let is = |facts: &Facts, word: &str| (key.value)(facts).is_some_and(|(_, value)| value == word);
        lists.push((format!("{}.md", key.vocabulary), by_word(statuses, (key.words)(), is)));
    }
    let requires =
        |facts: &Facts, word: &str| facts.headers.iter().any(|header| header.requirement.as_str() == word);
    let words = Requirement::ALL.iter().map(|word| word.as_str());
    lists.push(("Requirement.md".to_owned(), by_word(statuses, words, requires)));
    let origins = |value| statuses.iter().filter(move |status| status.document.origin == value);
    let counts =
        Origin::ALL.iter().map(|origin| format!("- `{origin}`: {} documents\n", origins(*origin).count()));
    lists.push(("Origin.md".to_owned(), format!("# Documents by value\n\n{}", counts.collect::<String>())));
    lists
}

/// Lists the codes by the words of a vocabulary.
fn by_word(
    statuses: &[Checked],
    words: impl IntoIterator<Item = &'static str>,
    carries: impl Fn(&Facts, &str) -> bool,
) -> String {
    let mut list = String::from("# Codes by value\n\n");
    for word in words {
        let links = links(statuses, |facts| carries(facts, word));
        let links = if links.is_empty() { "none".to_owned() } else { links };
        let _ = writeln!(list, "- `{word}`: {links}");
    }
    list
}

/// Links the statuses that a condition selects, on one line.
fn links(statuses: &[Checked], selects: impl Fn(&Facts) -> bool) -> String {
    let selected = statuses.iter().filter(|status| selects(&status.document.facts));
    selected.map(link).collect::<Vec<_>>().join(", ")
}

fn link(status: &Checked) -> String {
    format!("[{}](crate::codes::{})", escaped(&status.document.facts.title), status.constant)
}

/// Lists the codes of each sender: those outside of the registry, and registered ones in
/// another meaning.
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
