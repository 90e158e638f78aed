//! Parses documents: decodes a file, and reads its front matter and its sections.
//!
//! This stage checks single values. The stage `check` compares values and documents with each
//! other.

mod blocks;
mod front_matter;
mod mapping;
mod scalar;
mod sections;
mod takeaways;
mod text;

use super::problem::{Position, Problem, quoted};
use super::read::Source;
use super::report::Report;
use super::yaml::{self, FrontMatter};
use crate::status::vocab::Origin;

pub use front_matter::{Facts, Header, Link, Meaning, WORDS};
pub use sections::Sections;

/// The line before and after the front matter.
const FENCE: &str = "---";

/// A parsed document.
pub struct Document {
    /// The path in messages.
    pub path: String,
    /// The origin of the document: this crate or the application.
    pub origin: Origin,
    /// The front matter as YAML. Finds the place of a value.
    pub front_matter: FrontMatter,
    /// The values of the front matter.
    pub facts: Facts,
    /// The sections of the body.
    pub sections: Sections,
}

/// Parses every source, in order of origin and path. Leaves out documents with problems, and
/// adds the problems to the list.
pub fn parse(sources: &[Source], problems: &mut Vec<Problem>) -> Vec<Document> {
    let mut sources: Vec<_> = sources.iter().collect();
    sources.sort_by_key(|source| (source.origin, &source.path));
    sources.into_iter().filter_map(|source| document(source, problems)).collect()
}

/// Returns the code in the name of a file, such as 404 of `data/404.md`.
pub fn code_of(path: &str) -> Option<u16> {
    let name = path.rsplit('/').next()?.strip_suffix(".md")?;
    let digits = name.len() == 3 && name.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| name.parse().ok())?.filter(|code| (100..=999).contains(code))
}

fn document(source: &Source, problems: &mut Vec<Problem>) -> Option<Document> {
    let path = &source.path;
    let (Some(code), Some(bytes)) = (code_of(path), &source.bytes) else {
        problems.push(Problem::of(
            path,
            "stray entry in the folder of documents, expected a file named after a code from 100 to 999, such as `404.md`",
        ));
        return None;
    };
    let mut report = Report::new(path);
    let document = parts(source, code, bytes, &mut report);
    let is_good = report.is_empty();
    report.finish(problems);
    document.filter(|_| is_good)
}

fn parts(source: &Source, code: u16, bytes: &[u8], report: &mut Report<'_>) -> Option<Document> {
    let text = text::text(bytes, report)?;
    let (front_matter, body) = split(text, report)?;
    // A problem of the front matter must not hide those of the sections.
    let front_matter = yaml::read(front_matter, report);
    let facts = front_matter.as_ref().and_then(|read| front_matter::read(code, read, report));
    let sections = sections::read(text, body, report);
    Some(Document {
        path: source.path.clone(),
        origin: source.origin,
        front_matter: front_matter?,
        facts: facts?,
        sections: sections?,
    })
}

/// Splits a document. Returns the front matter, and the offset of the body.
fn split<'t>(text: &'t str, report: &mut Report<'_>) -> Option<(&'t str, usize)> {
    let Some(rest) = text.strip_prefix("---\n") else {
        let first = quoted(text.lines().next().unwrap_or_default());
        report.add(
            || Position::START,
            format!("the first line is {first}, expected `{FENCE}`. Begin with the front matter"),
        );
        return None;
    };
    let mut offset = FENCE.len() + 1;
    for line in rest.split_inclusive('\n') {
        if line.trim_end_matches('\n') == FENCE {
            let front_matter = &text[FENCE.len() + 1..offset];
            return Some((front_matter, offset + line.len()));
        }
        offset += line.len();
    }
    report.add(|| Position::START, format!("the front matter has no end, expected a second line `{FENCE}`"));
    None
}
