//! Prints, through a pager if the output is longer than the terminal.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::terminal::Terminal;

/// The pager if `PAGER` is not set.
const DEFAULT: &str = "less";

/// The options of `less` if `LESS` is not set: leave at the end of what fits, pass colors and
/// links through, and do not clear the screen. git sets the same.
const LESS: &str = "FRX";

/// Prints the output. Ignores the error if the reader has closed the pipe, as `head` does.
pub fn print(output: &str, terminal: &Terminal, may_page: bool) {
    let is_longer = terminal.is_interactive && output.lines().count() >= terminal.height;
    if !(may_page && is_longer && page(output)) {
        let mut stdout = std::io::stdout().lock();
        let _ = stdout.write_all(output.as_bytes()).and_then(|()| stdout.flush());
    }
}

/// Shows the output in the pager. Returns `false` if there is none.
fn page(output: &str) -> bool {
    let pager = std::env::var("PAGER").unwrap_or_else(|_| DEFAULT.to_owned());
    // A command with options, but not a program of the shell: no quotes, no pipes.
    let mut words = pager.split_whitespace();
    let Some(program) = words.next().filter(|_| anstyle_query::term_supports_ansi_color()) else {
        return false;
    };
    let mut command = Command::new(program);
    command.args(words).stdin(Stdio::piped());
    if std::env::var_os("LESS").is_none() {
        command.env("LESS", LESS);
    }
    let Ok(mut child) = command.spawn() else { return false };
    if let Some(mut stdin) = child.stdin.take() {
        // The reader may leave before the end.
        let _ = stdin.write_all(output.as_bytes());
    }
    let _ = child.wait();
    true
}
