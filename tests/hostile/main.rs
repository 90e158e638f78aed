//! Hostile input: hostile values in each place from which text can reach a page. Such places are parts
//! of a request, of a response and of the options.
//!
//! The page must be the same as for a harmless value, with the hostile value escaped in its place, or the
//! same as without a value. Header fields are never split, and no field is added.

#![cfg(feature = "tower")]

mod answer;
mod edges;
mod entries;
mod fields;
mod memory;
mod random;
mod reading;
mod shown;
mod values;
mod wire;

use std::collections::BTreeSet;

use http::header;
use http_status_info::page::Audience;

use answer::{Answer, Case, Form};
use entries::{ENTRIES, Entry};
use reading::Read;
use shown::Shown;

/// Tries values in an entry point, in each form of page. Returns the number of pages.
fn attempt(entry: &Entry, values: &[Vec<u8>], audience: Audience, faults: &mut Vec<String>) -> usize {
    let mut count = 0;
    for form in Form::ALL {
        let without = (entry.base)().in_form(form, audience).send();
        for value in values {
            let Some(case) = (entry.put)((entry.base)(), value) else { continue };
            let case = case.in_form(form, audience);
            let answer = if is_long(value) { case.send() } else { case.send_in_all_setups() };
            let found = [
                compare_fields(entry, &case, &answer, &without),
                compare_content(entry, value, form, audience, &answer, &without),
            ];
            faults.extend(found.into_iter().flatten().map(|fault| {
                let (value, content) =
                    (value.escape_ascii().to_string(), answer.content.escape_debug().to_string());
                format!("{}, {form:?}, {value:.99}: {fault}: {content:.999}", entry.name)
            }));
            count += 1;
        }
    }
    count
}

fn is_long(value: &[u8]) -> bool {
    value.len() > 100_000
}

/// Checks that no field is added, and that only the field of the entry point has the value.
fn compare_fields(entry: &Entry, case: &Case, answer: &Answer, without: &Answer) -> Option<String> {
    let [fields, expected] = [answer, without].map(|answer| {
        let mut fields = answer.fields.clone();
        fields.remove(header::CONTENT_LENGTH);
        entry.field.map(|name| fields.remove(name));
        fields
    });
    let given = entry.field.and_then(|name| Some((name, case.response_fields.get(name)?)));
    if fields != expected {
        return Some(format!("has other fields: {fields:?}"));
    }
    if answer.fields[header::CONTENT_LENGTH] != answer.content.len().to_string() {
        return Some("has another length".to_owned());
    }
    let is_kept = given.is_none_or(|(name, value)| match answer.fields.get(name) {
        Some(found) if name == header::VARY.as_str() => is_merged(value.as_bytes(), found.as_bytes()),
        found => found == Some(value),
    });
    (!is_kept).then(|| "has another field than the application set".to_owned())
}

/// Tells whether a line of `Vary` has each member of the given line that every framework can write, and
/// no further member except those of this crate. More than 64 members become `*`.
fn is_merged(given: &[u8], found: &[u8]) -> bool {
    let names = |line: &[u8]| -> BTreeSet<Vec<u8>> {
        let members = line.split(|byte| *byte == b',').map(<[u8]>::trim_ascii);
        let members =
            members.filter(|member| !member.is_empty() && member.iter().all(|byte| (32..127).contains(byte)));
        members.map(<[u8]>::to_ascii_lowercase).collect()
    };
    let (given, found) = (names(given), names(found));
    let ours = names(b"accept, sec-fetch-dest, hx-request, hx-request-type, hx-boosted");
    let star = BTreeSet::from([b"*".to_vec()]);
    if given.contains(&b"*"[..]) || given.union(&ours).count() > 64 {
        return found == star;
    }
    given.is_subset(&found) && found.difference(&given).all(|name| ours.contains(name))
}

/// Checks that the page reads like the page with a harmless value, or is the page without a value.
fn compare_content(
    entry: &Entry,
    value: &[u8],
    form: Form,
    audience: Audience,
    answer: &Answer,
    without: &Answer,
) -> Option<String> {
    let (true, Shown::Like(harmless, texts)) = (entry.forms.contains(&form), (entry.shown)(value)) else {
        return (answer.content != without.content)
            .then(|| "differs from the page without a value".to_owned());
    };
    let like = (entry.put)((entry.base)(), harmless.as_bytes()).unwrap().in_form(form, audience).send();
    if !like.content.contains(harmless) {
        return Some(format!("does not show {harmless}"));
    }
    let read = if is_long(value) { Read::unparsed } else { Read::of };
    let expected = read(&like.content, form).map(|read| read.with(harmless, &texts));
    match read(&answer.content, form) {
        Err(what) => Some(what),
        found => (found != expected).then(|| "does not read like the page with a harmless value".to_owned()),
    }
}

fn report(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn no_value_is_reflected_unescaped() {
    let (mut faults, values) = (Vec::new(), values::short());
    let mut count = 0;
    for audience in [Audience::Visitors, Audience::Developers] {
        for entry in ENTRIES {
            let pages = attempt(entry, &values, audience, &mut faults);
            assert!(pages > 0, "{}: takes no value", entry.name);
            count += pages;
        }
    }
    report(&faults);
    assert!(count > 35_000, "{count}");
}

#[test]
fn a_megabyte_is_escaped_like_a_character() {
    let (mut faults, values) = (Vec::new(), values::long());
    for entry in ENTRIES {
        // A page with such a value takes long without optimization, so one value is enough for it.
        let is_shown = matches!((entry.shown)(&values[0]), Shown::Like(..));
        let values = if is_shown && entry.name != "detail" { &values[..1] } else { &values };
        attempt(entry, values, Audience::Visitors, &mut faults);
    }
    report(&faults);
}
