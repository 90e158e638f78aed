//! Answers an error response: the rules on which responses get a page, and on what
//! becomes of their header fields.

use alloc::string::String;

use super::error_page::ErrorPage;
use super::fields::{Field, Fields, FieldsMut, first};
use super::html;
use super::language;
use super::options::{Format, FrameworkTexts, Options};
use super::request::{Form, Request, is_grpc};
use super::response::is_unsatisfied_range;

/// The content that a response already has. A response with any other, such as its own
/// or a stream that may be empty or not, is not to be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Content {
    /// It is known to have none.
    None,
    /// A text that the framework wrote, for which
    /// [`replaces_text`](Options::replaces_text) holds; the text itself, where
    /// [`wants_text`](Options::wants_text) does.
    Text(Option<String>),
}

impl Options {
    /// Tells whether a response may get a page, going by all but its content.
    ///
    /// That is so for the [statuses](Self::statuses) that were set, unless the request
    /// is [skipped](Self::skip) or one of gRPC.
    #[must_use]
    pub fn may_answer<V: AsRef<[u8]>>(&self, request: &Request<V>, code: u16, fields: &impl Fields) -> bool {
        self.is_for(code) && !request.gets_nothing && !first(fields, Field::ContentType).is_some_and(is_grpc)
    }

    /// Tells whether the content of a response, if it is complete, is a framework's text
    /// to be replaced.
    #[must_use]
    pub fn replaces_text(&self, fields: &impl Fields) -> bool {
        self.texts != FrameworkTexts::Untouched
            && is_plain_text(fields)
            && first(fields, Field::ContentEncoding).is_none()
    }

    /// Tells whether a framework's text of this length is wanted for the page.
    #[must_use]
    pub const fn wants_text(&self, length: u64) -> bool {
        matches!(self.texts, FrameworkTexts::AsDetail) && length <= 8_192
    }

    /// Answers a response for which [`may_answer`](Self::may_answer) holds: returns its
    /// new content and rewrites its header fields. Returns nothing where there is to be
    /// no content, as there was none before: for a part of a page, and for HEAD where GET
    /// would have got content of the application's own.
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
    /// To HEAD, the fields are those that GET would get. It is for the adapter not to send
    /// the content then, or for its framework: see [`Request::is_head`].
    ///
    /// ```
    /// # #[cfg(feature = "tower")] {
    /// use http::{HeaderMap, HeaderValue, header};
    /// use http_status_info::page::{Content, Options, Request};
    ///
    /// let options = Options::new();
    /// let asked = HeaderMap::from_iter([(header::ACCEPT, HeaderValue::from_static("application/json"))]);
    /// let request = Request::read(&options, "GET", "/", &asked);
    ///
    /// let mut headers = HeaderMap::new();
    /// assert!(options.may_answer(&request, 404, &headers));
    /// let content = options.answer(&request, 404, &mut headers, Content::None, None).unwrap();
    /// assert_eq!(content, r#"{"type":"about:blank","title":"Not Found","status":404}"#);
    /// assert_eq!(headers[header::CONTENT_TYPE], "application/problem+json");
    /// # }
    /// ```
    #[must_use]
    pub fn answer<V: AsRef<[u8]>>(
        &self,
        request: &Request<V>,
        code: u16,
        fields: &mut impl FieldsMut,
        content: Content,
        page: Option<ErrorPage<'static>>,
    ) -> Option<String> {
        let hidden = if request.is_head() { self.hidden_content(fields) } else { Hidden::Nothing };
        if content == Content::None && hidden == Hidden::Own {
            return None;
        }
        let form = request.form(self);
        if form == Form::Nothing && content == Content::None && hidden == Hidden::Nothing {
            self.vary(fields);
            return None;
        }

        let mut page = page.map_or_else(|| ErrorPage::of_code(code), |page| page.with_code(code));
        if let (Content::Text(Some(text)), None) = (content, &page.detail) {
            page.detail = Some(text.into());
        }
        let has_detail = page.detail.is_some();
        let is_cacheable = page.status.cacheable() == Some(true) && page.code == page.status.code();
        let language = request.language(self);
        let mut out = String::new();
        let own_id = self.request_id.as_deref().and_then(|name| fields.named(name));
        let id = own_id.as_ref().map(AsRef::as_ref).or(request.id.as_ref().map(AsRef::as_ref));
        let policy = {
            let mut page: ErrorPage<'_> = page.with_response(&*fields).in_language(language);
            page.site = &self.site;
            page.request_id = id.and_then(shown_id);
            self.write(&page, form, &mut out)
        };

        // A detail that HEAD does not show makes the content of GET longer, nobody knows how
        // much; then there is no length (RFC 9110 §8.6).
        let is_longer = match hidden {
            Hidden::Text(length) => self.wants_text(length) && !has_detail && form != Form::Nothing,
            Hidden::Nothing | Hidden::Own => false,
        };
        let length = (!is_longer).then_some(out.len());
        Described { form, length, language: language.tag(), code, is_cacheable, policy }.write(fields);
        self.vary(fields);
        Some(out)
    }

