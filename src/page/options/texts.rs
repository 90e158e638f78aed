//! The treatment of texts that frameworks write.

/// The treatment of texts that frameworks and middleware write into errors.
///
/// Such texts are the rejection of an extractor, "Service panicked", the `Display` of an error, and
/// "Too Many Requests! Wait for 58s". They may reveal internals to visitors.
///
/// A framework's text looks like an application's own text. Each setting therefore applies to all
/// content of known length whose type is `text/plain` or missing, also to content that a proxy is
/// still receiving. Put the opt-out marker [`NoPage`](crate::page::NoPage) on responses that must
/// stay unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FrameworkTexts {
    /// Keeps the text, without a page.
    Untouched,
    /// Replaces the text by a page.
    Replaced,
    /// Replaces the text by a page, and shows the text as the detail if it is at most 8 kB long and
    /// already received.
    AsDetail,
}
