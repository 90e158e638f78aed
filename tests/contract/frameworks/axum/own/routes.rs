//! Answers of axum's own routing. Each row has a `Router`, and runs in the same setups as the table.

use std::collections::HashMap;

use axum::extract::{Form, Json, Path, Query};
use axum::response::Html;
use axum::routing::{any, get as on_get, post as on_post};
use axum::{Extension, Router};
use http::StatusCode;
use http_status_info::codes;
use http_status_info::page::{ErrorPage, FrameworkTexts, NoPage, Options};
use serde_json::json;

use crate::case::{Case, Request, Setup, get, head, program, request, row, rule, terminal};
use crate::expect::{Expect, exactly, html, nothing, own, own_html, problem, text};

pub type Routes = fn() -> Router;

const BOOKS: Routes = books;
const NUMBERS: Routes = numbers;

pub fn cases() -> Vec<Case<Routes>> {
    [methods(), unmatched(), rejections(), pages(), heads()].concat()
}

fn books() -> Router {
    Router::new()
        .route("/", on_get(async || "all").post(async || "added"))
        .route("/new", on_post(async || "new"))
}

fn methods() -> Vec<Case<Routes>> {
    const REASON: &str = "axum adds `Allow` outside the layers of a Router";
    const ALLOWED: &str = "GET,HEAD,POST";
    let not_listed = |page: Expect| page.field("allow", ALLOWED).lacks("GET");
    let listed = |page: Expect| page.field("allow", ALLOWED);
    let of_own: Routes = || books().method_not_allowed_fallback(async || StatusCode::METHOD_NOT_ALLOWED);
    let with_page: Routes =
        || books().method_not_allowed_fallback(async || (StatusCode::METHOD_NOT_ALLOWED, Html("own")));
    let of_method: Routes =
        || Router::new().route("/", on_get(async || "").fallback(async || StatusCode::CONFLICT));
    let nested: Routes = || Router::new().nest("/books", books());
    let rows = [
        row("as HTML", request("DELETE"), BOOKS, listed(html(405)).says("GET, HEAD, POST")).but(
            Setup::is_inside,
            REASON,
            not_listed(html(405)),
        ),
        row(
            "as a problem",
            request("DELETE").accepting("application/json"),
            BOOKS,
            listed(problem(405)).member("allow", json!(["GET", "HEAD", "POST"])),
        )
        .but(Setup::is_inside, REASON, not_listed(problem(405)).no_member("allow")),
        row("to HEAD", head().at("/new"), BOOKS, html(405).field("allow", "POST")),
        row("of a fallback", request("DELETE"), of_own, listed(html(405)).says("GET, HEAD, POST")).but(
            Setup::is_inside,
            REASON,
            not_listed(html(405)),
        ),
        row("with content of a fallback", request("DELETE"), with_page, listed(exactly(405, "own"))),
        row("of a method router's fallback", request("DELETE"), of_method, html(409)),
        row(
            "in a nested Router",
            request("PUT").at("/books"),
            nested,
            listed(html(405)).says("GET, HEAD, POST"),
        )
        .but(Setup::is_inside, REASON, not_listed(html(405))),
    ];
    rule("a 405 has Allow, and its page lists the methods if the layer is around the Router", rows)
}

fn unmatched() -> Vec<Case<Routes>> {
    let nested: Routes =
        || Router::new().nest("/books", books()).merge(Router::new().route("/a", on_get(async || "a")));
    let with_fallback: Routes = || books().fallback(async || StatusCode::GONE);
    let with_content: Routes = || books().fallback(async || (StatusCode::NOT_FOUND, Html("own")));
    let of_nested: Routes = || nest_with_fallback().fallback(async || StatusCode::GONE);
    let own = exactly(404, "own").field("content-type", "text/html; charset=utf-8").without("vary");
    let rows = [
        row("GET", get().at("/nowhere"), BOOKS, html(404).without("allow")),
        row("HEAD", head().at("/nowhere"), BOOKS, html(404)),
        row(
            "POST as a problem",
            request("POST").at("/nowhere").accepting("application/json"),
            BOOKS,
            problem(404),
        ),
        row("in a nested Router", get().at("/books/nowhere/at/all"), nested, html(404)),
        row("HEAD in a nested Router", head().at("/books/nowhere"), nested, html(404)),
        row("beside a nested Router", get().at("/nowhere"), nested, html(404)),
        row("by a fallback", get().at("/nowhere"), with_fallback, html(410)),
        row("HEAD by a fallback", head().at("/nowhere"), with_fallback, html(410)),
        row("by a fallback with content", get().at("/nowhere"), with_content, own),
        row("by the fallback of a nested Router", get().at("/books/nowhere"), of_nested, html(451)),
        row("by the outer fallback", get().at("/nowhere"), of_nested, html(410)),
    ];
    rule("an unmatched path gets a page, and HEAD gets no content", rows)
}