    /// What a response to HEAD says about the content that GET would get. Frameworks may
    /// have taken that away before the page is made.
    fn hidden_content(&self, fields: &impl Fields) -> Hidden {
        let length = first(fields, Field::ContentLength);
        match length.map(|length| core::str::from_utf8(length).ok().and_then(|length| length.parse().ok())) {
            Some(Some(0)) => Hidden::Nothing,
            Some(Some(length)) if self.replaces_text(fields) => Hidden::Text(length),
            // A stream has a type and no length, a bare error neither.
            None if first(fields, Field::ContentType).is_none() => Hidden::Nothing,
            _ => Hidden::Own,
        }
    }

    /// Writes the page, and returns the policy that goes with it.
    fn write(&self, page: &ErrorPage<'_>, form: Form, out: &mut String) -> Policy<'_> {
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

    /// Names the request's fields that the choice depends on.
    fn vary(&self, fields: &mut impl FieldsMut) {
        let has_html = self.formats.as_slice().contains(&Format::Html);
        let selecting = match (self.formats.as_slice().len() > 1, self.languages.len() > 1, has_html) {
            (true, false, true) => "Accept, Sec-Fetch-Dest, HX-Request",
            (true, true, true) => "Accept, Accept-Language, Sec-Fetch-Dest, HX-Request",
            (true, false, false) => "Accept, Sec-Fetch-Dest",
            (true, true, false) => "Accept, Accept-Language, Sec-Fetch-Dest",
            (false, false, true) => "Sec-Fetch-Dest, HX-Request",
            (false, true, true) => "Accept-Language, Sec-Fetch-Dest, HX-Request",
            (false, false, false) => "Sec-Fetch-Dest",
            (false, true, false) => "Accept-Language, Sec-Fetch-Dest",
        };
        if first(fields, Field::Vary).is_none() {
            return fields.set_static(Field::Vary, selecting);
        }
        let mut missing = String::new();
        for name in selecting.split(", ") {
            let mut members = fields
                .lines(Field::Vary)
                .flat_map(|line| line.split(|&byte| byte == b','))
                .map(<[u8]>::trim_ascii);
            if !members.any(|member| member == b"*" || member.eq_ignore_ascii_case(name.as_bytes())) {
                missing.push_str(if missing.is_empty() { "" } else { ", " });
                missing.push_str(name);
            }
        }
        if !missing.is_empty() {
            fields.append(Field::Vary, &missing);
        }
    }
}

/// The id of a request, where it is one that can be shown.
fn shown_id(id: &[u8]) -> Option<&str> {
    let is_shown = matches!(id.len(), 1..=128) && id.iter().all(u8::is_ascii_graphic);
    core::str::from_utf8(id).ok().filter(|_| is_shown)
}

/// Tells whether content is `text/plain`.
pub(crate) fn is_plain_text(fields: &impl Fields) -> bool {
    first(fields, Field::ContentType).is_some_and(|value| {
        let essence = value.split(|&byte| byte == b';').next().unwrap_or_default();
        essence.trim_ascii().eq_ignore_ascii_case(b"text/plain")
    })
}

/// The content that HEAD does not show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hidden {
    Nothing,
    /// A text of the framework's, to be replaced, of this length.
    Text(u64),
    /// The application's own, or a stream.
    Own,
}

/// The `Content-Security-Policy` of new content.
#[derive(Clone, Copy, Debug)]
enum Policy<'o> {
    None,
    /// That of the HTML of this crate.
    OfPage,
    /// That of the application's HTML, if it has one.
    OfRenderer(Option<&'o str>),
}

/// New content, as the header fields are to describe it.
struct Described<'o> {
    form: Form,
    /// Its length, unless that is unknown.
    length: Option<usize>,
    language: &'static str,
    code: u16,
    is_cacheable: bool,
    policy: Policy<'o>,
}

