//! The values of a problem's extension members.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::page::escape::Json;

/// A JSON value, for an extension member of a problem (RFC 9457 §3.2).
///
/// Text, numbers, booleans and lists convert into a value, and [`object`](Self::object) makes one
/// from pairs. With the feature `serde_json`, any `serde_json::Value` converts too. `None` becomes
/// `null`, and so do infinity and not-a-number, which JSON does not have.
///
/// ```
/// use http_status_info::page::Value;
///
/// assert_eq!(Value::from("say \"hi\"").to_string(), r#""say \"hi\"""#);
/// assert_eq!(Value::from(vec![1, 2]).to_string(), "[1,2]");
/// assert_eq!(Value::from(f64::NAN).to_string(), "null");
///
/// let object = Value::object([("name", "age".into()), ("minimum", 18.into())]);
/// assert_eq!(object.to_string(), r#"{"name":"age","minimum":18}"#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value<'v>(Inner<'v>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Inner<'v> {
    Text(Cow<'v, str>),
    /// Well-formed JSON, made in this module.
    Json(Cow<'static, str>),
}

/// Writes the value as JSON.
impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Inner::Text(text) => Json(text).fmt(f),
            Inner::Json(json) => f.write_str(json),
        }
    }
}

impl Value<'_> {
    /// Makes an object from pairs of a name and a value. If a name occurs twice, the later value
    /// counts.
    ///
    /// ```
    /// use http_status_info::page::{ErrorPage, Value};
    ///
    /// let error = ErrorPage::from_code(429).with_member("limit", Value::object([("tries", 3.into())]));
    /// assert_eq!(error.members()[0].1.to_string(), r#"{"tries":3}"#);
    /// ```
    #[must_use]
    pub fn object<K: AsRef<str>>(pairs: impl IntoIterator<Item = (K, Self)>) -> Self {
        pairs.into_iter().collect()
    }

    const NULL: Self = Self(Inner::Json(Cow::Borrowed("null")));

    /// Makes a value from well-formed JSON.
    pub(crate) fn json(json: String) -> Self {
        Self(Inner::Json(Cow::Owned(json)))
    }
}

impl<'v> From<&'v str> for Value<'v> {
    fn from(text: &'v str) -> Self {
        Self(Inner::Text(Cow::Borrowed(text)))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self(Inner::Text(Cow::Owned(text)))
    }
}

impl<'v> From<Cow<'v, str>> for Value<'v> {
    fn from(text: Cow<'v, str>) -> Self {
        Self(Inner::Text(text))
    }
}

impl From<bool> for Value<'_> {
    fn from(truth: bool) -> Self {
        Self(Inner::Json(Cow::Borrowed(if truth { "true" } else { "false" })))
    }
}

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        // `Debug` writes very large and very small numbers with an exponent. Parsers may limit the
        // range and precision of numbers (RFC 8259 §6), and three hundred digits can be too many.
        if number.is_finite() { Self::json(format!("{number:?}")) } else { Self::NULL }
    }
}

macro_rules! from_integer {
    ($($integer:ty)+) => {$(
        impl From<$integer> for Value<'_> {
            fn from(number: $integer) -> Self {
                Self::json(format!("{number}"))
            }
        }
    )+};
}

from_integer!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

impl<'v, T: Into<Value<'v>>> From<Option<T>> for Value<'v> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::NULL, Into::into)
    }
}

/// Makes a list.
impl<'v, T: Into<Value<'v>>> From<Vec<T>> for Value<'_> {
    fn from(items: Vec<T>) -> Self {
        Self::json(joined(['[', ']'], items.into_iter().map(|item| item.into().0.to_json())))
    }
}

/// Makes an object. If a key occurs twice, the later value counts.
impl<'v, K: AsRef<str>, T: Into<Value<'v>>> FromIterator<(K, T)> for Value<'_> {
    fn from_iter<I: IntoIterator<Item = (K, T)>>(pairs: I) -> Self {
        let mut members: Vec<(String, String)> = Vec::new();
        let mut indices: BTreeMap<String, usize> = BTreeMap::new();
        for (key, value) in pairs {
            let (key, value) = (format!("{}", Json(key.as_ref())), value.into().0.to_json());
            if let Some(&index) = indices.get(&key) {
                members[index].1 = value;
            } else {
                indices.insert(key.clone(), members.len());
                members.push((key, value));
            }
        }
        Self::json(joined(['{', '}'], members.into_iter().map(|(key, value)| format!("{key}:{value}"))))
    }
}

impl Inner<'_> {
    fn to_json(&self) -> String {
        match self {
            Inner::Text(text) => format!("{}", Json(text)),
            Inner::Json(json) => String::from(json.as_ref()),
        }
    }
}

fn joined([open, close]: [char; 2], items: impl Iterator<Item = String>) -> String {
    let mut json = String::from(open);
    for (index, item) in items.enumerate() {
        if index > 0 {
            json.push(',');
        }
        json.push_str(&item);
    }
    json.push(close);
    json
}
