//! Renders the text of documents: each piece as Markdown, HTML and plain text.

use pulldown_cmark::html;

use super::check::Checked;
use super::markdown;

mod plain;

/// A checked document with its text rendered.
pub struct Rendered<'d> {
    pub status: &'d Checked,
    pub takeaways: Vec<Text>,
    pub information: Text,
}

/// One piece of text in its three forms.
pub struct Text {
    pub markdown: String,
    pub html: String,
    pub plain: String,
}

/// Renders every piece of every document, each piece by itself.
pub fn render(statuses: &[Checked]) -> Vec<Rendered<'_>> {
    statuses.iter().map(rendered).collect()
}

fn rendered(status: &Checked) -> Rendered<'_> {
    let sections = &status.document.sections;
    Rendered {
        status,
        takeaways: sections.takeaways.iter().map(|takeaway| text(takeaway)).collect(),
        information: text(&sections.information),
    }
}

fn text(source: &str) -> Text {
    let mut html = String::with_capacity(source.len() * 3 / 2);
    html::push_html(&mut html, markdown::parse(source));
    Text { markdown: source.to_owned(), html, plain: plain::plain(source) }
}