impl Described<'_> {
    /// Rewrites the fields that describe the content.
    fn write(&self, fields: &mut impl FieldsMut) {
        let content_range = first(fields, Field::ContentRange);
        let is_of_target = self.code == 416 && content_range.is_some_and(is_unsatisfied_range);
        for field in OF_OLD_CONTENT {
            if !(is_of_target && field == Field::ContentRange) {
                fields.remove(field);
            }
        }
        fields.reserve(ADDED);
        match self.length {
            Some(length) => fields.set_number(Field::ContentLength, length as u64),
            None => fields.remove(Field::ContentLength),
        }
        if !self.is_cacheable && first(fields, Field::CacheControl).is_none() {
            fields.set_static(Field::CacheControl, "no-store");
        }
        let format = match self.form {
            Form::Page(format) => format,
            Form::Fragment => Format::Html,
            Form::Nothing => {
                fields.remove(Field::ContentType);
                fields.remove(Field::ContentLanguage);
                return;
            }
        };
        fields.set_static(Field::ContentType, format.media_type());
        if language::is_tag(self.language) {
            fields.set_static(Field::ContentLanguage, self.language);
        } else {
            fields.remove(Field::ContentLanguage);
        }
        fields.set_static(Field::XContentTypeOptions, "nosniff");
        match self.policy {
            Policy::OfPage if first(fields, Field::ContentSecurityPolicy).is_none() => {
                fields.set_static(Field::ContentSecurityPolicy, html::POLICY);
            }
            Policy::OfRenderer(Some(policy))
                if policy.bytes().all(|byte| matches!(byte, b' '..=b'~'))
                    && first(fields, Field::ContentSecurityPolicy).is_none() =>
            {
                fields.set(Field::ContentSecurityPolicy, policy);
            }
            _ => {}
        }
        if format != Format::Html {
            return;
        }
        let is_noindex = |value: &[u8]| value.windows(7).any(|part| part.eq_ignore_ascii_case(b"noindex"));
        if first(fields, Field::XRobotsTag).is_none() {
            fields.set_static(Field::XRobotsTag, "noindex");
        } else if !fields.lines(Field::XRobotsTag).any(is_noindex) {
            fields.append(Field::XRobotsTag, "noindex");
        }
    }
}

/// How many fields a page adds at most.
const ADDED: usize = 8;

/// The fields that described the old content.
const OF_OLD_CONTENT: [Field; 13] = [
    Field::AcceptRanges,
    Field::ContentDigest,
    Field::ContentDisposition,
    Field::ContentEncoding,
    Field::ContentLocation,
    Field::ContentMd5,
    Field::ContentRange,
    Field::Digest,
    Field::Etag,
    Field::LastModified,
    Field::ReprDigest,
    Field::Trailer,
    Field::TransferEncoding,
];
