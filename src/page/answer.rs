//! Answers a response: its new content, and what becomes of its header fields.

use alloc::string::String;

use super::claim::Claim;
use super::described::{Described, Policy};
use super::error_page::ErrorPage;
use super::fields::{Field, Fields, FieldsMut};
use super::format::Format;
use super::html;
use super::options::{Options, Statuses};
use super::request::{Asked, Form, Request};

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
    /// header fields. Returns nothing where there is to be no content, as there was none
    /// before: for a part of a page, such as a picture.
    ///
    /// This is what adapters for frameworks call. `page` is what a handler said, if it
    /// did.
    ///
    /// - Fields that are not about the old content stay.
    /// - Those that describe it go: `Accept-Ranges`, `Content-Disposition`,
    ///   `Content-Encoding`, `Content-Location`, `Content-Range`, `ETag`,
    ///   `Last-Modified`, `Trailer`, `Transfer-Encoding` and digests (RFC 9110 §8, RFC
    ///   9530 §2). A `Content-Range` of a 416 that says the complete length stays, since
    ///   it is about the target (RFC 9110 §15.5.17).
    /// - `Content-Type`, `Content-Length` and `Content-Language` are those of the page.
    /// - `Vary` gets the fields that the choice depends on (RFC 9110 §12.5.5), also
    ///   where the choice was that there is no page.
    /// - `X-Content-Type-Options: nosniff` is set, for HTML also `X-Robots-Tag: noindex`
    ///   and, where there is none, a `Content-Security-Policy`.
    /// - Without a `Cache-Control`, `no-store` is set where the status is not
    ///   heuristically cacheable (RFC 9110 §15.1).
    ///
    /// To HEAD, the fields are those that GET would get, but without a `Content-Length` where
    /// only GET has the text that becomes the detail. It is for the adapter not to send
    /// the content then, or for its framework: see [`Request::is_head`].
    ///
    /// ```
    /// # #[cfg(feature = "tower")] {
    /// use http::{HeaderMap, HeaderValue, header};
    /// use http_status_info::page::{Length, Options, Request};
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
        self.answer_to(request.asked(request.choice(self)), fields, claim, page)
    }

    /// Answers a claimed response to a request of which all is known.
    pub(crate) fn answer_to(
        &self,
        asked: Asked<'_>,
        fields: &mut impl FieldsMut,
        claim: Claim,
        page: Option<ErrorPage<'static>>,
    ) -> Option<Answer> {
        let choice = asked.choice;
        if choice.form == Form::Nothing && !claim.has_text {
            self.vary(fields);
            return None;
        }

        let code = claim.code;
        // A detail that HEAD does not show makes the content of GET longer, nobody knows how
        // much; then there is no length (RFC 9110 §8.6).
        let has_hidden_text = asked.is_head && claim.wants_text() && claim.text.is_none();
        let mut page = ErrorPage::to_send(code, page);
        let is_longer = has_hidden_text && page.detail.is_none() && choice.form != Form::Nothing;
        page.detail = page.detail.or(claim.text.map(Into::into));
        let is_cacheable = page.status.cacheable() == Some(true) && page.code == page.status.code();
        let mut content = String::new();
        let policy = self.write(page, asked, &*fields, &mut content);

        let (format, language) = (choice.format(), self.languages[choice.language].tag());
        let length = (!is_longer).then_some(content.len());
        Described { format, length, language, code, is_cacheable, policy }.write(self, fields);
        Some(Answer { content, format })
    }

    /// The id of a request, as the response has it.
    fn own_id<F: Fields>(&self, fields: &F) -> Option<F::Value> {
        self.request_id.as_deref().and_then(|name| fields.named(name))
    }

    /// Writes the page, and returns the policy that goes with it.
    fn write(
        &self,
        page: ErrorPage<'static>,
        asked: Asked<'_>,
        fields: &impl Fields,
        out: &mut String,
    ) -> Policy<'_> {
        let own_id = self.own_id(fields);
        let id = own_id.as_ref().map(AsRef::as_ref).or(asked.id);
        let language = self.languages[asked.choice.language];
        let mut page: ErrorPage<'_> = page.with_response(fields).in_language(language);
        page.site = &self.site;
        page.request_id = id.and_then(shown_id);
        // Writing into a string does not fail.
        let _ = match asked.choice.form {
            Form::Page(Format::Html) => {
                if let Some(renderer) = &self.renderer {
                    if renderer.write(&page, out).is_ok() {
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

/// For answers that are kept.
#[allow(dead_code, reason = "adapters are optional")]
impl Options {
    /// Returns the place of the code of a claimed response, if the header fields of its answer
    /// depend on that and on the choice alone. The response has so many lines of fields.
    pub(crate) fn place_alone(&self, claim: &Claim, fields: &impl Fields, count: usize) -> Option<usize> {
        let has_fields = || match count {
            0 => false,
            // The length of no content, which some frameworks say.
            1 => fields.first(Field::ContentLength).is_none() || self.own_id(fields).is_some(),
            _ => true,
        };
        let is_alone = !claim.has_text && !has_fields() && self.renderer.is_none();
        Statuses::place(claim.code).filter(|_| is_alone)
    }

    /// Makes the content of an answer whose header fields are kept. Its length is to be
    /// [set](super::described::write_length).
    pub(crate) fn content(
        &self,
        asked: Asked<'_>,
        claim: &Claim,
        fields: &impl Fields,
        page: Option<ErrorPage<'static>>,
    ) -> String {
        let mut content = String::new();
        self.write(ErrorPage::to_send(claim.code, page), asked, fields, &mut content);
        content
    }
}

/// The id of a request, where it is one that can be shown.
fn shown_id(id: &[u8]) -> Option<&str> {
    let is_shown = matches!(id.len(), 1..=128) && id.iter().all(u8::is_ascii_graphic);
    core::str::from_utf8(id).ok().filter(|_| is_shown)
}
