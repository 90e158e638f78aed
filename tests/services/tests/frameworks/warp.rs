//! warp 0.4, whose `warp::service` turns filters into a service of tower.

use http::header::{CONTENT_TYPE, VARY};
use http::{Method, StatusCode};
use http_status_info::adapter::tower::ErrorPagesLayer;
use http_status_info::page::{FrameworkTexts, Options};
use tower::Layer;
use warp::{Filter, Reply};

use crate::answer::assert_pages;
use crate::server::{Client, serve, with_method};

fn routes() -> impl Filter<Extract = (impl Reply,), Error = warp::Rejection> + Clone + Send + Sync + 'static {
    let hello = warp::path::end().and(warp::get()).map(|| "Hello").boxed();
    let own = warp::path("own").map(|| warp::reply::with_status("own", StatusCode::NOT_FOUND));
    hello.or(own)
}

#[tokio::test]
async fn filters_warp_get_pages() {
    let without = serve(warp::service(routes())).await;
    let with = serve(ErrorPagesLayer::new().layer(warp::service(routes()))).await;
    assert_pages(&mut Client::http1(without).await, &mut Client::http1(with).await, &["/", "/own"]).await;
}

#[tokio::test]
async fn texts_of_rejections_are_replaced_if_the_options_say_so() {
    let post = || with_method(Method::POST, "/");
    let untouched = ErrorPagesLayer::new().layer(warp::service(routes()));
    let text = Client::http1(serve(untouched).await).await.ask(post()).await;
    assert_eq!((text.status, text.text()), (405, "HTTP method not allowed"));
    assert_eq!(text.field(CONTENT_TYPE), Some("text/plain; charset=utf-8"));
    assert_eq!(text.field(VARY), None);

    let layer = ErrorPagesLayer::with_options(Options::new().framework_texts(FrameworkTexts::Replaced));
    let replaced = serve(layer.layer(warp::service(routes()))).await;
    let page = Client::http1(replaced).await.ask(post()).await;
    page.assert_page(405);
    assert!(!page.text().contains("HTTP method not allowed"));
}
