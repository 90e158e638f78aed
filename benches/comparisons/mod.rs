//! The comparisons and their goals.

mod actix_web;
mod axum;
mod peers;
mod poem;
mod rocket;
mod writing;

use ::axum::http::StatusCode;

use crate::connections::{RecordedResponse, asked};
use crate::requests::{BROWSER, Client, NO_FIELDS, PROGRAM};
use crate::rounds::{Comparison, Effort, Goal};
use crate::servers::Server;

/// The goal of a success.
const SUCCESS: Goal = Goal::Time(1.05);
/// The goal of a page.
const PAGE: Goal = Goal::Throughput(0.85);

/// Runs and prints all comparisons.
pub fn print(effort: Effort) {
    for client in [BROWSER, PROGRAM, NO_FIELDS] {
        axum::no_error(client, effort);
    }
    axum::no_error_served(BROWSER, effort);
    for client in [BROWSER, PROGRAM] {
        axum::not_found(client, effort);
    }
    for client in [BROWSER, PROGRAM, NO_FIELDS] {
        actix_web::no_error(client, effort);
    }
    actix_web::no_error_served(BROWSER, effort);
    for client in [BROWSER, PROGRAM] {
        actix_web::not_found(client, effort);
    }
    for client in [BROWSER, PROGRAM, NO_FIELDS] {
        poem::no_error(client, effort);
    }
    poem::no_error_served(BROWSER, effort);
    for client in [BROWSER, PROGRAM] {
        poem::not_found(client, effort);
    }
    for client in [BROWSER, PROGRAM, NO_FIELDS] {
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

/// Servers with the same response, by name.
struct Served {
    client: Client,
    status: StatusCode,
    first: (&'static str, Server),
    others: Vec<(&'static str, Goal, Server)>,
}

impl Served {
    fn print(self, title: &str, effort: Effort) {
        let Self { client, status, first: (name, first), others } = self;
        let expected = RecordedResponse::of(&first, client, status);
        for (.., other) in &others {
            assert_eq!(expected, RecordedResponse::of(other, client, status));
        }
        let title = format!("{title}, over connections, {}", client.name);
        let mut comparison = Comparison::new(title, name, asked(client, status, first));
        for (name, goal, other) in others {
            comparison = comparison.with(name, goal, asked(client, status, other));
        }
        comparison.print(effort);
    }
}

/// Returns the page of a 404, without the fields that the framework adds to a success too.
fn page(ours: &Server, success: &Server, client: Client) -> &'static RecordedResponse {
    let success = RecordedResponse::of(success, client, StatusCode::OK);
    Box::leak(Box::new(RecordedResponse::of(ours, client, StatusCode::NOT_FOUND).without_fields_of(&success)))
}
