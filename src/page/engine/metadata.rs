//! The header fields that describe new content (RFC 9110 §8).

use alloc::string::ToString;

use super::vary;
use crate::page::fields::facts::is_unsatisfied_range;
use crate::page::fields::{FieldName, FieldsMut};
use crate::page::format::Format;
use crate::page::negotiation::accept_language::is_tag;
use crate::page::options::Options;
use crate::page::render::POLICY;

/// The fields that describe the old content. A page removes these fields, unless they are
/// [about the target](is_about_target). It rewrites `Content-Type`, `Content-Length` and
/// `Content-Language` instead.
const OLD_CONTENT_FIELDS: [FieldName; 13] = [
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

/// Tells whether a field of a response with this code describes the target resource rather than
/// the content.
///
/// - At 412 and 416, `ETag` and `Last-Modified` are validators of the target (RFC 9110 §8.8). For
///   unsafe requests, §8.8 leaves open what the validators of an error describe. After a 412,
///   a client can use only the validators of the target.
/// - At 416, `Accept-Ranges` names the range units of the target (§14.3), and `Content-Range` its
///   complete length (§15.5.17).
fn is_about_target(status: u16, field: FieldName, fields: &impl FieldsMut) -> bool {
    match (status, field) {
        (412 | 416, FieldName::Etag | FieldName::LastModified) | (416, FieldName::AcceptRanges) => true,
        (416, FieldName::ContentRange) => fields.first(field).is_some_and(is_unsatisfied_range),
        _ => false,
    }
}

/// The description of new content in header fields.
pub(super) struct Metadata<'o> {
    pub(super) format: Option<Format>,
    /// The length of the content, unless it is unknown.
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
    /// The policy of this crate's HTML.
    OfPage,
    /// The policy of the application's renderer, if it has one.
    OfRenderer(Option<&'o str>),
}

impl Metadata<'_> {
    /// Rewrites the fields that describe the content.
    pub(super) fn write(&self, options: &Options, fields: &mut impl FieldsMut) {
        for field in OLD_CONTENT_FIELDS {
            if !is_about_target(self.status, field, fields) {
                fields.remove(field);
            }
        }
        fields.reserve(MAX_ADDED_FIELDS);
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

/// The freshness of a response whose fields have no explicit freshness information.
#[derive(Clone, Copy, Debug)]
pub(super) enum Freshness {
    /// The response is about one occurrence, so other visitors must not see it.
    OneOccurrence,
    /// Caches may use heuristic freshness, since the status allows it (RFC 9110 §15.1).
    Heuristic,
    /// The status is not known to be heuristically cacheable.
    Unknown,
}

/// Sets `Cache-Control` on a response without explicit freshness information (RFC 9111 §4.2.1): the
/// application's value or `no-store`.
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

/// The greatest number of fields that a page adds.
const MAX_ADDED_FIELDS: usize = 8;

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

/// Tells whether a line of `X-Robots-Tag` keeps every crawler from indexing the page. Rules after
/// the name of a crawler and a colon are for that crawler only.
fn is_noindex(line: &[u8]) -> bool {
    let rules = line.split(|&byte| byte == b',').map(<[u8]>::trim_ascii);
    rules
        .take_while(|rule| !rule.contains(&b':'))
        .any(|rule| rule.eq_ignore_ascii_case(b"noindex") || rule.eq_ignore_ascii_case(b"none"))
}
