//! The parts that the bookshops of all frameworks share.

use http_status_info::page::{Audience, FrameworkTexts, Options};

/// The home page, with links to every error.
pub const HOME: &str = include_str!("home.html");

/// The options of the error pages. With the argument `--developer`, pages are for developers.
/// Requests of htmx get fragments.
pub fn options() -> Options {
    let is_for_developers = std::env::args().any(|argument| argument == "--developer");
    Options::new()
        .brand("Example Books")
        .contact("help@example.com")
        .framework_texts(FrameworkTexts::Replaced)
        .fragments(true)
        .audience(if is_for_developers { Audience::Developers } else { Audience::Visitors })
}
