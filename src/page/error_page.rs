//! What an error page says.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt::{self, Write};

use super::escape::write_plain;
use super::fields::Fields;
use super::language::{Language, Message};
use super::options::{Options, Site};
use super::response::{Response, RetryAfter};
use super::value::Value;
use super::{Format, html, problem, text};
use crate::info::StatusInfo;
use crate::lookup::{fallback, status_info};
use crate::vocab::Class;

/// An error page: what it says, to be written as HTML, as a problem or as plain text.
///
/// A handler returns one as its error. Where the error pages of this crate are
/// installed, they fill in the rest and answer in the format and the language that the client
/// wants; where they are not, the response has the status and no content.
///
/// ```
/// use http_status_info::codes;
/// use http_status_info::page::{ErrorPage, Format};
///
/// let page = ErrorPage::new(codes::CONFLICT)
///     .detail("This name is taken.")
///     .member("name", "ada");
///
/// let mut problem = String::new();
/// page.write(Format::Problem, &mut problem).unwrap();
/// let problem: serde_json::Value = serde_json::from_str(&problem).unwrap();
/// assert_eq!(problem["title"], "Conflict");
/// assert_eq!(problem["status"], 409);
/// assert_eq!(problem["detail"], "This name is taken.");
/// assert_eq!(problem["name"], "ada");
/// ```
///
/// Text from elsewhere is escaped for where it stands. Values of header fields that do
/// not have the grammar of their field are left out; what the application says is
/// written as it is, so URI references are for the application to make.
///
/// ```
/// # use http_status_info::codes;
/// # use http_status_info::page::{ErrorPage, Format};
/// let page = ErrorPage::new(codes::CONFLICT).detail("<script>alert(1)</script>");
/// let mut html = String::new();
/// page.write(Format::Html, &mut html).unwrap();
/// assert!(html.contains("&lt;script&gt;"));
/// ```
#[derive(Clone, Debug)]
pub struct ErrorPage<'p> {
    pub(super) code: u16,
    pub(super) status: &'static StatusInfo,
    pub(super) detail: Option<Cow<'p, str>>,
    pub(super) request_id: Option<&'p str>,
    // What few pages have is boxed, so that a page is small enough to be an error.
    more: Option<Box<More<'p>>>,
    response: Option<Box<Response<'p>>>,
    pub(super) language: Option<&'p Language>,
    pub(super) site: &'p Site,
}

/// What an application can say besides the detail.
#[derive(Clone, Debug, Default)]
struct More<'p> {
    title: Option<Cow<'p, str>>,
    instance: Option<Cow<'p, str>>,
    problem_type: Option<Cow<'p, str>>,
    members: Vec<(Cow<'p, str>, Value<'p>)>,
}

/// The members of a problem that are no extensions (RFC 9457 §3.1).
const STANDARD_MEMBERS: [&str; 5] = ["type", "title", "status", "detail", "instance"];

impl<'p> ErrorPage<'p> {
    /// Makes the page of a status.
    #[must_use]
    pub const fn new(status: &'static StatusInfo) -> Self {
        Self {
            code: status.code(),
            status,
            detail: None,
            request_id: None,
            more: None,
            response: None,
            language: None,
            site: Site::PLAIN,
        }
    }

    /// Makes the page of a code, which need not have a document: then the page says
    /// what [`fallback`] does, under the real code.
    ///
    /// ```
    /// use http_status_info::codes;
    /// use http_status_info::page::ErrorPage;
    ///
    /// let page = ErrorPage::of_code(471);
    /// assert_eq!(page.code(), 471);
    /// assert_eq!(page.status(), codes::BAD_REQUEST);
    /// assert_eq!(page.name(), "Client Error");
    /// ```
    #[must_use]
    pub fn of_code(code: u16) -> Self {
        Self { code, ..Self::new(status_info(code).unwrap_or_else(|| fallback(code))) }
    }

    /// The page of a response with this code, with what a handler said of it: it can have
    /// said so of another code, and of another response.
    pub(super) fn to_send(code: u16, said: Option<Self>) -> Self {
        let page = Self::of_code(code);
        match said {
            Some(said) => Self { code, status: page.status, response: None, ..said },
            None => page,
        }
    }

    /// The page in a site, in this language unless it has its own.
    pub(super) fn of_site<'s>(self, options: &'s Options, language: &'s Language) -> ErrorPage<'s>
    where
        'p: 's,
    {
        let page: ErrorPage<'s> = self;
        ErrorPage { site: &options.site, language: page.language.or(Some(language)), ..page }
    }

