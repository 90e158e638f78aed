//! The facts in a response's header fields that a page can show. A page leaves out a value that
//! does not match the grammar of its field.

use alloc::vec::Vec;
use core::str;

use super::grammar::is_token_byte;
use super::{FieldName, Fields};
use crate::retry::RetryAfter;
use crate::retry::after::number;

/// The greatest number of methods or schemes that a page shows.
const MAX_NAMES: usize = 16;
/// The greatest length of a method or scheme that a page shows.
const MAX_NAME_LENGTH: usize = 32;

/// The facts in a response's header fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::page) struct ResponseFacts<'r> {
    /// The methods in `Allow`, for 405 (RFC 9110 §10.2.1).
    pub(in crate::page) allow: Vec<&'r str>,
    /// The time in `Retry-After`, for every status (RFC 9110 §10.2.3).
    pub(in crate::page) retry_after: Option<RetryAfter>,
    /// The authentication schemes in `WWW-Authenticate`, for 401 (RFC 9110 §11.6.1).
    pub(in crate::page) schemes: Vec<&'r str>,
    /// The complete length in `Content-Range`, for 416 (RFC 9110 §14.4).
    pub(in crate::page) complete_length: Option<u64>,
}

impl<'r> ResponseFacts<'r> {
    /// Reads the facts in the fields of a response with this code.
    pub(in crate::page) fn read(code: u16, fields: &'r impl Fields) -> Self {
        let retry_after = fields.first(FieldName::RetryAfter).and_then(RetryAfter::parse);
        let mut facts = Self { retry_after, ..Self::default() };
        match code {
            401 => {
                let members = fields.lines(FieldName::WwwAuthenticate).flat_map(members);
                facts.schemes = distinct(members.filter_map(scheme), str::eq_ignore_ascii_case);
            }
            405 => {
                let members =
                    fields.lines(FieldName::Allow).flat_map(|line| line.split(|&byte| byte == b','));
                facts.allow = distinct(members.filter_map(token), |one, other| one == other);
            }
            416 => facts.complete_length = fields.first(FieldName::ContentRange).and_then(complete_length),
            _ => {}
        }
        facts
    }
}

/// Tells whether a `Content-Range` has a complete length and no range. Such a value is about the
/// target of a 416, not about the content of the response (RFC 9110 §15.5.17).
pub(in crate::page) fn is_unsatisfied_range(value: &[u8]) -> bool {
    unsatisfied_range(value).is_some()
}

/// The complete length in bytes, if the unit is bytes.
fn complete_length(value: &[u8]) -> Option<u64> {
    let (unit, length) = unsatisfied_range(value)?;
    unit.eq_ignore_ascii_case(b"bytes").then_some(length)
}

/// The range unit and the complete length of a `Content-Range` without a range (RFC 9110 §14.4).
fn unsatisfied_range(value: &[u8]) -> Option<(&[u8], u64)> {
    let mut parts = value.trim_ascii().splitn(2, |&byte| byte == b' ');
    let (unit, range) = (parts.next()?, parts.next()?);
    let is_unit = !unit.is_empty() && unit.iter().copied().all(is_token_byte);
    let length = number(str::from_utf8(range.strip_prefix(b"*/")?).ok()?)?;
    is_unit.then_some((unit, length))
}

/// The first [`MAX_NAMES`] distinct names.
fn distinct<'r>(names: impl Iterator<Item = &'r str>, is_same: fn(&str, &str) -> bool) -> Vec<&'r str> {
    let mut list: Vec<&str> = Vec::new();
    for name in names {
        if list.len() == MAX_NAMES {
            break;
        }
        if !list.iter().any(|other| is_same(other, name)) {
            list.push(name);
        }
    }
    list
}

/// The members of a list (RFC 9110 §5.6.1). A comma in a quoted string ends no member.
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

/// The authentication scheme of a member, if a challenge begins there. The other members of the
/// list are parameters of challenges, which have a `=` after their name (RFC 9110 §11.6.1).
fn scheme(member: &[u8]) -> Option<&str> {
    let member = member.trim_ascii();
    let end = member.iter().position(|&byte| !is_token_byte(byte)).unwrap_or(member.len());
    let (name, rest) = member.split_at(end);
    let is_scheme = (rest.is_empty() || rest.starts_with(b" ")) && !rest.trim_ascii_start().starts_with(b"=");
    token(name).filter(|_| is_scheme)
}

/// A token that is short enough to show.
fn token(text: &[u8]) -> Option<&str> {
    let text = text.trim_ascii();
    let is_token = matches!(text.len(), 1..=MAX_NAME_LENGTH) && text.iter().copied().all(is_token_byte);
    str::from_utf8(text).ok().filter(|_| is_token)
}
