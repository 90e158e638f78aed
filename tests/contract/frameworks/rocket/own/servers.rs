//! Malformed requests, and requests with content, sent byte by byte.

use rocket::config::Config;
use rocket::data::{Limits, ToByteUnit};
use rocket::error::ErrorKind;
use rocket::fairing::AdHoc;
use rocket::form::Form;
use rocket::{Build, FromForm, Rocket, catch, catchers, post as on_post, routes};

use super::{Site, bare, branded, pages};
use crate::expect::{Expect, exactly, html, nothing, problem};
use crate::frameworks::rocket::driver::config;
use crate::frameworks::rocket::driver::launched;
use crate::frameworks::wire::send;
use crate::judge::{assert_none, compare};

async fn assert_answers(site: Site, request: &str, expect: &Expect) {
    let (address, shutdown) = launched(site()).await;
    let answer = send(address, request).await;
    shutdown.notify();
    assert_none(&compare(expect, &answer));
}

/// Requests that Rocket calls malformed. Only its catchers see them.
const MALFORMED: [&str; 2] = [
    "BREW / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n",
    "CONNECT localhost:80 HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n",
];

#[tokio::test]
async fn a_malformed_request_gets_a_page_from_the_catcher_whether_attached_or_registered() {
    let sites: [Site; 3] = [
        || bare().attach(branded("Site")),
        || bare().register("/", branded("Site")),
        || bare().register("/", branded("Site")).attach(pages()),
    ];
    for site in sites {
        for request in MALFORMED {
            assert_answers(site, &format!("{request}\r\n"), &html(400).says("Site")).await;
            let request = format!("{request}accept: application/json\r\n\r\n");
            assert_answers(site, &request, &problem(400)).await;
        }
    }
}

#[catch(400)]
fn own() -> &'static str {
    "own"
}

#[tokio::test]
async fn a_malformed_request_goes_to_the_application_s_own_catcher_first() {
    let site: Site = || bare().register("/", catchers![own]).attach(pages());
    for request in MALFORMED {
        assert_answers(site, &format!("{request}\r\n"), &exactly(400, "own").without("vary")).await;
    }
}

#[catch(400)]
fn panics() -> &'static str {
    panic!("the secret of the catcher")
}

#[tokio::test]
async fn a_malformed_request_gets_a_page_if_the_application_s_own_catcher_fails() {
    let site: Site = || bare().register("/", catchers![panics]).attach(pages());
    for request in MALFORMED {
        assert_answers(site, &format!("{request}\r\n"), &html(500).lacks("secret")).await;
    }
}

#[catch(default)]
fn own_default() -> &'static str {
    "own"
}

/// Neither catchers nor fairings run: hyper answers before Rocket gets the input.
#[tokio::test]
async fn input_that_is_no_request_is_answered_by_hyper_itself_without_a_page() {
    let site: Site = || bare().attach(pages()).register("/", pages());
    for request in ["GET / HTTP/1.1\r\nno field\r\n\r\n", "GET\r\n\r\n", "no request\r\n\r\n"] {
        assert_answers(site, request, &nothing(400).and_no_other()).await;
    }
}

#[derive(FromForm)]
struct Name<'r> {
    _name: &'r str,
}

#[on_post("/form", data = "<_name>")]
fn form(_name: Form<Name<'_>>) {}

#[on_post("/text", data = "<_text>")]
fn text(_text: String) {}

fn limited() -> Rocket<Build> {
    let limits = Limits::new().limit("form", 8.bytes()).limit("string", 8.bytes());
    rocket::custom(Config { limits, ..config() }).mount("/", routes![form, text])
}

#[tokio::test]
async fn content_that_is_too_large_gets_a_page() {
    let sites: [Site; 2] = [|| limited().attach(pages()), || limited().register("/", pages())];
    for site in sites {
        for (path, media_type) in [("/form", "application/x-www-form-urlencoded"), ("/text", "text/plain")] {
            let request = format!(
                "POST {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\
                 content-type: {media_type}\r\ncontent-length: 21\r\n\r\n_name=longer than that"
            );
            let status = if path == "/form" { 413 } else { 400 };
            assert_answers(site, &request, &html(status)).await;
        }
    }
}

/// The fairing registers its catcher at ignition, before later fairings register theirs.
#[tokio::test]
async fn a_default_catcher_that_a_later_fairing_registers_collides_and_rocket_reports_it() {
    let stage = AdHoc::on_ignite("stage", |rocket| async { rocket.register("/", catchers![own_default]) });
    let error = bare().attach(pages()).attach(stage).ignite().await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Collisions(_)), "{error}");
}
