//! A response that gets a page, and the writer of the page.

use alloc::string::String;

use super::choice::{Choice, Form};
use super::metadata::{self, Freshness, Metadata, Policy};
use super::response::Text;
use super::vary;
use crate::page::error::{ErrorPage, NoPage};
use crate::page::fields::FieldsMut;
use crate::page::format::Format;
use crate::page::options::Options;
use crate::page::render::{HTML_CAPACITY, Page};

/// A response that gets a page. [`Engine::select`](crate::page::Engine::select) makes it.
#[derive(Debug)]
#[must_use = "the page is not written yet"]
pub struct Selected<'a> {
    pub(super) options: &'a Options,
    pub(super) status: u16,
    pub(super) is_head: bool,
    pub(super) text: Text,
    pub(super) choice: Choice,
    pub(super) request_id: Option<&'a [u8]>,
    pub(super) error: Option<ErrorPage>,
}

/// The new content of a response, which an adapter sends.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Representation {
    /// The new content. The adapter must not send it as a response to HEAD, unless the framework
    /// drops it.
    pub content: String,
    /// The format of the content. `None` means that there is no page, since the client would not
    /// show one.
    pub format: Option<Format>,
    /// The opt-out marker that the adapter must put on the response. A plain text page looks like a
    /// framework's text, which outer error pages would replace again.
    pub no_page: Option<NoPage>,
}

impl Selected<'_> {
    /// Sets the error page of the handler, if it returned one.
    pub fn with_page(mut self, error: Option<ErrorPage>) -> Self {
        self.error = error;
        self
    }

    /// Tells whether the content of the response becomes the detail of its page. The adapter should
    /// then read the content and call [`set_text`](Self::set_text).
    #[must_use]
    pub const fn wants_text(&self) -> bool {
        matches!(self.text, Text::AsDetail(_))
    }

    /// Sets the content of the response as the detail. It does nothing unless
    /// [`wants_text`](Self::wants_text) returns `true`. Bytes that are not UTF-8 become U+FFFD.
    pub fn set_text(&mut self, text: &[u8]) {
        if self.wants_text() && !text.is_empty() {
            self.text = Text::AsDetail(Some(String::from_utf8_lossy(text).into_owned()));
        }
    }

    /// Writes the page, and rewrites the header fields of the response.
    ///
    /// - Fields that do not describe the old content stay.
    /// - Fields that describe the old content are removed, such as `Content-Encoding`, `ETag` and
    ///   digests.
    /// - Fields about the target stay: the validators at 412 and 416 (RFC 9110 §8.8), and at 416
    ///   `Accept-Ranges` and a `Content-Range` with a complete length (§14.3, §15.5.17).
    /// - `Content-Type`, `Content-Length` and `Content-Language` describe the page.
    /// - `Vary` becomes one line. It has its old members, and the fields that the choice of the
    ///   page depends on (RFC 9110 §12.5.5), even if the choice is no page.
    /// - `X-Content-Type-Options: nosniff` is set, and for HTML also `X-Robots-Tag: noindex`. HTML
    ///   of this crate gets a `Content-Security-Policy`, unless the response has one.
    /// - `Cache-Control: no-store` is set if the response has no explicit freshness information and
    ///   the page is not [cacheable](Page::is_cacheable). [`Options::cache_control`] sets another
    ///   value for pages about nothing but their status.
    ///
    /// HEAD gets the fields of GET. It gets no `Content-Length` if only the response to GET has the
    /// text that becomes the detail.
    ///
    /// ```
    /// use http_status_info::page::{ContentLength, Engine, FieldList, FieldName, Fields, Response};
    ///
    /// let engine = Engine::DEFAULT;
    /// let request = engine.request("GET", "/", &FieldList::new().with("accept", "application/json"));
    ///
    /// let mut fields = FieldList::new();
    /// let length = ContentLength::Known(0);
    /// let response = Response { status: 404, fields: &fields, length, has_no_page: false };
    /// let page = engine.select(&request, response).unwrap().write(&mut fields);
    /// assert_eq!(page.content, r#"{"type":"about:blank","title":"Not Found","status":404}"#);
    /// assert_eq!(fields.first(FieldName::ContentType), Some(&b"application/problem+json"[..]));
    /// ```
    #[must_use]
    pub fn write(self, fields: &mut impl FieldsMut) -> Representation {
        let Self { options, status, is_head, text, choice, request_id, error } = self;
        let Choice { form, language } = choice;
        if form == Form::Nothing && text == Text::None {
            vary::write(options, fields);
            metadata::write_cache_control(options, fields, Freshness::Heuristic);
            return Representation { content: String::new(), format: None, no_page: None };
        }

        let mut error = ErrorPage::for_response(status, error);
        // A response to HEAD does not have the text, so the length of the page for GET is unknown
        // (RFC 9110 §8.6).
        let has_no_text = is_head && text == Text::AsDetail(None);
        let is_length_unknown = has_no_text && error.detail().is_none() && form != Form::Nothing;
        if let (None, Text::AsDetail(Some(text))) = (error.detail(), text) {
            error = error.with_detail(text);
        }
        // An id in the response takes precedence over an id in the request.
        let response_id = options.request_id.as_deref().and_then(|name| fields.get(name));
        let id = response_id.as_ref().map(AsRef::as_ref).or(request_id).and_then(shown_id);

        let language = options.languages[language];
        let page = Page::of_site(&error, language, &options.site, options.developers);
        let page = page.with_response(&*fields).with_request_id(id);
        let (content, policy) = write(options, form, &page);
        let is_about_one_occurrence = page.is_about_one_occurrence() || is_length_unknown;
        let freshness = match (is_about_one_occurrence, page.is_cacheable()) {
            (true, _) => Freshness::OneOccurrence,
            (false, true) => Freshness::Heuristic,
            (false, false) => Freshness::Unknown,
        };
        let (format, language) = (form.format(), page.language().tag());
        let length = (!is_length_unknown).then_some(content.len());
        Metadata { format, length, language, status, freshness, policy }.write(options, fields);
        Representation { content, format, no_page: (format == Some(Format::Text)).then_some(NoPage) }
    }
}

/// Writes a page in a form. Returns the content and its policy.
fn write<'o>(options: &'o Options, form: Form, page: &Page<'_>) -> (String, Policy<'o>) {
    let mut content = String::new();
    // Writing into a string does not fail.
    let _ = match form {
        Form::Page(Format::Html) => {
            if let Some(renderer) = &options.renderer {
                if renderer.write(page, &mut content).is_ok() {
                    return (content, Policy::OfRenderer(renderer.content_security_policy()));
                }
                content.clear();
            }
            content.reserve(HTML_CAPACITY);
            let _ = page.write(Format::Html, &mut content);
            return (content, Policy::OfPage);
        }
        Form::Page(format) => {
            content.reserve(512);
            page.write(format, &mut content)
        }
        Form::Fragment => {
            content.reserve(512);
            page.write_fragment(&mut content)
        }
        Form::Nothing => Ok(()),
    };
    (content, Policy::None)
}

/// The id of a request, if a page can show it.
fn shown_id(id: &[u8]) -> Option<&str> {
    let is_shown = matches!(id.len(), 1..=128) && id.iter().all(u8::is_ascii_graphic);
    core::str::from_utf8(id).ok().filter(|_| is_shown)
}
