//! Errors: of handlers, of extractors, and those that Poem makes itself.

use std::collections::HashMap;
use std::fmt;

use http::StatusCode;
use http_status_info::adapter::poem::ErrorPages;
use http_status_info::page::{NoPage, Options};
use poem::endpoint::{BoxEndpoint, StaticFilesEndpoint};
use poem::error::{Conflict, MethodNotAllowedError, NotFoundError, ResponseError};
use poem::web::{Html, Json, Path, Query};
use poem::{EndpointExt, Error, IntoResponse, Response, Route, handler};

use super::pages::taken;
use super::{Site, keeping, masking, pages, returning};
use crate::case::{Case, Request, get, head, program, request, row, rule, terminal};
use crate::expect::{exactly, html, nothing, own, problem, text};

const PLAIN: &str = "text/plain; charset=utf-8";

pub fn cases() -> Vec<Case<Site>> {
    [bare(), of_status(), left(), files(), printed(), extractors(), carried(), seen()].concat()
}

fn bare() -> Vec<Case<Site>> {
    let site: Site = || {
        Route::new()
            .at("/status", returning(|| StatusCode::NOT_FOUND))
            .at("/unit", returning(|| ().with_status(StatusCode::NOT_FOUND)))
            .at("/text", returning(|| "".with_status(StatusCode::NOT_FOUND)))
            .at("/error", returning(|| Err::<(), _>(Error::from_status(StatusCode::NOT_FOUND))))
            .at("/json", returning(|| Json("own").with_status(StatusCode::NOT_FOUND)))
            .with(pages())
            .boxed()
    };
    let rows = ["/status", "/unit", "/error"].into_iter().flat_map(|path| {
        let row = |name: &str, request: Request, expect| {
            row(format!("{path}{name}"), request.at(path), site, expect)
        };
        [
            row("", get(), html(404)),
            row(" as a problem", program(), problem(404)),
            row(" to HEAD", head(), html(404)),
        ]
    });
    let others = [
        row("an empty text with its type", get().at("/text"), site, html(404)),
        row("not where there is content", get().at("/json"), site, exactly(404, "\"own\"")),
    ];
    rule("a bare error gets a page, however it is written", rows.chain(others))
}

/// Errors of Poem that say no more than their status, in a handler.
fn failing() -> Route {
    Route::new()
        .at("/missing", returning(|| Err::<(), _>(NotFoundError)))
        .at("/method", returning(|| Err::<(), _>(MethodNotAllowedError)))
}

fn of_status() -> Vec<Case<Site>> {
    let site: Site = || failing().with(pages()).boxed();
    let kept: Site = || failing().with(keeping()).boxed();
    let image = |path| get().at(path).with("sec-fetch-dest", "image");
    let rows =
        [("/missing", 404), ("/method", 405), ("/nowhere", 404)].into_iter().flat_map(|(path, code)| {
            let row =
                |name: &str, request: Request, expect| row(format!("{path}{name}"), request, site, expect);
            [
                row("", get().at(path), html(code)),
                row(" as a problem", program().at(path), problem(code).no_member("detail")),
                row(" to HEAD", head().at(path), html(code)),
                row(" as a picture", image(path), nothing(code).without("content-type").varies()),
            ]
        });
    let text = [row("it is no detail", terminal().at("/nowhere"), kept, text(404).lacks("not found"))];
    rule("an error of Poem's own that says no more than its status is bare", rows.chain(text))
}

fn left() -> Vec<Case<Site>> {
    fn with(options: Options) -> BoxEndpoint<'static> {
        failing().with(ErrorPages::with_options(options)).boxed()
    }
    let skipped: Site = || with(Options::new().skip(|method, _| method == "GET"));
    let others: Site = || with(Options::new().statuses([500]));
    let all: Site = || with(Options::new());
    let marked: Site = || {
        let marked = || {
            let mut error = Error::from(NotFoundError);
            error.set_data(NoPage);
            Err::<(), _>(error)
        };
        returning(marked).with(pages()).boxed()
    };
    let is_left = || exactly(404, "not found").field("content-type", PLAIN).and_no_other();
    let grpc = request("POST").at("/missing").with("content-type", "application/grpc");
    let rows = [
        row("of a request that is skipped", get().at("/missing"), skipped, is_left()),
        row("of a status that was not chosen", get().at("/missing"), others, is_left()),
        row("to gRPC", grpc, all, is_left()),
        row("marked to be kept", get(), marked, is_left()),
    ];
    rule("an error of Poem's own keeps its text where it gets no page", rows)
}

fn files() -> Vec<Case<Site>> {
    let site: Site = || {
        let files = StaticFilesEndpoint::new(concat!(env!("CARGO_MANIFEST_DIR"), "/examples"));
        Route::new().nest("/files", files).with(pages()).boxed()
    };
    let file = || get().at("/files/axum.rs");
    let rows = [
        row("a missing one", get().at("/files/nothing.txt"), site, html(404)),
        row("a missing one, to HEAD", head().at("/files/nothing.txt"), site, html(405)),
        row("a method", request("POST").at("/files/axum.rs"), site, html(405)),
        row("a condition", file().with("if-match", "\"another\""), site, html(412)),
        row(
            "a range",
            file().with("range", "bytes=10000000-").accepting("application/json"),
            site,
            problem(416).no_member("detail").containing("content-range", "bytes */").says("length"),
        ),
        // It names the folder.
        row("a way out", get().at("/files/../../src"), site, own(403, PLAIN).says("forbidden: ")),
        row("not one that is there", file(), site, own(200, "text/x-rust").says("bookshop").without("vary")),
    ];
    rule("an error of static files that says no more than its status is bare", rows)
}

