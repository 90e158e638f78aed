//! Makes responses as an adapter does: through the engine, with the header fields of the crate
//! `http`.

use http::{HeaderMap, HeaderName, HeaderValue};
use http_status_info::page::{ContentLength, Engine, ErrorPage, Options, Response};

/// A header field in a test: name and value.
pub type Line<'l> = (&'l str, &'l str);

/// A response with a page.
pub struct Answered {
    pub headers: HeaderMap,
    pub content: String,
}

/// Makes the response to a bare error. The application has set the fields in `response_fields`.
pub fn answer(
    options: &Options,
    code: u16,
    request_fields: &[Line<'_>],
    response_fields: &[Line<'_>],
    page: Option<ErrorPage>,
) -> Answered {
    let request_fields = fields(request_fields);
    let engine = Engine::new(options.clone());
    let request = engine.request("GET", "/", &request_fields);
    let mut headers = fields(response_fields);
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
