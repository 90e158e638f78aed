//! In Poem.

use ::axum::http::StatusCode;
use ::poem::EndpointExt;
use http_status_info::adapter::poem::ErrorPages;

use super::{PAGE, SUCCESS, Served, page};
use crate::requests::Client;
use crate::rounds::{Comparison, Effort, Goal};
use crate::services::poem as services;

const NOTHING: &str = "a middleware that does nothing";
const OURS: &str = "ours";

/// The cost of a response without any of our code.
pub fn no_error(client: Client, effort: Effort) {
    let bare = || services::routes(StatusCode::OK);
    let title = format!("A 200 through Poem, in process, {}", client.name);
    Comparison::new(title, NOTHING, services::asked(client, move || bare().with(services::Nothing)))
        .with("no middleware", Goal::None, services::asked(client, bare))
        .with(OURS, SUCCESS, services::asked(client, move || bare().with(ErrorPages::new())))
        .print(effort);
}

/// The same in a server, where a request costs far more than any middleware.
pub fn no_error_served(client: Client, effort: Effort) {
    let bare = || services::routes(StatusCode::OK);
    Served {
        client,
        status: StatusCode::OK,
        first: (NOTHING, services::serve(bare().with(services::Nothing))),
        others: vec![
            ("no middleware", Goal::None, services::serve(bare())),
            (OURS, SUCCESS, services::serve(bare().with(ErrorPages::new()))),
        ],
    }
    .print("A 200 through Poem", effort);
}

/// Pages beside a handler that returns the same bytes as a constant.
pub fn not_found(client: Client, effort: Effort) {
    const CONSTANT: &str = "the same page from a constant";
    const NOT_FOUND: StatusCode = StatusCode::NOT_FOUND;
    let ours = || services::routes(NOT_FOUND).with(ErrorPages::new());
    let served = services::serve(ours());
    let page = page(&served, &services::serve(services::routes(StatusCode::OK)), client);
    Served {
        client,
        status: NOT_FOUND,
        first: (CONSTANT, services::serve(services::constant(page))),
        others: vec![(OURS, PAGE, served)],
    }
    .print("A 404 through Poem", effort);

    let title = format!("A 404 through Poem, in process, {}", client.name);
    Comparison::new(title, CONSTANT, services::asked(client, move || services::constant(page)))
        .with(OURS, Goal::None, services::asked(client, ours))
        .print(effort);
}
