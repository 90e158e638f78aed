//! tonic beside a router of axum 0.8, on one port.

use axum::Router;
use axum::routing::get;
use bytes::Bytes;
use http::header::{CONTENT_TYPE, TE, VARY};
use http::{Request, StatusCode};
use http_status_info::adapter::tower::ErrorPagesLayer;
use tonic::service::Routes;
use tonic_health::pb::health_server::{Health, HealthServer};
use tonic_health::server::{HealthService, health_reporter};

use crate::answer::{Answer, assert_pages};
use crate::server::{Client, Content, listen, request};

const CHECK: &str = "/grpc.health.v1.Health/Check";

fn web() -> Router {
    let own = get(async || (StatusCode::NOT_FOUND, "own"));
    Router::new().route("/", get(async || "Hello")).route("/own", own)
}

fn health() -> HealthServer<impl Health> {
    HealthServer::new(HealthService::from_health_reporter(health_reporter().0))
}

/// The gRPC service added to the router: axum's fallback answers unmatched paths.
fn in_router() -> Router {
    Routes::from(web()).add_service(health()).into_axum_router()
}

/// The router merged into that of tonic: tonic's fallback answers unmatched paths.
fn in_routes() -> Router {
    Routes::new(health()).into_axum_router().merge(web())
}

/// A client of each HTTP version.
async fn clients(router: Router) -> [Client; 2] {
    let (listener, address) = listen().await;
    tokio::spawn(async { axum::serve(listener, router).await });
    [Client::http1(address).await, Client::http2(address).await]
}

/// A gRPC request, with a message that asks for the health of a service.
fn call(path: &str, service: &str) -> Request<Content> {
    let length = u8::try_from(service.len()).unwrap();
    // Field 1 of the message, a string.
    let mut message = vec![0x0a, length];
    message.extend(service.as_bytes());
    // The prefix of a message: not compressed, and its length.
    let mut content = vec![0, 0, 0, 0, length + 2];
    content.extend(message);
    let request = Request::post(format!("http://localhost{path}"));
    let request = request.header(CONTENT_TYPE, "application/grpc").header(TE, "trailers");
    request.body(Content::from(Bytes::from(content))).unwrap()
}

/// Asserts that both servers send the same response, and returns the response.
async fn same(without: &mut Client, with: &mut Client, request: Request<Content>) -> Answer {
    let answer = with.ask(request.clone()).await;
    assert_eq!(answer, without.ask(request).await);
    answer
}

fn grpc_status(answer: &Answer) -> Option<&str> {
    assert_eq!(answer.status, 200);
    assert_eq!(answer.field(CONTENT_TYPE), Some("application/grpc"));
    assert_eq!(answer.field(VARY), None);
    let in_trailers = answer.trailers.as_ref().and_then(|trailers| trailers.get("grpc-status"));
    in_trailers.or(answer.fields.get("grpc-status")).map(|status| status.to_str().unwrap())
}

#[tokio::test]
async fn unmatched_paths_beside_a_service_tonic_get_pages() {
    let without = clients(in_router()).await;
    let with = clients(in_router().layer(ErrorPagesLayer::new())).await;
    for (mut without, mut with) in without.into_iter().zip(with) {
        assert_pages(&mut without, &mut with, &["/", "/own"]).await;
    }
}

#[tokio::test]
async fn responses_tonic_stay_the_same() {
    let [_, mut without] = clients(in_router()).await;
    let [_, mut with] = clients(in_router().layer(ErrorPagesLayer::new())).await;
    let served = same(&mut without, &mut with, call(CHECK, "")).await;
    assert_eq!(grpc_status(&served), Some("0"));
    // A message of two bytes: field 1 is 1, `SERVING`.
    assert_eq!(served.content.as_ref(), [0, 0, 0, 0, 2, 0x08, 1]);
    // `NOT_FOUND`: the service is not registered.
    let not_found = same(&mut without, &mut with, call(CHECK, "unknown")).await;
    assert_eq!(grpc_status(&not_found), Some("5"));
    // `UNIMPLEMENTED`.
    let method = same(&mut without, &mut with, call("/grpc.health.v1.Health/Unknown", "")).await;
    assert_eq!(grpc_status(&method), Some("12"));
    // `UNIMPLEMENTED` for a gRPC client too, by the HTTP status: axum has no such path.
    same(&mut without, &mut with, call("/unknown.Service/Unknown", "")).await.assert_bare(404);
}

#[tokio::test]
async fn the_fallback_tonic_answers_unmatched_paths_itself() {
    let [_, mut without] = clients(in_routes()).await;
    let [_, mut with] = clients(in_routes().layer(ErrorPagesLayer::new())).await;
    let unmatched = same(&mut without, &mut with, request("/nowhere")).await;
    assert_eq!(grpc_status(&unmatched), Some("12"));
    let service = same(&mut without, &mut with, call("/unknown.Service/Unknown", "")).await;
    assert_eq!(grpc_status(&service), Some("12"));

    // `reset_fallback` brings axum's fallback back.
    let [_, mut reset] = clients(in_routes().reset_fallback().layer(ErrorPagesLayer::new())).await;
    reset.ask(request("/nowhere")).await.assert_page(404);
    assert_eq!(grpc_status(&reset.ask(call(CHECK, "")).await), Some("0"));
}
