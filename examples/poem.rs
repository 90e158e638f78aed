//! A bookshop where everything goes wrong, with a page for each error.
//!
//! ```sh
//! cargo run --example poem --features poem
//! ```
//!
//! Then open <http://localhost:3000>. The other frameworks have the same shop. With the
//! argument `--developer` (after `--`), the pages say more.

#[path = "bookshop/mod.rs"]
mod bookshop;

use http_status_info::adapter::poem::ErrorPages;
use http_status_info::codes;
use http_status_info::page::ErrorPage;
use poem::http::{StatusCode, header};
use poem::listener::{Listener, TcpListener};
use poem::middleware::CatchPanic;
use poem::web::{Html, Path, WithHeader};
use poem::{EndpointExt, IntoResponse, Route, Server, get, handler, post};

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let shop = Route::new()
        .at("/", get(home))
        .at("/books", post(add_book))
        .at("/books/:number", get(book))
        .at("/account", get(account))
        .at("/basket", post(basket))
        .at("/sample", get(sample))
        .at("/sale", get(sale))
        .at("/crash", get(crash))
        .with(CatchPanic::new())
        .with(ErrorPages::with_options(bookshop::options()));

    let acceptor = TcpListener::bind("127.0.0.1:3000").into_acceptor().await?;
    println!("The shop is open: http://127.0.0.1:3000");
    Server::new_with_acceptor(acceptor).run(shop).await
}

#[handler]
fn home() -> Html<&'static str> {
    Html(bookshop::HOME)
}

/// A handler's own error: the page says what the handler does.
#[handler]
fn book(Path(number): Path<u32>) -> Result<String, ErrorPage> {
    Err(ErrorPage::new(codes::NOT_FOUND).with_detail(format!("We have no book with the number {number}.")))
}

/// Members of the problem carry the facts for programs.
#[handler]
fn add_book() -> ErrorPage {
    ErrorPage::new(codes::CONFLICT)
        .with_detail("There is a book with this title.")
        .with_member("book", "A Room of One’s Own")
        .with_member("number", 1929)
}

#[handler]
fn basket() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// Header fields of a bare response stay, and the page says what they do.
#[handler]
fn account() -> WithHeader<StatusCode> {
    StatusCode::UNAUTHORIZED.with_header(header::WWW_AUTHENTICATE, "Basic realm=\"shop\"")
}

#[handler]
fn sample() -> WithHeader<StatusCode> {
    StatusCode::RANGE_NOT_SATISFIABLE.with_header(header::CONTENT_RANGE, "bytes */47022")
}

#[handler]
fn sale() -> WithHeader<StatusCode> {
    StatusCode::SERVICE_UNAVAILABLE.with_header(header::RETRY_AFTER, "1800")
}

#[handler]
fn crash() -> StatusCode {
    panic!("the cellar is flooded")
}
