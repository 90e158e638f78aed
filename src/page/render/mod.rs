//! Pages, and the writers of each format.

mod developers;
mod facts;
mod html;
mod page;
mod problem;
mod renderer;
mod site;
mod text;

use core::fmt::{self, Write};

pub(in crate::page) use self::developers::write as write_for_developers;
pub use self::html::STYLE_HASH_SOURCE;
pub(in crate::page) use self::html::{CAPACITY as HTML_CAPACITY, POLICY};
pub(in crate::page) use self::page::Developers;
pub use self::page::Page;
pub use self::renderer::Renderer;
pub(in crate::page) use self::site::Site;
use crate::page::format::Format;

impl Page<'_> {
    /// Writes the page in a format.
    ///
    /// # Errors
    ///
    /// Returns an error only if `out` does.
    pub fn write(&self, format: Format, out: &mut (impl Write + ?Sized)) -> fmt::Result {
        match format {
            Format::Html => html::page(self, out),
            Format::Problem => problem::write(self, out),
            Format::Text => text::write(self, out),
        }
    }

    /// Writes an HTML fragment for another page: the title, the message, the detail and the facts.
    ///
    /// ```
    /// use http_status_info::codes;
    /// use http_status_info::page::{ErrorPage, Page};
    ///
    /// let error = ErrorPage::new(codes::NOT_FOUND);
    /// let mut fragment = String::new();
    /// Page::new(&error).write_fragment(&mut fragment).unwrap();
    /// assert!(fragment.starts_with("<div role=\"alert\" lang=\"en\" dir=\"ltr\">\n<p><b>404 Not Found</b></p>"));
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error only if `out` does.
    pub fn write_fragment(&self, out: &mut (impl Write + ?Sized)) -> fmt::Result {
        html::fragment(self, out)
    }

    /// Tells whether caches may store the page without explicit freshness information.
    ///
    /// Its status must be heuristically cacheable (RFC 9110 §15.1), and the page must not be
    /// [about one occurrence](Self::is_about_one_occurrence).
    #[must_use]
    pub fn is_cacheable(&self) -> bool {
        let is_known = self.code() == self.status().code();
        is_known && self.status().cacheable() == Some(true) && !self.is_about_one_occurrence()
    }

    /// Tells whether the page is about one occurrence, so that other visitors must not see it.
    ///
    /// Such a page has a detail, an instance, a member or the id of a request.
    #[must_use]
    pub fn is_about_one_occurrence(&self) -> bool {
        let error = self.error();
        error.detail().is_some()
            || error.instance().is_some()
            || !error.members().is_empty()
            || self.request_id().is_some()
    }
}
