//! Answers in a pipe.

use http_status_info::{Class, Retry, StatusInfo, iter, status_info, status_info_by_name};
use serde_json::Value;

use super::{answer, output};

/// The codes at the start of the lines.
fn codes(lines: &str) -> Vec<u16> {
    lines.lines().map(|line| line[..3].parse().unwrap()).collect()
}

fn all_codes() -> Vec<u16> {
    iter().map(StatusInfo::code).collect()
}

#[test]
fn every_status_is_found_by_code_by_title_by_name_and_by_status_line() {
    let ways: [fn(&StatusInfo) -> String; 4] = [
        |status| status.code().to_string(),
        |status| status.title().to_owned(),
        |status| status.name().to_lowercase(),
        |status| format!("HTTP/1.1 {} some other phrase", status.code()),
    ];
    for (number, way) in ways.iter().enumerate() {
        let queries: Vec<String> = iter().map(way).collect();
        if number < 3 {
            let mut arguments: Vec<&str> = queries.iter().map(String::as_str).collect();
            arguments.push("--short");
            assert_eq!(codes(&answer(&arguments)), all_codes(), "way {number}");
        } else {
            for (query, status) in queries.iter().zip(iter()) {
                assert_eq!(codes(&answer(&[query, "--short"])), [status.code()], "{query}");
            }
        }
    }
}

#[test]
fn words_need_no_quotes() {
    assert_eq!(codes(&answer(&["too", "many", "requests", "--short"])), [429]);
    assert_eq!(codes(&answer(&["--short", "HTTP/1.1", "404", "Not", "Found"])), [404]);
    assert_eq!(codes(&answer(&["404", "503", "bad", "gateway", "--short"])), [404, 503, 502]);
}

#[test]
fn a_class_has_its_statuses_and_a_sender_those_that_it_gives_a_meaning() {
    for class in Class::ALL {
        let query = format!("{}xx", class.statuses().next().unwrap().code() / 100);
        let expected: Vec<u16> = class.statuses().map(StatusInfo::code).collect();
        assert_eq!(codes(&answer(&[&query, "--short"])), expected, "{query}");
    }
    for (query, sender) in [
        ("nginx", "nginx"),
        ("shopify", "Shopify"),
        ("aws application load balancer", "AWS Application Load Balancer"),
    ] {
        let of_sender =
            |status: &&StatusInfo| status.meanings().iter().any(|meaning| meaning.by().starts_with(sender));
        let expected: Vec<u16> = iter().filter(of_sender).map(StatusInfo::code).collect();
        assert!(!expected.is_empty());
        assert_eq!(codes(&answer(&[query, "--short"])), expected, "{query}");
    }
    let cloudflare = codes(&answer(&["cloudflare", "--short"]));
    assert!([499, 520, 526].iter().all(|code| cloudflare.contains(code)), "{cloudflare:?}");
}

#[test]
fn filters_of_a_list_select_by_their_fact_and_combine() {
    let list = |arguments: &[&str]| codes(&answer(&[&["list", "--short"], arguments].concat()));
    let by_fact = |is: fn(&StatusInfo) -> bool| -> Vec<u16> {
        iter().filter(|status| is(status)).map(StatusInfo::code).collect()
    };
    assert_eq!(list(&[]), all_codes());
    assert_eq!(list(&["--standard"]), by_fact(StatusInfo::is_standard));
    assert_eq!(list(&["--non-standard"]), by_fact(|status| !status.is_standard()));
    assert_eq!(list(&["--cacheable"]), by_fact(|status| status.cacheable() == Some(true)));
    assert_eq!(list(&["--deprecated"]), by_fact(StatusInfo::is_deprecated));
    assert_eq!(list(&["--retry", "never"]), by_fact(|status| status.retry() == Some(Retry::Never)));
    assert_eq!(
        list(&["--class", "4", "--non-standard", "--by", "nginx"]),
        by_fact(|status| {
            let is_of_nginx = status.meanings().iter().any(|meaning| meaning.by() == "nginx");
            status.is_client_error() && !status.is_standard() && is_of_nginx
        })
    );
}

#[test]
fn every_heading_of_every_document_is_a_section() {
    let mut seen = 0;
    for status in iter() {
        let text = status.information().markdown();
        for part in format!("\n{text}").split("\n### ").skip(1) {
            let (heading, body) = part.split_once('\n').unwrap();
            // A name behind a code belongs to the code.
            if status_info_by_name(heading) == Some(status) {
                continue;
            }
            // The general section of this name has the own one in it.
            let expected = if heading == "What to do" {
                body.trim()
            } else {
                &*format!("## {heading}\n\n{}", body.trim())
            };
            let found = answer(&[&status.code().to_string(), heading, "--markdown"]);
            assert!(found.trim_end().ends_with(expected), "{status}, {heading}: {found}");
            seen += 1;
        }
    }
    assert!(seen > 300, "{seen}");
}

