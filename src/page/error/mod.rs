//! What an application says about an error.

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

/// An error of an application, as its page says it: the status, and what a handler adds.
///
/// A handler returns one as its error. Where the error pages of this crate are installed, the
/// client gets it as HTML, as a problem or as plain text, in its language. Without them, the
/// response has the status and no content.
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
/// Every text is escaped for the format that it is written in. URI references are written as
/// they are: the application makes valid ones.
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
    // Few pages have more. It is boxed, so that a page is small enough to be an error.
    more: Option<Box<More>>,
}

/// What an application can say besides the detail.
#[derive(Clone, Debug, Default)]
struct More {
    title: Option<Cow<'static, str>>,
    instance: Option<Cow<'static, str>>,
    problem_type: Option<Cow<'static, str>>,
    members: Vec<Member>,
}

/// The name and value of an extension member.
type Member = (Cow<'static, str>, Value<'static>);

/// The members of a problem that are no extensions (RFC 9457 §3.1).
const STANDARD_MEMBERS: [&str; 5] = ["type", "title", "status", "detail", "instance"];

impl ErrorPage {
    /// Makes the page of a status.
    #[must_use]
    pub const fn new(status: &'static StatusInfo) -> Self {
        Self { code: status.code(), status, detail: None, language: None, more: None }
    }

    /// Makes the page of a code, which need not have a document. Such a page says what
    /// [`fallback`] does, under the real code.
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

    /// The page of a response with this code, and what a handler said about it: the handler may
    /// have said it about another code.
    pub(in crate::page) fn for_response(code: u16, said: Option<Self>) -> Self {
        let page = Self::from_code(code);
        match said {
            Some(said) => Self { code, status: page.status, ..said },
            None => page,
        }
    }

    /// Sets an explanation of this occurrence, as plain text (RFC 9457 §3.1.4).
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<Cow<'static, str>>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Sets the title of the problem's type (RFC 9457 §3.1.3), in place of the name of the
    /// status. Set the [problem type](Self::with_problem_type) as well: the title is to be the
    /// same for every problem of a type, and that of `about:blank` is the name of the status
    /// (RFC 9457 §4.2.1).
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
        self.more_mut().title = Some(title.into());
        self
    }

    /// Sets a URI reference that identifies this occurrence (RFC 9457 §3.1.5). Only the problem
    /// has it, since it need not lead anywhere.
    #[must_use]
    pub fn with_instance(mut self, uri: impl Into<Cow<'static, str>>) -> Self {
        self.more_mut().instance = Some(uri.into());
        self
    }

    /// Sets the URI reference that identifies the type of the problem (RFC 9457 §3.1.1), in
    /// place of `about:blank` or the one by
    /// [`Options::problem_types`](crate::page::Options::problem_types).
    #[must_use]
    pub fn with_problem_type(mut self, uri: impl Into<Cow<'static, str>>) -> Self {
        self.more_mut().problem_type = Some(uri.into());
        self
    }

    /// Sets an extension member of the problem (RFC 9457 §3.2), in place of an earlier one of the
    /// same name. Its name should be three or more letters, digits and `_`, a letter first (RFC
    /// 9457 §4). The name of a standard member sets nothing.
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
            let members = &mut self.more_mut().members;
            members.retain(|(other, _)| *other != name);
            members.push((name, value));
        }
        self
    }

    /// Sets the language, in place of the one that `Accept-Language` asks for: for applications
    /// that know it from their addresses or from a setting of the visitor.
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

    fn more_mut(&mut self) -> &mut More {
        self.more.get_or_insert_default()
    }

    /// Returns the code.
    #[must_use]
    pub const fn code(&self) -> u16 {
        self.code
    }

    /// Returns the code of a response with this page: 500 where no response can end with the
    /// code of the page, which is one below 200 or above 599 (RFC 9110 §15).
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

    /// Returns the record of the code, or the one to treat the code as.
    #[must_use]
    pub const fn status(&self) -> &'static StatusInfo {
        self.status
    }

    /// Returns the explanation of this occurrence.
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        self.detail.as_deref()
    }

    /// Returns the title that was set for the problem's type.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.more.as_ref()?.title.as_deref()
    }

    /// Returns the URI reference of this occurrence.
    #[must_use]
    pub fn instance(&self) -> Option<&str> {
        self.more.as_ref()?.instance.as_deref()
    }

    /// Returns the URI reference that was set for the problem's type.
    #[must_use]
    pub fn problem_type(&self) -> Option<&str> {
        self.more.as_ref()?.problem_type.as_deref()
    }

    /// Returns the names and values of the extension members, in the order in which they were
    /// set.
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
        self.more.as_ref().map_or(&[], |more| &more.members)
    }

    /// Tells whether the application set a member of this name.
    pub(in crate::page) fn has_member(&self, name: &str) -> bool {
        self.members().iter().any(|(other, _)| other == name)
    }

    /// Returns the language that was set.
    #[must_use]
    pub const fn language(&self) -> Option<&'static Language> {
        self.language
    }
}

/// Writes a line for a log: the code, the title and the detail, without characters that steer a
/// terminal.
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
