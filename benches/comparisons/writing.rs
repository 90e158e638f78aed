//! Measures pages without a framework.

use ::axum::http::HeaderMap;
use http_status_info::codes;
use http_status_info::page::negotiation::{accept, accept_language};
use http_status_info::page::{ContentLength, Engine, ErrorPage, Format, Page, Response};

use crate::requests::{BROWSER, PROGRAM};
use crate::rounds::{Effort, print_alone};

/// Measures the writing of one page.
pub fn rendering(effort: Effort) {
    let error = ErrorPage::new(codes::NOT_FOUND);
    let write = |format, capacity| {
        let mut content = String::with_capacity(capacity);
        Page::new(&error).write(format, &mut content).expect("strings do not fail");
        content
    };
    println!("\nWriting a page, and making a response of it");
    print_alone("HTML", effort, Some((2_000.0, 1)), || write(Format::Html, 2_048));
    print_alone("problem+json", effort, Some((2_000.0, 1)), || write(Format::Problem, 512));
    print_alone("plain text", effort, Some((2_000.0, 1)), || write(Format::Text, 512));
    for client in [BROWSER, PROGRAM] {
        let (engine, asked) = (Engine::DEFAULT, client.headers());
        print_alone(&format!("the whole response to {}", client.name), effort, None, || {
            let request = engine.request("GET", "/", &asked);
            let mut headers = HeaderMap::new();
            let length = ContentLength::Known(0);
            let response = Response { status: 404, fields: &headers, length, has_no_page: false };
            let page = engine.select(&request, response).map(|selected| selected.write(&mut headers));
            (headers, page)
        });
    }
}

/// Measures the choice of a format and a language.
pub fn negotiation(effort: Effort) {
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
    print_alone("Accept of a browser", effort, limit, || accept::preferred(asked, &FORMATS));
    print_alone("Accept of axios", effort, limit, || {
        accept::preferred(b"application/json, text/plain, */*", &FORMATS)
    });
    print_alone("Accept of fetch and curl", effort, limit, || accept::preferred(b"*/*", &FORMATS));
    // With one language there is no choice, and the engine does not read the field.
    for count in [3, 30] {
        let name = format!("Accept-Language of a browser, of {count}");
        let limit = limit.filter(|_| count == 3);
        print_alone(&name, effort, limit, || accept_language::preferred(spoken, &LANGUAGES[..count]));
    }
    print_alone("both of a browser, of 3", effort, limit, || {
        (accept::preferred(asked, &FORMATS), accept_language::preferred(spoken, &LANGUAGES[..3]))
    });
}
