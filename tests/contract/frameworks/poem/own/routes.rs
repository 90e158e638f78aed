//! What Poem's own routing answers.

use http::StatusCode;
use http_status_info::adapter::poem::ErrorPages;
use http_status_info::page::Options;
use poem::web::Html;
use poem::{EndpointExt, IntoResponse, Response, Route, RouteMethod, get as on_get};

use super::{Site, branded, masking, pages, returning, stream};
use crate::case::{Case, get, head, request, row, rule};
use crate::expect::{exactly, html, nothing, problem};

pub fn cases() -> Vec<Case<Site>> {
    [unmatched(), nested(), methods(), stripped(), skipped()].concat()
}

fn gone() -> StatusCode {
    StatusCode::GONE
}

fn unmatched() -> Vec<Case<Site>> {
    let none: Site = || Route::new().at("/", returning(|| "fine")).with(pages()).boxed();
    let caught: Site = || Route::new().at("/*", returning(gone)).with(pages()).boxed();
    let asked = || get().at("/nowhere");
    let rows = [
        row("GET", asked(), none, html(404).without("allow")),
        row("HEAD", head().at("/nowhere"), none, html(404)),
        row(
            "POST as a problem",
            request("POST").at("/a/b").accepting("application/json"),
            none,
            problem(404),
        ),
        row("a method that nobody knows", request("PROPFIND").at("/nowhere"), none, html(404)),
        row("by a route for all the rest", asked(), caught, html(410)),
    ];
    rule("an unmatched path gets a page, and no content to HEAD", rows)
}

fn nested() -> Vec<Case<Site>> {
    fn shop() -> Route {
        Route::new().at("/full", returning(gone))
    }
    let inside: Site = || {
        let routes = Route::new().nest("/shop", shop().with(branded("Shop"))).at("/gone", returning(gone));
        routes.map_to_response().boxed()
    };
    let both: Site = || {
        Route::new()
            .nest("/shop", shop().with(branded("Shop")))
            .at("/one", returning(gone).with(branded("One")))
            .nest("/plain", shop())
            .with(branded("Site"))
            .boxed()
    };
    let of = |name: &str, status| html(status).says(name.to_owned());
    let rows = [
        row("a route", get().at("/shop/full"), inside, of("Shop", 410)),
        row("a path that it does not have", get().at("/shop/nowhere"), inside, of("Shop", 404)),
        row("HEAD of a path that it does not have", head().at("/shop/nowhere"), inside, html(404)),
        row("not beside it", get().at("/gone"), inside, nothing(410).and_no_other()),
        row("it goes before the application", get().at("/shop/full"), both, of("Shop", 410).lacks("Site")),
        row("an endpoint goes before the application", get().at("/one"), both, of("One", 410).lacks("Site")),
        row("one without any", get().at("/plain/nowhere"), both, of("Site", 404)),
        row("the application", get().at("/nowhere"), both, of("Site", 404)),
    ];
    rule("nested routes have pages of their own", rows)
}

fn methods() -> Vec<Case<Site>> {
    let site: Site = || {
        let methods = RouteMethod::new().get(returning(|| "fine")).post(returning(|| "fine"));
        Route::new().at("/", methods).with(pages()).boxed()
    };
    let rows = [
        row("as HTML", request("DELETE"), site, html(405).without("allow")),
        row(
            "as a problem",
            request("DELETE").accepting("application/json"),
            site,
            problem(405).no_member("allow").no_member("detail"),
        ),
        row("not to HEAD, which GET stands for", head(), site, nothing(200).without("vary")),
    ];
    rule("a method that a route does not have gets a page, without Allow", rows)
}

fn stripped() -> Vec<Case<Site>> {
    let site: Site = || {
        Route::new()
            .at("/bare", on_get(returning(gone)))
            .at("/own", on_get(returning(|| Html("own").with_status(StatusCode::GONE))))
            .at("/text", on_get(returning(|| "a text".with_status(StatusCode::GONE))))
            .at(
                "/error",
                on_get(returning(|| Err::<(), _>(poem::Error::from_string("a text", StatusCode::GONE)))),
            )
            .at("/untyped", on_get(returning(|| Response::from((StatusCode::GONE, "own")))))
            .at("/stream", on_get(returning(|| Response::from((StatusCode::GONE, stream(&["own"]))))))
            .at("/inside", on_get(returning(|| Html("own").with_status(StatusCode::GONE)).with(pages())))
            .at("/page", on_get(returning(gone).with(pages())))
            .with(masking())
            .boxed()
    };
    let plain = "text/plain; charset=utf-8";
    let rows = [
        row("a bare error", head().at("/bare"), site, html(410)),
        row(
            "content of the application's own",
            head().at("/own"),
            site,
            nothing(410).field("content-type", "text/html; charset=utf-8").and_no_other(),
        ),
        // A text of Poem's and one of the application's look the same.
        row("a text", head().at("/text"), site, nothing(410).field("content-type", plain).and_no_other()),
        row("a text of an error, which is not stripped", head().at("/error"), site, html(410)),
        // The layer takes each of these for a bare error, and its page replaces the content.
        row("content without a type", head().at("/untyped"), site, html(410)),
        row("a stream without a type", head().at("/stream"), site, html(410)),
        row("a page of pages inside", head().at("/page"), site, html(410)),
        row("content, through pages inside", head().at("/inside"), site, nothing(410).without("vary")),
        row(
            "GET keeps its content without a type",
            get().at("/stream"),
            site,
            exactly(410, "own").without("vary"),
        ),
    ];
    rule("HEAD that a route for GET answers is known by what is left of the response", rows)
}

fn skipped() -> Vec<Case<Site>> {
    fn api() -> ErrorPages {
        ErrorPages::with_options(
            Options::new().skip(|method, path| method == "HEAD" || path.starts_with("/api/")),
        )
    }
    let site: Site =
        || Route::new().nest("/api", Route::new().at("/gone", returning(gone))).with(api()).boxed();
    // Nested routes see paths without their prefix.
    let nested: Site = || {
        let routes = Route::new().nest("/api", Route::new().at("/gone", returning(gone)).with(api()));
        routes.map_to_response().boxed()
    };
    let rows = [
        row("by path", get().at("/api/gone?a=b"), site, nothing(410).and_no_other()),
        row(
            "by method",
            head().at("/gone"),
            site,
            nothing(404).field("content-type", "text/plain; charset=utf-8"),
        ),
        row("not at all", get().at("/apis?a=/api/"), site, html(404)),
        row("not by the prefix in nested routes", get().at("/api/gone"), nested, html(410)),
    ];
    rule("requests are skipped by the path that Poem shows", rows)
}
