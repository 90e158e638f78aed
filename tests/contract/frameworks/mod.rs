//! The frameworks. Each has a folder: `driver.rs` runs the table, and `own` has rows of its own. axum
//! runs the table with the layers for axum and tower in several setups. The other frameworks run
//! the table on real servers.

pub mod actix_web;
pub mod axum;
pub mod exceptions;
pub mod poem;
pub mod rocket;
pub mod wire;

use std::net::SocketAddr;

use self::axum::driver::message;
use super::answer::Answer;
use super::case::{Case, Place, Setup};
use super::connection::{ask, connect};

pub const ACTIX_WEB: Setup = Setup { name: "actix-web", place: Place::Around, is_over_connection: true };
pub const POEM: Setup = Setup { name: "Poem", place: Place::Around, is_over_connection: true };
pub const ROCKET: Setup = Setup { name: "Rocket", place: Place::Around, is_over_connection: true };

/// The request field that has the index of the row.
const ROW: &str = "x-row";

/// Sends the request of each row to its server and returns the answers.
async fn exchange<'c, G: 'c>(
    rows: impl IntoIterator<Item = (usize, &'c Case<G>, SocketAddr)>,
) -> Vec<Answer> {
    let mut answers = Vec::new();
    for (index, case, address) in rows {
        let mut client = connect(address).await;
        let request = case.request.clone().with("host", "localhost").with(ROW, index.to_string());
        answers.push(ask(&mut client, message(&request, request.path)).await);
    }
    answers
}
