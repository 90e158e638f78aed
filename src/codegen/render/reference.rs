//! Writes the reference page of a status: the rustdoc of its constant.

use std::fmt::{self, Write};

use super::rustdoc::{Links, converted, escaped};
use crate::codegen::check::Checked;
use crate::codegen::parse::{Facts, Header, WORDS};
use crate::status::vocab::{Class, Origin};

/// The texts of a reference page.
pub struct Reference {
    /// The first line, which indexes show alone.
    pub title: String,
    /// The page after the title.
    pub page: String,
    /// The text that an editor shows for the constant, instead of the page.
    pub hover: String,
    /// The search terms.
    pub aliases: Vec<String>,
}

/// Writes the page of a status.
pub fn reference(status: &Checked, links: &Links<'_>) -> Reference {
    let mut page = String::new();
    // Writing to a `String` does not fail.
    let _ = write_page(&mut page, status, links);
    Reference { title: title(&status.document.facts), page, hover: hover(status), aliases: aliases(status) }
}

fn title(facts: &Facts) -> String {
    let mut title = escaped(&facts.title);
    let standing = standing(facts);
    if standing != ["standard"] {
        let _ = write!(title, " **({})**", standing.join(", "));
    }
    let _ = write!(title, ": {}", escaped(&facts.overview));
    title
}

/// Lists the standing of a code: `standard`, or the exceptions from it.
fn standing(facts: &Facts) -> Vec<&'static str> {
    let kinds = [
        (!facts.standard, "non-standard"),
        (facts.experimental, "experimental"),
        (facts.deprecated, "deprecated"),
    ];
    let kinds: Vec<_> = kinds.into_iter().filter(|(is, _)| *is).map(|(_, kind)| kind).collect();
    if kinds.is_empty() { vec!["standard"] } else { kinds }
}

fn write_page(page: &mut String, status: &Checked, links: &Links<'_>) -> fmt::Result {
    let document = &status.document;
    let facts = &document.facts;
    let own = &facts.title;

    write_facts(page, facts, links)?;
    write!(page, "\n# Takeaways\n\n")?;
    for (number, takeaway) in document.sections.takeaways.iter().enumerate() {
        let text = converted(takeaway, own, links).replace('\n', "\n    ");
        writeln!(page, "{}. {text}", number + 1)?;
    }
    write!(page, "\n# Information\n\n{}\n", converted(&document.sections.information, own, links))?;

    if !facts.meanings.is_empty() {
        write!(page, "\n# Meanings\n\n")?;
        for meaning in &facts.meanings {
            let name =
                meaning.name.as_ref().map(|name| format!(", \"{}\"", escaped(name))).unwrap_or_default();
            let (by, overview) = (escaped(&meaning.by), escaped(&meaning.overview));
            writeln!(page, "- [{by}](<{}>){name}: {overview}", meaning.url)?;
        }
    }

    write!(page, "\n# More\n\n")?;
    writeln!(page, "- {}", definition(facts))?;
    for link in facts.more.iter().filter(|link| link.url != facts.spec) {
        writeln!(page, "- {}: [{}](<{}>)", escaped(&link.from), escaped(&link.title), link.url)?;
    }
    let see_also = |title: &&str| facts.see_also.iter().any(|code| title.starts_with(&format!("{code} ")));
    if !facts.see_also.is_empty() {
        write!(page, "\n# See also\n\n")?;
        for (title, constant) in links.constants.iter().filter(|(title, _)| see_also(title)) {
            writeln!(page, "- [{}]({constant})", escaped(title))?;
        }
    }
    match document.origin {
        Origin::BuiltIn => write!(
            page,
            "\n---\n\nThis page is made from `{}`; `CONTRIBUTING.md` in the repository says how to improve it.",
            document.path
        ),
        Origin::Application => {
            write!(
                page,
                "\n---\n\nThis page is made from the application's own document, `{}.md`.",
                facts.code
            )
        }
    }
}

fn definition(facts: &Facts) -> String {
    let label = facts.reference.as_ref().map_or_else(|| "Source".to_owned(), |reference| escaped(reference));
    format!("[{label}](<{}>)", facts.spec)
}

