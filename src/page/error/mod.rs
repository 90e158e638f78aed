//! The error page that a handler returns.

mod no_page;
mod value;

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;

pub use self::no_page::NoPage;
pub use self::value::Value;
use crate::page::escape::write_plain;
use crate::page::language::Language;
use crate::status::{StatusInfo, fallback, status_info};

/// An error of a handler, with the content of its page: the status, a detail, members.
///
/// Handlers return it as their error. With the error pages of this crate, the client gets HTML, a
/// problem or plain text, in its language. Without them, the response has the status and no
/// content.
///
/// ```
/// use http_status_info::codes;
/// use http_status_info::page::{ErrorPage, Format, Page};
///
/// let error = ErrorPage::new(codes::CONFLICT)
///     .with_detail("This name is taken.")
///     .with_member("name", "ada");
///
/// let mut problem = String::new();
/// Page::new(&error).write(Format::Problem, &mut problem).unwrap();
/// let problem: serde_json::Value = serde_json::from_str(&problem).unwrap();
/// assert_eq!(problem["title"], "Conflict");
/// assert_eq!(problem["status"], 409);
/// assert_eq!(problem["detail"], "This name is taken.");
/// assert_eq!(problem["name"], "ada");
/// ```
///
/// Every text is escaped for its format. URI references are written unchanged, so the application
/// must pass valid ones.
///
/// ```
/// # use http_status_info::codes;
/// # use http_status_info::page::{ErrorPage, Format, Page};
/// let error = ErrorPage::new(codes::CONFLICT).with_detail("<script>alert(1)</script>");
/// let mut html = String::new();
/// Page::new(&error).write(Format::Html, &mut html).unwrap();
/// assert!(html.contains("&lt;script&gt;"));
/// ```
#[derive(Clone, Debug)]
pub struct ErrorPage {
    code: u16,
    status: &'static StatusInfo,
    detail: Option<Cow<'static, str>>,
    language: Option<&'static Language>,
    // Few pages have extras. The box keeps the struct small enough for an error type.
    extras: Option<Box<Extras>>,
}

/// The parts of a page that few handlers set.
#[derive(Clone, Debug, Default)]
struct Extras {
    title: Option<Cow<'static, str>>,
    instance: Option<Cow<'static, str>>,
    problem_type: Option<Cow<'static, str>>,
    members: Vec<Member>,
}

/// The name and value of an extension member.
type Member = (Cow<'static, str>, Value<'static>);

/// The members that every problem can have (RFC 9457 §3.1).
const STANDARD_MEMBERS: [&str; 5] = ["type", "title", "status", "detail", "instance"];

impl ErrorPage {
    /// Makes the page of a status.
    #[must_use]
    pub const fn new(status: &'static StatusInfo) -> Self {
        Self { code: status.code(), status, detail: None, language: None, extras: None }
    }

    /// Makes the page of a code. If the code has no document, the page has the text of
    /// [`fallback`] and the real code.
    ///
    /// ```
    /// use http_status_info::codes;
    /// use http_status_info::page::{ErrorPage, Page};
    ///
    /// let error = ErrorPage::from_code(471);
    /// assert_eq!(error.code(), 471);
    /// assert_eq!(error.status(), codes::BAD_REQUEST);
    /// assert_eq!(Page::new(&error).title(), "Client Error");
    /// ```
    #[must_use]
    pub fn from_code(code: u16) -> Self {
        Self { code, ..Self::new(status_info(code).unwrap_or_else(|| fallback(code))) }
    }

    /// The page of a response with this code. It keeps the content of the handler's page, which
    /// can be for another code.
    pub(in crate::page) fn for_response(code: u16, handler_page: Option<Self>) -> Self {
        let page = Self::from_code(code);
        match handler_page {
            Some(handler_page) => Self { code, status: page.status, ..handler_page },
            None => page,
        }
    }

    /// Sets the detail, which explains this occurrence in plain text (RFC 9457 §3.1.4).
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<Cow<'static, str>>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Sets the title of the problem type (RFC 9457 §3.1.3), in place of the name of the status.
    ///
    /// Set the [problem type](Self::with_problem_type) as well. All problems of one type should
    /// have the same title, and the title for `about:blank` is the name of the status (RFC 9457
    /// §4.2.1).
    ///
    /// ```
    /// use http_status_info::codes;
    /// use http_status_info::page::{ErrorPage, Page};
    ///
    /// let error = ErrorPage::new(codes::FORBIDDEN)
    ///     .with_problem_type("https://example.com/probs/out-of-credit")
    ///     .with_title("You do not have enough credit");
    /// assert_eq!(Page::new(&error).title(), "You do not have enough credit");
    /// ```
    #[must_use]
    pub fn with_title(mut self, title: impl Into<Cow<'static, str>>) -> Self {
        self.extras_mut().title = Some(title.into());
        self
    }

    /// Sets the instance, a URI reference that identifies this occurrence (RFC 9457 §3.1.5). Only
    /// problems show the instance, since it need not be dereferenceable.
    #[must_use]
    pub fn with_instance(mut self, uri: impl Into<Cow<'static, str>>) -> Self {
        self.extras_mut().instance = Some(uri.into());
        self
    }

    /// Sets the problem type, a URI reference (RFC 9457 §3.1.1). The default is the type of
    /// [`Options::problem_types`](crate::page::Options::problem_types), or `about:blank`.
    #[must_use]
    pub fn with_problem_type(mut self, uri: impl Into<Cow<'static, str>>) -> Self {
        self.extras_mut().problem_type = Some(uri.into());
        self
    }

