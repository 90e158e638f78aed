//! Answers a response: its new content, and what becomes of its header fields.

use alloc::string::String;

use super::claim::Claim;
use super::error_page::ErrorPage;
use super::fields::{Field, FieldsMut, FixedValue};
use super::format::Format;
use super::html;
use super::language;
use super::options::Options;
use super::request::{Form, Request};
use super::response::is_unsatisfied_range;

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
    /// To HEAD, the fields are those that GET would get. It is for the adapter not to send
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
        let form = request.form(self);
        if form == Form::Nothing && !claim.has_text {
            self.vary(fields);
            return None;
        }

        let code = claim.code;
        // A detail that HEAD does not show makes the content of GET longer, nobody knows how
        // much; then there is no length (RFC 9110 §8.6).
        let has_hidden_text = request.is_head() && claim.wants_text() && claim.text.is_none();
        let mut page = page.map_or_else(|| ErrorPage::of_code(code), |page| page.with_code(code));
        let is_longer = has_hidden_text && page.detail.is_none() && form != Form::Nothing;
        page.detail = page.detail.or(claim.text.map(Into::into));
        let is_cacheable = page.status.cacheable() == Some(true) && page.code == page.status.code();
        let language = request.language(self);
        let mut content = String::new();
        let own_id = self.request_id.as_deref().and_then(|name| fields.named(name));
        let id = own_id.as_ref().map(AsRef::as_ref).or(request.id());
        let policy = {
            let mut page: ErrorPage<'_> = page.with_response(&*fields).in_language(language);
            page.site = &self.site;
            page.request_id = id.and_then(shown_id);
            self.write(&page, form, &mut content)
        };

        let format = match form {
            Form::Page(format) => Some(format),
            Form::Fragment => Some(Format::Html),
            Form::Nothing => None,
        };
        let length = (!is_longer).then_some(content.len());
        Described { format, length, language: language.tag(), code, is_cacheable, policy }
            .write(self, fields);
        Some(Answer { content, format })
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
            (true, false, true) => FixedValue::VaryByFormat,
            (true, true, true) => FixedValue::VaryByFormatAndLanguage,
            (true, false, false) => FixedValue::VaryWithoutHtml,
            (true, true, false) => FixedValue::VaryWithoutHtmlByLanguage,
            (false, false, true) => FixedValue::VaryOfHtml,
            (false, true, true) => FixedValue::VaryOfHtmlByLanguage,
            (false, false, false) => FixedValue::VaryOfOne,
            (false, true, false) => FixedValue::VaryOfOneByLanguage,
        };
        if fields.first(Field::Vary).is_none() {
            return fields.set_fixed(Field::Vary, selecting);
        }
        let mut missing = String::new();
        for name in selecting.as_str().split(", ") {
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
    format: Option<Format>,
    /// Its length, unless that is unknown.
    length: Option<usize>,
    language: &'static str,
    code: u16,
    is_cacheable: bool,
    policy: Policy<'o>,
}

impl Described<'_> {
    /// Rewrites the fields that describe the content.
    fn write(&self, options: &Options, fields: &mut impl FieldsMut) {
        let content_range = fields.first(Field::ContentRange);
        let is_of_target = self.code == 416 && content_range.is_some_and(is_unsatisfied_range);
        for field in OF_OLD_CONTENT {
            if !(is_of_target && field == Field::ContentRange) {
                fields.remove(field);
            }
        }
        // A bare error has hardly a field, so that to look is quickest before there are more.
        let [has_cache_control, has_policy, has_robots_tag] =
            [Field::CacheControl, Field::ContentSecurityPolicy, Field::XRobotsTag]
                .map(|field| fields.first(field).is_some());
        fields.reserve(if self.format == Some(Format::Html) { ADDED_TO_HTML } else { ADDED });
        options.vary(fields);
        match self.length {
            Some(length) => fields.set_number(Field::ContentLength, length as u64),
            None => fields.remove(Field::ContentLength),
        }
        if !self.is_cacheable && !has_cache_control {
            fields.set_fixed(Field::CacheControl, FixedValue::NoStore);
        }
        let Some(format) = self.format else {
            fields.remove(Field::ContentType);
            fields.remove(Field::ContentLanguage);
            return;
        };
        let media_type = match format {
            Format::Html => FixedValue::Html,
            Format::Problem => FixedValue::Problem,
            Format::Text => FixedValue::Text,
        };
        fields.set_fixed(Field::ContentType, media_type);
        if language::is_tag(self.language) {
            fields.set_static(Field::ContentLanguage, self.language);
        } else {
            fields.remove(Field::ContentLanguage);
        }
        fields.set_fixed(Field::XContentTypeOptions, FixedValue::NoSniff);
        match self.policy {
            Policy::OfPage if !has_policy => {
                fields.set_fixed(Field::ContentSecurityPolicy, FixedValue::Policy);
            }
            Policy::OfRenderer(Some(policy))
                if !has_policy && policy.bytes().all(|byte| matches!(byte, b' '..=b'~')) =>
            {
                fields.set(Field::ContentSecurityPolicy, policy);
            }
            _ => {}
        }
        if format == Format::Html && !has_robots_tag {
            fields.set_fixed(Field::XRobotsTag, FixedValue::NoIndex);
        } else if format == Format::Html && !fields.lines(Field::XRobotsTag).any(is_noindex) {
            fields.append(Field::XRobotsTag, FixedValue::NoIndex.as_str());
        }
    }
}

fn is_noindex(value: &[u8]) -> bool {
    value.windows(7).any(|part| part.eq_ignore_ascii_case(b"noindex"))
}

/// How many fields a page adds at most.
const ADDED: usize = 6;
const ADDED_TO_HTML: usize = ADDED + 2;

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
