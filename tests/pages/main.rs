//! The error pages of every status: their length, their policy and their formats.
//!
//! One test writes all HTML into the folder `pages` of `CARGO_TARGET_TMPDIR`, for
//! `tests/pages/check.mjs`, which opens it in a browser.

#![cfg(feature = "tower")]

mod answered;
mod languages;
mod problems;
mod samples;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

use answered::{Answered, Line, answer};
use base64ct::{Base64, Encoding};
use flate2::Compression;
use flate2::write::GzEncoder;
use http_status_info::page::{Audience, ErrorPage, Options, STYLE_HASH_SOURCE};
use http_status_info::{StatusInfo, iter};
use serde_json::json;
use sha2::{Digest, Sha256};

const TEXT: Line<'_> = ("accept", "text/plain");
const REQUEST_ID: Line<'_> = ("x-request-id", "018f4a7e-3c2b-7d41-9a55-0c6b1d2e3f40");

/// Iterates over the errors that have a document.
fn statuses() -> impl Iterator<Item = &'static StatusInfo> {
    iter().filter(|status| (400..=599).contains(&status.code()))
}

/// Returns the options of a typical site.
fn site_options() -> Options {
    Options::new().brand("Example Books").contact("help@example.com").request_id(REQUEST_ID.0)
}

fn gzipped(text: &str) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap().len()
}

#[test]
fn pages_for_visitors_have_at_most_2048_bytes_and_1024_gzipped() {
    let mut longest = (0, 0);
    for status in statuses() {
        for (options, fields) in [(Options::new(), [].as_slice()), (site_options(), &[REQUEST_ID])] {
            let page = answer(&options, status.code(), fields, &[], None);
            let (plain, gzip) = (page.content.len(), gzipped(&page.content));
            assert!(plain <= 2_048 && gzip <= 1_024, "{}: {plain} bytes, {gzip} gzipped", status.code());
            longest = (plain.max(longest.0), gzip.max(longest.1));
        }
    }
    println!("at most {} bytes, {} gzipped", longest.0, longest.1);
}

#[test]
fn the_policy_allows_the_style_of_the_page_and_nothing_else() {
    for status in statuses() {
        for audience in [Audience::Visitors, Audience::Developers] {
            let page = answer(&Options::new().audience(audience), status.code(), &[], &[], None);
            let html = &page.content;
            let (before, rest) = html.split_once("<style>").unwrap();
            let (style, after) = rest.split_once("</style>").unwrap();
            let hash = Base64::encode_string(&Sha256::digest(style));
            assert_eq!(STYLE_HASH_SOURCE, format!("'sha256-{hash}'"));
            let policy = format!(
                "default-src 'none'; style-src {STYLE_HASH_SOURCE}; img-src 'self'; base-uri 'none'; \
                 form-action 'none'; frame-ancestors 'self'"
            );
            assert_eq!(page.headers["content-security-policy"], policy);
            for forbidden in ["<style", "<script", "<link", "<base", "http-equiv", " style=", " src="] {
                assert!(!before.contains(forbidden) && !after.contains(forbidden), "{forbidden} in {html}");
            }
        }
    }
}

#[test]
fn texts_have_the_name_and_the_message() {
    for status in statuses() {
        let message = status.visitor().unwrap_or(status.overview());
        let page = answer(&Options::new(), status.code(), &[TEXT], &[], None);
        assert_eq!(page.content, format!("{} {}\n\n{message}\n", status.code(), status.name()));
        assert_eq!(page.headers["content-type"], "text/plain; charset=utf-8");
    }
}

#[test]
fn texts_have_one_line_for_each_thing_and_one_line_break_at_their_end() {
    let options = site_options().audience(Audience::Developers);
    for status in statuses() {
        let page = ErrorPage::from_code(status.code()).with_detail("One\r\ntwo\u{1b}[31m\u{202e}.");
        let fields = [TEXT, REQUEST_ID];
        let page = answer(&options, status.code(), &fields, &[("retry-after", "90")], Some(page)).content;

        let (code, name, id) = (status.code(), status.name(), REQUEST_ID.1);
        let message = status.visitor().unwrap_or(status.overview());
        let takeaways: Vec<_> =
            status.takeaways().map(|takeaway| format!("- {}", takeaway.plain())).collect();
        let mut links = vec![status.spec().to_owned()];
        links.extend(
            status.more().iter().map(|link| format!("{}, {}: {}", link.title(), link.from(), link.url())),
        );
        links.extend(status.see_also().map(|other| format!("{}: {}", other.title(), other.overview())));
        let paragraphs = [
            "Example Books",
            &format!("{code} {name}"),
            message,
            "One  two\u{fffd}[31m\u{fffd}.",
            &format!("Try again in: 90 s\nRequest: {id}"),
            "Contact: help@example.com",
            &takeaways.join("\n"),
            &links.join("\n"),
        ];
        assert_eq!(page, format!("{}\n", paragraphs.join("\n\n")));
        assert!(!page.contains(|c: char| c.is_control() && c != '\n'), "{page:?}");
        assert!(!page.ends_with("\n\n"), "{page:?}");
    }
}

/// The README shows the responses of the bookshop in `examples`.
#[test]
fn the_readme_shows_what_is_sent() {
    let readme = include_str!("../../README.md");
    for accept in ["application/json", "text/plain"] {
        let page = ErrorPage::from_code(404).with_detail("We have no book with the number 7.");
        let sent = answer(&site_options(), 404, &[("accept", accept)], &[], Some(page)).content;
        let shown = format!("$ curl -H 'Accept: {accept}' localhost:3000/books/7\n{}\n", sent.trim_end());
        assert!(readme.contains(&shown), "{shown}");
    }
}

/// Writes every page into a folder, and their statuses and header fields into `pages.json`.
#[test]
fn pages_are_written_for_the_browser() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
    // An earlier run may have left pages of statuses that no longer exist.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let mut listed = Vec::new();
    for sample in samples::all() {
        let Answered { headers, content } = sample.answer();
        let fields: BTreeMap<_, _> =
            headers.iter().map(|(name, value)| (name.as_str(), value.to_str().unwrap())).collect();
        let file = format!("{}.html", sample.name);
        std::fs::write(folder.join(&file), sample.in_application(&content)).unwrap();
        listed.push(json!({
            "file": file, "code": sample.code, "kind": sample.kind.as_str(), "headers": fields,
        }));
    }
    let files: BTreeSet<_> = listed.iter().map(|page| page["file"].as_str()).collect();
    assert_eq!(files.len(), listed.len(), "two pages have one name");
    assert!(listed.len() > statuses().count() * 2);
    let list = serde_json::to_string_pretty(&listed).unwrap();
    std::fs::write(folder.join("pages.json"), list).unwrap();
}
