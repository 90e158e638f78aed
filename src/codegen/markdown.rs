//! The Markdown dialect of the documents.

use pulldown_cmark::{Options, Parser};

/// Parses CommonMark with tables, and no other extension.
pub fn parse(markdown: &str) -> Parser<'_> {
    Parser::new_ext(markdown, Options::ENABLE_TABLES)
}
