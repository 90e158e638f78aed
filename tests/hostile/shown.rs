//! The text that a page shows for a value, by the documentation of each entry point.

use std::collections::BTreeSet;
use std::str;

use crate::values::HARMLESS;

/// The text that a page shows for a value.
pub enum Shown {
    /// The value is refused, and the page is the same as without it.
    Nothing,
    /// The page is the same as with this harmless value, with these texts in its place. If the page has
    /// a list there, the texts are its items.
    Like(&'static str, Vec<String>),
}

pub fn all(value: &[u8]) -> Shown {
    Shown::Like(HARMLESS, vec![String::from_utf8_lossy(value).into_owned()])
}

pub fn nothing(_: &[u8]) -> Shown {
    Shown::Nothing
}

/// The first 16 distinct tokens of a list that have at most 32 characters.
pub fn list<'v>(members: impl Iterator<Item = &'v [u8]>, key: fn(&str) -> String) -> Shown {
    let is_token = |byte: &u8| byte.is_ascii_graphic() && !b"\"(),/:;<=>?@[\\]{}".contains(byte);
    let is_shown = |text: &&[u8]| (1..=32).contains(&text.len()) && text.iter().all(is_token);
    let tokens = members.filter(is_shown).map(|text| str::from_utf8(text).unwrap().to_owned());
    let mut keys = BTreeSet::new();
    let shown: Vec<_> = tokens.filter(|token| keys.insert(key(token))).take(16).collect();
    if shown.is_empty() { Shown::Nothing } else { Shown::Like(HARMLESS, shown) }
}

/// The first word of each challenge, which has no `=` after it (RFC 9110 §11.6.1).
pub fn schemes(value: &[u8]) -> Shown {
    let mut members = vec![Vec::new()];
    let (mut in_quotes, mut bytes) = (false, value.iter().copied());
    while let Some(byte) = bytes.next() {
        if byte == b',' && !in_quotes {
            members.push(Vec::new());
            continue;
        }
        let member = members.last_mut().unwrap();
        member.push(byte);
        match byte {
            b'"' => in_quotes = !in_quotes,
            b'\\' if in_quotes => member.extend(bytes.next()),
            _ => {}
        }
    }
    let words = members.iter().map(|member| member.trim_ascii()).filter_map(|member| {
        let (word, rest) =
            member.split_at(member.iter().position(|byte| *byte == b' ').unwrap_or(member.len()));
        (!rest.trim_ascii_start().starts_with(b"=")).then_some(word)
    });
    list(words, str::to_ascii_lowercase)
}

pub fn id(value: &[u8]) -> Shown {
    let is_shown = (1..=128).contains(&value.len()) && value.iter().all(|byte| (b'!'..=b'~').contains(byte));
    if is_shown { all(value) } else { Shown::Nothing }
}

pub fn home(value: &[u8]) -> Shown {
    let is_link = str::from_utf8(value).is_ok_and(|text| is_link(text, &["http", "https"]));
    Shown::Like(if is_link { "/Harmless0" } else { "" }, vec![String::from_utf8_lossy(value).into_owned()])
}

/// A contact is a mail address, a link that begins with `/` or a scheme, or text.
pub fn contact(value: &[u8]) -> Shown {
    let text = String::from_utf8_lossy(value).into_owned();
    let is_part = |c: char| !c.is_whitespace() && !c.is_control() && !"/:<>?\"".contains(c);
    let parts: Vec<&str> = text.split('@').collect();
    let is_pair = parts.len() == 2 && parts.iter().all(|part| !part.is_empty());
    let is_before_colon = text.find(':').is_some_and(|colon| !text[..colon].contains(['/', '?', '#']));
    let harmless = if is_pair && text.chars().all(is_part) {
        "Harmless0@example.com"
    } else if (text.starts_with('/') || is_before_colon)
        && is_link(&text, &["http", "https", "mailto", "tel"])
    {
        "/Harmless0"
    } else {
        HARMLESS
    };
    Shown::Like(harmless, vec![text])
}

/// Tells whether a browser reads an address unchanged. A relative address has no colon before its first
/// slash (RFC 3986 §4.2).
fn is_link(address: &str, schemes: &[&str]) -> bool {
    let start = address.find(['/', '?', '#']).map_or(address, |end| &address[..end]);
    let scheme = start.find(':').map(|end| start[..end].to_ascii_lowercase());
    !address.is_empty()
        && !address.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\')
        && scheme.is_none_or(|scheme| schemes.contains(&scheme.as_str()))
}
