//! The requirements of the layer for services and bodies, which are minimal.

use std::cell::Cell;
use std::convert::Infallible;
use std::fmt;
use std::future::{Ready, ready};
use std::marker::PhantomPinned;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::task::{Context, Poll};
use std::thread;

use axum::body::Body;
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request, Response, StatusCode};
use http_body::Frame;
use http_body_util::{Empty, Full};
use http_status_info::adapter::tower::ErrorPagesLayer;
use http_status_info::page::{FrameworkTexts, Options, Page};
use tower::{Layer, Service, ServiceExt, service_fn};

use crate::answer::Answer;
use crate::expect::{Expect, exactly, html};
use crate::frameworks::axum::driver::read;
use crate::judge::{assert_none, compare};

/// Fails with the differences, unless an answer is as expected.
fn assert_answer(expect: &Expect, answer: &Answer) {
    assert_none(&compare(expect, answer));
}

fn with_status<B>(status: StatusCode, body: B) -> Response<B> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    response
}

async fn bare(_: Request<()>) -> Result<Response<Full<Bytes>>, Infallible> {
    Ok(with_status(StatusCode::NOT_FOUND, Full::default()))
}

async fn own(_: Request<()>) -> Result<Response<Full<Bytes>>, Infallible> {
    Ok(with_status(StatusCode::NOT_FOUND, Full::from("own")))
}

#[tokio::test]
async fn a_body_of_any_type_gets_pages_in_both_forms() {
    let layer = ErrorPagesLayer::new();
    let Ok(page) = layer.layer(service_fn(bare)).oneshot(Request::default()).await;
    assert_answer(&html(404), &read(page).await.unwrap());
    let Ok(kept) = layer.layer(service_fn(own)).oneshot(Request::default()).await;
    assert_answer(&exactly(404, "own").and_no_other(), &read(kept).await.unwrap());

    let layer = layer.same_body();
    let Ok(page): Result<Response<Full<Bytes>>, _> =
        layer.layer(service_fn(bare)).oneshot(Request::default()).await;
    assert_answer(&html(404), &read(page).await.unwrap());
    let Ok(kept) = layer.layer(service_fn(own)).oneshot(Request::default()).await;
    assert_answer(&exactly(404, "own").and_no_other(), &read(kept).await.unwrap());
}

#[tokio::test]
async fn a_renderer_is_called_for_each_response() {
    let written = AtomicUsize::new(0);
    let renderer = move |_: &Page<'_>, out: &mut dyn fmt::Write| {
        write!(out, "page {}", written.fetch_add(1, Ordering::Relaxed))
    };
    let service = ErrorPagesLayer::with_options(Options::new().renderer(renderer)).layer(service_fn(bare));
    for expected in ["page 0", "page 1"] {
        let Ok(page) = service.clone().oneshot(Request::default()).await;
        assert_eq!(read(page).await.unwrap().content, expected.as_bytes());
    }
}

#[tokio::test]
async fn an_id_is_shown_only_to_its_own_visitor() {
    for ids in [[Some("a-1"), None, Some("b-2"), None], [None, Some("a-1"), None, Some("b-2")]] {
        let layer = ErrorPagesLayer::with_options(Options::new().request_id("x-request-id"));
        for id in ids {
            let mut request = Request::default();
            request.headers_mut().extend(id.map(|id| (X_REQUEST_ID, HeaderValue::from_static(id))));
            let Ok(page) = layer.layer(service_fn(bare)).oneshot(request).await;
            let page = read(page).await.unwrap();
            let length = page.content.len().to_string();
            assert_eq!(page.lines("content-length"), [length.as_bytes()]);
            let text = String::from_utf8(page.content).unwrap();
            for other in ["a-1", "b-2"] {
                assert_eq!(text.contains(other), id == Some(other), "{id:?} of {ids:?}");
            }
        }
    }
}

const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

#[test]
fn concurrent_threads_each_get_their_own_page() {
    let service = ErrorPagesLayer::new().layer(service_fn(bare));
    let expected = ["text/html; charset=utf-8", "application/problem+json", "text/plain; charset=utf-8"];
    let start = Barrier::new(expected.len() * 2);
    thread::scope(|scope| {
        for media_type in expected.iter().chain(&expected) {
            let (service, start) = (service.clone(), &start);
            scope.spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
                start.wait();
                for _ in 0..100 {
                    let request = Request::builder().header("accept", *media_type).body(()).unwrap();
                    let Ok(response) = runtime.block_on(service.clone().oneshot(request));
                    assert_eq!(response.headers()["content-type"], media_type);
                }
            });
        }
    });
}

