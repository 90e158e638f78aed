//! Routers of axum, with and without layers.

use std::fmt::Debug;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::http::{HeaderMap, HeaderValue, Request, StatusCode};
use axum::response::Response;
use axum::routing::get;
use http_status_info::codes;
use http_status_info::page::ErrorPage;
use pin_project_lite::pin_project;
use tower::{Layer, Service, ServiceExt};

use crate::requests::{self, Client};
use crate::servers::{self, Server};

/// Makes a router with one route. Errors have no content. The state is set, as `axum::serve` does
/// for each connection. Otherwise each request would make the route again.
pub fn router(status: StatusCode) -> Router {
    let handler = async move || match status {
        StatusCode::OK => Ok("Hello"),
        error => Err(error),
    };
    Router::new().route("/", get(handler)).with_state(())
}

/// Makes a router whose route adds a detail to its error.
pub fn router_with_detail() -> Router {
    let handler = async || ErrorPage::new(codes::NOT_FOUND).with_detail(DETAIL);
    Router::new().route("/", get(handler)).with_state(())
}

pub const DETAIL: &str = "There is no book of this name.";

/// Measures a service without a connection, with a clone for each request.
pub fn asked<S, B>(client: Client, make: impl Fn() -> S) -> impl FnMut(u32) -> Duration
where
    S: Service<Request<Body>, Response = Response<B>, Error: Debug> + Clone,
    B: HttpBody,
{
    requests::renewed(move || {
        let service = make();
        requests::asked(client, move |request| service.clone().oneshot(request))
    })
}

/// A layer that does nothing, with the structure of one that handles responses.
#[derive(Clone, Copy)]
pub struct NoLayer;

impl<S> Layer<S> for NoLayer {
    type Service = NoService<S>;

    fn layer(&self, inner: S) -> NoService<S> {
        NoService(inner)
    }
}

#[derive(Clone)]
pub struct NoService<S>(S);

impl<S: Service<R>, R> Service<R> for NoService<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = NoFuture<S::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, request: R) -> Self::Future {
        NoFuture { inner: self.0.call(request) }
    }
}

pin_project! {
    pub struct NoFuture<T> {
        #[pin]
        inner: T,
    }
}

impl<T: Future<Output = Result<R, E>>, R, E> Future for NoFuture<T> {
    type Output = T::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T::Output> {
        match ready!(self.project().inner.poll(cx)) {
            Ok(response) => Poll::Ready(Ok(response)),
            Err(error) => Poll::Ready(Err(error)),
        }
    }
}

/// Adds axum's middleware for responses, which does nothing.
pub fn with_map_response(router: Router) -> Router {
    router.layer(axum::middleware::map_response(async |response: Response| response))
}

/// Makes a router whose handler returns the response of a service, as constants.
pub fn constant(service: &Router, client: Client) -> Router {
    let mut request = Request::new(Body::empty());
    *request.headers_mut() = client.headers();
    let (head, content) = requests::response(service.clone().oneshot(request)).into_parts();
    let constant = |value: &HeaderValue| {
        let value: &'static [u8] = value.as_bytes().to_vec().leak();
        HeaderValue::from_maybe_shared(Bytes::from_static(value)).expect("the value of a field")
    };
    let fields = head.headers.iter().map(|(name, value)| (name.clone(), constant(value)));
    let fields: &'static HeaderMap = Box::leak(Box::new(fields.collect()));
    let content: &'static [u8] = content.leak();
    let handler = async move || (StatusCode::NOT_FOUND, fields.clone(), Body::from(content));
    Router::new().route("/", get(handler)).with_state(())
}

/// Serves a router with `axum::serve`.
pub fn serve(router: Router) -> Server {
    servers::listen(async |listener| axum::serve(listener, router).await)
}
