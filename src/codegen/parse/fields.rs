//! Typed reading of the values of a front matter. What does not fit is reported
//! with its place, and reading goes on.

use std::str::FromStr;

use super::text::{forbidden, unexpected};
use crate::codegen::problem::quoted;
use crate::codegen::report::Report;
use crate::codegen::yaml::{FrontMatter, Node, Path};
use crate::status::nearest::Suggestion;
use crate::status::word::UnknownWord;

/// A value, with its name for messages and its path.
pub struct Value<'v> {
    name: String,
    front_matter: &'v FrontMatter,
    path: Path,
    node: &'v Node,
}

/// The entries of a mapping whose keys are known.
pub struct Fields<'v> {
    entries: Vec<(&'v str, Value<'v>)>,
}

/// A key that a mapping may have, and whether it must.
pub type Key = (&'static str, bool);

impl<'v> Fields<'v> {
    fn get(&self, key: &str) -> Option<&Value<'v>> {
        self.entries.iter().find(|(k, _)| *k == key).map(|(_, value)| value)
    }

    /// Reads the value of a key, where it is present.
    pub fn read<T>(
        &self,
        key: &str,
        report: &mut Report<'_>,
        read: impl FnOnce(&Value<'v>, &mut Report<'_>) -> Option<T>,
    ) -> Option<T> {
        read(self.get(key)?, report)
    }

    /// Reads each item of the list that a key holds; an absent list is empty.
    pub fn list<T>(
        &self,
        key: &str,
        report: &mut Report<'_>,
        mut read: impl FnMut(&Value<'v>, &mut Report<'_>) -> Option<T>,
    ) -> Vec<T> {
        let items = self.get(key).map(|value| value.items(report)).unwrap_or_default();
        items.iter().filter_map(|item| read(item, report)).collect()
    }
}

impl<'v> Value<'v> {
    /// The whole front matter.
    pub fn root(front_matter: &'v FrontMatter) -> Self {
        let name = "the front matter".to_owned();
        Self { name, front_matter, path: Path::default(), node: &front_matter.root }
    }

    /// Reports a problem of the value; the text goes on after its name.
    fn problem(&self, report: &mut Report<'_>, text: &str) {
        let text = format!("{} {text}", self.name);
        report.add(|| self.front_matter.place_of_value(&self.path), text);
    }

    fn wrong_kind(&self, report: &mut Report<'_>, expected: &str) {
        self.problem(report, &format!("is {}, expected {expected}", self.node.kind()));
    }