#[derive(Debug, PartialEq)]
struct Broken;

#[tokio::test]
async fn an_error_of_the_service_stays_unchanged() {
    let fails = service_fn(async |_: Request<()>| Err::<Response<Empty<Bytes>>, Broken>(Broken));
    let result = ErrorPagesLayer::new().layer(fails).oneshot(Request::default()).await;
    assert_eq!(result.map(|response| response.status()), Err(Broken));
}

/// A service that is not ready. The layer must report this.
#[derive(Clone)]
struct NotReady;

impl Service<Request<()>> for NotReady {
    type Response = Response<Empty<Bytes>>;
    type Error = Broken;
    type Future = Ready<Result<Self::Response, Broken>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Broken>> {
        Poll::Ready(Err(Broken))
    }

    fn call(&mut self, _: Request<()>) -> Self::Future {
        unreachable!("called without being ready")
    }
}

#[tokio::test]
async fn a_service_that_is_not_ready_is_not_called() {
    let result = ErrorPagesLayer::new().layer(NotReady).oneshot(Request::default()).await;
    assert_eq!(result.map(|response| response.status()), Err(Broken));
}

/// A body that must not be moved, and counts how often it is polled.
struct Watched {
    polls: Arc<AtomicUsize>,
    chunks: Vec<&'static str>,
    _pinned: PhantomPinned,
}

impl http_body::Body for Watched {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let index = self.polls.fetch_add(1, Ordering::Relaxed);
        Poll::Ready(self.chunks.get(index).map(|chunk| Ok(Frame::data(Bytes::from(*chunk)))))
    }
}

#[tokio::test]
async fn a_stream_that_must_not_be_moved_passes_and_is_not_polled_by_the_layer() {
    for texts in [FrameworkTexts::Untouched, FrameworkTexts::Replaced, FrameworkTexts::AsDetail] {
        let polls = Arc::new(AtomicUsize::new(0));
        let body_polls = Arc::clone(&polls);
        let service = service_fn(move |_: Request<()>| {
            let body = Watched {
                polls: Arc::clone(&body_polls),
                chunks: vec!["a ", "stream"],
                _pinned: PhantomPinned,
            };
            let mut response = with_status(StatusCode::BAD_GATEWAY, body);
            response.headers_mut().insert("content-type", "text/plain".parse().unwrap());
            ready(Ok::<_, Infallible>(response))
        });
        let layer = ErrorPagesLayer::with_options(Options::new().framework_texts(texts));
        let Ok(response) = layer.layer(service).oneshot(Request::default()).await;
        assert_eq!(polls.load(Ordering::Relaxed), 0);
        let expect = exactly(502, "a stream").field("content-type", "text/plain").and_no_other();
        assert_answer(&expect, &read(response).await.unwrap());
        assert_eq!(polls.load(Ordering::Relaxed), 3);
    }
}

/// A body that is not `Send` and borrows.
struct Local<'b>(Rc<Cell<&'b str>>);

impl http_body::Body for Local<'_> {
    type Data = Bytes;
    type Error = Rc<Broken>;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Rc<Broken>>>> {
        Poll::Ready(None)
    }

    fn is_end_stream(&self) -> bool {
        self.0.get().is_empty()
    }
}

impl fmt::Debug for Local<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Local")
    }
}

#[tokio::test]
async fn neither_service_nor_future_nor_body_need_be_sendable_or_static() {
    let name = String::new();
    let body = Rc::new(Cell::new(name.as_str()));
    let service = service_fn(|_: Request<Rc<str>>| {
        let body = Local(Rc::clone(&body));
        async { Ok::<_, Rc<Broken>>(with_status(StatusCode::NOT_FOUND, body)) }
    });
    let request = Request::new(Rc::from("content"));
    let response = ErrorPagesLayer::new().layer(service).oneshot(request).await.unwrap();
    assert_answer(&html(404), &read(response).await.unwrap());
}

#[tokio::test]
async fn extensions_and_version_of_a_response_stay() {
    for status in [StatusCode::OK, StatusCode::NOT_FOUND] {
        let service = service_fn(async |_: Request<()>| {
            let mut response = with_status(status, Body::empty());
            response.extensions_mut().insert("mine");
            *response.version_mut() = http::Version::HTTP_2;
            Ok::<_, Infallible>(response)
        });
        let Ok(response) =
            ErrorPagesLayer::new().same_body().layer(service).oneshot(Request::default()).await;
        assert_eq!(response.extensions().get(), Some(&"mine"));
        assert_eq!(response.version(), http::Version::HTTP_2);
        assert_eq!(response.status(), status);
    }
}
