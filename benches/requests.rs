//! The requests of clients, and the measurement of services without a connection.

use std::fmt::Debug;
use std::hint::black_box;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};

use axum::body::{Bytes, HttpBody};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Request, Response};

/// A client, by the header fields it sends.
#[derive(Clone, Copy)]
pub struct Client {
    pub name: &'static str,
    pub fields: &'static str,
}

/// A navigation with Chrome on Linux.
pub const BROWSER: Client = Client {
    name: "a browser's navigation",
    fields: "\
Host: localhost
Connection: keep-alive
sec-ch-ua: \"Chromium\";v=\"142\", \"Google Chrome\";v=\"142\", \"Not_A Brand\";v=\"99\"
sec-ch-ua-mobile: ?0
sec-ch-ua-platform: \"Linux\"
Upgrade-Insecure-Requests: 1
User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36
Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7
Sec-Fetch-Site: same-origin
Sec-Fetch-Mode: navigate
Sec-Fetch-User: ?1
Sec-Fetch-Dest: document
Referer: http://localhost/
Accept-Encoding: gzip, deflate, br, zstd
Accept-Language: de-CH,de;q=0.9,en-US;q=0.8,en;q=0.7
Cookie: session=0123456789abcdef0123456789abcdef; theme=dark
",
};

/// A request of the library axios in Node.
pub const PROGRAM: Client = Client {
    name: "a program's fields (axios)",
    fields: "\
Accept: application/json, text/plain, */*
User-Agent: axios/1.13.2
Accept-Encoding: gzip, compress, deflate, br
Host: localhost
Connection: keep-alive
",
};

/// A request without header fields.
pub const NO_FIELDS: Client = Client { name: "no fields", fields: "" };

impl Client {
    /// Returns the fields as a server has them: each value is a slice of one buffer.
    pub fn shared(self) -> impl Iterator<Item = (&'static str, Bytes)> {
        let shared = Bytes::copy_from_slice(self.fields.as_bytes());
        self.pairs().map(move |(name, value)| {
            let start = value.as_ptr().addr() - self.fields.as_ptr().addr();
            (name, shared.slice(start..start + value.len()))
        })
    }

    /// Returns the fields as text.
    pub fn pairs(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.fields.lines().filter_map(|line| line.split_once(": "))
    }

    /// Returns the fields as a map, whose values are slices of one buffer.
    pub fn headers(self) -> HeaderMap {
        let field = |(name, value): (&str, Bytes)| {
            let value = HeaderValue::from_maybe_shared(value);
            Some((HeaderName::from_bytes(name.as_bytes()).ok()?, value.ok()?))
        };
        self.shared().filter_map(field).collect()
    }

    /// Returns the request as it is sent.
    pub fn message(self) -> Vec<u8> {
        format!("GET / HTTP/1.1\n{}\n", self.fields).replace('\n', "\r\n").into_bytes()
    }

    fn request<Q: Default>(headers: &HeaderMap) -> Request<Q> {
        let mut request = Request::new(Q::default());
        request.headers_mut().clone_from(headers);
        request
    }
}

/// Measures a service without a connection.
pub fn asked<Q, F, B, E>(client: Client, call: impl Fn(Request<Q>) -> F) -> impl FnMut(u32) -> Duration
where
    Q: Default,
    F: Future<Output = Result<Response<B>, E>>,
    B: HttpBody,
    E: Debug,
{
    let headers = client.headers();
    move |count| timed(count, || Client::request(&headers), |request| read(call(request)))
}

/// Measures `count` calls of `answer`. Requests are made in batches, outside of the measured time,
/// so `count` should be a multiple of the batch.
pub fn timed<Q>(count: u32, make: impl Fn() -> Q, answer: impl Fn(Q)) -> Duration {
    // A small batch stays in the processor's cache.
    const BATCH: u32 = 32;
    let turns = (0..count / BATCH).map(|_| {
        let requests: Vec<_> = (0..BATCH).map(|_| make()).collect();
        let start = Instant::now();
        for request in requests {
            answer(request);
        }
        start.elapsed()
    });
    turns.sum()
}

/// Makes a contender again every few turns, and calls it from a changing depth of the stack. The
/// layout of memory changes the times of such short calls by several percent. Without this, one
/// layout would last for the whole run.
pub fn renewed<R: FnMut(u32) -> Duration>(make: impl Fn() -> R) -> impl FnMut(u32) -> Duration {
    let mut run = make();
    let mut turn = 0;
    let mut kept = Vec::new();
    move |count| {
        turn += 1;
        if turn % 8 == 0 {
            kept.push(vec![0_u8; 16 * (turn % 61)]);
            run = make();
        }
        deeper(turn % 67, &mut || run(count))
    }
}

/// Runs a function below `calls` other calls.
fn deeper(calls: usize, run: &mut dyn FnMut() -> Duration) -> Duration {
    if calls == 0 { run() } else { black_box(deeper(calls - 1, run)) }
}

/// Returns the response with its whole content.
pub fn response<B, E>(call: impl Future<Output = Result<Response<B>, E>>) -> Response<Vec<u8>>
where
    B: HttpBody<Data = Bytes>,
    E: Debug,
{
    let (head, body) = now(call).expect("a response").into_parts();
    let mut body = pin!(body);
    let mut content = Vec::new();
    while let Some(Ok(frame)) = now(std::future::poll_fn(|cx| body.as_mut().poll_frame(cx))) {
        content.extend_from_slice(frame.data_ref().expect("no trailers"));
    }
    Response::from_parts(head, content)
}

/// Reads a response as a server does, without sending it.
fn read<B: HttpBody, E: Debug>(call: impl Future<Output = Result<Response<B>, E>>) {
    let (head, body) = now(call).expect("a response").into_parts();
    let mut body = pin!(body);
    while !body.is_end_stream() {
        let frame = now(std::future::poll_fn(|cx| body.as_mut().poll_frame(cx)));
        if black_box(frame).is_none() {
            break;
        }
    }
    black_box(head);
}

/// Returns the value of a future that is ready at once.
pub fn now<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the future is not ready"),
    }
}
