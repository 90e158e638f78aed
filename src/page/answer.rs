//! Answers a response: its new content, and what becomes of its header fields.

use alloc::string::String;

use super::claim::{Claim, Text};
use super::error_page::ErrorPage;
use super::fields::FieldsMut;
use super::format::Format;
use super::html;
use super::options::Options;
use super::representation::{Freshness, Policy, Representation, write_cache_control};
use super::request::{Form, Request};
use super::vary;

/// The answer to a request, but for its header fields. Made by [`Options::answer`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Answer {
    /// The new content of the response.
    pub content: String,
    /// Its format, if it is a page or a part of one. A response in plain text looks like a
    /// framework's text: an adapter marks it, lest other error pages around answer it once
    /// more.
    pub format: Option<Format>,
}

impl Options {
    /// Answers a [claimed](Self::claim) response: returns its new content and rewrites its
    /// header fields. Returns `None` where nothing is to be sent: for a part of a page, such
    /// as a picture, where the response had no content.
    ///
    /// This is what adapters for frameworks call. `page` is what a handler said, if it
    /// did.
    ///
    /// - Fields that are not about the old content stay.
    /// - Those that described it go, such as `Content-Encoding`, `ETag` and digests. What is
    ///   about the target, and not about the content, stays: the validators of a 412 and a 416
    ///   (RFC 9110 §8.8), `Accept-Ranges` of a 416, and its `Content-Range` where that says the
    ///   complete length (§14.3, §15.5.17).
    /// - `Content-Type`, `Content-Length` and `Content-Language` are those of the page.
    /// - `Vary` becomes one line: what was there, and the fields that the choice depends on (RFC
    ///   9110 §12.5.5), also where the choice was that there is no page.
    /// - `X-Content-Type-Options: nosniff` is set, for HTML also `X-Robots-Tag: noindex`. A
    ///   page that this crate writes gets a `Content-Security-Policy` where there is none.
    /// - `Cache-Control: no-store` is set where the response says nothing about its freshness
    ///   and either the status is not heuristically cacheable (RFC 9110 §15.1) or the page is
    ///   about one occurrence: it has a detail, an instance, members or the id of its request.
    ///   [`Options::cache_control`] sets another value for pages that are about nothing but
    ///   their status.
    ///
    /// To HEAD, the fields are those that GET would get, but without a `Content-Length` where
    /// only GET has the text that becomes the detail. It is for the adapter not to send
    /// the content then, or for its framework: see [`Request::is_head`].
    ///
    /// ```
    /// # #[cfg(feature = "tower")] {
    /// use http::{HeaderMap, HeaderValue, header};
    /// use http_status_info::page::Options;
    /// use http_status_info::page::exchange::{Length, Request};
    ///
    /// let options = Options::new();
    /// let asked = HeaderMap::from_iter([(header::ACCEPT, HeaderValue::from_static("application/json"))]);
    /// let request = Request::read(&options, "GET", "/", &asked);
    ///
    /// let mut headers = HeaderMap::new();
    /// let claim = options.claim(&request, 404, &headers, Length::Known(0)).unwrap();
    /// let answer = options.answer(&request, &mut headers, claim, None).unwrap();
    /// assert_eq!(answer.content, r#"{"type":"about:blank","title":"Not Found","status":404}"#);
    /// assert_eq!(headers[header::CONTENT_TYPE], "application/problem+json");
    ///
    /// assert!(options.claim(&request, 200, &headers, Length::Known(0)).is_none());
    /// # }
    /// ```
    #[must_use]
    pub fn answer<V: AsRef<[u8]>>(
        &self,
        request: &Request<V>,
        fields: &mut impl FieldsMut,
        claim: Claim,
        page: Option<ErrorPage<'static>>,
    ) -> Option<Answer> {
        let choice = request.choice(self);
        let Claim { code, is_head, text } = claim;
        if choice.form == Form::Nothing && text == Text::None {
            vary::write(self, fields);
            write_cache_control(self, fields, Freshness::Heuristic);
            return None;
        }

        let mut page = ErrorPage::to_send(code, page);
        // A detail that HEAD does not show makes the content of GET longer, nobody knows how
        // much; then there is no length (RFC 9110 §8.6).
        let is_hidden = is_head && text == Text::Wanted(None);
        let is_longer = is_hidden && page.detail.is_none() && choice.form != Form::Nothing;
        if let (None, Text::Wanted(Some(text))) = (&page.detail, text) {
            page.detail = Some(text.into());
        }
        // The response's field goes before the request's.
        let own_id = self.request_id.as_deref().and_then(|name| fields.named(name));
        let request_id = own_id.as_ref().map(AsRef::as_ref).or(request.id()).and_then(shown_id);

        let mut page = page.of_site(&self.site, self.languages[choice.language]).with_response(&*fields);
        page.request_id = request_id;
        let mut content = String::new();
        let policy = self.write(choice.form, &page, &mut content);
        let freshness = match (page.is_of_one() || is_longer, page.is_cacheable()) {
            (true, _) => Freshness::OfOne,
            (false, true) => Freshness::Heuristic,
            (false, false) => Freshness::Unknown,
        };

        let (format, language) = (choice.format(), page.language().tag());
        let length = (!is_longer).then_some(content.len());
        Representation { format, length, language, code, freshness, policy }.describe(self, fields);
        Some(Answer { content, format })
    }

    /// Writes the page, and returns the policy that goes with it.
    fn write(&self, form: Form, page: &ErrorPage<'_>, out: &mut String) -> Policy<'_> {
        // Writing into a string does not fail.
        let _ = match form {
            Form::Page(Format::Html) => {
                if let Some(renderer) = &self.renderer {
                    if renderer.write(page, out).is_ok() {
                        return Policy::OfRenderer(renderer.content_security_policy());
                    }
                    out.clear();
                }
                out.reserve(html::CAPACITY);
                let _ = page.write(Format::Html, out);
                return Policy::OfPage;
            }
            Form::Page(format) => {
                out.reserve(512);
                page.write(format, out)
            }
            Form::Fragment => {
                out.reserve(512);
                page.write_fragment(out)
            }
            Form::Nothing => Ok(()),
        };
        Policy::None
    }
}

/// The id of a request, where it is one that can be shown.
fn shown_id(id: &[u8]) -> Option<&str> {
    let is_shown = matches!(id.len(), 1..=128) && id.iter().all(u8::is_ascii_graphic);
    core::str::from_utf8(id).ok().filter(|_| is_shown)
}
