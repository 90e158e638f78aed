//! The header fields that go with new content (RFC 9110 §8).

use alloc::string::ToString;

use super::vary;
use crate::page::fields::facts::is_unsatisfied_range;
use crate::page::fields::{FieldName, FieldsMut};
use crate::page::format::Format;
use crate::page::negotiation::accept_language::is_tag;
use crate::page::options::Options;
use crate::page::render::POLICY;

/// The fields that describe content, and so the old content: they go, unless they are
/// [about the target](is_about_target). `Content-Type`, `Content-Length` and
/// `Content-Language` are rewritten instead.
const OF_OLD_CONTENT: [FieldName; 13] = [
    FieldName::AcceptRanges,
    FieldName::ContentDigest,
    FieldName::ContentDisposition,
    FieldName::ContentEncoding,
    FieldName::ContentLocation,
    FieldName::ContentMd5,
    FieldName::ContentRange,
    FieldName::Digest,
    FieldName::Etag,
    FieldName::LastModified,
    FieldName::ReprDigest,
    FieldName::Trailer,
    FieldName::TransferEncoding,
];

/// Tells whether a field of a response with this code is about the target resource rather
/// than about what is sent: the version that a condition was not true of or a range not found in
/// (RFC 9110 §8.8), which ranges can be had (§14.3), and of how much (§15.5.17). Of requests
/// that are not safe, §8.8 leaves it open what the version in an error is about; after a 412 a
/// client can use that of the target, and of no other.
fn is_about_target(status: u16, field: FieldName, fields: &impl FieldsMut) -> bool {
    match (status, field) {
        (412 | 416, FieldName::Etag | FieldName::LastModified) | (416, FieldName::AcceptRanges) => true,
        (416, FieldName::ContentRange) => fields.first(field).is_some_and(is_unsatisfied_range),
        _ => false,
    }
}

/// What the header fields say about new content.
pub(super) struct Metadata<'o> {
    pub(super) format: Option<Format>,
    /// Its length, unless that is unknown.
    pub(super) length: Option<usize>,
    pub(super) language: &'static str,
    pub(super) status: u16,
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

impl Metadata<'_> {
    /// Rewrites the fields that describe the content.
    pub(super) fn write(&self, options: &Options, fields: &mut impl FieldsMut) {
        for field in OF_OLD_CONTENT {
            if !is_about_target(self.status, field, fields) {
                fields.remove(field);
            }
        }
        fields.reserve(ADDED);
        vary::write(options, fields);
        match self.length {
            Some(length) => fields.set(FieldName::ContentLength, &length.to_string()),
            None => fields.remove(FieldName::ContentLength),
        }
        write_cache_control(options, fields, self.freshness);
        let Some(format) = self.format else {
            fields.remove(FieldName::ContentType);
            fields.remove(FieldName::ContentLanguage);
            return;
        };
        fields.set_static(FieldName::ContentType, format.media_type());
        if is_tag(self.language) {
            fields.set_static(FieldName::ContentLanguage, self.language);
        } else {
            fields.remove(FieldName::ContentLanguage);
        }
        fields.set_static(FieldName::XContentTypeOptions, "nosniff");
        if fields.first(FieldName::ContentSecurityPolicy).is_none() {
            self.policy.write(fields);
        }
        if format == Format::Html && !fields.lines(FieldName::XRobotsTag).any(is_noindex) {
            fields.append(FieldName::XRobotsTag, "noindex");
        }
    }
}

/// How long an answer is fresh if its fields do not say so.
#[derive(Clone, Copy, Debug)]
pub(super) enum Freshness {
    /// It is about one occurrence, which other visitors are not to see.
    OneOccurrence,
    /// A cache may guess: the status is heuristically cacheable (RFC 9110 §15.1).
    Heuristic,
    /// Nothing is known about it.
    Unknown,
}

/// Keeps caches from storing what they should not, where the response says nothing about its
/// freshness (RFC 9111 §4.2.1).
pub(super) fn write_cache_control(options: &Options, fields: &mut impl FieldsMut, freshness: Freshness) {
    if [FieldName::CacheControl, FieldName::Expires].into_iter().any(|field| fields.first(field).is_some()) {
        return;
    }
    match (freshness, &options.cache_control) {
        (Freshness::Heuristic | Freshness::Unknown, Some(value)) => {
            fields.set(FieldName::CacheControl, value);
        }
        (Freshness::OneOccurrence | Freshness::Unknown, _) => {
            fields.set_static(FieldName::CacheControl, "no-store");
        }
        (Freshness::Heuristic, None) => {}
    }
}

/// How many fields a page adds at most.
const ADDED: usize = 8;

impl Policy<'_> {
    fn write(self, fields: &mut impl FieldsMut) {
        match self {
            Self::OfPage => fields.set_static(FieldName::ContentSecurityPolicy, POLICY),
            Self::OfRenderer(Some(policy)) if policy.bytes().all(|byte| matches!(byte, b' '..=b'~')) => {
                fields.set(FieldName::ContentSecurityPolicy, policy);
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
