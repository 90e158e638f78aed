//! The arguments: one definition, of which completions and the manual page are made too.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, PossibleValuesParser, StringValueParser, TypedValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command, Error, value_parser};
use clap_complete::Shell;
use clap_mangen::Man;
use http_status_info::{Retry, StatusInfo, iter};

use crate::terminal::Color;

/// The form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Terminal,
    Short,
    Json,
    Markdown,
}

const FORMATS: [(&str, Format); 3] =
    [("short", Format::Short), ("json", Format::Json), ("markdown", Format::Markdown)];

const EXAMPLES: &str = "\
Examples:
  http-status 404                       the page of a status
  http-status 404 503                   two of them
  http-status too many requests         by name
  http-status 'HTTP/1.1 404 Not Found'  by status line
  http-status 5xx                       the statuses of a class
  http-status nginx                     the statuses of a sender
  http-status 404 mistakes              one section of a page
  http-status search rate limit         the statuses whose documents say so

Sections: overview, facts, takeaways, headers, information, names, meanings, links, visitor,
a heading of the document by one of its words (mistakes, apart, clients), a fact (retry), or a
sender (nginx).

Environment:
  PAGER     the pager for output longer than the terminal (default: less); empty for none
  NO_COLOR  no colors, if not empty

Exit codes: 0 found, 1 not found, 2 wrong usage";

pub fn command() -> Command {
    Command::new("http-status")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Says what an HTTP status code means, what to do about it, and who sends it")
        .after_help(EXAMPLES)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .arg(
            Arg::new("query")
                .value_name("QUERY")
                .num_args(0..)
                .value_parser(Words)
                .hide_possible_values(true)
                .help("Codes, a class (5xx), a name, a sender (nginx) or a status line; then a section"),
        )
        .args(FORMATS.map(|(name, format)| {
            flag(name).help(match format {
                Format::Short => "One line for each status",
                Format::Json => "JSON: an object for one status, an array for several",
                _ => "The Markdown of the document",
            })
        }))
        .group(clap::ArgGroup::new("format").args(FORMATS.map(|(name, _)| name)))
        .arg(flag("all").short('a').help("Everything: all sections of a page, all results of a search"))
        .arg(flag("no-pager").help("Do not start a pager"))
        .arg(
            Arg::new("color")
                .long("color")
                .global(true)
                .value_name("WHEN")
                .value_parser(["auto", "always", "never"])
                .default_value("auto")
                .help("Colors and links"),
        )
        .subcommand(
            Command::new("search")
                .about("Searches names, senders and texts; shows the best matches first")
                .arg(
                    Arg::new("words")
                        .value_name("WORD")
                        .required(true)
                        .num_args(1..)
                        .help("Words that the document has to have"),
                ),
        )
        .subcommand(list())
        .subcommand(
            Command::new("completions").about("Prints the completions for a shell").arg(
                Arg::new("shell")
                    .value_name("SHELL")
                    .required(true)
                    .value_parser(PossibleValuesParser::new(["bash", "fish", "zsh"])),
            ),
        )
        .subcommand(Command::new("man").about("Prints the manual page"))
}

/// Takes any word, and has the codes for completions.
#[derive(Clone)]
struct Words;

impl TypedValueParser for Words {
    type Value = String;

    fn parse_ref(&self, command: &Command, argument: Option<&Arg>, value: &OsStr) -> Result<String, Error> {
        StringValueParser::new().parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let code = |status: &'static StatusInfo| {
            let code = status.title().split(' ').next().unwrap_or_default();
            PossibleValue::new(code).help(status.name())
        };
        Some(Box::new(iter().map(code)))
    }
}

fn list() -> Command {
    let filter = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    Command::new("list")
        .about("Lists all statuses, or those that pass every filter")
        .arg(
            Arg::new("class")
                .long("class")
                .value_name("DIGIT")
                .value_parser(value_parser!(u16).range(1..=9))
                .help("The first digit of the code"),
        )
        .arg(Arg::new("by").long("by").value_name("SENDER").help("A sender that gives the code a meaning"))
        .arg(filter("standard").conflicts_with("non-standard").help("Codes of the IANA registry"))
        .arg(filter("non-standard").help("Other codes"))
        .arg(filter("cacheable").help("Heuristically cacheable codes"))
        .arg(filter("deprecated").help("Codes that are retired"))
        .arg(
            Arg::new("retry")
                .long("retry")
                .value_name("WORD")
                .value_parser(PossibleValuesParser::new(Retry::ALL.iter().map(|retry| retry.as_str())))
                .help("What a client may do by repeating the request"),
        )
}

fn flag(name: &'static str) -> Arg {
    Arg::new(name).long(name).global(true).action(ArgAction::SetTrue)
}

pub fn format(matches: &ArgMatches) -> Format {
    let given = FORMATS.into_iter().find(|(name, _)| matches.get_flag(name));
    given.map_or(Format::Terminal, |(_, format)| format)
}

pub fn color(matches: &ArgMatches) -> Color {
    match matches.get_one::<String>("color").map(String::as_str) {
        Some("always") => Color::Always,
        Some("never") => Color::Never,
        _ => Color::Auto,
    }
}

/// Tells whether a pager may be started.
pub fn pages(matches: &ArgMatches) -> bool {
    !matches.get_flag("no-pager") && !matches!(matches.subcommand_name(), Some("completions" | "man"))
}

pub fn words(matches: &ArgMatches, name: &str) -> Vec<String> {
    matches.get_many::<String>(name).into_iter().flatten().cloned().collect()
}

pub fn completions(matches: &ArgMatches) -> String {
    let shell = match matches.get_one::<String>("shell").map(String::as_str) {
        Some("fish") => Shell::Fish,
        Some("zsh") => Shell::Zsh,
        _ => Shell::Bash,
    };
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command(), "http-status", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

/// Writes the manual page: one for the command and its subcommands.
pub fn manual() -> String {
    let command = command();
    let page = Man::new(command.clone());
    let subcommands = section(|page, out| page.render_subcommands_section(out), &page);
    let own = |subcommand: &Command| {
        let page = Man::new(subcommand.clone().disable_help_flag(true));
        let heading = format!(".SH \"OPTIONS OF {}\"", subcommand.get_name().to_uppercase());
        section(|page, out| page.render_options_section(out), &page).replace(".SH OPTIONS", &heading)
    };
    let options = command.get_subcommands().filter(|command| command.get_arguments().count() > 0).map(own);
    [
        section(|page, out| page.render_title(out), &page),
        section(|page, out| page.render_name_section(out), &page),
        section(|page, out| page.render_synopsis_section(out), &page),
        section(|page, out| page.render_options_section(out), &page),
        // They have no pages of their own.
        subcommands.replace("http\\-status\\-", "").replace("(1)", ""),
        options.collect(),
        // The layout of the examples counts.
        section(|page, out| page.render_extra_section(out), &page).replace(".SH EXTRA\n", ".SH EXTRA\n.nf\n"),
    ]
    .concat()
}

fn section(write: impl Fn(&Man, &mut Vec<u8>) -> std::io::Result<()>, page: &Man) -> String {
    let mut section = Vec::new();
    // Writing to memory does not fail.
    let _ = write(page, &mut section);
    String::from_utf8_lossy(&section).into_owned()
}
