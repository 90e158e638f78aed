//! Renders Markdown as plain text for terminals and logs.
//!
//! A paragraph or list item is one line, which the reader wraps. Code and tables are indented by
//! four spaces and must not be wrapped. A table that is too wide becomes a list. The address of a
//! link stands after its text.

use std::fmt::Write;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::codegen::markdown;

/// The indent of code and tables.
const INDENT: &str = "    ";

/// The widest table, in characters. With its indent it fits into 80 columns.
const WIDEST: usize = 76;

/// Renders Markdown as plain text, without a line break at the end.
pub fn plain(source: &str) -> String {
    let mut writer = Writer::default();
    for event in markdown::parse(source) {
        writer.event(event);
    }
    writer.out.truncate(writer.out.trim_end().len());
    writer.out
}

#[derive(Default)]
struct Writer {
    out: String,
    /// The prefix of each line: the indents of the open blocks.
    prefixes: Vec<String>,
    /// The number of the next item of each open list, `None` for bullets.
    lists: Vec<Option<u64>>,
    /// Whether the next block goes on the line of a marker.
    beside_marker: bool,
    /// The addresses of open links, and the offsets of their texts.
    links: Vec<(String, usize)>,
    /// The rows of an open table. Text goes into the last cell.
    table: Option<Vec<Vec<String>>>,
    /// The lines of an open code block.
    code: Option<String>,
}

impl Writer {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => {
                self.beside_marker = false;
                self.target().push_str(&text);
            }
            Event::SoftBreak => self.target().push(' '),
            Event::HardBreak if self.table.is_some() => self.target().push(' '),
            Event::HardBreak => self.line(false),
            Event::Rule => {
                self.block();
                self.out.push_str("---");
            }
            // The parser refuses raw HTML, and the dialect has no other elements.
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } => self.block(),
            Tag::BlockQuote(_) => {
                self.block();
                self.open("> ", "> ".to_owned());
            }
            Tag::List(first) => {
                // A list at the top level is a block. A nested list begins below the text of its
                // item, without a blank line.
                if self.lists.is_empty() {
                    self.block();
                    self.beside_marker = true;
                }
                self.lists.push(first);
            }
            Tag::Item => self.item(),
            Tag::CodeBlock(_) => self.code = Some(String::new()),
            Tag::Table(_) => self.table = Some(Vec::new()),
            Tag::TableHead | Tag::TableRow => self.table.iter_mut().for_each(|rows| rows.push(Vec::new())),
            Tag::TableCell => {
                if let Some(row) = self.table.as_mut().and_then(|rows| rows.last_mut()) {
                    row.push(String::new());
                }
            }
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                let start = self.target().len();
                self.links.push((dest_url.into_string(), start));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) | TagEnd::Item => {
                self.prefixes.pop();
                self.beside_marker = false;
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::CodeBlock => {
                let code = self.code.take().unwrap_or_default();
                self.set_off(code.lines());
            }
            TagEnd::Table => {
                let rows = self.table.take().unwrap_or_default();
                match aligned(&rows) {
                    Some(lines) => self.set_off(lines.iter().map(String::as_str)),
                    None => self.listed(&rows),
                }
            }
            TagEnd::Link | TagEnd::Image => {
                let Some((address, start)) = self.links.pop() else { return };
                if self.target()[start..] != address {
                    let _ = write!(self.target(), " ({address})");
                }
            }
            _ => {}
        }
    }

    /// Returns the place for text: the open code block or table cell, or else the output.
    fn target(&mut self) -> &mut String {
        if let Some(code) = &mut self.code {
            return code;
        }
        let cell = self.table.as_mut().and_then(|rows| rows.last_mut()).and_then(|row| row.last_mut());
        cell.unwrap_or(&mut self.out)
    }

    fn item(&mut self) {
        let number = self.lists.last_mut().and_then(Option::as_mut).map(|next| {
            *next += 1;
            *next - 1
        });
        let marker = number.map_or_else(|| "- ".to_owned(), |number| format!("{number}. "));
        if !std::mem::take(&mut self.beside_marker) {
            self.line(false);
        }
        let indent = " ".repeat(marker.len());
        self.open(&marker, indent);
    }

    /// Writes the marker of a block, and indents its other lines.
    fn open(&mut self, marker: &str, indent: String) {
        self.out.push_str(marker);
        self.prefixes.push(indent);
        self.beside_marker = true;
    }

    /// Begins a block: on the line of a marker, or after a blank line.
    fn block(&mut self) {
        if !std::mem::take(&mut self.beside_marker) {
            self.line(true);
        }
    }

    /// Begins a line. The first line of the output needs no line break.
    fn line(&mut self, after_blank: bool) {
        let prefix = self.prefixes.concat();
        if !self.out.is_empty() {
            self.out.truncate(self.out.trim_end_matches(' ').len());
            // A link may have begun in the removed spaces.
            let end = self.out.len();
            self.links.iter_mut().for_each(|(_, start)| *start = (*start).min(end));
            self.out.push('\n');
            if after_blank {
                self.out.push_str(prefix.trim_end());
                self.out.push('\n');
            }
        }
        self.out.push_str(&prefix);
    }

    /// Writes lines that must not be wrapped, each with the indent.
    fn set_off<'l>(&mut self, lines: impl Iterator<Item = &'l str>) {
        self.block();
        for (number, line) in lines.enumerate() {
            if number > 0 {
                self.line(false);
            }
            if !line.is_empty() {
                self.out.push_str(INDENT);
                self.out.push_str(line);
            }
        }
    }
}

