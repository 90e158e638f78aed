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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    /// At a date, as it was sent (RFC 9110 §5.6.7).
    Date(&'r str),
}

impl<'r> RetryAfter<'r> {
    /// Reads the value of a `Retry-After` field. Dates are read in all three formats, the
    /// obsolete ones too (RFC 9110 §5.6.7).
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
                let members = fields.lines(Field::WwwAuthenticate).flat_map(members);
                said.schemes = different(members.filter_map(scheme), str::eq_ignore_ascii_case);
            }
            405 => {
                let members = fields.lines(Field::Allow).flat_map(|line| line.split(|&byte| byte == b','));
                said.allow = different(members.filter_map(token), |one, other| one == other);
            }
            416 => said.complete_length = fields.first(Field::ContentRange).and_then(complete_length),
            _ => {}
        }
        (said != Self::default()).then_some(said)
    }
}

/// Tells whether a `Content-Range` says how long the representation is of which no part
/// was sent, which belongs to a 416 and not to its content (RFC 9110 §15.5.17).
pub(super) fn is_unsatisfied_range(value: &[u8]) -> bool {
    unsatisfied_range(value).is_some()
}

/// The complete length in bytes.
fn complete_length(value: &[u8]) -> Option<u64> {
    let (unit, length) = unsatisfied_range(value)?;
    unit.eq_ignore_ascii_case(b"bytes").then_some(length)
}

/// A range unit and the complete length, of a `Content-Range` with no range (RFC 9110 §14.4).
fn unsatisfied_range(value: &[u8]) -> Option<(&[u8], u64)> {
    let mut parts = value.trim_ascii().splitn(2, |&byte| byte == b' ');
    let (unit, range) = (parts.next()?, parts.next()?);
    let is_unit = !unit.is_empty() && unit.iter().copied().all(is_token_byte);
    let length = number(str::from_utf8(range.strip_prefix(b"*/")?).ok()?)?;
    is_unit.then_some((unit, length))
}

/// The first of some names, each once.
fn different<'r>(names: impl Iterator<Item = &'r str>, is_same: fn(&str, &str) -> bool) -> Vec<&'r str> {
    let mut list: Vec<&str> = Vec::new();
    for name in names {
        if list.len() == LISTED {
            break;
        }
        if !list.iter().any(|other| is_same(other, name)) {
            list.push(name);
        }
    }
    list
}

/// The members of a list, in whose quoted strings there can be commas (RFC 9110 §5.6.1).
fn members(line: &[u8]) -> impl Iterator<Item = &[u8]> {
    let (mut is_quoted, mut is_escaped) = (false, false);
    line.split(move |&byte| {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = is_quoted,
            b'"' => is_quoted = !is_quoted,
            _ => {}
        }
        byte == b',' && !is_quoted
    })
}

/// The scheme of a challenge that begins with this member. In a list of challenges, their
/// parameters are members too: those have a `=` behind their name (RFC 9110 §11.6.1).
fn scheme(member: &[u8]) -> Option<&str> {
    let member = member.trim_ascii();
    let end = member.iter().position(|&byte| !is_token_byte(byte)).unwrap_or(member.len());
    let (name, rest) = member.split_at(end);
    let is_scheme = (rest.is_empty() || rest.starts_with(b" ")) && !rest.trim_ascii_start().starts_with(b"=");
    token(name).filter(|_| is_scheme)
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

/// Tells whether this is an HTTP date (RFC 9110 §5.6.7).
fn is_date(value: &[u8]) -> bool {
    const IMF_FIXDATE: &[u8] = b"d, 00 m 0000 00:00:00 GMT";
    const RFC850_DATE: &[u8] = b"D, 00-m-00 00:00:00 GMT";
    const ASCTIME_DATE: &[u8] = b"d m _0 00:00:00 0000";
    [IMF_FIXDATE, RFC850_DATE, ASCTIME_DATE].into_iter().any(|shape| has_shape(value, shape))
}

/// Tells whether a value has a shape. In that, `0` stands for a digit, `_` for a digit or a
/// space, `D` and `d` for the name of a day and its first three letters, `m` for those of a
/// month.
fn has_shape(value: &[u8], shape: &[u8]) -> bool {
    const DAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    const MONTHS: &[&str] =
        &["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut rest = value;
    for &part in shape {
        let named = |names: &[&str], most: usize| {
            let mut names = names.iter().map(|name| &name.as_bytes()[..most.min(name.len())]);
            names.find_map(|name| rest.strip_prefix(name))
        };
        let after = match part {
            b'D' => named(DAYS, usize::MAX),
            b'd' => named(DAYS, 3),
            b'm' => named(MONTHS, 3),
            _ => rest.split_first().filter(|&(&byte, _)| fits(byte, part)).map(|(_, after)| after),
        };
        let Some(after) = after else { return false };
        rest = after;
    }
    rest.is_empty()
}

fn fits(byte: u8, part: u8) -> bool {
    match part {
        b'0' => byte.is_ascii_digit(),
        b'_' => byte.is_ascii_digit() || byte == b' ',
        _ => byte == part,
    }
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
