//! Error pages, side by side with other ways to have them.
//!
//! ```sh
//! cargo bench --manifest-path benches/Cargo.toml --bench pages
//! cargo bench --manifest-path benches/Cargo.toml --bench pages -- --quick
//! ```
//!
//! The second takes seconds, and shows that all of it runs. What counts are ratios: all
//! are of contenders that took turns in short rounds, so the load of the machine hits
//! them alike. Nothing fails for being slow; each line says whether its target is met.

mod connections;
mod requests;
mod rounds;
mod services;

use axum::http::{HeaderMap, StatusCode};
use http_status_info::adapter::tower::ErrorPagesLayer;
use http_status_info::codes;
use http_status_info::page::{Content, ErrorPage, Format, Options, Request, accept, language};
use tower::Layer;

use self::requests::{BROWSER, Client, NOBODY, PROGRAM};
use self::rounds::{Comparison, Effort, Goal, print_alone};

#[global_allocator]
static COUNTING: alloc_counter::AllocCounterSystem = alloc_counter::AllocCounterSystem;

const NOTHING: &str = "a layer that does nothing";
const OURS: &str = "ours, same body";

fn main() {
    let effort =
        if std::env::args().any(|argument| argument == "--quick") { Effort::QUICK } else { Effort::FULL };
    println!("Medians of {} rounds; in brackets what half of the rounds lie between.", effort.rounds);
    for client in [BROWSER, PROGRAM, NOBODY] {
        no_error(client, effort);
    }
    no_error_served(BROWSER, effort);
    for client in [BROWSER, PROGRAM] {
        not_found(client, effort);
    }
    peers(effort);
    rendering(effort);
    negotiation(effort);
}

/// (a) What a response costs that is none of ours.
fn no_error(client: Client, effort: Effort) {
    let bare = || services::axum(StatusCode::OK);
    let ours = || ErrorPagesLayer::new().same_body();
    let title = format!("A 200 through axum, in process, {}", client.name);
    let nothing = services::asked(client, move || bare().layer(services::NoLayer));
    let any_body = services::asked(client, move || bare().layer(ErrorPagesLayer::new()));
    let map_response = services::asked(client, move || services::with_map_response(bare()));
    Comparison::new(title, NOTHING, nothing)
        .with("no layer", Goal::None, services::asked(client, bare))
        .with(OURS, Goal::Time(1.05), services::asked(client, move || bare().layer(ours())))
        .with("ours, any body", Goal::None, any_body)
        .with("axum::middleware::map_response", Goal::None, map_response)
        .print(effort);

    let title = format!("A 200, the layer around the router, in process, {}", client.name);
    Comparison::new(title, NOTHING, services::asked(client, move || services::NoLayer.layer(bare())))
        .with(OURS, Goal::Time(1.05), services::asked(client, move || ours().layer(bare())))
        .print(effort);
}

/// The same in a server, where a request costs far more than any layer.
fn no_error_served(client: Client, effort: Effort) {
    let bare = || services::axum(StatusCode::OK);
    let served = |service| connections::asked(client, StatusCode::OK, services::serve(service));
    let title = format!("A 200 through axum, over connections, {}", client.name);
    Comparison::new(title, NOTHING, served(bare().layer(services::NoLayer)))
        .with("no layer", Goal::None, served(bare()))
        .with(OURS, Goal::Time(1.05), served(bare().layer(ErrorPagesLayer::new().same_body())))
        .print(effort);
}

/// (b) A page beside a handler that returns the same bytes as a constant.
fn not_found(client: Client, effort: Effort) {
    let bare = services::axum(StatusCode::NOT_FOUND);
    let ours = bare.layer(ErrorPagesLayer::new().same_body());
    let constant = services::constant(&ours, client);

    let (service, page) = (constant.clone(), ours.clone());
    Comparison::new(
        format!("A 404 over connections, {}", client.name),
        "the same page from a constant",
        connections::asked(client, StatusCode::NOT_FOUND, services::serve(service)),
    )
    .with(
        OURS,
        Goal::Throughput(0.85),
        connections::asked(client, StatusCode::NOT_FOUND, services::serve(page)),
    )
    .print(effort);

    Comparison::new(
        format!("A 404 in process, {}", client.name),
        "the same page from a constant",
        services::asked(client, move || constant.clone()),
    )
    .with(OURS, Goal::None, services::asked(client, move || ours.clone()))
    .print(effort);
}

