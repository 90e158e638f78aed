//! A bookshop where everything goes wrong, with a page for each error.
//!
//! ```sh
//! cargo run --example rocket --features rocket
//! ```
//!
//! Then open <http://localhost:3000>. The examples of other frameworks have the same shop. With the
//! argument `--developer` (after `--`), the pages are for developers.

#[path = "bookshop/mod.rs"]
mod bookshop;

use http_status_info::adapter::rocket::ErrorPages;
use http_status_info::codes;
use http_status_info::page::ErrorPage;
use rocket::http::{Header, Status};
use rocket::response::Responder;
use rocket::response::content::RawHtml;
use rocket::{Build, Config, Rocket, get, post, routes};

#[rocket::launch]
fn shop() -> Rocket<Build> {
    println!("The shop is open: http://127.0.0.1:3000");
    rocket::custom(Config { port: 3000, ..Config::default() })
        .mount("/", routes![home, add_book, book, account, put_in_basket, sample, sale, crash])
        .attach(ErrorPages::with_options(bookshop::options()))
}

#[get("/")]
fn home() -> RawHtml<&'static str> {
    RawHtml(bookshop::HOME)
}

/// Returns an error with a detail, which the page shows.
#[get("/books/<number>")]
fn book(number: u32) -> ErrorPage {
    ErrorPage::new(codes::NOT_FOUND).with_detail(format!("We have no book with the number {number}."))
}

/// Returns an error with members, which programs get in the problem.
#[post("/books")]
fn add_book() -> ErrorPage {
    ErrorPage::new(codes::CONFLICT)
        .with_detail("There is a book with this title.")
        .with_member("book", "A Room of One’s Own")
        .with_member("number", 1929)
}

/// A response with a header field and no content. The field stays, and the page shows its facts.
#[derive(Responder)]
struct Bare((), Header<'static>);

#[get("/account")]
fn account() -> (Status, Bare) {
    (Status::Unauthorized, Bare((), Header::new("WWW-Authenticate", "Basic realm=\"shop\"")))
}

#[post("/basket")]
fn put_in_basket() -> Status {
    Status::NoContent
}

#[get("/sample")]
fn sample() -> (Status, Bare) {
    (Status::RangeNotSatisfiable, Bare((), Header::new("Content-Range", "bytes */47022")))
}

#[get("/sale")]
fn sale() -> (Status, Bare) {
    (Status::ServiceUnavailable, Bare((), Header::new("Retry-After", "1800")))
}

#[get("/crash")]
fn crash() -> Status {
    panic!("the cellar is flooded")
}
