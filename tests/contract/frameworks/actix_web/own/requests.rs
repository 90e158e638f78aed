//! Changes of the request by inner services. actix-web allows these only without a second copy of the
//! request.

use actix_web::body::MessageBody;
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse, Url};
use actix_web::http::header::{ACCEPT, HeaderValue};
use actix_web::middleware::{Next, NormalizePath, from_fn};
use actix_web::{App, HttpMessage, HttpResponse, Result, web};
use http_status_info::adapter::actix_web::ErrorPages;
use http_status_info::page::Options;

use super::{Site, pages};
use crate::case::{Case, get, head, program, row, rule};
use crate::expect::{exactly, html, nothing, problem};

pub fn cases() -> Vec<Case<Site>> {
    [changed(), skipped()].concat()
}

/// Changes every part of a request that needs exclusive access.
async fn changing(
    mut request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>> {
    // Each of these calls panics if there is a copy of the request.
    request.match_info_mut().skip(0);
    request.head_mut().headers_mut().insert(ACCEPT, HeaderValue::from_static("application/json"));
    request.extensions_mut().insert("mine");
    request.set_payload(Payload::None);
    let (head, payload) = request.parts_mut();
    *head = head.clone();
    let _ = payload;
    next.call(request).await
}

/// Takes the request apart, which fails if there is a copy of it.
async fn taking_apart(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>> {
    let (request, payload) = request.into_parts();
    next.call(ServiceRequest::from_parts(request, payload)).await
}

/// Routes to another path.
async fn rerouting(
    mut request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>> {
    let target = "/gone".parse().unwrap();
    request.match_info_mut().get_mut().update(&target);
    request.head_mut().uri = target;
    next.call(request).await
}

fn changed() -> Vec<Case<Site>> {
    let _ = Url::new;
    let changes: Site = site!(App::new().wrap(from_fn(changing)).wrap(pages()));
    let takes_apart: Site = site!(App::new().wrap(from_fn(taking_apart)).wrap(pages()));
    let normalizes: Site = site!(
        App::new()
            .wrap(NormalizePath::trim())
            .wrap(pages())
            .route("/gone", web::get().to(async || HttpResponse::Gone().finish()))
    );
    let reroutes: Site = site!(
        App::new()
            .wrap(from_fn(rerouting))
            .wrap(pages())
            .route("/gone", web::get().to(async || HttpResponse::Gone().finish()))
    );
    let rows = [
        // The request of the client decides the page.
        row("all of it", get(), changes, html(404)),
        row("all of it, of HEAD", head(), changes, html(404)),
        row("taken apart", program(), takes_apart, problem(404)),
        row("another path", get(), reroutes, html(410)),
        row("a normal path", get().at("/gone//"), normalizes, html(410)),
    ];
    rule("inner middleware can change the request", rows)
}

fn skipped() -> Vec<Case<Site>> {
    let site: Site = site!(
        App::new()
            .wrap(ErrorPages::with_options(
                Options::new().skip(|method, path| { method == "HEAD" || path.starts_with("/api/") })
            ))
            .service(web::scope("/api").route("/fine", web::get().to(async || "fine")))
    );
    let rows = [
        row("by path", get().at("/api/nowhere?a=b"), site, nothing(404).and_no_other()),
        row("by method", head(), site, nothing(404).and_no_other()),
        row("not at all", get().at("/apis?a=/api/"), site, html(404)),
        row("a success", get().at("/api/fine"), site, exactly(200, "fine").without("vary")),
    ];
    rule("the method and path that the client sent decide whether a request is skipped", rows)
}
