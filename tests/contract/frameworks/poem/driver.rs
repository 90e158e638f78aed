//! A server of Poem with every row: an endpoint for each.

use std::collections::BTreeMap;
use std::io;
use std::net::SocketAddr;

use bytes::Bytes;
use http::{HeaderName, HeaderValue, StatusCode};
use http_status_info::adapter::poem::ErrorPages;
use http_status_info::page::NoPage;
use poem::endpoint::{BoxEndpoint, make_sync};
use poem::listener::{Acceptor, Listener, TcpListener};
use poem::{Body, Endpoint, EndpointExt, Request, Response, Server};

use crate::answer::Answer;
use crate::case::Case;
use crate::frameworks::{ROW, exchange};
use crate::given::{Content, Given};

/// Drives every row.
pub async fn answers(cases: &[Case]) -> Vec<Answer> {
    // One for each set of options.
    let mut pages = BTreeMap::new();
    let endpoints = cases.iter().map(|case| {
        let pages =
            pages.entry(case.options as usize).or_insert_with(|| ErrorPages::with_options((case.options)()));
        let given = case.given.clone();
        make_sync(move |_| response(&given)).with(&*pages).boxed()
    });
    let address = serve(Rows(endpoints.collect())).await;
    exchange(cases.iter().enumerate().map(|(place, case)| (place, case, address))).await
}

/// Serves on a port that the system chooses, until the test ends.
pub async fn serve(endpoint: impl Endpoint + 'static) -> SocketAddr {
    let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await.unwrap();
    let address = *acceptor.local_addr()[0].as_socket_addr().unwrap();
    tokio::spawn(Server::new_with_acceptor(acceptor).run(endpoint));
    address
}

/// Finds the endpoint of a request by its row.
pub struct Rows(pub Vec<BoxEndpoint<'static>>);

impl Endpoint for Rows {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let row: usize = request.header(ROW).unwrap().parse().unwrap();
        self.0[row].call(request).await
    }
}

fn response(given: &Given) -> Response {
    let body = match &given.content {
        Content::None => Body::empty(),
        Content::Text(text) => Body::from(text.clone()),
        Content::Untyped(text) => Body::from(*text),
        Content::Sized(_, content) => Body::from(content.clone()),
        Content::Stream(_, chunks) => stream(chunks),
        Content::EmptyStream => stream(&[]),
    };
    let mut response = Response::builder().status(StatusCode::from_u16(given.status).unwrap()).body(body);
    let media_type = given.media_type().map(|value| ("content-type", value.as_bytes()));
    let fields = given.fields.iter().map(|(name, value)| (name.as_str(), value.as_slice()));
    for (name, value) in media_type.into_iter().chain(fields) {
        let name: HeaderName = name.parse().unwrap();
        response.headers_mut().append(name, HeaderValue::from_bytes(value).unwrap());
    }
    if let Some(page) = given.page {
        response.set_data(page());
    }
    if given.is_marked {
        response.set_data(NoPage);
    }
    response
}

pub fn stream(chunks: &'static [&'static str]) -> Body {
    let chunks = chunks.iter().map(|chunk| Ok::<_, io::Error>(Bytes::from_static(chunk.as_bytes())));
    Body::from_bytes_stream(tokio_stream::iter(chunks))
}
