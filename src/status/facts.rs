//! The facts about a status that have parts.

use super::vocab::Requirement;

/// Further reading about a status.
///
/// ```
/// let link = http_status_info::codes::NOT_FOUND.more()[0];
/// assert_eq!(link.title(), "404 Not Found");
/// assert!(link.url().starts_with("https://developer.mozilla.org/"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Link {
    pub(crate) title: &'static str,
    pub(crate) from: &'static str,
    pub(crate) url: &'static str,
}

impl Link {
    /// Returns the title of the linked text.
    ///
    /// ```
    /// let link = http_status_info::codes::NOT_FOUND.more()[0];
    /// assert_eq!(link.title(), "404 Not Found");
    /// ```
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// Returns the publisher of the text.
    ///
    /// ```
    /// let link = http_status_info::codes::NOT_FOUND.more()[0];
    /// assert_eq!(link.from(), "MDN web docs");
    /// ```
    #[must_use]
    pub const fn from(&self) -> &'static str {
        self.from
    }

    /// Returns the absolute address, with the scheme `http` or `https`.
    ///
    /// ```
    /// let link = http_status_info::codes::NOT_FOUND.more()[0];
    /// assert!(link.url().starts_with("https://"));
    /// ```
    #[must_use]
    pub const fn url(&self) -> &'static str {
        self.url
    }
}

/// A response header field that a specification requires or allows with a status.
///
/// ```
/// use http_status_info::{Requirement, codes};
///
/// let field = codes::CONTENT_TOO_LARGE.headers()[0];
/// assert_eq!(field.name(), "Retry-After");
/// assert_eq!(field.requirement(), Requirement::Should);
/// assert_eq!(field.reference(), "RFC 9110 §15.5.14");
/// assert!(field.when().is_some());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Header {
    pub(crate) name: &'static str,
    pub(crate) requirement: Requirement,
    pub(crate) reference: &'static str,
    pub(crate) when: Option<&'static str>,
}

impl Header {
    /// Returns the name of the field, spelled as in its specification. Names are
    /// compared without regard to case (RFC 9110 §5.1).
    ///
    /// ```
    /// let field = http_status_info::codes::METHOD_NOT_ALLOWED.headers()[0];
    /// assert_eq!(field.name(), "Allow");
    /// ```
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the strength of the requirement.
    ///
    /// ```
    /// use http_status_info::{Requirement, codes};
    ///
    /// assert_eq!(codes::METHOD_NOT_ALLOWED.headers()[0].requirement(), Requirement::Must);
    /// ```
    #[must_use]
    pub const fn requirement(&self) -> Requirement {
        self.requirement
    }

    /// Returns a short label for the section with the requirement.
    ///
    /// ```
    /// let field = http_status_info::codes::METHOD_NOT_ALLOWED.headers()[0];
    /// assert_eq!(field.reference(), "RFC 9110 §15.5.6");
    /// ```
    #[must_use]
    pub const fn reference(&self) -> &'static str {
        self.reference
    }

    /// Returns the condition of the requirement, such as `if the server has a preferred
    /// choice`, or `None` if the requirement always holds.
    ///
    /// ```
    /// use http_status_info::codes;
    ///
    /// assert_eq!(codes::METHOD_NOT_ALLOWED.headers()[0].when(), None);
    /// assert!(codes::PARTIAL_CONTENT.headers()[0].when().is_some());
    /// ```
    #[must_use]
    pub const fn when(&self) -> Option<&'static str> {
        self.when
    }
}

/// The name of a status in another language or library.
///
/// ```
/// let name = http_status_info::codes::NOT_FOUND.names_elsewhere()[0];
/// assert_eq!((name.library(), name.name()), ("Rust http", "StatusCode::NOT_FOUND"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NameElsewhere {
    pub(crate) library: &'static str,
    pub(crate) name: &'static str,
}

impl NameElsewhere {
    /// Returns the language or library.
    ///
    /// ```
    /// let name = http_status_info::codes::NOT_FOUND.names_elsewhere()[1];
    /// assert_eq!(name.library(), "Go");
    /// ```
    #[must_use]
    pub const fn library(&self) -> &'static str {
        self.library
    }

    /// Returns the name, spelled as in code of that language.
    ///
    /// ```
    /// let name = http_status_info::codes::NOT_FOUND.names_elsewhere()[1];
    /// assert_eq!(name.name(), "http.StatusNotFound");
    /// ```
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }
}

/// A meaning of a status outside the IANA registry, and the party that uses it.
///
/// ```
/// let meanings = http_status_info::codes::CLIENT_CLOSED_REQUEST.meanings();
/// let esri = meanings.iter().find(|meaning| meaning.by() == "Esri ArcGIS").unwrap();
/// assert_eq!(esri.name(), Some("Token Required"));
/// assert!(esri.overview().contains("token"));
/// assert!(esri.url().starts_with("https://"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Meaning {
    pub(crate) by: &'static str,
    pub(crate) name: Option<&'static str>,
    pub(crate) overview: &'static str,
    pub(crate) url: &'static str,
}

impl Meaning {
    /// Returns the party that uses the code in this meaning.
    ///
    /// ```
    /// let meaning = http_status_info::codes::CLIENT_CLOSED_REQUEST.meanings()[0];
    /// assert_eq!(meaning.by(), "nginx");
    /// ```
    #[must_use]
    pub const fn by(&self) -> &'static str {
        self.by
    }

    /// Returns the phrase that the party uses, if it has one.
    ///
    /// ```
    /// let meaning = http_status_info::codes::CLIENT_CLOSED_REQUEST.meanings()[0];
    /// assert_eq!(meaning.name(), Some("Client Closed Request"));
    /// ```
    #[must_use]
    pub const fn name(&self) -> Option<&'static str> {
        self.name
    }

    /// Returns the meaning in one sentence, in plain text.
    ///
    /// ```
    /// let meaning = http_status_info::codes::CLIENT_CLOSED_REQUEST.meanings()[0];
    /// assert!(meaning.overview().ends_with('.'));
    /// ```
    #[must_use]
    pub const fn overview(&self) -> &'static str {
        self.overview
    }

    /// Returns the address of the source.
    ///
    /// ```
    /// let meaning = http_status_info::codes::CLIENT_CLOSED_REQUEST.meanings()[0];
    /// assert!(meaning.url().starts_with("https://"));
    /// ```
    #[must_use]
    pub const fn url(&self) -> &'static str {
        self.url
    }
}
