//! Pages with random text, and answers to random fields.

use bytes::Bytes;
use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http_body_util::Full;
use http_status_info::page::FieldName;
use http_status_info::page::{Audience, ErrorPage, FrameworkTexts, Value};
use hyper::body::Body as _;
use proptest::prelude::*;
use proptest::sample::select;

use crate::answer::{Case, Form};
use crate::entries::ID;
use crate::reading::Read;
use crate::values;

/// Random text mixed with hostile values.
fn text() -> impl Strategy<Value = String> {
    let hostile: Vec<String> =
        values::short().into_iter().filter_map(|value| String::from_utf8(value).ok()).collect();
    let piece = prop_oneof![
        select(hostile),
        any::<String>(),
        prop::collection::vec(any::<char>(), 0..8).prop_map(String::from_iter)
    ];
    prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}

/// Random field values: any bytes, hostile values, and usual values.
fn value() -> impl Strategy<Value = HeaderValue> {
    let hostile: Vec<HeaderValue> =
        values::short().iter().filter_map(|value| HeaderValue::from_bytes(value).ok()).collect();
    let plain = [
        "text/html",
        "application/json;q=0.5",
        "*/*",
        "text/plain",
        "de, en;q=0.5",
        "document",
        "image",
        "true",
        "120",
        "0",
        "GET, POST",
        "Basic realm=\"a\"",
        "bytes */5",
        "Accept",
        "*",
        "gzip",
        "chunked",
        "application/grpc",
        "no-store",
    ];
    prop_oneof![
        2 => select(plain.to_vec()).prop_map(HeaderValue::from_static),
        1 => select(hostile),
        1 => prop::collection::vec(prop_oneof![0x20..=0x7e_u8, 0x80..=0xff_u8, Just(b'\t')], 0..60)
            .prop_map(|bytes| HeaderValue::from_bytes(&bytes).unwrap()),
    ]
}

fn fields() -> impl Strategy<Value = HeaderMap> {
    let names =
        FieldName::ALL.iter().map(|field| field.as_str()).chain([ID, "connection", "upgrade", "set-cookie"]);
    let name = select(names.collect::<Vec<_>>()).prop_map(HeaderName::from_static);
    let line = (name, value());
    prop::collection::vec(line, 0..12).prop_map(|lines| {
        lines.into_iter().fold(HeaderMap::new(), |mut fields, (name, value)| {
            fields.append(name, value);
            fields
        })
    })
}

const FRAMEWORK_TEXTS: &[FrameworkTexts] =
    &[FrameworkTexts::Untouched, FrameworkTexts::Replaced, FrameworkTexts::AsDetail];
const AUDIENCES: &[Audience] = &[Audience::Visitors, Audience::Developers];

prop_compose! {
    /// A case with random text in all entry points.
    fn cases()(
        code in 400..600_u16,
        (request_fields, response_fields) in (fields(), fields()),
        texts in prop::collection::vec(text(), 14),
        has_page in any::<bool>(),
        framework in select(FRAMEWORK_TEXTS),
        audience in select(AUDIENCES),
        body in prop_oneof![3 => Just(String::new()), 1 => text()],
        form in select(&Form::ALL[..]),
    ) -> Case {
        let mut texts = texts.into_iter();
        let mut text = || texts.next().unwrap_or_default();
        let mut case = Case::of(code);
        case.options = case.options.framework_texts(framework).audience(audience)
            .default_format(form.format()).brand(text()).home(text()).contact(text()).problem_types(text());
        let path = text();
        let page = ErrorPage::from_code(code).with_title(text()).with_detail(text());
        let page = page.with_instance(text()).with_problem_type(text());
        case.page = has_page.then(|| page.with_member(text(), Value::from_iter([(text(), vec![text()])])));
        case.body = Full::new(Bytes::from(body));
        let case = Case { request_fields, response_fields, ..case };
        case.clone().at(path.as_bytes()).unwrap_or(case)
    }
}

proptest! {
    #[test]
    fn any_text_in_all_places_and_any_fields_make_a_page(case in cases()) {
        let answer = case.send();
        prop_assert_eq!(&case.send(), &answer, "the same case, sent again");
        let is = |name: HeaderName, text: &str| answer.fields.get(name).is_some_and(|value| value == text);
        let has_nosniff = is(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
        let has_type = |form: &Form| is(header::CONTENT_TYPE, form.format().media_type());
        let form = Form::ALL.into_iter().find(has_type);
        let (Some(form), true) = (form, has_nosniff) else {
            // There is no page: the response is unchanged, or its text was removed.
            let length = answer.content.len() as u64;
            prop_assert!(length == 0 || case.body.size_hint().exact() == Some(length));
            return Ok(());
        };
        let form = if answer.content.starts_with("<div") { Form::Fragment } else { form };
        let read = Read::of(&answer.content, form);
        prop_assert!(read.is_ok(), "{:?}: {}", read, answer.content);
        if let (Ok(Read::Problem(read)), Some(page)) = (read, &case.page) {
            prop_assert_eq!(read["detail"].as_str(), page.detail());
            prop_assert_eq!(read["title"].as_str(), page.title());
            prop_assert_eq!(&read["status"], case.code);
        }
        let only_line = |name: HeaderName| {
            let mut lines = answer.fields.get_all(name).into_iter();
            lines.next().filter(|_| lines.next().is_none())
        };
        prop_assert_eq!(only_line(header::CONTENT_LENGTH).unwrap(), &answer.content.len().to_string());
        prop_assert!(only_line(header::CONTENT_TYPE).is_some());
        prop_assert!(!answer.fields.contains_key(header::CONTENT_ENCODING));
        prop_assert!(!answer.fields.contains_key(header::TRANSFER_ENCODING));
        let has_policy = answer.fields.contains_key(header::CONTENT_SECURITY_POLICY);
        prop_assert!(has_policy || form != Form::Page);
    }
}
