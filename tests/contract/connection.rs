//! A server and a client of hyper that talk over the loopback interface.

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::BoxError;
use axum::body::Body;
use bytes::Bytes;
use http_body_util::Empty;
use hyper::body::Incoming;
use hyper::client::conn::http1::SendRequest;
use hyper::service::{Service, service_fn};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;

use super::answer::Answer;
use super::case::Request;
use super::frameworks::axum::driver::{App, message, read};

/// How long anything may take before it is given up. Nothing is expected to.
const GIVEN_UP_AFTER: Duration = Duration::from_secs(30);

/// Waits for what must not wait for ever.
pub async fn soon<T>(what: &str, future: impl Future<Output = T>) -> T {
    tokio::time::timeout(GIVEN_UP_AFTER, future).await.unwrap_or_else(|_| panic!("no end of {what}"))
}

/// Sends each request to its application: one server for all of them, which finds the
/// application by the first segment of the path, and one connection as long as it is
/// kept, so that a response of a wrong length spoils the next one.
pub async fn exchange(apps: Vec<App>, requests: &[&Request]) -> Vec<Answer> {
    let apps = Arc::new(apps);
    let service = service_fn(move |request: http::Request<Incoming>| {
        let (app, request) = addressed(&apps, request);
        app.oneshot(request)
    });
    let address = serve(service).await;
    let mut client = connect(address).await;
    let mut answers = Vec::new();
    for (place, request) in requests.iter().enumerate() {
        if client.ready().await.is_err() {
            client = connect(address).await;
        }
        let request = message(request, &format!("/{place}{}", request.path));
        answers.push(ask(&mut client, request).await);
        if answers[place].broken.is_some() {
            client = connect(address).await;
        }
    }
    answers
}

type Client = SendRequest<Empty<Bytes>>;

/// Sends a request and reads what comes back, however that ends.
pub async fn ask(client: &mut Client, request: http::Request<Empty<Bytes>>) -> Answer {
    let answer = tokio::time::timeout(GIVEN_UP_AFTER, answer(client, request)).await;
    answer.unwrap_or(Err("no end".to_owned())).unwrap_or_else(Answer::broken)
}

async fn answer(client: &mut Client, request: http::Request<Empty<Bytes>>) -> Result<Answer, String> {
    let response = client.send_request(request).await.map_err(|error| error.to_string())?;
    read(response).await
}

/// Finds the application by the first segment of the path, and takes that away.
fn addressed(apps: &[App], request: http::Request<Incoming>) -> (App, http::Request<Body>) {
    let mut request = request.map(Body::new);
    let target = request.uri().to_string();
    let (place, path) = target[1..].split_once('/').unwrap();
    *request.uri_mut() = format!("/{path}").parse().unwrap();
    (apps[place.parse::<usize>().unwrap()].clone(), request)
}

/// Serves on a port that the system chooses, until the test ends.
pub async fn serve<S, B>(service: S) -> SocketAddr
where
    S: Service<http::Request<Incoming>, Response = http::Response<B>> + Clone + Send + 'static,
    S::Future: Send,
    S::Error: Into<BoxError>,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let connection = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service.clone())
                .with_upgrades();
            // A client that goes away ends its connection with an error.
            tokio::spawn(async { drop(connection.await) });
        }
    });
    address
}

pub async fn connect(address: SocketAddr) -> Client {
    let stream = soon("connecting", TcpStream::connect(address)).await.unwrap();
    let (client, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.unwrap();
    tokio::spawn(connection.with_upgrades());
    client
}
