//! Comparisons in actix-web.

use ::axum::http::StatusCode;
use http_status_info::adapter::actix_web::ErrorPages;

use super::{PAGE, SUCCESS, Served, page};
use crate::requests::Client;
use crate::rounds::{Comparison, Effort, Goal};
use crate::services::actix_web as services;

const NOTHING: &str = "a middleware that does nothing";
const OURS: &str = "ours";

/// Compares responses that need no page.
pub fn no_error(client: Client, effort: Effort) {
    let bare = || services::app(StatusCode::OK);
    let same_body = services::asked(client, move || bare().wrap(services::nothing_same_body()));
    let title = format!("A 200 through actix-web, in process, {}", client.name);
    Comparison::new(title, NOTHING, services::asked(client, move || bare().wrap(services::nothing())))
        .with("no middleware", Goal::None, services::asked(client, bare))
        .with("one that does nothing, same body", Goal::None, same_body)
        .with(OURS, SUCCESS, services::asked(client, move || bare().wrap(ErrorPages::new())))
        .with(
            "actix-web's ErrorHandlers",
            Goal::None,
            services::asked(client, move || bare().wrap(services::error_handlers())),
        )
        .print(effort);
}

/// The same over connections, where a request costs far more than a middleware.
pub fn no_error_served(client: Client, effort: Effort) {
    let bare = || services::app(StatusCode::OK);
    Served {
        client,
        status: StatusCode::OK,
        first: (NOTHING, services::serve(move || bare().wrap(services::nothing()))),
        others: vec![
            ("no middleware", Goal::None, services::serve(bare)),
            (OURS, SUCCESS, services::serve(move || bare().wrap(ErrorPages::new()))),
        ],
    }
    .print("A 200 through actix-web", effort);
}

/// Compares a page with the same bytes from a constant, through the framework's own error handling.
pub fn not_found(client: Client, effort: Effort) {
    const CONSTANT: &str = "the same from actix-web's ErrorHandlers";
    const NOT_FOUND: StatusCode = StatusCode::NOT_FOUND;
    let bare = || services::app(NOT_FOUND);
    let ours = move || bare().wrap(ErrorPages::new());
    let served = services::serve(ours);
    let page = page(&served, &services::serve(|| services::app(StatusCode::OK)), client);
    let constant = move || bare().wrap(services::constant(page));
    Served {
        client,
        status: NOT_FOUND,
        first: (CONSTANT, services::serve(constant)),
        others: vec![(OURS, PAGE, served)],
    }
    .print("A 404 through actix-web", effort);

    let title = format!("A 404 through actix-web, in process, {}", client.name);
    Comparison::new(title, CONSTANT, services::asked(client, constant))
        .with(OURS, Goal::None, services::asked(client, ours))
        .print(effort);
}
