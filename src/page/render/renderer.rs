//! An application's own HTML pages.

use core::fmt;

use super::page::Page;

/// Writes HTML pages in place of this crate.
///
/// Every function with the arguments of [`write`](Self::write) is a renderer. Implement the trait
/// to set a `Content-Security-Policy` as well. If the renderer returns an error, the client gets
/// the page of this crate.
///
/// ```
/// use http_status_info::page::{Options, Page, write_html};
///
/// let options = Options::new().renderer(|page: &Page<'_>, out: &mut dyn core::fmt::Write| {
///     write!(out, "<!DOCTYPE html><title>{}</title><p>", page.code())?;
///     write_html(out, page.detail().unwrap_or(page.message()))
/// });
/// ```
pub trait Renderer: Send + Sync {
    /// Writes the page. The engine calls this method for each response, so two pages of one status
    /// can differ.
    ///
    /// # Errors
    ///
    /// Returns an error if `out` does, or for reasons of the renderer's own.
    fn write(&self, page: &Page<'_>, out: &mut dyn fmt::Write) -> fmt::Result;

    /// Returns the `Content-Security-Policy` of the page, which is none by default.
    fn content_security_policy(&self) -> Option<&str> {
        None
    }
}

impl<F> Renderer for F
where
    F: Fn(&Page<'_>, &mut dyn fmt::Write) -> fmt::Result + Send + Sync,
{
    fn write(&self, page: &Page<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
        self(page, out)
    }
}
