//! What the header fields of a response say that a page can show. Each value is shown
//! when it has the grammar of its field, and else not at all.

use alloc::vec::Vec;
use core::str;

use super::fields::{Field, Fields};
use super::grammar::is_token_byte;

/// How many methods or schemes of a response are shown, and how long each may be.
const LISTED: usize = 16;
const LONGEST_TOKEN: usize = 32;

/// What a response says.
#[derive(Clone, Debug, Default)]
pub(super) struct Response<'r> {
    /// The methods in `Allow`, for 405 (RFC 9110 §10.2.1).
    pub(super) allow: Vec<&'r str>,
    /// For any status that has it, usually 413, 429 and 503 (RFC 9110 §10.2.3).
    pub(super) retry_after: Option<RetryAfter<'r>>,
    /// The authentication schemes in `WWW-Authenticate`, for 401 (RFC 9110 §11.6.1).
    pub(super) schemes: Vec<&'r str>,
    /// The complete length in `Content-Range`, for 416 (RFC 9110 §14.4).
    pub(super) complete_length: Option<u64>,
}

/// When to come back (RFC 9110 §10.2.3).
///
/// ```
/// use http_status_info::page::RetryAfter;
///
/// assert_eq!(RetryAfter::parse(b"120"), Some(RetryAfter::Seconds(120)));
/// let date = "Fri, 31 Dec 1999 23:59:59 GMT";
/// assert_eq!(RetryAfter::parse(date.as_bytes()), Some(RetryAfter::Date(date)));
/// assert_eq!(RetryAfter::parse(b"soon"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryAfter<'r> {
    /// After so many seconds.
    Seconds(u64),
    /// At a date, as IMF-fixdate (RFC 9110 §5.6.7).
    Date(&'r str),
}

impl<'r> RetryAfter<'r> {
    /// Reads the value of a `Retry-After` field. Dates in the obsolete formats, which
    /// must not be sent, are not read.
    #[must_use]
    pub fn parse(value: &'r [u8]) -> Option<Self> {
        let text = str::from_utf8(value).ok()?;
        number(text).map(Self::Seconds).or_else(|| is_date(value).then_some(Self::Date(text)))
    }
}

impl<'r> Response<'r> {
    /// Reads what a response with this code says, if it says anything.
    pub(super) fn read(code: u16, fields: &'r impl Fields) -> Option<Self> {
        let retry_after = fields.first(Field::RetryAfter).and_then(RetryAfter::parse);
        let mut said = Self { retry_after, ..Self::default() };
        match code {
            401 => {
                let challenges = fields.lines(Field::WwwAuthenticate).filter_map(scheme);
                said.schemes = challenges.take(LISTED).collect();
            }
            405 => {
                let members = fields.lines(Field::Allow).flat_map(|line| line.split(|&byte| byte == b','));
                said.allow = members.filter_map(token).take(LISTED).collect();
            }
            416 => said.complete_length = fields.first(Field::ContentRange).and_then(complete_length),
            _ if retry_after.is_none() => return None,
            _ => {}
        }
        Some(said)
    }
}

/// Tells whether a `Content-Range` says how long the representation is of which no part
/// was sent, which belongs to a 416 and not to its content (RFC 9110 §15.5.17).
pub(super) fn is_unsatisfied_range(value: &[u8]) -> bool {
    complete_length(value).is_some()
}

fn complete_length(value: &[u8]) -> Option<u64> {
    number(str::from_utf8(value.trim_ascii().strip_prefix(b"bytes */")?).ok()?)
}

/// The scheme of the first challenge of a line (RFC 9110 §11.3).
fn scheme(line: &[u8]) -> Option<&str> {
    token(line.split(|byte| matches!(byte, b' ' | b',')).find(|part| !part.is_empty())?)
}

/// A token of a length that is worth showing.
fn token(text: &[u8]) -> Option<&str> {
    let text = text.trim_ascii();
    let is_token = matches!(text.len(), 1..=LONGEST_TOKEN) && text.iter().copied().all(is_token_byte);
    str::from_utf8(text).ok().filter(|_| is_token)
}

/// Digits and nothing else.
pub(super) fn number(text: &str) -> Option<u64> {
    text.parse().ok().filter(|_| !text.starts_with('+'))
}

/// Tells whether this is an IMF-fixdate, `Sun, 06 Nov 1994 08:49:37 GMT`.
fn is_date(value: &[u8]) -> bool {
    const DAYS: &[u8] = b"MonTueWedThuFriSatSun";
    const MONTHS: &[u8] = b"JanFebMarAprMayJunJulAugSepOctNovDec";
    const SHAPE: &[u8; 29] = b"   , 00     0000 00:00:00 GMT";
    let has_shape = value.len() == SHAPE.len()
        && value.iter().zip(SHAPE).enumerate().all(|(at, (&byte, &shape))| match (at, shape) {
            (0..=2 | 8..=10, _) => true,
            (_, b'0') => byte.is_ascii_digit(),
            _ => byte == shape,
        });
    let is_one_of = |name: &[u8], names: &[u8]| names.chunks(3).any(|one| one == name);
    has_shape && is_one_of(&value[..3], DAYS) && is_one_of(&value[8..11], MONTHS)
}

impl RetryAfter<'_> {
    /// A span of time in its largest unit, rounded up so that nobody comes too early.
    /// The symbols are those of the SI, which all languages share.
    pub(super) fn span(seconds: u64) -> (u64, &'static str) {
        match seconds {
            0..120 => (seconds, "s"),
            120..7_200 => (seconds.div_ceil(60), "min"),
            7_200..172_800 => (seconds.div_ceil(3_600), "h"),
            _ => (seconds.div_ceil(86_400), "d"),
        }
    }
}
