//! Answers laid out for the terminal.

mod code;
mod layout;
mod markdown;
mod style;
mod table;

use http_status_info::StatusInfo;

use self::layout::{WIDEST, width, wrapped};
use self::markdown::Writer;
use self::style::Role;
use crate::search::{Hit, tokens};
use crate::terminal::Terminal;

/// Lays a page in Markdown out.
pub fn page(status: &StatusInfo, markdown: &str, terminal: &Terminal) -> String {
    let lines = Writer::new(terminal, Role::title(status)).write(markdown);
    finished(&lines, terminal)
}

/// Lays a remark out.
pub fn remark(text: &str, terminal: &Terminal) -> String {
    finished(&wrapped(&terminal.paint(Role::Dim, text), room(terminal), "", ""), terminal)
}

/// Lays a list of statuses out: code, name, and the overview where there is room for it.
pub fn list(statuses: &[&'static StatusInfo], terminal: &Terminal) -> String {
    /// The least room for overviews.
    const LEAST: usize = 30;
    let name = |status: &StatusInfo| status.title().to_owned();
    let longest = statuses.iter().map(|status| width(&name(status)).min(40)).max().unwrap_or(0);
    let room = terminal.width;
    let mut lines = Vec::new();
    for status in statuses {
        let title = terminal.paint(Role::title(status), &name(status));
        if longest + 2 + LEAST > room {
            lines.extend(wrapped(&title, room, "", "    "));
            continue;
        }
        let title = wrapped(&title, longest, "", "    ");
        let overview = wrapped(status.overview(), (room - longest - 2).min(WIDEST), "", "");
        for index in 0..title.len().max(overview.len()) {
            let title = title.get(index).map_or("", String::as_str);
            let gap = " ".repeat(longest - width(title).min(longest) + 2);
            lines.push(format!("{title}{gap}{}", overview.get(index).map_or("", String::as_str)));
        }
    }
    finished(&lines, terminal)
}

/// Lays results of a search out, each with its sentence, in which the words are marked.
pub fn hits(hits: &[Hit], more: &str, terminal: &Terminal) -> String {
    let mut lines = Vec::new();
    for hit in hits {
        lines.extend(wrapped(
            &terminal.paint(Role::title(hit.status), hit.status.title()),
            room(terminal),
            "",
            "",
        ));
        let sentence = marked(&hit.sentence, &hit.words, terminal);
        lines.extend(wrapped(&sentence, room(terminal), "    ", "    "));
    }
    if !more.is_empty() {
        lines.push(String::new());
        lines.push(terminal.paint(Role::Dim, more));
    }
    finished(&lines, terminal)
}

/// Paints the words of a search.
fn marked(sentence: &str, words: &[String], terminal: &Terminal) -> String {
    let mut marked = String::new();
    let mut end = 0;
    for (start, token) in tokens(sentence) {
        let lower = token.to_lowercase();
        if words.iter().any(|word| lower.starts_with(word)) {
            marked.push_str(&sentence[end..start]);
            marked.push_str(&terminal.paint(Role::Mark, token));
            end = start + token.len();
        }
    }
    marked + &sentence[end..]
}

/// The width of text.
fn room(terminal: &Terminal) -> usize {
    terminal.width.min(WIDEST)
}

fn finished(lines: &[String], terminal: &Terminal) -> String {
    terminal.readable(joined(lines.iter().map(|line| line.trim_end().to_owned())))
}

/// Joins lines, and ends the last one.
pub fn joined(lines: impl Iterator<Item = String>) -> String {
    lines.flat_map(|line| [line, "\n".to_owned()]).collect()
}
