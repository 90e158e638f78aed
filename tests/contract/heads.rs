//! Compares what HEAD gets with what GET gets (RFC 9110 §9.3.2).

use super::answer::Answer;
use super::case::{Case, Way};
use super::judge::report;

/// What HEAD cannot be true to.
struct Known {
    /// The name of the row.
    name: &'static str,
    reason: &'static str,
    on: fn(&Way) -> bool,
    /// Which differences come of it, by their start.
    differences: &'static str,
}

const fn known(
    name: &'static str,
    reason: &'static str,
    on: fn(&Way) -> bool,
    differences: &'static str,
) -> Known {
    Known { name, reason, on, differences }
}

const NO_TEXT: &str = "axum strips the text before the layer sees it, so that the length is not known";

/// Where a reason no longer holds, the list is wrong, and the test fails.
const KNOWN: [Known; 10] = [
    known("a stream with no chunk", "axum makes it what a bare error is", Way::is_around, ""),
    known("its detail, as HTML", NO_TEXT, Way::is_around, "GET alone: content-length: "),
    known("its detail, as a problem", NO_TEXT, Way::is_around, "GET alone: content-length: "),
    known("its detail, as text", NO_TEXT, Way::is_around, "GET alone: content-length: "),
    known("its detail, as a fragment", NO_TEXT, Way::is_around, "GET alone: content-length: "),
    known("its detail, of no type", NO_TEXT, Way::is_around, "GET alone: content-length: "),
    known("its detail, of 8 kB", NO_TEXT, Way::is_around, "GET alone: content-length: "),
    known("its detail, that is not UTF-8", NO_TEXT, Way::is_around, "GET alone: content-length: "),
    known("a text that is shown", NO_TEXT, Way::is_around, "GET alone: content-length: "),
    known("its detail, by the application", NO_TEXT, Way::is_around, "GET alone: content-length: "),
];

/// What is wrong with the answers to HEAD.
pub fn judge(cases: &[Case], way: &Way, of_get: &[Answer], of_head: &[Answer]) -> Vec<String> {
    assert_eq!((of_get.len(), of_head.len()), (cases.len(), cases.len()), "not every row was answered");
    let mut faults = Vec::new();
    for ((case, get), head) in cases.iter().zip(of_get).zip(of_head) {
        // Where no server has said a length yet, this is also what is left of a stream that
        // was stripped for HEAD. One of the two has to be taken for the other.
        if way.is_inside() && case.given.is_typed_but_empty() {
            continue;
        }
        let mut found = differences(get, head);
        for known in KNOWN.iter().filter(|known| known.name == case.name && (known.on)(way)) {
            let count = found.len();
            found.retain(|difference| !difference.starts_with(known.differences));
            if found.len() == count {
                found.push(format!("this reason to differ no longer holds: {}", known.reason));
            }
        }
        faults.extend(report(case, way, &found));
    }
    faults
}

/// Each name on the list is that of a row.
pub fn assert_known(cases: &[Case]) {
    for known in &KNOWN {
        assert_eq!(cases.iter().filter(|case| case.name == known.name).count(), 1, "{}", known.name);
    }
}

fn differences(get: &Answer, head: &Answer) -> Vec<String> {
    let mut faults: Vec<String> = [get, head].iter().filter_map(|answer| answer.broken.clone()).collect();
    if get.status != head.status {
        faults.push(format!("HEAD: status {}, GET: {}", head.status, get.status));
    }
    if !head.content.is_empty() {
        faults.push("HEAD got content".to_owned());
    }
    let (of_get, of_head) = (described(get), described(head));
    let alone = |whose: &str, these: &[String], others: &[String]| {
        let alone = these.iter().filter(|line| !others.contains(line));
        alone.map(|line| format!("{whose} alone: {line}")).collect::<Vec<_>>()
    };
    faults.extend(alone("GET", &of_get, &of_head));
    faults.extend(alone("HEAD", &of_head, &of_get));
    faults
}

/// The lines of a header but those about the message on its way.
fn described(answer: &Answer) -> Vec<String> {
    let of_connection = ["connection", "date", "transfer-encoding"];
    let lines = answer.fields.iter().filter(|(name, _)| !of_connection.contains(&name.as_str()));
    lines.map(|(name, value)| format!("{name}: {}", String::from_utf8_lossy(value))).collect()
}
