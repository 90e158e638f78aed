//! In what else has error pages.

use ::axum::http::StatusCode;
use http_status_info::adapter;
use http_status_info::adapter::tower::ErrorPagesLayer;
use http_status_info::page::{Format, Options};

use crate::connections;
use crate::requests::{BROWSER, PROGRAM};
use crate::rounds::{Comparison, Effort, Goal};
use crate::services::{axum as services, peers};

/// The same 404 in what else there is.
pub fn not_found(effort: Effort) {
    problem(effort);
    salvo(effort);
}

/// axum-problem is for axum 0.7, in which ours runs as well: so both run in that.
///
/// It writes `application/problem+json` to everyone: no HTML, no negotiation and so no
/// `Vary`, no language, no rules on other fields, no `nosniff`. So ours is there twice, as it
/// comes and with that format alone; and so is it, once with the fields that it lacks.
fn problem(effort: Effort) {
    const LAYER: &str = "axum-problem's ProblemLayer";
    const WITH_FIELDS: &str = "axum-problem, with the fields of ours";
    beside("A 404", LAYER, peers::problem, peers::ours, FASTER, effort);
    beside("A 404", WITH_FIELDS, peers::problem_with_fields, peers::ours, FASTER, effort);
    // What a handler says is written there by axum-problem. Ours hands it to the layer, which
    // alone knows what the client wants; that costs what it costs, and nothing is promised.
    let (theirs, ours) = (peers::problem_with_detail, peers::ours_with_detail);
    beside("A 404 with a detail", LAYER, theirs, ours, Goal::None, effort);
}

/// Ours beside another one, over connections and in process.
fn beside(
    what: &str,
    name: &'static str,
    other: fn() -> axum07::Router,
    ours: fn(ErrorPagesLayer) -> axum07::Router,
    goal: Goal,
    effort: Effort,
) {
    const OURS: &str = "ours, same body";
    const ALONE: &str = "ours, same body, problems alone";
    let alone = || ours(ErrorPagesLayer::with_options(Options::new().formats([Format::Problem])));
    let ours = || ours(ErrorPagesLayer::new());
    let served = |service| connections::asked(PROGRAM, StatusCode::NOT_FOUND, peers::serve_axum07(service));
    let title = format!("{what} through axum 0.7, over connections, {}", PROGRAM.name);
    Comparison::new(title, name, served(other()))
        .with(OURS, goal, served(ours()))
        .with(ALONE, goal, served(alone()))
        .print(effort);
    let title = format!("{what} through axum 0.7, in process, {}", PROGRAM.name);
    Comparison::new(title, name, peers::asked_axum07(PROGRAM, other))
        .with(OURS, goal, peers::asked_axum07(PROGRAM, ours))
        .with(ALONE, goal, peers::asked_axum07(PROGRAM, alone))
        .print(effort);
}

/// Salvo's takes the first type in `Accept` whatever its weight, has one language, and sends
/// no `Vary`, no policy and no `nosniff`. It runs in Salvo, and ours in axum, so the
/// frameworks' speed is in the figures.
fn salvo(effort: Effort) {
    const OURS: &str = "ours, in axum";
    const CATCHER: &str = "Salvo's Catcher";
    let ours = || services::router(StatusCode::NOT_FOUND).layer(adapter::axum::ErrorPagesLayer::new());
    let served = |server| connections::asked(BROWSER, StatusCode::NOT_FOUND, server);
    let title = format!("A 404 over connections, {}", BROWSER.name);
    Comparison::new(title, CATCHER, served(peers::serve_salvo()))
        .with(OURS, FASTER, served(services::serve(ours())))
        .print(effort);
    let title = format!("A 404 in process, {}", BROWSER.name);
    Comparison::new(title, CATCHER, peers::asked_salvo(BROWSER))
        .with(OURS, FASTER, services::asked(BROWSER, ours))
        .print(effort);
}

const FASTER: Goal = Goal::Throughput(1.0);
