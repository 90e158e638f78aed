//! What clients send, and services asked without a connection.

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

/// Chrome on Linux, going to a page.
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

/// A program in Node, as the library axios sends it.
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

/// No fields at all.
pub const NOBODY: Client = Client { name: "no fields", fields: "" };

impl Client {
    /// The names, and the values as a server has them: each is a part of one buffer.
    pub fn shared(self) -> impl Iterator<Item = (&'static str, Bytes)> {
        let shared = Bytes::copy_from_slice(self.fields.as_bytes());
        self.pairs().map(move |(name, value)| {
            let start = value.as_ptr().addr() - self.fields.as_ptr().addr();
            (name, shared.slice(start..start + value.len()))
        })
    }

    /// The names and the values.
    pub fn pairs(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.fields.lines().filter_map(|line| line.split_once(": "))
    }

    /// The fields as a server has them.
    pub fn headers(self) -> HeaderMap {
        let field = |(name, value): (&str, Bytes)| {
            let value = HeaderValue::from_maybe_shared(value);
            Some((HeaderName::from_bytes(name.as_bytes()).ok()?, value.ok()?))
        };
        self.shared().filter_map(field).collect()
    }

    /// The fields as they are sent.
    pub fn message(self) -> Vec<u8> {
        format!("GET / HTTP/1.1\n{}\n", self.fields).replace('\n', "\r\n").into_bytes()
    }

    fn request<Q: Default>(headers: &HeaderMap) -> Request<Q> {
        let mut request = Request::new(Q::default());
        request.headers_mut().clone_from(headers);
        request
    }
}

/// Asks a service within the process.
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

/// Answers so many requests. They are made before the time is taken, some at once, so the
/// count should be a multiple of that.
pub fn timed<Q>(count: u32, make: impl Fn() -> Q, answer: impl Fn(Q)) -> Duration {
    // Few enough to stay in the cache.
    const MADE: u32 = 32;
    let turns = (0..count / MADE).map(|_| {
        let requests: Vec<_> = (0..MADE).map(|_| make()).collect();
        let start = Instant::now();
        for request in requests {
            answer(request);
        }
        start.elapsed()
    });
    turns.sum()
}

/// Makes a contender anew every few turns, and calls it from another depth of the stack
/// each time. Where things lie in memory changes the times of calls that are as short as
/// these by several percent, and would stay the same as long as the program runs.
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

/// Calls a function below so many others.
fn deeper(calls: usize, run: &mut dyn FnMut() -> Duration) -> Duration {
    if calls == 0 { run() } else { black_box(deeper(calls - 1, run)) }
}

/// The response with its whole content.
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

/// Takes a response as a server does, but for sending it.
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

/// The value of a future that has nothing to wait for.
pub fn now<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("nothing here waits"),
    }
}
