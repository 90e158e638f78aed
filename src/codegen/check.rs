//! Checks rules that involve several values of a document, or several documents.

use std::collections::{BTreeMap, BTreeSet};

use super::names;
use super::parse::Document;
use super::parse::code_of;
use super::problem::{Problem, quoted};
use super::read::Source;
use super::report::Report;

/// Checks all documents together, and returns them in order of code. A document of the
/// application replaces the built-in one with its code.
pub fn check(documents: Vec<Document>, sources: &[Source], problems: &mut Vec<Problem>) -> Vec<Checked> {
    // `seeAlso` may name a document that did not parse.
    let codes: BTreeSet<u16> = sources.iter().filter_map(|source| code_of(&source.path)).collect();
    let mut checked: BTreeMap<u16, Checked> = BTreeMap::new();
    // Built-in documents come first, and those of the application replace them.
    for document in documents {
        let mut report = Report::new(&document.path);
        title(&document, &mut report);
        see_also(&document, &codes, &mut report);
        let constant = constant(&document, &mut report);
        if let (Some(constant), Some(replaced)) = (&constant, checked.get(&document.facts.code)) {
            keeps_constant(&document, constant, replaced, &mut report);
        }
        report.finish(problems);
        if let Some(constant) = constant {
            checked.insert(document.facts.code, Checked { document, constant });
        }
    }
    let checked: Vec<_> = checked.into_values().collect();
    unique_names(&checked, problems);
    checked
}

/// A checked document, and the name of its constant.
pub struct Checked {
    pub document: Document,
    pub constant: String,
}

fn title(document: &Document, report: &mut Report<'_>) {
    let expected = format!("{} {}", document.facts.code, document.facts.name);
    if document.facts.title != expected {
        let text = format!("`title` is {}, expected {}", quoted(&document.facts.title), quoted(&expected));
        report.add(|| document.front_matter.place_of("title", None), text);
    }
}

fn see_also(document: &Document, codes: &BTreeSet<u16>, report: &mut Report<'_>) {
    let mut seen = BTreeSet::new();
    for (index, code) in document.facts.see_also.iter().enumerate() {
        let fault = if *code == document.facts.code {
            "is the code of this document, expected another code"
        } else if !codes.contains(code) {
            "has no document, expected a code that has one"
        } else if !seen.insert(code) {
            "is repeated, expected once"
        } else {
            continue;
        };
        let text = format!("`{code}` in `seeAlso` {fault}");
        report.add(|| document.front_matter.place_of("seeAlso", Some(index)), text);
    }
}

/// Returns the constant of a document: the key `constant`, or else one made of the name.
fn constant(document: &Document, report: &mut Report<'_>) -> Option<String> {
    let (constant, key) = match &document.facts.constant {
        Some(given) => (given.clone(), "constant"),
        None => (names::constant(&document.facts.name), "name"),
    };
    if names::is_constant(&constant) {
        return Some(constant);
    }
    let found = if key == "name" { "`name` makes the constant" } else { "`constant` is" };
    let text = format!(
        "{found} {}, expected capitals, digits and `_`, a capital first{}",
        quoted(&constant),
        if key == "name" { ". Add the key `constant`" } else { "" },
    );
    report.add(|| document.front_matter.place_of(key, None), text);
    None
}

/// Checks that a document keeps the constant of the document that it replaces. Programs that
/// use the constant must go on compiling.
fn keeps_constant(document: &Document, constant: &str, replaced: &Checked, report: &mut Report<'_>) {
    if constant == replaced.constant {
        return;
    }
    let key = if document.facts.constant.is_some() { "constant" } else { "name" };
    let text = format!(
        "the constant is `{constant}`, expected `{0}` as in {1}, which this document replaces. \
         Set `constant: {0}`",
        replaced.constant, replaced.document.path,
    );
    report.add(|| document.front_matter.place_of(key, None), text);
}

/// Checks that each constant, name and alias belongs to one status.
fn unique_names(checked: &[Checked], problems: &mut Vec<Problem>) {
    let mut owners: BTreeMap<String, &Document> = BTreeMap::new();
    // Built-in documents come first, so that a clash is a problem of the application's.
    let mut ordered: Vec<_> = checked.iter().collect();
    ordered.sort_by_key(|status| (status.document.origin, status.document.facts.code));
    for status in ordered {
        let facts = &status.document.facts;
        let name = ("name", None, &facts.name);
        let constant = facts.constant.iter().map(|constant| ("constant", None, constant));
        let aliases = facts.aliases.iter().enumerate().map(|(index, alias)| ("aliases", Some(index), alias));
        let mut report = Report::new(&status.document.path);
        for (field, item, name) in [name].into_iter().chain(constant).chain(aliases) {
            let key = names::key(name);
            let fault = match owners.get(&key) {
                _ if key.is_empty() => "has no letter, expected one at least".to_owned(),
                _ if key.bytes().all(|byte| byte.is_ascii_digit()) => {
                    "is a number, expected words".to_owned()
                }
                Some(owner) if owner.path != status.document.path => {
                    format!("is also in {}, expected one that no other document has", owner.path)
                }
                Some(_) if field == "aliases" => {
                    "is another spelling of a name of this document. Remove it".to_owned()
                }
                _ => {
                    owners.insert(key, &status.document);
                    continue;
                }
            };
            let what = if field == "aliases" { "alias" } else { field };
            let text = format!("{what} {} {fault}", quoted(name));
            report.add(|| status.document.front_matter.place_of(field, item), text);
        }
        report.finish(problems);
    }
}

impl Checked {
    /// Returns the keys of the status in the lookup by name.
    pub fn keys(&self) -> BTreeSet<String> {
        let facts = &self.document.facts;
        [&facts.name, &self.constant].into_iter().chain(&facts.aliases).map(|name| names::key(name)).collect()
    }
}
