//! Writes records and their parts under the key names of the documents.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::{
    Class, Content, GrpcCode, Header, Link, Meaning, NameElsewhere, Origin, Redirect, Requirement, Retry,
    StatusInfo, Text,
};

/// Serializes the whole document, in the order of the document format.
///
/// The keys of the front matter come first, then `takeaways`, a list of Markdown texts, and
/// `information`, a Markdown text. An optional key without a value is left out. This
/// implementation links every text of every document.
///
/// ```
/// let json = serde_json::to_value(http_status_info::codes::NOT_FOUND).unwrap();
/// assert_eq!(json["title"], "404 Not Found");
/// assert_eq!(json["seeAlso"], serde_json::json!([403, 405, 410]));
/// assert!(json["takeaways"][0].as_str().unwrap().contains("target resource"));
/// ```
impl Serialize for StatusInfo {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", &self.code())?;
        map.serialize_entry("name", self.name())?;
        map.serialize_entry("title", self.title())?;
        map.serialize_entry("spec", self.spec())?;
        map.serialize_entry("overview", self.overview())?;
        map.serialize_entry("more", self.more())?;
        map.serialize_entry("seeAlso", &Items(|| self.see_also().map(StatusInfo::code)))?;
        map.serialize_entry("standard", &self.is_standard())?;
        map.serialize_entry("experimental", &self.is_experimental())?;
        map.serialize_entry("deprecated", &self.is_deprecated())?;
        map.serialize_entry("constant", self.constant())?;
        list(&mut map, "aliases", self.aliases())?;
        option(&mut map, "reference", self.reference())?;
        option(&mut map, "since", self.since())?;
        option(&mut map, "cacheable", self.cacheable())?;
        option(&mut map, "content", self.content())?;
        option(&mut map, "retry", self.retry())?;
        option(&mut map, "redirect", self.redirect())?;
        option(&mut map, "grpc", self.grpc())?;
        list(&mut map, "headers", self.headers())?;
        if !self.names_elsewhere().is_empty() {
            map.serialize_entry("constants", &Names(self.names_elsewhere()))?;
        }
        list(&mut map, "meanings", self.meanings())?;
        option(&mut map, "visitor", self.visitor())?;
        map.serialize_entry("takeaways", &Items(|| self.takeaways()))?;
        map.serialize_entry("information", self.information().markdown())?;
        map.end()
    }
}

fn option<M: SerializeMap>(map: &mut M, key: &str, value: Option<impl Serialize>) -> Result<(), M::Error> {
    value.map_or(Ok(()), |value| map.serialize_entry(key, &value))
}

fn list<M: SerializeMap>(map: &mut M, key: &str, items: &[impl Serialize]) -> Result<(), M::Error> {
    if items.is_empty() { Ok(()) } else { map.serialize_entry(key, items) }
}

/// The items of an iterator as a list.
struct Items<F>(F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for Items<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for item in (self.0)() {
            list.serialize_element(&item)?;
        }
        list.end()
    }
}

/// Names in other libraries, as a mapping like in a document.
struct Names<'n>(&'n [NameElsewhere]);

impl Serialize for Names<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|name| (name.library(), name.name())))
    }
}

/// Serializes an item of `more`.
impl Serialize for Link {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([("title", self.title()), ("from", self.from()), ("url", self.url())])
    }
}

/// Serializes an item of `headers`.
impl Serialize for Header {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", self.name())?;
        map.serialize_entry("requirement", &self.requirement())?;
        map.serialize_entry("reference", self.reference())?;
        option(&mut map, "when", self.when())?;
        map.end()
    }
}

/// Serializes a single name with its library: `{"library": …, "name": …}`.
impl Serialize for NameElsewhere {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([("library", self.library()), ("name", self.name())])
    }
}

/// Serializes an item of `meanings`.
impl Serialize for Meaning {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("by", self.by())?;
        option(&mut map, "name", self.name())?;
        map.serialize_entry("overview", self.overview())?;
        map.serialize_entry("url", self.url())?;
        map.end()
    }
}

/// Serializes the Markdown.
impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.markdown())
    }
}

macro_rules! serialize_as_str {
    ($($name:ident),+) => {$(
        /// Serializes the word that documents use.
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    )+};
}

serialize_as_str!(Class, Content, GrpcCode, Origin, Redirect, Requirement, Retry);
