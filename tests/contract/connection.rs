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

/// The time limit of every wait, which no test should reach.
const TIME_LIMIT: Duration = Duration::from_secs(30);

/// Waits for a future, and fails after the time limit.
pub async fn within_limit<T>(name: &str, future: impl Future<Output = T>) -> T {
    tokio::time::timeout(TIME_LIMIT, future).await.unwrap_or_else(|_| panic!("{name} does not end"))
}

/// Sends each request to its application and returns the answers.
///
/// One server has all applications, and finds each by the first segment of the path. The requests
/// share one connection as long as it stays open, so a response with a wrong length breaks the next
/// one.
pub async fn exchange(apps: Vec<App>, requests: &[&Request]) -> Vec<Answer> {
    let apps = Arc::new(apps);
    let service = service_fn(move |request: http::Request<Incoming>| {
        let (app, request) = find_app(&apps, request);
        app.oneshot(request)
    });
    let address = serve(service).await;
    let mut client = connect(address).await;
    let mut answers = Vec::new();
    for (index, request) in requests.iter().enumerate() {
        if client.ready().await.is_err() {
            client = connect(address).await;
        }
        let request = message(request, &format!("/{index}{}", request.path));
        answers.push(ask(&mut client, request).await);
        if answers[index].broken.is_some() {
            client = connect(address).await;
        }
    }
    answers
}

type Client = SendRequest<Empty<Bytes>>;

/// Sends a request and reads the answer. A failure is an answer too.
pub async fn ask(client: &mut Client, request: http::Request<Empty<Bytes>>) -> Answer {
    let answer = tokio::time::timeout(TIME_LIMIT, answer(client, request)).await;
    answer.unwrap_or(Err("time limit reached".to_owned())).unwrap_or_else(Answer::broken)
}

async fn answer(client: &mut Client, request: http::Request<Empty<Bytes>>) -> Result<Answer, String> {
    let response = client.send_request(request).await.map_err(|error| error.to_string())?;
    read(response).await
}

/// Finds the application by the first segment of the path, and removes the segment.
fn find_app(apps: &[App], request: http::Request<Incoming>) -> (App, http::Request<Body>) {
    let mut request = request.map(Body::new);
    let target = request.uri().to_string();
    let (index, path) = target[1..].split_once('/').unwrap();
    *request.uri_mut() = format!("/{path}").parse().unwrap();
    (apps[index.parse::<usize>().unwrap()].clone(), request)
}

/// Serves on a port that the system chooses, until the test ends. Returns the address.
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
            // A connection ends with an error if its client closes it.
            tokio::spawn(async { drop(connection.await) });
        }
    });
    address
}

pub async fn connect(address: SocketAddr) -> Client {
    let stream = within_limit("connecting", TcpStream::connect(address)).await.unwrap();
    let (client, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.unwrap();
    tokio::spawn(connection.with_upgrades());
    client
}
