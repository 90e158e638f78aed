//! The header fields of actix-web.

use alloc::vec::Vec;

use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use actix_web::web::Bytes;

use crate::page::{FieldName, Fields, FieldsMut, field_names};

/// The names of the fields, in the order of [`FieldName`].
static NAMES: [HeaderName; FieldName::ALL.len()] = field_names!(HeaderName::from_static);

impl Fields for HeaderMap {
    type Value = HeaderValue;

    fn lines(&self, name: FieldName) -> impl Iterator<Item = &[u8]> {
        self.get_all(&NAMES[name as usize]).map(HeaderValue::as_bytes)
    }

    fn first(&self, name: FieldName) -> Option<&[u8]> {
        self.get(&NAMES[name as usize]).map(HeaderValue::as_bytes)
    }

    fn combined(&self, name: FieldName) -> Option<HeaderValue> {
        match self.get_all(&NAMES[name as usize]).as_slice() {
            [] => None,
            [line] => Some(line.clone()),
            lines => {
                let lines: Vec<&[u8]> = lines.iter().map(HeaderValue::as_bytes).collect();
                HeaderValue::from_maybe_shared(Bytes::from(lines.join(&b","[..]))).ok()
            }
        }
    }

    fn get(&self, name: &str) -> Option<HeaderValue> {
        HeaderMap::get(self, name).cloned()
    }
}

impl FieldsMut for HeaderMap {
    fn set(&mut self, name: FieldName, value: &str) {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.insert(NAMES[name as usize].clone(), value);
        }
    }

    fn set_static(&mut self, name: FieldName, value: &'static str) {
        if let Ok(value) = HeaderValue::from_maybe_shared(Bytes::from_static(value.as_bytes())) {
            self.insert(NAMES[name as usize].clone(), value);
        }
    }

    fn reserve(&mut self, fields: usize) {
        self.reserve(fields);
    }

    fn append(&mut self, name: FieldName, value: &str) {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.append(NAMES[name as usize].clone(), value);
        }
    }

    fn remove(&mut self, name: FieldName) {
        self.remove(&NAMES[name as usize]);
    }
}
