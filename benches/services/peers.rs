//! Other crates with error pages, each in its own framework.

use std::net::SocketAddr;
use std::time::Duration;

use axum::http::uri::Scheme;
use axum::http::{HeaderName, HeaderValue, Request, StatusCode, header};
use axum_problem::{Problem, ProblemLayer};
use axum07::handler::Handler;
use axum07::response::IntoResponse;
use http_status_info::adapter::tower::ErrorPagesLayer;
use http_status_info::codes;
use http_status_info::page::ErrorPage;
use hyper::service::Service as HyperService;
use salvo::catcher::Catcher;
use salvo::conn::ConnCtrl;
use salvo::conn::tcp::TcpAcceptor;
use salvo::http::ReqBody;
use salvo::prelude::{Router as SalvoRouter, Server as SalvoServer, Service as SalvoService, handler};
use tower::ServiceExt;

use crate::requests::{self, Client};
use crate::servers::{self, Server};
use crate::services::axum::DETAIL;

/// Makes a router of axum 0.7, in which both axum-problem and the layer of this crate run.
fn axum07_router<H: Handler<T, ()>, T: 'static>(handler: H) -> axum07::Router {
    axum07::Router::new().route("/", axum07::routing::get(handler)).with_state(())
}

async fn bare() -> axum07::http::StatusCode {
    axum07::http::StatusCode::NOT_FOUND
}

/// Makes a router of axum 0.7 with the layer of this crate.
pub fn ours(layer: ErrorPagesLayer) -> axum07::Router {
    axum07_router(bare).layer(layer.same_body())
}

/// The same, with a detail of the handler.
pub fn ours_with_detail(layer: ErrorPagesLayer) -> axum07::Router {
    let handler = || async {
        let mut response = bare().await.into_response();
        response.extensions_mut().insert(ErrorPage::new(codes::NOT_FOUND).with_detail(DETAIL));
        response
    };
    axum07_router(handler).layer(layer.same_body())
}

/// Makes a router with axum-problem.
pub fn problem() -> axum07::Router {
    axum07_router(bare).layer(ProblemLayer)
}

/// The same, with a detail of the handler.
pub fn problem_with_detail() -> axum07::Router {
    axum07_router(|| async { Problem::not_found().detail(DETAIL) }).layer(ProblemLayer)
}

/// The same, with the header fields that the layer of this crate adds.
pub fn problem_with_fields() -> axum07::Router {
    const FIELDS: [(HeaderName, &str); 3] = [
        (header::CONTENT_LANGUAGE, "en"),
        (header::VARY, "Sec-Fetch-Dest"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    problem().layer(axum07::middleware::map_response(async |mut response: axum07::response::Response| {
        let fields = FIELDS.map(|(name, value)| (name, HeaderValue::from_static(value)));
        response.headers_mut().extend(fields);
        response
    }))
}

/// Measures a router of axum 0.7 without a connection.
pub fn asked_axum07(client: Client, make: impl Fn() -> axum07::Router) -> impl FnMut(u32) -> Duration {
    requests::renewed(move || {
        let service = make();
        requests::asked(client, move |request: Request<axum07::body::Body>| service.clone().oneshot(request))
    })
}

pub fn serve_axum07(service: axum07::Router) -> Server {
    servers::listen(async |listener| axum07::serve(listener, service).await)
}

/// Makes a service of Salvo with its own error pages.
fn salvo_service() -> SalvoService {
    #[handler]
    async fn not_found(response: &mut salvo::Response) {
        response.status_code(StatusCode::NOT_FOUND);
    }
    SalvoService::new(SalvoRouter::new().get(not_found)).catcher(Catcher::default())
}

pub fn serve_salvo() -> Server {
    servers::listen(async |listener| {
        let acceptor = TcpAcceptor::try_from(listener).expect("an address");
        SalvoServer::new(acceptor).serve(salvo_service()).await;
    })
}

/// Measures Salvo without a connection, through the handler that it makes for each connection.
pub fn asked_salvo(client: Client) -> impl FnMut(u32) -> Duration {
    let address = SocketAddr::from(([127, 0, 0, 1], 80));
    let make = move || {
        let connection = ConnCtrl::new();
        salvo_service().hyper_handler(address.into(), address.into(), Scheme::HTTP, None, connection, None)
    };
    requests::renewed(move || {
        let service = make();
        requests::asked(client, move |request: Request<ReqBody>| HyperService::call(&service, request))
    })
}
