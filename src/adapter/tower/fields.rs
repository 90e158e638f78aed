//! The header fields of the crate `http`.

use alloc::vec::Vec;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::page::each_field;
use crate::page::exchange::{Field, Fields, FieldsMut};

/// The names of the fields, in the order of [`Field`].
static NAMES: [HeaderName; Field::ALL.len()] = each_field!(HeaderName::from_static);

/// The first line of a field.
#[inline]
fn first(fields: &HeaderMap, field: Field) -> Option<&HeaderValue> {
    /// To compare so many names takes less time than to hash one, which goes byte by byte.
    const FEW: usize = 32;
    let name = &NAMES[field as usize];
    if fields.len() <= FEW {
        fields.iter().find(|(other, _)| *other == name).map(|(_, value)| value)
    } else {
        fields.get(name)
    }
}

impl Fields for HeaderMap {
    type Value = HeaderValue;

    fn lines(&self, field: Field) -> impl Iterator<Item = &[u8]> {
        self.get_all(&NAMES[field as usize]).iter().map(HeaderValue::as_bytes)
    }

    #[inline]
    fn first(&self, field: Field) -> Option<&[u8]> {
        first(self, field).map(HeaderValue::as_bytes)
    }

    #[inline]
    fn joined(&self, field: Field) -> Option<HeaderValue> {
        if self.len() == self.keys_len() {
            // No field has a second line, which is what there nearly always is.
            return first(self, field).cloned();
        }
        let lines: Vec<&[u8]> = self.lines(field).collect();
        match lines[..] {
            [] => None,
            [_] => first(self, field).cloned(),
            _ => HeaderValue::from_maybe_shared(Bytes::from(lines.join(&b","[..]))).ok(),
        }
    }

    fn named(&self, name: &str) -> Option<HeaderValue> {
        self.get(name).cloned()
    }
}

impl FieldsMut for HeaderMap {
    fn set(&mut self, field: Field, value: &str) {
        if let Ok(value) = HeaderValue::from_str(value) {
            // A map that is full takes no more, which is no reason to panic.
            let _ = self.try_insert(&NAMES[field as usize], value);
        }
    }

    fn set_static(&mut self, field: Field, value: &'static str) {
        if let Ok(value) = HeaderValue::from_maybe_shared(Bytes::from_static(value.as_bytes())) {
            let _ = self.try_insert(&NAMES[field as usize], value);
        }
    }

    fn reserve(&mut self, fields: usize) {
        let _ = self.try_reserve(fields);
    }

    fn append(&mut self, field: Field, value: &str) {
        if let Ok(value) = HeaderValue::from_str(value) {
            let _ = self.try_append(&NAMES[field as usize], value);
        }
    }

    #[inline]
    fn remove(&mut self, field: Field) {
        // A bare error has no field to remove, and is asked to remove many.
        if !self.is_empty() {
            self.remove(&NAMES[field as usize]);
        }
    }
}
