//! Pages that handlers return.

use actix_web::http::StatusCode;
use actix_web::{App, Error, HttpResponse, Responder, web};
use http_status_info::codes;
use http_status_info::page::{ErrorPage, NoPage};

use super::{Site, masking};
use crate::case::{Case, Request, get, head, program, row, rule};
use crate::expect::{exactly, html, nothing, problem};

pub fn taken() -> ErrorPage {
    ErrorPage::new(codes::CONFLICT).with_detail("This name is taken.")
}

pub fn cases() -> Vec<Case<Site>> {
    let site: Site = site!(
        App::new()
            .wrap(masking())
            .route("/error", web::route().to(|| async { Err::<&str, _>(taken()) }))
            .route("/any-error", web::route().to(|| async { Err::<&str, Error>(taken().into()) }))
            .route("/responder", web::route().to(|| async { taken() }))
            .route("/success", web::route().to(|| async { Ok::<_, ErrorPage>("fine") }))
            .route("/status", web::route().to(|| async { taken().customize().with_status(StatusCode::GONE) }))
            .route(
                "/field",
                web::route().to(|| async { taken().customize().insert_header(("retry-after", "7")) })
            )
            .route("/unknown", web::route().to(|| async { ErrorPage::from_code(1000) }))
            .route("/marked", web::route().to(marked))
    );
    let bare: Site = site!(App::new().route("/", web::route().to(|| async { taken() })));
    let taken_page = |status| html(status).says("This name is taken.");
    let detail = || problem(409).member("detail", "This name is taken.");
    let rows = ["/error", "/any-error", "/responder"].into_iter().flat_map(|path| {
        let row = |name: &str, request: Request, expect| {
            row(format!("{path}, {name}"), request.at(path), site, expect)
        };
        [
            row("HTML", get(), taken_page(409)),
            row("a problem", program(), detail()),
            row("HEAD", head(), html(409)),
        ]
    });
    let others = [
        row("not for a success", get().at("/success"), site, exactly(200, "fine").without("vary")),
        row("with another status", get().at("/status"), site, taken_page(410).lacks("409 ")),
        row("with fields", get().at("/field"), site, taken_page(409).field("retry-after", "7").says("7 s")),
        row("with an invalid code", get().at("/unknown"), site, html(500)),
        row("with the opt-out marker", get().at("/marked"), site, nothing(404).and_no_other()),
        row("without the middleware", get(), bare, nothing(409).and_no_other()),
    ];
    rule("a handler returns a page as its error or its response", rows.chain(others))
}

async fn marked() -> HttpResponse {
    let mut response = HttpResponse::NotFound().finish();
    response.extensions_mut().insert(NoPage);
    response
}
