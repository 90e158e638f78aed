//! What the terminal can show.

use std::io::{IsTerminal, stdout};

use supports_hyperlinks::Stream;
use terminal_size::{Height, Width, terminal_size};

/// The width of output that does not go to a terminal, in columns.
const WIDTH: usize = 80;

/// The least width that text is laid out for. A narrower terminal breaks the lines itself.
const NARROWEST: usize = 24;

/// When to use colors and links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Color {
    Auto,
    Always,
    Never,
}

/// The terminal, or what stands in its place.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is asked for by itself")]
pub struct Terminal {
    /// Whether the output goes to a terminal, not to a pipe or a file.
    pub is_interactive: bool,
    /// In columns.
    pub width: usize,
    /// In lines.
    pub height: usize,
    pub has_color: bool,
    pub has_links: bool,
    pub has_utf8: bool,
}

impl Terminal {
    /// Asks the standard output and the environment.
    pub fn detect(color: Color) -> Self {
        let is_terminal = stdout().is_terminal();
        let size = if is_terminal { terminal_size() } else { None };
        let columns = variable("COLUMNS").and_then(|columns| columns.parse().ok());
        let width = size.map(|(Width(width), _)| usize::from(width)).filter(|width| *width > 0);
        let takes_escapes = is_terminal && anstyle_query::term_supports_ansi_color();
        let auto = color == Color::Auto;
        Self {
            is_interactive: is_terminal,
            width: width.or(columns).unwrap_or(WIDTH).max(NARROWEST),
            height: size.map_or(usize::MAX, |(_, Height(height))| height.into()),
            has_color: color == Color::Always || auto && takes_escapes && !anstyle_query::no_color(),
            has_links: color != Color::Never && takes_escapes && supports_hyperlinks::on(Stream::Stdout),
            has_utf8: !is_terminal || has_utf8(),
        }
    }
}

/// Tells whether the locale has UTF-8, by the variable that counts: the first one that is set
/// (POSIX, "Internationalization Variables"). Without any, it is taken to have it.
fn has_utf8() -> bool {
    let Some(locale) = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(variable) else { return true };
    let locale = locale.to_ascii_lowercase();
    locale.contains("utf-8") || locale.contains("utf8")
}

/// Returns a variable of the environment, unless it is empty.
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
