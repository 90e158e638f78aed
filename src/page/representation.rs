//! The header fields that go with new content (RFC 9110 §8).

use alloc::string::{String, ToString};

use super::accept_language::is_tag;
use super::fields::{Field, FieldsMut};
use super::format::Format;
use super::html;
use super::options::Options;
use super::response::is_unsatisfied_range;

/// The fields that describe content, and so the old content: they go, unless they are
/// [about the target](is_about_target). `Content-Type`, `Content-Length` and
/// `Content-Language` are rewritten instead.
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

/// Tells whether a field of a response with this code is about the target resource rather
/// than about what is sent: the version that a condition was not true of or a range not found in
/// (RFC 9110 §8.8), which ranges can be had (§14.3), and of how much (§15.5.17). Of requests
/// that are not safe, §8.8 leaves it open what the version in an error is about; after a 412 a
/// client can use that of the target, and of no other.
fn is_about_target(code: u16, field: Field, fields: &impl FieldsMut) -> bool {
    match (code, field) {
        (412 | 416, Field::Etag | Field::LastModified) | (416, Field::AcceptRanges) => true,
        (416, Field::ContentRange) => fields.first(field).is_some_and(is_unsatisfied_range),
        _ => false,
    }
}

/// New content, as the header fields are to describe it.
pub(super) struct Representation<'o> {
    pub(super) format: Option<Format>,
    /// Its length, unless that is unknown.
    pub(super) length: Option<usize>,
    pub(super) language: &'static str,
    pub(super) code: u16,
    pub(super) is_cacheable: bool,
    pub(super) policy: Policy<'o>,
}

/// The `Content-Security-Policy` of new content.
#[derive(Clone, Copy, Debug)]
pub(super) enum Policy<'o> {
    None,
    /// That of the HTML of this crate.
    OfPage,
    /// That of the application's HTML, if it has one.
    OfRenderer(Option<&'o str>),
}

impl Representation<'_> {
    /// Rewrites the fields that describe the content.
    pub(super) fn describe(&self, options: &Options, fields: &mut impl FieldsMut) {
        for field in OF_OLD_CONTENT {
            if !is_about_target(self.code, field, fields) {
                fields.remove(field);
            }
        }
        fields.reserve(ADDED);
        options.vary(fields);
        match self.length {
            Some(length) => fields.set(Field::ContentLength, &length.to_string()),
            None => fields.remove(Field::ContentLength),
        }
        keep_from_caches(self.is_cacheable, fields);
        let Some(format) = self.format else {
            fields.remove(Field::ContentType);
            fields.remove(Field::ContentLanguage);
            return;
        };
        fields.set_static(Field::ContentType, format.media_type());
        if is_tag(self.language) {
            fields.set_static(Field::ContentLanguage, self.language);
        } else {
            fields.remove(Field::ContentLanguage);
        }
        fields.set_static(Field::XContentTypeOptions, "nosniff");
        if fields.first(Field::ContentSecurityPolicy).is_none() {
            self.policy.write(fields);
        }
        if format == Format::Html && !fields.lines(Field::XRobotsTag).any(is_noindex) {
            fields.append(Field::XRobotsTag, "noindex");
        }
    }
}

/// Keeps caches from storing what they should not, where nothing is said about that.
pub(super) fn keep_from_caches(is_cacheable: bool, fields: &mut impl FieldsMut) {
    let says_freshness =
        [Field::CacheControl, Field::Expires].into_iter().any(|field| fields.first(field).is_some());
    if !is_cacheable && !says_freshness {
        fields.set_static(Field::CacheControl, "no-store");
    }
}

/// How many fields a page adds at most.
const ADDED: usize = 8;

impl Policy<'_> {
    fn write(self, fields: &mut impl FieldsMut) {
        match self {
            Self::OfPage => fields.set_static(Field::ContentSecurityPolicy, html::POLICY),
            Self::OfRenderer(Some(policy)) if policy.bytes().all(|byte| matches!(byte, b' '..=b'~')) => {
                fields.set(Field::ContentSecurityPolicy, policy);
            }
            Self::OfRenderer(_) | Self::None => {}
        }
    }
}

/// Tells whether a line of `X-Robots-Tag` keeps every crawler from the page. What stands
/// behind the name of a crawler and a colon is for that one alone.
fn is_noindex(line: &[u8]) -> bool {
    let rules = line.split(|&byte| byte == b',').map(<[u8]>::trim_ascii);
    rules
        .take_while(|rule| !rule.contains(&b':'))
        .any(|rule| rule.eq_ignore_ascii_case(b"noindex") || rule.eq_ignore_ascii_case(b"none"))
}

/// The fields that tell whether htmx asks for a whole page or for a part of one.
macro_rules! of_htmx {
    () => {
        "HX-Request, HX-Request-Type, HX-Boosted"
    };
}

impl Options {
    /// Names the request's fields that the choice depends on.
    pub(super) fn vary(&self, fields: &mut impl FieldsMut) {
        let has_html = self.formats.as_slice().contains(&Format::Html);
        let selecting = match (self.formats.as_slice().len() > 1, self.languages.len() > 1, has_html) {
            (true, false, true) => concat!("Accept, Sec-Fetch-Dest, ", of_htmx!()),
            (true, true, true) => concat!("Accept, Accept-Language, Sec-Fetch-Dest, ", of_htmx!()),
            (true, false, false) => "Accept, Sec-Fetch-Dest",
            (true, true, false) => "Accept, Accept-Language, Sec-Fetch-Dest",
            (false, false, true) => concat!("Sec-Fetch-Dest, ", of_htmx!()),
            (false, true, true) => concat!("Accept-Language, Sec-Fetch-Dest, ", of_htmx!()),
            (false, false, false) => "Sec-Fetch-Dest",
            (false, true, false) => "Accept-Language, Sec-Fetch-Dest",
        };
        if fields.first(Field::Vary).is_none() {
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
