//! Applications of actix-web, with and without middleware.

use std::future::{Ready, poll_fn, ready};
use std::hint::black_box;
use std::net::TcpListener;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, ready as ready_or_pending};
use std::time::Duration;

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{Service, ServiceFactory, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::{ErrorHandlerResponse, ErrorHandlers};
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, Error, HttpResponse, HttpServer, http, web};
use axum::http::StatusCode;
use pin_project_lite::pin_project;

use crate::connections::RecordedResponse;
use crate::requests::{self, Client, now};
use crate::servers::{self, Server};

/// Makes an application with one route. Errors have no content.
pub fn app(status: StatusCode) -> App<impl Factory<BoxBody>> {
    let route = match status {
        StatusCode::OK => web::get().to(async || "Hello"),
        error => {
            let error = http::StatusCode::from_u16(error.as_u16()).expect("a status code");
            web::get().to(move || ready(HttpResponse::new(error)))
        }
    };
    App::new().route("/", route)
}

/// The service factory of an application.
pub trait Factory<B>:
    ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<B>,
        Error = Error,
        InitError = (),
        Future: 'static,
    > + 'static
{
}

impl<T, B> Factory<B> for T where
    T: ServiceFactory<
            ServiceRequest,
            Config = (),
            Response = ServiceResponse<B>,
            Error = Error,
            InitError = (),
            Future: 'static,
        > + 'static
{
}

/// Measures an application without a connection.
pub fn asked<T, B>(client: Client, make: impl Fn() -> App<T>) -> impl FnMut(u32) -> Duration
where
    T: Factory<B>,
    B: MessageBody + 'static,
{
    let headers = headers(client);
    requests::renewed(move || {
        let (service, headers) = (now(init_service(make())), headers.clone());
        let request = move || {
            let mut request = TestRequest::default().to_request();
            request.headers_mut().clone_from(&headers);
            request
        };
        move |count| requests::timed(count, &request, |request| read(service.call(request)))
    })
}

fn headers(client: Client) -> HeaderMap {
    let field = |(name, value): (&str, web::Bytes)| {
        let value = HeaderValue::from_maybe_shared(value);
        Some((HeaderName::from_bytes(name.as_bytes()).ok()?, value.ok()?))
    };
    client.shared().filter_map(field).collect()
}

/// Reads a response as a server does, without sending it.
fn read<B: MessageBody>(call: impl Future<Output = Result<ServiceResponse<B>, Error>>) {
    let (head, body) = now(call).expect("a response").into_parts().1.into_parts();
    let mut body = pin!(body);
    while let Some(part) = now(poll_fn(|cx| body.as_mut().poll_next(cx))) {
        black_box(part.is_ok());
    }
    black_box(head);
}

/// Serves an application. The worker of actix-web has a thread of its own.
pub fn serve<T, B>(make: impl Fn() -> App<T> + Clone + Send + 'static) -> Server
where
    T: Factory<B>,
    B: MessageBody + 'static,
{
    servers::start(async move |started, end| {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let make = move || {
            started.announce(address);
            make()
        };
        let server = HttpServer::new(make).workers(1).shutdown_signal(end.wait()).shutdown_timeout(1);
        server.listen(listener).expect("a listener").run().await.expect("a server");
    })
}

/// A middleware that does nothing, with the structure of one that handles responses.
#[derive(Clone, Copy)]
pub struct Nothing<P>(P);

/// Converts the body type to that of a middleware that can replace the content.
pub fn nothing<B>() -> Nothing<impl Fn(ServiceResponse<B>) -> ServiceResponse<EitherBody<B>> + Copy> {
    Nothing(ServiceResponse::map_into_left_body)
}

/// Returns responses unchanged.
pub fn nothing_same_body<B>() -> Nothing<impl Fn(ServiceResponse<B>) -> ServiceResponse<B> + Copy> {
    Nothing(|response| response)
}

impl<S, B, C, P> Transform<S, ServiceRequest> for Nothing<P>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    P: Fn(ServiceResponse<B>) -> ServiceResponse<C> + Copy,
{
    type Response = ServiceResponse<C>;
    type Error = Error;
    type Transform = NothingService<S, P>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, inner: S) -> Self::Future {
        ready(Ok(NothingService { inner, pass: self.0 }))
    }
}

pub struct NothingService<S, P> {
    inner: S,
    pass: P,
}

impl<S, B, C, P> Service<ServiceRequest> for NothingService<S, P>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    P: Fn(ServiceResponse<B>) -> ServiceResponse<C> + Copy,
{
    type Response = ServiceResponse<C>;
    type Error = Error;
    type Future = NothingFuture<S::Future, P>;

    forward_ready!(inner);

    fn call(&self, request: ServiceRequest) -> Self::Future {
        NothingFuture { inner: self.inner.call(request), pass: self.pass }
    }
}

pin_project! {
    pub struct NothingFuture<T, P> {
        #[pin]
        inner: T,
        pass: P,
    }
}

impl<T, B, C, P> Future for NothingFuture<T, P>
where
    T: Future<Output = Result<ServiceResponse<B>, Error>>,
    P: Fn(ServiceResponse<B>) -> ServiceResponse<C>,
{
    type Output = Result<ServiceResponse<C>, Error>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        match ready_or_pending!(this.inner.poll(cx)) {
            Ok(response) => Poll::Ready(Ok((this.pass)(response))),
            Err(error) => Poll::Ready(Err(error)),
        }
    }
}

/// Makes the middleware of actix-web with a handler for 404, which is not called for a success.
pub fn error_handlers() -> ErrorHandlers<BoxBody> {
    ErrorHandlers::new().handler(http::StatusCode::NOT_FOUND, |response| {
        Ok(ErrorHandlerResponse::Response(response.map_into_left_body()))
    })
}

/// Makes the middleware of actix-web with a page whose fields and content are constants.
pub fn constant(page: &'static RecordedResponse) -> ErrorHandlers<BoxBody> {
    let field = |(name, value): &'static (String, String)| {
        (HeaderName::from_static(name), HeaderValue::from_static(value))
    };
    let fields: Vec<_> = page.fields.iter().map(field).collect();
    ErrorHandlers::new().handler(http::StatusCode::NOT_FOUND, move |mut response| {
        for (name, value) in &fields {
            response.headers_mut().insert(name.clone(), value.clone());
        }
        let response = response.map_body(|_, _| EitherBody::right(BoxBody::new(page.content.as_str())));
        Ok(ErrorHandlerResponse::Response(response))
    })
}
