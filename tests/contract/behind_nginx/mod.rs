//! The frameworks behind the cache of nginx: no client gets what was made for another one.
//!
//! Two clients ask for one address, twice, in both orders of arrival. Each is to get the fields and
//! the content that the server sends it without nginx. `X-Cache` tells whether an answer comes from
//! the cache: a test without such answers could not fail.

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
async fn no_client_of_axum_gets_what_was_made_for_another() {
    assert_kept("axum", &pairs(), stacks::axum).await;
}

#[tokio::test]
#[ignore = "needs nginx: .ci/run installs it"]
async fn no_client_of_actix_web_gets_what_was_made_for_another() {
    assert_kept("actix-web", &pairs(), stacks::actix_web).await;
}

#[tokio::test]
#[ignore = "needs nginx: .ci/run installs it"]
async fn no_client_of_rocket_gets_what_was_made_for_another() {
    assert_kept("rocket", &pairs(), stacks::rocket).await;
}

#[tokio::test]
#[ignore = "needs nginx: .ci/run installs it"]
async fn middleware_outside_that_adds_a_line_of_vary_mixes_up_clients_before_nginx_1_23() {
    let cors = |kept| outside("CORS outside", Order::CorsOutside, kept);
    let compression = |kept| outside("compression outside", Order::CompressionOutside, kept);
    let of_axum = [cors(Kept::Mixed), compression(Kept::Mixed)];
    assert_kept("axum-outside", &of_axum, stacks::axum).await;
    // actix-cors writes into the line that is there.
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

/// Asserts that every client gets its own answer, and that nginx keeps what it is said to keep.
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
        let place = servers.iter().position(|(stack, _)| stack.is(pair.stack)).unwrap();
        for order in [[0, 1], [1, 0]] {
            let visit = Visit {
                pair,
                order,
                origin: addresses[place],
                cache: nginx.address,
                prefix: format!("/{place}"),
                // An address that nobody has asked for before.
                query: format!("?{number}-{}", order[0]),
            };
            let found = visit.faults().await;
            faults
                .extend(found.into_iter().map(|fault| format!("{name}: {}: {order:?}: {fault}", pair.name)));
        }
    }
    assert_none(&faults);
}

/// Two clients that ask for an address, one after the other, twice.
struct Visit<'p> {
    pair: &'p Pair,
    order: [usize; 2],
    origin: SocketAddr,
    cache: SocketAddr,
    /// The first segment of the path, by which nginx finds the origin.
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
        let own = [self.own(0).await, self.own(1).await];
        let is_head = self.pair.clients.iter().any(|client| client.method == "HEAD");
        let [one, other] = &own;
        let is_shared = one.fields == other.fields && (is_head || one.content == other.content);
        if is_shared != (kept == Kept::Together) {
            faults.push(format!("no case for {kept:?}: {} and {}", told(&own[0]), told(&own[1])));
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
            let answer = got(self.cache, request, &path).await;
            let found = shown(&answer.lines("x-cache"));
            if found != format!("`{cached}`") {
                faults.push(format!("turn {turn}: client {client}: expected {cached}, found {found}"));
            }
            let answer = end_to_end(answer);
            if answer != own[expected] {
                let (expected, found) = (told(&own[expected]), told(&answer));
                faults.push(format!("turn {turn}: client {client}: expected {expected}, found {found}"));
            }
        }
        faults
    }

    /// The answer that a client gets without nginx.
    async fn own(&self, client: usize) -> Answer {
        let request = &self.pair.clients[client];
        end_to_end(got(self.origin, request, &format!("{}{}", request.path, self.query)).await)
    }
}

async fn got(address: SocketAddr, request: &Request, path: &str) -> Answer {
    let mut client = connect(address).await;
    ask(&mut client, message(&request.clone().with("host", "localhost"), path)).await
}

/// The answer without the fields that each server on the way sets itself.
fn end_to_end(mut answer: Answer) -> Answer {
    answer.fields.retain(|(name, _)| !matches!(name.as_str(), "connection" | "date" | "server" | "x-cache"));
    answer.sorted()
}

/// An answer for a message.
fn told(answer: &Answer) -> String {
    let fields: Vec<String> =
        answer.fields.iter().map(|(name, value)| format!("{name}: {}", value.escape_ascii())).collect();
    let content = shown(&[&answer.content]);
    format!("{} {:?} [{}] {content}", answer.status, answer.broken, fields.join(", "))
}
