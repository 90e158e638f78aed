//! What an application answers, before the error pages see it.

use http_status_info::page::ErrorPage;

use super::expect::{Expect, exactly, nothing};

/// A response.
#[derive(Clone, Debug)]
pub struct Given {
    pub status: u16,
    /// The lines of the header but `Content-Type`, which goes with the content.
    pub fields: Vec<(String, Vec<u8>)>,
    pub content: Content,
    /// What the handler says about the error, as an extension of the response.
    pub page: Option<fn() -> ErrorPage>,
    /// Whether the response carries the marker that keeps it as it is.
    pub is_marked: bool,
}

/// The content of a response.
#[derive(Clone, Debug)]
pub enum Content {
    None,
    /// What frameworks write into an error themselves: `text/plain`, all of it at once.
    Text(String),
    /// The same without a type, as some middleware sends its texts.
    Untyped(&'static str),
    /// Content of a type, all of it at once.
    Sized(&'static str, Vec<u8>),
    /// Content of a type, in chunks, without a length.
    Stream(&'static str, &'static [&'static str]),
    /// A stream that turns out to have nothing, with no type.
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

    /// Says more about the error.
    pub fn page(self, page: fn() -> ErrorPage) -> Self {
        Self { page: Some(page), ..self }
    }

    /// Marks the response to be kept.
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

    /// Whether it has no content and yet a type of it.
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

    /// This very response and not one header field more.
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
