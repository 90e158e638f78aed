//! Lines for the width of the terminal.

use textwrap::{Options, WordSplitter};

/// The widest text that is comfortable to read, in columns.
pub const WIDEST: usize = 100;

/// Wraps a paragraph. Words are never broken: not inside `Retry-After` or an address, which people
/// copy. The first line begins with a marker, the others with as many spaces.
pub fn wrapped(text: &str, width: usize, first: &str, others: &str) -> Vec<String> {
    let options = Options::new(width)
        .initial_indent(first)
        .subsequent_indent(others)
        .break_words(false)
        .word_splitter(WordSplitter::NoHyphenation);
    let lines = text.split('\n').enumerate().flat_map(|(number, line)| {
        let options = options.clone();
        let options = if number == 0 { options } else { options.initial_indent(others) };
        textwrap::wrap(line, options).into_iter().map(std::borrow::Cow::into_owned).collect::<Vec<_>>()
    });
    lines.map(|line| line.trim_end().to_owned()).collect()
}

/// Returns the width of a text in columns. Escape sequences have none.
pub fn width(text: &str) -> usize {
    textwrap::core::display_width(text)
}

/// Breaks a line of code where the terminal would, and indents what follows.
pub fn folded(line: &str, width: usize) -> Vec<String> {
    const INDENT: &str = "    ";
    let mut lines = vec![String::new()];
    for character in line.chars() {
        let last = lines.last().map_or(0, |last| last.chars().count());
        if last >= width.max(2 * INDENT.len()) {
            lines.push(INDENT.to_owned());
        }
        if let Some(last) = lines.last_mut() {
            last.push(character);
        }
    }
    lines
}
