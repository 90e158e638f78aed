//! The header fields of the crate `http`.

use alloc::vec::Vec;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::adapter::answers::{self, Counted};
use crate::adapter::shared::Unset;
use crate::page::{Field, Fields, FieldsMut, FixedValue, Options, each_field, each_fixed_value};

/// The names of the fields, in the order of [`Field`].
static NAMES: [HeaderName; Field::ALL.len()] = each_field!(HeaderName::from_static);

/// The values, in the order of [`FixedValue`].
static VALUES: [HeaderValue; FixedValue::ALL.len()] = each_fixed_value!(HeaderValue::from_static);

impl Fields for HeaderMap {
    type Value = HeaderValue;

    fn lines(&self, field: Field) -> impl Iterator<Item = &[u8]> {
        self.get_all(&NAMES[field as usize]).iter().map(HeaderValue::as_bytes)
    }

    #[inline]
    fn first(&self, field: Field) -> Option<&[u8]> {
        self.get(&NAMES[field as usize]).map(HeaderValue::as_bytes)
    }

    fn joined(&self, field: Field) -> Option<HeaderValue> {
        let lines = self.get_all(&NAMES[field as usize]);
        // One line, or none, is what there nearly always is.
        match lines.iter().size_hint() {
            (0, _) => None,
            (1, Some(1)) => lines.iter().next().cloned(),
            _ => {
                let lines: Vec<&[u8]> = lines.iter().map(HeaderValue::as_bytes).collect();
                HeaderValue::from_maybe_shared(Bytes::from(lines.join(&b","[..]))).ok()
            }
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
        let _ = self.try_insert(&NAMES[field as usize], HeaderValue::from_static(value));
    }

    fn set_fixed(&mut self, field: Field, value: FixedValue) {
        let _ = self.try_insert(&NAMES[field as usize], VALUES[value as usize].clone());
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

pub(super) type Answers = answers::Answers<HeaderMap, Bytes>;

impl Counted for HeaderMap {
    fn count(&self) -> usize {
        self.len()
    }
}

impl Unset for Answers {
    fn unset() -> &'static Self {
        static UNSET: Answers = Answers::new(Options::new());
        &UNSET
    }
}
