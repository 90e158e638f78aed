//! The accessors return the values of the documents. A second YAML reader and a second Markdown
//! renderer read the documents here.

use comrak::{Options, markdown_to_html};
use http_status_info::{Origin, StatusInfo, Text, status_info};
use saphyr::{LoadableYamlNode, Yaml};
use serde_json::{Value, json};

mod common;

/// Converts YAML to JSON, to compare the two.
fn json_of(yaml: &Yaml<'_>) -> Value {
    if let Some(flag) = yaml.as_bool() {
        json!(flag)
    } else if let Some(number) = yaml.as_integer() {
        json!(number)
    } else if let Some(text) = yaml.as_str() {
        json!(text)
    } else if let Some(list) = yaml.as_vec() {
        list.iter().map(json_of).collect()
    } else {
        let mapping = yaml.as_mapping().expect("no other kinds of values");
        mapping.iter().map(|(key, value)| (key.as_str().unwrap().to_owned(), json_of(value))).collect()
    }
}

/// Rebuilds the front matter from the accessors.
fn json_of_accessors(status: &StatusInfo) -> Value {
    let text = |text: Option<&str>| text.map_or(Value::Null, |text| json!(text));
    let without_nulls = |mut object: Value| {
        object.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        object
    };
    let headers: Vec<Value> = status
        .headers()
        .iter()
        .map(|header| {
            without_nulls(json!({
                "name": header.name(),
                "requirement": header.requirement().as_str(),
                "reference": header.reference(),
                "when": text(header.when()),
            }))
        })
        .collect();
    let meanings: Vec<Value> = status
        .meanings()
        .iter()
        .map(|meaning| {
            without_nulls(json!({
                "by": meaning.by(),
                "name": text(meaning.name()),
                "overview": meaning.overview(),
                "url": meaning.url(),
            }))
        })
        .collect();
    let more: Vec<Value> = status
        .more()
        .iter()
        .map(|link| json!({ "title": link.title(), "from": link.from(), "url": link.url() }))
        .collect();
    let constants: serde_json::Map<String, Value> =
        status.names_elsewhere().iter().map(|name| (name.library().to_owned(), json!(name.name()))).collect();
    without_nulls(json!({
        "code": status.code(),
        "name": status.name(),
        "title": status.title(),
        "spec": status.spec(),
        "overview": status.overview(),
        "more": more,
        "seeAlso": status.see_also().map(StatusInfo::code).collect::<Vec<_>>(),
        "standard": status.is_standard(),
        "experimental": status.is_experimental(),
        "deprecated": status.is_deprecated(),
        "constant": status.constant(),
        "aliases": status.aliases(),
        "reference": text(status.reference()),
        "since": text(status.since()),
        "cacheable": status.cacheable(),
        "content": text(status.content().map(http_status_info::Content::as_str)),
        "retry": text(status.retry().map(http_status_info::Retry::as_str)),
        "redirect": text(status.redirect().map(http_status_info::Redirect::as_str)),
        "headers": headers,
        "grpc": text(status.grpc().map(http_status_info::GrpcCode::as_str)),
        "constants": constants,
        "meanings": meanings,
        "visitor": text(status.visitor()),
    }))
}

/// Returns the front matter of a document, with default values for absent keys.
fn front_matter(document: &common::Document, status: &StatusInfo) -> Value {
    let mut read = json_of(&Yaml::load_from_str(&document.front_matter).unwrap()[0]);
    let object = read.as_object_mut().unwrap();
    for list in ["aliases", "headers", "meanings"] {
        object.entry(list).or_insert_with(|| json!([]));
    }
    object.entry("constants").or_insert_with(|| json!({}));
    object.entry("constant").or_insert_with(|| json!(status.name().to_uppercase().replace([' ', '-'], "_")));
    if status.name() == "(Unused)" {
        object["constant"] = json!("UNUSED");
    }
    read
}

#[test]
fn accessors_return_every_key_of_every_front_matter() {
    for document in common::documents() {
        let status = status_info(document.code).unwrap();
        assert_eq!(front_matter(&document, status), json_of_accessors(status), "{status}");
        assert_eq!(status.origin(), Origin::BuiltIn);
    }
}

