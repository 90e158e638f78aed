//! Renders the text of documents: each piece as Markdown, HTML and plain text, the
//! reference pages, and the lists of codes that they lead to.

use pulldown_cmark::html;

use super::check::Checked;
use super::markdown;

mod fields;
mod lists;
mod plain;
mod reference;

pub use reference::Reference;

/// All documents, rendered.
pub struct Rendered<'d> {
    /// In order of code.
    pub statuses: Vec<Status<'d>>,
    /// Lists of codes in Markdown, each with the name of its file.
    pub lists: Vec<(String, String)>,
}

/// A checked document with its text rendered.
pub struct Status<'d> {
    pub checked: &'d Checked,
    pub takeaways: Vec<Text>,
    pub information: Text,
    pub reference: Reference,
}

/// One piece of text in its three forms.
pub struct Text {
    pub markdown: String,
    pub html: String,
    pub plain: String,
}

/// Renders all documents.
pub fn render(checked: &[Checked]) -> Rendered<'_> {
    let constants = checked.iter().map(|status| (&*status.document.facts.title, &*status.constant)).collect();
    let status = |checked| status(checked, &constants);
    Rendered { statuses: checked.iter().map(status).collect(), lists: lists::lists(checked) }
}

fn status<'d>(checked: &'d Checked, constants: &reference::Constants<'_>) -> Status<'d> {
    let sections = &checked.document.sections;
    Status {
        checked,
        takeaways: sections.takeaways.iter().map(|takeaway| text(takeaway)).collect(),
        information: text(&sections.information),
        reference: reference::reference(checked, constants),
    }
}

/// Renders a piece of text by itself.
fn text(source: &str) -> Text {
    let mut html = String::with_capacity(source.len() * 3 / 2);
    html::push_html(&mut html, markdown::parse(source));
    Text { markdown: source.to_owned(), html, plain: plain::plain(source) }
}
