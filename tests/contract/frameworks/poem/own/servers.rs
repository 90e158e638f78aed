//! Real servers: a handler that panics, a request that is none, and a connection that is upgraded.
//! And what a server would hide.

use http::StatusCode;
use http::header::{CONNECTION, CONTENT_LENGTH, UPGRADE};
use poem::http::Method;
use poem::{Endpoint, EndpointExt, Request, Response, Route};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::pages;
use crate::case::get;
use crate::connection::{ask, connect, within_limit};
use crate::expect::{html, nothing};
use crate::frameworks::axum::driver::message;
use crate::frameworks::poem::driver::serve;
use crate::frameworks::wire::send;
use crate::judge::{assert_none, compare};

/// Of HTTP there is no answer: without `CatchPanic`, the runtime catches it.
#[tokio::test]
async fn a_handler_that_panics_ends_its_connection_and_no_other() {
    let panicking = super::returning(|| -> StatusCode { panic!("the secret of the handler") });
    let address = serve(Route::new().at("/", panicking).with(pages())).await;
    let mut other = connect(address).await;
    let request = |path| message(&get().with("host", "localhost"), path);
    let mut panicking = connect(address).await;
    assert!(ask(&mut panicking, request("/")).await.broken.is_some());
    assert_none(&compare(&html(404), &ask(&mut other, request("/nowhere")).await));
}

/// No middleware is asked: hyper answers what is no request before there is one.
#[tokio::test]
async fn a_malformed_request_is_answered_by_hyper_itself_without_a_page() {
    let address = serve(Route::new().with(pages())).await;
    let answer = send(address, "GET / HTTP/1.1\r\nno field\r\n\r\n").await;
    assert_none(&compare(&nothing(400).and_no_other(), &answer));
}

/// Switches to a protocol that sends back what it gets.
async fn echo(request: Request) -> Response {
    let upgraded = request.take_upgrade().unwrap();
    tokio::spawn(async {
        let mut stream = upgraded.await.unwrap();
        let mut received = [0; 5];
        stream.read_exact(&mut received).await.unwrap();
        stream.write_all(&received).await.unwrap();
        stream.shutdown().await.unwrap();
    });
    Response::builder()
        .status(StatusCode::SWITCHING_PROTOCOLS)
        .header(CONNECTION, "upgrade")
        .header(UPGRADE, "echo")
        .finish()
}

#[tokio::test]
async fn a_connection_is_upgraded_through_the_pages() {
    let address = serve(poem::endpoint::make(echo).with(pages())).await;
    let request = "GET / HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: echo\r\n\r\nhello";
    let answer = within_limit("the echo", send(address, request)).await;
    assert_eq!((answer.status, answer.content.as_slice()), (101, &b"hello"[..]));
    assert!(answer.lines("vary").is_empty());
}

/// hyper sends no content to HEAD, whatever there is.
#[tokio::test]
async fn a_page_to_head_has_no_content_even_without_a_server() {
    let site = Route::new().with(pages());
    let response = site.get_response(Request::builder().method(Method::HEAD).finish()).await;
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    assert_ne!(response.headers()[CONTENT_LENGTH], "0");
    assert!(response.into_body().is_empty());
}
