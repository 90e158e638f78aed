//! `Vary`: the request fields that a response depends on (RFC 9110 §12.5.5).
//!
//! The engine writes `Vary` as one line. A response can have several lines (RFC 9110 §5.3), but
//! nginx before 1.23 reads only the last line, and some middleware reads only the first line. Both
//! have served the page of one visitor to another.

use alloc::string::String;

use crate::page::fields::{FieldName, FieldsMut};
use crate::page::format::Format;
use crate::page::options::Options;

/// The greatest number of members that are merged. With more members, `Vary` becomes `*`.
const MAX_MEMBERS: usize = 64;

/// Merges the `Vary` lines of the response and the fields that the choice of a page depends on.
pub(super) fn write(options: &Options, fields: &mut impl FieldsMut) {
    let lines = fields.lines(FieldName::Vary).flat_map(|line| line.split(|&byte| byte == b','));
    let members = lines.filter_map(|member| visible(member.trim_ascii()));
    match merged(members.chain(selecting_fields(options))) {
        Some(merged) if merged.is_empty() => fields.remove(FieldName::Vary),
        Some(merged) => fields.set(FieldName::Vary, &merged),
        None => fields.set_static(FieldName::Vary, "*"),
    }
}

/// The members as one list, each once, in order of appearance. `None` means `*`.
fn merged<'m>(members: impl Iterator<Item = &'m str>) -> Option<String> {
    // Long enough for the members that CORS and pages have together.
    let mut list = String::with_capacity(128);
    let mut count = 0;
    for member in members {
        if member == "*" || count == MAX_MEMBERS {
            return None;
        }
        if !list.split(',').any(|other| other.trim_start().eq_ignore_ascii_case(member)) {
            list.push_str(if list.is_empty() { "" } else { ", " });
            list.push_str(member);
            count += 1;
        }
    }
    Some(list)
}

/// The member, unless it is empty or some framework cannot write it.
fn visible(member: &[u8]) -> Option<&str> {
    let is_visible = !member.is_empty() && member.iter().all(|byte| matches!(byte, b' '..=b'~'));
    core::str::from_utf8(member).ok().filter(|_| is_visible)
}

/// The request fields that the choice of a page depends on.
fn selecting_fields<'m>(options: &Options) -> impl Iterator<Item = &'m str> + use<'m> {
    let has_fragments = options.has_fragments && options.formats.as_slice().contains(&Format::Html);
    let members = [
        (options.formats.as_slice().len() > 1, "Accept"),
        (options.languages.len() > 1, "Accept-Language"),
        (options.reads_fetch_metadata, "Sec-Fetch-Dest"),
        (has_fragments, "HX-Request"),
        (has_fragments, "HX-Request-Type"),
        (has_fragments, "HX-Boosted"),
    ];
    members.into_iter().filter_map(|(is_selecting, name)| is_selecting.then_some(name))
}
