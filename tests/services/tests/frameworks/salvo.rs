//! Salvo, whose `TowerLayerCompat` turns a layer into middleware.

use http::header::{CONTENT_TYPE, VARY};
use http::{Method, StatusCode};
use http_status_info::adapter::tower::ErrorPagesLayer;
use salvo::conn::tcp::TcpAcceptor;
use salvo::prelude::{Response, Router, Server, Service, StatusError, TowerLayerCompat, handler};

use crate::answer::assert_same_page;
use crate::server::{Client, accepting, listen, request, with_method};

#[handler]
async fn hello() -> &'static str {
    "Hello"
}

#[handler]
async fn missing(response: &mut Response) {
    response.status_code(StatusCode::NOT_FOUND);
    response.render("own");
}

#[handler]
async fn failing() -> StatusError {
    StatusError::not_found().brief("the brief of the handler")
}

fn routes() -> Router {
    let own = Router::with_path("own").get(missing);
    let fails = Router::with_path("fails").get(failing);
    Router::new().get(hello).push(own).push(fails)
}

async fn client(service: Service) -> Client {
    let (listener, address) = listen().await;
    let acceptor = TcpAcceptor::try_from(listener).unwrap();
    tokio::spawn(Server::new(acceptor).serve(service));
    Client::http1(address).await
}

#[tokio::test]
async fn a_service_salvo_gets_pages() {
    let mut client = client(Service::new(routes()).hoop(ErrorPagesLayer::new().compat())).await;
    for (path, status, content) in [("/", 200, "Hello"), ("/own", 404, "own")] {
        let own = client.ask(request(path)).await;
        assert_eq!((own.status, own.text()), (status, content));
        assert_eq!(own.field(CONTENT_TYPE), Some("text/plain; charset=utf-8"));
        assert_eq!(own.field(VARY), None);
    }
    for path in ["/fails", "/nowhere"] {
        let page = client.ask(request(path)).await;
        assert_same_page(&page).await;
        assert!(!page.text().contains("the brief"));
        client.ask(accepting(path, "application/json")).await.assert_problem(404);
    }
    let page = client.ask(request("/nowhere")).await;
    client.ask(with_method(Method::HEAD, "/nowhere")).await.assert_head_of(&page);
}

#[tokio::test]
async fn a_router_salvo_gets_pages_for_the_paths_that_it_matches() {
    let mut client = client(Service::new(routes().hoop(ErrorPagesLayer::new().compat()))).await;
    client.ask(request("/fails")).await.assert_page(404);
    let unmatched = client.ask(accepting("/nowhere", "text/html")).await;
    assert_eq!(unmatched.status, 404);
    assert_eq!(unmatched.field(VARY), None);
    assert!(unmatched.text().contains("salvo"), "{}", unmatched.text());
}
