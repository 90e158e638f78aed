//! The header fields of Rocket.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rocket::http::{Header, HeaderMap};
use rocket::response::Response;

use crate::page::{FieldName, Fields, FieldsMut, is_field_value};

impl Fields for HeaderMap<'_> {
    type Value = String;

    fn lines(&self, name: FieldName) -> impl Iterator<Item = &[u8]> {
        HeaderMap::get(self, name.as_str()).map(str::as_bytes)
    }

    fn combined(&self, name: FieldName) -> Option<String> {
        let lines: Vec<&str> = HeaderMap::get(self, name.as_str()).collect();
        (!lines.is_empty()).then(|| lines.join(","))
    }

    fn get(&self, name: &str) -> Option<String> {
        self.get_one(name).map(ToString::to_string)
    }
}

/// The header fields of a response. Rocket allows changes only through the response.
pub(super) struct ResponseFields<'a, 'r>(pub(super) &'a mut Response<'r>);

impl Fields for ResponseFields<'_, '_> {
    type Value = String;

    fn lines(&self, name: FieldName) -> impl Iterator<Item = &[u8]> {
        self.0.headers().lines(name)
    }

    fn combined(&self, name: FieldName) -> Option<String> {
        self.0.headers().combined(name)
    }

    fn get(&self, name: &str) -> Option<String> {
        Fields::get(self.0.headers(), name)
    }
}

impl FieldsMut for ResponseFields<'_, '_> {
    fn set(&mut self, name: FieldName, value: &str) {
        if is_field_value(value) {
            self.0.set_header(Header::new(name.as_str(), value.to_owned()));
        }
    }

    fn set_static(&mut self, name: FieldName, value: &'static str) {
        self.0.set_header(Header::new(name.as_str(), value));
    }

    fn append(&mut self, name: FieldName, value: &str) {
        if is_field_value(value) {
            self.0.adjoin_header(Header::new(name.as_str(), value.to_owned()));
        }
    }

    fn remove(&mut self, name: FieldName) {
        self.0.remove_header(name.as_str());
    }
}
