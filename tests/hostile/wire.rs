//! Hostile values over an HTTP/1.1 connection, read without an HTTP library.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use http::{HeaderMap, Request};
use http_status_info::adapter::tower::ErrorPagesLayer;
use http_status_info::page::Audience;
use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tower::{Layer, service_fn};

use crate::answer::{Answer, Case, Form};
use crate::entries::ENTRIES;
use crate::values;

/// Field lines, sorted by name.
type Lines = Vec<(String, Vec<u8>)>;

#[test]
fn no_field_is_split_or_added_on_the_wire() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
    let mut count = 0;
    for entry in ENTRIES {
        let before = count;
        for value in values::short() {
            // The white space around a value is not part of it (RFC 9110 §5.5).
            let value = value.trim_ascii();
            let Some(case) = (entry.put)((entry.base)(), value) else { continue };
            let case = case.in_form(Form::Page, Audience::Visitors);
            let request = request(&case);
            let address = listener.local_addr().unwrap();
            let client = std::thread::spawn(move || {
                let mut stream = TcpStream::connect(address).unwrap();
                stream.write_all(&request).unwrap();
                let mut response = Vec::new();
                stream.read_to_end(&mut response).unwrap();
                response
            });
            runtime.block_on(serve(&listener, &case));
            let response = client.join().unwrap();
            let name = entry.name;
            assert_eq!(
                read(&response, case.code),
                expected(&case.send()),
                "{name}: {}",
                value.escape_ascii()
            );
            count += 1;
        }
        assert!(count > before, "{}: takes no value", entry.name);
    }
    assert!(count > 3_000, "{count}");
}

fn request(case: &Case) -> Vec<u8> {
    let mut request =
        format!("GET {} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n", case.path).into_bytes();
    for (name, value) in &case.request_fields {
        request.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"].concat());
    }
    request.extend(b"\r\n");
    request
}

async fn serve(listener: &TcpListener, case: &Case) {
    let (stream, _) = listener.accept().await.unwrap();
    let case = case.clone();
    let layer = ErrorPagesLayer::with_options(case.options.clone());
    let app = service_fn(move |_: Request<hyper::body::Incoming>| {
        std::future::ready(Ok::<_, hyper::Error>(case.bare()))
    });
    let service = TowerToHyperService::new(layer.layer(app));
    http1::Builder::new().serve_connection(TokioIo::new(stream), service).await.unwrap();
}

/// The field lines and the content of a response. Fails unless each line is a name, a colon and a value
/// without control characters.
fn read(response: &[u8], code: u16) -> (Lines, String) {
    let end = response.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
    let head =
        response[..end].split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    let mut lines = Lines::new();
    for (index, line) in head.enumerate() {
        assert!(
            line.iter().all(|byte| *byte == b'\t' || !byte.is_ascii_control()),
            "{}",
            line.escape_ascii()
        );
        if index == 0 {
            assert!(line.starts_with(format!("HTTP/1.1 {code} ").as_bytes()));
            continue;
        }
        let colon = line.iter().position(|byte| *byte == b':').unwrap();
        let name = String::from_utf8(line[..colon].to_vec()).unwrap();
        if !["date", "connection"].contains(&name.as_str()) {
            lines.push((name, line[colon + 1..].trim_ascii().to_vec()));
        }
    }
    lines.sort();
    (lines, String::from_utf8(response[end + 4..].to_vec()).unwrap())
}

/// The same parts of an answer without a connection.
fn expected(answer: &Answer) -> (Lines, String) {
    let lines = |fields: &HeaderMap| -> Lines {
        fields
            .iter()
            .map(|(name, value)| (name.to_string(), value.as_bytes().trim_ascii().to_vec()))
            .collect()
    };
    let mut lines = lines(&answer.fields);
    lines.sort();
    (lines, answer.content.clone())
}
