//! Setups that run rows through the layers for axum and tower: inside a `Router`, around it, with
//! different body types, and over a real connection.

use std::collections::{BTreeMap, VecDeque};
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use ::axum::Router;
use ::axum::body::Body;
use ::axum::routing::any;
use bytes::Bytes;
use http::{HeaderName, HeaderValue, StatusCode};
use http_body::Frame;
use http_body_util::BodyExt;
use http_status_info::adapter::axum;
use http_status_info::adapter::tower::ErrorPagesLayer;
use http_status_info::page::{NoPage, Options};
use tower::util::BoxCloneSyncService;
use tower::{Layer, Service, ServiceExt};

use crate::answer::Answer;
use crate::case::{Case, Place, Request, Setup};
use crate::connection;
use crate::given::{Content, Given};

/// An application with its error pages.
pub type App = BoxCloneSyncService<http::Request<Body>, http::Response<Body>, Infallible>;

/// A setup, and the function that adds error pages to a router.
pub struct TowerSetup {
    pub setup: Setup,
    pub add_pages: fn(Options, Router) -> App,
}

pub static TOWER_SETUPS: [TowerSetup; 7] = [
    tower_setup("for axum, inside a Router", Place::Inside, false, |options, router| {
        app(router.layer(axum::ErrorPagesLayer::with_options(options)))
    }),
    tower_setup("for axum, around a Router", Place::Around, false, |options, router| {
        app(axum::ErrorPagesLayer::with_options(options).layer(router))
    }),
    tower_setup("inside a Router", Place::Inside, false, |options, router| {
        app(router.layer(ErrorPagesLayer::with_options(options)))
    }),
    tower_setup("inside a Router, same body", Place::Inside, false, |options, router| {
        app(router.layer(ErrorPagesLayer::with_options(options).same_body()))
    }),
    tower_setup("around a Router", Place::Around, false, |options, router| {
        app(ErrorPagesLayer::with_options(options).layer(router))
    }),
    tower_setup("around a Router, same body", Place::Around, false, |options, router| {
        app(ErrorPagesLayer::with_options(options).same_body().layer(router))
    }),
    tower_setup("around a Router, over a connection", Place::Around, true, |options, router| {
        app(ErrorPagesLayer::with_options(options).layer(router))
    }),
];

const fn tower_setup(
    name: &'static str,
    place: Place,
    is_over_connection: bool,
    add_pages: fn(Options, Router) -> App,
) -> TowerSetup {
    TowerSetup { setup: Setup { name, place, is_over_connection }, add_pages }
}

/// Converts the response body of a service to axum's `Body`.
pub fn app<S, B>(service: S) -> App
where
    S: Service<http::Request<Body>, Response = http::Response<B>, Error = Infallible>,
    S: Clone + Send + Sync + 'static,
    S::Future: Send + 'static,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<::axum::BoxError>,
{
    BoxCloneSyncService::new(service.map_response(|response| response.map(Body::new)))
}

/// Sends each request to its own application and returns the answers.
pub async fn answers<G>(setup: &Setup, cases: &[Case<G>], app: impl Fn(&Case<G>) -> App) -> Vec<Answer> {
    let apps: Vec<App> = cases.iter().map(app).collect();
    let requests: Vec<&Request> = cases.iter().map(|case| &case.request).collect();
    if setup.is_over_connection {
        return connection::exchange(apps, &requests).await;
    }
    let mut answers = Vec::new();
    for (app, request) in apps.into_iter().zip(requests) {
        answers.push(answer(app, request).await);
    }
    answers
}

/// Sends all requests to one application for each set of options, in order and in reverse order.
/// Returns all answers.
pub async fn answers_of_shared(cases: &[Case]) -> Vec<(&Case, Answer)> {
    let mut layers = BTreeMap::new();
    let mut answers = Vec::new();
    for case in cases.iter().chain(cases.iter().rev()) {
        let layer = layers
            .entry(case.options as usize)
            .or_insert_with(|| ErrorPagesLayer::with_options((case.options)()).same_body());
        answers.push((case, answer(app(layer.layer(routes_to(&case.given))), &case.request).await));
    }
    answers
}

async fn answer(app: App, request: &Request) -> Answer {
    let Ok(response) = app.oneshot(message(request, request.path)).await;
    read(response).await.unwrap_or_else(Answer::broken)
}

/// Makes a request for a path, with an empty body of any type.
pub fn message<B: Default>(request: &Request, path: &str) -> http::Request<B> {
    let mut message = http::Request::new(B::default());
    *message.method_mut() = request.method.parse().unwrap();
    *message.uri_mut() = path.parse().unwrap();
    for (name, value) in &request.fields {
        let name: HeaderName = name.parse().unwrap();
        message.headers_mut().append(name, HeaderValue::from_bytes(value).unwrap());
    }
    message
}

/// Reads a whole response, or returns the reason why it cannot be read.
pub async fn read<B: http_body::Body<Data = Bytes>>(response: http::Response<B>) -> Result<Answer, String> {
    let (head, body) = response.into_parts();
    let Ok(content) = body.collect().await else { return Err(format!("the body breaks off: {head:?}")) };
    let fields = head.headers.iter().map(|(name, value)| (name.to_string(), value.as_bytes().to_vec()));
    let (status, content) = (head.status.as_u16(), content.to_bytes().to_vec());
    Ok(Answer { status, fields: fields.collect(), content, broken: None })
}

/// Routes that answer every request with one response.
pub fn routes_to(given: &Given) -> Router {
    let given = given.clone();
    let handler = any(move || {
        let response = response(&given);
        async { response }
    });
    Router::new().route("/", handler.clone()).route("/{*path}", handler)
}

fn response(given: &Given) -> http::Response<Body> {
    let body = match &given.content {
        Content::None => Body::empty(),
        Content::Text(text) => Body::from(text.clone()),
        Content::Untyped(text) => Body::from(*text),
        Content::Sized(_, content) => Body::from(content.clone()),
        Content::Stream(_, chunks) => Body::new(Chunks(chunks.iter().copied().map(Bytes::from).collect())),
        Content::EmptyStream => Body::new(Chunks(VecDeque::new())),
    };
    let mut response = http::Response::new(body);
    *response.status_mut() = StatusCode::from_u16(given.status).unwrap();
    let media_type = given.media_type().map(|value| ("content-type", value.as_bytes()));
    let fields = given.fields.iter().map(|(name, value)| (name.as_str(), value.as_slice()));
    for (name, value) in media_type.into_iter().chain(fields) {
        let name: HeaderName = name.parse().unwrap();
        response.headers_mut().append(name, HeaderValue::from_bytes(value).unwrap());
    }
    if let Some(page) = given.page {
        response.extensions_mut().insert(page());
    }
    if given.is_marked {
        response.extensions_mut().insert(NoPage);
    }
    response
}

/// A stream without a length, which does not report its end in advance.
struct Chunks(VecDeque<Bytes>);

impl http_body::Body for Chunks {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.pop_front().map(|chunk| Ok(Frame::data(chunk))))
    }
}