/// An error that prints what visitors should not know.
#[derive(Debug)]
struct Secret;

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the secret of the handler")
    }
}

impl std::error::Error for Secret {}

/// With the response that Poem makes of every error.
impl ResponseError for Secret {
    fn status(&self) -> StatusCode {
        StatusCode::BAD_GATEWAY
    }
}

fn printed() -> Vec<Case<Site>> {
    fn failing(pages: ErrorPages) -> BoxEndpoint<'static> {
        Route::new()
            .at("/own", returning(|| Err::<(), _>(Secret)))
            .at("/made", returning(|| Err::<(), _>(Conflict(Secret))))
            .at(
                "/string",
                returning(|| Err::<(), _>(Error::from_string(Secret.to_string(), StatusCode::GONE))),
            )
            .with(pages)
            .boxed()
    }
    let untouched: Site = || failing(pages());
    let masked: Site = || failing(masking());
    let kept: Site = || failing(keeping());
    let rows = [(502, "/own"), (409, "/made"), (410, "/string")].into_iter().flat_map(|(status, path)| {
        let row = |name: &str, request: Request, site, expect| {
            row(format!("{path}, {name}"), request.at(path), site, expect)
        };
        let says = "the secret of the handler";
        [
            row("untouched", get(), untouched, exactly(status, says).without("vary")),
            row("masked as HTML", get(), masked, html(status).lacks("secret")),
            row(
                "masked as a problem",
                program(),
                masked,
                problem(status).no_member("detail").lacks("secret"),
            ),
            row("masked to HEAD", head(), masked, html(status)),
            row("kept as HTML", get(), kept, html(status).says(says)),
            row("kept as a problem", program(), kept, problem(status).member("detail", says)),
            row("kept as text", terminal(), kept, text(status).says(says)),
        ]
    });
    rule("what an error prints is masked or kept as was asked for", rows)
}

#[handler]
fn with_query(_: Query<HashMap<String, u32>>) {}

#[handler]
fn with_json(_: Json<HashMap<String, u32>>) {}

#[handler]
fn with_path(_: Path<u32>) {}

fn extractors() -> Vec<Case<Site>> {
    fn numbers(pages: ErrorPages) -> BoxEndpoint<'static> {
        let routes =
            Route::new().at("/query", with_query).at("/json", with_json).at("/path/:number", with_path);
        routes.with(pages).boxed()
    }
    let untouched: Site = || numbers(pages());
    let masked: Site = || numbers(masking());
    let kept: Site = || numbers(keeping());
    let paths = [
        (400, "/query?age=old", "invalid digit"),
        (415, "/json", "application/json"),
        (400, "/path/old", "invalid path params"),
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
        ]
    });
    rule("extractors' errors are masked or kept as was asked for", rows)
}

fn carried() -> Vec<Case<Site>> {
    let site: Site = || {
        let with_fields = || {
            let response = StatusCode::SERVICE_UNAVAILABLE.with_header("retry-after", "7");
            Err::<(), _>(Error::from_response(response.into_response()))
        };
        let with_page = || {
            let mut error = Error::from_response(StatusCode::CONFLICT.into());
            error.set_data(taken());
            Err::<(), _>(error)
        };
        let with_own_page = || {
            let response = Html("<p>own").with_status(StatusCode::CONFLICT).into_response();
            Err::<(), _>(Error::from_response(response))
        };
        // Poem drops what such a response carries.
        let with_lost_page = || Err::<(), _>(Error::from_response(taken().into_response()));
        Route::new()
            .at("/fields", returning(with_fields))
            .at("/page", returning(with_page))
            .at("/own", returning(with_own_page))
            .at("/lost", returning(with_lost_page))
            .with(masking())
            .boxed()
    };
    let rows = [
        row("header fields", get().at("/fields"), site, html(503).field("retry-after", "7").says("7 s")),
        row("a page as data", get().at("/page"), site, html(409).says("This name is taken.")),
        row("content", get().at("/own"), site, exactly(409, "<p>own").without("vary")),
        row("not a page in its response", get().at("/lost"), site, html(409).lacks("This name is taken.")),
    ];
    rule("what an error carries arrives", rows)
}

fn seen() -> Vec<Case<Site>> {
    fn moved() -> Error {
        Error::from_response(StatusCode::FOUND.with_header("location", "/").into_response())
    }
    fn routes() -> Route {
        failing()
            .at("/secret", returning(|| Err::<(), _>(Secret)))
            .at("/moved", returning(|| Err::<(), _>(moved())))
    }
    let inside: Site = || routes().catch_all_error(answer).with(pages()).boxed();
    let outside: Site = || routes().with(pages()).catch_all_error(answer).boxed();
    let one_inside: Site = || {
        let caught = async |_: NotFoundError| "caught".with_status(StatusCode::NOT_FOUND);
        routes().catch_error(caught).with(pages()).boxed()
    };
    let rows = [
        row("caught inside", get().at("/nowhere"), inside, exactly(418, "caught not found")),
        row("one caught inside", get().at("/nowhere"), one_inside, exactly(404, "caught").without("vary")),
        row("others not caught inside", get().at("/method"), one_inside, html(405)),
        row("not caught outside", get().at("/nowhere"), outside, html(404)),
        row(
            "not caught outside, without a page",
            get().at("/secret"),
            outside,
            exactly(502, "the secret of the handler"),
        ),
        row(
            "caught outside, of another status",
            get().at("/moved"),
            outside,
            exactly(418, "caught 302 Found"),
        ),
    ];
    rule("an error that can get a page becomes a response, which outer middleware sees", rows)
}

/// Answers in place of an error.
async fn answer(error: Error) -> Response {
    (StatusCode::IM_A_TEAPOT, format!("caught {error}")).into_response()
}
