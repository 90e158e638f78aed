//! Renders the text of documents as Markdown, HTML and plain text, and writes the reference
//! pages and the lists of codes.

use pulldown_cmark::html;

use super::check::Checked;
use super::markdown;

mod fields;
mod lists;
mod plain;
mod reference;
mod rustdoc;

pub use fields::Fields;
pub use reference::Reference;
use rustdoc::Links;

/// The rendered documents.
pub struct Rendered<'d> {
    /// The statuses, in order of code.
    pub statuses: Vec<Status<'d>>,
    /// Lists of codes in Markdown, as pairs of file name and content.
    pub lists: Vec<(String, String)>,
}

/// A checked document with its rendered text.
pub struct Status<'d> {
    pub checked: &'d Checked,
    pub takeaways: Vec<Text>,
    pub information: Text,
    pub reference: Reference,
}

/// A piece of text in three formats.
pub struct Text {
    pub markdown: String,
    pub html: String,
    pub plain: String,
}

/// Renders all documents.
pub fn render<'d>(checked: &'d [Checked], fields: &Fields<'_>) -> Rendered<'d> {
    let constants = checked.iter().map(|status| (&*status.document.facts.title, &*status.constant)).collect();
    let links = Links { constants, fields };
    let status = |checked| status(checked, &links);
    Rendered { statuses: checked.iter().map(status).collect(), lists: lists::lists(checked) }
}

fn status<'d>(checked: &'d Checked, links: &Links<'_>) -> Status<'d> {
    let sections = &checked.document.sections;
    Status {
        checked,
        takeaways: sections.takeaways.iter().map(|takeaway| text(takeaway)).collect(),
        information: text(&sections.information),
        reference: reference::reference(checked, links),
    }
}

/// Renders a piece of text.
fn text(source: &str) -> Text {
    let mut html = String::with_capacity(source.len() * 3 / 2);
    html::push_html(&mut html, markdown::parse(source));
    Text { markdown: source.to_owned(), html, plain: plain::plain(source) }
}
