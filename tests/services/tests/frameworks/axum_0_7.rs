//! axum 0.7, with the feature `tower`.

use axum_0_7::Router;
use axum_0_7::routing::get;
use http::StatusCode;
use http_status_info::adapter::tower::ErrorPagesLayer;

use crate::answer::assert_pages;
use crate::server::{Client, listen};

fn routes() -> Router {
    let own = || async { (StatusCode::NOT_FOUND, "own") };
    Router::new().route("/", get(|| async { "Hello" })).route("/own", get(own))
}

async fn client(routes: Router) -> Client {
    let (listener, address) = listen().await;
    tokio::spawn(async { axum_0_7::serve(listener, routes).await });
    Client::http1(address).await
}

#[tokio::test]
async fn a_router_axum_0_7_gets_pages() {
    let [own_body, same_body] =
        [routes().layer(ErrorPagesLayer::new()), routes().layer(ErrorPagesLayer::new().same_body())];
    for with in [own_body, same_body] {
        assert_pages(&mut client(routes()).await, &mut client(with).await, &["/", "/own"]).await;
    }
}
