//! Header fields without a framework.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{FieldName, Fields, FieldsMut, is_field_value};

/// A list of header field lines, for tests, for servers without a framework, and for static
/// files.
///
/// ```
/// use http_status_info::page::{FieldList, FieldName, Fields, FieldsMut};
///
/// let mut fields = FieldList::new().with("Accept", "text/html").with("accept", "text/plain;q=0.5");
/// assert_eq!(fields.combined(FieldName::Accept).as_deref(), Some("text/html, text/plain;q=0.5"));
///
/// fields.set(FieldName::RetryAfter, "120");
/// let lines: Vec<String> = fields.iter().map(|(name, value)| format!("{name}: {value}")).collect();
/// assert_eq!(lines, ["accept: text/html", "accept: text/plain;q=0.5", "retry-after: 120"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldList {
    lines: Vec<(Cow<'static, str>, Cow<'static, str>)>,
}

impl FieldList {
    /// Makes an empty list.
    #[must_use]
    pub const fn new() -> Self {
        Self { lines: Vec::new() }
    }

    /// Adds a line. An invalid value (RFC 9110 §5.5) changes nothing.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Cow<'static, str>>) -> Self {
        self.push(name.to_ascii_lowercase(), value);
        self
    }

    /// Iterates over the lines, as pairs of a name in lower case and a value.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.lines.iter().map(|(name, value)| (name.as_ref(), value.as_ref()))
    }

    fn push(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Cow<'static, str>>) {
        let value = value.into();
        if is_field_value(&value) {
            self.lines.push((name.into(), value));
        }
    }

    fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        self.iter().filter(move |(other, _)| *other == name).map(|(_, value)| value)
    }
}

impl Fields for FieldList {
    type Value = String;

    fn lines(&self, name: FieldName) -> impl Iterator<Item = &[u8]> {
        self.values(name.as_str()).map(str::as_bytes)
    }

    fn combined(&self, name: FieldName) -> Option<String> {
        let lines: Vec<&str> = self.values(name.as_str()).collect();
        (!lines.is_empty()).then(|| lines.join(", "))
    }

    fn get(&self, name: &str) -> Option<String> {
        self.values(name).next().map(ToString::to_string)
    }
}

impl FieldsMut for FieldList {
    fn set(&mut self, name: FieldName, value: &str) {
        if is_field_value(value) {
            self.remove(name);
            self.push(name.as_str(), value.to_string());
        }
    }

    fn append(&mut self, name: FieldName, value: &str) {
        self.push(name.as_str(), value.to_string());
    }

    fn remove(&mut self, name: FieldName) {
        self.lines.retain(|(other, _)| other != name.as_str());
    }
}
