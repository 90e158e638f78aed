//! The blocks at the top level of a body, and the elements that no document may have.

use std::fmt::Write;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};

use super::text::forbidden;
use crate::codegen::markdown;
use crate::codegen::problem::quoted;
use crate::codegen::syntax::is_absolute_http;

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

/// The elements of a piece of Markdown, for comparing. Paragraphs are left out, since tight
/// lists have none.
#[derive(Default, PartialEq)]
pub struct Elements {
    shown: String,
}

impl Elements {
    pub fn add(&mut self, event: &Event<'_>) {
        // Writing to a `String` does not fail.
        let _ = match event {
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => Ok(()),
            // The parser splits text anywhere, so the pieces are joined.
            Event::Text(text) => write!(self.shown, "{text}"),
            other => write!(self.shown, "\n{other:?}\n"),
        };
    }

    /// Tells whether this is a list item with exactly the given elements. The last item of a
    /// list includes the end of the list.
    pub fn is_item(&self, content: &Self) -> bool {
        let start = format!("\n{:?}\n", Event::Start(Tag::Item));
        let end = format!("\n{:?}\n", Event::End(TagEnd::Item));
        let inside = self.shown.strip_prefix(&start).and_then(|rest| rest.strip_prefix(&*content.shown));
        let end_of_list = |is_numbered| format!("\n{:?}\n", Event::End(TagEnd::List(is_numbered)));
        inside
            .and_then(|rest| rest.strip_prefix(&end))
            .is_some_and(|rest| rest.is_empty() || rest == end_of_list(true) || rest == end_of_list(false))
    }

    pub fn of(markdown: &str) -> Self {
        let mut elements = Self::default();
        markdown::parse(markdown).for_each(|event| elements.add(&event));
        elements
    }
}

/// Lists the blocks at the top level, and reports forbidden elements at any level.
pub fn blocks(body: &str, report: &mut impl FnMut(usize, String)) -> Vec<Block> {
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
