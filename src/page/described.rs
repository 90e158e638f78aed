//! New content, and the header fields that describe it.

use alloc::string::String;

use super::fields::{Field, FieldsMut, FixedValue};
use super::format::Format;
use super::language;
use super::options::Options;
use super::response::is_unsatisfied_range;

/// The `Content-Security-Policy` of new content.
#[derive(Clone, Copy, Debug)]
pub(super) enum Policy<'o> {
    None,
    /// That of the HTML of this crate.
    OfPage,
    /// That of the application's HTML, if it has one.
    OfRenderer(Option<&'o str>),
}

impl Policy<'_> {
    fn write(self, fields: &mut impl FieldsMut) {
        match self {
            Self::OfPage => fields.set_fixed(Field::ContentSecurityPolicy, FixedValue::Policy),
            Self::OfRenderer(Some(policy)) if policy.bytes().all(|byte| matches!(byte, b' '..=b'~')) => {
                fields.set(Field::ContentSecurityPolicy, policy);
            }
            Self::OfRenderer(_) | Self::None => {}
        }
    }
}

/// New content, as the header fields are to describe it.
pub(super) struct Described<'o> {
    pub(super) format: Option<Format>,
    /// Its length, unless that is unknown.
    pub(super) length: Option<usize>,
    pub(super) language: &'static str,
    pub(super) code: u16,
    pub(super) is_cacheable: bool,
    pub(super) policy: Policy<'o>,
}

impl Described<'_> {
    /// Rewrites the fields that describe the content.
    pub(super) fn write(&self, options: &Options, fields: &mut impl FieldsMut) {
        self.remove_old(fields);
        // A bare error has hardly a field, so that to look is quickest before there are more.
        let [has_cache_control, has_policy, has_robots_tag] =
            [Field::CacheControl, Field::ContentSecurityPolicy, Field::XRobotsTag]
                .map(|field| fields.first(field).is_some());
        fields.reserve(if self.format == Some(Format::Html) { ADDED_TO_HTML } else { ADDED });
        options.vary(fields);
        match self.length {
            Some(length) => write_length(length, fields),
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
        if !has_policy {
            self.policy.write(fields);
        }
        if format == Format::Html && !has_robots_tag {
            fields.set_fixed(Field::XRobotsTag, FixedValue::NoIndex);
        } else if format == Format::Html && !fields.lines(Field::XRobotsTag).any(is_noindex) {
            fields.append(Field::XRobotsTag, FixedValue::NoIndex.as_str());
        }
    }

    fn remove_old(&self, fields: &mut impl FieldsMut) {
        let content_range = fields.first(Field::ContentRange);
        let is_of_target = self.code == 416 && content_range.is_some_and(is_unsatisfied_range);
        for field in OF_OLD_CONTENT {
            if !(is_of_target && field == Field::ContentRange) {
                fields.remove(field);
            }
        }
    }
}

/// Sets `Content-Length`. For its digits nothing is allocated.
pub(crate) fn write_length(length: usize, fields: &mut impl FieldsMut) {
    let mut number = length;
    let mut digits = [b'0'; 20];
    let mut start = digits.len();
    loop {
        start -= 1;
        // One digit fits into a byte, and all that a number has into the array.
        digits[start] += u8::try_from(number % 10).unwrap_or_default();
        number /= 10;
        if number == 0 {
            break;
        }
    }
    if let Ok(digits) = core::str::from_utf8(&digits[start..]) {
        fields.set(Field::ContentLength, digits);
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

impl Options {
    /// Names the request's fields that the choice depends on.
    pub(super) fn vary(&self, fields: &mut impl FieldsMut) {
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
