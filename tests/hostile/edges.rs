//! Edge cases of hostile input: of Unicode, of nesting, of codes and names, and of pages that look like
//! a framework's text.

use std::collections::BTreeSet;

use bytes::Bytes;
use http::Method;
use http::header::{self, HeaderName};
use http_body_util::Full;
use http_status_info::codes;
use http_status_info::page::FieldName;
use http_status_info::page::{Audience, ErrorPage, Format, FrameworkTexts, Options, Page, Value, write_html};

use crate::answer::{Case, Form};
use crate::reading::Read;
use crate::values::made_safe;

/// Every character of Unicode.
fn characters() -> String {
    ('\0'..=char::MAX).collect()
}

#[test]
fn every_character_is_safe_in_html_and_text() {
    let all = characters();
    let mut html = String::new();
    write_html(&mut html, &all).unwrap();
    let escapes = [('&', "&amp;"), ('<', "&lt;"), ('>', "&gt;"), ('"', "&quot;"), ('\'', "&#39;")];
    let expected = escapes.iter().fold(made_safe(&all), |text, (from, to)| text.replace(*from, to));
    assert!(html == expected);

    let mut text = String::new();
    let error = ErrorPage::new(codes::CONFLICT).with_detail(all.clone());
    Page::new(&error).write(Format::Text, &mut text).unwrap();
    assert!(text.contains(&made_safe(&all)));
}

/// People read a log in a terminal, line by line.
#[test]
fn a_log_gets_one_line_without_control_characters() {
    let all = characters();
    let page = ErrorPage::new(codes::CONFLICT).with_title(all.clone()).with_detail(all.clone());
    assert!(page.to_string() == format!("409 {0}: {0}", made_safe(&all)));
}

#[test]
fn json_loses_no_character() {
    let all = characters();
    let mut problem = String::new();
    let error = ErrorPage::new(codes::CONFLICT).with_detail(all.clone());
    Page::new(&error).write(Format::Problem, &mut problem).unwrap();
    let Ok(Read::Problem(read)) = Read::of(&problem, Form::Problem) else { panic!("no problem") };
    assert!(read["detail"] == all);
}

#[test]
fn values_nest_as_deep_as_memory_allows() {
    let nested = |depth| (0..depth).fold(Value::from("<"), |value, _| Value::from(vec![value]));
    let mut expected = serde_json::json!("<");
    for _ in 0..100 {
        expected = serde_json::Value::from(vec![expected]);
    }
    assert_eq!(serde_json::from_str::<serde_json::Value>(&nested(100).to_string()).unwrap(), expected);

    let deep = nested(100_000);
    let written = deep.clone().to_string();
    assert_eq!(written.matches('[').count(), 100_000);
    drop(deep);
}

#[test]
fn every_number_survives_a_round_trip() {
    let powers = (-308..=308).map(|exponent| 10_f64.powi(exponent));
    let edges = [0.0, -0.0, 2.0, -1.5, 0.1, f64::MAX, f64::MIN, f64::MIN_POSITIVE, f64::EPSILON];
    for number in powers.chain(edges) {
        let written = Value::from(number).to_string();
        assert!(written.len() < 32, "{written}");
        let read: f64 = serde_json::from_str(&written).expect(&written);
        assert!((read - number).abs() <= number.abs() * f64::EPSILON, "{written}: {read}");
    }
    for none in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(Value::from(none).to_string(), "null");
    }
}

/// The work for each member does not depend on the number of members.
#[test]
fn an_object_has_one_member_for_each_name() {
    const COUNT: usize = 200_000;
    let pairs = (0..2 * COUNT).map(|number| (format!("m{}", number % COUNT), number));
    let written = pairs.collect::<Value<'_>>().to_string();
    let read: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&written).unwrap();
    assert_eq!(read.len(), COUNT);
    assert_eq!(read["m7"], COUNT + 7);
    assert_eq!(Value::from(serde_json::Value::from(read)).to_string().len(), written.len());
}

/// For every code, a problem is valid JSON, and each page has the code unchanged.
#[test]
fn every_code_is_written_unchanged() {
    for code in 0..=u16::MAX {
        let error = ErrorPage::from_code(code);
        let page = Page::new(&error);
        let [mut problem, mut text, mut html] = [const { String::new() }; 3];
        page.write(Format::Problem, &mut problem).unwrap();
        page.write(Format::Text, &mut text).unwrap();
        page.write_fragment(&mut html).unwrap();
        let read: serde_json::Value = serde_json::from_str(&problem).expect(&problem);
        assert_eq!(read["status"], code);
        assert!(
            text.starts_with(&format!("{code} ")) && html.contains(&format!("<b>{code} ")),
            "{text}{html}"
        );
    }
}

