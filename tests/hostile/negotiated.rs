//! Negotiation compared with models of it.

use http_status_info::page::negotiation::{accept, accept_language};
use proptest::prelude::*;
use proptest::sample::select;

use crate::model::{Member, OFFERS, preferred_offer, preferred_tag};

fn written(members: &[Member]) -> String {
    let weight = |weight: u16, style| match (weight, style) {
        (1000, "") => String::new(),
        (1000, style) => format!("{style}1"),
        (weight, style) => format!("{}0.{weight:03}", if style.is_empty() { ";q=" } else { style }),
    };
    let member = |&(head, parameters, q, style): &Member| format!("{head}{parameters}{}", weight(q, style));
    members.iter().map(member).collect::<Vec<_>>().join(", ")
}

fn members(
    heads: &'static [&'static str],
    parameters: &'static [&'static str],
) -> impl Strategy<Value = Vec<Member>> {
    let weight = prop_oneof![select(vec![0, 1, 500, 999, 1000]), 0..=1000_u16];
    let style = select(vec!["", ";q=", " ; Q=", ";\tq="]);
    prop::collection::vec((select(heads), select(parameters), weight, style), 0..10)
}

const TYPES: &[&str] = &[
    "text/html",
    "TEXT/HTML",
    "text/plain",
    "text/css",
    "text/*",
    "*/*",
    "*",
    "image/*",
    "application/*",
    "application/json",
    "application/problem+json",
    "application/ld+json",
    "model/gltf+JSON",
    "application/xhtml+xml",
    "image/svg+xml",
    "application/jsonp",
];
const PARAMETERS: &[&str] = &[
    "",
    "",
    "",
    "",
    ";charset=utf-8",
    "; Charset=\"UTF-8\"",
    ";charset=\"u\\tf-8\"",
    ";level=1",
    ";;",
    ";charset=utf-16",
];

const TAGS: &[&str] = &[
    "en",
    "en-GB",
    "en-US",
    "de",
    "de-AT",
    "pt-BR",
    "pt-PT",
    "zh",
    "zh-Hans",
    "zh-Hant",
    "zh-Hant-HK",
    "zh-TW",
    "id",
    "yi",
    "sr",
    "sr-Latn",
    "sr-Cyrl",
    "nb",
    "he",
    "fr-CA",
    "es-419",
];
const RANGES: &[&str] = &[
    "*",
    "en",
    "EN-gb",
    "en-AU",
    "en-GB-oxendict",
    "de",
    "de-CH-1996",
    "de-at",
    "pt",
    "pt-AO",
    "pt-BR",
    "zh",
    "zh-TW",
    "zh-HK",
    "zh-CN",
    "zh-Hant",
    "zh-Hant-TW",
    "zh-Hans-SG",
    "zh-yue-Hant",
    "zh-cmn-Hans-CN",
    "in",
    "id-ID",
    "ji",
    "yi",
    "id",
    "sr",
    "sr-Latn",
    "sr-Latn-RS",
    "sr-Cyrl",
    "no",
    "nb-NO",
    "iw",
    "he-IL",
    "fr",
    "fr-CA",
    "es",
    "es-MX",
    "i-klingon",
    "x-private",
    "en-x-a",
    "tlh",
];

/// Members that are malformed, whatever stands behind them.
const MALFORMED: &[&str] = &[
    "@",
    "text",
    "text/",
    "/html",
    "text/html/x",
    "text/html;q=2",
    "text/html;q=0.1234",
    "text/html;q=.5",
    "text/html;q",
    "text/html;=x",
    "text/html;q=1;q=1",
    "text/html x",
    "text/html;a=b c",
    "*/html",
    "text/html;a=",
    "\u{e9}",
    "<script>",
    "en_GB",
    "toolongsubtag",
    "1en",
    "en-",
    "-en",
    "en;level=1",
    "en;q=1.001",
    "a@b",
    "\"\"",
    ";q=1",
    "en--GB",
];

proptest! {
    #[test]
    fn accept_agrees_with_a_model(members in members(TYPES, PARAMETERS)) {
        let field = written(&members);
        prop_assert_eq!(accept::preferred(field.as_bytes(), &OFFERS), preferred_offer(&members), "{}", field);
    }

    #[test]
    fn languages_agree_with_a_model(
        members in members(RANGES, &[""]),
        tags in prop::sample::subsequence(TAGS, 1..8).prop_shuffle(),
    ) {
        let field = written(&members);
        let found = accept_language::preferred(field.as_bytes(), &tags);
        prop_assert_eq!(found, preferred_tag(&members, &tags), "{} of {:?}", field, tags);
    }

    /// Malformed members change nothing, wherever they stand.
    #[test]
    fn malformed_members_are_passed_over(
        types in members(TYPES, PARAMETERS),
        ranges in members(RANGES, &[""]),
        malformed in prop::collection::vec((select(MALFORMED), any::<prop::sample::Index>()), 1..8),
    ) {
        let with = |members: &[Member]| {
            let mut all: Vec<_> = members.iter().map(|member| written(&[*member])).collect();
            for (member, place) in &malformed {
                all.insert(place.index(all.len() + 1), (*member).to_owned());
            }
            all.join(",")
        };
        let (types_with, ranges_with) = (with(&types), with(&ranges));
        let found = accept::preferred(types_with.as_bytes(), &OFFERS);
        prop_assert_eq!(found, preferred_offer(&types), "{}", types_with);
        let found = accept_language::preferred(ranges_with.as_bytes(), TAGS);
        prop_assert_eq!(found, preferred_tag(&ranges, TAGS), "{}", ranges_with);
    }

    /// What comes after the first 64 members is not read.
    #[test]
    fn only_the_first_members_count(
        types in members(TYPES, PARAMETERS),
        ranges in members(RANGES, &[""]),
        more_types in members(TYPES, PARAMETERS),
        more_ranges in members(RANGES, &[""]),
    ) {
        let full = |members: &[Member], more: &[Member]| {
            let fill = vec!["@"; 64 - members.len()].join(",");
            [written(members), fill, written(more)].join(",")
        };
        let (accept, languages) = (full(&types, &more_types), full(&ranges, &more_ranges));
        prop_assert_eq!(accept::preferred(accept.as_bytes(), &OFFERS), preferred_offer(&types));
        prop_assert_eq!(accept_language::preferred(languages.as_bytes(), TAGS), preferred_tag(&ranges, TAGS));
    }
}
