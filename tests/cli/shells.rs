//! Pipes, pagers and completions.

use std::process::{Command, Stdio};

use http_status_info::iter;

use crate::terminal::Terminal;
use crate::{answer, command};

#[test]
fn a_closed_pipe_is_no_failure() {
    for arguments in [&["5xx", "4xx", "--all"][..], &["list", "--json"], &["--help"], &["man"]] {
        let mut child = command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let head = Command::new("head").arg("-1").stdin(child.stdout.take().unwrap()).output().unwrap();
        assert_eq!(String::from_utf8(head.stdout).unwrap().lines().count(), 1, "{arguments:?}");
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{arguments:?}");
    }
}

#[test]
fn a_pipe_gets_no_escape_sequences_unless_they_are_asked_for() {
    assert!(!answer(&["404", "--all"]).contains('\x1b'));
    assert!(answer(&["404", "--all", "--color", "always"]).contains('\x1b'));
}

#[test]
fn output_longer_than_the_terminal_goes_through_the_pager() {
    let show = |lines, pager: &str, arguments: &[&str]| {
        let variables = [("NO_COLOR", "1"), ("PAGER", pager)];
        Terminal { columns: 80, lines, variables: &variables }.show(arguments)
    };
    let whole = show(1000, "", &["404"]);
    let last = format!("{}\n", whole.lines().last().unwrap());
    assert!(whole.lines().count() > 24);
    assert_eq!(show(24, "tail -n 1", &["404"]), last);
    assert_eq!(show(1000, "tail -n 1", &["404"]), whole);
    assert_eq!(show(24, "tail -n 1", &["404", "--no-pager"]), whole);
    for pager in ["", " ", "no-such-pager"] {
        assert_eq!(show(24, pager, &["404"]), whole, "{pager:?}");
    }
    // A pager that leaves early.
    assert_eq!(show(24, "true", &["4xx", "5xx", "--all"]), "");
}

#[test]
fn completions_and_the_manual_page_have_all_subcommands_and_options() {
    let pages = [
        answer(&["completions", "bash"]),
        answer(&["completions", "zsh"]),
        answer(&["completions", "fish"]),
        answer(&["man"]).replace("\\-", "-"),
    ];
    for page in pages {
        for word in [
            "search",
            "list",
            "completions",
            "man",
            "short",
            "json",
            "markdown",
            "all",
            "no-pager",
            "color",
            "class",
            "by",
            "non-standard",
            "cacheable",
            "retry",
            "with-header",
        ] {
            assert!(page.contains(word), "{word}: {page}");
        }
    }
}

#[test]
fn bash_completes_codes_subcommands_and_options() {
    let script = answer(&["completions", "bash"]);
    let complete = |word: &str| {
        let run = format!(
            "{script}\nCOMP_WORDS=(http-status {word}); COMP_CWORD=1\n\
             _http__status http-status {word} http-status; printf '%s\\n' \"${{COMPREPLY[@]}}\""
        );
        let output = Command::new("bash").args(["-c", &run]).output().unwrap();
        let found = String::from_utf8(output.stdout).unwrap();
        found.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let codes: Vec<String> = iter().map(|status| status.code().to_string()).collect();
    let of_class: Vec<String> = codes.iter().filter(|code| code.starts_with('4')).cloned().collect();
    assert_eq!(complete("4"), of_class);
    assert_eq!(complete("sea"), ["search"]);
    assert_eq!(complete("--ma"), ["--markdown"]);
}
