//! What is wrong with a document, and where.

use std::fmt;

/// One fault, in the form in which it is printed: `data/404.md:12:3: text`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file or folder, as the user knows it.
    pub path: String,
    /// The line and column in it, where the fault has one.
    pub at: Option<Position>,
    /// What was found and what was expected: lower case, no full stop.
    pub text: String,
}

/// A line and a column of a file, both from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Problem {
    /// A problem of a whole file or folder.
    pub fn of(path: &str, text: impl Into<String>) -> Self {
        Self { path: path.to_owned(), at: None, text: text.into() }
    }

    /// A problem at a place in a file.
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

    /// The position of a byte offset. An offset inside a character counts as the
    /// start of that character, and one past the end as the end.
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

/// Puts a value from a document into a message: in backticks, on one line, its
/// invisible characters written out, its length bounded.
pub fn quoted(value: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown: String = value.chars().take(LONGEST).flat_map(char::escape_debug).collect();
    // What `escape_debug` escapes for Rust's sake is plain text here.
    shown = shown.replace("\\'", "'").replace("\\\"", "\"");
    let more = if value.chars().nth(LONGEST).is_some() { "…" } else { "" };
    format!("`{shown}{more}`")
}
