//! Splits the section `Takeaways` into single takeaways, which are also shown alone.

use std::ops::Range;

use super::blocks::{Block, Elements, Kind};

/// The most takeaways of one document.
const MOST_TAKEAWAYS: usize = 100;

const RENDERS_DIFFERENTLY: &str =
    "the takeaway renders differently when it is shown alone, expected plainer Markdown";

/// Lists the takeaways: each item of a list, and each block outside of lists.
pub fn takeaways(body: &str, blocks: &[Block], report: &mut impl FnMut(usize, String)) -> Vec<String> {
    let mut takeaways = Vec::new();
    for block in blocks {
        let start = block.range.start;
        match &block.kind {
            Kind::List(items) => {
                for (item, elements) in items.iter().zip(block.elements.iter().skip(1)) {
                    let text = self::item(body, item.clone());
                    if text.is_empty() {
                        report(item.start, "empty takeaway, expected text".to_owned());
                    } else if !elements.is_item(&Elements::of(&text)) {
                        report(item.start, RENDERS_DIFFERENTLY.to_owned());
                    }
                    takeaways.push(text);
                }
            }
            Kind::Other => {
                let text = body[block.range.clone()].trim_end().to_owned();
                if block.elements != [Elements::of(&text)] {
                    report(start, RENDERS_DIFFERENTLY.to_owned());
                }
                takeaways.push(text);
            }
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

/// Returns the Markdown inside a list item: without the marker, and without the indent that
/// the marker causes.
fn item(body: &str, range: Range<usize>) -> String {
    let source = &body[range.clone()];
    let line_start = body[..range.start].rfind('\n').map_or(0, |end| end + 1);
    let marker = source.trim_start().find([' ', '\n']).unwrap_or(source.len());
    let marker = marker + (source.len() - source.trim_start().len());
    let rest = &source[marker.min(source.len())..];
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    // More than four spaces mean one space, and indented code after it.
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
