//! The reference page of a status: what rustdoc shows for its constant.
//!
//! rustdoc reads Markdown of its own dialect. So plain text is escaped, mentions of
//! other statuses become links to their constants, headings move to the level that
//! they have on the page, and no code becomes a test.

use std::collections::BTreeMap;
use std::fmt::{self, Write};
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::fields::FIELDS;
use crate::codegen::check::Checked;
use crate::codegen::document::{Facts, Header};
use crate::codegen::markdown;
use crate::status::vocab::{Class, Origin};

/// The texts of a reference page.
pub struct Reference {
    /// The first line, which indexes and editors show by itself.
    pub title: String,
    /// All that comes after it on the page.
    pub page: String,
    /// What an editor shows instead, when one hovers over the constant.
    pub hover: String,
    /// What one may search for.
    pub aliases: Vec<String>,
}

/// The constants of all statuses by their title, for links.
pub type Constants<'s> = BTreeMap<&'s str, &'s str>;

/// Writes the page of a status.
pub fn reference(status: &Checked, constants: &Constants<'_>) -> Reference {
    let mut page = String::new();
    // Writing to a `String` does not fail.
    let _ = write_page(&mut page, status, constants);
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

/// What kind of code it is, in a word or two.
fn standing(facts: &Facts) -> Vec<&'static str> {
    let kinds = [
        (!facts.standard, "non-standard"),
        (facts.experimental, "experimental"),
        (facts.deprecated, "deprecated"),
    ];
    let kinds: Vec<_> = kinds.into_iter().filter(|(is, _)| *is).map(|(_, kind)| kind).collect();
    if kinds.is_empty() { vec!["standard"] } else { kinds }
}

fn write_page(page: &mut String, status: &Checked, constants: &Constants<'_>) -> fmt::Result {
    let document = &status.document;
    let facts = &document.facts;
    let own = &facts.title;

    write_facts(page, facts)?;
    write!(page, "\n# Takeaways\n\n")?;
    for (number, takeaway) in document.sections.takeaways.iter().enumerate() {
        let text = linked(takeaway, own, constants).replace('\n', "\n    ");
        writeln!(page, "{}. {text}", number + 1)?;
    }
    write!(page, "\n# Information\n\n{}\n", linked(&document.sections.information, own, constants))?;

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
        for (title, constant) in constants.iter().filter(|(title, _)| see_also(title)) {
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

/// The table of facts: those that the document states.
fn write_facts(page: &mut String, facts: &Facts) -> fmt::Result {
    let word = |vocabulary: &str, value: &dyn fmt::Debug, word: &str| {
        format!("[`{word}`](crate::{vocabulary}::{value:?})")
    };
    let mut row = |fact: &str, value: Option<String>| match value {
        Some(value) => writeln!(page, "| {fact} | {} |", value.replace('|', "\\|")),
        None => Ok(()),
    };
    row("Fact", Some("Value".to_owned()))?;
    row(":---", Some(":---".to_owned()))?;
    row("Standing", Some(standing(facts).join(", ")))?;
    row("Class", Class::of(facts.code).map(|class| word("Class", &class, class.as_str())))?;
    row("Defined in", Some(definition(facts)))?;
    row("First in", facts.since.as_ref().map(|since| escaped(since)))?;
    let also: Vec<_> = facts.aliases.iter().map(|alias| escaped(alias)).collect();
    row("Also called", (!also.is_empty()).then(|| also.join(", ")))?;
    let yes_or_no = |is: bool| if is { "yes" } else { "no" }.to_owned();
    row("Heuristically cacheable", facts.cacheable.map(yes_or_no))?;
    row("Content", facts.content.map(|value| word("Content", &value, value.as_str())))?;
    row("Retry", facts.retry.map(|value| word("Retry", &value, value.as_str())))?;
    row("Redirect", facts.redirect.map(|value| word("Redirect", &value, value.as_str())))?;
    let headers: Vec<_> = facts.headers.iter().map(header).collect();
    row("Header fields", (!headers.is_empty()).then(|| headers.join("; ")))?;
    row("gRPC", facts.grpc.map(|value| word("GrpcCode", &value, value.as_str())))?;
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

fn header(header: &Header) -> String {
    let name = field_link(&header.name, &format!("`{}`", header.name));
    let requirement = header.requirement;
    let when = header.when.as_ref().map(|when| format!(", {}", escaped(when))).unwrap_or_default();
    format!("{name} [{requirement}](crate::Requirement::{requirement:?}){when}")
}

/// Links a text to where a header field is defined, if that is known.
fn field_link(name: &str, text: &str) -> String {
    match FIELDS.iter().find(|(field, _)| *field == name) {
        Some((_, url)) => format!("[{text}](<{url}>)"),
        None => text.to_owned(),
    }
}

/// What an editor shows: the first takeaways, as many as one reads at a glance, without
/// links, and where to read on.
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

/// The code, its names, those of the parties that use it, and both together.
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
        // rustdoc takes no quotation marks, and warns of an alias that is the name itself.
        .map(|alias| alias.replace(['"', '\''], "").trim().to_owned())
        .filter(|alias| {
            let key = alias.to_lowercase();
            let is_new = !alias.is_empty() && !known.contains(&key);
            known.push(key);
            is_new
        })
        .collect()
}

/// The parties that use a meaning, without remarks: `nginx`, or `Apache HttpCore` and
/// `Spring` in `Apache HttpCore; Spring before 7 (as a constant)`.
pub fn parties(by: &str) -> impl Iterator<Item = &str> {
    by.split(';').map(|party| {
        let remark = [", ", " (", " before ", " until "].iter().filter_map(|remark| party.find(remark)).min();
        party[..remark.unwrap_or(party.len())].trim()
    })
}

/// Plain text as Markdown that shows it.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if "\\`*_[]<>#|~&!^$".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// The Markdown of a document as that of its page.
fn linked(source: &str, own: &str, constants: &Constants<'_>) -> String {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut in_link = 0_usize;
    let mut in_code = false;
    for (event, range) in markdown::parse(source).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => in_link += 1,
            Event::End(TagEnd::Link | TagEnd::Image) => in_link -= 1,
            // Sections of a document are at level 2, those of a page at level 1.
            Event::Start(Tag::Heading { .. }) => edits.push((range.start..range.start + 1, String::new())),
            Event::Start(Tag::CodeBlock(kind)) => {
                in_code = true;
                if let CodeBlockKind::Fenced(info) = kind {
                    let start = range.start + source[range.clone()].find(&*info).unwrap_or_default();
                    if is_tested(&info) {
                        edits.push((start..start + info.len(), "text".to_owned()));
                    }
                }
            }
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Code(text) if in_link == 0 => {
                let shown = &source[range.clone()];
                let name = text.split(':').next().unwrap_or_default();
                let link = match constants.get(&*text) {
                    Some(constant) if &*text != own => format!("[{shown}]({constant})"),
                    Some(_) => continue,
                    None => field_link(name, shown),
                };
                edits.push((range, link));
            }
            // A bracket that opens no link here would be taken for the name of an item.
            Event::Text(text) if in_link == 0 && !in_code && text.contains(['[', ']']) => {
                let raw = &source[range.clone()];
                for (at, _) in raw.match_indices(['[', ']']) {
                    let at = range.start + at;
                    if !source[..at].ends_with('\\') {
                        edits.push((at..at, "\\".to_owned()));
                    }
                }
            }
            _ => {}
        }
    }
    let mut page = source.to_owned();
    edits.sort_by_key(|(range, _)| range.start);
    for (range, text) in edits.into_iter().rev() {
        page.replace_range(range, &text);
    }
    page
}

