//! The keys of the front matter, and what each holds.

use super::fields::{Key, Value};
use crate::codegen::document::{Facts, Header, Link, Meaning};
use crate::codegen::report::Report;
use crate::codegen::yaml::FrontMatter;

/// Every key, and whether a document must have it.
const KEYS: &[Key] = &[
    ("code", true),
    ("name", true),
    ("title", true),
    ("spec", true),
    ("overview", true),
    ("more", true),
    ("seeAlso", true),
    ("standard", true),
    ("experimental", true),
    ("deprecated", true),
    ("constant", false),
    ("aliases", false),
    ("reference", false),
    ("since", false),
    ("cacheable", false),
    ("content", false),
    ("retry", false),
    ("redirect", false),
    ("headers", false),
    ("grpc", false),
    ("constants", false),
    ("meanings", false),
    ("visitor", false),
];

const LINK: &[Key] = &[("title", true), ("from", true), ("url", true)];
const HEADER: &[Key] = &[("name", true), ("requirement", true), ("reference", true), ("when", false)];
const MEANING: &[Key] = &[("by", true), ("name", false), ("overview", true), ("url", true)];

/// The longest name, so that looking one up needs a small buffer only.
const LONGEST_NAME: usize = 80;

/// The longest overview, so that it fits where it is shown.
const LONGEST_OVERVIEW: usize = 140;

/// Reads the values of a front matter. `code` is what the name of the file says.
///
/// Returns nothing where a required value is missing or wrong; a wrong value of
/// another key is reported and passed over.
pub fn read(code: u16, front_matter: &FrontMatter, report: &mut Report<'_>) -> Option<Facts> {
    let facts = facts(front_matter, report)?;
    if facts.code != code {
        report.add(
            || front_matter.place_of("code", None),
            format!("`code` is `{}`, expected `{code}` as in the name of the file", facts.code),
        );
    }
    Some(facts)
}

fn facts(front_matter: &FrontMatter, report: &mut Report<'_>) -> Option<Facts> {
    let fields = Value::root(front_matter).fields(KEYS, report)?;
    // Every value is read before the first `?`, so that all problems are found.
    let code = fields.read("code", report, Value::code);
    let name = fields.read("name", report, self::name);
    let title = fields.read("title", report, Value::text);
    let spec = fields.read("spec", report, Value::url);
    let overview = fields.read("overview", report, self::overview);
    let more = fields.list("more", report, link);
    let see_also = fields.list("seeAlso", report, Value::code);
    let standard = fields.read("standard", report, Value::flag);
    let experimental = fields.read("experimental", report, Value::flag);
    let deprecated = fields.read("deprecated", report, Value::flag);
    let constant = fields.read("constant", report, self::name);
    let aliases = fields.list("aliases", report, self::name);
    let reference = fields.read("reference", report, Value::text);
    let since = fields.read("since", report, Value::text);
    let cacheable = fields.read("cacheable", report, Value::flag);
    let content = fields.read("content", report, Value::word);
    let retry = fields.read("retry", report, Value::word);
    let redirect = fields.read("redirect", report, Value::word);
    let headers = fields.list("headers", report, header);
    let grpc = fields.read("grpc", report, Value::word);
    let constants = fields.read("constants", report, names_elsewhere).unwrap_or_default();
    let meanings = fields.list("meanings", report, meaning);
    let visitor = fields.read("visitor", report, Value::text);
    Some(Facts {
        code: code?,
        name: name?,
        title: title?,
        spec: spec?,
        overview: overview?,
        more,
        see_also,
        standard: standard?,
        experimental: experimental?,
        deprecated: deprecated?,
        constant,
        aliases,
        reference,
        since,
        cacheable,
        content,
        retry,
        redirect,
        headers,
        grpc,
        constants,
        meanings,
        visitor,
    })
}

fn name(value: &Value<'_>, report: &mut Report<'_>) -> Option<String> {
    value.text_within(LONGEST_NAME, report)
}

fn overview(value: &Value<'_>, report: &mut Report<'_>) -> Option<String> {
    value.text_within(LONGEST_OVERVIEW, report)
}

fn link(value: &Value<'_>, report: &mut Report<'_>) -> Option<Link> {
    let fields = value.fields(LINK, report)?;
    let title = fields.read("title", report, Value::text);
    let from = fields.read("from", report, Value::text);
    let url = fields.read("url", report, Value::url);
    Some(Link { title: title?, from: from?, url: url? })
}

fn header(value: &Value<'_>, report: &mut Report<'_>) -> Option<Header> {
    let fields = value.fields(HEADER, report)?;
    let name = fields.read("name", report, Value::field_name);
    let requirement = fields.read("requirement", report, Value::word);
    let reference = fields.read("reference", report, Value::text);
    let when = fields.read("when", report, Value::text);
    Some(Header { name: name?, requirement: requirement?, reference: reference?, when })
}

fn names_elsewhere(value: &Value<'_>, report: &mut Report<'_>) -> Option<Vec<(String, String)>> {
    let entries = value.entries(report)?;
    let name = |(library, value): &(&str, Value<'_>)| Some(((*library).to_owned(), value.text(report)?));
    Some(entries.iter().filter_map(name).collect())
}

fn meaning(value: &Value<'_>, report: &mut Report<'_>) -> Option<Meaning> {
    let fields = value.fields(MEANING, report)?;
    let by = fields.read("by", report, Value::text);
    let name = fields.read("name", report, self::name);
    let overview = fields.read("overview", report, self::overview);
    let url = fields.read("url", report, Value::url);
    Some(Meaning { by: by?, name, overview: overview?, url: url? })
}
