//! Which responses are replaced.

use alloc::string::String;

use super::request::{Request, is_grpc};
use crate::page::fields::grammar::media_type_parts;
use crate::page::fields::{FieldName, Fields};
use crate::page::options::{FrameworkTexts, Options};
use crate::retry::after::number;

/// A response, as an adapter hands it to [`Engine::select`](crate::page::Engine::select).
#[derive(Debug)]
pub struct Response<'r, F> {
    /// The status code.
    pub status: u16,
    /// The header fields.
    pub fields: &'r F,
    /// How much content there is.
    pub length: ContentLength,
    /// Whether the response carries the marker [`NoPage`](crate::page::NoPage).
    pub has_no_page: bool,
}

// Not derived, since that would ask for `F: Copy`.
impl<F> Copy for Response<'_, F> {}

impl<F> Clone for Response<'_, F> {
    fn clone(&self) -> Self {
        *self
    }
}

/// How much content a response has, as far as its framework tells without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ContentLength {
    /// So many bytes.
    Known(u64),
    /// None, in a framework that strips the content from responses to HEAD before the adapter
    /// sees them. To other methods, this is the same as `Known(0)`.
    Stripped,
    /// Unknown: it is a stream, which may be empty or not.
    Unknown,
}

/// A framework's text, which the page replaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Text {
    None,
    /// It is not shown.
    Masked,
    /// It becomes the detail, once it is set. To HEAD, it never is.
    Wanted(Option<String>),
}

/// Tells which text of a response a page replaces, or returns `None` where the response stays as
/// it is.
///
/// A response to HEAD can say in `Content-Length` how much content GET would get (RFC 9110
/// §8.6), and that counts. A stripped response without `Content-Length` counts as a stream if it
/// has a `Content-Type`, and as bare otherwise.
pub(super) fn replaced<V: AsRef<[u8]>>(
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
    // A framework's text does not answer gRPC either, so the claim to speak gRPC does not reveal it.
    let is_left = if has_text { !is_framework_text(options, fields) } else { request.is_grpc };
    if is_left {
        return None;
    }
    Some(match length {
        0 => Text::None,
        1..=LONGEST_TEXT if options.texts == FrameworkTexts::AsDetail => Text::Wanted(None),
        _ => Text::Masked,
    })
}

/// The longest text that becomes the detail of a page.
const LONGEST_TEXT: u64 = 8_192;

/// Tells whether content is a framework's text that is to be replaced: it has the type
/// `text/plain` or, as middleware sends its texts, no type at all.
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

/// The length of the content that GET would get, of a response to HEAD without any.
fn hidden_length(fields: &impl Fields, length: ContentLength) -> Option<u64> {
    match fields.first(FieldName::ContentLength) {
        Some(length) => number(core::str::from_utf8(length).ok()?),
        // A stream has a type and no length, a bare error has neither.
        None if length == ContentLength::Stripped && fields.first(FieldName::ContentType).is_some() => None,
        None => Some(0),
    }
}
