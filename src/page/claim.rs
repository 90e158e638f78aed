//! Which responses get a page.

use alloc::string::String;

use super::fields::{Field, Fields};
use super::grammar::media_type_parts;
use super::options::{FrameworkTexts, Options};
use super::request::{Request, is_grpc};
use super::response::number;

/// How much content a response has, as far as its framework tells without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Length {
    /// So many bytes.
    Known(u64),
    /// None, in a framework that takes the content from responses to HEAD before the
    /// adapter sees them. To other methods, this is the same as `Known(0)`.
    Stripped,
    /// Nobody knows: it is a stream, which may be empty or not.
    Unknown,
}

/// A response that gets a page. Made by [`Options::claim`].
#[derive(Clone, Debug)]
pub struct Claim {
    pub(super) code: u16,
    pub(super) is_head: bool,
    pub(super) text: Text,
}

/// A framework's text, which the page replaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Text {
    None,
    /// It is not to be shown.
    Masked,
    /// It is to be shown. Where it was not read, it is not, as to HEAD.
    Wanted(Option<String>),
}

impl Claim {
    /// Tells whether the content of the response is to become the detail of its page, so
    /// that it should be read and [set](Self::set_text).
    #[must_use]
    pub const fn wants_text(&self) -> bool {
        matches!(self.text, Text::Wanted(_))
    }

    /// Sets the content of the response. What is not UTF-8 in it becomes U+FFFD.
    pub fn set_text(&mut self, text: &[u8]) {
        if self.wants_text() && !text.is_empty() {
            self.text = Text::Wanted(Some(String::from_utf8_lossy(text).into_owned()));
        }
    }
}

impl Options {
    /// Claims a response that is to get a page.
    ///
    /// That is one whose status is among the [statuses](Self::statuses) and that has no
    /// content, or a framework's [text](Self::framework_texts) that is to be replaced, unless
    /// the request is [skipped](Self::skip). A gRPC response is left alone, as is one without
    /// content to a gRPC request.
    ///
    /// A response to HEAD can say in `Content-Length` how much content GET would get (RFC
    /// 9110 §8.6), and then that counts. Where its content was stripped and it does not say
    /// so, it is taken for a stream if it has a `Content-Type`, and else for a bare error, so
    /// that a stream without a type gets a page.
    ///
    /// ```
    /// # #[cfg(feature = "tower")] {
    /// use http::HeaderMap;
    /// use http_status_info::page::Options;
    /// use http_status_info::page::exchange::{Length, Request};
    ///
    /// let options = Options::new();
    /// let [get, head] =
    ///     ["GET", "HEAD"].map(|method| Request::read(&options, method, "/", &HeaderMap::new()));
    ///
    /// let mut fields = HeaderMap::new();
    /// assert!(options.claim(&get, 404, &fields, Length::Known(0)).is_some());
    /// assert!(options.claim(&get, 404, &fields, Length::Known(120)).is_none());
    /// assert!(options.claim(&get, 404, &fields, Length::Unknown).is_none());
    ///
    /// // To GET, there would be content.
    /// fields.insert("content-length", "120".parse().unwrap());
    /// assert!(options.claim(&head, 404, &fields, Length::Stripped).is_none());
    /// # }
    /// ```
    #[must_use]
    pub fn claim<V: AsRef<[u8]>>(
        &self,
        request: &Request<V>,
        code: u16,
        fields: &impl Fields,
        length: Length,
    ) -> Option<Claim> {
        let is_grpc = || fields.first(Field::ContentType).is_some_and(is_grpc);
        if !self.is_for(code) || request.is_skipped || is_grpc() {
            return None;
        }
        let length = match length {
            Length::Unknown => return None,
            Length::Known(0) | Length::Stripped if request.is_head() => hidden_length(fields, length)?,
            Length::Known(length) => length,
            Length::Stripped => 0,
        };
        let has_text = length > 0;
        // A framework's text is no answer to gRPC either: nobody gets it by claiming that.
        let is_left = if has_text { !self.replaces_text(fields) } else { request.is_grpc };
        if is_left {
            return None;
        }
        let text = match length {
            0 => Text::None,
            1..=LONGEST_TEXT if self.texts == FrameworkTexts::AsDetail => Text::Wanted(None),
            _ => Text::Masked,
        };
        Some(Claim { code, is_head: request.is_head(), text })
    }

    /// Tells whether the content of a response is a framework's text to be replaced.
    fn replaces_text(&self, fields: &impl Fields) -> bool {
        self.texts != FrameworkTexts::Untouched
            && is_text(fields)
            && fields.first(Field::ContentEncoding).is_none()
    }
}

/// The longest text that becomes the detail of a page.
const LONGEST_TEXT: u64 = 8_192;

/// The length of the content that GET would get, of a response to HEAD without any.
fn hidden_length(fields: &impl Fields, length: Length) -> Option<u64> {
    match fields.first(Field::ContentLength) {
        Some(length) => number(core::str::from_utf8(length).ok()?),
        // A stream has a type and no length, a bare error neither.
        None if length == Length::Stripped && fields.first(Field::ContentType).is_some() => None,
        None => Some(0),
    }
}

/// Tells whether content is `text/plain`, or has no type at all, as some middleware sends its
/// texts.
fn is_text(fields: &impl Fields) -> bool {
    fields.first(Field::ContentType).is_none_or(|value| {
        let (media_type, _) = media_type_parts(value.trim_ascii());
        media_type.eq_ignore_ascii_case(b"text/plain")
    })
}
