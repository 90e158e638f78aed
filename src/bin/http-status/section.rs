//! One section of a page, by a word that names it.

use std::fmt::Write;

use http_status_info::StatusInfo;

use crate::document::{self, Section};
use crate::find::is_sender;

/// Sections that a page of any status may have, with the words for them.
type Maker = fn(&StatusInfo) -> Option<Section>;
const SECTIONS: [(&[&str], Maker); 11] = [
    (&["overview"], document::overview),
    (&["facts"], document::facts),
    (&["advice", "what to do"], document::what_to_do),
    (&["apart", "neighbors"], document::apart),
    (&["takeaways", "requirements"], document::takeaways),
    (&["headers", "header fields", "fields"], document::headers),
    (&["information"], document::information),
    (&["names", "constants", "languages"], document::names),
    (&["meanings", "senders"], document::meanings),
    (&["links", "more"], document::links),
    (&["visitor", "visitors"], document::visitor),
];

/// Finds a section: one that pages have, by its name; one of the document's own, by words of its
/// heading; a fact, by its label; a meaning, by its sender.
pub fn find(status: &StatusInfo, name: &str) -> Option<Section> {
    let name = name.trim().to_lowercase();
    let maker = SECTIONS.iter().find(|(names, _)| names.contains(&name.as_str()));
    if let Some((_, maker)) = maker {
        return maker(status);
    }
    let headings = document::headings(status).into_iter();
    let mut own = headings.filter(|(heading, _)| has_words(heading, &name));
    if let Some((heading, markdown)) = own.next() {
        return Some(Section { heading: heading.to_owned(), markdown: markdown.trim().to_owned() });
    }
    let mut facts = document::labels(status).into_iter().filter(|(label, _)| has_words(label, &name));
    if let Some((label, value)) = facts.next() {
        return Some(Section { heading: label.to_owned(), markdown: value });
    }
    let meanings = status.meanings().iter().filter(|meaning| is_sender(meaning.by(), &name));
    let meanings: Vec<_> = meanings.collect();
    let (first, _) = meanings.split_first()?;
    let text = |meaning: &&http_status_info::Meaning| {
        format!("{}\n\n<{}>\n\n", document::escaped(meaning.overview()), meaning.url())
    };
    Some(Section { heading: first.by().to_owned(), markdown: meanings.iter().map(text).collect() })
}

/// Tells whether a heading has all words of a name, or words that begin with them.
fn has_words(heading: &str, name: &str) -> bool {
    let heading = heading.to_lowercase();
    let mut words = name.split_whitespace();
    words.all(|word| {
        heading.split_whitespace().any(|own| own == word || word.len() > 3 && own.starts_with(word))
    })
}

/// The message if no status has the section.
pub fn miss(statuses: &[&StatusInfo], name: &str) -> String {
    let [status] = statuses else { return format!("none of these statuses has a section `{name}`") };
    let mut message = format!("{status} has no section `{name}`. It has:\n\n");
    let present = SECTIONS.iter().filter(|(_, maker)| maker(status).is_some());
    // The table that tells neighbors apart has a name above.
    let own = document::headings(status).into_iter().map(|(heading, _)| heading);
    let own = own.filter(|heading| *heading != document::APART);
    for section in present.map(|(names, _)| names[0]).chain(own) {
        let _ = writeln!(message, "  {section}");
    }
    message.trim_end().to_owned()
}
