//! Conversion of `serde_json` values to members of a problem.

use alloc::format;

use crate::page::Value;

/// Converts a value piece by piece, so that its texts are escaped like all others.
///
/// ```
/// use http_status_info::page::Value;
///
/// let value = Value::from(serde_json::json!({ "name": "ada", "tries": [1, 2] }));
/// assert_eq!(value.to_string(), r#"{"name":"ada","tries":[1,2]}"#);
/// ```
impl From<serde_json::Value> for Value<'_> {
    fn from(value: serde_json::Value) -> Self {
        match value {
            serde_json::Value::String(text) => text.into(),
            serde_json::Value::Array(items) => items.into(),
            serde_json::Value::Object(members) => members.into_iter().collect(),
            simple => Self::json(format!("{simple}")),
        }
    }
}
