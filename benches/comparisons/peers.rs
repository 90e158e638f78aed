//! In what else has error pages.

use ::axum::http::StatusCode;
use http_status_info::adapter::tower::ErrorPagesLayer;
use http_status_info::page::{Format, Options};

use crate::connections;
use crate::requests::{BROWSER, PROGRAM};
use crate::rounds::{Comparison, Effort, Goal};
use crate::services::{axum as services, peers};

/// The same 404 in what else there is. Each runs in the framework that it is made for,
/// so the framework's speed is in its figure.
pub fn not_found(effort: Effort) {
    const OURS: &str = "ours, same body";
    const PROBLEMS: &str = "ours, same body, problems alone";
    const PROBLEM_LAYER: &str = "axum-problem's ProblemLayer (axum 0.7)";
    const WITH_FIELDS: &str = "axum-problem, with the fields of ours";
    const CATCHER: &str = "Salvo's Catcher";
    let ours = || services::router(StatusCode::NOT_FOUND).layer(ErrorPagesLayer::new().same_body());
    let problems = || {
        let options = Options::new().formats([Format::Problem]);
        services::router(StatusCode::NOT_FOUND).layer(ErrorPagesLayer::with(options).same_body())
    };
    let served =
        |client, service| connections::asked(client, StatusCode::NOT_FOUND, services::serve(service));
    let faster = Goal::Throughput(1.0);

    // It writes `application/problem+json` to everyone: no HTML, no negotiation and so no
    // `Vary`, no language, no rules on other fields, no `nosniff`. So ours is there twice, as
    // it comes and with that format alone; and so is it, once with the fields that it lacks.
    let layers: [(_, fn() -> _); 2] =
        [(PROBLEM_LAYER, peers::problem), (WITH_FIELDS, peers::problem_with_fields)];
    for (name, make) in layers {
        let title = format!("A 404 over connections, {}", PROGRAM.name);
        Comparison::new(
            title,
            name,
            connections::asked(PROGRAM, StatusCode::NOT_FOUND, peers::serve_problem(make())),
        )
        .with(OURS, faster, served(PROGRAM, ours()))
        .with(PROBLEMS, faster, served(PROGRAM, problems()))
        .print(effort);
        let title = format!("A 404 in process, {}", PROGRAM.name);
        Comparison::new(title, name, peers::asked_problem(PROGRAM, make))
            .with(OURS, faster, services::asked(PROGRAM, ours))
            .with(PROBLEMS, faster, services::asked(PROGRAM, problems))
            .print(effort);
    }

    // It takes the first type in `Accept` whatever its weight, has one language, and sends
    // no `Vary`, no policy and no `nosniff`.
    let title = format!("A 404 over connections, {}", BROWSER.name);
    Comparison::new(title, CATCHER, connections::asked(BROWSER, StatusCode::NOT_FOUND, peers::serve_salvo()))
        .with(OURS, faster, served(BROWSER, ours()))
        .print(effort);
    let title = format!("A 404 in process, {}", BROWSER.name);
    Comparison::new(title, CATCHER, peers::asked_salvo(BROWSER))
        .with(OURS, faster, services::asked(BROWSER, ours))
        .print(effort);
}
