//! Cases of Poem's own: its errors, its routing, and its middleware. The rows' given thing is a
//! whole application, driven over a real connection.

mod errors;
mod pages;
mod routes;
mod servers;
mod stacks;

use http_status_info::adapter::poem::ErrorPages;
use http_status_info::page::{FrameworkTexts, Options};
use poem::EndpointExt;
use poem::endpoint::{BoxEndpoint, make_sync};
use poem::error::IntoResult;

use super::driver::{Rows, serve, stream};
use crate::answer::Answer;
use crate::case::Case;
use crate::frameworks::exchange;

pub type Site = fn() -> BoxEndpoint<'static>;

pub fn cases() -> Vec<Case<Site>> {
    [errors::cases(), pages::cases(), routes::cases(), stacks::cases()].concat()
}

/// Drives every row.
pub async fn answers(cases: &[Case<Site>]) -> Vec<Answer> {
    let address = serve(Rows(cases.iter().map(|case| (case.given)()).collect())).await;
    exchange(cases.iter().enumerate().map(|(place, case)| (place, case, address))).await
}

/// A handler that returns the same each time.
fn returning<T, R>(what: fn() -> R) -> BoxEndpoint<'static, T>
where
    T: poem::IntoResponse + Sync + 'static,
    R: IntoResult<T> + 'static,
{
    make_sync(move |_| what()).boxed()
}

fn pages() -> ErrorPages {
    ErrorPages::new()
}

fn masking() -> ErrorPages {
    ErrorPages::with_options(Options::new().framework_texts(FrameworkTexts::Replaced))
}

fn keeping() -> ErrorPages {
    ErrorPages::with_options(Options::new().framework_texts(FrameworkTexts::AsDetail))
}

fn branded(name: &'static str) -> ErrorPages {
    ErrorPages::with_options(Options::new().brand(name))
}
