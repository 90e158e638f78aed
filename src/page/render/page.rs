//! An error page with all its content.

use core::fmt;

use super::site::Site;
use crate::page::error::ErrorPage;
use crate::page::fields::Fields;
use crate::page::fields::facts::ResponseFacts;
use crate::page::format::Format;
use crate::page::language::{Language, Message};
use crate::retry::RetryAfter;
use crate::status::StatusInfo;

/// Writes the part of a page for developers, in a format.
pub(in crate::page) type Developers = fn(&Page<'_>, Format, &mut dyn fmt::Write) -> fmt::Result;

/// An error page with all its content: the handler's [`ErrorPage`], the site, the language, the
/// facts in the response's header fields, and the id of the request.
///
/// [`Engine`](crate::page::Engine) makes a page for each response. An application's own
/// [`Renderer`](crate::page::Renderer) gets the page and writes it as HTML.
///
/// ```
/// use http_status_info::codes;
/// use http_status_info::page::{ErrorPage, Format, Page};
///
/// let error = ErrorPage::new(codes::CONFLICT).with_detail("This name is taken.");
/// let page = Page::new(&error);
/// assert_eq!(page.title(), "Conflict");
/// assert_eq!(page.detail(), Some("This name is taken."));
///
/// let mut text = String::new();
/// page.write(Format::Text, &mut text).unwrap();
/// assert!(text.starts_with("409 Conflict\n") && text.ends_with("This name is taken.\n"));
/// ```
#[derive(Clone, Debug)]
pub struct Page<'p> {
    error: &'p ErrorPage,
    language: &'p Language,
    message: Message,
    facts: ResponseFacts<'p>,
    request_id: Option<&'p str>,
    pub(super) site: &'p Site,
    pub(super) developers: Option<Developers>,
}

impl<'p> Page<'p> {
    /// Makes the page of an error for visitors, with the default options of a site.
    #[must_use]
    pub fn new(error: &'p ErrorPage) -> Self {
        Self::of_site(error, Language::ENGLISH, Site::DEFAULT, None)
    }

    /// Makes the page of an error on a site. The language of the error takes precedence over
    /// `language`.
    pub(in crate::page) fn of_site(
        error: &'p ErrorPage,
        language: &'p Language,
        site: &'p Site,
        developers: Option<Developers>,
    ) -> Self {
        let language = error.language().unwrap_or(language);
        let (language, message) = Language::of_page(Some(language), error.code());
        let facts = ResponseFacts::default();
        Self { error, language, message, facts, request_id: None, site, developers }
    }

    /// Adds the facts in the response's header fields.
    ///
    /// These are the methods in `Allow` (405), the authentication schemes in `WWW-Authenticate`
    /// (401), the complete length in `Content-Range` (416), and the time in `Retry-After`. The page
    /// leaves out a value that does not match the grammar of its field.
    ///
    /// ```
    /// use http_status_info::RetryAfter;
    /// use http_status_info::codes;
    /// use http_status_info::page::{ErrorPage, FieldList, Page};
    ///
    /// let error = ErrorPage::new(codes::SERVICE_UNAVAILABLE);
    /// let fields = FieldList::new().with("Retry-After", "120");
    /// let page = Page::new(&error).with_response(&fields);
    /// assert_eq!(page.retry_after(), Some(RetryAfter::Seconds(120)));
    /// ```
    #[must_use]
    pub fn with_response(mut self, fields: &'p impl Fields) -> Self {
        self.facts = ResponseFacts::read(self.code(), fields);
        self
    }

    /// Sets the id of the request.
    #[must_use]
    pub const fn with_request_id(mut self, id: Option<&'p str>) -> Self {
        self.request_id = id;
        self
    }

    /// Returns the error that the page is about.
    #[must_use]
    pub const fn error(&self) -> &'p ErrorPage {
        self.error
    }

    /// Returns the status code.
    #[must_use]
    pub const fn code(&self) -> u16 {
        self.error.code()
    }

    /// Returns the status record of the code, or of its [`fallback`](crate::fallback).
    #[must_use]
    pub const fn status(&self) -> &'static StatusInfo {
        self.error.status()
    }

    /// Returns the title of the problem type, if it was set, or else the name of the status in the
    /// language of the page.
    #[must_use]
    pub fn title(&self) -> &str {
        self.error.title().unwrap_or(self.message.name())
    }

    /// Returns the message for the visitor, in the language of the page.
    #[must_use]
    pub const fn message(&self) -> &'static str {
        self.message.text()
    }

    /// Returns the detail, which explains this occurrence.
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        self.error.detail()
    }

    /// Returns the language of the page. It is English if the language that was set or negotiated
    /// has no message for the code.
    #[must_use]
    pub const fn language(&self) -> &'p Language {
        self.language
    }

    /// Returns the id of the request.
    #[must_use]
    pub const fn request_id(&self) -> Option<&'p str> {
        self.request_id
    }

    /// Returns the methods that the resource allows, for 405.
    #[must_use]
    pub fn allow(&self) -> &[&'p str] {
        &self.facts.allow
    }

    /// Returns the authentication schemes that the server asks for, for 401.
    #[must_use]
    pub fn schemes(&self) -> &[&'p str] {
        &self.facts.schemes
    }

    /// Returns the time after which a client may try again.
    #[must_use]
    pub const fn retry_after(&self) -> Option<RetryAfter> {
        self.facts.retry_after
    }

    /// Returns the complete length of the representation in bytes, for 416.
    #[must_use]
    pub const fn complete_length(&self) -> Option<u64> {
        self.facts.complete_length
    }

    /// Returns the name of the site.
    #[must_use]
    pub fn brand(&self) -> Option<&str> {
        self.site.brand.as_deref()
    }

    /// Returns the address of the home page, which can be empty.
    #[must_use]
    pub fn home(&self) -> &str {
        &self.site.home
    }

    /// Returns the contact: an address or any text.
    #[must_use]
    pub fn contact(&self) -> Option<&str> {
        self.site.contact.as_deref()
    }

    /// Tells whether the page is for developers.
    #[must_use]
    pub const fn is_for_developers(&self) -> bool {
        self.developers.is_some()
    }
}
