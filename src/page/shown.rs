//! What a page shows, for those who write one: an application's own renderer, and the formats
//! of this crate.

use alloc::borrow::Cow;
use core::fmt::{self, Write};

use super::error_page::ErrorPage;
use super::format::Format;
use super::language::{Language, Message};
use super::response::RetryAfter;
use super::value::Value;
use super::{html, problem, text};
use crate::info::StatusInfo;

impl<'p> ErrorPage<'p> {
    /// Returns the code of the response.
    #[must_use]
    pub const fn code(&self) -> u16 {
        self.code
    }

    /// The code to send: 500 where that of the page is none that a response can end with (RFC
    /// 9110 §15).
    #[cfg(any(feature = "actix-web", feature = "axum", feature = "rocket"))]
    pub(crate) const fn sent_code(&self) -> u16 {
        if matches!(self.code, 200..=599) { self.code } else { 500 }
    }

    /// Tells whether the status is heuristically cacheable (RFC 9110 §15.1).
    pub(super) fn is_cacheable(&self) -> bool {
        self.code == self.status.code() && self.status.cacheable() == Some(true)
    }

    /// Tells whether anything on the page is about one occurrence alone, which the next visitor
    /// is not to see.
    pub(super) fn is_of_one(&self) -> bool {
        self.detail.is_some()
            || self.request_id.is_some()
            || self.instance_uri().is_some()
            || !self.members().is_empty()
    }

    /// Returns the record of the code, or what to treat the code as.
    #[must_use]
    pub const fn status(&self) -> &'static StatusInfo {
        self.status
    }

    /// Returns what [`title`](Self::title) set for the problem's type, or else the name of
    /// the status in the language of the page.
    #[must_use]
    pub fn name(&self) -> &str {
        if let Some(title) = self.more.as_ref().and_then(|more| more.title.as_deref()) {
            return title;
        }
        self.in_words().1.name()
    }

    /// Returns the message for the visitor in the language of the page.
    #[must_use]
    pub fn message(&self) -> &'static str {
        self.in_words().1.text()
    }

    /// The language of the page with its message: the one that was set, unless it has no
    /// message for the code.
    fn in_words(&self) -> (&'p Language, Message) {
        let wanted = self.language.unwrap_or(Language::ENGLISH);
        match wanted.message(self.code) {
            Some(message) => (wanted, message),
            None => (Language::ENGLISH, Language::ENGLISH.english_message(self.code)),
        }
    }

    /// Returns the explanation of this occurrence: what [`detail`](Self::detail) set.
    #[must_use]
    pub fn explanation(&self) -> Option<&str> {
        self.detail.as_deref()
    }

    /// Returns the URI reference of this occurrence: what [`instance`](Self::instance) set.
    #[must_use]
    pub fn instance_uri(&self) -> Option<&str> {
        self.more.as_ref()?.instance.as_deref()
    }

    /// Returns the URI reference of the problem's type that
    /// [`problem_type`](Self::problem_type) set. Without one, the type of the problem is what
    /// [`Options::problem_types`](super::Options::problem_types) makes, or `about:blank`.
    #[must_use]
    pub fn problem_type_uri(&self) -> Option<&str> {
        self.more.as_ref()?.problem_type.as_deref()
    }

    /// Returns the names and values that [`member`](Self::member) set, in that order.
    ///
    /// ```
    /// use http_status_info::codes;
    /// use http_status_info::page::ErrorPage;
    ///
    /// let page = ErrorPage::new(codes::CONFLICT).instance("/names/ada").member("tries", 3);
    /// let logged: Vec<_> = page.members().iter().map(|(name, value)| format!("{name}={value}")).collect();
    /// assert_eq!(logged, ["tries=3"]);
    /// assert_eq!(page.instance_uri(), Some("/names/ada"));
    /// assert_eq!(page.problem_type_uri(), None);
    /// ```
    #[must_use]
    pub fn members(&self) -> &[(Cow<'p, str>, Value<'p>)] {
        self.more.as_ref().map_or(&[], |more| &more.members)
    }

    /// Tells whether the application set a member of this name.
    pub(super) fn has_member(&self, name: &str) -> bool {
        self.members().iter().any(|(other, _)| other == name)
    }

    /// Returns the id of the request.
    #[must_use]
    pub const fn request_id(&self) -> Option<&str> {
        self.request_id
    }

    /// Returns the methods that the resource allows, for 405.
    #[must_use]
    pub fn allow(&self) -> &[&'p str] {
        self.response.as_ref().map_or(&[], |response| &response.allow)
    }

    /// Returns the authentication schemes that the server asks for, for 401.
    #[must_use]
    pub fn schemes(&self) -> &[&'p str] {
        self.response.as_ref().map_or(&[], |response| &response.schemes)
    }

    /// Returns when to come back.
    #[must_use]
    pub fn retry_after(&self) -> Option<RetryAfter<'p>> {
        self.response.as_ref()?.retry_after
    }

    /// Returns the length of the representation of which no part was sent, for 416.
    #[must_use]
    pub fn complete_length(&self) -> Option<u64> {
        self.response.as_ref()?.complete_length
    }

    /// Returns the language of the page: English until one is set, and where the one that is
    /// set has no message for the code.
    #[must_use]
    pub fn language(&self) -> &'p Language {
        self.in_words().0
    }

    /// Returns the name of the site.
    #[must_use]
    pub fn brand(&self) -> Option<&str> {
        self.site.brand.as_deref()
    }

    /// Returns the address of the home page.
    #[must_use]
    pub fn home(&self) -> &str {
        &self.site.home
    }

    /// Returns whom to turn to: an address or any text.
    #[must_use]
    pub fn contact(&self) -> Option<&str> {
        self.site.contact.as_deref()
    }

    /// Tells whether the page is for developers.
    #[must_use]
    pub const fn is_for_developers(&self) -> bool {
        self.site.notes.is_some()
    }

    /// Writes the page.
    ///
    /// # Errors
    ///
    /// Fails when `out` does, and only then.
    pub fn write(&self, format: Format, out: &mut (impl Write + ?Sized)) -> fmt::Result {
        match format {
            Format::Html => html::page(self, out),
            Format::Problem => problem::write(self, out),
            Format::Text => text::write(self, out),
        }
    }

    /// Writes the content of the page's body alone, as HTML to be put into another page.
    ///
    /// ```
    /// use http_status_info::codes;
    /// use http_status_info::page::ErrorPage;
    ///
    /// let mut part = String::new();
    /// ErrorPage::new(codes::NOT_FOUND).write_fragment(&mut part).unwrap();
    /// assert!(part.starts_with("<div role=\"alert\" lang=\"en\" dir=\"ltr\">\n<p><b>404 Not Found</b></p>"));
    /// ```
    ///
    /// # Errors
    ///
    /// Fails when `out` does, and only then.
    pub fn write_fragment(&self, out: &mut (impl Write + ?Sized)) -> fmt::Result {
        html::fragment(self, out)
    }
}