    /// A mapping with the given keys and no others.
    pub fn fields(&self, keys: &[Key], report: &mut Report<'_>) -> Option<Fields<'v>> {
        let entries = self.entries(report)?;
        for &(key, _) in keys.iter().filter(|(_, required)| *required) {
            if !entries.iter().any(|(found, _)| *found == key) {
                self.problem(report, &format!("has no key `{key}`, which is required"));
            }
        }
        let known = |key: &str| keys.iter().any(|(known, _)| *known == key);
        for (key, value) in &entries {
            if !known(key) {
                let expected = keys.iter().map(|(key, _)| *key);
                let text = format!("unknown key {}{}", quoted(key), Suggestion { word: key, expected });
                report.add(|| self.front_matter.place_of_key(&value.path), text);
            }
        }
        Some(Fields { entries: entries.into_iter().filter(|(key, _)| known(key)).collect() })
    }

    /// A mapping with any keys: its entries in order, each key once.
    pub fn entries(&self, report: &mut Report<'_>) -> Option<Vec<(&'v str, Self)>> {
        let Node::Mapping(entries) = self.node else {
            self.wrong_kind(report, "a mapping");
            return None;
        };
        let mut read: Vec<(&str, Self)> = Vec::new();
        let mut keys = std::collections::BTreeSet::new();
        for (index, (key, node)) in entries.iter().enumerate() {
            let path = self.path.then(index);
            let Node::Text(key) = key else {
                let text = format!("a key of {} is {}, expected text", self.name, key.kind());
                report.add(|| self.front_matter.place_of_key(&path), text);
                continue;
            };
            if keys.insert(key) {
                read.push((key, Self { name: quoted(key), front_matter: self.front_matter, path, node }));
            } else {
                let text = format!("repeated key {}, expected once", quoted(key));
                report.add(|| self.front_matter.place_of_key(&path), text);
            }
        }
        Some(read)
    }

    /// The items of a list.
    pub fn items(&self, report: &mut Report<'_>) -> Vec<Self> {
        let Node::List(items) = self.node else {
            self.wrong_kind(report, "a list, `[]` where there is nothing to list");
            return Vec::new();
        };
        let item = |(index, node)| Self {
            name: format!("item {} of {}", index + 1, self.name),
            front_matter: self.front_matter,
            path: self.path.then(index),
            node,
        };
        items.iter().enumerate().map(item).collect()
    }

    /// Text on one line that is not blank.
    pub fn text(&self, report: &mut Report<'_>) -> Option<String> {
        let Node::Text(text) = self.node else {
            self.wrong_kind(report, "text");
            return None;
        };
        if text.trim().is_empty() {
            self.problem(report, "is blank, expected text");
            return None;
        }
        if text.trim() != text || text.contains('\n') {
            self.problem(report, "has line breaks or spaces around it, expected one line of text");
            return None;
        }
        // Not in the file itself, but by way of an escape.
        if let Some((kind, character)) = text.chars().find_map(|c| Some((forbidden(c)?, c))) {
            self.problem(report, &format!("has a {}", unexpected(kind, character)));
            return None;
        }
        Some(text.clone())
    }

    /// Text of at most so many characters.
    pub fn text_within(&self, most: usize, report: &mut Report<'_>) -> Option<String> {
        let text = self.text(report)?;
        let length = text.chars().count();
        if length > most {
            self.problem(report, &format!("has {length} characters, expected at most {most}"));
            return None;
        }
        Some(text)
    }

    /// `true` or `false`.
    pub fn flag(&self, report: &mut Report<'_>) -> Option<bool> {
        if let Node::Flag(flag) = self.node {
            return Some(*flag);
        }
        self.wrong_kind(report, "`true` or `false`");
        None
    }

    /// A status code that may have a document.
    pub fn code(&self, report: &mut Report<'_>) -> Option<u16> {
        let Node::Number(number) = self.node else {
            self.wrong_kind(report, "a code from 100 to 999");
            return None;
        };
        let code = u16::try_from(*number).ok().filter(|code| (100..=999).contains(code));
        if code.is_none() {
            self.problem(report, &format!("is `{number}`, expected a code from 100 to 999"));
        }
        code
    }

    /// One of the words of a vocabulary.
    pub fn word<T: FromStr<Err = UnknownWord>>(&self, report: &mut Report<'_>) -> Option<T> {
        let text = self.text(report)?;
        let word = text.parse::<T>();
        word.map_err(|error| self.problem(report, &format!("is {}{}", quoted(&text), error.suggestion())))
            .ok()
    }

    /// An absolute `http` or `https` address.
    pub fn url(&self, report: &mut Report<'_>) -> Option<String> {
        let text = self.text(report)?;
        if !is_absolute_http(&text) {
            self.problem(
                report,
                &format!("is {}, expected an absolute http or https address", quoted(&text)),
            );
            return None;
        }
        Some(text)
    }

    /// The name of a header field: a token (RFC 9110 §5.6.2).
    pub fn field_name(&self, report: &mut Report<'_>) -> Option<String> {
        let text = self.text_within(80, report)?;
        let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        if !text.bytes().all(is_token) {
            self.problem(report, &format!("is {}, expected the name of a header field", quoted(&text)));
            return None;
        }
        Some(text)
    }
}

/// Tells whether an address is absolute, with the scheme `http` or `https`, a host,
/// and no character that RFC 3986 does not allow in one.
pub fn is_absolute_http(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let in_host = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:[]".contains(&byte);
    let in_url = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte);
    host.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[')
        && host.bytes().all(in_host)
        && rest.bytes().all(in_url)
}

#[cfg(test)]
mod tests {
    use super::is_absolute_http;

    #[test]
    fn only_absolute_http_addresses_pass() {
        for right in ["https://example.com", "http://[::1]:80/a?b#c", "https://a.example/%20(x)"] {
            assert!(is_absolute_http(right), "{right}");
        }
        for wrong in [
            "",
            "/a",
            "//example.com",
            "ftp://example.com",
            "https://",
            "https:///a",
            "https://a b",
            "javascript:alert(1)",
            "https://a\"b",
            "https://user@example.com",
            "HTTPS://example.com",
        ] {
            assert!(!is_absolute_http(wrong), "{wrong}");
        }
    }
}
