//! The rules for what documents say, as far as a machine can check them. An exception
//! has a reason, and one that is no longer needed fails.

use std::collections::{BTreeMap, BTreeSet};

use http_status_info::{Header, Requirement, StatusInfo, iter, status_info};

mod common;
mod exchange;

use exchange::exchanges;

/// Compares what breaks a rule with the exceptions to it: code, what breaks it, reason.
fn only(mut found: Vec<(u16, String)>, exceptions: &[(u16, &str, &str)]) {
    found.sort();
    found.dedup();
    let mut allowed: Vec<_> = exceptions.iter().map(|(code, what, _)| (*code, (*what).to_owned())).collect();
    allowed.sort();
    let broken: Vec<_> = found.iter().filter(|item| !allowed.contains(item)).collect();
    let unneeded: Vec<_> = allowed.iter().filter(|item| !found.contains(item)).collect();
    assert!(
        broken.is_empty() && unneeded.is_empty(),
        "{} broken: {broken:#?}\nexceptions that are not needed: {unneeded:#?}",
        broken.len(),
    );
}

/// All that a document says in sentences: takeaways and information, without code.
fn prose(status: &StatusInfo) -> String {
    let mut in_code = false;
    let texts = status.takeaways().chain([status.information()]);
    let lines = texts.flat_map(|text| text.markdown().lines().chain([""]));
    let lines = lines.filter(|line| {
        let is_fence = line.trim_start().starts_with("```");
        in_code ^= is_fence;
        !in_code && !is_fence
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The inline code in a text.
fn inline_code(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The sentences of a plain text, line by line.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let ends = |line: &'_ str| -> Vec<usize> {
        let ends = line.match_indices(['.', '?', '!', ':', ';']).map(|(at, _)| at + 1);
        ends.filter(|end| line[*end..].starts_with(' ')).chain([line.len()]).collect()
    };
    text.lines().flat_map(move |line| {
        let mut start = 0;
        ends(line).into_iter().map(move |end| line[std::mem::replace(&mut start, end)..end].trim())
    })
}

/// The registered codes that MDN has no page for.
const WITHOUT_MDN: [u16; 3] = [104, 305, 306];

#[test]
fn every_error_has_a_word_for_the_visitor_and_every_code_more_to_read() {
    for status in iter().filter(|status| (400..600).contains(&status.code())) {
        assert!(status.visitor().is_some(), "{status}");
    }
    for row in common::table("registry.csv") {
        let status = status_info(row["code"].parse().unwrap()).unwrap();
        let urls: Vec<&str> = status.more().iter().map(http_status_info::Link::url).collect();
        assert!(urls.contains(&row["spec"].as_str()), "{status} does not link its definition");
    }
    for status in iter().filter(|status| status.is_standard() || status.code() == 418) {
        let mdn =
            format!("https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Status/{}", status.code());
        let has = status.more().iter().any(|link| link.url() == mdn);
        assert_eq!(has, !WITHOUT_MDN.contains(&status.code()), "{status}");
    }
}

#[test]
fn the_word_for_the_visitor_is_short_and_holds_no_jargon() {
    const JARGON: &[&str] = &[
        "server",
        "client",
        "request",
        "response",
        "header",
        "url",
        "uri",
        "cache",
        "http",
        "https",
        "proxy",
        "gateway",
        "session",
        "api",
        "resource",
        "token",
        "cookie",
        "method",
        "protocol",
        "tls",
        "ssl",
        "certificate",
        "dns",
        "timeout",
        "upstream",
        "backend",
        "origin",
        "endpoint",
        "payload",
        "null",
        "authentication",
        "credentials",
        "database",
        "status",
        "code",
        "invalid",
        "illegal",
        "fatal",
        "failed",
    ];
    let mut found = Vec::new();
    for status in iter() {
        let Some(visitor) = status.visitor() else { continue };
        let words = visitor.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
        found.extend(
            words
                .filter(|word| JARGON.contains(&word.as_str()) || word.bytes().any(|b| b.is_ascii_digit()))
                .map(|word| (status.code(), word)),
        );
        if visitor.chars().count() > 180 {
            found.push((status.code(), format!("{} characters", visitor.chars().count())));
        }
    }
    only(found, &[]);
}

#[test]
fn overviews_are_sentences_that_say_what_the_code_means() {
    for status in iter() {
        let overview = status.overview();
        assert!(overview.ends_with('.') && !overview.contains(['`', '*']), "{status}: {overview}");
        for dull in ["indicates that", "status code indicates", "This code", "The HTTP"] {
            assert!(!overview.contains(dull), "{status}: {overview}");
        }
    }
    let all: BTreeSet<&str> = iter().map(StatusInfo::overview).collect();
    assert_eq!(all.len(), iter().len());
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
    let names: BTreeMap<String, &str> = include_str!("data/fields.txt")
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
fn names_elsewhere_are_exactly_those_that_the_libraries_have() {
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
fn every_requirement_is_in_the_takeaway_that_is_said_to_carry_it() {
    let mut of_code: BTreeMap<u16, Vec<String>> = BTreeMap::new();
    let mut found = Vec::new();
    for row in common::table("requirements.csv") {
        let code: u16 = row["code"].parse().unwrap();
        let status = status_info(code).unwrap();
        for column in ["section", "bound", "requirement"] {
            assert!(!row[column].is_empty(), "{row:?}");
        }
        let words: &[&str] = match row["keyword"].as_str() {
            "MUST" => &["must"],
            "MUST NOT" => &["must not", "must never", "must no"],
            "SHOULD" => &["should"],
            "SHOULD NOT" => &["should not", "should never"],
            "MAY" => &["may"],
            "CACHEABLE" | "NOT-CACHEABLE" => &["cache"],
            other => panic!("{code}: keyword {other}"),
        };
        let number: usize = row["takeaway"].parse().unwrap();
        let text = status.takeaways().get(number - 1).map_or("", |text| text.plain()).to_lowercase();
        if !words.iter().any(|word| text.contains(word)) {
            found.push((code, format!("takeaway {number} has no `{}`: {}", words[0], row["requirement"])));
        }
        of_code.entry(code).or_default().push(row["keyword"].clone());
    }
    only(found, &[]);

    // Each code has a row on caching, and it agrees with the front matter.
    for status in iter().filter(|status| status.is_standard() || matches!(status.code(), 306 | 418)) {
        let keywords = of_code.get(&status.code()).map_or(&[][..], Vec::as_slice);
        let says = |keyword: &str| keywords.iter().any(|found| found == keyword);
        let expected = if status.cacheable() == Some(true) { "CACHEABLE" } else { "NOT-CACHEABLE" };
        assert!(says(expected), "{status} has no row {expected}");
        assert!(!(says("CACHEABLE") && says("NOT-CACHEABLE")), "{status}");
    }
}

#[test]
fn strength_words_are_kept_for_requirements() {
    // A takeaway of a registered code that says must or should has a row of the table.
    let rows: BTreeSet<(u16, usize)> = common::table("requirements.csv")
        .iter()
        .map(|row| (row["code"].parse().unwrap(), row["takeaway"].parse().unwrap()))
        .collect();
    let mut found = Vec::new();
    for status in iter().filter(|status| status.is_standard()) {
        for (index, takeaway) in status.takeaways().enumerate() {
            let has =
                |word: &str| takeaway.plain().split(|c: char| !c.is_alphabetic()).any(|found| found == word);
            if (has("must") || has("should")) && !rows.contains(&(status.code(), index + 1)) {
                found.push((status.code(), format!("takeaway {}", index + 1)));
            }
        }
    }
    only(found, &[]);
}

#[test]
fn exchanges_are_well_formed() {
    for status in iter() {
        for exchange in exchanges(status.information().markdown()) {
            if let Err(fault) = exchange {
                panic!("{status}: {fault}");
            }
        }
    }
}

/// Why a code that is only logged has no exchange of its own.
const NEVER_SENT: &str = "only logged: the exchange shows what is sent instead, where anything is";

#[test]
fn every_redirect_and_error_shows_itself_with_the_fields_it_requires() {
    let mut found = Vec::new();
    for status in iter().filter(|status| (300..600).contains(&status.code())) {
        let messages: Vec<_> =
            exchanges(status.information().markdown()).into_iter().flat_map(Result::unwrap).collect();
        let own: Vec<_> = messages.iter().filter(|message| message.status() == Some(status.code())).collect();
        if own.is_empty() {
            found.push((status.code(), "no exchange".to_owned()));
            continue;
        }
        // Fields that depend on something are required where it is so: one at least is shown.
        let required = status.headers().iter().filter(|header| header.requirement() != Requirement::May);
        let (conditional, always): (Vec<&Header>, Vec<&Header>) =
            required.partition(|header| header.when().is_some());
        let shown = |name: &str| own.iter().any(|message| message.field(name).is_some());
        found.extend(
            always
                .iter()
                .filter(|header| !shown(header.name()))
                .map(|header| (status.code(), header.name().to_owned())),
        );
        if !conditional.is_empty() && !conditional.iter().any(|header| shown(header.name())) {
            found.push((status.code(), "no conditional field".to_owned()));
        }
    }
    only(
        found,
        &[
            (444, "no exchange", NEVER_SENT),
            (460, "no exchange", NEVER_SENT),
            (494, "no exchange", NEVER_SENT),
            (495, "no exchange", NEVER_SENT),
            (497, "no exchange", NEVER_SENT),
            (498, "no exchange", "stands in the content of a 200, which the exchange shows"),
        ],
    );
}

#[test]
fn status_lines_have_the_names_of_the_documents() {
    let mut found = Vec::new();
    for status in iter() {
        for message in exchanges(status.information().markdown()).into_iter().flat_map(Result::unwrap) {
            if let Some(code) = message.status() {
                let named = status_info(code).map(StatusInfo::name);
                if named != Some(message.reason()) {
                    found.push((status.code(), message.start_line.clone()));
                }
            }
        }
    }
    only(found, &[]);
}

#[test]
fn lengths_and_dates_in_exchanges_are_right() {
    let mut found = Vec::new();
    for status in iter() {
        for message in exchanges(status.information().markdown()).into_iter().flat_map(Result::unwrap) {
            // The content of a request that waits for 100 may never be sent.
            let waits = message.field("Expect").is_some();
            if let Some(length) = message.field("Content-Length").filter(|_| !waits) {
                let content = message.content.join("\n").len();
                if length.parse() != Ok(content) {
                    found.push((status.code(), format!("Content-Length: {length}, content {content}")));
                }
            }
            for (name, value) in &message.fields {
                if ["Date", "Expires", "Last-Modified", "If-Modified-Since", "Retry-After"]
                    .contains(&name.as_str())
                    && value.ends_with("GMT")
                    && !exchange::is_date(value)
                {
                    found.push((status.code(), format!("{name}: {value}")));
                }
            }
        }
    }
    only(found, &[]);
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
                // By code and name, or as one of a range, `520` to `526`.
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

#[test]
fn no_sentence_stands_in_two_documents() {
    let mut owners: BTreeMap<String, u16> = BTreeMap::new();
    let mut found = Vec::new();
    for status in iter() {
        let texts = status.takeaways().chain([status.information()]);
        let plain: Vec<&str> = texts.map(|text| text.plain()).collect();
        for sentence in plain.iter().flat_map(|text| sentences(text)) {
            let words: Vec<&str> = sentence.split_whitespace().collect();
            // Lines of code and cells of tables come again; sentences do not.
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

#[test]
fn codes_without_a_meaning_of_their_own_say_who_uses_them() {
    for status in iter().filter(|status| !status.is_standard()) {
        assert!(!status.meanings().is_empty(), "{status}");
        for meaning in status.meanings() {
            assert!(meaning.overview().ends_with('.'), "{status}: {}", meaning.by());
        }
    }
}
