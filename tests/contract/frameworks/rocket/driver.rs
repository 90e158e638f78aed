//! Servers of Rocket: one for each set of options, since a fairing is for all of a server.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::Cursor;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Mutex;

use http_status_info::adapter::rocket::ErrorPages;
use http_status_info::page::{NoPage, Options};
use rocket::config::{Config, Ident, LogLevel};
use rocket::fairing::AdHoc;
use rocket::http::{Header, Method, Status};
use rocket::response::{Responder, Response};
use rocket::route::{Handler, Outcome, Route};
use rocket::shield::Shield;
use rocket::{Build, Data, Request, Rocket, Shutdown};
use tokio::sync::oneshot;

use crate::answer::Answer;
use crate::case::Case;
use crate::frameworks::{ROW, exchange};
use crate::given::{Content, Given};

/// Sends the request of each row and returns the answers.
pub async fn answers(cases: &[Case]) -> Vec<Answer> {
    let mut servers: BTreeMap<usize, (SocketAddr, Shutdown)> = BTreeMap::new();
    for case in cases {
        let options = case.options as usize;
        if let Entry::Vacant(entry) = servers.entry(options) {
            entry.insert(serve((case.options)(), cases).await);
        }
    }
    let address = |case: &Case| servers[&(case.options as usize)].0;
    let answers = exchange(cases.iter().enumerate().map(|(index, case)| (index, case, address(case)))).await;
    for (_, shutdown) in servers.into_values() {
        shutdown.notify();
    }
    answers
}

/// Starts a server with every row.
async fn serve(options: Options, cases: &[Case]) -> (SocketAddr, Shutdown) {
    let answers = Answers(cases.iter().map(|case| case.given.clone()).collect());
    let methods = [Method::Get, Method::Head, Method::Post, Method::Put, Method::Delete, Method::Options];
    let routes = methods.map(|method| Route::new(method, "/<_..>", answers.clone()));
    // An empty shield, so that Rocket adds no fields to responses.
    let rocket = rocket::custom(config()).mount("/", routes).attach(Shield::new());
    launched(rocket.attach(ErrorPages::with_options(options))).await
}

/// A configuration with a port that the system chooses, and without a log.
pub fn config() -> Config {
    Config { port: 0, ident: Ident::none(), log_level: LogLevel::Off, ..Config::default() }
}

/// Starts a server.
pub async fn launched(rocket: Rocket<Build>) -> (SocketAddr, Shutdown) {
    let (sender, receiver) = oneshot::channel();
    let sender = Mutex::new(Some(sender));
    let started = AdHoc::on_liftoff("started", move |rocket| {
        let sender = sender.lock().unwrap().take().unwrap();
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, rocket.config().port));
        let _ = sender.send((address, rocket.shutdown()));
        Box::pin(async {})
    });
    tokio::spawn(rocket.attach(started).launch());
    receiver.await.unwrap()
}

/// Answers a request with the given response of its row.
#[derive(Clone)]
struct Answers(Vec<Given>);

#[rocket::async_trait]
impl Handler for Answers {
    async fn handle<'r>(&self, request: &'r Request<'_>, _: Data<'r>) -> Outcome<'r> {
        let row: usize = request.headers().get_one(ROW).unwrap().parse().unwrap();
        Outcome::Success(response(&self.0[row], request))
    }
}

fn response<'r>(given: &Given, request: &'r Request<'_>) -> Response<'r> {
    let mut response = Response::new();
    if let Some(page) = given.page {
        response = page().respond_to(request).unwrap();
    }
    if given.is_marked {
        response = NoPage.respond_to(request).unwrap();
    }
    response.set_status(Status::new(given.status));
    let media_type = given.media_type().map(|value| ("content-type", value.as_bytes()));
    let fields = given.fields.iter().map(|(name, value)| (name.as_str(), value.as_slice()));
    for (name, value) in media_type.into_iter().chain(fields) {
        let value = String::from_utf8_lossy(value).into_owned();
        response.adjoin_header(Header::new(name.to_owned(), value));
    }
    match &given.content {
        Content::None => {}
        Content::Text(text) => response.set_sized_body(text.len(), Cursor::new(text.clone())),
        Content::Untyped(text) => response.set_sized_body(text.len(), Cursor::new(*text)),
        Content::Sized(_, content) => response.set_sized_body(content.len(), Cursor::new(content.clone())),
        Content::Stream(_, chunks) => response.set_streamed_body(Cursor::new(chunks.concat())),
        Content::EmptyStream => response.set_streamed_body(Cursor::new("")),
    }
    response
}
