//! A status as Markdown: the pages, and the sections that they are made of.

use std::fmt::Write;

use http_status_info::{Class, Redirect, Retry, StatusInfo};

/// A part of a page, with its heading.
#[derive(Debug, PartialEq, Eq)]
pub struct Section {
    pub heading: String,
    pub markdown: String,
}

impl Section {
    fn new(heading: &str, markdown: &str) -> Option<Self> {
        let markdown = markdown.trim();
        (!markdown.is_empty()).then(|| Self { heading: heading.to_owned(), markdown: markdown.to_owned() })
    }
}

/// The headings of sections about what to do, the most helpful first.
const ADVICE: [&str; 7] = [
    "What to do about it",
    "What to do",
    "Finding the cause",
    "The remedy",
    "Ways out",
    "What the owner can do",
    "What clients do",
];

/// The heading of the section about neighbors.
pub const APART: &str = "Telling it apart";

/// Makes the page for somebody in a hurry.
pub fn brief(status: &StatusInfo) -> String {
    let sections = [what_to_do(status), apart(status), takeaways(status), headers(status)];
    page(status, &standing(status), sections)
}

/// Makes the page with everything.
pub fn full(status: &StatusInfo) -> String {
    let sections = [
        facts(status),
        takeaways(status),
        information(status),
        meanings(status),
        visitor(status),
        names(status),
        see_also(status),
        links(status),
    ];
    page(status, "", sections)
}

fn page(status: &StatusInfo, standing: &str, sections: impl IntoIterator<Item = Option<Section>>) -> String {
    let mut page = format!("# {}\n\n{}\n", escaped(status.title()), escaped(status.overview()));
    if !standing.is_empty() {
        let _ = write!(page, "\n{standing}\n");
    }
    for section in sections.into_iter().flatten() {
        let _ = write!(page, "\n## {}\n\n{}\n", section.heading, section.markdown);
    }
    page
}

pub fn overview(status: &StatusInfo) -> Option<Section> {
    Section::new("Overview", &format!("{}\n\n{}", escaped(status.overview()), standing(status)))
}

/// Writes what kind of code it is, and where it is defined.
fn standing(status: &StatusInfo) -> String {
    let mut kinds = Vec::new();
    kinds.extend(status.class().map(|class| match class {
        Class::Informational => "informational",
        Class::Successful => "successful",
        Class::Redirection => "redirection",
        Class::ClientError => "client error",
        Class::ServerError => "server error",
    }));
    kinds.push(if status.is_standard() { "standard" } else { "non-standard" });
    kinds.extend(status.is_experimental().then_some("experimental"));
    kinds.extend(status.is_deprecated().then_some("deprecated"));
    kinds.extend(
        status
            .cacheable()
            .map(|is| if is { "heuristically cacheable" } else { "not heuristically cacheable" }),
    );
    let mut line = kinds.join(", ");
    line[..1].make_ascii_uppercase();
    format!("{line}. {}", definition(status))
}

fn definition(status: &StatusInfo) -> String {
    format!("[{}]({})", escaped(status.reference().unwrap_or("Source")), status.spec())
}

/// Says what a client does about the status, then what people do.
pub fn what_to_do(status: &StatusInfo) -> Option<Section> {
    let retry = match status.retry() {
        Some(Retry::Always) => {
            "A request with any method may be repeated, under the condition that the takeaways name."
        }
        Some(Retry::WithHeader) => "Repeat the request once the time in `Retry-After` has passed.",
        Some(Retry::AfterChange) => {
            "Repeat only a request that was changed: other credentials, a shorter target, different content."
        }
        Some(Retry::UserAction) => "A person has to act first.",
        Some(Retry::Never) => "Repeating the request does not help.",
        Some(Retry::Unspecified) => {
            "The specification does not say whether to repeat the request. A client should not do it on its own if the method is not idempotent (RFC 9110 §9.2.2)."
        }
        _ => "",
    };
    let redirect = match status.redirect() {
        Some(Redirect::MethodMayChange) => "Follow the redirect. POST may become GET.",
        Some(Redirect::MethodBecomesGet) => "Fetch the other resource with GET, or HEAD.",
        Some(Redirect::MethodPreserved) => "Repeat the request at the other address, with the same method.",
        _ => "",
    };
    let headings = headings(status);
    let advice = ADVICE.iter().find_map(|advice| headings.iter().find(|(heading, _)| heading == advice));
    let advice = advice.map_or("", |(_, markdown)| markdown);
    Section::new("What to do", &[retry, redirect, advice].join("\n\n"))
}

/// Says what the status is mistaken for.
pub fn apart(status: &StatusInfo) -> Option<Section> {
    let own = headings(status).into_iter().find(|(heading, _)| *heading == APART);
    own.map_or_else(|| see_also(status), |(heading, markdown)| Section::new(heading, markdown))
}

