//! Real servers: axum's server, hyper without axum, and an upgraded connection.

use std::convert::Infallible;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr};

use ::axum::body::Body;
use ::axum::routing::get;
use ::axum::{Router, ServiceExt};
use bytes::Bytes;
use http::header::{CONNECTION, UPGRADE};
use http::{HeaderValue, Request, Response, StatusCode};
use http_body_util::{Empty, Full};
use http_status_info::adapter::axum;
use http_status_info::adapter::tower::ErrorPagesLayer;
use hyper::body::Incoming;
use hyper::upgrade::Upgraded;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tower::util::option_layer;
use tower::{Layer, Service, service_fn};

use crate::connection::{connect, serve, within_limit};
use crate::expect::{exactly, html, own};
use crate::frameworks::axum::driver::read;
use crate::judge::{assert_none, compare};

#[tokio::test]
async fn a_service_of_hyper_without_axum_gets_pages() {
    let service = service_fn(async |request: Request<Incoming>| {
        let body = if request.uri() == "/own" { Full::from("own") } else { Full::<Bytes>::default() };
        let mut response = Response::new(body);
        *response.status_mut() = StatusCode::NOT_FOUND;
        Ok::<_, Infallible>(response)
    });
    let address = serve(TowerToHyperService::new(ErrorPagesLayer::new().layer(service))).await;
    let mut client = connect(address).await;
    for (path, expect) in [("/", html(404)), ("/own", exactly(404, "own").and_no_other()), ("/", html(404))] {
        let mut request = Request::new(Empty::<Bytes>::new());
        *request.uri_mut() = path.parse().unwrap();
        client.ready().await.unwrap();
        let response = within_limit("a response", client.send_request(request)).await.unwrap();
        assert_none(&compare(&expect, &read(response).await.unwrap()));
    }
}

/// axum's server needs a service with axum's body.
#[tokio::test]
async fn a_server_of_axum_gets_pages_around_its_router() {
    let router = || Router::new().route("/own", get(async || (StatusCode::NOT_FOUND, "own")));
    let pages = axum::ErrorPagesLayer::new;
    let around = serve_axum(pages().layer(router())).await;
    let optional = serve_axum(option_layer(Some(pages())).layer(router())).await;
    for address in [around, optional] {
        let mut client = connect(address).await;
        for (path, expect) in [("/", html(404)), ("/own", own(404, "text/plain; charset=utf-8").says("own"))]
        {
            let mut request = Request::new(Empty::<Bytes>::new());
            *request.uri_mut() = path.parse().unwrap();
            client.ready().await.unwrap();
            let response = within_limit("a response", client.send_request(request)).await.unwrap();
            assert_none(&compare(&expect, &read(response).await.unwrap()));
        }
    }
}

/// Serves with `axum::serve`, until the test ends.
async fn serve_axum<S>(service: S) -> SocketAddr
where
    S: Service<Request<Body>, Response = Response<Body>, Error = Infallible> + Clone + Send + 'static,
    S::Future: Send,
{
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async {
        ::axum::serve(listener, ServiceExt::<Request<Body>>::into_make_service(service)).await
    });
    address
}

/// The TCP connection of an upgraded connection.
fn stream(upgraded: Upgraded) -> TcpStream {
    let parts = upgraded.downcast::<TokioIo<TcpStream>>().unwrap();
    assert!(parts.read_buf.is_empty(), "nothing was sent before the switch was seen");
    parts.io.into_inner()
}

async fn send(stream: &TcpStream, text: &[u8]) {
    stream.writable().await.unwrap();
    assert_eq!(stream.try_write(text).unwrap(), text.len());
}

async fn receive(stream: &TcpStream) -> Vec<u8> {
    let mut received = vec![0; 5];
    loop {
        stream.readable().await.unwrap();
        match stream.try_read(&mut received) {
            Ok(length) => break received[..length].to_vec(),
            // A socket can be reported as readable without being so.
            Err(error) => assert_eq!(error.kind(), ErrorKind::WouldBlock),
        }
    }
}

/// Switches to a protocol that sends back the bytes that it gets.
async fn echo(mut request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    let upgraded = hyper::upgrade::on(&mut request);
    tokio::spawn(async {
        let stream = stream(upgraded.await.unwrap());
        send(&stream, &receive(&stream).await).await;
    });
    let mut response = Response::new(Full::default());
    *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
    response.headers_mut().insert(CONNECTION, HeaderValue::from_static("upgrade"));
    response.headers_mut().insert(UPGRADE, HeaderValue::from_static("echo"));
    Ok(response)
}

#[tokio::test]
async fn a_connection_is_upgraded_through_the_layer() {
    let service = ErrorPagesLayer::new().layer(service_fn(echo));
    let mut client = connect(serve(TowerToHyperService::new(service)).await).await;
    let mut request = Request::new(Empty::<Bytes>::new());
    request.headers_mut().insert(CONNECTION, HeaderValue::from_static("upgrade"));
    request.headers_mut().insert(UPGRADE, HeaderValue::from_static("echo"));
    let response = within_limit("a response", client.send_request(request)).await.unwrap();
    assert_eq!(response.status(), StatusCode::SWITCHING_PROTOCOLS);
    assert_eq!(response.headers()[UPGRADE], "echo");
    assert!(!response.headers().contains_key("vary"));

    let stream = stream(within_limit("the upgrade", hyper::upgrade::on(response)).await.unwrap());
    within_limit("writing", send(&stream, b"hello")).await;
    assert_eq!(within_limit("reading", receive(&stream)).await, b"hello");
}
