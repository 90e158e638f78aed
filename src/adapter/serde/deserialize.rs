//! Reads records and words. A record is looked up by what stands for it, so nothing is
//! allocated.

use core::fmt;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Unexpected, Visitor};

use crate::{
    Class, Content, GrpcCode, Origin, Redirect, Requirement, Retry, StatusInfo, UnknownStatus, status_info,
};

/// Finds the record that is meant by a code (`404`), by a text as [`str::parse`] reads it
/// (`"404"`, `"not found"`, `"404 Not Found"`), or by the object that `Serialize` writes, of
/// which the member `code` counts and no other. A code without a document is an error.
///
/// The format must tell what it holds, as JSON, YAML, TOML and CBOR do.
///
/// ```
/// use http_status_info::{StatusInfo, codes};
///
/// for json in ["404", r#""404""#, r#""Not Found""#, r#"{"code": 404, "name": "Not Found"}"#] {
///     let status: &StatusInfo = serde_json::from_str(json).unwrap();
///     assert_eq!(status, codes::NOT_FOUND);
/// }
///
/// let error = serde_json::from_str::<&StatusInfo>("299").unwrap_err();
/// assert!(error.to_string().starts_with("unknown status code 299"));
/// let error = serde_json::from_str::<&StatusInfo>(r#"{"name": "Not Found"}"#).unwrap_err();
/// assert!(error.to_string().starts_with("missing field `code`"));
/// ```
impl<'de> Deserialize<'de> for &'static StatusInfo {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StatusVisitor)
    }
}

#[derive(Clone, Copy)]
struct StatusVisitor;

impl<'de> Visitor<'de> for StatusVisitor {
    type Value = &'static StatusInfo;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a status: a code from 100 to 999, a name, or an object with a `code`")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        let code =
            u16::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))?;
        status_info(code).ok_or_else(|| E::custom(UnknownStatus::code(code)))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        let code = u64::try_from(number).map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))?;
        self.visit_u64(code)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut status = None;
        while let Some(key) = map.next_key()? {
            match key {
                Key::Code if status.is_some() => return Err(A::Error::duplicate_field("code")),
                Key::Code => status = Some(self.visit_u64(map.next_value()?)?),
                Key::Other => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        status.ok_or_else(|| A::Error::missing_field("code"))
    }
}

/// The key of an object.
enum Key {
    Code,
    Other,
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(KeyVisitor)
    }
}

struct KeyVisitor;

impl Visitor<'_> for KeyVisitor {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Key, E> {
        Ok(if key == "code" { Key::Code } else { Key::Other })
    }
}

macro_rules! deserialize_from_str {
    ($($name:ident),+) => {$(
        /// Reads the word that documents use.
        ///
        /// ```
        #[doc = concat!("use http_status_info::", stringify!($name), ";")]
        ///
        #[doc = concat!("for value in ", stringify!($name), "::ALL {")]
        ///     let json = serde_json::to_string(value).unwrap();
        #[doc = concat!("    assert_eq!(serde_json::from_str::<", stringify!($name), ">(&json).unwrap(), *value);")]
        /// }
        /// ```
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Word;

                impl Visitor<'_> for Word {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str(concat!("a word for `", stringify!($name), "`"))
                    }

                    fn visit_str<E: Error>(self, word: &str) -> Result<$name, E> {
                        word.parse().map_err(E::custom)
                    }
                }

                deserializer.deserialize_str(Word)
            }
        }
    )+};
}

deserialize_from_str!(Class, Content, GrpcCode, Origin, Redirect, Requirement, Retry);
