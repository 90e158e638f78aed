//! Properties of negotiation that hold for every field, well-formed or not.

use http_status_info::page::negotiation::{accept, accept_language};
use proptest::prelude::*;

const OFFERS: [&str; 3] = ["text/html;charset=utf-8", "application/problem+json", "text/plain;charset=utf-8"];
const TAGS: [&str; 6] = ["en", "de", "pt-BR", "zh-Hant", "zh-Hans", "ar"];

/// Random joins of well-formed and malformed pieces of fields.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let pieces = [
        "text/html",
        "text/*",
        "*/*",
        "*",
        "application/json",
        "application/ld+json",
        "text/markdown",
        "; text/plain",
        "a/b",
        "/",
        ";",
        ",",
        " ",
        "\t",
        "q=",
        "q=0",
        "q=0.5",
        "q=.9",
        "q=1.5",
        "q=0.8125",
        "q=.",
        "q=1.000",
        "Q=0.001",
        "level=1",
        "=",
        "\"",
        "\"a,b\"",
        "\\",
        "\\\"",
        "en",
        "en-GB",
        "zh-TW",
        "de_CH",
        ".UTF-8",
        "_",
        "nn",
        "x-",
        "-",
        "de;q=0.5",
        "\u{0}",
        "é",
    ];
    let piece = prop_oneof![
        8 => prop::sample::select(pieces.to_vec()).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..4),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_bytes_give_a_valid_index(field in pieces()) {
        prop_assert!(accept::preferred(&field, &OFFERS).is_none_or(|index| index < OFFERS.len()));
        prop_assert!(accept_language::preferred(&field, &TAGS).is_none_or(|index| index < TAGS.len()));
    }

    /// A malformed member is skipped alone.
    #[test]
    fn members_before_a_malformed_one_count(junk in "[^,\"]{0,20}") {
        let junk = format!("text/plain, @{junk}");
        prop_assert_eq!(accept::preferred(junk.as_bytes(), &OFFERS), Some(2));
        let junk = format!("de, @{junk}");
        prop_assert_eq!(accept_language::preferred(junk.as_bytes(), &TAGS), Some(1));
    }

    /// Case and optional white space have no meaning.
    #[test]
    fn case_and_white_space_change_nothing(
        members in prop::collection::vec((0..OFFERS.len(), 0..=1000_u16), 1..6),
    ) {
        let types = ["text/html", "application/json", "text/plain"];
        let member = |(index, weight): &(usize, u16)| {
            let quality = f64::from(*weight) / 1000.0;
            (types[*index], quality)
        };
        let plain: Vec<_> = members.iter().map(member).map(|(kind, q)| format!("{kind};q={q}")).collect();
        let spaced: Vec<_> = members
            .iter()
            .map(member)
            .map(|(kind, q)| format!("{} \t; \tQ={q:.3}", kind.to_uppercase()))
            .collect();
        prop_assert_eq!(
            accept::preferred(plain.join(",").as_bytes(), &OFFERS),
            accept::preferred(spaced.join(" ,\t").as_bytes(), &OFFERS)
        );
    }

    /// The preferred type has the greatest weight, which is not zero.
    #[test]
    fn the_greatest_weight_wins(weights in prop::array::uniform3(0..=1000_u16)) {
        let quality = |weight: u16| f64::from(weight) / 1000.0;
        let [html, problem, text] = weights.map(quality);
        let field = format!("text/plain;q={text}, application/problem+json;q={problem}, text/html;q={html}");
        let best = weights.iter().max().copied().filter(|best| *best > 0);
        let expected = best.and_then(|best| weights.iter().position(|weight| *weight == best));
        prop_assert_eq!(accept::preferred(field.as_bytes(), &OFFERS), expected);
    }
}

#[test]
fn only_the_first_members_count() {
    let junk = "a/b,".repeat(63);
    assert_eq!(accept::preferred(format!("{junk}text/plain").as_bytes(), &OFFERS), Some(2));
    assert_eq!(accept::preferred(format!("{junk}a/b,text/plain").as_bytes(), &OFFERS), None);
    // The ranges are distinct, since only the first of equal ranges counts.
    let junk: Vec<String> = (0..63).map(|number| format!("xa-y{number}")).collect();
    let junk = junk.join(",");
    assert_eq!(accept_language::preferred(format!("{junk},de").as_bytes(), &TAGS), Some(1));
    assert_eq!(accept_language::preferred(format!("{junk},fr,de").as_bytes(), &TAGS), None);
}
