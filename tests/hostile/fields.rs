//! Options that get into fields, and maps without room for a field.

use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http_status_info::page::{
    ContentLength, Engine, FieldName, Fields, FieldsMut, Language, Message, Options, Page, Renderer, Response,
};

use crate::answer::Case;
use crate::values;

/// Fields that fail for an invalid value.
struct StrictFields(HeaderMap);

impl Fields for StrictFields {
    type Value = HeaderValue;

    fn lines(&self, name: FieldName) -> impl Iterator<Item = &[u8]> {
        self.0.get_all(name.as_str()).iter().map(HeaderValue::as_bytes)
    }

    fn combined(&self, name: FieldName) -> Option<HeaderValue> {
        self.0.get(name.as_str()).cloned()
    }

    fn get(&self, name: &str) -> Option<HeaderValue> {
        self.0.get(name).cloned()
    }
}

impl FieldsMut for StrictFields {
    fn set(&mut self, name: FieldName, value: &str) {
        assert!(is_value(value), "{}: {value:.99?}", name.as_str());
        self.0.insert(name.as_str(), value.parse().unwrap());
    }

    fn append(&mut self, name: FieldName, value: &str) {
        assert!(is_value(value), "{}: {value:.99?}", name.as_str());
        self.0.append(name.as_str(), value.parse().unwrap());
    }

    fn remove(&mut self, name: FieldName) {
        self.0.remove(name.as_str());
    }
}

fn is_value(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

struct WithPolicy(&'static str);

impl Renderer for WithPolicy {
    fn write(&self, page: &Page<'_>, out: &mut dyn std::fmt::Write) -> std::fmt::Result {
        write!(out, "{}", page.code())
    }

    fn content_security_policy(&self) -> Option<&str> {
        Some(self.0)
    }
}

const MESSAGES: &[Message] = &[Message::new(404, "Not Found", "It is not here.")];

/// Options get into two fields. An invalid value is refused, and the field of the old content does not
/// stay.
#[test]
fn no_invalid_tag_or_policy_gets_into_a_field() {
    let texts =
        values::short().into_iter().chain(values::long()).filter_map(|value| String::from_utf8(value).ok());
    for text in texts.chain(["de".to_owned(), "zh-Hant-TW".to_owned()]) {
        let text: &'static str = text.leak();
        let options = Options::new()
            .renderer(WithPolicy(text))
            .languages([Box::leak(Box::new(Language::new(text, MESSAGES))) as &_]);
        let engine = Engine::new(options);
        let request = engine.request("GET", "/", &HeaderMap::new());
        let mut fields =
            StrictFields(HeaderMap::from_iter([(header::CONTENT_LANGUAGE, HeaderValue::from_static("fr"))]));
        let length = ContentLength::Known(0);
        let response = Response { status: 404, fields: &fields, length, has_no_page: false };
        assert_eq!(engine.select(&request, response).unwrap().write(&mut fields).content, "404");

        let is_subtag =
            |subtag: &str| matches!(subtag.len(), 1..=8) && subtag.chars().all(|c| c.is_ascii_alphanumeric());
        let is_tag = text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.split('-').all(is_subtag);
        let value_of = |name| fields.0.get(name).map(HeaderValue::as_bytes);
        assert_eq!(value_of(header::CONTENT_LANGUAGE), is_tag.then_some(text.as_bytes()), "{text:.99?}");
        let policy = is_value(text).then_some(text.as_bytes());
        assert_eq!(value_of(header::CONTENT_SECURITY_POLICY), policy, "{text:.99?}");
    }
}

/// A response with as many fields as `http` can hold gets a page too.
#[test]
fn a_full_map_of_fields_causes_no_panic() {
    let mut case = Case::of(404);
    for number in 0.. {
        let name = HeaderName::try_from(format!("x-{number}")).unwrap();
        if case.response_fields.try_insert(name, HeaderValue::from_static("")).is_err() {
            break;
        }
    }
    assert!(case.send().content.contains("404"));
}
