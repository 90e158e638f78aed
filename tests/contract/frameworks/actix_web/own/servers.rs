//! Real servers: a handler that panics, and a malformed request.

use actix_web::{App, HttpResponse, web};
use http_status_info::adapter::actix_web::ErrorPages;

use super::{Running, Site, pages};
use crate::case::get;
use crate::connection::{ask, connect};
use crate::expect::{html, no_answer, nothing};
use crate::frameworks::axum::driver::message;
use crate::frameworks::wire::send;
use crate::judge::{assert_none, compare};

/// There is no response: actix-web does not catch panics, but its runtime does.
#[tokio::test]
async fn a_handler_that_panics_ends_its_connection_and_no_other() {
    let site: Site = site!(
        App::new()
            .wrap(pages())
            .route("/", web::get().to(async || -> HttpResponse { panic!("the secret of the handler") }))
    );
    let running = Running::start([site]);
    let address = running.address(site);
    let mut other = connect(address).await;
    let request = |path| message(&get().with("host", "localhost"), path);
    let mut panicking = connect(address).await;
    let connection_closed = no_answer("connection closed before message completed");
    assert_none(&compare(&connection_closed, &ask(&mut panicking, request("/")).await));
    assert_none(&compare(&html(404), &ask(&mut other, request("/nowhere")).await));
    running.stop().await;
}

/// actix-web answers a malformed request before it calls any middleware.
#[tokio::test]
async fn a_malformed_request_is_answered_by_actix_web_itself_without_a_page() {
    let site: Site = site!(App::new().wrap(ErrorPages::new()));
    let running = Running::start([site]);
    let answer = send(running.address(site), "GET / HTTP/1.1\r\nno field\r\n\r\n").await;
    assert_none(&compare(&nothing(400).and_no_other(), &answer));
    running.stop().await;
}
