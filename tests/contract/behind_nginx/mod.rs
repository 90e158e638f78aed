//! The frameworks behind the cache of nginx: no client gets the page of another client.
//!
//! Two clients request one address twice, in both orders of arrival. Each must get the fields and the
//! content that the server sends without nginx. `X-Cache` tells whether an answer comes from the
//! cache. A test without answers from the cache could not fail.

mod nginx;
mod pairs;
mod stacks;

use std::net::SocketAddr;

use self::nginx::{Nginx, version};
use self::pairs::{Kept, Pair, outside, pairs, varying_by};
use self::stacks::{Order, Stack};
use super::answer::Answer;
use super::case::Request;
use super::connection::{ask, connect};
use super::frameworks::axum::driver::message;
use super::judge::{assert_none, shown};

#[tokio::test]
#[ignore = "needs nginx: .ci/run installs it"]
async fn no_client_of_axum_gets_the_page_of_another() {
    assert_kept("axum", &pairs(), stacks::axum).await;
}

#[tokio::test]
#[ignore = "needs nginx: .ci/run installs it"]
async fn no_client_of_actix_web_gets_the_page_of_another() {
    assert_kept("actix-web", &pairs(), stacks::actix_web).await;
}

#[tokio::test]
#[ignore = "needs nginx: .ci/run installs it"]
async fn no_client_of_rocket_gets_the_page_of_another() {
    assert_kept("rocket", &pairs(), stacks::rocket).await;
}

#[tokio::test]
#[ignore = "needs nginx: .ci/run installs it"]
async fn middleware_outside_that_adds_a_line_of_vary_mixes_up_clients_before_nginx_1_23() {
    let cors = |kept| outside("CORS outside", Order::CorsOutside, kept);
    let compression = |kept| outside("compression outside", Order::CompressionOutside, kept);
    let of_axum = [cors(Kept::Mixed), compression(Kept::Mixed)];
    assert_kept("axum-outside", &of_axum, stacks::axum).await;
    // actix-cors adds to the existing line.
    let of_actix_web = [cors(Kept::Apart), compression(Kept::Mixed)];
    assert_kept("actix-web-outside", &of_actix_web, stacks::actix_web).await;
    assert_kept("rocket-outside", &[cors(Kept::Mixed)], stacks::rocket).await;
}

#[tokio::test]
#[ignore = "needs nginx: .ci/run installs it"]
async fn nginx_keeps_a_page_whose_vary_has_128_bytes_and_none_with_more() {
    let pairs = [varying_by(128, "128 bytes", Kept::Apart), varying_by(129, "129 bytes", Kept::Nothing)];
    assert_kept("length", &pairs, stacks::axum).await;
}

/// Asserts that every client gets its own answer, and that nginx keeps the answers that a pair names.
async fn assert_kept(name: &str, pairs: &[Pair], serve: impl AsyncFn(Stack) -> SocketAddr) {
    let mut servers: Vec<(Stack, SocketAddr)> = Vec::new();
    for pair in pairs {
        if !servers.iter().any(|(stack, _)| stack.is(pair.stack)) {
            servers.push((pair.stack, serve(pair.stack).await));
        }
    }
    let addresses: Vec<SocketAddr> = servers.iter().map(|(_, address)| *address).collect();
    let nginx = Nginx::start(name, &addresses).await;
    let mut faults = Vec::new();
    for (number, pair) in pairs.iter().enumerate() {
        let server = servers.iter().position(|(stack, _)| stack.is(pair.stack)).unwrap();
        for order in [[0, 1], [1, 0]] {
            let visit = Visit {
                pair,
                order,
                origin: addresses[server],
                cache: nginx.address,
                prefix: format!("/{server}"),
                // A new address, which is not in the cache yet.
                query: format!("?{number}-{}", order[0]),
            };
            let found = visit.faults().await;
            faults
                .extend(found.into_iter().map(|fault| format!("{name}: {}: {order:?}: {fault}", pair.name)));
        }
    }
    assert_none(&faults);
}

/// Requests of two clients for one address, one after the other, twice.
struct Visit<'p> {
    pair: &'p Pair,
    order: [usize; 2],
    origin: SocketAddr,
    cache: SocketAddr,
    /// The first segment of the path, which selects the origin in nginx.
    prefix: String,
    query: String,
}

impl Visit<'_> {
    async fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let kept = match self.pair.kept {
            Kept::Mixed if version() >= (1, 23) => Kept::Apart,
            kept => kept,
        };
        let expected_answers = [self.origin_answer(0).await, self.origin_answer(1).await];
        let is_head = self.pair.clients.iter().any(|client| client.method == "HEAD");
        let [one, other] = &expected_answers;
        let is_shared = one.fields == other.fields && (is_head || one.content == other.content);
        if is_shared != (kept == Kept::Together) {
            faults.push(format!(
                "no case for {kept:?}: {} and {}",
                described(&expected_answers[0]),
                described(&expected_answers[1])
            ));
        }
        for (turn, client) in self.order.into_iter().chain(self.order).enumerate() {
            let (expected, cached) = match kept {
                Kept::Nothing => (client, "MISS"),
                Kept::Apart => (client, if turn < 2 { "MISS" } else { "HIT" }),
                Kept::Together => (client, if turn < 1 { "MISS" } else { "HIT" }),
                Kept::Mixed => (self.order[0], if turn < 1 { "MISS" } else { "HIT" }),
            };
            let request = &self.pair.clients[client];
            let path = format!("{}{}{}", self.prefix, request.path, self.query);
            let answer = fetch(self.cache, request, &path).await;
            let found = shown(&answer.lines("x-cache"));
            if found != format!("`{cached}`") {
                faults.push(format!("turn {turn}: client {client}: expected {cached}, found {found}"));
            }
            let answer = end_to_end(answer);
            if answer != expected_answers[expected] {
                let (expected, found) = (described(&expected_answers[expected]), described(&answer));
                faults.push(format!("turn {turn}: client {client}: expected {expected}, found {found}"));
            }
        }
        faults
    }

    /// The answer that a client gets without nginx.
    async fn origin_answer(&self, client: usize) -> Answer {
        let request = &self.pair.clients[client];
        end_to_end(fetch(self.origin, request, &format!("{}{}", request.path, self.query)).await)
    }
}

async fn fetch(address: SocketAddr, request: &Request, path: &str) -> Answer {
    let mut client = connect(address).await;
    ask(&mut client, message(&request.clone().with("host", "localhost"), path)).await
}

/// The answer without the fields that each server in the chain sets itself.
fn end_to_end(mut answer: Answer) -> Answer {
    answer.fields.retain(|(name, _)| !matches!(name.as_str(), "connection" | "date" | "server" | "x-cache"));
    answer.sorted()
}

/// Describes an answer for a message.
fn described(answer: &Answer) -> String {
    let fields: Vec<String> =
        answer.fields.iter().map(|(name, value)| format!("{name}: {}", value.escape_ascii())).collect();
    let content = shown(&[&answer.content]);
    format!("{} {:?} [{}] {content}", answer.status, answer.broken, fields.join(", "))
}
