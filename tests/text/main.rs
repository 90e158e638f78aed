//! The rules for the text of documents that a machine can check. Each exception has a reason, and
//! an exception that is not needed fails.
//!
//! | File | Holds the rules for |
//! | :--- | :--- |
//! | `visitors` | the front matter that people read |
//! | `style` | sentences |
//! | `names` | names of statuses, fields and constants |
//! | `requirements` | requirements and their strength |
//! | `exchanges` | exchanges, which `exchange` reads |

#[path = "../common/mod.rs"]
mod common;

mod exchange;
mod exchanges;
mod names;
mod requirements;
mod style;
mod visitors;

use http_status_info::StatusInfo;

/// Asserts that the violations of a rule are its exceptions: code, violation, reason.
fn only(mut found: Vec<(u16, String)>, exceptions: &[(u16, &str, &str)]) {
    found.sort();
    found.dedup();
    let mut allowed: Vec<_> = exceptions.iter().map(|(code, what, _)| (*code, (*what).to_owned())).collect();
    allowed.sort();
    let broken: Vec<_> = found.iter().filter(|item| !allowed.contains(item)).collect();
    let unneeded: Vec<_> = allowed.iter().filter(|item| !found.contains(item)).collect();
    assert!(
        broken.is_empty() && unneeded.is_empty(),
        "{} broken: {broken:#?}\nexceptions that are not needed: {unneeded:#?}",
        broken.len(),
    );
}

/// Returns the takeaways and the information in Markdown, without blocks of code.
fn prose(status: &StatusInfo) -> String {
    let mut in_code = false;
    let texts = status.takeaways().chain([status.information()]);
    let lines = texts.flat_map(|text| text.markdown().lines().chain([""]));
    let lines = lines.filter(|line| {
        let is_fence = line.trim_start().starts_with("```");
        in_code ^= is_fence;
        !in_code && !is_fence
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Returns the inline code in a text.
fn inline_code(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// Returns the sentences of a plain text, line by line.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let ends = |line: &'_ str| -> Vec<usize> {
        let ends = line.match_indices(['.', '?', '!', ':', ';']).map(|(at, _)| at + 1);
        ends.filter(|end| line[*end..].starts_with(' ')).chain([line.len()]).collect()
    };
    text.lines().flat_map(move |line| {
        let mut start = 0;
        ends(line).into_iter().map(move |end| line[std::mem::replace(&mut start, end)..end].trim())
    })
}
