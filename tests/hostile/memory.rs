//! Negotiation needs no memory, whatever it reads.

use std::hint::black_box;

use http_status_info::page::{accept, language};

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
