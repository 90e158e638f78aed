//! Negotiation needs no memory, whatever it reads, and a request that is no error hardly any.

use std::hint::black_box;

use http::{HeaderMap, HeaderValue, header};
use http_status_info::page::{Language, Options, Request, accept, language};

use crate::model::OFFERS;
use crate::values;

const TAGS: [&str; 6] = ["en", "de", "pt-BR", "zh-Hant", "zh-Hans", "ar"];

#[test]
fn negotiation_allocates_nothing() {
    for value in values::short().into_iter().chain(values::long()) {
        let used = allocation_counter::measure(|| {
            black_box(accept::preferred(&value, OFFERS));
            black_box(language::preferred(&value, &TAGS));
        });
        assert_eq!(used.count_total, 0, "{}", value[..value.len().min(99)].escape_ascii());
    }
    // The counter counts.
    assert_eq!(allocation_counter::measure(|| drop(black_box(vec![0]))).count_total, 1);
}

#[test]
fn a_request_is_read_without_memory_but_for_what_few_applications_ask_for() {
    static GERMAN: Language = Language::new("de", &[]);
    let asked = HeaderMap::from_iter([
        (header::ACCEPT, HeaderValue::from_static("text/html")),
        (header::ACCEPT_LANGUAGE, HeaderValue::from_static("de")),
    ]);
    let allocations = |options: &Options| {
        allocation_counter::measure(|| {
            black_box(Request::read(options, "GET", "/", &asked));
        })
        .count_total
    };
    assert_eq!(allocations(&Options::new()), 0);
    assert_eq!(allocations(&Options::new().request_id("x-request-id")), 0);
    assert_eq!(allocations(&Options::new().languages([Language::ENGLISH, &GERMAN])), 1);
}
