//! Every entry point of hostile values, with the text that a page shows.

use http::header::{self, HeaderName, HeaderValue};
use http_body_util::Full;
use http_status_info::page::{ErrorPage, FrameworkTexts, Language, Message, Options, Value};

use crate::answer::Case;
use crate::answer::Form::{self, Fragment, Page, Problem, Text};
use crate::shown::{Shown, all, contact, home, id, list, nothing, schemes};

/// An entry point of values.
pub struct Entry {
    pub name: &'static str,
    /// The forms of page that can show a value.
    pub forms: &'static [Form],
    /// Puts a value into a case, if the types of the framework allow it.
    pub put: fn(Case, &[u8]) -> Option<Case>,
    /// The text that the page shows for a value.
    pub shown: fn(&[u8]) -> Shown,
    /// The response field that has the value and keeps it.
    pub field: Option<&'static str>,
    /// The case without a value.
    pub base: fn() -> Case,
}

const ALL: &[Form] = &[Page, Fragment, Problem, Text];
const NOT_PROBLEM: &[Form] = &[Page, Fragment, Text];
/// The defaults for a text. The status gets `no-store` anyway, so that a value about one occurrence
/// changes no other field.
const OF_TEXT: Entry =
    Entry { name: "", forms: ALL, put: |_, _| None, shown: all, field: None, base: || Case::of(500) };
const OF_FIELD: Entry = Entry { shown: nothing, ..OF_TEXT };

/// The messages of a language with a hostile tag.
const MESSAGES: &[Message] = &[Message::new(500, "Error", "Something went wrong.")];

fn of_language(case: Case, tag: &[u8]) -> Option<Case> {
    case.language(tag, |tag| Language::new(tag, MESSAGES))
}