    /// Sets an explanation of this occurrence, as plain text (RFC 9457 §3.1.4).
    #[must_use]
    pub fn detail(mut self, detail: impl Into<Cow<'p, str>>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Sets a URI reference that identifies this occurrence (RFC 9457 §3.1.5). It is
    /// in the problem only, since it need not lead anywhere.
    #[must_use]
    pub fn instance(mut self, uri: impl Into<Cow<'p, str>>) -> Self {
        self.more_mut().instance = Some(uri.into());
        self
    }

    /// Sets the URI reference that identifies the type of the problem (RFC 9457
    /// §3.1.1), in place of `about:blank` or what
    /// [`Options::problem_types`](super::Options::problem_types) makes.
    #[must_use]
    pub fn problem_type(mut self, uri: impl Into<Cow<'p, str>>) -> Self {
        self.more_mut().problem_type = Some(uri.into());
        self
    }

    /// Sets the title of the problem's type (RFC 9457 §3.1.3), in place of the name of
    /// the status. It is to be the same for every problem of the type, so set that as well:
    /// `about:blank` goes with the name of the status (RFC 9457 §4.2.1).
    ///
    /// ```
    /// use http_status_info::codes;
    /// use http_status_info::page::ErrorPage;
    ///
    /// let page = ErrorPage::new(codes::FORBIDDEN)
    ///     .problem_type("https://example.com/probs/out-of-credit")
    ///     .title("You do not have enough credit");
    /// assert_eq!(page.name(), "You do not have enough credit");
    /// ```
    #[must_use]
    pub fn title(mut self, title: impl Into<Cow<'p, str>>) -> Self {
        self.more_mut().title = Some(title.into());
        self
    }

    /// Sets an extension member of the problem (RFC 9457 §3.2). Its name should be three or
    /// more letters, digits and `_`, a letter first (RFC 9457 §4). The names of the standard
    /// members are theirs: with one of those, nothing is set.
    ///
    /// ```
    /// use http_status_info::codes;
    /// use http_status_info::page::{ErrorPage, Format};
    ///
    /// let page = ErrorPage::new(codes::FORBIDDEN)
    ///     .member("balance", 30)
    ///     .member("accounts", vec!["/account/12345", "/account/67890"])
    ///     .member("status", 200);
    /// let mut problem = String::new();
    /// page.write(Format::Problem, &mut problem).unwrap();
    /// assert!(problem.contains(r#""balance":30,"accounts":["/account/12345","/account/67890"]"#));
    /// assert!(problem.contains(r#""status":403"#) && !problem.contains("200"));
    /// ```
    #[must_use]
    pub fn member(mut self, name: impl Into<Cow<'p, str>>, value: impl Into<Value<'p>>) -> Self {
        let (name, value) = (name.into(), value.into());
        if !STANDARD_MEMBERS.contains(&name.as_ref()) {
            let members = &mut self.more_mut().members;
            members.retain(|(other, _)| *other != name);
            members.push((name, value));
        }
        self
    }

    /// Tells whether the application set a member of this name.
    pub(super) fn has_member(&self, name: &str) -> bool {
        self.members().any(|(other, _)| other == name)
    }

    fn more_mut(&mut self) -> &mut More<'p> {
        self.more.get_or_insert_default()
    }

    /// Reads what the response says that the page can show: the methods in `Allow`
    /// (405), the schemes in `WWW-Authenticate` (401), the length in `Content-Range`
    /// (416), and `Retry-After`. Adapters do this themselves.
    #[must_use]
    pub fn with_response(mut self, fields: &'p impl Fields) -> Self {
        self.response = Response::read(self.code, fields).map(Box::new);
        self
    }

    /// Sets the language, in place of the one that `Accept-Language` asks for: for
    /// applications that know it from their addresses or from a setting of the visitor.
    ///
    /// ```
    /// use http_status_info::codes;
    /// use http_status_info::page::{ErrorPage, Language, Message};
    ///
    /// static GERMAN: Language =
    ///     Language::new("de", &[Message::new(404, "Nicht gefunden", "Diese Seite gibt es nicht.")]);
    ///
    /// let page = ErrorPage::new(codes::NOT_FOUND).in_language(&GERMAN);
    /// assert_eq!(page.message(), "Diese Seite gibt es nicht.");
    /// ```
    #[must_use]
    pub const fn in_language(mut self, language: &'p Language) -> Self {
        self.language = Some(language);
        self
    }

    /// Returns the code of the response.
    #[must_use]
    pub const fn code(&self) -> u16 {
        self.code
    }

    /// The code to send: 500 where that of the page is none that HTTP has.
    #[cfg(any(feature = "actix-web", feature = "axum", feature = "rocket"))]
    pub(crate) const fn sent_code(&self) -> u16 {
        if matches!(self.code, 100..=999) { self.code } else { 500 }
    }

    /// Tells whether a cache may keep the response if nothing is said about that (RFC 9110
    /// §15.1).
    pub(super) fn is_heuristically_cacheable(&self) -> bool {
        self.code == self.status.code() && self.status.cacheable() == Some(true)
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
        if self.code == self.status.code() {
            return self.own_message().name();
        }
        match Class::of(self.code) {
            Some(Class::ClientError) => self.language().labels.client_error,
            _ => self.language().labels.server_error,
        }
    }

    /// Returns the message for the visitor in the language of the page.
    #[must_use]
    pub fn message(&self) -> &'static str {
        self.own_message().text()
    }

    fn own_message(&self) -> Message {
        self.language().message(self.status)
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

    /// Returns the URI reference of the problem's type: what
    /// [`problem_type`](Self::problem_type) set.
    #[must_use]
    pub fn type_uri(&self) -> Option<&str> {
        self.more.as_ref()?.problem_type.as_deref()
    }

    /// Iterates over the extension members of the problem, in the order set.
    pub fn members(&self) -> impl Iterator<Item = (&str, &Value<'p>)> {
        let members = self.more.as_ref().map(|more| more.members.iter());
        members.into_iter().flatten().map(|(name, value)| (name.as_ref(), value))
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

    /// Returns the language of the page, English until one is set.
    #[must_use]
    pub const fn language(&self) -> &'p Language {
        match self.language {
            Some(language) => language,
            None => Language::ENGLISH,
        }
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

/// Writes what a log would say: the code, the name, and the detail, as one line without
/// characters that steer a terminal.
///
/// ```
/// use http_status_info::codes;
/// use http_status_info::page::ErrorPage;
///
/// let page = ErrorPage::new(codes::CONFLICT).detail("This name is taken.");
/// assert_eq!(page.to_string(), "409 Conflict: This name is taken.");
/// ```
impl fmt::Display for ErrorPage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ", self.code)?;
        write_plain(f, self.name())?;
        self.explanation().map_or(Ok(()), |detail| {
            f.write_str(": ")?;
            write_plain(f, detail)
        })
    }
}

impl core::error::Error for ErrorPage<'_> {}