/// Whether rustdoc might compile a code block with these words behind its fence.
fn is_tested(info: &str) -> bool {
    info.split([',', ' ', '\t', '{', '}']).any(|word| {
        let is_error_code =
            word.len() == 5 && word.starts_with('E') && word[1..].bytes().all(|b| b.is_ascii_digit());
        is_error_code
            || word.starts_with("edition")
            || word.starts_with("ignore")
            || matches!(
                word,
                "rust"
                    | "should_panic"
                    | "no_run"
                    | "compile_fail"
                    | "test_harness"
                    | "standalone"
                    | "standalone_crate"
            )
    })
}

#[cfg(test)]
mod tests {
    use super::{Constants, escaped, linked};

    #[test]
    fn documents_become_pages() {
        let constants = Constants::from([("404 Not Found", "NOT_FOUND"), ("410 Gone", "GONE")]);
        let page = |source| linked(source, "404 Not Found", &constants);
        for (source, expected) in [
            ("Send `410 Gone`.", "Send [`410 Gone`](GONE)."),
            ("A `404 Not Found` is this page.", "A `404 Not Found` is this page."),
            ("| a |\n| - |\n| `410 Gone` |", "| a |\n| - |\n| [`410 Gone`](GONE) |"),
            ("[see `410 Gone`](https://a.example)", "[see `410 Gone`](https://a.example)"),
            ("`Date: now`", "[`Date: now`](<https://httpwg.org/specs/rfc9110.html#field.date>)"),
            ("`GET`", "`GET`"),
            ("### Head\n\nText", "## Head\n\nText"),
            ("```rust\nfn\n```", "```text\nfn\n```"),
            ("```ignore,edition2024\nfn\n```", "```text\nfn\n```"),
            ("```http,rust\nfn\n```", "```text\nfn\n```"),
            ("```http\nGET [a]\n```", "```http\nGET [a]\n```"),
            ("a [b] \\[c\\]", "a \\[b\\] \\[c\\]"),
        ] {
            assert_eq!(page(source), expected);
        }
    }

    #[test]
    fn plain_text_stays_plain_text() {
        assert_eq!(escaped("<img src=x> [a] *b* `c` | d"), "\\<img src=x\\> \\[a\\] \\*b\\* \\`c\\` \\| d");
    }
}