impl Writer {
    /// Writes a table as a list: an item for each row, and a line for each cell, after the head
    /// of its column.
    fn listed(&mut self, rows: &[Vec<String>]) {
        let Some((heads, rows)) = rows.split_first() else { return };
        self.block();
        if rows.is_empty() {
            self.out.push_str(&heads.join(", "));
        }
        let mut is_first_line = true;
        for row in rows {
            for (number, (head, cell)) in heads.iter().zip(row).enumerate() {
                if !std::mem::take(&mut is_first_line) {
                    self.line(false);
                }
                let marker = if number == 0 { "- " } else { "  " };
                let colon = if head.is_empty() { "" } else { ": " };
                let _ = write!(self.out, "{marker}{head}{colon}{cell}");
            }
        }
    }
}

/// Aligns the columns of a table, with a rule below the head. `None` if the table would be too
/// wide.
fn aligned(rows: &[Vec<String>]) -> Option<Vec<String>> {
    const GAP: &str = "  ";
    let width = |cell: &String| cell.chars().count();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|column| rows.iter().filter_map(|row| row.get(column)).map(width).max().unwrap_or(0))
        .collect();
    let total = widths.iter().map(|width| width + GAP.len()).sum::<usize>();
    if total.saturating_sub(GAP.len()) > WIDEST {
        return None;
    }
    let line = |row: &[String]| {
        let cells: Vec<_> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        cells.join(GAP).trim_end().to_owned()
    };
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    let mut lines: Vec<String> = rows.iter().map(|row| line(row)).collect();
    if !lines.is_empty() {
        lines.insert(1, line(&rule));
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn each_element_has_a_plain_form() {
        for (markdown, text) in [
            ("One\nline, `code` and *stress*.", "One line, code and stress."),
            ("A\n\nB", "A\n\nB"),
            ("### Head\n\nText", "Head\n\nText"),
            ("[text](https://a.example)", "text (https://a.example)"),
            ("<https://a.example>", "https://a.example"),
            ("- a\n- b\n  - c\n- d", "- a\n- b\n  - c\n- d"),
            ("3. a\n4. b\n\n   c", "3. a\n4. b\n\n   c"),
            ("Before\n\n- a", "Before\n\n- a"),
            ("> a\n>\n> b", "> a\n>\n> b"),
            ("- > a\n- b", "- > a\n- b"),
            ("```http\nGET /\n\nHost: a\n```", "    GET /\n\n    Host: a"),
            ("- a\n\n  ```sh\n  b\n  ```", "- a\n\n      b"),
            ("| a | bb |\n|---|---|\n| ccc | d |", "    a    bb\n    ---  --\n    ccc  d"),
            (
                "| head | other |\n|---|---|\n| first cell, which is as long as a sentence | second cell, which is as long, too |",
                "- head: first cell, which is as long as a sentence\n  other: second cell, which is as long, too",
            ),
            ("a\\\nb", "a\nb"),
            ("a\n\n---\n\nb", "a\n\n---\n\nb"),
            ("", ""),
        ] {
            assert_eq!(plain(markdown), text, "{markdown:?}");
        }
    }
}
