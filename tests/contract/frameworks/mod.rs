//! The frameworks. Each has a folder: `driver.rs` drives the table through the framework, `own`
//! has rows of its own. axum is driven in several ways, the others over real servers.

pub mod actix_web;
pub mod axum;
pub mod exceptions;
pub mod poem;
pub mod rocket;
pub mod wire;

use std::net::SocketAddr;

use self::axum::driver::message;
use super::answer::Answer;
use super::case::{Case, Place, Way};
use super::connection::{ask, connect};

pub const ACTIX_WEB: Way = Way { name: "actix-web", place: Place::Around, is_over_connection: true };
pub const POEM: Way = Way { name: "Poem", place: Place::Around, is_over_connection: true };
pub const ROCKET: Way = Way { name: "Rocket", place: Place::Around, is_over_connection: true };

/// The field that tells a server which row a request is of.
const ROW: &str = "x-row";

/// Sends the request of each row to its server and returns what came back.
async fn exchange<'c, G: 'c>(
    rows: impl IntoIterator<Item = (usize, &'c Case<G>, SocketAddr)>,
) -> Vec<Answer> {
    let mut answers = Vec::new();
    for (place, case, address) in rows {
        let mut client = connect(address).await;
        let request = case.request.clone().with("host", "localhost").with(ROW, place.to_string());
        answers.push(ask(&mut client, message(&request, request.path)).await);
    }
    answers
}
