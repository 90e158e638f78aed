//! A parsed document.

use super::parse::Facts;
use super::yaml::FrontMatter;
use crate::status::vocab::Origin;

/// A parsed document.
pub struct Document {
    /// The path in messages.
    pub path: String,
    /// The origin of the document: this crate or the application.
    pub origin: Origin,
    /// The front matter as YAML. Finds the place of a value.
    pub front_matter: FrontMatter,
    /// The values of the front matter.
    pub facts: Facts,
    /// The sections of the body.
    pub sections: Sections,
}

/// The sections of the body, as Markdown.
pub struct Sections {
    /// The takeaways, one by one.
    pub takeaways: Vec<String>,
    pub information: String,
}
