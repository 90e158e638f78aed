//! A server and a client of hyper that talk over the loopback interface.

use std::net::SocketAddr;
use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, DATE};
use http::{HeaderValue, Method, Request, Response};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::client::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tower::{BoxError, Service};

use crate::answer::Answer;

/// The content of a request.
pub type Content = Full<Bytes>;

/// Waits for a future, and fails after a time that no test should need.
pub async fn soon<T>(what: &str, future: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(30), future).await.unwrap_or_else(|_| panic!("no end of {what}"))
}

/// Listens on a port that the system chooses.
pub async fn listen() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    (listener, address)
}

/// Serves a service of tower with hyper and without a framework, until the test ends.
pub async fn serve<S, B>(service: S) -> SocketAddr
where
    S: Service<Request<Incoming>, Response = Response<B>> + Clone + Send + 'static,
    S::Future: Send + 'static,
    S::Error: Into<BoxError>,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    let (listener, address) = listen().await;
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let service = TowerToHyperService::new(service.clone());
            tokio::spawn(async move {
                let builder = auto::Builder::new(TokioExecutor::new());
                // A client that goes away ends its connection with an error.
                drop(builder.serve_connection(TokioIo::new(stream), service).await);
            });
        }
    });
    address
}

/// One connection.
pub enum Client {
    Http1(http1::SendRequest<Content>),
    Http2(http2::SendRequest<Content>),
}

async fn stream(address: SocketAddr) -> TokioIo<TcpStream> {
    TokioIo::new(soon("connecting", TcpStream::connect(address)).await.unwrap())
}

impl Client {
    pub async fn http1(address: SocketAddr) -> Self {
        let (client, connection) = http1::handshake(stream(address).await).await.unwrap();
        tokio::spawn(connection);
        Self::Http1(client)
    }

    pub async fn http2(address: SocketAddr) -> Self {
        let stream = stream(address).await;
        let (client, connection) = http2::handshake(TokioExecutor::new(), stream).await.unwrap();
        tokio::spawn(connection);
        Self::Http2(client)
    }

    /// Sends a request and returns the whole response, without `Date`.
    pub async fn ask(&mut self, request: Request<Content>) -> Answer {
        soon("an answer", async {
            let response = match self {
                Self::Http1(client) => {
                    client.ready().await.unwrap();
                    client.send_request(request).await
                }
                Self::Http2(client) => {
                    client.ready().await.unwrap();
                    client.send_request(request).await
                }
            };
            let (mut head, body) = response.unwrap().into_parts();
            let body = body.collect().await.unwrap();
            head.headers.remove(DATE);
            let trailers = body.trailers().cloned();
            Answer { status: head.status.as_u16(), fields: head.headers, content: body.to_bytes(), trailers }
        })
        .await
    }
}

/// A request with GET.
pub fn request(path: &str) -> Request<Content> {
    Request::get(format!("http://localhost{path}")).body(Content::default()).unwrap()
}

pub fn with_method(method: Method, path: &str) -> Request<Content> {
    let mut request = request(path);
    *request.method_mut() = method;
    request
}

pub fn accepting(path: &str, media_type: &'static str) -> Request<Content> {
    let mut request = request(path);
    request.headers_mut().insert(ACCEPT, HeaderValue::from_static(media_type));
    request
}
