//! A status document, parsed: what the later stages work with.

use super::yaml::FrontMatter;
use crate::status::vocab::{Content, GrpcCode, Origin, Redirect, Requirement, Retry};

/// One document.
pub struct Document {
    /// The path in messages.
    pub path: String,
    /// Whose document it is.
    pub origin: Origin,
    /// The front matter as it was read, which knows where each value stands.
    pub front_matter: FrontMatter,
    /// The values of the front matter.
    pub facts: Facts,
    /// The sections.
    pub sections: Sections,
}

/// The values of the front matter, each under its key.
pub struct Facts {
    pub code: u16,
    pub name: String,
    pub title: String,
    pub spec: String,
    pub overview: String,
    pub more: Vec<Link>,
    pub see_also: Vec<u16>,
    pub standard: bool,
    pub experimental: bool,
    pub deprecated: bool,
    pub constant: Option<String>,
    pub aliases: Vec<String>,
    pub reference: Option<String>,
    pub since: Option<String>,
    pub cacheable: Option<bool>,
    pub content: Option<Content>,
    pub retry: Option<Retry>,
    pub redirect: Option<Redirect>,
    pub headers: Vec<Header>,
    pub grpc: Option<GrpcCode>,
    pub constants: Vec<(String, String)>,
    pub meanings: Vec<Meaning>,
    pub visitor: Option<String>,
}

/// The sections of the text, as Markdown.
pub struct Sections {
    /// The takeaways, one by one.
    pub takeaways: Vec<String>,
    pub information: String,
}

/// An item of `more`.
pub struct Link {
    pub title: String,
    pub from: String,
    pub url: String,
}

/// An item of `headers`.
pub struct Header {
    pub name: String,
    pub requirement: Requirement,
    pub reference: String,
    pub when: Option<String>,
}

/// An item of `meanings`.
pub struct Meaning {
    pub by: String,
    pub name: Option<String>,
    pub overview: String,
    pub url: String,
}
