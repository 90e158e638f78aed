//! The keys of the front matter, one line each. CONTRIBUTING.md has the recipe for a new one.

use super::mapping::{Key, Value};
use crate::codegen::report::Report;
use crate::codegen::yaml::FrontMatter;
use crate::status::vocab::{Content, GrpcCode, Redirect, Requirement, Retry};

/// Defines the keys. A line has the key, its field and type, and the function that reads it. A
/// line of `words` has the key, its field and vocabulary, and its label on reference pages.
macro_rules! keys {
    (
        required { $($must:literal $must_field:ident: $must_type:ty = $must_read:expr;)+ }
        optional { $($may:literal $may_field:ident: $may_type:ty = $may_read:expr;)+ }
        lists { $($list:literal $list_field:ident: $list_type:ty = $list_read:expr;)+ }
        words { $($word:literal $word_field:ident: $vocabulary:ident, $label:literal;)+ }
    ) => {
        /// The values of the front matter. An absent value is unknown or none.
        pub struct Facts {
            $(pub $must_field: $must_type,)+
            $(pub $may_field: Option<$may_type>,)+
            /// An absent list is empty.
            $(pub $list_field: $list_type,)+
            $(pub $word_field: Option<$vocabulary>,)+
        }

        /// Every key, and whether it is required.
        const KEYS: &[Key] =
            &[$(($must, true),)+ $(($may, false),)+ $(($list, false),)+ $(($word, false),)+];

        /// Every key whose value is a word of a closed vocabulary.
        pub const WORDS: &[WordKey] = &[$(WordKey {
            field: stringify!($word_field),
            vocabulary: stringify!($vocabulary),
            label: $label,
            words: || $vocabulary::ALL.iter().map(|value| value.as_str()).collect(),
            value: |facts| facts.$word_field.map(|value| (format!("{value:?}"), value.as_str())),
        }),+];

        fn facts(front_matter: &FrontMatter, report: &mut Report<'_>) -> Option<Facts> {
            let keys = Value::root(front_matter).mapping(KEYS, report)?;
            // Every value is read before the first `?`, so that all problems are found.
            $(let $must_field = keys.read($must, report, $must_read);)+
            $(let $may_field = keys.read($may, report, $may_read);)+
            $(let $list_field = keys.read($list, report, $list_read).unwrap_or_default();)+
            $(let $word_field = keys.read($word, report, Value::word);)+
            Some(Facts {
                $($must_field: $must_field?,)+
                $($may_field,)+
                $($list_field,)+
                $($word_field,)+
            })
        }
    };
}

keys! {
    required {
        "code"         code: u16                        = Value::code;
        "name"         name: String                     = self::name;
        "title"        title: String                    = Value::text;
        "spec"         spec: String                     = Value::url;
        "overview"     overview: String                 = self::overview;
        "more"         more: Vec<Link>                  = list(link);
        "seeAlso"      see_also: Vec<u16>               = list(Value::code);
        "standard"     standard: bool                   = Value::flag;
        "experimental" experimental: bool               = Value::flag;
        "deprecated"   deprecated: bool                 = Value::flag;
    }
    optional {
        "constant"     constant: String                 = self::name;
        "reference"    reference: String                = Value::text;
        "since"        since: String                    = Value::text;
        "cacheable"    cacheable: bool                  = Value::flag;
        "visitor"      visitor: String                  = Value::text;
    }
    lists {
        "aliases"      aliases: Vec<String>             = list(self::name);
        "headers"      headers: Vec<Header>             = list(header);
        "constants"    constants: Vec<(String, String)> = names_elsewhere;
        "meanings"     meanings: Vec<Meaning>           = list(meaning);
    }
    words {
        "content"      content: Content,                "Content";
        "retry"        retry: Retry,                    "Retry";
        "redirect"     redirect: Redirect,              "Redirect";
        "grpc"         grpc: GrpcCode,                  "gRPC";
    }
}

