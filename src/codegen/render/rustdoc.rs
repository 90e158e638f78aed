//! Converts Markdown of a document to the Markdown dialect of rustdoc.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::fields::Fields;
use crate::codegen::markdown;

/// The targets of links: constants by the title of their status, and header fields.
pub struct Links<'l> {
    pub constants: BTreeMap<&'l str, &'l str>,
    pub fields: &'l Fields<'l>,
}

impl Links<'_> {
    /// Links a text to the section that defines a header field, if its address is known.
    pub fn field(&self, name: &str, text: &str) -> String {
        match self.fields.url(name) {
            Some(url) => format!("[{text}](<{url}>)"),
            None => text.to_owned(),
        }
    }
}

/// Escapes plain text, so that it is shown as it is.
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

/// Converts the Markdown of a document for the page whose title is `own`:
///
/// - Other statuses and header fields in inline code become links.
/// - Headings move up one level, to that of the page.
/// - Code does not become a test.
/// - Brackets that open no link are escaped, since rustdoc would look for an item of that name.
pub fn converted(source: &str, own: &str, links: &Links<'_>) -> String {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut in_link = 0_usize;
    let mut in_code = false;
    for (event, range) in markdown::parse(source).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => in_link += 1,
            Event::End(TagEnd::Link | TagEnd::Image) => in_link -= 1,
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
                let link = match links.constants.get(&*text) {
                    Some(constant) if &*text != own => format!("[{shown}]({constant})"),
                    Some(_) => continue,
                    None => links.field(name, shown),
                };
                edits.push((range, link));
            }
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

/// Tells whether rustdoc might compile a code block with this info string.
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
    use std::collections::BTreeMap;

    use super::{Fields, Links, converted, escaped};

    #[test]
    fn markdown_of_documents_is_converted() {
        let mut problems = Vec::new();
        let links = Links {
            constants: BTreeMap::from([("404 Not Found", "NOT_FOUND"), ("410 Gone", "GONE")]),
            fields: &Fields::built_in(&mut problems),
        };
        let page = |source| converted(source, "404 Not Found", &links);
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
