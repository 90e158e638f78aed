//! The body of a document: its two sections, and what they may hold.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag};

use super::fields::is_absolute_http;
use super::text::{forbidden, unexpected};
use crate::codegen::document::Sections;
use crate::codegen::markdown;
use crate::codegen::nearest::nearest;
use crate::codegen::problem::{Position, quoted};
use crate::codegen::report::Report;

/// The sections, in their order.
const SECTIONS: [&str; 2] = ["Takeaways", "Information"];

/// The most takeaways of one document.
const MOST_TAKEAWAYS: usize = 100;

/// A block at the top level of the body.
struct Block {
    kind: Kind,
    range: Range<usize>,
}

enum Kind {
    Heading(HeadingLevel, String),
    /// A list, with the range of each item.
    List(Vec<Range<usize>>),
    Rule,
    Other,
}

/// Reads the sections from the body of a document, which begins at an offset.
pub fn read(text: &str, body: usize, report: &mut Report<'_>) -> Option<Sections> {
    let mut report =
        |offset: usize, message: String| report.add(|| Position::of(text, body + offset), message);
    let body = &text[body..];
    let blocks = blocks(body, &mut report);
    let [takeaways, information] = split(body, blocks, &mut report)?;
    let takeaways = self::takeaways(body, &takeaways, &mut report);
    let information = match (information.first(), information.last()) {
        (Some(first), Some(last)) => body[first.range.start..last.range.end].trim_end().to_owned(),
        _ => String::new(),
    };
    Some(Sections { takeaways, information })
}

/// Lists the blocks at the top level, and judges what stands in them.
fn blocks(body: &str, report: &mut impl FnMut(usize, String)) -> Vec<Block> {
    let parser = markdown::parse(body);
    for (label, definition) in parser.reference_definitions().iter() {
        let text = format!(
            "link definition {}, expected the address beside its text, since sections are also shown apart",
            quoted(label)
        );
        report(definition.span.start, text);
    }
    let mut blocks: Vec<Block> = Vec::new();
    let mut depth = 0_usize;
    for (event, range) in parser.into_offset_iter() {
        if let Some(text) = fault(&event, &body[range.clone()], depth) {
            report(range.start, text);
        }
        match event {
            Event::Start(tag) => {
                match (depth, &tag, blocks.last_mut()) {
                    (0, ..) => blocks.push(Block { kind: kind(&tag), range }),
                    (1, Tag::Item, Some(Block { kind: Kind::List(items), .. })) => items.push(range),
                    _ => {}
                }
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            Event::Rule if depth == 0 => blocks.push(Block { kind: Kind::Rule, range }),
            Event::Text(text) | Event::Code(text) => {
                if let (1, Some(Block { kind: Kind::Heading(_, title), .. })) = (depth, blocks.last_mut()) {
                    title.push_str(&text);
                }
            }
            _ => {}
        }
    }
    blocks
}

fn kind(tag: &Tag<'_>) -> Kind {
    match tag {
        Tag::Heading { level, .. } => Kind::Heading(*level, String::new()),
        Tag::List(_) => Kind::List(Vec::new()),
        _ => Kind::Other,
    }
}

/// What is wrong with an element, wherever it stands.
fn fault(event: &Event<'_>, source: &str, depth: usize) -> Option<String> {
    match event {
        // Not in the file itself, but by way of an entity.
        Event::Text(text) if text.contains(|c| forbidden(c).is_some()) => {
            text.chars().find_map(|c| Some(unexpected(forbidden(c)?, c)))
        }
        Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => {
            Some(format!("raw HTML {}, expected Markdown", quoted(source.trim_end())))
        }
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
            Some("indented code, expected a fence with a language".to_owned())
        }
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if info.trim().is_empty() => {
            Some("code fence without a language, expected one, ```` ```http ````".to_owned())
        }
        Event::Start(Tag::Link { dest_url: url, .. } | Tag::Image { dest_url: url, .. })
            if !is_absolute_http(url) =>
        {
            Some(format!("link to {}, expected an absolute http or https address", quoted(url)))
        }
        Event::Start(Tag::Heading { level: HeadingLevel::H1 | HeadingLevel::H2, .. }) if depth > 0 => {
            Some("heading of a section inside another block, expected level 3 or deeper".to_owned())
        }
        _ => None,
    }
}

