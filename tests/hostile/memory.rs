//! Negotiation and requests need no memory, whatever they say, and answers no more than there
//! is to answer.

use std::convert::Infallible;
use std::hint::black_box;
use std::pin::pin;
use std::task::{Context, Waker};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, header};
use http_body_util::Full;
use http_status_info::StatusInfo;
use http_status_info::adapter::tower::ErrorPagesLayer;
use http_status_info::page::exchange::Request;
use http_status_info::page::{Audience, Language, Options, accept, accept_language};
use tower::{Layer, ServiceExt, service_fn};

use crate::model::OFFERS;
use crate::values;

const TAGS: [&str; 6] = ["en", "de", "pt-BR", "zh-Hant", "zh-Hans", "ar"];

#[test]
fn negotiation_allocates_nothing() {
    for value in values::short().into_iter().chain(values::long()) {
        let used = allocation_counter::measure(|| {
            black_box(accept::preferred(&value, &OFFERS));
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

/// What is kept of answers is bounded by what there is to answer, and not by what clients send:
/// for each code and language, as many kilobytes as the documentation of `adapter` says.
#[test]
fn no_client_fills_the_memory() {
    for (audience, kilobytes) in [(Audience::Visitors, 8), (Audience::Developers, 16)] {
        let service = ErrorPagesLayer::with(Options::new().audience(audience)).layer(service_fn(
            async |request: http::Request<()>| {
                let mut response = http::Response::new(Full::<Bytes>::default());
                let code = request.uri().path().trim_start_matches('/').parse().unwrap();
                *response.status_mut() = http::StatusCode::from_u16(code).unwrap();
                Ok::<_, Infallible>(response)
            },
        ));
        let ask = |code: u16, name: HeaderName, value: &str| {
            let request = http::Request::builder().uri(format!("/{code}")).header(name, value);
            let call = service.clone().oneshot(request.body(()).unwrap());
            assert!(pin!(call).poll(&mut Context::from_waker(Waker::noop())).is_ready());
        };
        let codes =
            || http_status_info::iter().map(StatusInfo::code).filter(|code| (400..=599).contains(code));
        let first = allocation_counter::measure(|| {
            for code in codes() {
                for accept in ["text/html", "application/json", "text/plain"] {
                    ask(code, header::ACCEPT, accept);
                }
                ask(code, HeaderName::from_static("hx-request"), "true");
            }
        });
        let of_each = usize::try_from(first.bytes_current).unwrap() / codes().count();
        println!("{audience:?}: {of_each} bytes for each code");
        assert!((1_024..=kilobytes * 1_024).contains(&of_each), "{audience:?}: {of_each}");
        let later = allocation_counter::measure(|| {
            for number in 0..10_000 {
                let accept = format!("text/html, application/x-{number}, */*;q=0.{}", number % 1000);
                ask(404, header::ACCEPT, &accept);
            }
        });
        assert_eq!(later.bytes_current, 0);
    }
}
