//! Finds statuses by what a person types: code, class, name, sender, status line.

use std::fmt::Write;

use http_status_info::{StatusInfo, fallback, iter, status_info_by_name};

use crate::nearest;

/// How many words can stand for one status.
const LONGEST: usize = 16;

/// What a part of a query stands for.
#[derive(Debug)]
pub enum Subject {
    One(&'static StatusInfo),
    /// Those of a class or a sender.
    Group(Vec<&'static StatusInfo>),
}

impl Subject {
    pub fn statuses(&self) -> Vec<&'static StatusInfo> {
        match self {
            Self::One(status) => vec![status],
            Self::Group(statuses) => statuses.clone(),
        }
    }
}

/// Statuses, and the section of their pages that is asked for.
#[derive(Debug)]
pub struct Query {
    pub subjects: Vec<Subject>,
    pub section: Option<String>,
}

/// Finds the statuses of a query: as many words as possible for each, and what is left behind a
/// status is the name of a section.
pub fn find(arguments: &[String]) -> Result<Query, String> {
    let text = arguments.join(" ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut subjects: Vec<Subject> = Vec::new();
    let mut start = 0;
    while start < words.len() {
        let is_first = subjects.is_empty();
        let end = words.len().min(start + LONGEST);
        let longest = (start + 1..=end).rev().find_map(|end| {
            let words = words[start..end].join(" ");
            let subject = one(&words).map(Subject::One).or_else(|| class(&words));
            // Behind a status, a sender is a section: who else means what by it.
            let subject = if is_first { subject.or_else(|| sender(&words)) } else { subject };
            subject.map(|subject| (subject, end))
        });
        let Some((subject, end)) = longest else { break };
        subjects.push(subject);
        start = end;
    }
    let rest = words[start..].join(" ");
    if subjects.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(miss(if rest.is_empty() { &text } else { &rest }));
    }
    Ok(Query { subjects, section: (!rest.is_empty()).then_some(rest) })
}

/// Finds a status by code, name, both, or status line.
fn one(text: &str) -> Option<&'static StatusInfo> {
    if let Ok(status) = text.parse() {
        return Some(status);
    }
    let (version, rest) = text.split_once(' ')?;
    let is_version = version.len() >= 5 && version.as_bytes()[..5].eq_ignore_ascii_case(b"HTTP/");
    let code = rest.split(' ').next().filter(|_| is_version)?;
    // A client should ignore the reason phrase of a status line (RFC 9112 §4).
    code.parse::<&StatusInfo>().ok().filter(|_| code.len() == 3)
}

/// Finds the statuses of a class: `5xx`.
fn class(text: &str) -> Option<Subject> {
    let digit = text.to_ascii_lowercase().strip_suffix("xx")?.parse::<u16>().ok()?;
    let statuses: Vec<_> = iter().filter(|status| status.code() / 100 == digit).collect();
    (!statuses.is_empty()).then_some(Subject::Group(statuses))
}

fn sender(text: &str) -> Option<Subject> {
    let statuses: Vec<_> = iter().filter(|status| has_sender(status, text)).collect();
    (!statuses.is_empty()).then_some(Subject::Group(statuses))
}

/// Tells whether a sender with a name like this gives the status a meaning.
pub fn has_sender(status: &StatusInfo, name: &str) -> bool {
    status.meanings().iter().any(|meaning| is_sender(meaning.by(), name))
}

/// Tells whether the words of a name stand together in that of a sender, remarks in parentheses
/// apart.
pub fn is_sender(sender: &str, name: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let sender = words(sender.split(" (").next().unwrap_or(sender));
    let name = words(name);
    // `by`, `API` and the like name nobody.
    name.iter().any(|word| word.len() > 3) && sender.windows(name.len()).any(|window| window == name)
        || name == sender
        || name.len() == 1 && name[0].len() == 3 && sender.first() == name.first()
}

/// The message about a text that names no status.
fn miss(text: &str) -> String {
    let mut message = format!("unknown status `{text}`");
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    if let Some(code) = digits.parse().ok().filter(|_| digits.len() == 3) {
        if http_status_info::status_info(code).is_none() {
            let status = fallback(code);
            let _ = write!(message, ". A client treats it like {status} (RFC 9110 §15)");
        }
    }
    message.push_str("\n\nThe nearest:\n");
    for status in nearest::nearest(text) {
        let _ = writeln!(message, "  {status}");
    }
    if status_info_by_name(text).is_none() && digits.is_empty() {
        let _ = writeln!(message, "\nTo search the documents: http-status search {text}");
    }
    message.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use http_status_info::iter;

    use super::LONGEST;

    #[test]
    fn no_name_or_sender_has_more_words_than_are_read() {
        for status in iter() {
            let names = [status.title()].into_iter().chain(status.aliases().iter().copied());
            let senders = status.meanings().iter().map(http_status_info::Meaning::by);
            for name in names.chain(senders) {
                assert!(name.split_whitespace().count() < LONGEST, "{name}");
            }
        }
    }
}
