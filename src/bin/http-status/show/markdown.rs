//! Markdown laid out for the terminal.

use std::fmt::Write;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::layout::{width, wrapped};
use super::style::Role;
use super::{code, room, table};
use crate::terminal::Terminal;

/// The indent of text below a heading.
const INDENT: &str = "  ";

/// The indent of code.
const CODE: &str = "  ";

/// Writes lines while it reads Markdown.
pub struct Writer<'t> {
    terminal: &'t Terminal,
    title: Role,
    lines: Vec<String>,
    /// The text of the open block, painted.
    text: String,
    roles: Vec<Role>,
    /// The start of the lines that belong to the open blocks, from the outside in.
    indents: Vec<String>,
    /// The marker of an item that has no text so far.
    marker: Option<String>,
    /// The next number of each open list, or none for bullets.
    lists: Vec<Option<u64>>,
    /// The open links: address, and where their text begins.
    links: Vec<(String, usize)>,
    /// The number of links so far.
    link: usize,
    /// The open block of code: its language.
    code: Option<String>,
    table: Vec<Vec<String>>,
}

impl<'t> Writer<'t> {
    pub fn new(terminal: &'t Terminal, title: Role) -> Self {
        Self {
            terminal,
            title,
            lines: Vec::new(),
            text: String::new(),
            roles: Vec::new(),
            indents: Vec::new(),
            marker: None,
            lists: Vec::new(),
            links: Vec::new(),
            link: 0,
            code: None,
            table: Vec::new(),
        }
    }

    pub fn write(mut self, markdown: &str) -> Vec<String> {
        for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
            match event {
                Event::Start(tag) => self.start(tag),
                Event::End(tag) => self.end(tag),
                Event::Text(text) if self.code.is_some() => self.text.push_str(&text),
                Event::Text(text) => self.paint(self.roles.last().copied().unwrap_or(Role::Text), &text),
                Event::Code(text) => self.paint(Role::Code, &text),
                Event::SoftBreak => self.text.push(' '),
                Event::HardBreak => self.text.push('\n'),
                _ => {}
            }
        }
        self.lines
    }

    fn paint(&mut self, role: Role, text: &str) {
        self.text.push_str(&self.terminal.paint(role, text));
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.indents.clear();
                self.roles.push(if level == HeadingLevel::H1 { self.title } else { Role::Heading });
            }
            Tag::TableHead => {
                self.roles.push(Role::Heading);
                self.table.push(Vec::new());
            }
            Tag::TableRow => self.table.push(Vec::new()),
            Tag::CodeBlock(kind) => {
                self.flush();
                self.code = Some(match kind {
                    CodeBlockKind::Fenced(language) => language.into_string(),
                    CodeBlockKind::Indented => String::new(),
                });
            }
            Tag::List(first) => {
                self.flush();
                if self.lists.is_empty() {
                    self.blank();
                }
                self.lists.push(first);
            }
            Tag::Item => self.item(),
            Tag::BlockQuote(_) => {
                self.blank();
                self.indents.push("> ".to_owned());
            }
            Tag::Emphasis => self.roles.push(Role::Emphasis),
            Tag::Strong => self.roles.push(Role::Strong),
            Tag::Link { dest_url, .. } => self.links.push((dest_url.into_string(), self.text.len())),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => self.heading(level),
            TagEnd::Paragraph => {
                if self.marker.is_none() {
                    self.blank();
                }
                self.flush();
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.text);
                self.table.last_mut().into_iter().for_each(|row| row.push(cell.clone()));
            }
            TagEnd::Table => self.table(),
            TagEnd::CodeBlock => {
                let (language, text) = (self.code.take(), std::mem::take(&mut self.text));
                let room = self.room().saturating_sub(CODE.len());
                let lines = code::block(&text, &language.unwrap_or_default(), room, self.terminal);
                self.blank();
                self.set_off(lines.iter().map(|line| format!("{CODE}{line}")));
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Item => {
                self.flush();
                self.marker = None;
                self.indents.pop();
            }
            TagEnd::BlockQuote(_) => {
                self.indents.pop();
            }
            TagEnd::TableHead | TagEnd::Emphasis | TagEnd::Strong => {
                self.roles.pop();
            }
            TagEnd::Link => self.link(),
            _ => {}
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        self.roles.pop();
        self.blank();
        let indent = if level > HeadingLevel::H2 { INDENT } else { "" };
        let text = std::mem::take(&mut self.text);
        let lines = wrapped(&text, room(self.terminal), indent, indent);
        let longest = lines.iter().map(|line| width(line)).max().unwrap_or(0);
        self.lines.extend(lines);
        if level == HeadingLevel::H1 {
            self.lines.push(self.terminal.rule(longest));
        } else {
            self.indents.push(INDENT.to_owned());
        }
    }

    fn item(&mut self) {
        let number = self.lists.last_mut().and_then(Option::as_mut).map(|next| {
            *next += 1;
            *next - 1
        });
        let bullet = if self.terminal.has_utf8 { "• " } else { "- " };
        let marker = number.map_or_else(|| bullet.to_owned(), |number| format!("{number}. "));
        self.indents.push(" ".repeat(width(&marker)));
        self.marker = Some(self.terminal.paint(Role::Dim, &marker));
    }

    /// Ends a link. Without links in the terminal, the address follows the text.
    fn link(&mut self) {
        let Some((address, start)) = self.links.pop() else { return };
        let text = self.text.split_off(start);
        self.link += 1;
        let is_address = text == address;
        self.text.push_str(&self.terminal.link(&text, &address, self.link));
        if !self.terminal.has_links && !is_address {
            let _ = write!(self.text, " ({address})");
        }
    }

    /// Writes the text of the open block.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        if text.is_empty() {
            return;
        }
        let others = self.indents.concat();
        let first = self.first();
        self.lines.extend(wrapped(&text, room(self.terminal), &first, &others));
    }

    /// Returns the start of the first line of a block, with the marker of its item.
    fn first(&mut self) -> String {
        let outer = self.indents.len().saturating_sub(1);
        match self.marker.take() {
            Some(marker) => self.indents[..outer].concat() + &marker,
            None => self.indents.concat(),
        }
    }

    /// Writes a table: in columns, or as a list.
    fn table(&mut self) {
        let rows = std::mem::take(&mut self.table);
        self.blank();
        match table::block(&rows, self.room(), self.terminal) {
            Some(lines) => self.set_off(lines.into_iter()),
            None => self.listed(&rows),
        }
    }

    /// Writes a table as a list: an item for each row, a paragraph for each cell.
    fn listed(&mut self, rows: &[Vec<String>]) {
        let Some((heads, rows)) = rows.split_first() else { return };
        for row in rows {
            self.lists.push(None);
            self.item();
            for (head, cell) in heads.iter().zip(row) {
                self.text = if head.is_empty() { cell.clone() } else { format!("{head}: {cell}") };
                self.flush();
            }
            self.indents.pop();
            self.lists.pop();
        }
    }

    /// Writes lines that are laid out already.
    fn set_off(&mut self, lines: impl Iterator<Item = String>) {
        for line in lines {
            let start = self.first();
            self.lines.push(format!("{start}{line}").trim_end().to_owned());
        }
    }

    /// Writes a blank line, unless there is one or nothing before it.
    fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    /// Returns the room for lines in the open blocks.
    fn room(&self) -> usize {
        room(self.terminal).saturating_sub(width(&self.indents.concat()))
    }
}
