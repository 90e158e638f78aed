//! A bookshop where everything goes wrong, with a page for each error.
//!
//! ```sh
//! cargo run --example actix-web --features actix-web
//! ```
//!
//! Then open <http://localhost:3000>. The examples of other frameworks have the same shop. With the
//! argument `--developer` (after `--`), the pages are for developers.

#[path = "bookshop/mod.rs"]
mod bookshop;

use actix_web::http::header;
use actix_web::web::{self, Path};
use actix_web::{App, HttpResponse, HttpServer};
use http_status_info::adapter::actix_web::ErrorPages;
use http_status_info::codes;
use http_status_info::page::ErrorPage;

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    let shop = || {
        App::new()
            .service(web::resource("/").get(home))
            .service(web::resource("/books").post(add_book))
            .service(web::resource("/books/{number}").get(book))
            .service(web::resource("/account").get(account))
            .service(web::resource("/basket").post(HttpResponse::NoContent))
            .service(web::resource("/sample").get(sample))
            .service(web::resource("/sale").get(sale))
            .service(web::resource("/crash").get(crash))
            .wrap(ErrorPages::with_options(bookshop::options()))
    };

    let server = HttpServer::new(shop).workers(1).bind(("127.0.0.1", 3000))?;
    println!("The shop is open: http://{}", server.addrs()[0]);
    server.run().await
}

async fn home() -> HttpResponse {
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(bookshop::HOME)
}

/// Returns an error with a detail, which the page shows.
async fn book(number: Path<u32>) -> Result<String, ErrorPage> {
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
async fn account() -> HttpResponse {
    HttpResponse::Unauthorized().insert_header((header::WWW_AUTHENTICATE, "Basic realm=\"shop\"")).finish()
}

async fn sample() -> HttpResponse {
    HttpResponse::RangeNotSatisfiable().insert_header((header::CONTENT_RANGE, "bytes */47022")).finish()
}

async fn sale() -> HttpResponse {
    HttpResponse::ServiceUnavailable().insert_header((header::RETRY_AFTER, "1800")).finish()
}

/// Returns an error whose text is not for visitors. The page does not show the text.
async fn crash() -> Result<HttpResponse, std::io::Error> {
    Err(std::io::Error::other("the cellar is flooded"))
}
