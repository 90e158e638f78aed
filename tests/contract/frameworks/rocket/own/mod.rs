//! The rows of Rocket only: its catchers, its guards, its responders and its fairings. Each row has a
//! whole server, and its request goes over a real connection.

mod bases;
mod catchers;
mod contents;
mod fairings;
mod responders;
mod servers;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::net::SocketAddr;

use http_status_info::adapter::rocket::ErrorPages;
use http_status_info::page::{FrameworkTexts, Options};
use rocket::{Build, Rocket, Shutdown};

use super::driver::{config, launched};
use crate::answer::Answer;
use crate::case::Case;
use crate::frameworks::exchange;

pub type Site = fn() -> Rocket<Build>;

pub fn cases() -> Vec<Case<Site>> {
    [catchers::cases(), bases::cases(), responders::cases(), contents::cases(), fairings::cases()].concat()
}

/// Sends the request of each row and returns the answers.
pub async fn answers(cases: &[Case<Site>]) -> Vec<Answer> {
    let mut servers: BTreeMap<usize, (SocketAddr, Shutdown)> = BTreeMap::new();
    for case in cases {
        let site = case.given as usize;
        if let Entry::Vacant(entry) = servers.entry(site) {
            entry.insert(launched((case.given)()).await);
        }
    }
    let address = |case: &Case<Site>| servers[&(case.given as usize)].0;
    let answers = exchange(cases.iter().enumerate().map(|(index, case)| (index, case, address(case)))).await;
    for (_, shutdown) in servers.into_values() {
        shutdown.notify();
    }
    answers
}

/// A server without routes, fairings and catchers of its own.
fn bare() -> Rocket<Build> {
    rocket::custom(config())
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
