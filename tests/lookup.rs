//! Every lookup of a status returns the same record, for every number and every name.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ptr;

use http_status_info::{Class, StatusInfo, codes, fallback, iter, status_info, status_info_by_name};

/// Returns the codes in the file names of `data`.
fn documents() -> BTreeSet<u16> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| path.file_stem().unwrap().to_str().unwrap().parse().unwrap()).collect()
}

#[test]
fn every_number_has_the_record_of_its_document_or_none() {
    let documents = documents();
    for code in 0..=u16::MAX {
        let found = status_info(code);
        assert_eq!(found.map(StatusInfo::code), documents.contains(&code).then_some(code));
        assert_eq!(<&StatusInfo>::try_from(code).ok(), found);
        assert_eq!(code.to_string().parse::<&StatusInfo>().ok(), found);
    }
}

#[test]
fn iteration_gives_each_document_once_in_order_of_code() {
    let documents: Vec<u16> = documents().into_iter().collect();
    assert_eq!(iter().map(StatusInfo::code).collect::<Vec<_>>(), documents);
    assert_eq!(iter().len(), documents.len());

    let mut backwards: Vec<u16> = iter().rev().map(StatusInfo::code).collect();
    backwards.reverse();
    assert_eq!(backwards, documents);

    let mut ended = iter();
    ended.by_ref().for_each(drop);
    assert_eq!((ended.next(), ended.next_back(), ended.len()), (None, None, 0));
}

#[test]
fn a_record_has_one_address_however_it_is_reached() {
    for status in iter() {
        assert!(ptr::eq(status_info(status.code()).unwrap(), status));
        assert!(ptr::eq(status_info_by_name(status.name()).unwrap(), status));
        assert!(ptr::eq(status.title().parse::<&StatusInfo>().unwrap(), status));
    }
    assert!(ptr::eq(codes::NOT_FOUND, status_info(404).unwrap()));
    let addresses: HashSet<*const StatusInfo> = iter().map(ptr::from_ref).collect();
    assert_eq!(addresses.len(), iter().len());
}

#[test]
fn every_document_has_a_constant() {
    // Reads the generated list of constants as text, to compare the names.
    let source = include_str!(concat!(env!("OUT_DIR"), "/codes.rs"));
    let constants: BTreeSet<&str> =
        source.split("pub const ").skip(1).map(|rest| rest.split([' ', ':']).next().unwrap()).collect();
    assert_eq!(constants, iter().map(StatusInfo::constant).collect());
}

#[test]
fn names_aliases_and_constants_are_found_however_they_are_written() {
    let camel = |name: &str| -> String {
        name.split([' ', '-', '_']).filter(|word| !word.is_empty()).fold(String::new(), |text, word| {
            let (first, rest) = word.split_at(1);
            text + &first.to_uppercase() + &rest.to_lowercase()
        })
    };
    for status in iter() {
        let names = [status.name(), status.constant()].into_iter().chain(status.aliases().iter().copied());
        for name in names {
            let ways = [
                name.to_owned(),
                name.to_lowercase(),
                name.to_uppercase(),
                name.replace(' ', ""),
                name.replace(' ', "_"),
                name.replace(' ', "-"),
                name.replace(['-', '\''], " "),
                format!("  {name} "),
                camel(name),
            ];
            for way in ways {
                assert_eq!(status_info_by_name(&way), Some(status), "{way}");
            }
        }
    }
}

#[test]
fn a_lookup_of_an_unknown_name_returns_none() {
    let long = "not found ".repeat(100_000);
    for text in ["", " ", "-", "404", "not", "not founds", "nöt found", "not found\u{202E}", "a\0b", &long] {
        assert_eq!(status_info_by_name(text), None, "{text:.20}");
        if text != "404" {
            let error = text.parse::<&StatusInfo>().unwrap_err();
            assert!(error.to_string().len() < 800);
            assert!(!error.to_string().contains(char::is_control));
        }
    }
}

#[test]
fn text_is_parsed_as_a_code_a_name_or_both_that_agree() {
    for status in iter() {
        for text in [status.code().to_string(), status.name().to_owned(), status.title().to_owned()] {
            assert_eq!(text.parse::<&StatusInfo>(), Ok(status));
            assert_eq!(format!("\t{text}\n").parse::<&StatusInfo>(), Ok(status));
        }
    }
    for wrong in ["404 Gone", "Not Found 404", "0404", "+404", "-404", "404.0", "99999999999", "404 ", "4 04"]
    {
        assert_eq!(
            wrong.parse::<&StatusInfo>().ok(),
            (wrong == "404 ").then_some(codes::NOT_FOUND),
            "{wrong}"
        );
    }
}

#[test]
fn an_unknown_code_is_treated_as_the_first_of_its_class() {
    for code in 0..=u16::MAX {
        let expected = if (100..600).contains(&code) { code / 100 * 100 } else { 500 };
        assert_eq!(fallback(code).code(), expected);
        assert_eq!(Class::of(code).is_some(), (100..600).contains(&code));
    }
}

#[test]
fn lookups_and_facts_are_constant_expressions() {
    const TEAPOT: &StatusInfo = status_info(418).unwrap();
    const NONE: Option<&StatusInfo> = status_info(1000);
    const FACTS: (&str, &str, Option<&str>, bool) =
        (TEAPOT.name(), TEAPOT.overview(), TEAPOT.visitor(), TEAPOT.is_standard());
    const HEADERS: usize = codes::METHOD_NOT_ALLOWED.headers().len();
    const FIRST: &str = codes::NOT_FOUND.takeaways().get(0).unwrap().plain();
    static ERRORS: [&StatusInfo; 2] = [codes::NOT_FOUND, fallback(599)];

    assert!(ptr::eq(TEAPOT, codes::IM_A_TEAPOT));
    assert_eq!(NONE, None);
    assert_eq!(FACTS.0, "I'm a teapot");
    assert_eq!(HEADERS, 1);
    assert_eq!(Some(FIRST), codes::NOT_FOUND.takeaways().next().map(|text| text.plain()));
    assert_eq!(ERRORS.map(StatusInfo::code), [404, 500]);
}

#[test]
fn records_compare_and_hash_by_code_and_display_as_their_title() {
    let shuffled: BTreeMap<&StatusInfo, u16> = iter().rev().map(|status| (status, status.code())).collect();
    assert!(shuffled.values().is_sorted());
    assert_eq!(iter().collect::<HashSet<_>>().len(), iter().len());
    for status in iter() {
        assert_eq!(status.to_string(), status.title());
        assert_eq!(format!("{status:_^60}").chars().count(), 60);
        assert_eq!(format!("{status:.3}"), status.code().to_string());
        assert_eq!(format!("{status:?}"), format!("StatusInfo({}, {:?})", status.code(), status.name()));
    }
}

#[cfg(feature = "http")]
#[test]
fn codes_of_the_crate_http_convert_both_ways() {
    use http::StatusCode;
    use http_status_info::StatusCodeExt;

    for code in 100..=999 {
        let theirs = StatusCode::from_u16(code).unwrap();
        assert_eq!(theirs.info(), status_info(code));
        assert_eq!(<&StatusInfo>::try_from(theirs).ok(), status_info(code));
        if let Some(ours) = theirs.info() {
            assert_eq!(StatusCode::from(ours), theirs);
        }
    }
}
