//! A server of actix-web with a scope for each row.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::mpsc;
use std::thread;

use actix_web::body::{BodyStream, BoxBody, MessageBody};
use actix_web::dev::{HttpServiceFactory, ServerHandle};
use actix_web::guard::fn_guard;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{App, HttpResponse, HttpServer, rt, web};
use bytes::Bytes;
use http_status_info::adapter::actix_web::ErrorPages;
use http_status_info::page::NoPage;

use crate::answer::Answer;
use crate::case::Case;
use crate::frameworks::{ROW, exchange};
use crate::given::{Content, Given};

/// Sends the request of each row and returns the answers.
pub async fn answers(cases: &[Case]) -> Vec<Answer> {
    let (sender, receiver) = mpsc::channel();
    let served = cases.to_vec();
    // actix-web needs its own runtime.
    let thread = thread::spawn(move || {
        rt::System::new().block_on(async move {
            let app = move || {
                // The rows with the same options share one middleware.
                let mut pages = BTreeMap::new();
                served.iter().enumerate().fold(App::new(), |app, (index, case)| {
                    let pages = pages
                        .entry(case.options as usize)
                        .or_insert_with(|| ErrorPages::with_options((case.options)()));
                    app.service(scope(index, case, pages.clone()))
                })
            };
            let bound = HttpServer::new(app).workers(1).disable_signals();
            let bound = bound.bind(("127.0.0.1", 0)).unwrap();
            let address = bound.addrs()[0];
            let running = bound.run();
            sender.send((address, running.handle())).unwrap();
            running.await.unwrap();
        });
    });
    let (address, handle): (_, ServerHandle) = receiver.recv().unwrap();
    let rows = cases.iter().enumerate().map(|(index, case)| (index, case, address));
    let answers = exchange(rows).await;
    handle.stop(false).await;
    thread.join().unwrap();
    answers
}

/// A scope for all paths, for the requests of one row.
fn scope(index: usize, case: &Case, pages: ErrorPages) -> impl HttpServiceFactory + use<> {
    let index = index.to_string();
    let given = case.given.clone();
    web::scope("")
        .guard(fn_guard(move |context| {
            context.head().headers().get(ROW).is_some_and(|row| row.as_bytes() == index.as_bytes())
        }))
        .wrap(pages)
        .default_service(web::to(move || {
            let response = response(&given);
            async { response }
        }))
}

fn response(given: &Given) -> HttpResponse {
    let body = match &given.content {
        Content::None => BoxBody::new(()),
        Content::Text(text) => BoxBody::new(text.clone()),
        Content::Untyped(text) => BoxBody::new(*text),
        Content::Sized(_, content) => BoxBody::new(content.clone()),
        Content::Stream(_, chunks) => stream(chunks),
        Content::EmptyStream => stream(&[]),
    };
    let mut response = HttpResponse::new(StatusCode::from_u16(given.status).unwrap()).set_body(body);
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

fn stream(chunks: &'static [&'static str]) -> BoxBody {
    let chunks = chunks.iter().map(|chunk| Ok::<_, Infallible>(Bytes::from_static(chunk.as_bytes())));
    BodyStream::new(tokio_stream::iter(chunks)).boxed()
}
