//! The command `http-status`, as a person uses it.
//!
//! | File | Shows that |
//! | :--- | :--- |
//! | `answers` | each way to ask finds the right statuses and sections, in each format |
//! | `screens` | a terminal of any width shows what it can, and nothing else |
//! | `shells` | pipes, pagers and completions work |

#[path = "../common/golden.rs"]
mod golden;

mod answers;
#[cfg(unix)]
mod screens;
#[cfg(unix)]
mod shells;
#[cfg(unix)]
mod terminal;

use std::process::{Command, Output};

/// The command, in an environment of its own.
fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_http-status"));
    command.args(arguments).env_clear();
    command
}

fn output(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

/// What the command writes into a pipe. It has to succeed.
fn answer(arguments: &[&str]) -> String {
    let output = output(arguments);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", text(output.stderr));
    text(output.stdout)
}
