//! What a terminal shows.

use std::path::Path;

use http_status_info::{codes, iter};

use crate::golden::{Texts, assert_golden};
use crate::terminal::Terminal;

const WIDTHS: [u16; 3] = [40, 80, 120];

/// All statuses, as groups.
const ALL: [&str; 9] = ["1xx", "2xx", "3xx", "4xx", "5xx", "6xx", "7xx", "9xx", "--all"];

const COLOR: &[(&str, &str)] = &[];
const NO_COLOR: &[(&str, &str)] = &[("NO_COLOR", "1")];

fn terminal<'t>(columns: u16, variables: &'t [(&'t str, &'t str)]) -> Terminal<'t> {
    // Higher than any page.
    Terminal { columns, lines: u16::MAX, variables }
}

/// Removes escape sequences: colors (CSI … m) and links (OSC … ST).
fn plain(screen: &str) -> String {
    let mut plain = String::new();
    let mut rest = screen;
    while let Some((before, sequence)) = rest.split_once('\x1b') {
        plain.push_str(before);
        let end = if sequence.starts_with(']') { "\x1b\\" } else { "m" };
        rest = sequence.split_once(end).unwrap().1;
    }
    plain + rest
}

#[test]
fn screens_are_as_somebody_has_read_them() {
    let commands: [(&str, &[&str]); 4] = [
        ("404", &["404"]),
        ("429-information", &["429", "information"]),
        ("499-meanings", &["499", "meanings"]),
        ("nginx", &["nginx"]),
    ];
    let mut screens = Texts::new();
    for (name, arguments) in commands {
        for columns in WIDTHS {
            for (kind, variables) in [("", NO_COLOR), ("-color", COLOR)] {
                let screen = terminal(columns, variables).show(arguments);
                screens.insert(format!("{name}-{columns}{kind}.txt"), screen.replace('\x1b', "␛"));
            }
        }
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/screens");
    assert_golden(&folder, |_| true, &screens);
}

#[test]
fn no_line_is_longer_than_the_terminal_but_one_of_a_single_word() {
    for columns in WIDTHS {
        let screen = terminal(columns, NO_COLOR).show(&ALL);
        for line in screen.lines() {
            let words =
                line.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
            assert!(line.chars().count() <= usize::from(columns) || words == 1, "{columns}: {line}");
        }
        assert!(iter().all(|status| screen.contains(status.overview().split(' ').next().unwrap())));
    }
}

#[test]
fn colors_change_no_text_and_go_where_they_are_not_wanted() {
    for columns in WIDTHS {
        let colored = terminal(columns, COLOR).show(&ALL);
        let plainly = terminal(columns, NO_COLOR).show(&ALL);
        assert!(colored.contains("\x1b[1m"));
        assert!(plainly == plain(&colored));
        assert!(!plainly.contains('\x1b'));
        assert!(terminal(columns, &[("TERM", "dumb")]).show(&ALL) == plainly);
        assert!(terminal(columns, COLOR).show(&[&ALL[..], &["--color", "never"]].concat()) == plainly);
    }
}

#[test]
fn a_terminal_with_links_gets_each_address_as_a_link() {
    let with_links = terminal(80, &[("FORCE_HYPERLINK", "1")]);
    let page = with_links.show(&["404", "--all"]);
    for address in codes::NOT_FOUND.more().iter().map(http_status_info::Link::url) {
        assert!(page.contains(&format!(";{address}\x1b\\")), "{address}");
        assert!(!plain(&page).contains(address), "{address}");
    }
    assert_eq!(page.matches("\x1b]8;id=").count(), page.matches("\x1b]8;;\x1b\\").count());
    for variables in [COLOR, &[("FORCE_HYPERLINK", "1"), ("TERM", "dumb")]] {
        let page = terminal(80, variables).show(&["404", "--all"]);
        assert!(!page.contains("\x1b]8") && page.contains(codes::NOT_FOUND.spec()));
    }
}

#[test]
fn a_terminal_without_utf8_gets_ascii_only() {
    for variables in [&[("LC_ALL", "C")][..], &[("LANG", "POSIX")], &[("LC_CTYPE", "en_US.ISO-8859-1")]] {
        let screen = terminal(80, variables).show(&ALL);
        // No rule and no bullet of it is one of the characters that stand for lost ones.
        assert!(screen.is_ascii() && !screen.contains("??") && !screen.contains("  ? "), "{variables:?}");
        assert!(screen.contains("RFC 9110 section 15.5.5"));
    }
    assert!(terminal(80, &[("LC_ALL", "C"), ("LANG", "C.UTF-8")]).show(&["404"]).is_ascii());
    assert!(!terminal(80, &[("LC_ALL", "C.utf8"), ("LANG", "C")]).show(&["404"]).is_ascii());
}

#[test]
fn search_marks_the_words() {
    let screen = terminal(80, COLOR).show(&["search", "rate limit"]);
    assert!(screen.contains("\x1b[1m\x1b[35mrate\x1b[0m \x1b[1m\x1b[35mlimit\x1b[0m"), "{screen}");
}
