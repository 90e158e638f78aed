//! A bookshop where everything goes wrong, with a page for each error.
//!
//! ```sh
//! cargo run --example axum --features axum
//! ```
//!
//! Then open <http://localhost:3000>. The examples of other frameworks have the same shop. With the
//! argument `--developer` (after `--`), the pages are for developers.

#[path = "bookshop/mod.rs"]
mod bookshop;

use axum::extract::{Path, Request};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse};
use axum::routing::{get, post};
use axum::{Router, ServiceExt};
use http_status_info::adapter::axum::ErrorPagesLayer;
use http_status_info::codes;
use http_status_info::page::ErrorPage;
use tokio::net::TcpListener;
use tower::Layer;
use tower_http::catch_panic::CatchPanicLayer;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let shop = Router::new()
        .route("/", get(Html(bookshop::HOME)))
        .route("/books", post(add_book))
        .route("/books/{number}", get(book))
        .route("/account", get(account))
        .route("/basket", post(StatusCode::NO_CONTENT))
        .route("/sample", get(sample))
        .route("/sale", get(sale))
        .route("/crash", get(crash))
        .layer(CatchPanicLayer::new());

    // Around the router, the layer sees all errors of the router, and the `Allow` field of a 405.
    let app = ErrorPagesLayer::with_options(bookshop::options()).layer(shop);

    let listener = TcpListener::bind(("127.0.0.1", 3000)).await?;
    println!("The shop is open: http://{}", listener.local_addr()?);
    axum::serve(listener, ServiceExt::<Request>::into_make_service(app)).await
}

/// Returns an error with a detail, which the page shows.
async fn book(Path(number): Path<u32>) -> Result<String, ErrorPage> {
    Err(ErrorPage::new(codes::NOT_FOUND).with_detail(format!("We have no book with the number {number}.")))
}

/// Returns an error with members, which programs get in the problem.
async fn add_book() -> ErrorPage {
    ErrorPage::new(codes::CONFLICT)
        .with_detail("There is a book with this title.")
        .with_member("book", "A Room of One’s Own")
        .with_member("number", 1929)
}

/// Returns a bare error with a header field. The field stays, and the page shows its scheme.
async fn account() -> impl IntoResponse {
    (StatusCode::UNAUTHORIZED, [(header::WWW_AUTHENTICATE, "Basic realm=\"shop\"")])
}

async fn sample() -> impl IntoResponse {
    (StatusCode::RANGE_NOT_SATISFIABLE, [(header::CONTENT_RANGE, "bytes */47022")])
}

async fn sale() -> impl IntoResponse {
    (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "1800")])
}

async fn crash() -> StatusCode {
    panic!("the cellar is flooded")
}