/// A key whose value is a word of a closed vocabulary.
pub struct WordKey {
    /// The field of the record in the library.
    pub field: &'static str,
    /// The vocabulary: an enum in `src/status/vocab.rs`.
    pub vocabulary: &'static str,
    /// The label on a reference page.
    pub label: &'static str,
    /// Lists the words of the vocabulary.
    pub words: fn() -> Vec<&'static str>,
    /// Returns the value of a document: the variant of the enum, and the word.
    pub value: fn(&Facts) -> Option<(String, &'static str)>,
}

/// An item of `more`.
pub struct Link {
    pub title: String,
    pub from: String,
    pub url: String,
}

/// An item of `headers`.
pub struct Header {
    pub name: String,
    pub requirement: Requirement,
    pub reference: String,
    pub when: Option<String>,
}

/// An item of `meanings`.
pub struct Meaning {
    pub by: String,
    pub name: Option<String>,
    pub overview: String,
    pub url: String,
}

const LINK: &[Key] = &[("title", true), ("from", true), ("url", true)];
const HEADER: &[Key] = &[("name", true), ("requirement", true), ("reference", true), ("when", false)];
const MEANING: &[Key] = &[("by", true), ("name", false), ("overview", true), ("url", true)];

/// The longest name, in characters. Bounds the buffer of the lookup by name.
const LONGEST_NAME: usize = 80;

/// The longest overview, in characters. An overview has to fit on a line of an index.
const LONGEST_OVERVIEW: usize = 140;

/// Reads the values of a front matter. `code` is the code in the name of the file.
///
/// Returns `None` if a required value is missing or wrong.
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

fn name(value: &Value<'_>, report: &mut Report<'_>) -> Option<String> {
    value.text_within(LONGEST_NAME, report)
}

fn overview(value: &Value<'_>, report: &mut Report<'_>) -> Option<String> {
    value.text_within(LONGEST_OVERVIEW, report)
}

/// Returns the reader of a list whose items `read` reads. Wrong items are left out.
fn list<'v, T>(
    read: impl Fn(&Value<'v>, &mut Report<'_>) -> Option<T>,
) -> impl Fn(&Value<'v>, &mut Report<'_>) -> Option<Vec<T>> {
    move |value, report| {
        let items = value.items(report)?;
        Some(items.iter().filter_map(|item| read(item, report)).collect())
    }
}

fn link(value: &Value<'_>, report: &mut Report<'_>) -> Option<Link> {
    let keys = value.mapping(LINK, report)?;
    let title = keys.read("title", report, Value::text);
    let from = keys.read("from", report, Value::text);
    let url = keys.read("url", report, Value::url);
    Some(Link { title: title?, from: from?, url: url? })
}

fn header(value: &Value<'_>, report: &mut Report<'_>) -> Option<Header> {
    let keys = value.mapping(HEADER, report)?;
    let name = keys.read("name", report, Value::field_name);
    let requirement = keys.read("requirement", report, Value::word);
    let reference = keys.read("reference", report, Value::text);
    let when = keys.read("when", report, Value::text);
    Some(Header { name: name?, requirement: requirement?, reference: reference?, when })
}

fn names_elsewhere(value: &Value<'_>, report: &mut Report<'_>) -> Option<Vec<(String, String)>> {
    let entries = value.entries(report)?;
    let name = |(library, value): &(&str, Value<'_>)| Some(((*library).to_owned(), value.text(report)?));
    Some(entries.iter().filter_map(name).collect())
}

fn meaning(value: &Value<'_>, report: &mut Report<'_>) -> Option<Meaning> {
    let keys = value.mapping(MEANING, report)?;
    let by = keys.read("by", report, Value::text);
    let name = keys.read("name", report, self::name);
    let overview = keys.read("overview", report, self::overview);
    let url = keys.read("url", report, Value::url);
    Some(Meaning { by: by?, name, overview: overview?, url: url? })
}
