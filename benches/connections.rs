//! Services asked over HTTP/1.1 connections that are kept alive, within the machine.

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use tokio::net::TcpListener;

use crate::requests::Client;

/// How many connections ask at once, which keeps the server busy.
const CONNECTIONS: usize = 16;

/// A server, and the file that tells how long its thread has run, which Linux keeps.
pub struct Server {
    address: SocketAddr,
    statistics: PathBuf,
}

impl Server {
    fn time(&self) -> Option<Duration> {
        // The file is up to date when the thread has come to rest.
        thread::sleep(Duration::from_micros(50));
        let statistics = fs::read_to_string(&self.statistics).ok()?;
        statistics.split(' ').next()?.parse().ok().map(Duration::from_nanos)
    }
}

/// Starts a server in a thread of its own, with a runtime of one thread.
pub fn serve<F: Future>(service: impl FnOnce(TcpListener) -> F + Send + 'static) -> Server {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
            let address = listener.local_addr().expect("an address");
            let thread = fs::read_link("/proc/thread-self").unwrap_or_default();
            let statistics = Path::new("/proc").join(thread).join("schedstat");
            sender.send(Server { address, statistics }).expect("a receiver");
            service(listener).await;
        });
    });
    receiver.recv().expect("a server")
}

/// Asks a server whose response has this status. Each connection has one request under
/// way: when the response is read, the next request is sent on the same.
///
/// The time is what the server's thread used of a processor, since that is what limits its
/// throughput; on a system that does not tell, the time that passed.
pub fn asked(client: Client, status: StatusCode, server: Server) -> impl FnMut(u32) -> Duration {
    let message = client.message();
    let connect = |_| TcpStream::connect(server.address).expect("a connection");
    let mut connections: Vec<_> = (0..CONNECTIONS).map(connect).collect();
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

/// The first response, which tells how long the others are.
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
