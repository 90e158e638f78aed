//! The header fields of the crate `http`.

use alloc::vec::Vec;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::page::{FieldName, Fields, FieldsMut, field_names};

/// The names of the fields, in the order of [`FieldName`].
static NAMES: [HeaderName; FieldName::ALL.len()] = field_names!(HeaderName::from_static);

/// The first line of a field.
#[inline]
fn first(fields: &HeaderMap, name: FieldName) -> Option<&HeaderValue> {
    /// Up to this number of fields, a linear search is faster than a lookup by hash, which reads
    /// the name byte by byte.
    const MAX_LINEAR: usize = 32;
    let name = &NAMES[name as usize];
    if fields.len() <= MAX_LINEAR {
        fields.iter().find(|(other, _)| *other == name).map(|(_, value)| value)
    } else {
        fields.get(name)
    }
}

impl Fields for HeaderMap {
    type Value = HeaderValue;

    fn lines(&self, name: FieldName) -> impl Iterator<Item = &[u8]> {
        self.get_all(&NAMES[name as usize]).iter().map(HeaderValue::as_bytes)
    }

    #[inline]
    fn first(&self, name: FieldName) -> Option<&[u8]> {
        first(self, name).map(HeaderValue::as_bytes)
    }

    #[inline]
    fn combined(&self, name: FieldName) -> Option<HeaderValue> {
        if self.len() == self.keys_len() {
            // Usually, no field has a second line.
            return first(self, name).cloned();
        }
        let lines: Vec<&[u8]> = self.lines(name).collect();
        match lines[..] {
            [] => None,
            [_] => first(self, name).cloned(),
            _ => HeaderValue::from_maybe_shared(Bytes::from(lines.join(&b","[..]))).ok(),
        }
    }

    fn get(&self, name: &str) -> Option<HeaderValue> {
        HeaderMap::get(self, name).cloned()
    }
}

impl FieldsMut for HeaderMap {
    fn set(&mut self, name: FieldName, value: &str) {
        if let Ok(value) = HeaderValue::from_str(value) {
            // A full map takes no more fields. This is no reason to panic.
            let _ = self.try_insert(&NAMES[name as usize], value);
        }
    }

    fn set_static(&mut self, name: FieldName, value: &'static str) {
        if let Ok(value) = HeaderValue::from_maybe_shared(Bytes::from_static(value.as_bytes())) {
            let _ = self.try_insert(&NAMES[name as usize], value);
        }
    }

    fn reserve(&mut self, fields: usize) {
        let _ = self.try_reserve(fields);
    }

    fn append(&mut self, name: FieldName, value: &str) {
        if let Ok(value) = HeaderValue::from_str(value) {
            let _ = self.try_append(&NAMES[name as usize], value);
        }
    }

    #[inline]
    fn remove(&mut self, name: FieldName) {
        // The engine removes many fields, and a bare error often has none.
        if !self.is_empty() {
            self.remove(&NAMES[name as usize]);
        }
    }
}
