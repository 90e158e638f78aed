//! A problem of a document, and its place.

use std::fmt;

/// A problem. Displays as `data/404.md:12:3: text`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The path of the file or folder in messages.
    pub path: String,
    /// The line and column, if the problem has a place.
    pub at: Option<Position>,
    /// The fault and the expectation: in lower case, without a full stop.
    pub text: String,
}

/// A line and a column of a file, both counted from 1. Columns are characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Problem {
    /// Makes a problem of a whole file or folder.
    pub fn of(path: &str, text: impl Into<String>) -> Self {
        Self { path: path.to_owned(), at: None, text: text.into() }
    }

    /// Makes a problem at a place in a file.
    pub fn at(path: &str, at: Position, text: impl Into<String>) -> Self {
        Self { path: path.to_owned(), at: Some(at), text: text.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.path)?;
        if let Some(Position { line, column }) = self.at {
            write!(f, "{line}:{column}:")?;
        }
        write!(f, " {}", self.text)
    }
}

impl Position {
    /// The start of a file.
    pub const START: Self = Self { line: 1, column: 1 };

    /// Converts a byte offset. An offset inside a character counts as its start, and an offset
    /// past the end as the end.
    pub fn of(text: &str, offset: usize) -> Self {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &text[..offset];
        let line = before.rfind('\n').map_or(before, |end| &before[end + 1..]);
        Self { line: before.matches('\n').count() + 1, column: line.chars().count() + 1 }
    }
}

/// Quotes a value of a document for a message: in backticks, on one line, with invisible
/// characters escaped, cut off after 60 characters.
pub fn quoted(value: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown: String = value.chars().take(LONGEST).flat_map(char::escape_debug).collect();
    // `escape_debug` escapes quotation marks, which need no escape in backticks.
    shown = shown.replace("\\'", "'").replace("\\\"", "\"");
    let more = if value.chars().nth(LONGEST).is_some() { "…" } else { "" };
    format!("`{shown}{more}`")
}
