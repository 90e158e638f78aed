//! Rocket, bare and with fairings.

use std::collections::HashSet;
use std::hint::black_box;
use std::io::Cursor;
use std::net::SocketAddr;
use std::time::Duration;

use axum::http::StatusCode;
use http_status_info::adapter::rocket::ErrorPages;
use rocket::catcher::{self, Catcher};
use rocket::config::{LogLevel, Shutdown};
use rocket::fairing::{AdHoc, Fairing, Info};
use rocket::http::{Header, Status};
use rocket::local::asynchronous::{Client as LocalClient, LocalRequest};
use rocket::{Build, Config, Request, Response, Rocket, get, routes};

use crate::connections::Answer;
use crate::requests::{self, Client, now};
use crate::servers::{self, Server, until};

/// An application with one route. Errors have no content. Nothing is read from the
/// environment.
pub fn app(status: StatusCode) -> Rocket<Build> {
    #[get("/")]
    fn hello() -> &'static str {
        "Hello"
    }
    #[get("/")]
    fn not_found() -> Status {
        Status::NotFound
    }
    let shutdown = Shutdown {
        ctrlc: false,
        #[cfg(unix)]
        signals: HashSet::new(),
        ..Shutdown::default()
    };
    let config =
        Config { port: 0, workers: 1, log_level: LogLevel::Off, shutdown, ..Config::release_default() };
    let routes = if status == StatusCode::OK { routes![hello] } else { routes![not_found] };
    rocket::custom(config).mount("/", routes)
}

/// Asks an application as a server does.
pub fn asked(client: Client, make: impl Fn() -> Rocket<Build>) -> impl FnMut(u32) -> Duration {
    requests::renewed(move || {
        let local = now(LocalClient::untracked(make())).expect("an application");
        move |count| requests::timed(count, || request(&local, client), read)
    })
}

fn request(local: &LocalClient, client: Client) -> LocalRequest<'_> {
    let mut request = local.get("/");
    for (name, value) in client.pairs() {
        request.add_header(Header::new(name, value));
    }
    request
}

/// Takes a response as a server does, but for sending it.
fn read(request: LocalRequest<'_>) {
    black_box(now(async { request.dispatch().await.into_bytes().await }));
}

/// Serves an application as Rocket does.
pub fn serve(app: Rocket<Build>) -> Server {
    servers::start(async move |started, end| {
        // Told by a task, which waits its turn: then Rocket has written its log, of which
        // making another application changes the level.
        let told = AdHoc::on_liftoff("Address", move |rocket| {
            let address = SocketAddr::new(rocket.config().address, rocket.config().port);
            tokio::spawn(async move { started.at(address) });
            Box::pin(std::future::ready(()))
        });
        until(end, Box::pin(app.attach(told).launch())).await;
    })
}

/// A fairing that does nothing, but wherever ours does something.
pub struct Nothing;

#[rocket::async_trait]
impl Fairing for Nothing {
    fn info(&self) -> Info {
        // What these kinds call does nothing unless it is written.
        Info { name: "Nothing", ..ErrorPages::new().info() }
    }
}

/// Rocket's own means, with a page whose fields and content are constants: what
/// `#[catch(404)]` makes of a function.
pub fn constant(page: &'static Answer) -> Vec<Catcher> {
    vec![Catcher::new(404, Constant(page))]
}

#[derive(Clone, Copy)]
struct Constant(&'static Answer);

#[rocket::async_trait]
impl catcher::Handler for Constant {
    async fn handle<'r>(&self, status: Status, _: &'r Request<'_>) -> catcher::Result<'r> {
        let Self(page) = self;
        let mut response = Response::build();
        response.status(status);
        for (name, value) in &page.fields {
            response.header(Header::new(name.as_str(), value.as_str()));
        }
        response.sized_body(page.content.len(), Cursor::new(page.content.as_str())).ok()
    }
}