pub fn see_also(status: &StatusInfo) -> Option<Section> {
    let items = status.see_also().map(|other| format!("- `{other}`: {}\n", escaped(other.overview())));
    Section::new("See also", &items.collect::<String>())
}

pub fn takeaways(status: &StatusInfo) -> Option<Section> {
    let takeaways = status.takeaways().enumerate();
    let items = takeaways.map(|(index, takeaway)| {
        let marker = format!("{}. ", index + 1);
        let indent = format!("\n{}", " ".repeat(marker.len()));
        format!("{marker}{}\n", takeaway.markdown().replace('\n', &indent))
    });
    Section::new("Takeaways", &items.collect::<String>())
}

pub fn headers(status: &StatusInfo) -> Option<Section> {
    let items = status.headers().iter().map(|header| {
        let when = header.when().map(|when| format!(", {}", escaped(when))).unwrap_or_default();
        format!("- `{}`: {}{when} ({})\n", header.name(), header.requirement(), escaped(header.reference()))
    });
    Section::new("Header fields", &items.collect::<String>())
}

pub fn facts(status: &StatusInfo) -> Option<Section> {
    let rows = labels(status);
    let rows = rows.iter().map(|(label, value)| format!("- {label}: {value}\n"));
    Section::new("Facts", &rows.collect::<String>())
}

/// Lists the facts that the document states, each with its label.
pub fn labels(status: &StatusInfo) -> Vec<(&'static str, String)> {
    let yes_or_no = |is: bool| if is { "yes" } else { "no" }.to_owned();
    let mut facts = vec![("Code", status.code().to_string()), ("Standard", yes_or_no(status.is_standard()))];
    let mut fact = |label, value: Option<String>| facts.extend(value.map(|value| (label, value)));
    fact("Experimental", status.is_experimental().then(|| yes_or_no(true)));
    fact("Deprecated", status.is_deprecated().then(|| yes_or_no(true)));
    fact("Class", status.class().map(|class| class.to_string()));
    fact("Defined in", Some(definition(status)));
    fact("Since", status.since().map(escaped));
    let aliases: Vec<_> = status.aliases().iter().map(|alias| escaped(alias)).collect();
    fact("Also called", (!aliases.is_empty()).then(|| aliases.join(", ")));
    fact("Heuristically cacheable", status.cacheable().map(yes_or_no));
    fact("Content", status.content().map(|content| content.to_string()));
    fact("Retry", status.retry().map(|retry| retry.to_string()));
    fact("Redirect", status.redirect().map(|redirect| redirect.to_string()));
    fact("gRPC", status.grpc().map(|grpc| format!("`{grpc}`")));
    let headers: Vec<_> = status.headers().iter().map(|header| format!("`{}`", header.name())).collect();
    fact("Header fields", (!headers.is_empty()).then(|| headers.join(", ")));
    facts
}

pub fn information(status: &StatusInfo) -> Option<Section> {
    Section::new("Information", status.information().markdown())
}

pub fn names(status: &StatusInfo) -> Option<Section> {
    let rows = status.names_elsewhere().iter();
    let rows = rows.map(|name| format!("- {}: `{}`\n", escaped(name.library()), name.name()));
    Section::new("In other languages", &rows.collect::<String>())
}

pub fn meanings(status: &StatusInfo) -> Option<Section> {
    let items = status.meanings().iter().map(|meaning| {
        let name = meaning.name().map(|name| format!(", \"{}\"", escaped(name))).unwrap_or_default();
        format!("- [{}]({}){name}: {}\n", escaped(meaning.by()), meaning.url(), escaped(meaning.overview()))
    });
    Section::new("Meanings", &items.collect::<String>())
}

pub fn visitor(status: &StatusInfo) -> Option<Section> {
    Section::new("For visitors", &status.visitor().map(escaped).unwrap_or_default())
}

pub fn links(status: &StatusInfo) -> Option<Section> {
    let more = status.more().iter().filter(|link| link.url() != status.spec());
    let more =
        more.map(|link| format!("- {}: [{}]({})\n", escaped(link.from()), escaped(link.title()), link.url()));
    let items = [format!("- {}\n", definition(status))].into_iter().chain(more);
    Section::new("More", &items.collect::<String>())
}

/// Splits the information at its headings.
pub fn headings(status: &StatusInfo) -> Vec<(&'static str, &'static str)> {
    let text = status.information().markdown();
    let mut sections: Vec<(&str, &str)> = Vec::new();
    let (mut start, mut place, mut heading, mut in_code) = (0, 0, "", false);
    for line in text.split_inclusive('\n') {
        in_code ^= line.trim_start().starts_with("```");
        if let Some(next) = line.strip_prefix("### ").filter(|_| !in_code) {
            sections.push((heading, &text[start..place]));
            (heading, start) = (next.trim(), place + line.len());
        }
        place += line.len();
    }
    sections.push((heading, &text[start..]));
    sections.retain(|(heading, _)| !heading.is_empty());
    sections
}

/// Escapes plain text for Markdown.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        if r"\`*_[]<>&|#".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