/// Writes the table of facts. A fact that the document does not state has no row.
fn write_facts(page: &mut String, facts: &Facts, links: &Links<'_>) -> fmt::Result {
    let mut row = |fact: &str, value: Option<String>| match value {
        Some(value) => writeln!(page, "| {fact} | {} |", value.replace('|', "\\|")),
        None => Ok(()),
    };
    row("Fact", Some("Value".to_owned()))?;
    row(":---", Some(":---".to_owned()))?;
    row("Standing", Some(standing(facts).join(", ")))?;
    row("Class", Class::of(facts.code).map(|class| word("Class", &format!("{class:?}"), class.as_str())))?;
    row("Defined in", Some(definition(facts)))?;
    row("First in", facts.since.as_ref().map(|since| escaped(since)))?;
    let also: Vec<_> = facts.aliases.iter().map(|alias| escaped(alias)).collect();
    row("Also called", (!also.is_empty()).then(|| also.join(", ")))?;
    let yes_or_no = |is: bool| if is { "yes" } else { "no" }.to_owned();
    row("Heuristically cacheable", facts.cacheable.map(yes_or_no))?;
    for key in WORDS {
        row(key.label, (key.value)(facts).map(|(variant, text)| word(key.vocabulary, &variant, text)))?;
    }
    let headers: Vec<_> = facts.headers.iter().map(|field| header(field, links)).collect();
    row("Header fields", (!headers.is_empty()).then(|| headers.join("; ")))?;
    let elsewhere: Vec<_> = facts
        .constants
        .iter()
        .map(|(library, name)| format!("`{}` ({})", name.replace('`', ""), escaped(library)))
        .collect();
    row("Elsewhere", (!elsewhere.is_empty()).then(|| elsewhere.join(", ")))?;
    let parties: Vec<_> = facts.meanings.iter().map(|meaning| escaped(&meaning.by)).collect();
    let parties = match parties.len() {
        0 => None,
        1 | 2 => Some(format!("{}, see [below](#meanings)", parties.join("; "))),
        many => Some(format!("{many} parties, see [below](#meanings)")),
    };
    row(if facts.standard { "In another meaning" } else { "Used by" }, parties)
}

/// Links a word to the variant of its vocabulary.
fn word(vocabulary: &str, variant: &str, text: &str) -> String {
    format!("[`{text}`](crate::{vocabulary}::{variant})")
}

fn header(header: &Header, links: &Links<'_>) -> String {
    let name = links.field(&header.name, &format!("`{}`", header.name));
    let requirement = header.requirement;
    let when = header.when.as_ref().map(|when| format!(", {}", escaped(when))).unwrap_or_default();
    format!("{name} [{requirement}](crate::Requirement::{requirement:?}){when}")
}

/// Writes the text for editors: the first takeaways, up to 600 bytes, and a link to the
/// definition.
fn hover(status: &Checked) -> String {
    const MOST: usize = 600;
    let mut hover = String::new();
    for takeaway in &status.document.sections.takeaways {
        if !hover.is_empty() && hover.len() + takeaway.len() > MOST {
            break;
        }
        let _ = writeln!(hover, "- {}", takeaway.replace('\n', "\n  "));
    }
    let _ = write!(hover, "\n{}", definition(&status.document.facts));
    hover
}

/// Lists the search terms: the code, its names, and the parties that use it, with the code.
fn aliases(status: &Checked) -> Vec<String> {
    let facts = &status.document.facts;
    let code = facts.code;
    let mut aliases = vec![code.to_string(), facts.name.clone()];
    aliases.extend(facts.aliases.iter().cloned());
    for meaning in &facts.meanings {
        aliases.extend(meaning.name.clone());
        for party in parties(&meaning.by) {
            let first = party.split([' ', '/']).next().unwrap_or_default();
            aliases.extend([format!("{party} {code}"), format!("{first} {code}")]);
        }
    }
    let mut known = vec![status.constant.to_lowercase()];
    aliases
        .iter()
        // rustdoc refuses quotation marks, and warns about an alias equal to the constant.
        .map(|alias| alias.replace(['"', '\''], "").trim().to_owned())
        .filter(|alias| {
            let key = alias.to_lowercase();
            let is_new = !alias.is_empty() && !known.contains(&key);
            known.push(key);
            is_new
        })
        .collect()
}

/// Splits the value of `by` into parties, without remarks. `Apache HttpCore; Spring before 7 (as
/// a constant)` gives `Apache HttpCore` and `Spring`.
pub fn parties(by: &str) -> impl Iterator<Item = &str> {
    by.split(';').map(|party| {
        let remark = [", ", " (", " before ", " until "].iter().filter_map(|remark| party.find(remark)).min();
        party[..remark.unwrap_or(party.len())].trim()
    })
}
