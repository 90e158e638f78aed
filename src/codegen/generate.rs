//! Generates the source of the tables: data, and the shortest glue.
//!
//! `quote` writes every value as a literal, so no text of a document can change the code.
//! `src/status/tables.rs` includes the tables and documents them.

use std::fmt::Write;

use quote::{ToTokens, format_ident, quote};

use super::check::Checked;
use super::parse::{Facts, Header, Link, Meaning, WORDS};
use super::render::{Reference, Rendered, Status, Text};
use crate::status::vocab::Origin;

/// The generated files, as pairs of name and content:
///
/// - `records.rs`: a static for each status.
/// - `codes.rs`: a public, documented constant for each status.
/// - `columns.rs`: the lookups by code and by name, and a table for each fact that is not in the
///   record.
/// - `*.md`: lists of codes, for the documentation.
#[derive(Debug, PartialEq, Eq)]
pub struct Output {
    pub files: Vec<(String, String)>,
}

const HEAD: &str = "// Generated from the status documents: change those instead.\n";

/// Generates the files.
pub fn generate(rendered: Rendered<'_>) -> Output {
    let statuses = &rendered.statuses;
    let mut files = vec![
        ("records.rs".to_owned(), items(statuses, |status| record(status.checked))),
        ("codes.rs".to_owned(), items(statuses, constant)),
        ("columns.rs".to_owned(), columns(statuses)),
    ];
    files.extend(rendered.lists);
    Output { files }
}

/// Writes an item for each status, below the path of its document.
fn items<T: ToTokens>(statuses: &[Status<'_>], item: impl Fn(&Status<'_>) -> T) -> String {
    let mut source = HEAD.to_owned();
    for status in statuses {
        let document = &status.checked.document;
        // The path of an application's document depends on the machine, and may end the comment.
        let path = match document.origin {
            Origin::BuiltIn => document.path.clone(),
            Origin::Application => format!("the application's own {}.md", document.facts.code),
        };
        let _ = write!(source, "\n// {path}\n{}\n", item(status).to_token_stream());
    }
    source
}

/// Writes a record. A lookup at run time links all records, so a record has short facts only.
fn record(status: &Checked) -> impl ToTokens + use<> {
    let Checked { document, constant } = status;
    let Facts { code, name, standard, experimental, deprecated, .. } = &document.facts;
    let constant = format_ident!("{constant}");
    let origin = word("Origin", &format!("{:?}", document.origin));
    let cacheable = option(document.facts.cacheable);
    let words = WORDS.iter().map(|key| {
        let field = format_ident!("{}", key.field);
        let value = option((key.value)(&document.facts).map(|(variant, _)| word(key.vocabulary, &variant)));
        quote! { #field: #value }
    });
    // The parser allows 100 takeaways.
    let takeaways = u8::try_from(document.sections.takeaways.len()).unwrap_or(u8::MAX);
    quote! {
        pub(crate) static #constant: StatusInfo = StatusInfo {
            code: #code, name: #name, origin: #origin,
            standard: #standard, experimental: #experimental, deprecated: #deprecated,
            cacheable: #cacheable, #(#words,)* takeaways: #takeaways,
        };
    }
}

/// Writes a constant with its reference page. Editors do not set `cfg(doc)`, so they show the
/// short text.
fn constant(status: &Status<'_>) -> impl ToTokens + use<> {
    let Reference { title, page, hover, aliases } = &status.reference;
    let (page, hover) = (format!("\n{page}"), format!("\n{hover}"));
    let constant = format_ident!("{}", status.checked.constant);
    quote! {
        #[doc = #title]
        #[cfg_attr(doc, doc = #page)]
        #[cfg_attr(not(doc), doc = #hover)]
        #(#[doc(alias = #aliases)])*
        pub const #constant: &StatusInfo = &records::#constant;
    }
}

