//! Answers as an adapter makes them: through the engine, with the header fields of the crate
//! `http`.

use http::{HeaderMap, HeaderName, HeaderValue};
use http_status_info::page::{ContentLength, Engine, ErrorPage, Options, Response};

/// A header field, as it is written in a test.
pub type Line<'l> = (&'l str, &'l str);

/// A response that got a page.
pub struct Answered {
    pub headers: HeaderMap,
    pub content: String,
}

/// Answers a bare error: `asked` are the fields of the request, `said` those that the
/// application set.
pub fn answer(
    options: &Options,
    code: u16,
    asked: &[Line<'_>],
    said: &[Line<'_>],
    page: Option<ErrorPage>,
) -> Answered {
    let asked = fields(asked);
    let engine = Engine::new(options.clone());
    let request = engine.request("GET", "/", &asked);
    let mut headers = fields(said);
    let length = ContentLength::Known(0);
    let response = Response { status: code, fields: &headers, length, has_no_page: false };
    let selected = engine.select(&request, response).unwrap();
    let content = selected.with_page(page).write(&mut headers).content;
    assert_eq!(headers["content-length"], content.len().to_string());
    Answered { headers, content }
}

fn fields(lines: &[Line<'_>]) -> HeaderMap {
    let line = |&(name, value): &Line<'_>| {
        (HeaderName::try_from(name).unwrap(), HeaderValue::try_from(value).unwrap())
    };
    lines.iter().map(line).collect()
}
