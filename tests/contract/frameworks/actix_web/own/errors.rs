//! Errors of handlers, of extractors and of inner middleware.

use std::collections::HashMap;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::{ErrorConflict, ErrorForbidden};
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::{Next, from_fn};
use actix_web::web::{self, Json, Path, Query};
use actix_web::{App, Error, HttpResponse, ResponseError, Result};
use http_status_info::adapter::actix_web::ErrorPages;
use http_status_info::page::{ErrorPage, FrameworkTexts, Options};

use super::pages::taken;
use super::{Site, branded, keeping, masking, pages};
use crate::case::{Case, Request, get, head, htmx, program, row, rule, terminal};
use crate::expect::{exactly, fragment, html, nothing, own, problem, text};

const PLAIN: &str = "text/plain; charset=utf-8";

pub fn cases() -> Vec<Case<Site>> {
    [bare(), printed(), extractors(), of_middleware()].concat()
}

fn bare() -> Vec<Case<Site>> {
    let site: Site = site!(
        App::new()
            .wrap(pages())
            .route("/finished", web::route().to(|| async { HttpResponse::NotFound().finish() }))
            .route("/new", web::route().to(|| async { HttpResponse::new(StatusCode::NOT_FOUND) }))
            .route("/unit", web::route().to(|| async { HttpResponse::NotFound().body(()) }))
            .route("/text", web::route().to(|| async { HttpResponse::NotFound().body("") }))
            .route("/json", web::route().to(|| async { HttpResponse::NotFound().json("own") }))
            .route("/status", web::route().to(|| async { ("", StatusCode::NOT_FOUND) }))
    );
    let rows = ["/finished", "/new", "/unit", "/text"].into_iter().flat_map(|path| {
        let row = |name: &str, request: Request, expect| {
            row(format!("{path}{name}"), request.at(path), site, expect)
        };
        [
            row("", get(), html(404)),
            row(" as a problem", program(), problem(404)),
            row(" to HEAD", head(), html(404)),
        ]
    });
    let of_own = row("not with content", get().at("/json"), site, exactly(404, "\"own\""));
    let of_type = [
        row("an empty text with its type", get().at("/status"), site, html(404)),
        row("an empty text with its type, to HEAD", head().at("/status"), site, html(404)),
    ];
    rule("a bare error gets a page, however the handler builds it", rows.chain([of_own]).chain(of_type))
}

/// An error with a text that visitors must not see.
#[derive(Debug)]
struct Secret;

impl std::fmt::Display for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the secret of the handler")
    }
}

/// The response is actix-web's default for errors.
impl ResponseError for Secret {}

fn printed() -> Vec<Case<Site>> {
    macro_rules! failing {
        ($pages:expr) => {
            site!(
                App::new()
                    .wrap($pages)
                    .route("/own", web::route().to(|| async { Err::<&str, _>(Secret) }))
                    .route("/made", web::route().to(|| async { Err::<&str, _>(ErrorConflict(Secret)) }))
            )
        };
    }
    let untouched: Site = failing!(pages());
    let masked: Site = failing!(masking());
    let masked_with_fragments: Site = failing!(ErrorPages::with_options(
        Options::new().framework_texts(FrameworkTexts::Replaced).fragments(true)
    ));
    let kept: Site = failing!(keeping());
    let rows = [(500, "/own"), (409, "/made")].into_iter().flat_map(|(status, path)| {
        let row = |name: &str, request: Request, site, expect| {
            row(format!("{path}, {name}"), request.at(path), site, expect)
        };
        let as_it_is = own(status, PLAIN).says("the secret of the handler").without("vary");
        [
            row("untouched", get(), untouched, as_it_is),
            row("masked as HTML", get(), masked, html(status).lacks("secret")),
            row(
                "masked as a problem",
                program(),
                masked,
                problem(status).no_member("detail").lacks("secret"),
            ),
            row("masked for htmx", htmx(), masked_with_fragments, fragment(status).lacks("secret")),
            row("masked to HEAD", head(), masked, html(status)),
            row("kept as HTML", get(), kept, html(status).says("the secret of the handler")),
            row(
                "kept as a problem",
                program(),
                kept,
                problem(status).member("detail", "the secret of the handler"),
            ),
            row("kept as text", terminal(), kept, text(status).says("the secret of the handler")),
        ]
    });
    rule("an option masks the text of an error or shows it", rows)
}

