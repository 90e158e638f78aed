//! Names of statuses, of header fields and of constants in other libraries.

use std::collections::{BTreeMap, BTreeSet};

use http_status_info::{StatusInfo, iter, status_info};

use crate::common;
use crate::exchange::exchanges;
use crate::{inline_code, only, prose};

#[test]
fn statuses_are_mentioned_by_code_and_name() {
    let mut found = Vec::new();
    for status in iter() {
        for mention in inline_code(&prose(status)) {
            let Some((code, name)) = mention.split_once(' ') else { continue };
            if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
                continue;
            }
            let named = code.parse().ok().and_then(status_info).map(StatusInfo::name);
            if named != Some(name) {
                found.push((status.code(), mention.to_owned()));
            }
        }
    }
    only(found, &[]);
}

#[test]
fn header_fields_are_spelled_as_their_specifications_do() {
    // The IANA field names that documents mention.
    let names: BTreeMap<String, &str> = include_str!("../data/fields.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|name| (name.to_lowercase(), name))
        .collect();
    let mut found = Vec::new();
    let is_misspelt = |name: &str| names.get(&name.to_lowercase()).is_some_and(|right| *right != name);
    for status in iter() {
        let text = prose(status);
        let names = inline_code(&text).map(|mention| mention.split(':').next().unwrap_or_default());
        let names = names.filter(|name| name.contains('-'));
        let required = status.headers().iter().map(|header| -> &str { header.name() });
        let messages = exchanges(status.information().markdown()).into_iter().flat_map(Result::unwrap);
        let sent: Vec<String> = messages.flat_map(|message| message.fields).map(|(name, _)| name).collect();
        let all = names.chain(required).chain(sent.iter().map(String::as_str));
        let misspelt = all.filter(|name| is_misspelt(name));
        found.extend(misspelt.map(|name| (status.code(), name.to_owned())));
    }
    only(found, &[]);
}

#[test]
fn names_elsewhere_are_exactly_the_constants_of_the_libraries() {
    const PREFIXES: [(&str, &str); 9] = [
        ("Rust http", "StatusCode::"),
        ("Go", "http."),
        ("Python", "HTTPStatus."),
        (".NET", "HttpStatusCode."),
        ("Rails", ""),
        ("Symfony", "Response::"),
        ("Spring", "HttpStatus."),
        ("Apache HttpCore", "HttpStatus."),
        ("axios", "HttpStatusCode."),
    ];
    let table = common::table("constants.csv");
    let columns: BTreeSet<&str> = table[0].keys().map(String::as_str).collect();
    let libraries = PREFIXES.iter().map(|(library, _)| *library);
    assert_eq!(columns, libraries.chain(["code"]).collect());
    let rows: BTreeMap<u16, _> = table.into_iter().map(|row| (row["code"].parse().unwrap(), row)).collect();
    for status in iter() {
        let found: Vec<(&str, String)> =
            status.names_elsewhere().iter().map(|name| (name.library(), name.name().to_owned())).collect();
        let expected: Vec<(&str, String)> = PREFIXES
            .iter()
            .filter_map(|(library, prefix)| {
                let names = rows.get(&status.code())?.get(*library)?;
                let preferred = names.split('|').next()?.trim_end_matches('*');
                (!preferred.is_empty()).then(|| (*library, format!("{prefix}{preferred}")))
            })
            .collect();
        assert_eq!(found, expected, "{status}");
    }
}

#[test]
fn neighbors_are_told_apart_in_each_document() {
    const GROUPS: &[&[u16]] = &[
        &[301, 302, 303, 307, 308],
        &[400, 409, 415, 422],
        &[401, 403, 404, 407, 511],
        &[404, 410],
        &[405, 501],
        &[408, 504, 524],
        &[412, 428],
        &[413, 414, 431, 494],
        &[413, 507],
        &[425, 429, 503],
        &[500, 502, 503, 504],
        &[502, 504, 520, 521, 522, 523, 524, 525, 526],
        &[444, 460, 499],
        &[200, 202, 204, 205],
        &[206, 416],
        &[207, 208],
    ];
    let mut found = Vec::new();
    for group in GROUPS {
        for code in *group {
            let status = status_info(*code).unwrap();
            let text = prose(status);
            for other in group.iter().filter(|other| *other != code) {
                // A mention has code and name, or the code is in a range such as `520` to `526`.
                let title = status_info(*other).unwrap().title();
                let mentioned = inline_code(&text).any(|mention| mention == title)
                    || status.see_also().any(|seen| seen.code() == *other)
                        && text.contains(&other.to_string());
                if !mentioned {
                    found.push((*code, format!("does not mention {other}")));
                }
            }
        }
    }
    only(found, &[]);
}
