//! An error page, and what an application says with it.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;

use super::escape::write_plain;
use super::fields::Fields;
use super::language::Language;
use super::options::Site;
use super::response::Response;
use super::value::Value;
use crate::info::StatusInfo;
use crate::lookup::{fallback, status_info};

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
    pub(super) more: Option<Box<More<'p>>>,
    pub(super) response: Option<Box<Response<'p>>>,
    pub(super) language: Option<&'p Language>,
    pub(super) site: &'p Site,
}

/// What an application can say besides the detail.
#[derive(Clone, Debug, Default)]
pub(super) struct More<'p> {
    pub(super) title: Option<Cow<'p, str>>,
    pub(super) instance: Option<Cow<'p, str>>,
    pub(super) problem_type: Option<Cow<'p, str>>,
    pub(super) members: Vec<(Cow<'p, str>, Value<'p>)>,
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
    /// what [`fallback`] does, under the real code. A handler's page is sent as 500 where its
    /// code is not from 200 to 599, since no response can end with that.
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
    pub(super) fn of_site<'s>(self, site: &'s Site, language: &'s Language) -> ErrorPage<'s>
    where
        'p: 's,
    {
        let page: ErrorPage<'s> = self;
        ErrorPage { site, language: page.language.or(Some(language)), ..page }
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
