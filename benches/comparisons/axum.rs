//! In axum.

use ::axum::http::StatusCode;
use http_status_info::adapter;
use http_status_info::adapter::axum::ErrorPagesLayer;
use http_status_info::page::{Language, Message, Options};
use tower::Layer;

use super::{PAGE, SUCCESS, Served};
use crate::requests::Client;
use crate::rounds::{Comparison, Effort, Goal};
use crate::services::axum as services;

const NOTHING: &str = "a layer that does nothing";
const OURS: &str = "ours";

/// All that makes a request cost more: languages to choose from, and an id to look for.
fn of_site() -> Options {
    static GERMAN: Language =
        Language::new("de", &[Message::new(404, "Nicht gefunden", "Das gibt es nicht.")]);
    Options::new().languages([Language::ENGLISH, &GERMAN]).request_id("x-request-id").brand("Example Books")
}

/// The cost of a response without any of our code.
pub fn no_error(client: Client, effort: Effort) {
    let bare = || services::router(StatusCode::OK);
    let ours = || ErrorPagesLayer::new();
    let title = format!("A 200 through axum, in process, {}", client.name);
    let nothing = services::asked(client, move || bare().layer(services::NoLayer));
    let any_body = services::asked(client, move || bare().layer(adapter::tower::ErrorPagesLayer::new()));
    let layer = ErrorPagesLayer::with_options(of_site());
    let with_options = services::asked(client, move || bare().layer(layer.clone()));
    let map_response = services::asked(client, move || services::with_map_response(bare()));
    Comparison::new(title, NOTHING, nothing)
        .with("no layer", Goal::None, services::asked(client, bare))
        .with(OURS, SUCCESS, services::asked(client, move || bare().layer(ours())))
        .with("ours, with options", Goal::None, with_options)
        .with("ours, for tower", Goal::None, any_body)
        .with("axum::middleware::map_response", Goal::None, map_response)
        .print(effort);

    let title = format!("A 200, the layer around the router, in process, {}", client.name);
    Comparison::new(title, NOTHING, services::asked(client, move || services::NoLayer.layer(bare())))
        .with(OURS, SUCCESS, services::asked(client, move || ours().layer(bare())))
        .print(effort);
}

/// The same in a server, where a request costs far more than any layer.
pub fn no_error_served(client: Client, effort: Effort) {
    let bare = || services::router(StatusCode::OK);
    let ours = ErrorPagesLayer::new();
    Served {
        client,
        status: StatusCode::OK,
        first: (NOTHING, services::serve(bare().layer(services::NoLayer))),
        others: vec![
            ("no layer", Goal::None, services::serve(bare())),
            (OURS, SUCCESS, services::serve(bare().layer(ours))),
        ],
    }
    .print("A 200 through axum", effort);
}

/// Pages beside a handler that returns the same bytes as a constant.
pub fn not_found(client: Client, effort: Effort) {
    const CONSTANT: &str = "the same page from a constant";
    let routers = [
        ("A 404", services::router(StatusCode::NOT_FOUND)),
        ("A 404 with a detail", services::router_with_detail()),
    ];
    for (what, router) in routers {
        let ours = router.layer(ErrorPagesLayer::new());
        let constant = services::constant(&ours, client);
        Served {
            client,
            status: StatusCode::NOT_FOUND,
            first: (CONSTANT, services::serve(constant.clone())),
            others: vec![(OURS, PAGE, services::serve(ours.clone()))],
        }
        .print(&format!("{what} through axum"), effort);

        let title = format!("{what} through axum, in process, {}", client.name);
        Comparison::new(title, CONSTANT, services::asked(client, move || constant.clone()))
            .with(OURS, Goal::None, services::asked(client, move || ours.clone()))
            .print(effort);
    }
}
