//! A terminal for the command.

use std::io::Read;

use pty_process::Size;
use pty_process::blocking::{Command, open};

/// A terminal of some size, with variables of its environment.
pub struct Terminal<'t> {
    pub columns: u16,
    pub lines: u16,
    pub variables: &'t [(&'t str, &'t str)],
}

impl Terminal<'_> {
    /// Runs the command, and returns what it writes. It has to succeed.
    pub fn show(&self, arguments: &[&str]) -> String {
        let (mut terminal, other_end) = open().unwrap();
        terminal.resize(Size::new(self.lines, self.columns)).unwrap();
        let command = Command::new(env!("CARGO_BIN_EXE_http-status"))
            .args(arguments)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap())
            .env("TERM", "xterm-256color")
            .env("LANG", "C.UTF-8")
            .envs(self.variables.iter().copied());
        let mut child = command.spawn(other_end).unwrap();
        let mut written = Vec::new();
        // Linux says EIO, not the end of the file, when the other end is closed.
        let _ = terminal.read_to_end(&mut written);
        assert!(child.wait().unwrap().success(), "{arguments:?}");
        String::from_utf8(written).unwrap().replace("\r\n", "\n")
    }
}
