//! Colors and links, or neither.

use anstyle::{AnsiColor, Color, Style};
use http_status_info::StatusInfo;

use crate::terminal::Terminal;

/// The role of a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Text,
    Heading,
    Code,
    Strong,
    Emphasis,
    Dim,
    /// A word of a search.
    Mark,
    /// The title of a status, in the color of its class.
    Title(AnsiColor),
}

impl Role {
    /// The role of the title of a status.
    pub fn title(status: &StatusInfo) -> Self {
        Self::Title(match status.code() / 100 {
            1 => AnsiColor::Blue,
            2 => AnsiColor::Green,
            3 => AnsiColor::Cyan,
            4 => AnsiColor::Yellow,
            _ => AnsiColor::Red,
        })
    }

    /// The 16 colors only, which the terminal has as its owner likes them.
    fn style(self) -> Style {
        let color = |color| Style::new().fg_color(Some(Color::Ansi(color)));
        match self {
            Self::Text => Style::new(),
            Self::Heading | Self::Strong => Style::new().bold(),
            Self::Code => color(AnsiColor::Cyan),
            Self::Emphasis => Style::new().italic(),
            Self::Dim => Style::new().dimmed(),
            Self::Mark => color(AnsiColor::Magenta).bold(),
            Self::Title(class) => color(class).bold(),
        }
    }
}

impl Terminal {
    /// Paints each word of a text by itself, so that lines can be broken between any two.
    pub fn paint(&self, role: Role, text: &str) -> String {
        let style = if self.has_color { role.style() } else { Style::new() };
        each_word(text, &style.render().to_string(), &style.render_reset().to_string())
    }

    /// Makes each word of a text, painted or not, a link, if the terminal takes links (OSC 8).
    /// Words of one link have one id, by which a terminal takes them for one.
    pub fn link(&self, text: &str, address: &str, id: usize) -> String {
        if !self.has_links {
            return text.to_owned();
        }
        each_word(text, &format!("\x1b]8;id={id};{address}\x1b\\"), "\x1b]8;;\x1b\\")
    }

    /// Returns a line of a length.
    pub fn rule(&self, length: usize) -> String {
        let line = if self.has_utf8 { "─" } else { "-" };
        self.paint(Role::Dim, &line.repeat(length))
    }

    /// Replaces the characters that a terminal without UTF-8 does not have.
    pub fn readable(&self, text: String) -> String {
        if self.has_utf8 || text.is_ascii() {
            return text;
        }
        text.replace('§', "section ").replace(|c: char| !c.is_ascii(), "?")
    }
}

fn each_word(text: &str, before: &str, after: &str) -> String {
    let word = |word: &str| if word.is_empty() { String::new() } else { format!("{before}{word}{after}") };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
