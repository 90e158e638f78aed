//! Answers of actix-web's own routing.

use actix_web::{App, HttpResponse, guard, web};
use serde_json::json;

use super::{Site, branded, masking, pages};
use crate::case::{Case, get, head, program, request, row, rule};
use crate::expect::{exactly, html, nothing, problem};

pub fn cases() -> Vec<Case<Site>> {
    [unmatched(), scopes(), methods()].concat()
}

async fn gone() -> HttpResponse {
    HttpResponse::Gone().finish()
}

async fn own() -> HttpResponse {
    HttpResponse::NotFound().body("own")
}

fn unmatched() -> Vec<Case<Site>> {
    let none: Site = site!(App::new().wrap(pages()).route("/", web::get().to(async || "fine")));
    let by_default: Site = site!(App::new().wrap(pages()).default_service(web::to(gone)));
    let with_content: Site = site!(App::new().wrap(pages()).default_service(web::to(own)));
    let nowhere = || get().at("/nowhere");
    let rows = [
        row("GET", nowhere(), none, html(404).without("allow")),
        row("HEAD", head().at("/nowhere"), none, html(404)),
        row(
            "POST as a problem",
            request("POST").at("/nowhere").accepting("application/json"),
            none,
            problem(404),
        ),
        row("an uncommon method", request("PROPFIND").at("/nowhere"), none, html(404)),
        row("by a default service", nowhere(), by_default, html(410)),
        row("HEAD by a default service", head().at("/nowhere"), by_default, html(410)),
        row(
            "by a default service with content",
            nowhere(),
            with_content,
            exactly(404, "own").without("vary"),
        ),
    ];
    rule("an unmatched path gets a page, and HEAD gets no content", rows)
}

fn scopes() -> Vec<Case<Site>> {
    let inside: Site = site!(
        App::new()
            .service(
                web::scope("/shop")
                    .wrap(branded("Shop"))
                    .route("/full", web::get().to(gone))
                    .service(web::scope("/deep").default_service(web::to(gone)))
            )
            .route("/gone", web::get().to(gone))
    );
    let both: Site = site!(
        App::new()
            .wrap(branded("Site"))
            .service(web::scope("/shop").wrap(branded("Shop")).route("/full", web::get().to(gone)))
            .service(web::resource("/one").wrap(branded("One")).route(web::get().to(gone)))
            .service(web::scope("/plain").route("/full", web::get().to(gone)))
    );
    // The scope has no default service, so the application's default service answers.
    let of_app: Site = site!(
        App::new()
            .service(web::scope("/shop").wrap(branded("Shop")).route("/full", web::get().to(gone)))
            .default_service(web::to(gone))
    );
    let of = |name: &str, status| html(status).says(name.to_owned());
    let rows = [
        row("a scope", get().at("/shop/full"), inside, of("Shop", 410)),
        row("HEAD of an unmatched path of a scope", head().at("/shop/nowhere"), inside, html(404)),
        row("an unmatched path of a scope", get().at("/shop/nowhere"), inside, of("Shop", 404)),
        row("a scope in the scope", get().at("/shop/deep/nowhere"), inside, of("Shop", 410)),
        row("not beside the scope", get().at("/gone"), inside, nothing(410).and_no_other()),
        row("not of unmatched paths", get().at("/nowhere"), inside, nothing(404).and_no_other()),
        row(
            "the scope goes before the application",
            get().at("/shop/full"),
            both,
            of("Shop", 410).lacks("Site"),
        ),
        row("a resource goes before the application", get().at("/one"), both, of("One", 410).lacks("Site")),
        row("a scope without pages", get().at("/plain/full"), both, of("Site", 410)),
        row("the application", get().at("/nowhere"), both, of("Site", 404)),
        row(
            "the application's default service, in a scope",
            get().at("/shop/nowhere"),
            of_app,
            of("Shop", 410),
        ),
        row("the application's default service", get().at("/nowhere"), of_app, nothing(410).and_no_other()),
    ];
    rule("a scope or a resource can have its own pages", rows)
}

fn methods() -> Vec<Case<Site>> {
    let site: Site = site!(
        App::new()
            .wrap(masking())
            .service(
                web::resource("/two").route(web::get().to(async || "")).route(web::post().to(async || ""))
            )
            .service(web::resource("/any").to(async || ""))
            .service(web::resource("/gone").route(web::get().to(async || "")).default_service(web::to(gone)))
            .service(web::resource("/guarded").guard(guard::Header("x-key", "1")).to(async || ""))
            .route("/one", web::post().to(async || ""))
    );
    let with_allow = |page: crate::expect::Expect| page.field("allow", "GET, POST");
    let rows = [
        row("as HTML", request("DELETE").at("/two"), site, with_allow(html(405)).says("GET, POST")),
        row(
            "as a problem",
            request("DELETE").at("/two").accepting("application/json"),
            site,
            with_allow(problem(405)).member("allow", json!(["GET", "POST"])),
        ),
        row("to HEAD, which a route for GET does not answer", head().at("/two"), site, with_allow(html(405))),
        row("of a default service", request("DELETE").at("/gone"), site, html(410)),
        row("404 for a single route", get().at("/one"), site, html(404).without("allow")),
        row("404 for a guard", program().at("/guarded"), site, problem(404).no_member("allow")),
        row("not for a resource with every method", request("DELETE").at("/any"), site, exactly(200, "")),
    ];
    rule("a 405 has Allow, and its page lists the allowed methods", rows)
}
