//! The response of an application, before the error pages see it.

use http_status_info::page::ErrorPage;

use super::expect::{Expect, exactly, nothing};

/// A response.
#[derive(Clone, Debug)]
pub struct Given {
    pub status: u16,
    /// The field lines without `Content-Type`, which belongs to the content.
    pub fields: Vec<(String, Vec<u8>)>,
    pub content: Content,
    /// The error page of the handler, as an extension of the response.
    pub page: Option<fn() -> ErrorPage>,
    /// Whether the response has the opt-out marker.
    pub is_marked: bool,
}

/// The content of a response.
#[derive(Clone, Debug)]
pub enum Content {
    None,
    /// A framework's text: `text/plain` with a known length.
    Text(String),
    /// A text without a type, as some middleware sends it.
    Untyped(&'static str),
    /// Content with a type and a known length.
    Sized(&'static str, Vec<u8>),
    /// Content with a type, in chunks, without a length.
    Stream(&'static str, &'static [&'static str]),
    /// A stream without a type that turns out to be empty.
    EmptyStream,
}

/// A response without content.
pub fn bare(status: u16) -> Given {
    Given { status, fields: Vec::new(), content: Content::None, page: None, is_marked: false }
}

impl Given {
    pub fn with(mut self, name: &str, value: impl AsRef<[u8]>) -> Self {
        self.fields.push((name.to_owned(), value.as_ref().to_vec()));
        self
    }

    pub fn text(self, text: impl Into<String>) -> Self {
        Self { content: Content::Text(text.into()), ..self }
    }

    pub fn untyped(self, text: &'static str) -> Self {
        Self { content: Content::Untyped(text), ..self }
    }

    pub fn content(self, media_type: &'static str, content: impl AsRef<[u8]>) -> Self {
        Self { content: Content::Sized(media_type, content.as_ref().to_vec()), ..self }
    }

    pub fn stream(self, media_type: &'static str, chunks: &'static [&'static str]) -> Self {
        Self { content: Content::Stream(media_type, chunks), ..self }
    }

    pub fn empty_stream(self) -> Self {
        Self { content: Content::EmptyStream, ..self }
    }

    /// Adds an error page as an extension.
    pub fn page(self, page: fn() -> ErrorPage) -> Self {
        Self { page: Some(page), ..self }
    }

    /// Adds the opt-out marker.
    pub fn marked(self) -> Self {
        Self { is_marked: true, ..self }
    }

    pub fn has_content(&self) -> bool {
        match &self.content {
            Content::None => false,
            Content::Text(text) => !text.is_empty(),
            Content::Untyped(text) => !text.is_empty(),
            Content::Sized(_, content) => !content.is_empty(),
            Content::Stream(..) | Content::EmptyStream => true,
        }
    }

    /// Tells whether the response has a content type but no content.
    pub fn is_typed_but_empty(&self) -> bool {
        let has_field = self.fields.iter().any(|(name, _)| name == "content-type");
        !self.has_content() && (has_field || self.media_type().is_some())
    }

    pub fn media_type(&self) -> Option<&'static str> {
        match &self.content {
            Content::Text(_) => Some("text/plain; charset=utf-8"),
            Content::Sized(media_type, _) | Content::Stream(media_type, _) => Some(media_type),
            Content::None | Content::Untyped(_) | Content::EmptyStream => None,
        }
    }

    /// Expects this response unchanged, without any further header field.
    pub fn unchanged(&self) -> Expect {
        let content = match &self.content {
            Content::None | Content::EmptyStream => Vec::new(),
            Content::Text(text) => text.clone().into_bytes(),
            Content::Untyped(text) => text.as_bytes().to_vec(),
            Content::Sized(_, content) => content.clone(),
            Content::Stream(_, chunks) => chunks.concat().into_bytes(),
        };
        let expect = if content.is_empty() { nothing(self.status) } else { exactly(self.status, content) };
        let expect =
            self.media_type().iter().fold(expect, |expect, value| expect.field("content-type", value));
        let expect = self.fields.iter().fold(expect, |expect, (name, value)| expect.field(name, value));
        match self.content {
            Content::Stream(..) | Content::EmptyStream => expect.without("content-length").and_no_other(),
            _ => expect.and_no_other(),
        }
    }
}
