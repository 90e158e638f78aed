//! Answers as an adapter makes them: through `Options::answer`, with the header fields
//! of the crate `http`.

use http::{HeaderMap, HeaderName, HeaderValue};
use http_status_info::page::exchange::{Length, Request};
use http_status_info::page::{ErrorPage, Options};

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
    page: Option<ErrorPage<'static>>,
) -> Answered {
    let asked = fields(asked);
    let request = Request::read(options, "GET", "/", &asked);
    let mut headers = fields(said);
    let claim = options.claim(&request, code, &headers, Length::Known(0)).unwrap();
    let content = options.answer(&request, &mut headers, claim, page).unwrap().content;
    assert_eq!(headers["content-length"], content.len().to_string());
    Answered { headers, content }
}

fn fields(lines: &[Line<'_>]) -> HeaderMap {
    let line = |&(name, value): &Line<'_>| {
        (HeaderName::try_from(name).unwrap(), HeaderValue::try_from(value).unwrap())
    };
    lines.iter().map(line).collect()
}
