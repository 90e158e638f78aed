//! `ServeDir` of tower-http, served by hyper.

use http::Method;
use http::header::ALLOW;
use http_status_info::adapter::tower::ErrorPagesLayer;
use tower::Layer;
use tower_http::services::ServeDir;

use crate::answer::assert_pages;
use crate::server::{Client, serve, with_method};

const FILE: &str = "/bin/lambda.rs";

#[tokio::test]
async fn a_missing_file_gets_a_page() {
    let files = ServeDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let mut without = Client::http1(serve(files.clone()).await).await;
    let mut with = Client::http1(serve(ErrorPagesLayer::new().layer(files)).await).await;
    assert_pages(&mut without, &mut with, &[FILE]).await;

    let page = with.ask(with_method(Method::POST, FILE)).await;
    page.assert_page(405);
    assert_eq!(page.field(ALLOW), Some("GET,HEAD"));
    assert!(page.text().contains("GET, HEAD"), "{}", page.text());
}
