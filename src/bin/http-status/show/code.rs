//! Blocks of code.

use super::layout::folded;
use super::style::Role;
use crate::terminal::Terminal;

/// Lays a block of code out. Long lines are folded for a terminal only: from a pipe, people take
/// them as they are.
pub fn block(code: &str, language: &str, room: usize, terminal: &Terminal) -> Vec<String> {
    let mut is_message_start = language == "http";
    let mut lines = Vec::new();
    for line in code.lines() {
        let pieces = if terminal.is_interactive { folded(line, room) } else { vec![line.to_owned()] };
        for (index, piece) in pieces.iter().enumerate() {
            let field = piece.split_once(": ").filter(|(name, _)| {
                language == "http"
                    && index == 0
                    && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            });
            lines.push(match field {
                Some((name, value)) => format!("{} {value}", terminal.paint(Role::Code, &format!("{name}:"))),
                None if is_message_start => terminal.paint(Role::Strong, piece),
                None => piece.clone(),
            });
        }
        // A blank line stands before content too, which begins unlike a message.
        is_message_start = language == "http" && line.is_empty();
    }
    lines
}
