//! Negotiation and the reading of requests allocate nothing, and no page is kept in memory.

use std::convert::Infallible;
use std::hint::black_box;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, header};
use http_body_util::Full;
use http_status_info::adapter::tower::ErrorPagesLayer;
use http_status_info::page::negotiation::{accept, accept_language};
use http_status_info::page::{Audience, Engine, Language, Options};
use tower::{Layer, ServiceExt, service_fn};

use crate::values;

const OFFERS: [&str; 3] =
    ["text/html; charset=utf-8", "application/problem+json", "text/plain; charset=utf-8"];
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
    // This allocation shows that the counter works.
    assert_eq!(allocation_counter::measure(|| drop(black_box(vec![0]))).count_total, 1);
}

#[test]
fn a_request_is_read_without_an_allocation() {
    static GERMAN: Language = Language::new("de", &[]);
    let fields = HeaderMap::from_iter([
        (header::ACCEPT, HeaderValue::from_static("text/html")),
        (header::ACCEPT_LANGUAGE, HeaderValue::from_static("de")),
        (HeaderName::from_static("x-request-id"), HeaderValue::from_static("018f4a7e")),
    ]);
    let options = Options::new().request_id("x-request-id").languages([Language::ENGLISH, &GERMAN]);
    for options in [Options::new(), options] {
        let engine = Engine::new(options);
        let used = allocation_counter::measure(|| {
            black_box(engine.request("GET", "/", &fields));
        });
        assert_eq!(used.count_total, 0, "{engine:?}");
    }
}

/// The use of memory stays the same from the first request on: no page is kept, whatever clients send.
#[test]
fn no_client_fills_the_memory() {
    for audience in [Audience::Visitors, Audience::Developers] {
        let options = Options::new().audience(audience).fragments(true).request_id("x-request-id");
        let service =
            ErrorPagesLayer::with_options(options).layer(service_fn(async |request: http::Request<()>| {
                let mut response = http::Response::new(Full::<Bytes>::default());
                let code = request.uri().path().trim_start_matches('/').parse().unwrap();
                *response.status_mut() = http::StatusCode::from_u16(code).unwrap();
                Ok::<_, Infallible>(response)
            }));
        let send = |code: u16, name: HeaderName, value: &str| {
            let request = http::Request::builder().uri(format!("/{code}")).header(name, value);
            let call = service.clone().oneshot(request.body(()).unwrap());
            let Poll::Ready(Ok(response)) = pin!(call).poll(&mut Context::from_waker(Waker::noop())) else {
                panic!("the answer for {code} is not ready");
            };
            assert!(response.headers().contains_key(header::VARY));
        };
        let used = allocation_counter::measure(|| {
            for code in 400..=599 {
                for accept in ["text/html", "application/json", "text/plain"] {
                    send(code, header::ACCEPT, accept);
                }
                send(code, HeaderName::from_static("hx-request"), "true");
                send(code, HeaderName::from_static("x-request-id"), &format!("id-{code}"));
                send(code, header::ACCEPT, &format!("text/html, application/x-{code}, */*;q=0.{code}"));
            }
        });
        assert!(used.count_total > 1_200, "{audience:?}: the counter does not work");
        assert_eq!(used.bytes_current, 0, "{audience:?}");
    }
}
