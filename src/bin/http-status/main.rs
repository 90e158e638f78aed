//! `http-status`: the documents of this crate in a terminal.
//!
//! ```text
//! arguments -> find, search, list -> document (Markdown) -> show -> pager
//! ```
//!
//! Exit codes: 0 for an answer, 1 if there is none, 2 for wrong usage.

mod arguments;
mod document;
mod find;
mod formats;
mod list;
mod nearest;
mod pager;
mod search;
mod section;
mod show;
mod terminal;

use std::io::Write;
use std::process::ExitCode;

use clap::ArgMatches;

use crate::arguments::Format;
use crate::find::{Query, Subject};
use crate::terminal::Terminal;

/// The exit code if no status or section is found.
const NOT_FOUND: u8 = 1;

/// The output, or the message of a miss.
type Answer = Result<String, String>;

fn main() -> ExitCode {
    let matches = match arguments::command().try_get_matches() {
        Ok(matches) => matches,
        Err(error) => {
            // A closed pipe is no failure.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let terminal = Terminal::detect(arguments::color(&matches));
    match answer(&matches, &terminal) {
        Ok(output) => {
            pager::print(&output, &terminal, arguments::pages(&matches));
            ExitCode::SUCCESS
        }
        Err(message) => {
            let _ = writeln!(std::io::stderr(), "{message}");
            ExitCode::from(NOT_FOUND)
        }
    }
}

fn answer(matches: &ArgMatches, terminal: &Terminal) -> Answer {
    let format = arguments::format(matches);
    let all = matches.get_flag("all");
    match matches.subcommand() {
        Some(("search", matches)) => {
            let words = arguments::words(matches, "words");
            let hits = search::search(&words);
            if hits.is_empty() {
                return Err(format!("no document has all of `{}`", words.join(" ")));
            }
            Ok(formats::hits(&hits, format, all, terminal))
        }
        Some(("list", matches)) => {
            let statuses = list::list(matches);
            if statuses.is_empty() {
                return Err("no status passes these filters".to_owned());
            }
            Ok(formats::list(&statuses, format, terminal))
        }
        Some(("completions", matches)) => Ok(arguments::completions(matches)),
        Some(("man", _)) => Ok(arguments::manual()),
        _ => {
            let query = find::find(&arguments::words(matches, "query"))?;
            statuses(&query, format, all, terminal)
        }
    }
}

/// Answers a query for statuses: pages, sections of pages, or lists.
fn statuses(query: &Query, format: Format, all: bool, terminal: &Terminal) -> Answer {
    let statuses: Vec<_> = query.subjects.iter().flat_map(Subject::statuses).collect();
    if let Some(name) = &query.section {
        let found: Vec<_> = statuses
            .iter()
            .filter_map(|status| section::find(status, name).map(|section| (*status, section)))
            .collect();
        return if found.is_empty() {
            Err(section::miss(&statuses, name))
        } else {
            Ok(formats::sections(&found, format, terminal))
        };
    }
    let is_list = !all && query.subjects.iter().all(|subject| matches!(subject, Subject::Group(_)));
    match (format, query.subjects.as_slice()) {
        (Format::Json, [Subject::One(status)]) => Ok(formats::written(status)),
        (Format::Terminal, _) if is_list => Ok(formats::list(&statuses, format, terminal)),
        (Format::Terminal | Format::Markdown, _) => Ok(formats::pages(&statuses, format, all, terminal)),
        (Format::Json | Format::Short, _) => Ok(formats::list(&statuses, format, terminal)),
    }
}
