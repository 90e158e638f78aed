//! HTML that an application writes itself.

use core::fmt;

use super::page::Page;

/// Writes the HTML of pages in place of what this crate does.
///
/// Every function with the right arguments is one; implement the trait to set a
/// `Content-Security-Policy` as well. Where writing fails, the page of this crate is
/// sent.
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
    /// Writes the page. This is called for each response, so two pages of one status can
    /// differ.
    ///
    /// # Errors
    ///
    /// Fails when `out` does, or for reasons of its own.
    fn write(&self, page: &Page<'_>, out: &mut dyn fmt::Write) -> fmt::Result;

    /// Returns the `Content-Security-Policy` of the page, if it is to have one.
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
