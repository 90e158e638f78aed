//! Texts that no handler wrote: of a layer that limits the length of requests, of a proxy, and of
//! bodies with a wrong length.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::Router;
use axum::routing::post;
use bytes::Bytes;
use http::{HeaderValue, Request, Response, StatusCode, header};
use http_body::{Body, Frame, SizeHint};
use http_status_info::adapter::tower::ErrorPagesLayer;
use http_status_info::page::{FrameworkTexts, Options};
use tower::{Layer, ServiceExt, service_fn};
use tower_http::limit::RequestBodyLimitLayer;

use crate::expect::{html, own};
use crate::frameworks::axum::driver::read;
use crate::judge::{assert_none, compare};

#[tokio::test]
async fn a_request_that_is_too_large_gets_a_page_if_texts_are_replaced() {
    for (options, expect) in [
        (Options::new(), own(413, "text/plain; charset=utf-8").says("length limit exceeded")),
        (Options::new().framework_texts(FrameworkTexts::Replaced), html(413).lacks("length limit exceeded")),
    ] {
        let app = Router::new()
            .route("/", post(async |_: Bytes| "stored"))
            .layer(RequestBodyLimitLayer::new(4))
            .layer(ErrorPagesLayer::with_options(options));
        let request = Request::post("/").header(header::CONTENT_LENGTH, "10");
        let Ok(response) = app.oneshot(request.body(axum::body::Body::from("ten  bytes")).unwrap()).await;
        assert_none(&compare(&expect, &read(response).await.unwrap()));
    }
}

/// A body that claims a length of five bytes.
#[derive(Clone, Copy)]
enum FiveBytes {
    /// No byte has been received yet, as in a proxy.
    Awaited,
    /// The body never ends.
    Endless,
}

impl Body for FiveBytes {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        match *self {
            Self::Awaited => Poll::Pending,
            Self::Endless => Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(b"again"))))),
        }
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(5)
    }
}

#[tokio::test]
async fn an_incomplete_text_is_neither_awaited_nor_shown() {
    for body in [FiveBytes::Awaited, FiveBytes::Endless] {
        let service = service_fn(move |_: Request<()>| async move {
            let mut response = Response::new(body);
            *response.status_mut() = StatusCode::BAD_GATEWAY;
            response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"));
            Ok::<_, Infallible>(response)
        });
        let layer = ErrorPagesLayer::with_options(Options::new().framework_texts(FrameworkTexts::AsDetail));
        let Ok(response) = layer.layer(service).oneshot(Request::default()).await;
        assert_none(&compare(&html(502).lacks("again"), &read(response).await.unwrap()));
    }
}
