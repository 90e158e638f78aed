//! What else has error pages, each in the framework that it is made for.

use std::net::SocketAddr;
use std::time::Duration;

use axum::http::uri::Scheme;
use axum::http::{Request, StatusCode};
use axum_problem::ProblemLayer;
use hyper::service::Service as HyperService;
use salvo::catcher::Catcher;
use salvo::conn::ConnCtrl;
use salvo::conn::tcp::TcpAcceptor;
use salvo::http::ReqBody;
use salvo::prelude::{Router as SalvoRouter, Server as SalvoServer, Service as SalvoService, handler};
use tower::ServiceExt;

use crate::requests::{self, Client};
use crate::servers::{self, Server};

/// axum-problem.
fn problem() -> axum07::Router {
    let handler = || async { axum07::http::StatusCode::NOT_FOUND };
    axum07::Router::new().route("/", axum07::routing::get(handler)).with_state(()).layer(ProblemLayer)
}

pub fn asked_problem(client: Client) -> impl FnMut(u32) -> Duration {
    requests::renewed(move || {
        let service = problem();
        requests::asked(client, move |request: Request<axum07::body::Body>| service.clone().oneshot(request))
    })
}

pub fn serve_problem() -> Server {
    servers::listen(async |listener| axum07::serve(listener, problem()).await)
}

/// Salvo.
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

/// Through what Salvo makes of a service for each connection.
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
