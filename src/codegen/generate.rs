//! Generates the source of the tables: data, and the shortest glue.
//!
//! Every value becomes a literal by way of `quote`, so no text of a document can
//! change what the code means. What each table is for stands in `src/tables.rs`,
//! which includes them.

use std::fmt::{Debug, Write};

use quote::{ToTokens, format_ident, quote};

use super::check::Checked;
use super::document::{Facts, Header, Link, Meaning};
use super::render::{Rendered, Text};

/// The generated source files.
#[derive(Debug, PartialEq, Eq)]
pub struct Output {
    /// `records.rs`: a static for each status.
    pub records: String,
    /// `codes.rs`: a public, documented constant for each status.
    pub codes: String,
    /// `columns.rs`: the lookups by code and by name, and a table for each field
    /// that is not in the record.
    pub columns: String,
}

const HEAD: &str = "// Generated from the status documents: change those instead.\n";

/// Generates the tables. The documents come in order of code.
pub fn generate(statuses: &[Rendered<'_>]) -> Output {
    let checked: Vec<_> = statuses.iter().map(|rendered| rendered.status).collect();
    Output { records: items(&checked, record), codes: items(&checked, constant), columns: columns(statuses) }
}

/// One item for each status, below the path of its document.
fn items<T: ToTokens>(statuses: &[&Checked], item: impl Fn(&Checked) -> T) -> String {
    let mut source = HEAD.to_owned();
    for status in statuses {
        let _ = write!(source, "\n// {}\n{}\n", status.document.path, item(status).to_token_stream());
    }
    source
}

/// What every program that looks a status up by its code links: short facts only.
fn record(status: &Checked) -> impl ToTokens + use<> {
    let Checked { document, constant } = status;
    let Facts { code, name, standard, experimental, deprecated, .. } = &document.facts;
    let constant = format_ident!("{constant}");
    let origin = word("Origin", document.origin);
    let cacheable = option(document.facts.cacheable);
    let content = option(document.facts.content.map(|value| word("Content", value)));
    let retry = option(document.facts.retry.map(|value| word("Retry", value)));
    let redirect = option(document.facts.redirect.map(|value| word("Redirect", value)));
    let grpc = option(document.facts.grpc.map(|value| word("GrpcCode", value)));
    // The parser allows a hundred.
    let takeaways = u8::try_from(document.sections.takeaways.len()).unwrap_or(u8::MAX);
    quote! {
        pub(crate) static #constant: StatusInfo = StatusInfo {
            code: #code, name: #name, origin: #origin,
            standard: #standard, experimental: #experimental, deprecated: #deprecated,
            cacheable: #cacheable, content: #content, retry: #retry, redirect: #redirect,
            grpc: #grpc, takeaways: #takeaways,
        };
    }
}

fn constant(status: &Checked) -> impl ToTokens + use<> {
    let Checked { document, constant } = status;
    let Facts { title, overview, spec, reference, .. } = &document.facts;
    let mut doc = format!("{title}: {overview}\n\n");
    for takeaway in &document.sections.takeaways {
        let _ = writeln!(doc, "- {}", takeaway.replace('\n', "\n  "));
    }
    let _ = write!(doc, "\n[{}]({spec})", reference.as_deref().unwrap_or("Specification"));
    let constant = format_ident!("{constant}");
    quote! {
        #[doc = #doc]
        pub const #constant: &StatusInfo = &records::#constant;
    }
}

fn columns(statuses: &[Rendered<'_>]) -> String {
    let mut columns = Columns { source: HEAD.to_owned(), statuses };
    columns.add("BY_CODE", "&StatusInfo", |rendered| {
        let constant = format_ident!("{}", rendered.status.constant);
        Some(source(quote! { &records::#constant }))
    });
    columns.add("CONSTANT", "&str", |rendered| Some(source(&rendered.status.constant)));

    columns.fact("TITLE", "&str", |facts| Some(source(&facts.title)));
    columns.fact("SPEC", "&str", |facts| Some(source(&facts.spec)));
    columns.fact("OVERVIEW", "&str", |facts| Some(source(&facts.overview)));
    columns.fact("LINKS", "&[Link]", |facts| list(&facts.more, link));
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

/// The tables by code, as they are being written.
struct Columns<'s> {
    source: String,
    statuses: &'s [Rendered<'s>],
}

impl Columns<'_> {
    /// One table, of a value for each status that has it.
    fn add(&mut self, name: &str, holds: &str, value: impl Fn(&Rendered<'_>) -> Option<String>) {
        let _ = write!(
            self.source,
            "\npub(crate) const {name}: &Column<{holds}> = &{{\n    let mut column: Column<{holds}> = [None; SPAN];\n"
        );
        for status in self.statuses {
            if let Some(value) = value(status) {
                let code = status.status.document.facts.code;
                let _ = writeln!(self.source, "    column[{code} - FIRST] = Some({value});");
            }
        }
        self.source.push_str("    column\n};\n");
    }

    fn fact(&mut self, name: &str, holds: &str, value: impl Fn(&Facts) -> Option<String>) {
        self.add(name, holds, |rendered| value(&rendered.status.document.facts));
    }

    fn takeaways(&mut self, name: &str, form: fn(&Text) -> &String) {
        self.add(name, "&[&str]", |rendered| list(&rendered.takeaways, form));
    }

    fn information(&mut self, name: &str, form: fn(&Text) -> &String) {
        self.add(name, "&str", |rendered| Some(source(form(&rendered.information))));
    }
}

/// The list of all records and the perfect hash of their names.
fn names(source: &mut String, statuses: &[Rendered<'_>]) {
    let constants: Vec<_> =
        statuses.iter().map(|rendered| format_ident!("{}", rendered.status.constant)).collect();
    let all = quote! { pub(crate) const ALL: &[&StatusInfo] = &[#(&records::#constants),*]; };

    let mut names = phf_codegen::Map::new();
    let keys: Vec<_> = statuses.iter().map(|rendered| rendered.status.keys()).collect();
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
    let requirement = word("Requirement", requirement);
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

/// A value as source.
fn source(value: impl ToTokens) -> String {
    value.into_token_stream().to_string()
}

/// A list as source; an empty one needs no entry.
fn list<'i, T, I: ToTokens>(items: &'i [T], item: impl Fn(&'i T) -> I) -> Option<String> {
    let values = items.iter().map(item);
    (!items.is_empty()).then(|| source(quote! { &[#(#values),*] }))
}

/// A value of a vocabulary as source; its variants have the names that `Debug` shows.
fn word(vocabulary: &str, value: impl Debug) -> impl ToTokens {
    let (vocabulary, variant) = (format_ident!("{vocabulary}"), format_ident!("{value:?}"));
    quote! { #vocabulary::#variant }
}

/// `Some(…)` or `None` as source.
fn option(value: Option<impl ToTokens>) -> impl ToTokens {
    value.map_or_else(|| quote! { None }, |value| quote! { Some(#value) })
}
