//! Applications of Rocket, with and without fairings.

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

use crate::connections::RecordedResponse;
use crate::requests::{self, Client, now};
use crate::servers::{self, Server, until};

/// Makes an application with one route. Errors have no content. The environment does not change
/// the configuration.
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

/// Measures an application without a connection.
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

/// Reads a response as a server does, without sending it.
fn read(request: LocalRequest<'_>) {
    black_box(now(async { request.dispatch().await.into_bytes().await }));
}

/// Serves an application with Rocket's own server.
pub fn serve(app: Rocket<Build>) -> Server {
    servers::start(async move |started, end| {
        // A task runs after Rocket has written its log. The caller goes on to make another
        // application, which changes the log level.
        let announcement = AdHoc::on_liftoff("Address", move |rocket| {
            let address = SocketAddr::new(rocket.config().address, rocket.config().port);
            tokio::spawn(async move { started.announce(address) });
            Box::pin(std::future::ready(()))
        });
        until(end, Box::pin(app.attach(announcement).launch())).await;
    })
}

/// A fairing that does nothing, with the callbacks of the error pages.
pub struct Nothing;

#[rocket::async_trait]
impl Fairing for Nothing {
    fn info(&self) -> Info {
        // The default implementations of these callbacks do nothing.
        Info { name: "Nothing", ..ErrorPages::new().info() }
    }
}

/// Makes a catcher with a page whose fields and content are constants. `#[catch(404)]` makes the
/// same of a function.
pub fn constant(page: &'static RecordedResponse) -> Vec<Catcher> {
    vec![Catcher::new(404, Constant(page))]
}

#[derive(Clone, Copy)]
struct Constant(&'static RecordedResponse);

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
