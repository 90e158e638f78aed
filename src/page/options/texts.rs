//! What becomes of the texts that frameworks write.

/// What becomes of the texts that frameworks and middleware write into errors: the rejection of
/// an extractor, "Service panicked", the `Display` of an error, "Too Many Requests! Wait for 58s".
///
/// Such a text may reveal internals to visitors. It cannot be told from an application's own
/// text. So each setting is for all content of known length whose type is `text/plain` or missing,
/// also for content that a proxy is still receiving. Mark the responses that are to stay with
/// [`NoPage`](crate::page::NoPage).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FrameworkTexts {
    /// The text stays, and there is no page.
    Untouched,
    /// A page replaces the text.
    Replaced,
    /// A page replaces the text and has it as its detail, if the text is at most 8 kB long and has
    /// been received already.
    AsDetail,
}
