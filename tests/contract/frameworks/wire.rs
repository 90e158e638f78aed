//! Malformed requests, sent byte by byte without an HTTP client.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::super::answer::Answer;
use super::super::connection::within_limit;

/// Sends bytes, and reads the answer until the server closes the connection.
pub async fn send(address: SocketAddr, request: &str) -> Answer {
    let mut stream = within_limit("connecting", TcpStream::connect(address)).await.unwrap();
    within_limit("writing", stream.write_all(request.as_bytes())).await.unwrap();
    let mut received = Vec::new();
    within_limit("reading", stream.read_to_end(&mut received)).await.unwrap();
    let end = received.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap();
    let head = String::from_utf8(received[..end].to_vec()).unwrap();
    let mut lines = head.split("\r\n");
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let fields = lines.map(|line| {
        let (name, value) = line.split_once(':').unwrap();
        (name.to_ascii_lowercase(), value.trim().as_bytes().to_vec())
    });
    Answer { status, fields: fields.collect(), content: received[end + 4..].to_vec(), broken: None }
}