/// All entry points.
pub const ENTRIES: &[Entry] = &[
    // The page of a handler.
    Entry { name: "title", put: |case, value| case.page(value, ErrorPage::with_title), ..OF_TEXT },
    Entry { name: "detail", put: |case, value| case.page(value, ErrorPage::with_detail), ..OF_TEXT },
    Entry {
        name: "instance",
        forms: &[Problem],
        put: |case, value| case.page(value, ErrorPage::with_instance),
        ..OF_TEXT
    },
    Entry {
        name: "problem type",
        forms: &[Problem],
        put: |case, value| case.page(value, ErrorPage::with_problem_type),
        ..OF_TEXT
    },
    Entry {
        name: "member name",
        forms: &[Problem],
        put: |case, value| case.page(value, |page, name: String| page.with_member(name, "value")),
        ..OF_TEXT
    },
    Entry {
        name: "member value",
        forms: &[Problem],
        put: |case, value| case.page(value, |page, text: String| page.with_member("given", text)),
        ..OF_TEXT
    },
    Entry {
        name: "nested member",
        forms: &[Problem],
        put: |case, value| {
            case.page(value, |page, text: String| {
                let pairs = [(text.clone(), Value::from(vec![Some(text), None]))];
                page.with_member("given", Value::from_iter(pairs))
            })
        },
        ..OF_TEXT
    },
    #[cfg(feature = "serde_json")]
    Entry {
        name: "member of serde_json",
        forms: &[Problem],
        put: |case, value| {
            case.page(value, |page, text: String| {
                let map = serde_json::Map::from_iter([(text.clone(), vec![text].into())]);
                page.with_member("given", serde_json::Value::Object(map))
            })
        },
        ..OF_TEXT
    },
    // The text of a framework.
    Entry {
        name: "framework's text as detail",
        put: |case, value| Some(framework_text(case, value, FrameworkTexts::AsDetail)),
        shown: |value| if value.len() <= 8_192 { all(value) } else { Shown::Nothing },
        ..OF_TEXT
    },
    Entry {
        name: "framework's text",
        put: |case, value| Some(framework_text(case, value, FrameworkTexts::Replaced)),
        ..OF_FIELD
    },
    // The options of the application.
    Entry {
        name: "brand",
        forms: &[Page, Text],
        put: |case, value| case.option(value, Options::brand),
        ..OF_TEXT
    },
    Entry {
        name: "home",
        forms: &[Page],
        put: |case, value| case.option(value, Options::home),
        shown: home,
        ..OF_TEXT
    },
    Entry {
        name: "contact",
        forms: &[Page, Text],
        put: |case, value| case.option(value, Options::contact),
        shown: contact,
        ..OF_TEXT
    },
    Entry {
        name: "base of problem types",
        forms: &[Problem],
        put: |case, value| case.option(value, Options::problem_types),
        ..OF_TEXT
    },
    Entry {
        name: "name of the field for ids",
        put: |case, value| case.option(value, Options::request_id),
        ..OF_FIELD
    },
    Entry {
        name: "language tag",
        forms: &[Page, Fragment],
        put: of_language,
        base: || of_language(Case::of(500), b"en").unwrap(),
        // A valid tag gets into a field as well. `fields` tests this.
        field: Some("content-language"),
        ..OF_TEXT
    },
    Entry {
        name: "labels",
        forms: NOT_PROBLEM,
        put: |case, value| case.language(value, labels),
        base: with_facts,
        ..OF_TEXT
    },
    Entry {
        name: "message",
        put: |case, value| {
            let message = |text| Language::new("en", vec![Message::new(500, text, text)].leak());
            case.language(value, message)
        },
        ..OF_TEXT
    },
    // The fields of the response.
    Entry {
        name: "Allow",
        put: |case, value| case.with_response_field(header::ALLOW, value),
        shown: |value| list(value.split(|byte| *byte == b',').map(<[u8]>::trim_ascii), str::to_owned),
        field: Some("allow"),
        base: || Case::of(405),
        ..OF_TEXT
    },
    Entry {
        name: "WWW-Authenticate",
        put: |case, value| case.with_response_field(header::WWW_AUTHENTICATE, value),
        shown: schemes,
        field: Some("www-authenticate"),
        base: || Case::of(401),
        ..OF_TEXT
    },
    Entry {
        name: "Retry-After",
        put: |case, value| case.with_response_field(header::RETRY_AFTER, value),
        field: Some("retry-after"),
        base: || Case::of(503),
        ..OF_FIELD
    },
    Entry {
        name: "Proxy-Authenticate",
        put: |case, value| case.with_response_field(header::PROXY_AUTHENTICATE, value),
        field: Some("proxy-authenticate"),
        base: || Case::of(407),
        ..OF_FIELD
    },
    Entry {
        name: "Content-Range",
        put: |case, value| case.with_response_field(header::CONTENT_RANGE, value),
        base: || Case::of(416),
        ..OF_FIELD
    },
    Entry {
        name: "Vary",
        put: |case, value| case.with_response_field(header::VARY, value),
        field: Some("vary"),
        ..OF_FIELD
    },
    Entry {
        name: "Content-Type of the response",
        put: |case, value| case.with_response_field(header::CONTENT_TYPE, value),
        ..OF_FIELD
    },
    Entry {
        name: "Content-Language of the response",
        put: |case, value| case.with_response_field(header::CONTENT_LANGUAGE, value),
        ..OF_FIELD
    },
    Entry {
        name: "id in the response",
        put: |case, value| case.with_response_field(HeaderName::from_static(ID), value),
        shown: id,
        field: Some(ID),
        ..OF_TEXT
    },
    // The request.
    Entry {
        name: "id in the request",
        put: |case, value| case.with_request_field(HeaderName::from_static(ID), value),
        shown: id,
        ..OF_TEXT
    },
    Entry { name: "Accept", put: |case, value| case.with_request_field(header::ACCEPT, value), ..OF_FIELD },
    Entry {
        name: "Accept-Language",
        put: |case, value| case.with_request_field(header::ACCEPT_LANGUAGE, value),
        ..OF_FIELD
    },
    Entry {
        name: "Sec-Fetch-Dest",
        put: |case, value| case.with_request_field(HeaderName::from_static("sec-fetch-dest"), value),
        ..OF_FIELD
    },
    Entry {
        name: "Content-Type of the request",
        put: |case, value| case.with_request_field(header::CONTENT_TYPE, value),
        ..OF_FIELD
    },
    Entry { name: "path", put: Case::at, ..OF_FIELD },
];

/// The field that has the id of a request.
pub const ID: &str = "x-request-id";

fn framework_text(mut case: Case, value: &[u8], texts: FrameworkTexts) -> Case {
    case.response_fields.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    case.options = case.options.framework_texts(texts);
    Case { body: Full::new(value.to_vec().into()), ..case }
}

/// A case whose page has most of the labels.
fn with_facts() -> Case {
    let case = Case::of(405).option(b"/contact", Options::contact);
    let fields = [(header::ALLOW, "GET"), (header::RETRY_AFTER, "120"), (HeaderName::from_static(ID), "1")];
    fields
        .iter()
        .fold(case, |case, (name, value)| case?.with_response_field(name.clone(), value.as_bytes()))
        .unwrap()
}

/// A language whose labels all have the same text.
fn labels(label: &'static str) -> Language {
    Language::new("en", &[])
        .home(label)
        .contact(label)
        .try_again_in(label)
        .methods(label)
        .authentication(label)
        .length(label)
        .request(label)
}
