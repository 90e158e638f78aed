//! The header fields that go with new content (RFC 9110 §8).

use alloc::string::ToString;

use super::accept_language::is_tag;
use super::fields::{Field, FieldsMut};
use super::format::Format;
use super::html;
use super::options::Options;
use super::response::is_unsatisfied_range;
use super::vary;

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
    pub(super) freshness: Freshness,
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
        vary::write(options, fields);
        match self.length {
            Some(length) => fields.set(Field::ContentLength, &length.to_string()),
            None => fields.remove(Field::ContentLength),
        }
        write_cache_control(options, fields, self.freshness);
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

/// How long an answer is fresh if its fields do not say so.
#[derive(Clone, Copy, Debug)]
pub(super) enum Freshness {
    /// It is about one occurrence, which other visitors are not to see.
    OfOne,
    /// A cache may guess: the status is heuristically cacheable (RFC 9110 §15.1).
    Heuristic,
    /// Nothing is known about it.
    Unknown,
}

/// Keeps caches from storing what they should not, where the response says nothing about its
/// freshness (RFC 9111 §4.2.1).
pub(super) fn write_cache_control(options: &Options, fields: &mut impl FieldsMut, freshness: Freshness) {
    if [Field::CacheControl, Field::Expires].into_iter().any(|field| fields.first(field).is_some()) {
        return;
    }
    match (freshness, &options.cache_control) {
        (Freshness::Heuristic | Freshness::Unknown, Some(value)) => fields.set(Field::CacheControl, value),
        (Freshness::OfOne | Freshness::Unknown, _) => fields.set_static(Field::CacheControl, "no-store"),
        (Freshness::Heuristic, None) => {}
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
