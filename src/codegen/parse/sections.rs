//! Reads the body of a document: its two sections, and the Markdown that they may hold.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag};

use super::takeaways::{Elements, takeaways};
use super::text::forbidden;
use crate::codegen::document::Sections;
use crate::codegen::markdown;
use crate::codegen::problem::{Position, quoted};
use crate::codegen::report::Report;
use crate::codegen::syntax::is_absolute_http;
use crate::status::nearest::nearest;

/// The sections, in their order.
const SECTIONS: [&str; 2] = ["Takeaways", "Information"];

/// A block at the top level of the body.
pub struct Block {
    pub kind: Kind,
    pub range: Range<usize>,
    /// The elements of the block. A list has those before its first item, then those of each
    /// item.
    pub elements: Vec<Elements>,
}

pub enum Kind {
    Heading(HeadingLevel, String),
    /// A list, with the range of each item.
    List(Vec<Range<usize>>),
    Rule,
    Other,
}

/// Reads the sections of a document whose body begins at the offset `body`.
pub fn read(text: &str, body: usize, report: &mut Report<'_>) -> Option<Sections> {
    let mut report =
        |offset: usize, message: String| report.add(|| Position::of(text, body + offset), message);
    let body = &text[body..];
    let blocks = blocks(body, &mut report);
    let [taken, information] = split(body, blocks, &mut report)?;
    let takeaways = takeaways(body, &taken, &mut report);
    let information = match (information.first(), information.last()) {
        (Some(first), Some(last)) => {
            let line = body[..first.range.start].rfind('\n').map_or(0, |end| end + 1);
            body[line..last.range.end].trim_end().to_owned()
        }
        _ => String::new(),
    };
    Some(Sections { takeaways, information })
}

/// Lists the blocks at the top level, and reports forbidden elements at any level.
fn blocks(body: &str, report: &mut impl FnMut(usize, String)) -> Vec<Block> {
    let parser = markdown::parse(body);
    let mut definitions: Vec<_> = parser.reference_definitions().iter().collect();
    // Sections and takeaways are also shown alone, without the definition.
    definitions.sort_by_key(|(_, definition)| definition.span.start);
    for (label, definition) in definitions {
        let text =
            format!("link definition {}, expected an inline link. Write `[text](address)`", quoted(label));
        report(definition.span.start, text);
    }
    let mut blocks: Vec<Block> = Vec::new();
    let mut depth = 0_usize;
    for (event, range) in parser.into_offset_iter() {
        if let Some(text) = fault(&event, &body[range.clone()], depth) {
            report(range.start, text);
        }
        match &event {
            Event::Start(tag) if depth == 0 => {
                blocks.push(Block {
                    kind: kind(tag),
                    range: range.clone(),
                    elements: vec![Elements::default()],
                });
            }
            Event::Rule if depth == 0 => {
                blocks.push(Block { kind: Kind::Rule, range: range.clone(), elements: Vec::new() });
            }
            Event::Text(text) | Event::Code(text) => {
                if let (1, Some(Block { kind: Kind::Heading(_, title), .. })) = (depth, blocks.last_mut()) {
                    title.push_str(text);
                }
            }
            Event::Start(Tag::Item) if depth == 1 => {
                if let Some(Block { kind: Kind::List(items), elements, .. }) = blocks.last_mut() {
                    items.push(range.clone());
                    elements.push(Elements::default());
                }
            }
            _ => {}
        }
        if let Some(elements) = blocks.last_mut().and_then(|block| block.elements.last_mut()) {
            elements.add(&event);
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
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

/// Returns the message about an element that is forbidden at its depth.
fn fault(event: &Event<'_>, source: &str, depth: usize) -> Option<String> {
    match event {
        // An entity can write a character that the file itself does not have.
        Event::Text(text) if text.contains(|c| forbidden(c).is_some()) => {
            text.chars().find_map(forbidden).map(|fault| fault.to_string())
        }
        Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => {
            Some(format!("raw HTML {}, expected Markdown", quoted(source.trim_end())))
        }
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
            Some("indented code, expected a code fence with a language".to_owned())
        }
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if info.trim().is_empty() => {
            Some("code fence without a language, expected one, such as ```` ```http ````".to_owned())
        }
        Event::Start(Tag::Link { dest_url: url, .. } | Tag::Image { dest_url: url, .. })
            if !is_absolute_http(url) =>
        {
            Some(format!("link to {}, expected an absolute http or https address", quoted(url)))
        }
        Event::Start(Tag::Heading { level: HeadingLevel::H1 | HeadingLevel::H2, .. }) if depth > 0 => {
            Some("heading of level 1 or 2 inside another block, expected level 3 or deeper".to_owned())
        }
        _ => None,
    }
}

/// Splits the blocks into the two sections, without their headings.
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
                // A misspelt section counts as the intended one, which would be missing otherwise.
                let intended = nearest(&title, SECTIONS);
                current = SECTIONS.iter().position(|section| Some(*section) == intended);
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
                // The block belongs to an unknown section, whose heading was reported.
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
