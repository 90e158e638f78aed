//! A response, and the assertions that hold for all frameworks.

use std::convert::Infallible;

use bytes::Bytes;
use http::header::{AsHeaderName, CONTENT_LENGTH, CONTENT_TYPE, VARY};
use http::{HeaderMap, Method, Request, Response, StatusCode};
use http_body_util::{BodyExt, Full};
use http_status_info::adapter::tower::ErrorPagesLayer;
use http_status_info::{StatusInfo, status_info};
use serde_json::{Value, json};
use tower::{Layer, ServiceExt, service_fn};

use crate::server::{Client, accepting, request, with_method};

/// The page depends at least on these request header fields.
const VARIES_BY: [&str; 2] = ["Accept", "Sec-Fetch-Dest"];

#[derive(Debug, PartialEq)]
pub struct Answer {
    pub status: u16,
    pub fields: HeaderMap,
    pub content: Bytes,
    pub trailers: Option<HeaderMap>,
}

impl Answer {
    /// Returns the value of a header field that the response has at most once.
    pub fn field(&self, name: impl AsHeaderName) -> Option<&str> {
        let mut values = self.fields.get_all(name).iter();
        let value = values.next();
        assert!(values.next().is_none(), "two lines of one field: {self:?}");
        value.map(|value| value.to_str().unwrap())
    }

    pub fn text(&self) -> &str {
        str::from_utf8(&self.content).unwrap()
    }

    /// Asserts a negotiated response with this content type, and returns its status record.
    fn assert_negotiated(&self, code: u16, media_type: &str) -> &'static StatusInfo {
        assert_eq!(self.status, code, "{self:?}");
        assert_eq!(self.field(CONTENT_TYPE), Some(media_type), "{self:?}");
        let varies_by: Vec<&str> = self.field(VARY).unwrap_or_default().split(", ").collect();
        for field in VARIES_BY {
            assert!(varies_by.contains(&field), "no {field} in {self:?}");
        }
        status_info(code).unwrap()
    }

    fn assert_length(&self) {
        assert_eq!(self.field(CONTENT_LENGTH), Some(self.content.len().to_string().as_str()), "{self:?}");
    }

    /// Asserts an HTML page of this status.
    pub fn assert_page(&self, code: u16) {
        let status = self.assert_negotiated(code, "text/html; charset=utf-8");
        self.assert_length();
        let text = self.text();
        assert!(text.starts_with("<!DOCTYPE html>"), "{text}");
        for said in [&code.to_string(), status.name(), status.visitor().unwrap()] {
            assert!(text.contains(said), "no {said:?} in {text}");
        }
    }

    /// Asserts a problem of this status.
    pub fn assert_problem(&self, code: u16) {
        let status = self.assert_negotiated(code, "application/problem+json");
        self.assert_length();
        let expected = json!({"type": "about:blank", "title": status.name(), "status": code});
        assert_eq!(serde_json::from_slice::<Value>(&self.content).unwrap(), expected);
    }

    /// Asserts that this is the response to HEAD for a page that GET got.
    pub fn assert_head_of(&self, page: &Self) {
        assert!(self.content.is_empty(), "{self:?}");
        assert_eq!((self.status, &self.fields), (page.status, &page.fields));
    }

    /// Asserts an error of this status without content, and without a trace of pages.
    pub fn assert_bare(&self, code: u16) {
        assert_eq!(self.status, code, "{self:?}");
        assert_eq!(self.field(CONTENT_TYPE), None, "{self:?}");
        assert_eq!(self.field(VARY), None, "{self:?}");
        assert!(self.content.is_empty(), "{self:?}");
    }
}

/// Asserts the page of a 404, with the same bytes as the layer makes in process.
pub async fn assert_same_page(page: &Answer) {
    page.assert_page(404);
    let bare = service_fn(async |_: Request<()>| {
        let mut response = Response::new(Full::<Bytes>::default());
        *response.status_mut() = StatusCode::NOT_FOUND;
        Ok::<_, Infallible>(response)
    });
    let Ok(response) = ErrorPagesLayer::new().layer(bare).oneshot(Request::default()).await;
    assert_eq!(page.content, response.into_body().collect().await.unwrap().to_bytes());
}

/// Asserts that error pages leave the application's own responses unchanged, and that an
/// unmatched path gets a page.
pub async fn assert_pages(without: &mut Client, with: &mut Client, own_paths: &[&str]) {
    for path in own_paths {
        let own = with.ask(request(path)).await;
        assert!(!own.content.is_empty(), "{own:?}");
        assert_eq!(own, without.ask(request(path)).await);
    }
    without.ask(request("/nowhere")).await.assert_bare(404);

    let page = with.ask(request("/nowhere")).await;
    assert_same_page(&page).await;
    with.ask(accepting("/nowhere", "application/json")).await.assert_problem(404);

    with.ask(with_method(Method::HEAD, "/nowhere")).await.assert_head_of(&page);
}
