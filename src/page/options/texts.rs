//! What becomes of the texts that frameworks write.

/// What becomes of the plain text that frameworks write into errors themselves, such as
/// the rejections of axum, "Service panicked", or what actix-web makes of an error.
///
/// A framework's text may tell what visitors should not know. It cannot be told from an
/// application's own text, so this goes for all content whose length is known and whose type is
/// `text/plain` or missing, also for content that a proxy is still receiving. Mark with
/// [`NoPage`](crate::page::NoPage) the responses that are to stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FrameworkTexts {
    /// It is left as it is, and there is no page.
    Untouched,
    /// There is a page, and the text is lost.
    Replaced,
    /// There is a page, and the text is its detail if it is at most 8 kB long and all of it is
    /// there already.
    AsDetail,
}