/// Writes a column for each fact that is not in the record.
fn columns(statuses: &[Status<'_>]) -> String {
    let mut columns = Columns { source: HEAD.to_owned(), statuses };
    columns.add("BY_CODE", "&StatusInfo", |status| {
        let constant = format_ident!("{}", status.checked.constant);
        Some(source(quote! { &records::#constant }))
    });
    columns.add("CONSTANT", "&str", |status| Some(source(&status.checked.constant)));

    columns.fact("TITLE", "&str", |facts| Some(source(&facts.title)));
    columns.fact("SPEC", "&str", |facts| Some(source(&facts.spec)));
    columns.fact("OVERVIEW", "&str", |facts| Some(source(&facts.overview)));
    columns.fact("MORE", "&[Link]", |facts| list(&facts.more, link));
    columns.fact("SEE_ALSO", "&[u16]", |facts| list(&facts.see_also, |code| quote! { #code }));
    columns.fact("ALIASES", "&[&str]", |facts| list(&facts.aliases, |alias| quote! { #alias }));
    columns.fact("REFERENCE", "&str", |facts| facts.reference.as_ref().map(source));
    columns.fact("SINCE", "&str", |facts| facts.since.as_ref().map(source));
    columns.fact("HEADERS", "&[Header]", |facts| list(&facts.headers, header));
    columns.fact("NAMES_ELSEWHERE", "&[NameElsewhere]", |facts| list(&facts.constants, name_elsewhere));
    columns.fact("MEANINGS", "&[Meaning]", |facts| list(&facts.meanings, meaning));
    columns.fact("VISITOR", "&str", |facts| facts.visitor.as_ref().map(source));

    columns.takeaways("TAKEAWAYS_MARKDOWN", |text| &text.markdown);
    columns.takeaways("TAKEAWAYS_HTML", |text| &text.html);
    columns.takeaways("TAKEAWAYS_PLAIN", |text| &text.plain);
    columns.information("INFORMATION_MARKDOWN", |text| &text.markdown);
    columns.information("INFORMATION_HTML", |text| &text.html);
    columns.information("INFORMATION_PLAIN", |text| &text.plain);

    let mut source = columns.source;
    names(&mut source, statuses);
    source
}

/// The source of the columns.
struct Columns<'s> {
    source: String,
    statuses: &'s [Status<'s>],
}

impl Columns<'_> {
    /// Writes a column of the given type. A status without a value has no entry.
    fn add(&mut self, name: &str, value_type: &str, value: impl Fn(&Status<'_>) -> Option<String>) {
        let _ = write!(self.source, "\npub(crate) const {name}: &Column<{value_type}> = &column(&[\n");
        for status in self.statuses {
            if let Some(value) = value(status) {
                let code = status.checked.document.facts.code;
                let _ = writeln!(self.source, "    ({code}, {value}),");
            }
        }
        self.source.push_str("]);\n");
    }

    fn fact(&mut self, name: &str, value_type: &str, value: impl Fn(&Facts) -> Option<String>) {
        self.add(name, value_type, |status| value(&status.checked.document.facts));
    }

    fn takeaways(&mut self, name: &str, form: fn(&Text) -> &String) {
        self.add(name, "&[&str]", |status| list(&status.takeaways, form));
    }

    fn information(&mut self, name: &str, form: fn(&Text) -> &String) {
        self.add(name, "&str", |status| Some(source(form(&status.information))));
    }
}

/// Writes the list of all records, and the perfect hash of their names.
fn names(source: &mut String, statuses: &[Status<'_>]) {
    let constants: Vec<_> =
        statuses.iter().map(|status| format_ident!("{}", status.checked.constant)).collect();
    let all = quote! { pub(crate) const ALL: &[&StatusInfo] = &[#(&records::#constants),*]; };

    let mut names = phf_codegen::Map::new();
    let keys: Vec<_> = statuses.iter().map(|status| status.checked.keys()).collect();
    for (keys, constant) in keys.iter().zip(&constants) {
        for key in keys {
            names.entry(key.as_str(), format!("&records::{constant}"));
        }
    }
    let longest = keys.iter().flatten().map(String::len).max().unwrap_or(0);
    let _ = write!(
        source,
        "\n{all}\n\npub(crate) const LONGEST_KEY: usize = {longest};\n\n\
         pub(crate) static NAMES: phf::Map<&'static str, &'static StatusInfo> = {};\n",
        names.build(),
    );
}

fn link(Link { title, from, url }: &Link) -> impl ToTokens + use<> {
    quote! { Link { title: #title, from: #from, url: #url } }
}

fn header(Header { name, requirement, reference, when }: &Header) -> impl ToTokens + use<> {
    let requirement = word("Requirement", &format!("{requirement:?}"));
    let when = option(when.as_ref());
    quote! { Header { name: #name, requirement: #requirement, reference: #reference, when: #when } }
}

fn meaning(Meaning { by, name, overview, url }: &Meaning) -> impl ToTokens + use<> {
    let name = option(name.as_ref());
    quote! { Meaning { by: #by, name: #name, overview: #overview, url: #url } }
}

fn name_elsewhere((library, name): &(String, String)) -> impl ToTokens + use<> {
    quote! { NameElsewhere { library: #library, name: #name } }
}

/// Writes a value as source.
fn source(value: impl ToTokens) -> String {
    value.into_token_stream().to_string()
}

/// Writes a list as source. An empty list needs no entry.
fn list<'i, T, I: ToTokens>(items: &'i [T], item: impl Fn(&'i T) -> I) -> Option<String> {
    let values = items.iter().map(item);
    (!items.is_empty()).then(|| source(quote! { &[#(#values),*] }))
}

/// Writes a variant of a vocabulary as source.
fn word(vocabulary: &str, variant: &str) -> impl ToTokens + use<> {
    let (vocabulary, variant) = (format_ident!("{vocabulary}"), format_ident!("{variant}"));
    quote! { vocab::#vocabulary::#variant }
}

/// Writes `Some(…)` or `None` as source.
fn option(value: Option<impl ToTokens>) -> impl ToTokens {
    value.map_or_else(|| quote! { None }, |value| quote! { Some(#value) })
}
