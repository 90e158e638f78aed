//! hyper and a service function, without a framework.

use std::convert::Infallible;

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body_util::Full;
use http_status_info::adapter::tower::ErrorPagesLayer;
use hyper::body::Incoming;
use tower::{Layer, service_fn};

use crate::answer::assert_pages;
use crate::server::{Client, serve};

async fn answer(request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    let (status, content) = match request.uri().path() {
        "/" => (StatusCode::OK, "Hello"),
        "/own" => (StatusCode::NOT_FOUND, "own"),
        _ => (StatusCode::NOT_FOUND, ""),
    };
    let mut response = Response::new(Full::from(content));
    *response.status_mut() = status;
    Ok(response)
}

#[tokio::test]
async fn a_service_hyper_alone_gets_pages_over_http_1_and_http_2() {
    let without = serve(service_fn(answer)).await;
    let with = serve(ErrorPagesLayer::new().layer(service_fn(answer))).await;
    let own_paths = ["/", "/own"];
    assert_pages(&mut Client::http1(without).await, &mut Client::http1(with).await, &own_paths).await;
    assert_pages(&mut Client::http2(without).await, &mut Client::http2(with).await, &own_paths).await;
}