fn nest_with_fallback() -> Router {
    Router::new().nest("/books", books().fallback(async || StatusCode::UNAVAILABLE_FOR_LEGAL_REASONS))
}

type Numbers = HashMap<String, u32>;

fn numbers() -> Router {
    Router::new()
        .route("/query", on_get(async |_: Query<Numbers>| ""))
        .route("/form", on_get(async |_: Form<Numbers>| ""))
        .route("/json", any(async |_: Json<Numbers>| ""))
        .route("/path/{number}", on_get(async |_: Path<u32>| ""))
}

fn rejections() -> Vec<Case<Routes>> {
    fn masked() -> Options {
        Options::new().framework_texts(FrameworkTexts::Replaced)
    }
    fn kept() -> Options {
        Options::new().framework_texts(FrameworkTexts::AsDetail)
    }
    let paths = [
        (400, "/query?age=old", "invalid digit found in string"),
        (415, "/json", "Expected request with `Content-Type: application/json`"),
        (400, "/path/old", "Cannot parse `old` to a `u32`"),
    ];
    let rows = paths.into_iter().flat_map(|(status, path, words)| {
        let row = |name: &str, request: Request, expect| {
            row(format!("{path}, {name}"), request.at(path), NUMBERS, expect)
        };
        // The text before the first character that HTML escapes.
        let start = words.split('`').next().unwrap();
        let untouched = own(status, PLAIN).says(words).without("vary");
        [
            row("untouched", get(), untouched),
            row("masked as HTML", get(), html(status).lacks(start)).options(masked),
            row("masked as a problem", program(), problem(status).no_member("detail").lacks(start))
                .options(masked),
            row("masked to HEAD", head(), html(status)).options(masked),
            row("kept as HTML", get(), html(status).says(start)).options(kept),
            row("kept as text", terminal(), text(status).says(words)).options(kept),
        ]
    });
    let empty = || request("POST").at("/json").with("content-type", "application/json");
    let of_json = [
        row("no JSON, masked", empty(), NUMBERS, html(400).lacks("EOF")).options(masked),
        // axum answers HEAD with another text.
        row("a form, masked", get().at("/form?age=old"), NUMBERS, html(400).lacks("invalid digit"))
            .options(masked),
        row("a form, kept", get().at("/form?age=old"), NUMBERS, html(400).says("invalid digit"))
            .options(kept),
        row("no JSON, kept", empty(), NUMBERS, html(400).says("EOF while parsing")).options(kept),
    ];
    rule("an option masks rejections or shows them", rows.chain(of_json))
}

const PLAIN: &str = "text/plain; charset=utf-8";

fn pages() -> Vec<Case<Routes>> {
    type Answer = Result<&'static str, ErrorPage>;
    fn taken() -> ErrorPage {
        ErrorPage::new(codes::CONFLICT).with_detail("This name is taken.")
    }
    let fails: Routes = || Router::new().route("/", on_get(async || -> Answer { Err(taken()) }));
    let succeeds: Routes = || Router::new().route("/", on_get(async || -> Answer { Ok("fine") }));
    let with_fields: Routes = || Router::new().route("/", on_get(async || ([("retry-after", "7")], taken())));
    let with_status: Routes = || Router::new().route("/", on_get(async || (StatusCode::GONE, taken())));
    let unknown: Routes = || Router::new().route("/", on_get(async || ErrorPage::from_code(1000)));
    let marked: Routes =
        || Router::new().route("/", on_get(async || (StatusCode::NOT_FOUND, Extension(NoPage))));
    let rows = [
        row("as HTML", get(), fails, html(409).says("This name is taken.")),
        row("as a problem", program(), fails, problem(409).member("detail", "This name is taken.")),
        row("to HEAD", head(), fails, html(409)),
        row("with fields", get(), with_fields, html(409).field("retry-after", "7").says("7 s")),
        row("with another status", get(), with_status, html(410).says("This name is taken.")),
        row("not for a success", get(), succeeds, exactly(200, "fine").without("vary")),
        row("with an invalid code", get(), unknown, html(500)),
        row("with the opt-out marker", get(), marked, nothing(404).and_no_other()),
    ];
    rule("a handler returns a page as its error", rows)
}

fn heads() -> Vec<Case<Routes>> {
    let own: Routes = || Router::new().route("/", on_get(async || (StatusCode::NOT_FOUND, Html("<p>own"))));
    let expected = own_html(404).field("content-length", "6").and_no_other();
    let rows = [
        row("GET", get(), own, expected.clone()),
        row("HEAD", head(), own, expected.clone()),
        row("HEAD of a program", head().accepting("application/json"), own, expected.clone()),
        row("HEAD of a subresource", head().with("sec-fetch-dest", "image"), own, expected),
        row(
            "HEAD of a route for GET with no content",
            head(),
            || Router::new().route("/", on_get(async || StatusCode::NOT_FOUND)),
            html(404),
        ),
    ];
    rule("a response to HEAD for the application's page stays unchanged", rows)
}
