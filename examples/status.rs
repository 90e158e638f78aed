//! Prints the facts and texts of a status in a terminal.
//!
//! ```sh
//! cargo run --example status -- 404
//! cargo run --example status -- "too many requests"
//! ```

use std::borrow::Cow;
use std::fmt::{self, Write};
use std::process::ExitCode;

use http_status_info::{StatusInfo, iter};

/// The width of wrapped text, in columns.
const WIDTH: usize = 80;

fn main() -> ExitCode {
    let query = std::env::args().skip(1).collect::<Vec<_>>().join(" ");
    if query.trim().is_empty() {
        eprintln!("Usage: status <code or name>, for example `status 404` or `status too many requests`");
        return ExitCode::FAILURE;
    }
    match query.parse::<&StatusInfo>() {
        Ok(status) => {
            let page = page(status).unwrap_or_default();
            print(&page);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            eprintln!("The nearest codes:");
            for status in nearest(&query) {
                eprintln!("  {status}");
            }
            ExitCode::FAILURE
        }
    }
}

/// Prints a page. Ignores the error if the reader has closed the pipe, as `head` does.
fn print(page: &str) {
    use std::io::Write;

    let _ = std::io::stdout().lock().write_all(page.as_bytes());
}

/// Writes the facts and texts of a status.
fn page(status: &StatusInfo) -> Result<String, fmt::Error> {
    let mut out = String::new();
    writeln!(out, "{status}\n{}\n", "=".repeat(status.title().chars().count()))?;
    writeln!(out, "{}\n", wrapped(status.overview(), ""))?;
    for (label, fact) in facts(status) {
        let text = format!("{:<12} {fact}", format!("{label}:"));
        writeln!(out, "{}", wrapped(&text, "             "))?;
    }

    writeln!(out, "\nTakeaways\n---------\n")?;
    for (number, takeaway) in status.takeaways().enumerate() {
        let text = indented(&paragraphs(takeaway.plain(), WIDTH - 4), "    ");
        writeln!(out, "{:>2}. {}\n", number + 1, text.trim_start())?;
    }
    writeln!(out, "Information\n-----------\n\n{}\n", paragraphs(status.information().plain(), WIDTH))?;

    if !status.meanings().is_empty() {
        writeln!(out, "Meanings\n--------\n")?;
        for meaning in status.meanings() {
            let name = meaning.name().map(|name| format!(" ({name})")).unwrap_or_default();
            let text = format!("- {}{name}: {}", meaning.by(), meaning.overview());
            writeln!(out, "{}\n  {}", wrapped(&text, "  "), meaning.url())?;
        }
        writeln!(out)?;
    }

    writeln!(out, "More\n----\n")?;
    writeln!(out, "- {}\n  {}", status.reference().unwrap_or("Specification"), status.spec())?;
    for link in status.more().iter().filter(|link| link.url() != status.spec()) {
        writeln!(
            out,
            "{}\n  {}",
            wrapped(&format!("- {}: {}", link.from(), link.title()), "  "),
            link.url()
        )?;
    }
    Ok(out)
}

/// Lists the facts of a status that its document states, each after its label.
fn facts(status: &StatusInfo) -> Vec<(&'static str, Cow<'static, str>)> {
    let mut facts: Vec<(&str, Cow<str>)> = Vec::new();
    let mut fact = |label, fact: Option<String>| facts.extend(fact.map(|fact| (label, fact.into())));
    let joined = |items: &[String]| (!items.is_empty()).then(|| items.join(", "));

    let kinds = [
        (!status.is_standard(), "non-standard"),
        (status.is_experimental(), "experimental"),
        (status.is_deprecated(), "deprecated"),
    ];
    let kinds: Vec<String> = kinds.iter().filter(|(is, _)| *is).map(|(_, kind)| (*kind).to_owned()).collect();
    fact("Note", joined(&kinds));
    fact("Class", status.class().map(|class| class.to_string()));
    fact("Defined in", status.reference().map(str::to_owned));
    fact("Since", status.since().map(str::to_owned));
    fact("Also called", joined(&status.aliases().iter().map(ToString::to_string).collect::<Vec<_>>()));
    let cacheable = |is| if is { "yes, heuristically" } else { "not heuristically" };
    fact("Cacheable", status.cacheable().map(|is| cacheable(is).to_owned()));
    fact("Content", status.content().map(|content| content.to_string()));
    fact("Retry", status.retry().map(|retry| retry.to_string()));
    fact("Redirect", status.redirect().map(|redirect| redirect.to_string()));
    for header in status.headers() {
        let when = header.when().map(|when| format!(", {when}")).unwrap_or_default();
        fact("Header", Some(format!("{} ({}{when})", header.name(), header.requirement())));
    }
    fact("gRPC", status.grpc().map(|grpc| grpc.to_string()));
    for name in status.names_elsewhere() {
        fact("In code", Some(format!("{} ({})", name.name(), name.library())));
    }
    fact("See also", joined(&status.see_also().map(ToString::to_string).collect::<Vec<_>>()));
    facts
}

/// Wraps the paragraphs and list items of plain text. Code and tables stay unchanged.
fn paragraphs(text: &str, width: usize) -> String {
    let lines = text.lines().map(|line| {
        if line.starts_with("    ") {
            return line.to_owned();
        }
        // The lines of an item are indented to its first word.
        let item = line.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
        let item = item.strip_prefix("- ").or_else(|| item.strip_prefix(". ")).unwrap_or(line.trim_start());
        textwrap::fill(line, options(width, &" ".repeat(line.len() - item.len())))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Wraps a line. All lines after the first begin with an indent.
fn wrapped(line: &str, indent: &str) -> String {
    textwrap::fill(line, options(WIDTH, indent))
}

/// Returns options that wrap between words, not inside `Retry-After` or an address.
fn options(width: usize, indent: &str) -> textwrap::Options<'_> {
    textwrap::Options::new(width)
        .subsequent_indent(indent)
        .break_words(false)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
}

fn indented(text: &str, indent: &str) -> String {
    let lines =
        text.lines().map(|line| if line.is_empty() { String::new() } else { format!("{indent}{line}") });
    lines.collect::<Vec<_>>().join("\n")
}

/// Finds the three nearest statuses: by number, or by the spelling of their names.
fn nearest(query: &str) -> Vec<&'static StatusInfo> {
    let digits: String = query.chars().filter(char::is_ascii_digit).take(9).collect();
    let query = query.to_lowercase();
    let by_name = |status: &StatusInfo| {
        let names = [status.name()].into_iter().chain(status.aliases().iter().copied());
        -names.map(|name| similarity(&query, &name.to_lowercase())).fold(0.0, f64::max)
    };
    let by_code = |code: u32, status: &StatusInfo| f64::from(code.abs_diff(status.code().into()));
    let code: Option<u32> = digits.parse().ok();
    let distance = |status: &StatusInfo| code.map_or_else(|| by_name(status), |code| by_code(code, status));
    let mut statuses: Vec<_> = iter().collect();
    statuses.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
    statuses.truncate(3);
    statuses
}

/// Returns the similarity of a query and a name, or of a query and a word of the name.
fn similarity(query: &str, name: &str) -> f64 {
    let words = name.split([' ', '-']).map(|word| 0.9 * strsim::jaro_winkler(query, word));
    words.fold(strsim::jaro_winkler(query, name), f64::max)
}
