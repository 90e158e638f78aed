//! Negotiation and requests need no memory, whatever they say, and answers no more than there
//! is to answer.

use std::convert::Infallible;
use std::hint::black_box;
use std::pin::pin;
use std::task::{Context, Waker};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, header};
use http_body_util::Full;
use http_status_info::adapter::tower::ErrorPagesLayer;
use http_status_info::page::exchange::Request;
use http_status_info::page::{Language, Options, accept, accept_language};

use tower::{Layer, ServiceExt, service_fn};

use crate::model::OFFERS;
use crate::values;

const TAGS: [&str; 6] = ["en", "de", "pt-BR", "zh-Hant", "zh-Hans", "ar"];

#[test]
fn negotiation_allocates_nothing() {
    for value in values::short().into_iter().chain(values::long()) {
        let used = allocation_counter::measure(|| {
            black_box(accept::preferred(&value, OFFERS));
            black_box(accept_language::preferred(&value, &TAGS));
        });
        assert_eq!(used.count_total, 0, "{}", value[..value.len().min(99)].escape_ascii());
    }
    // The counter counts.
    assert_eq!(allocation_counter::measure(|| drop(black_box(vec![0]))).count_total, 1);
}

#[test]
fn a_request_is_read_without_memory() {
    static GERMAN: Language = Language::new("de", &[]);
    let asked = HeaderMap::from_iter([
        (header::ACCEPT, HeaderValue::from_static("text/html")),
        (header::ACCEPT_LANGUAGE, HeaderValue::from_static("de")),
        (HeaderName::from_static("x-request-id"), HeaderValue::from_static("018f4a7e")),
    ]);
    let options = Options::new().request_id("x-request-id").languages([Language::ENGLISH, &GERMAN]);
    for options in [Options::new(), options] {
        let used = allocation_counter::measure(|| {
            black_box(Request::read(&options, "GET", "/", &asked));
        });
        assert_eq!(used.count_total, 0, "{options:?}");
    }
}

/// What is kept of answers is bounded by what there is to answer, and not by what clients send.
#[test]
fn no_client_fills_the_memory() {
    let service = ErrorPagesLayer::new().layer(service_fn(async |_: http::Request<()>| {
        let mut response = http::Response::new(Full::<Bytes>::default());
        *response.status_mut() = http::StatusCode::NOT_FOUND;
        Ok::<_, Infallible>(response)
    }));
    let ask = |accept: &str| {
        let request = http::Request::builder().header(header::ACCEPT, accept).body(()).unwrap();
        pin!(service.clone().oneshot(request)).poll(&mut Context::from_waker(Waker::noop())).is_ready()
    };
    let first = allocation_counter::measure(|| {
        for accept in ["text/html", "application/json", "text/plain"] {
            assert!(ask(accept));
        }
    });
    assert!((1..16_384).contains(&first.bytes_current), "{}", first.bytes_current);
    let later = allocation_counter::measure(|| {
        for number in 0..10_000 {
            assert!(ask(&format!("text/html, application/x-{number}, */*;q=0.{}", number % 1000)));
        }
    });
    assert_eq!(later.bytes_current, 0);
}
