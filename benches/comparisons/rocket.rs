//! Comparisons in Rocket.

use ::axum::http::StatusCode;
use http_status_info::adapter::rocket::ErrorPages;

use super::{PAGE, SUCCESS, Served, page};
use crate::requests::Client;
use crate::rounds::{Comparison, Effort, Goal};
use crate::services::rocket as services;

const NOTHING: &str = "a fairing that does nothing";
const OURS: &str = "ours";

/// Compares responses that need no page.
pub fn no_error(client: Client, effort: Effort) {
    let bare = || services::app(StatusCode::OK);
    let title = format!("A 200 through Rocket, in process, {}", client.name);
    Comparison::new(title, NOTHING, services::asked(client, move || bare().attach(services::Nothing)))
        .with("no fairing", Goal::None, services::asked(client, bare))
        .with(OURS, SUCCESS, services::asked(client, move || bare().attach(ErrorPages::new())))
        .print(effort);
}

/// The same over connections, where a request costs far more than a fairing.
pub fn no_error_served(client: Client, effort: Effort) {
    let bare = || services::app(StatusCode::OK);
    Served {
        client,
        status: StatusCode::OK,
        first: (NOTHING, services::serve(bare().attach(services::Nothing))),
        others: vec![
            ("no fairing", Goal::None, services::serve(bare())),
            (OURS, SUCCESS, services::serve(bare().attach(ErrorPages::new()))),
        ],
    }
    .print("A 200 through Rocket", effort);
}

/// Compares a page with the same bytes from a constant, through the framework's own error handling.
pub fn not_found(client: Client, effort: Effort) {
    const CONSTANT: &str = "the same page from a catcher";
    const NOT_FOUND: StatusCode = StatusCode::NOT_FOUND;
    let bare = || services::app(NOT_FOUND);
    let ours = move || bare().attach(ErrorPages::new());
    let served = services::serve(ours());
    let page = page(&served, &services::serve(services::app(StatusCode::OK)), client);
    let constant = move || bare().register("/", services::constant(page));
    Served {
        client,
        status: NOT_FOUND,
        first: (CONSTANT, services::serve(constant())),
        others: vec![(OURS, PAGE, served)],
    }
    .print("A 404 through Rocket", effort);

    let title = format!("A 404 through Rocket, in process, {}", client.name);
    Comparison::new(title, CONSTANT, services::asked(client, constant))
        .with(OURS, Goal::None, services::asked(client, ours))
        .print(effort);
}
