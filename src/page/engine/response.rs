//! The responses that get a page.

use alloc::string::String;

use super::request::{Request, is_grpc};
use crate::page::fields::grammar::media_type_parts;
use crate::page::fields::{FieldName, Fields};
use crate::page::options::{FrameworkTexts, Options};
use crate::retry::after::number;

/// A response, as an adapter passes it to [`Engine::select`](crate::page::Engine::select).
#[derive(Debug)]
pub struct Response<'r, F> {
    /// The status code.
    pub status: u16,
    /// The header fields.
    pub fields: &'r F,
    /// The length of the content.
    pub length: ContentLength,
    /// Whether the response has the opt-out marker [`NoPage`](crate::page::NoPage).
    pub has_no_page: bool,
}

// A derived impl would require `F: Copy`.
impl<F> Copy for Response<'_, F> {}

impl<F> Clone for Response<'_, F> {
    fn clone(&self) -> Self {
        *self
    }
}

/// The length of a response's content, as far as the framework knows it without reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ContentLength {
    /// A known number of bytes.
    Known(u64),
    /// No content, in a framework that strips the content of responses to HEAD before the adapter
    /// sees them. For other methods, this is the same as `Known(0)`.
    Stripped,
    /// An unknown length: the content is a stream, which can be empty.
    Unknown,
}

/// The framework's text that a page replaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Text {
    None,
    /// The page does not show the text.
    Masked,
    /// The text becomes the detail. It is `None` until it is set, and for HEAD it is never set.
    AsDetail(Option<String>),
}

/// The text of a response that a page replaces, or `None` if the response stays unchanged.
///
/// A response to HEAD can have the `Content-Length` of the response to GET (RFC 9110 §8.6). This
/// length counts. A stripped response without `Content-Length` counts as a stream if it has a
/// `Content-Type`, and as bare otherwise.
pub(super) fn replaced_text<V: AsRef<[u8]>>(
    options: &Options,
    request: &Request<V>,
    response: Response<'_, impl Fields>,
) -> Option<Text> {
    let Response { status, fields, length, has_no_page } = response;
    let is_grpc_response = || fields.first(FieldName::ContentType).is_some_and(is_grpc);
    if has_no_page || !options.is_for(status) || request.is_skipped || is_grpc_response() {
        return None;
    }
    let length = match length {
        ContentLength::Unknown => return None,
        ContentLength::Known(0) | ContentLength::Stripped if request.is_head() => {
            hidden_length(fields, length)?
        }
        ContentLength::Known(length) => length,
        ContentLength::Stripped => 0,
    };
    let has_text = length > 0;
    // A framework's text is no gRPC response, so a page replaces it for gRPC requests too. Otherwise,
    // a client could read the text by sending the content type of gRPC.
    let is_unchanged = if has_text { !is_framework_text(options, fields) } else { request.is_grpc };
    if is_unchanged {
        return None;
    }
    Some(match length {
        0 => Text::None,
        1..=MAX_DETAIL_LENGTH if options.texts == FrameworkTexts::AsDetail => Text::AsDetail(None),
        _ => Text::Masked,
    })
}

/// The greatest length of a text that becomes the detail of a page, in bytes.
const MAX_DETAIL_LENGTH: u64 = 8_192;

/// Tells whether content is a framework's text that a page replaces. The type of such content is
/// `text/plain`, or missing, as in the texts of some middleware.
fn is_framework_text(options: &Options, fields: &impl Fields) -> bool {
    let is_text = || {
        fields.first(FieldName::ContentType).is_none_or(|value| {
            let (media_type, _) = media_type_parts(value.trim_ascii());
            media_type.eq_ignore_ascii_case(b"text/plain")
        })
    };
    options.texts != FrameworkTexts::Untouched
        && is_text()
        && fields.first(FieldName::ContentEncoding).is_none()
}

/// The length of the content for GET, from a response to HEAD without content.
fn hidden_length(fields: &impl Fields, length: ContentLength) -> Option<u64> {
    match fields.first(FieldName::ContentLength) {
        Some(length) => number(core::str::from_utf8(length).ok()?),
        // A stream has a type and no length. A bare error has neither.
        None if length == ContentLength::Stripped && fields.first(FieldName::ContentType).is_some() => None,
        None => Some(0),
    }
}