#[test]
fn a_section_has_a_word() {
    for (query, begins, holds) in [
        (["404", "mistakes"], "404 Not Found", "Common mistakes"),
        (["429", "headers"], "429 Too Many Requests", "Retry-After: may"),
        (["404", "apart"], "404 Not Found", "410 Gone"),
        (["404", "names"], "404 Not Found", "http.StatusNotFound"),
        (["404", "takeaways"], "404 Not Found", "heuristically cacheable"),
        (["404", "facts"], "404 Not Found", "Heuristically cacheable: yes"),
        (["429", "retry"], "429 Too Many Requests", "with-header"),
        (["499", "meanings"], "499 Client Closed Request", "Envoy"),
        (["499", "nginx"], "499 Client Closed Request", "before the response header"),
        (["404", "links"], "404 Not Found", "developer.mozilla.org"),
        (["404", "visitor"], "404 Not Found", "typing mistake"),
    ] {
        let found = answer(&query);
        assert!(found.starts_with(begins) && found.contains(holds), "{query:?}: {found}");
        let line = answer(&[&query[..], &["--short"]].concat());
        assert!(line.starts_with(begins) && line.lines().count() == 1, "{query:?}: {line}");
    }
}

#[test]
fn the_page_for_a_hurry_begins_with_advice_and_the_other_one_has_everything() {
    for status in iter() {
        let code = status.code().to_string();
        let brief = answer(&[&code]);
        let places: Vec<Option<usize>> = ["What to do\n", "Telling it apart\n", "Takeaways\n"]
            .iter()
            .map(|heading| brief.find(heading))
            .collect();
        let present: Vec<usize> = places.iter().copied().flatten().collect();
        assert!(present.is_sorted() && places[2].is_some(), "{status}: {places:?}");
        let full = answer(&[&code, "--all"]);
        for part in ["Facts\n", "Takeaways\n", "Information\n", "More\n"] {
            assert!(full.contains(part), "{status} has no {part}");
        }
        assert!(status.names_elsewhere().iter().all(|name| full.contains(name.name())), "{status}");
    }
}

#[test]
fn json_is_what_the_library_serializes() {
    let read = |arguments: &[&str]| serde_json::from_str::<Value>(&answer(arguments)).unwrap();
    assert_eq!(read(&["404", "--json"]), serde_json::to_value(status_info(404)).unwrap());
    let all: Vec<&StatusInfo> = iter().collect();
    assert_eq!(read(&["list", "--json"]), serde_json::to_value(&all).unwrap());
    assert_eq!(read(&["404", "503", "--json"])[1]["code"], 503);
    let hits = read(&["search", "rate limit", "--json"]);
    assert_eq!(hits[0]["code"], 429);
    assert_eq!(read(&["404", "mistakes", "--json"])[0]["section"], "Common mistakes");
}

#[test]
fn markdown_holds_the_texts_of_the_document() {
    for status in iter() {
        let page = answer(&[&status.code().to_string(), "--markdown"]);
        assert!(page.contains(status.information().markdown().trim()), "{status}");
        assert!(
            status.takeaways().all(|text| page.contains(text.markdown().lines().next().unwrap())),
            "{status}"
        );
    }
}

#[test]
fn search_finds_the_status_that_is_meant_first_with_a_sentence() {
    for (words, first) in [
        ("rate limit", 429),
        ("rate limits", 429),
        ("RATE LIMIT", 429),
        ("maintenance", 503),
        ("captive portal", 511),
        ("csrf", 419),
        ("moved", 301),
        ("payload too large", 413),
        ("early hints", 103),
    ] {
        let found = answer(&["search", words, "--short"]);
        assert_eq!(codes(&found)[0], first, "{words}: {found}");
        assert!(codes(&found).len() <= 10);
    }
    for status in iter() {
        let name = status.name();
        let found = answer(&["search", name, "--short"]);
        assert!(codes(&found).iter().take(3).any(|code| status == *code), "{name}: {found}");
    }
}

#[test]
fn the_exit_code_says_whether_there_is_an_answer() {
    for (arguments, code, message) in [
        (&["404"][..], 0, ""),
        (&["--help"], 0, ""),
        (&["--version"], 0, ""),
        (&["471"], 1, "A client treats it like 400 Bad Request"),
        (&["471"], 1, "472 "),
        (&["too mny requests"], 1, "429 Too Many Requests"),
        (&["404", "503", "471"], 1, "unknown status `471`"),
        (&["404", "nosuchsection"], 1, "Common mistakes"),
        (&["404", "headers"], 1, "has no section `headers`"),
        (&["search", "xyzzyx"], 1, "xyzzyx"),
        (&["list", "--class", "1", "--non-standard"], 1, "filters"),
        (&[], 2, "Usage"),
        (&["--nosuchoption"], 2, "Usage"),
        (&["404", "--json", "--short"], 2, "cannot be used with"),
        (&["list", "--class", "x"], 2, "invalid value"),
        (&["search"], 2, "required"),
    ] {
        let output = output(arguments);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {error}");
        assert!(error.contains(message), "{arguments:?}: {error}");
        assert_eq!(output.stdout.is_empty(), code != 0, "{arguments:?}");
        assert_eq!(error.is_empty(), code == 0, "{arguments:?}: {error}");
    }
}
