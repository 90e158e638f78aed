//! The form and the language of a page, which the request decides.

use crate::page::format::Format;

/// The form of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Page(Format),
    /// An HTML fragment for another page.
    Fragment,
    /// No page, since the client would not show it.
    Nothing,
}

impl Form {
    /// The format of the page or fragment.
    pub(super) const fn format(self) -> Option<Format> {
        match self {
            Self::Page(format) => Some(format),
            Self::Fragment => Some(Format::Html),
            Self::Nothing => None,
        }
    }
}

/// The form and the language that a client gets.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub(super) form: Form,
    /// The index of the language in the options.
    pub(super) language: usize,
}

/// The destination of a response in a browser (Fetch Metadata Request Headers §2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// A page that the visitor navigates to.
    Document,
    /// A part of a page, such as an image.
    Subresource,
    /// Another destination, or none.
    Other,
}

impl Destination {
    pub(super) fn of(value: &[u8]) -> Self {
        match value {
            b"document" => Self::Document,
            b"audio" | b"audioworklet" | b"font" | b"image" | b"json" | b"manifest" | b"paintworklet"
            | b"report" | b"script" | b"serviceworker" | b"sharedworker" | b"style" | b"text" | b"track"
            | b"video" | b"worker" | b"xslt" => Self::Subresource,
            _ => Self::Other,
        }
    }
}