/// (c) The same 404 in what else there is. Each runs in the framework that it is made for,
/// so the framework's speed is in its figure.
fn peers(effort: Effort) {
    const PROBLEM_LAYER: &str = "axum-problem's ProblemLayer (axum 0.7)";
    const CATCHER: &str = "Salvo's Catcher";
    let ours = || services::axum(StatusCode::NOT_FOUND).layer(ErrorPagesLayer::new().same_body());
    let problems = || {
        let options = Options::new().formats([Format::Problem]);
        services::axum(StatusCode::NOT_FOUND).layer(ErrorPagesLayer::with(options).same_body())
    };
    let served =
        |client, service| connections::asked(client, StatusCode::NOT_FOUND, services::serve(service));
    let faster = Goal::Throughput(1.0);

    // It writes `application/problem+json` to everyone: no HTML, no negotiation and so no
    // `Vary`, no language, no rules on other fields, no `nosniff`. So ours is there twice:
    // as it comes, and with that format alone.
    let title = format!("A 404 over connections, {}", PROGRAM.name);
    Comparison::new(
        title,
        PROBLEM_LAYER,
        connections::asked(PROGRAM, StatusCode::NOT_FOUND, services::serve_problem()),
    )
    .with(OURS, faster, served(PROGRAM, ours()))
    .with("ours, same body, problems alone", faster, served(PROGRAM, problems()))
    .print(effort);
    let title = format!("A 404 in process, {}", PROGRAM.name);
    Comparison::new(title, PROBLEM_LAYER, services::asked_problem(PROGRAM))
        .with(OURS, faster, services::asked(PROGRAM, ours))
        .with("ours, same body, problems alone", faster, services::asked(PROGRAM, problems))
        .print(effort);

    // It takes the first type in `Accept` whatever its weight, has one language, and sends
    // no `Vary`, no policy and no `nosniff`.
    let title = format!("A 404 over connections, {}", BROWSER.name);
    Comparison::new(
        title,
        CATCHER,
        connections::asked(BROWSER, StatusCode::NOT_FOUND, services::serve_salvo()),
    )
    .with(OURS, faster, served(BROWSER, ours()))
    .print(effort);
    let title = format!("A 404 in process, {}", BROWSER.name);
    Comparison::new(title, CATCHER, services::asked_salvo(BROWSER))
        .with(OURS, faster, services::asked(BROWSER, ours))
        .print(effort);
}

/// (d) Writing one page.
fn rendering(effort: Effort) {
    let page = ErrorPage::new(codes::NOT_FOUND);
    let write = |format, capacity| {
        let mut content = String::with_capacity(capacity);
        page.write(format, &mut content).expect("strings do not fail");
        content
    };
    println!("\nWriting a page, and answering with it");
    print_alone("HTML", effort, Some((2_000.0, 1)), || write(Format::Html, 2_048));
    print_alone("problem+json", effort, Some((2_000.0, 1)), || write(Format::Problem, 512));
    print_alone("plain text", effort, Some((2_000.0, 1)), || write(Format::Text, 512));
    for client in [BROWSER, PROGRAM] {
        let (options, asked) = (Options::new(), client.headers());
        print_alone(&format!("the whole answer to {}", client.name), effort, None, || {
            let request = Request::read(&options, "GET", "/", &asked);
            let mut headers = HeaderMap::new();
            let content = options.answer(&request, 404, &mut headers, Content::None, None);
            (headers, content)
        });
    }
}

/// (d) Choosing a format and a language.
fn negotiation(effort: Effort) {
    const FORMATS: [&str; 3] =
        ["text/html; charset=utf-8", "application/problem+json", "text/plain; charset=utf-8"];
    const LANGUAGES: [&str; 30] = [
        "en", "ar", "bg", "cs", "da", "de", "el", "es", "fa", "fi", "fr", "he", "hi", "hu", "id", "it", "ja",
        "ko", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv", "tr", "uk", "vi", "zh-Hans", "zh-Hant",
    ];
    println!("\nNegotiation");
    let headers = BROWSER.headers();
    let [asked, spoken] = ["accept", "accept-language"].map(|name| headers[name].as_bytes());
    let limit = Some((300.0, 0));
    print_alone("Accept of a browser", effort, limit, || accept::preferred(asked, FORMATS));
    print_alone("Accept of axios", effort, limit, || {
        accept::preferred(b"application/json, text/plain, */*", FORMATS)
    });
    print_alone("Accept of fetch and curl", effort, limit, || accept::preferred(b"*/*", FORMATS));
    // With one language there is no choice, and the field is not read.
    for count in [3, 30] {
        let name = format!("Accept-Language of a browser, of {count}");
        let limit = limit.filter(|_| count == 3);
        print_alone(&name, effort, limit, || language::preferred(spoken, &LANGUAGES[..count]));
    }
    print_alone("both of a browser, of 3", effort, limit, || {
        (accept::preferred(asked, FORMATS), language::preferred(spoken, &LANGUAGES[..3]))
    });
}
