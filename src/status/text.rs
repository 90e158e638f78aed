//! The texts of documents, in Markdown, HTML and plain text.

use core::fmt;
use core::iter::FusedIterator;

use super::info::StatusInfo;
use super::tables::{self, list, text};

/// A takeaway or the information of a document, rendered to each form at build time.
///
/// A `Text` is a handle of a few bytes. Each method looks the text of its form up by code, so
/// a program links only the forms that it reads.
///
/// ```
/// use http_status_info::{Text, codes};
///
/// const TEXT: Text = codes::NOT_FOUND.information();
///
/// assert!(TEXT.markdown().contains("`410 Gone`"));
/// assert!(TEXT.html().contains("<code>410 Gone</code>"));
/// assert!(TEXT.plain().contains("410 Gone"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Text {
    code: u16,
    piece: Piece,
}

/// The part of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Piece {
    Takeaway(usize),
    Information,
}

impl Text {
    pub(crate) const fn information(status: &StatusInfo) -> Self {
        Self { code: status.code(), piece: Piece::Information }
    }

    /// Returns the Markdown of the document: CommonMark with tables, without raw HTML.
    ///
    /// ```
    /// let text = http_status_info::codes::NOT_FOUND.information();
    /// assert!(text.markdown().contains("```http"));
    /// ```
    #[inline]
    #[must_use]
    pub const fn markdown(&self) -> &'static str {
        match self.piece {
            Piece::Takeaway(index) => item(list(tables::TAKEAWAYS_MARKDOWN, self.code), index),
            Piece::Information => text(tables::INFORMATION_MARKDOWN, self.code),
        }
    }

    /// Returns HTML block elements: paragraphs, lists, headings from level 3, tables and
    /// code. The HTML is safe to put into a page as it is.
    ///
    /// ```
    /// let text = http_status_info::codes::NOT_FOUND.takeaways().next().unwrap();
    /// assert!(text.html().starts_with("<p>"));
    /// ```
    #[inline]
    #[must_use]
    pub const fn html(&self) -> &'static str {
        match self.piece {
            Piece::Takeaway(index) => item(list(tables::TAKEAWAYS_HTML, self.code), index),
            Piece::Information => text(tables::INFORMATION_HTML, self.code),
        }
    }

    /// Returns plain text, without a line break at the end. Each paragraph and list item is one
    /// line, which you may wrap. Lines that begin with four spaces are code or tables, which
    /// you should not wrap. The address of a link follows its text.
    ///
    /// ```
    /// let text = http_status_info::codes::NOT_FOUND.information();
    /// assert!(text.plain().contains("\n    HTTP/1.1 404 Not Found\n"));
    /// ```
    #[inline]
    #[must_use]
    pub const fn plain(&self) -> &'static str {
        match self.piece {
            Piece::Takeaway(index) => item(list(tables::TAKEAWAYS_PLAIN, self.code), index),
            Piece::Information => text(tables::INFORMATION_PLAIN, self.code),
        }
    }
}

/// Writes the code and the part. The text itself would be too long for debug output.
impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Text").field("code", &self.code).field("piece", &self.piece).finish()
    }
}

const fn item(list: &'static [&'static str], index: usize) -> &'static str {
    if index < list.len() { list[index] } else { "" }
}

/// An iterator over the takeaways of a status, in the order of the document: each item of
/// the list, and each block outside the list.
///
/// ```
/// let mut takeaways = http_status_info::codes::NOT_FOUND.takeaways();
/// let number = takeaways.len();
/// let last = takeaways.next_back().unwrap();
/// assert!(last.plain().contains("cache"));
/// assert_eq!(takeaways.count(), number - 1);
/// ```
#[derive(Clone, Debug)]
pub struct Takeaways {
    code: u16,
    front: usize,
    back: usize,
}

impl Takeaways {
    pub(crate) const fn of(status: &StatusInfo) -> Self {
        Self { code: status.code(), front: 0, back: status.takeaways as usize }
    }

    /// Returns the takeaway at an index among those that are left, from 0. This works in
    /// constant expressions too.
    ///
    /// ```
    /// use http_status_info::{Text, codes};
    ///
    /// const FIRST: Option<Text> = codes::NOT_FOUND.takeaways().get(0);
    ///
    /// assert_eq!(FIRST, codes::NOT_FOUND.takeaways().next());
    /// assert_eq!(codes::NOT_FOUND.takeaways().get(1000), None);
    /// ```
    #[inline]
    #[must_use]
    pub const fn get(&self, index: usize) -> Option<Text> {
        if index < self.back - self.front { Some(self.text(self.front + index)) } else { None }
    }

    const fn text(&self, index: usize) -> Text {
        Text { code: self.code, piece: Piece::Takeaway(index) }
    }
}

impl Iterator for Takeaways {
    type Item = Text;

    #[inline]
    fn next(&mut self) -> Option<Text> {
        let text = self.get(0)?;
        self.front += 1;
        Some(text)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.back - self.front;
        (left, Some(left))
    }
}

impl DoubleEndedIterator for Takeaways {
    #[inline]
    fn next_back(&mut self) -> Option<Text> {
        if self.front == self.back {
            return None;
        }
        self.back -= 1;
        Some(self.text(self.back))
    }
}

impl ExactSizeIterator for Takeaways {}

impl FusedIterator for Takeaways {}
