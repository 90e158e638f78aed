//! Pages that handlers return.

use http::StatusCode;
use http_status_info::codes;
use http_status_info::page::{ErrorPage, NoPage};
use poem::{EndpointExt, Error, IntoResponse, Response, Route, handler};

use super::{Site, masking, returning};
use crate::case::{Case, Request, get, head, program, row, rule};
use crate::expect::{exactly, html, nothing, problem};

pub fn taken() -> ErrorPage {
    ErrorPage::new(codes::CONFLICT).with_detail("This name is taken.")
}

#[handler]
fn rename() -> Result<String, ErrorPage> {
    Err(taken())
}

#[handler]
fn asking() -> poem::Result<String> {
    Err(taken())?
}

pub fn cases() -> Vec<Case<Site>> {
    let site: Site = || {
        Route::new()
            .at("/error", rename)
            .at("/any-error", asking)
            .at("/response", returning(taken))
            .at("/converted", rename.map_to_response())
            .at("/success", returning(|| Ok::<_, ErrorPage>("fine")))
            .at("/status", returning(|| taken().with_status(StatusCode::GONE)))
            .at("/field", returning(|| taken().with_header("retry-after", "7")))
            .at("/unknown", returning(|| ErrorPage::from_code(1000)))
            .at("/marked", returning(marked))
            .with(masking())
            .boxed()
    };
    let bare: Site = || returning(taken).map_to_response().boxed();
    let bare_error: Site = || rename.map_to_response().boxed();
    let said = |status| html(status).says("This name is taken.");
    let detail = || problem(409).member("detail", "This name is taken.");
    let paths = ["/error", "/any-error", "/response", "/converted"];
    let rows = paths.into_iter().flat_map(|path| {
        let row = |name: &str, request: Request, expect| {
            row(format!("{path}, {name}"), request.at(path), site, expect)
        };
        [row("HTML", get(), said(409)), row("a problem", program(), detail()), row("HEAD", head(), html(409))]
    });
    let others = [
        row("not at all", get().at("/success"), site, exactly(200, "fine").without("vary")),
        row("with another status", get().at("/status"), site, said(410).lacks("409 ")),
        row("with fields", get().at("/field"), site, said(409).field("retry-after", "7").says("7 s")),
        row("with a code that HTTP does not have", get().at("/unknown"), site, html(500)),
        row("marked to be kept", get().at("/marked"), site, nothing(404).and_no_other()),
        row("without the middleware", get(), bare, nothing(409).and_no_other()),
        row("an error without the middleware", get(), bare_error, nothing(409).and_no_other()),
    ];
    rule("a handler returns a page as its error or its response", rows.chain(others))
}

fn marked() -> Response {
    Response::builder().status(StatusCode::NOT_FOUND).extension(NoPage).finish()
}

#[test]
fn an_error_keeps_its_page_and_prints_it() {
    let error = Error::from(taken());
    assert_eq!(error.status(), StatusCode::CONFLICT);
    assert_eq!(error.to_string(), "409 Conflict: This name is taken.");
    assert_eq!(error.data::<ErrorPage>().unwrap().detail(), Some("This name is taken."));
}
