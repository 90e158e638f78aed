//! What the bookshops of all frameworks share.

use http_status_info::page::{Audience, FrameworkTexts, Options};

/// The home page, with links to every error.
pub const HOME: &str = include_str!("home.html");

/// The options of the error pages. With the argument `--developer`, they are for those
/// who build the shop. Where its pages use htmx, an error is a fragment for the page that is there.
pub fn options() -> Options {
    let is_for_developers = std::env::args().any(|argument| argument == "--developer");
    Options::new()
        .brand("Example Books")
        .contact("help@example.com")
        .framework_texts(FrameworkTexts::Replaced)
        .fragments(true)
        .audience(if is_for_developers { Audience::Developers } else { Audience::Visitors })
}