    /// Sets an extension member of the problem (RFC 9457 §3.2), in place of an earlier member of
    /// the same name.
    ///
    /// The name should begin with a letter and have three or more letters, digits and `_` (RFC 9457
    /// §4). The name of a standard member sets nothing.
    ///
    /// ```
    /// use http_status_info::codes;
    /// use http_status_info::page::{ErrorPage, Format, Page};
    ///
    /// let error = ErrorPage::new(codes::FORBIDDEN)
    ///     .with_member("balance", 30)
    ///     .with_member("accounts", vec!["/account/12345", "/account/67890"])
    ///     .with_member("status", 200);
    /// let mut problem = String::new();
    /// Page::new(&error).write(Format::Problem, &mut problem).unwrap();
    /// assert!(problem.contains(r#""balance":30,"accounts":["/account/12345","/account/67890"]"#));
    /// assert!(problem.contains(r#""status":403"#) && !problem.contains("200"));
    /// ```
    #[must_use]
    pub fn with_member(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: impl Into<Value<'static>>,
    ) -> Self {
        let (name, value) = (name.into(), value.into());
        if !STANDARD_MEMBERS.contains(&name.as_ref()) {
            let members = &mut self.extras_mut().members;
            members.retain(|(other, _)| *other != name);
            members.push((name, value));
        }
        self
    }

    /// Sets the language, in place of the language that `Accept-Language` asks for. Use it if the
    /// address or a setting of the visitor decides the language.
    ///
    /// ```
    /// use http_status_info::codes;
    /// use http_status_info::page::{ErrorPage, Language, Message, Page};
    ///
    /// static GERMAN: Language =
    ///     Language::new("de", &[Message::new(404, "Nicht gefunden", "Diese Seite gibt es nicht.")]);
    ///
    /// let error = ErrorPage::new(codes::NOT_FOUND).with_language(&GERMAN);
    /// assert_eq!(Page::new(&error).message(), "Diese Seite gibt es nicht.");
    /// ```
    #[must_use]
    pub const fn with_language(mut self, language: &'static Language) -> Self {
        self.language = Some(language);
        self
    }

    fn extras_mut(&mut self) -> &mut Extras {
        self.extras.get_or_insert_default()
    }

    /// Returns the status code of the page.
    #[must_use]
    pub const fn code(&self) -> u16 {
        self.code
    }

    /// Returns the status code of a response with this page. It is the code of the page, or 500 for
    /// a page whose code is below 200 or above 599, since no response can end with that (RFC 9110
    /// §15).
    ///
    /// ```
    /// use http_status_info::page::ErrorPage;
    ///
    /// assert_eq!(ErrorPage::from_code(404).response_code(), 404);
    /// assert_eq!(ErrorPage::from_code(100).response_code(), 500);
    /// ```
    #[must_use]
    pub const fn response_code(&self) -> u16 {
        if matches!(self.code, 200..=599) { self.code } else { 500 }
    }

    /// Returns the status record of the code, or of its [`fallback`].
    #[must_use]
    pub const fn status(&self) -> &'static StatusInfo {
        self.status
    }

    /// Returns the detail, which explains this occurrence.
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        self.detail.as_deref()
    }

    /// Returns the title of the problem type, if it was set.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.extras.as_ref()?.title.as_deref()
    }

    /// Returns the instance, a URI reference that identifies this occurrence.
    #[must_use]
    pub fn instance(&self) -> Option<&str> {
        self.extras.as_ref()?.instance.as_deref()
    }

    /// Returns the problem type, a URI reference, if it was set.
    #[must_use]
    pub fn problem_type(&self) -> Option<&str> {
        self.extras.as_ref()?.problem_type.as_deref()
    }

    /// Returns the names and values of the extension members, in the order set.
    ///
    /// ```
    /// use http_status_info::codes;
    /// use http_status_info::page::ErrorPage;
    ///
    /// let error = ErrorPage::new(codes::CONFLICT).with_instance("/names/ada").with_member("tries", 3);
    /// let logged: Vec<_> = error.members().iter().map(|(name, value)| format!("{name}={value}")).collect();
    /// assert_eq!(logged, ["tries=3"]);
    /// assert_eq!(error.instance(), Some("/names/ada"));
    /// assert_eq!(error.problem_type(), None);
    /// ```
    #[must_use]
    pub fn members(&self) -> &[(Cow<'static, str>, Value<'static>)] {
        self.extras.as_ref().map_or(&[], |extras| &extras.members)
    }

    /// Tells whether the application set a member of this name.
    pub(in crate::page) fn has_member(&self, name: &str) -> bool {
        self.members().iter().any(|(other, _)| other == name)
    }

    /// Returns the language, if it was set.
    #[must_use]
    pub const fn language(&self) -> Option<&'static Language> {
        self.language
    }
}

/// Writes a line for a log: the code, the title and the detail. Characters that control a terminal
/// are replaced.
///
/// ```
/// use http_status_info::codes;
/// use http_status_info::page::ErrorPage;
///
/// let error = ErrorPage::new(codes::CONFLICT).with_detail("This name is taken.");
/// assert_eq!(error.to_string(), "409 Conflict: This name is taken.");
/// ```
impl fmt::Display for ErrorPage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ", self.code)?;
        let (_, message) = Language::of_page(self.language, self.code);
        write_plain(f, self.title().unwrap_or(message.name()))?;
        self.detail().map_or(Ok(()), |detail| {
            f.write_str(": ")?;
            write_plain(f, detail)
        })
    }
}

impl core::error::Error for ErrorPage {}
