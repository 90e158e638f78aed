//! Measures servers over persistent HTTP/1.1 connections on the loopback interface.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use axum::http::StatusCode;

use crate::requests::Client;
use crate::servers::Server;

/// The number of connections, which is enough to keep the server busy.
const CONNECTIONS: usize = 16;

/// Sends requests to a server whose responses have the given status. Each connection sends its
/// next request after it has read the response to the previous one.
///
/// The time is the processor time of the server's thread, which limits its throughput. On systems
/// without that figure, it is the elapsed time.
pub fn asked(client: Client, status: StatusCode, server: Server) -> impl FnMut(u32) -> Duration {
    let message = client.message();
    let mut connections: Vec<_> = (0..CONNECTIONS).map(|_| connect(&server)).collect();
    let mut response = first(&mut connections[0], &message, status);
    move |count| {
        let mut ask = |connection: &mut TcpStream| connection.write_all(&message).expect("a connection");
        let mut read = |connection: &mut TcpStream| {
            connection.read_exact(&mut response).expect("a response as long as the first one");
        };
        let used = server.time();
        let start = Instant::now();
        connections.iter_mut().for_each(&mut ask);
        for turn in 0..(count as usize).saturating_sub(CONNECTIONS) {
            let connection = &mut connections[turn % CONNECTIONS];
            read(connection);
            ask(connection);
        }
        connections.iter_mut().for_each(&mut read);
        let passed = start.elapsed();
        server.time().zip(used).map_or(passed, |(now, before)| now.saturating_sub(before))
    }
}

fn connect(server: &Server) -> TcpStream {
    TcpStream::connect(server.address).expect("a connection")
}

/// Reads the first response, which has the length of all others.
fn first(connection: &mut TcpStream, message: &[u8], status: StatusCode) -> Vec<u8> {
    connection.write_all(message).expect("a connection");
    let mut response = Vec::new();
    loop {
        let mut part = [0; 4096];
        let length = connection.read(&mut part).expect("a response");
        assert!(length > 0, "the server closed the connection");
        response.extend_from_slice(&part[..length]);
        let text = String::from_utf8_lossy(&response).to_ascii_lowercase();
        let Some((head, _)) = text.split_once("\r\n\r\n") else { continue };
        assert!(head.starts_with(&format!("http/1.1 {} ", status.as_str())), "{head}");
        let content = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        let content: usize = content.and_then(|length| length.parse().ok()).expect("a content-length");
        if response.len() >= head.len() + 4 + content {
            return response;
        }
    }
}

/// A response, without `Date`.
#[derive(Debug, PartialEq)]
pub struct RecordedResponse {
    /// Names in lower case with their values, in alphabetical order.
    pub fields: Vec<(String, String)>,
    pub content: String,
}

impl RecordedResponse {
    pub fn of(server: &Server, client: Client, status: StatusCode) -> Self {
        let response = first(&mut connect(server), &client.message(), status);
        let response = String::from_utf8(response).expect("text");
        let (head, content) = response.split_once("\r\n\r\n").expect("a head");
        let field = |line: &str| {
            let (name, value) = line.split_once(": ")?;
            Some((name.to_ascii_lowercase(), value.to_owned()))
        };
        let mut fields: Vec<_> = head.lines().filter_map(field).filter(|(name, _)| name != "date").collect();
        fields.sort();
        Self { fields, content: content.to_owned() }
    }

    /// Drops the fields that another response has too, and `Content-Length`, which the framework
    /// adds.
    pub fn without_fields_of(mut self, other: &Self) -> Self {
        self.fields.retain(|field| field.0 != "content-length" && !other.fields.contains(field));
        self
    }
}
