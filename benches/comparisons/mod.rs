//! What is compared, and what is promised of it.

mod actix_web;
mod axum;
mod peers;
mod poem;
mod rocket;
mod writing;

use ::axum::http::StatusCode;

use crate::connections::{Answer, asked};
use crate::requests::{BROWSER, Client, NOBODY, PROGRAM};
use crate::rounds::{Comparison, Effort, Goal};
use crate::servers::Server;

/// What is promised of a success, in time, and of a page, in throughput.
const SUCCESS: Goal = Goal::Time(1.05);
const PAGE: Goal = Goal::Throughput(0.85);

/// Compares everything.
pub fn print(effort: Effort) {
    for client in [BROWSER, PROGRAM, NOBODY] {
        axum::no_error(client, effort);
    }
    axum::no_error_served(BROWSER, effort);
    for client in [BROWSER, PROGRAM] {
        axum::not_found(client, effort);
    }
    for client in [BROWSER, PROGRAM, NOBODY] {
        actix_web::no_error(client, effort);
    }
    actix_web::no_error_served(BROWSER, effort);
    for client in [BROWSER, PROGRAM] {
        actix_web::not_found(client, effort);
    }
    for client in [BROWSER, PROGRAM, NOBODY] {
        poem::no_error(client, effort);
    }
    poem::no_error_served(BROWSER, effort);
    for client in [BROWSER, PROGRAM] {
        poem::not_found(client, effort);
    }
    for client in [BROWSER, PROGRAM, NOBODY] {
        rocket::no_error(client, effort);
    }
    rocket::no_error_served(BROWSER, effort);
    for client in [BROWSER, PROGRAM] {
        rocket::not_found(client, effort);
    }
    peers::not_found(effort);
    writing::rendering(effort);
    writing::negotiation(effort);
}

/// Servers that answer the same, by name.
struct Served {
    client: Client,
    status: StatusCode,
    first: (&'static str, Server),
    others: Vec<(&'static str, Goal, Server)>,
}

impl Served {
    fn print(self, title: &str, effort: Effort) {
        let Self { client, status, first: (name, first), others } = self;
        let answer = Answer::of(&first, client, status);
        for (.., other) in &others {
            assert_eq!(answer, Answer::of(other, client, status));
        }
        let title = format!("{title}, over connections, {}", client.name);
        let mut comparison = Comparison::new(title, name, asked(client, status, first));
        for (name, goal, other) in others {
            comparison = comparison.with(name, goal, asked(client, status, other));
        }
        comparison.print(effort);
    }
}

/// The page of a 404, without what the framework itself says with a success too.
fn page(ours: &Server, success: &Server, client: Client) -> &'static Answer {
    let success = Answer::of(success, client, StatusCode::OK);
    Box::leak(Box::new(Answer::of(ours, client, StatusCode::NOT_FOUND).beyond(&success)))
}
