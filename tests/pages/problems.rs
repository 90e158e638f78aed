//! Checks problems with the JSON Schema of RFC 9457, and reads them with an independent crate.

use http_status_info::page::{self, Audience, ErrorPage, Options};
use http_status_info::{Link, StatusInfo};
use problem_details::ProblemDetails;
use serde_json::{Map, Value, json};

use crate::answered::{Answered, Line, answer};
use crate::{REQUEST_ID, site_options, statuses};

const PROBLEM: Line<'_> = ("accept", "application/problem+json");

/// Makes a problem with everything that an application can set.
fn page_with_members() -> ErrorPage {
    ErrorPage::from_code(400)
        .with_detail("A \"quoted\" <b>detail</b>\n\u{202e}with \\ what has to be escaped \u{1f600}\u{0}")
        .with_instance("/orders/7?full=yes#top")
        .with_problem_type("https://example.com/problems/out-of-credit")
        .with_title("You do not have enough \"credit\"")
        .with_member("balance", 30)
        .with_member("ratio", 0.5)
        .with_member("accounts", vec!["/account/12345", "/account/67890"])
        .with_member("owner", page::Value::from_iter([("name", "Ada"), ("title", "\u{7}")]))
        .with_member("open", true)
        .with_member("note", None::<&str>)
}

/// Calls a function with the problems of each status. For each audience there are three: with
/// default options, with the options of a site, and with members of the application.
fn each_problem(mut check: impl FnMut(&'static StatusInfo, Answered)) {
    let retry = [("retry-after", "120")];
    for status in statuses() {
        let code = status.code();
        for audience in [Audience::Visitors, Audience::Developers] {
            let plain = Options::new().audience(audience);
            let own = site_options().audience(audience).problem_types("https://example.com/problems/");
            check(status, answer(&plain, code, &[PROBLEM], &[], None));
            check(status, answer(&own, code, &[PROBLEM, REQUEST_ID], &retry, None));
            check(status, answer(&own, code, &[PROBLEM, REQUEST_ID], &retry, Some(page_with_members())));
        }
    }
}

fn schema() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(include_str!("../data/problem.schema.json")).unwrap();
    // By default a validator does not check `format` (JSON Schema 2020-12, Validation §7.2).
    jsonschema::draft202012::options().should_validate_formats(true).build(&schema).unwrap()
}

#[test]
fn problems_follow_the_schema_of_rfc_9457() {
    let schema = schema();
    let mut count = 0;
    each_problem(|status, Answered { headers, content }| {
        assert_eq!(headers["content-type"], "application/problem+json");
        let problem = serde_json::from_str(&content).unwrap();
        let faults: Vec<_> = schema.iter_errors(&problem).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{}: {faults:?} in {content}", status.code());
        count += 1;
    });
    assert_eq!(count, statuses().count() * 6);
}

#[test]
fn the_schema_rejects_broken_problems() {
    let schema = schema();
    assert!(schema.is_valid(&json!({"type": "about:blank", "title": "Not Found", "status": 404})));
    for broken in [
        json!([]),
        json!("404"),
        json!({"type": 404}),
        json!({"type": "not a uri reference"}),
        json!({"title": null}),
        json!({"status": "404"}),
        json!({"status": 404.5}),
        json!({"status": 99}),
        json!({"status": 600}),
        json!({"detail": ["a"]}),
        json!({"instance": "/a b"}),
    ] {
        assert!(!schema.is_valid(&broken), "{broken}");
    }
}

/// The crate `problem_details` reads each member back.
#[test]
fn problems_are_read_by_another_crate() {
    let mut count = [0; 4];
    each_problem(|status, Answered { headers, content }| {
        let read: ProblemDetails<Map<String, Value>> = serde_json::from_str(&content).unwrap();
        let code = status.code();
        assert_eq!(read.status.unwrap(), code);

        // The members show which options and members the problem was made with.
        let is_own = read.extensions.contains_key("request_id");
        let has_members = read.detail.is_some();
        let has_notes = read.extensions.contains_key("takeaways");
        for (count, is) in count.iter_mut().zip([true, is_own, has_members, has_notes]) {
            *count += usize::from(is);
        }
        let title = if has_members { "You do not have enough \"credit\"" } else { status.name() };
        assert_eq!(read.title.as_deref(), Some(title));
        let problem_type = match (is_own, has_members) {
            (_, true) => "https://example.com/problems/out-of-credit",
            (true, false) => &format!("https://example.com/problems/{code}"),
            (false, false) => "about:blank",
        };
        assert_eq!(read.r#type.unwrap().to_string(), problem_type);
        let mut expected = Map::new();
        let mut expect = |name: &str, value: Value| expected.insert(name.to_owned(), value);
        if is_own {
            assert_eq!(headers["retry-after"], "120");
            expect("retry_after", json!(120));
            expect("request_id", json!(REQUEST_ID.1));
        }
        if has_members {
            let page = page_with_members();
            assert_eq!(read.detail.as_deref(), page.detail());
            // An `http::Uri` has no fragment.
            assert_eq!(read.instance.unwrap(), "/orders/7?full=yes");
            assert!(content.contains(r#""instance":"/orders/7?full=yes#top","#));
            expect("balance", json!(30));
            expect("ratio", json!(0.5));
            expect("accounts", json!(["/account/12345", "/account/67890"]));
            expect("owner", json!({"name": "Ada", "title": "\u{7}"}));
            expect("open", json!(true));
            expect("note", Value::Null);
        }
        if has_notes {
            expect("takeaways", status.takeaways().map(|takeaway| takeaway.plain()).collect());
            expect("spec", json!(status.spec()));
            let link = |link: &Link| json!({"title": link.title(), "from": link.from(), "url": link.url()});
            expect("more", status.more().iter().map(link).collect());
            expect("see_also", status.see_also().map(StatusInfo::code).collect());
        }
        assert_eq!(read.extensions, expected, "{content}");
    });
    // Of six: four are of a site, two have members, three are for developers.
    assert_eq!(count, [6, 4, 2, 3].map(|of_six| statuses().count() * of_six));
}

#[test]
fn a_member_that_the_application_sets_appears_once() {
    const NAMES: [&str; 6] = ["takeaways", "spec", "more", "see_also", "retry_after", "request_id"];
    let options = site_options().audience(Audience::Developers);
    let page = NAMES.iter().fold(ErrorPage::from_code(400), |page, &name| page.with_member(name, 1));
    for status in statuses() {
        let request_fields = [PROBLEM, REQUEST_ID];
        let problem =
            answer(&options, status.code(), &request_fields, &[("retry-after", "120")], Some(page.clone()))
                .content;
        for name in NAMES {
            assert_eq!(problem.matches(&format!("\"{name}\":")).count(), 1, "{name} in {problem}");
            assert!(
                problem.contains(&format!("\"{name}\":1,")) || problem.contains(&format!("\"{name}\":1}}"))
            );
        }
    }
}
