//! Reads the body of a document: its two sections, and the Markdown that they may hold.

use pulldown_cmark::HeadingLevel;

use super::blocks::{Block, Kind, blocks};
use super::takeaways::takeaways;
use crate::codegen::problem::{Position, quoted};
use crate::codegen::report::Report;
use crate::status::nearest::nearest;

/// The sections, in their order.
const SECTIONS: [&str; 2] = ["Takeaways", "Information"];

/// The sections of the body, as Markdown.
pub struct Sections {
    /// The takeaways, one by one.
    pub takeaways: Vec<String>,
    pub information: String,
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
