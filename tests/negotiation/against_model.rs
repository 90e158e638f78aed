//! Compares negotiation with models.

use http_status_info::page::negotiation::{accept, accept_language};
use proptest::prelude::*;
use proptest::sample::select;

use crate::model::{FULL, Member, OFFERS, preferred_offer, preferred_tag, to_field};

fn members(
    heads: &'static [&'static str],
    parameters: &'static [&'static str],
    separators: &'static [&'static str],
) -> impl Strategy<Value = Vec<Member>> {
    let weight = prop_oneof![select(vec![0, 1, 5000, 9999, FULL]), 0..=FULL];
    let style = select(vec!["", ";q=", " ; Q=", ";\tq="]);
    let notation = (weight, style, 0..5_usize, select(separators));
    let member = (select(heads), select(parameters), notation).prop_map(|(head, parameters, notation)| {
        let (weight, style, number, separator) = notation;
        Member { head, parameters, weight, style, number, separator }
    });
    prop::collection::vec(member, 0..10)
}

fn accept_members() -> impl Strategy<Value = Vec<Member>> {
    members(TYPES, PARAMETERS, &[", ", ",", " ,\t,", "; ", ";", " ;; "])
}

fn language_members() -> impl Strategy<Value = Vec<Member>> {
    members(RANGES, &[""], &[", ", ",", " ,\t,"])
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
    "text/markdown",
    "text/x-Markdown",
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
    "no",
    "nn",
    "nn-NO",
    "iw",
    "in",
    "zh-HK",
    "zh-CN",
    "zh-Hant-TW",
    "yue",
    "en_AU",
    "de-CH-1996",
    "sr-Latn-RS",
    "sr-Cyrl-ME",
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
    "nb",
    "nn",
    "nn-NO",
    "no-NO",
    "no-nyn",
    "de_CH",
    "en_US.UTF-8",
    "zh_TW",
    "zh_Hant_HK",
    "pt_BR",
    "cmn-Hant",
    "zh-cmn",
    "yue-HK",
    "sr-RS",
    "sr-Latn-ME",
    "de-Latn-AT",
    "zh-Hant-TW-x-a",
];

/// Malformed members. They stay malformed whatever follows them.
const MALFORMED: &[&str] = &[
    "@",
    "text",
    "text/",
    "/html",
    "text/html/x",
    "text/html;q",
    "text/html;q=",
    "text/html;q=.",
    "text/html;q=..5",
    "text/html;q=-1",
    "text/html;q=1e0",
    "text/html;q=abc",
    "text/html;q=\"0.5\"",
    "en;q=.",
    "en;q=1e0",
    "en;q=\"1\"",
    "en__GB",
    "en_",
    "_en",
    "en.UTF-8",
    "text/html;=x",
    "text/html;q=1;q=1",
    "text/html x",
    "text/html;a=b c",
    "*/html",
    "text/html;a=",
    "\u{e9}",
    "<script>",
    "toolongsubtag",
    "1en",
    "en-",
    "-en",
    "en;level=1",
    "a@b",
    "\"\"",
    ";q=1",
    "en--GB",
];

proptest! {
    #[test]
    fn accept_agrees_with_a_model(members in accept_members()) {
        let field = to_field(&members);
        prop_assert_eq!(accept::preferred(field.as_bytes(), &OFFERS), preferred_offer(&members), "{}", field);
    }

    #[test]
    fn languages_agree_with_a_model(
        members in language_members(),
        tags in prop::sample::subsequence(TAGS, 1..8).prop_shuffle(),
    ) {
        let field = to_field(&members);
        let found = accept_language::preferred(field.as_bytes(), &tags);
        prop_assert_eq!(found, preferred_tag(&members, &tags), "{} of {:?}", field, tags);
    }

    /// Malformed members change nothing, in any place.
    #[test]
    fn malformed_members_are_skipped(
        types in accept_members(),
        ranges in language_members(),
        malformed in prop::collection::vec((select(MALFORMED), any::<prop::sample::Index>()), 1..8),
    ) {
        let with = |members: &[Member]| {
            let mut all: Vec<_> = members.iter().map(|member| to_field(&[*member])).collect();
            for (member, position) in &malformed {
                all.insert(position.index(all.len() + 1), (*member).to_owned());
            }
            all.join(",")
        };
        let (types_with, ranges_with) = (with(&types), with(&ranges));
        let found = accept::preferred(types_with.as_bytes(), &OFFERS);
        prop_assert_eq!(found, preferred_offer(&types), "{}", types_with);
        let found = accept_language::preferred(ranges_with.as_bytes(), TAGS);
        prop_assert_eq!(found, preferred_tag(&ranges, TAGS), "{}", ranges_with);
    }

    /// Members after the first 64 are not read.
    #[test]
    fn only_the_first_members_count(
        types in accept_members(),
        ranges in language_members(),
        more_types in accept_members(),
        more_ranges in language_members(),
    ) {
        let full = |members: &[Member], more: &[Member]| {
            let fill = vec!["@"; 64 - members.len()].join(",");
            [to_field(members), fill, to_field(more)].join(",")
        };
        let (accept, languages) = (full(&types, &more_types), full(&ranges, &more_ranges));
        prop_assert_eq!(accept::preferred(accept.as_bytes(), &OFFERS), preferred_offer(&types));
        prop_assert_eq!(accept_language::preferred(languages.as_bytes(), TAGS), preferred_tag(&ranges, TAGS));
    }
}
