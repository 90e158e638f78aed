//! The forms of an answer: for the terminal, one line each, JSON, Markdown.

use http_status_info::StatusInfo;
use serde::Serialize;
use serde_json::json;

use crate::arguments::Format;
use crate::document::{self, Section};
use crate::search::Hit;
use crate::show;
use crate::terminal::Terminal;

/// How many results of a search are shown, unless all are asked for.
const HITS: usize = 10;

/// Writes the pages of statuses, for the terminal or as Markdown.
pub fn pages(statuses: &[&StatusInfo], format: Format, all: bool, terminal: &Terminal) -> String {
    let page = |status: &&StatusInfo| match format {
        Format::Markdown => document::full(status),
        _ if all => show::page(status, &document::full(status), terminal),
        _ => {
            let more =
                format!("More: http-status {} --all, or one section: http-status {0} facts", status.code());
            let page = show::page(status, &document::brief(status), terminal);
            format!("{page}\n{}", show::remark(&more, terminal))
        }
    };
    statuses.iter().map(page).collect::<Vec<_>>().join("\n")
}

/// Writes a section of one or more statuses, under their titles if they are several.
pub fn sections(found: &[(&StatusInfo, Section)], format: Format, terminal: &Terminal) -> String {
    let page = |(status, section): &(&StatusInfo, Section)| {
        let title = document::escaped(status.title());
        format!("# {title}\n\n## {}\n\n{}\n", section.heading, section.markdown)
    };
    let pages: Vec<String> = match format {
        Format::Terminal => found.iter().map(|it| show::page(it.0, &page(it), terminal)).collect(),
        Format::Markdown => found.iter().map(page).collect(),
        Format::Short => {
            let line = |(status, section): &(&StatusInfo, Section)| {
                let words: Vec<&str> = section.markdown.split_whitespace().collect();
                format!("{status}: {}", words.join(" "))
            };
            return show::joined(found.iter().map(line));
        }
        Format::Json => {
            let object = |(status, section): &(&StatusInfo, Section)| {
                let Section { heading, markdown } = section;
                json!({ "title": status.title(), "section": heading, "markdown": markdown })
            };
            return written(&found.iter().map(object).collect::<Vec<_>>());
        }
    };
    pages.join("\n")
}

/// Writes a list of statuses.
pub fn list(statuses: &[&'static StatusInfo], format: Format, terminal: &Terminal) -> String {
    match format {
        Format::Terminal => show::list(statuses, terminal),
        Format::Short => {
            show::joined(statuses.iter().map(|status| format!("{status}: {}", status.overview())))
        }
        Format::Json => written(statuses),
        Format::Markdown => {
            let item = |status: &&StatusInfo| {
                format!("- {}: {}\n", document::escaped(status.title()), document::escaped(status.overview()))
            };
            statuses.iter().map(item).collect()
        }
    }
}

/// Writes the results of a search.
pub fn hits(hits: &[Hit], format: Format, all: bool, terminal: &Terminal) -> String {
    let shown = &hits[..if all { hits.len() } else { hits.len().min(HITS) }];
    match format {
        Format::Terminal => {
            let more = hits.len() - shown.len();
            let more = if more > 0 { format!("{more} more with --all") } else { String::new() };
            show::hits(shown, &more, terminal)
        }
        Format::Short => show::joined(shown.iter().map(|hit| format!("{}: {}", hit.status, hit.sentence))),
        Format::Json => {
            let hit = |hit: &Hit| json!({ "code": hit.status.code(), "title": hit.status.title(), "sentence": hit.sentence });
            written(&shown.iter().map(hit).collect::<Vec<_>>())
        }
        Format::Markdown => {
            let item = |hit: &Hit| {
                format!("- {}: {}\n", document::escaped(hit.status.title()), document::escaped(&hit.sentence))
            };
            shown.iter().map(item).collect()
        }
    }
}

/// Writes a value as JSON, for people too.
pub fn written(value: &(impl Serialize + ?Sized)) -> String {
    // The only errors of writing to memory are keys that are no text; there are none.
    let json = serde_json::to_string_pretty(value).unwrap_or_default();
    format!("{json}\n")
}
