//! Poem, bare and with middleware.

use std::hint::black_box;
use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use poem::endpoint::make_sync;
use poem::listener::TcpAcceptor;
use poem::{Endpoint, IntoEndpoint, IntoResponse, Middleware, Request, Response, Route, Server, get};

use crate::connections::RecordedResponse;
use crate::requests::{self, Client, now};
use crate::servers::{self, Server as Running};

/// Routes with one route. Errors have no content.
pub fn routes(status: StatusCode) -> Route {
    match status {
        StatusCode::OK => Route::new().at("/", get(make_sync(|_| "Hello"))),
        error => Route::new().at("/", get(make_sync(move |_| error))),
    }
}

/// Asks an endpoint as a server does.
pub fn asked<E: Endpoint>(client: Client, make: impl Fn() -> E) -> impl FnMut(u32) -> Duration {
    let headers = client.headers();
    requests::renewed(move || {
        let (endpoint, headers) = (make(), headers.clone());
        let request = move || {
            let mut request = Request::default();
            request.headers_mut().clone_from(&headers);
            request
        };
        move |count| requests::timed(count, &request, |request| read(endpoint.get_response(request)))
    })
}

/// Takes a response as a server does, but for sending it.
fn read(response: impl Future<Output = Response>) {
    let (head, body) = now(response).into_parts();
    black_box(now(body.into_bytes()).is_ok());
    black_box(head);
}

/// Serves an endpoint as Poem does.
pub fn serve<E>(endpoint: E) -> Running
where
    E: IntoEndpoint + Send + 'static,
    E::Endpoint: 'static,
{
    servers::listen(async |listener| {
        let acceptor = TcpAcceptor::from_tokio(listener).expect("a listener");
        Server::new_with_acceptor(acceptor).run(endpoint).await
    })
}

/// A middleware that does nothing, but make a response of each output, as one for responses
/// has to.
pub struct Nothing;

impl<E: Endpoint> Middleware<E> for Nothing {
    type Output = NothingEndpoint<E>;

    fn transform(&self, inner: E) -> NothingEndpoint<E> {
        NothingEndpoint(inner)
    }
}

pub struct NothingEndpoint<E>(E);

impl<E: Endpoint> Endpoint for NothingEndpoint<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        self.0.call(request).await.map(IntoResponse::into_response)
    }
}

/// Routes whose handler returns a page whose fields and content are constants.
pub fn constant(page: &'static RecordedResponse) -> Route {
    let field = |(name, value): &'static (String, String)| {
        (HeaderName::from_static(name), HeaderValue::from_static(value))
    };
    let fields: HeaderMap = page.fields.iter().map(field).collect();
    let handler = move |_| {
        let mut response = Response::from((StatusCode::NOT_FOUND, page.content.as_str()));
        response.headers_mut().clone_from(&fields);
        response
    };
    Route::new().at("/", get(make_sync(handler)))
}
