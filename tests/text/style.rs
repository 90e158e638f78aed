//! The sentences of documents: length, spelling, no repetition.

use std::collections::{BTreeMap, BTreeSet};

use http_status_info::{StatusInfo, iter};

use crate::{only, prose, sentences};

#[test]
fn overviews_are_sentences_that_say_what_the_code_means() {
    for status in iter() {
        let overview = status.overview();
        assert!(
            overview.ends_with('.') && !overview.contains(['`', '*']),
            "{status}: not a plain sentence: {overview}"
        );
        for dull in ["indicates that", "status code indicates", "This code", "The HTTP"] {
            assert!(!overview.contains(dull), "{status} contains `{dull}`: {overview}");
        }
    }
    let all: BTreeSet<&str> = iter().map(StatusInfo::overview).collect();
    assert_eq!(all.len(), iter().len(), "two documents have the same overview");
}

#[test]
fn takeaways_are_few_and_their_sentences_short() {
    let mut found = Vec::new();
    for status in iter() {
        if !(2..=8).contains(&status.takeaways().len()) {
            found.push((status.code(), format!("{} takeaways", status.takeaways().len())));
        }
        for takeaway in status.takeaways() {
            for sentence in sentences(takeaway.plain()) {
                let words = sentence.split_whitespace().count();
                if words > 40 {
                    found.push((status.code(), format!("{words} words: {sentence:.40}")));
                }
            }
        }
    }
    only(found, &[]);
}

#[test]
fn spelling_is_that_of_the_united_states_and_punctuation_is_plain() {
    const BRITISH: &[&str] = &[
        "behaviour",
        "favour",
        "honour",
        "colour",
        "neighbour",
        "catalogue",
        "centre",
        "licence",
        "defence",
        "grey",
        "labelled",
        "cancelling",
        "signalled",
        "travelled",
        "modelled",
        "recognise",
        "organise",
        "authorise",
        "authorised",
        "authorisation",
        "initialise",
        "normalise",
        "optimise",
        "serialise",
        "synchronise",
        "unauthorised",
        "whilst",
        "amongst",
        "programme",
        "cheque",
        "judgement",
        "artefact",
        "analyse",
        "summarise",
        "minimise",
        "realise",
        "prioritise",
        "customise",
        "utilise",
        "emphasise",
        "fulfil",
        "enrol",
        "instalment",
        "towards",
        "learnt",
        "spelt",
        "sceptical",
        "ageing",
        "unparseable",
    ];
    let mut found = Vec::new();
    for status in iter() {
        let text = [prose(status), status.overview().to_owned(), status.visitor().unwrap_or("").to_owned()];
        let text = text.join("\n");
        let words = text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
        found.extend(words.filter(|word| BRITISH.contains(&word.as_str())).map(|word| (status.code(), word)));
        let odd = text.chars().filter(|c| "—–“”‘’…\u{a0}".contains(*c));
        found.extend(odd.map(|c| (status.code(), c.to_string())));
        for filler in ["Note that", "note that", "Please note", "simply ", "basically", "It is important to"]
        {
            found.extend(text.contains(filler).then(|| (status.code(), filler.to_owned())));
        }
    }
    only(found, &[]);
}

#[test]
fn no_sentence_is_in_two_documents() {
    let mut owners: BTreeMap<String, u16> = BTreeMap::new();
    let mut found = Vec::new();
    for status in iter() {
        let texts = status.takeaways().chain([status.information()]);
        let plain: Vec<&str> = texts.map(|text| text.plain()).collect();
        for sentence in plain.iter().flat_map(|text| sentences(text)) {
            let words: Vec<&str> = sentence.split_whitespace().collect();
            // Lines of code and cells of tables may repeat. Sentences may not.
            if words.len() < 6 || !sentence.ends_with(['.', '?', '!']) {
                continue;
            }
            if let Some(owner) = owners.insert(sentence.to_lowercase(), status.code()) {
                if owner != status.code() {
                    found.push((status.code(), format!("as in {owner}: {sentence}")));
                }
            }
        }
    }
    only(found, &[]);
}