fn extractors() -> Vec<Case<Site>> {
    type Numbers = HashMap<String, u32>;
    macro_rules! numbers {
        ($pages:expr) => {
            site!(
                App::new()
                    .wrap($pages)
                    .route("/query", web::route().to(|_: Query<Numbers>| async { "" }))
                    .route("/json", web::route().to(|_: Json<Numbers>| async { "" }))
                    .route("/path/{number}", web::route().to(|_: Path<u32>| async { "" }))
            )
        };
    }
    let untouched: Site = numbers!(pages());
    let masked: Site = numbers!(masking());
    let kept: Site = numbers!(keeping());
    let paths = [
        (400, "/query?age=old", "Query deserialize error"),
        (400, "/json", "Content type error"),
        // actix-web answers 404 if a path cannot be parsed.
        (404, "/path/old", "can not parse"),
    ];
    let rows = paths.into_iter().flat_map(|(status, path, words)| {
        let row = |name: &str, request: Request, site, expect| {
            row(format!("{path}, {name}"), request.at(path), site, expect)
        };
        [
            row("untouched", get(), untouched, own(status, PLAIN).says(words).without("vary")),
            row("masked as HTML", get(), masked, html(status).lacks(words)),
            row("masked as a problem", program(), masked, problem(status).no_member("detail").lacks(words)),
            row("kept as HTML", get(), kept, html(status).says(words)),
            row("kept as text", terminal(), kept, text(status).says(words)),
        ]
    });
    rule("an option masks errors of extractors or shows them", rows)
}

/// Refuses every request with an error.
async fn refusing(_: ServiceRequest, _: Next<impl MessageBody>) -> Result<ServiceResponse<impl MessageBody>> {
    Err::<ServiceResponse, _>(ErrorForbidden(Secret))
}

/// Refuses every request with an error page.
async fn refusing_with_page(
    _: ServiceRequest,
    _: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>> {
    Err::<ServiceResponse, Error>(taken().into())
}

/// Puts the kind of error that it sees into a header field.
async fn seeing(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>> {
    next.call(request).await.map_err(|mut error| {
        let is_page = error.as_error::<ErrorPage>().is_some();
        error.add_response_mapper(move |mut response| {
            let value = HeaderValue::from_static(if is_page { "a page" } else { "another" });
            response.headers_mut().insert(HeaderName::from_static("x-seen"), value);
            response
        });
        error
    })
}

fn of_middleware() -> Vec<Case<Site>> {
    let untouched: Site = site!(App::new().wrap(from_fn(refusing)).wrap(pages()));
    let masked: Site = site!(App::new().wrap(from_fn(refusing)).wrap(masking()));
    let kept: Site = site!(App::new().wrap(from_fn(refusing)).wrap(keeping()));
    let with_page: Site = site!(App::new().wrap(from_fn(refusing_with_page)).wrap(pages()));
    let seen: Site = site!(App::new().wrap(from_fn(refusing_with_page)).wrap(pages()).wrap(from_fn(seeing)));
    let seen_other: Site = site!(App::new().wrap(from_fn(refusing)).wrap(masking()).wrap(from_fn(seeing)));
    let seen_inside: Site =
        site!(App::new().wrap(from_fn(refusing_with_page)).wrap(from_fn(seeing)).wrap(pages()));
    let twice: Site =
        site!(App::new().wrap(from_fn(refusing_with_page)).wrap(branded("Inner")).wrap(branded("Outer")));
    let outside: Site = site!(App::new().wrap(pages()).wrap(from_fn(refusing_with_page)));
    let taken_page = || html(409).says("This name is taken.");
    let rows = [
        row("untouched", get(), untouched, own(403, PLAIN).says("the secret").without("vary")),
        row("masked", get(), masked, html(403).lacks("secret")),
        row("masked as a problem", program(), masked, problem(403).no_member("detail")),
        row("masked to HEAD", head(), masked, html(403)),
        row("kept", get(), kept, html(403).says("the secret of the handler")),
        row("with a page", get(), with_page, taken_page()),
        row(
            "with a page as a problem",
            program(),
            with_page,
            problem(409).member("detail", "This name is taken."),
        ),
        row("with a page to HEAD", head(), with_page, html(409)),
        row("seen by outer middleware", get(), seen, taken_page().field("x-seen", "a page")),
        row(
            "another, seen by outer middleware",
            get(),
            seen_other,
            html(403).field("x-seen", "another").lacks("secret"),
        ),
        row(
            "seen by middleware in between, with its header field",
            get(),
            seen_inside,
            taken_page().field("x-seen", "a page"),
        ),
        row(
            "with two middlewares, the inner one answers",
            get(),
            twice,
            taken_page().says("Inner").lacks("Outer"),
        ),
        row("not for an error of outer middleware", get(), outside, nothing(409).and_no_other()),
    ];
    rule("an error of inner middleware gets a page, and outer middleware sees the error itself", rows)
}