/// Splits the blocks into the two sections, headings left out.
fn split(body: &str, blocks: Vec<Block>, report: &mut impl FnMut(usize, String)) -> Option<[Vec<Block>; 2]> {
    let mut sections: [Option<Vec<Block>>; 2] = [None, None];
    let mut current: Option<usize> = None;
    let mut headings = 0;
    for block in blocks {
        let start = block.range.start;
        if let Kind::Heading(HeadingLevel::H1, title) = &block.kind {
            report(start, format!("heading {} of level 1, expected level 3 or deeper", quoted(title)));
        }
        match block.kind {
            Kind::Heading(HeadingLevel::H2, title) => {
                headings += 1;
                // What is misspelt counts as what was meant, so that it is not missed too.
                let meant = nearest(&title, SECTIONS);
                current = SECTIONS.iter().position(|section| Some(*section) == meant);
                if !SECTIONS.contains(&title.as_str()) {
                    report(start, unknown_section(&title));
                }
                match current {
                    None => {}
                    Some(section) if sections[section].is_some() => {
                        report(start, format!("repeated section `{}`, expected once", SECTIONS[section]));
                    }
                    Some(section) => {
                        if section == 0 && sections[1].is_some() {
                            report(
                                start,
                                "section `Takeaways` after `Information`, expected before it".to_owned(),
                            );
                        }
                        sections[section] = Some(Vec::new());
                    }
                }
            }
            _ => match current.and_then(|section| sections[section].as_mut()) {
                Some(section) => section.push(block),
                // Below an unknown section: its heading was reported.
                None if headings > 0 => {}
                None => report(start, "text before the first section, expected `## Takeaways`".to_owned()),
            },
        }
    }
    for (name, section) in SECTIONS.iter().zip(&sections) {
        match section {
            None => report(body.len(), format!("no section `{name}`, expected a line `## {name}`")),
            Some(blocks) if blocks.is_empty() => {
                report(body.len(), format!("section `{name}` is empty, expected text"));
            }
            Some(_) => {}
        }
    }
    let [takeaways, information] = sections;
    Some([takeaways?, information?])
}

fn unknown_section(title: &str) -> String {
    match nearest(title, SECTIONS) {
        Some(nearest) => format!("unknown section {}. Did you mean `{nearest}`?", quoted(title)),
        None => format!("unknown section {}, expected `Takeaways` and `Information`", quoted(title)),
    }
}

/// Lists the takeaways: each item of a list, and each block beside the lists.
fn takeaways(body: &str, blocks: &[Block], report: &mut impl FnMut(usize, String)) -> Vec<String> {
    let mut takeaways = Vec::new();
    for block in blocks {
        let start = block.range.start;
        match &block.kind {
            Kind::List(items) => {
                for item in items {
                    let text = self::item(body, item.clone());
                    if text.is_empty() {
                        report(item.start, "empty takeaway, expected text".to_owned());
                    }
                    takeaways.push(text);
                }
            }
            Kind::Other => takeaways.push(body[block.range.clone()].trim_end().to_owned()),
            Kind::Heading(..) => {
                report(start, "heading in `Takeaways`, expected a list and paragraphs".to_owned());
            }
            Kind::Rule => report(start, "rule in `Takeaways`, expected a list and paragraphs".to_owned()),
        }
    }
    if takeaways.len() > MOST_TAKEAWAYS {
        let start = blocks.first().map_or(0, |block| block.range.start);
        report(start, format!("{} takeaways, expected at most {MOST_TAKEAWAYS}", takeaways.len()));
    }
    takeaways
}

/// The Markdown inside a list item: without its marker, its lines moved left by as
/// much as the marker takes.
fn item(body: &str, range: Range<usize>) -> String {
    let source = &body[range.clone()];
    let line_start = body[..range.start].rfind('\n').map_or(0, |end| end + 1);
    let marker = source.trim_start().find([' ', '\n']).unwrap_or(source.len());
    let marker = marker + (source.len() - source.trim_start().len());
    let rest = &source[marker.min(source.len())..];
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    // More than four spaces are one space and then indented code.
    let spaces = if spaces > 4 { 1 } else { spaces };
    let indent = range.start - line_start + marker + spaces;

    let mut text = String::new();
    for (number, line) in rest[spaces..].split_inclusive('\n').enumerate() {
        let leading = line.len() - line.trim_start_matches(' ').len();
        let moved = if number == 0 { 0 } else { leading.min(indent) };
        text.push_str(&line[moved..]);
    }
    text.trim_matches('\n').trim_end().to_owned()
}