/// No name occurs twice. The application's member replaces a member of this crate.
#[test]
fn no_member_name_occurs_twice() {
    let names: BTreeSet<String> = codes_with_members()
        .iter()
        .filter_map(|case| match Read::of(&case.send().content, Form::Problem) {
            Ok(Read::Problem(serde_json::Value::Object(members))) => Some(members),
            _ => None,
        })
        .flat_map(|members| members.into_iter().map(|(name, _)| name))
        .collect();
    assert!(names.len() >= 10, "{names:?}");
    for mut case in codes_with_members() {
        let page = ErrorPage::from_code(case.code);
        case.page = Some(names.iter().fold(page, |page, name| {
            page.with_member(name.clone(), "mine").with_member(name.clone(), "own")
        }));
        let content = case.send().content;
        match Read::of(&content, Form::Problem) {
            Ok(Read::Problem(read)) => {
                assert!(names.iter().all(|name| is_standard(name) || read[name] == "own"), "{content}");
            }
            other => panic!("{other:?}: {content}"),
        }
    }
    let pairs = Value::from_iter([("a", 1), ("b", 2), ("a", 3)]).to_string();
    assert_eq!(pairs, r#"{"a":3,"b":2}"#);
}

fn is_standard(name: &str) -> bool {
    ["type", "title", "status", "detail", "instance"].contains(&name)
}

/// Responses that together have all members of this crate.
fn codes_with_members() -> [Case; 4] {
    let with_field = |code, name: HeaderName, value: &str| {
        let case = Case::of(code).with_response_field(name, value.as_bytes()).unwrap();
        case.in_form(Form::Problem, Audience::Developers)
    };
    [
        with_field(401, header::WWW_AUTHENTICATE, "Basic"),
        with_field(405, header::ALLOW, "GET"),
        with_field(416, header::CONTENT_RANGE, "bytes */5"),
        with_field(503, header::RETRY_AFTER, "5")
            .with_response_field(HeaderName::from_static("x-request-id"), b"1")
            .unwrap(),
    ]
}

/// A masked text stays masked, whatever the request.
#[test]
fn no_request_reveals_a_masked_text() {
    let mut request_fields: Vec<(&str, &str)> = vec![
        ("content-type", "application/grpc"),
        ("content-type", "application/grpc-web+proto"),
        ("sec-fetch-dest", "image"),
        ("hx-request", "true"),
        ("accept", "text/plain"),
        ("accept", "*/*;q=0"),
        ("accept-encoding", "gzip"),
        ("connection", "upgrade"),
        ("upgrade", "websocket"),
        ("te", "trailers"),
        ("range", "bytes=0-"),
        ("if-none-match", "*"),
    ];
    request_fields.extend(FieldName::ALL.iter().map(|field| (field.as_str(), "0")));
    let case = |texts| {
        let mut case = Case::of(500);
        case.options = case.options.framework_texts(texts);
        case.body = Full::new(Bytes::from_static(b"panicked at src/secret.rs"));
        case.with_response_field(header::CONTENT_TYPE, b"text/plain; charset=utf-8").unwrap()
    };
    assert!(case(FrameworkTexts::Untouched).send().content.contains("secret"));
    for (name, value) in request_fields {
        let case = case(FrameworkTexts::Replaced);
        let case = case.with_request_field(HeaderName::from_static(name), value.as_bytes()).unwrap();
        for method in [Method::GET, Method::POST, Method::HEAD] {
            assert!(!case.send_by(&method).content.contains("secret"), "{method}, {name}: {value}");
        }
    }
}

/// An outer layer does not take the plain text page of an inner layer for a text.
#[test]
fn a_page_is_not_taken_for_a_frameworks_text() {
    let mut case = Case::of(409);
    case.options = case.options.framework_texts(FrameworkTexts::AsDetail);
    case.page = Some(ErrorPage::new(codes::CONFLICT).with_detail("This name is taken."));
    let case = case.in_form(Form::Text, Audience::Visitors);
    assert_eq!(case.send_twice(Options::new()).content, case.send().content);
    assert_eq!(case.send_twice(case.options.clone()).content, case.send().content);
}

/// The page of a handler is not lost if an inner layer leaves the response to the outer one.
#[test]
fn the_page_of_a_handler_reaches_the_layer_that_answers() {
    let mut case = Case::of(409);
    case.page = Some(ErrorPage::new(codes::CONFLICT).with_detail("This name is taken."));
    assert!(case.send_twice(Options::new().skip(|_, _| true)).content.contains("This name is taken."));
}