#[cfg(feature = "serde")]
#[test]
fn serialized_records_have_every_key_of_the_document_and_its_text() {
    for document in common::documents() {
        let status = status_info(document.code).unwrap();
        let mut json = serde_json::to_value(status).unwrap();
        let object = json.as_object_mut().unwrap();

        let takeaways = object.remove("takeaways").unwrap();
        assert_eq!(takeaways.as_array().unwrap().len(), status.takeaways().len());
        for (takeaway, text) in takeaways.as_array().unwrap().iter().zip(status.takeaways()) {
            assert_eq!(takeaway, text.markdown());
        }
        assert_eq!(object.remove("information").unwrap(), document.information.as_str());

        for (list, empty) in [("aliases", json!([])), ("headers", json!([])), ("meanings", json!([]))] {
            object.entry(list).or_insert(empty);
        }
        object.entry("constants").or_insert(json!({}));
        assert_eq!(json, front_matter(&document, status), "{status}");
    }
}

#[test]
fn every_key_of_the_format_is_used() {
    let used: std::collections::BTreeSet<String> = common::documents()
        .iter()
        .flat_map(|document| {
            let read = json_of(&Yaml::load_from_str(&document.front_matter).unwrap()[0]);
            read.as_object().unwrap().keys().cloned().collect::<Vec<_>>()
        })
        .collect();
    let json = json_of_accessors(http_status_info::codes::NOT_FOUND);
    assert_eq!(used, json.as_object().unwrap().keys().cloned().collect());
}

/// Returns every text of a document.
fn texts(status: &StatusInfo) -> impl Iterator<Item = Text> {
    status.takeaways().chain([status.information()])
}

#[test]
fn markdown_is_that_of_the_document_and_nothing_is_dropped() {
    let words = |text: &str| -> Vec<String> {
        let is_marker = |word: &&str| !matches!(*word, "1." | "-" | "*");
        text.split_whitespace().filter(is_marker).map(str::to_owned).collect()
    };
    for document in common::documents() {
        let status = status_info(document.code).unwrap();
        assert_eq!(status.information().markdown(), document.information, "{status}");
        let takeaways: Vec<String> = status.takeaways().flat_map(|text| words(text.markdown())).collect();
        assert_eq!(takeaways, words(&document.takeaways), "{status}");
    }
}

#[test]
fn a_second_renderer_makes_the_same_html_of_the_markdown() {
    // The two escape quotation marks differently and break lines in other places.
    let normal = |html: &str| {
        let html = html.replace("&quot;", "\"").replace('\n', " ");
        let html = html.replace(" <", "<").replace("> ", ">");
        html.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut options = Options::default();
    options.extension.table = true;
    for status in http_status_info::iter() {
        for text in texts(status) {
            let second = markdown_to_html(text.markdown(), &options);
            assert_eq!(normal(text.html()), normal(&second), "{status}");
        }
    }
}

#[test]
fn links_code_and_tables_survive_in_every_form() {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    for status in http_status_info::iter() {
        for text in texts(status) {
            let mut code = false;
            for line in text.markdown().lines().map(str::trim_start) {
                if line.starts_with("```") {
                    code = !code;
                    assert!(text.html().contains("<pre><code class=\"language-"), "{status}: {line}");
                } else if code {
                    assert!(text.plain().contains(line), "{status}: {line}");
                    assert!(text.html().contains(&escaped(line)), "{status}: {line}");
                } else if line.starts_with('|') && !line.starts_with("| -") {
                    for cell in line.trim_matches('|').split('|') {
                        let cell = cell.trim().replace(['`', '*'], "");
                        // Links are checked below.
                        if !cell.contains(['[', '\\']) {
                            assert!(text.plain().contains(&cell), "{status}: {cell}");
                        }
                    }
                }
            }
            for address in text.markdown().split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
                assert!(text.html().contains(&format!("href=\"{address}\"")), "{status}: {address}");
                assert!(text.plain().contains(address), "{status}: {address}");
            }
        }
    }
}

#[test]
fn html_has_no_scripts_and_no_elements_but_those_of_markdown() {
    const ELEMENTS: &[&str] = &[
        "p",
        "a",
        "code",
        "pre",
        "em",
        "strong",
        "ul",
        "ol",
        "li",
        "h3",
        "h4",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "blockquote",
        "br",
        "hr",
    ];
    for status in http_status_info::iter() {
        for text in texts(status) {
            for tag in text.html().split('<').skip(1) {
                let name = tag.trim_start_matches('/').split([' ', '>', '/']).next().unwrap();
                assert!(ELEMENTS.contains(&name), "{status}: <{tag}");
            }
        }
    }
}
