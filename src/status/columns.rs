//! The accessors of longer fields. Each field is a column, and a program links only the columns
//! that it reads.

use super::facts::{Header, Link, Meaning, NameElsewhere};
use super::info::StatusInfo;
use super::iter::SeeAlso;
use super::tables::{self, entry, list, text};
use super::text::{Takeaways, Text};

impl StatusInfo {
    /// Returns the code and the reason phrase.
    ///
    /// ```
    /// assert_eq!(http_status_info::codes::NOT_FOUND.title(), "404 Not Found");
    /// ```
    #[inline]
    #[must_use]
    pub const fn title(&self) -> &'static str {
        text(tables::TITLE, self.code)
    }

    /// Returns the name of the status's constant in [`codes`](crate::codes).
    ///
    /// ```
    /// assert_eq!(http_status_info::codes::IM_A_TEAPOT.constant(), "IM_A_TEAPOT");
    /// ```
    #[inline]
    #[must_use]
    pub const fn constant(&self) -> &'static str {
        text(tables::CONSTANT, self.code)
    }

    /// Returns the meaning of the code for developers: one sentence in plain text, of at
    /// most 140 characters.
    ///
    /// ```
    /// for status in http_status_info::iter() {
    ///     assert!((1..=140).contains(&status.overview().chars().count()));
    /// }
    /// ```
    #[inline]
    #[must_use]
    pub const fn overview(&self) -> &'static str {
        text(tables::OVERVIEW, self.code)
    }

    /// Returns the message for visitors of a web site, which error pages show: a sentence
    /// or two, without blame and technical words.
    ///
    /// ```
    /// assert!(http_status_info::codes::NOT_FOUND.visitor().is_some());
    /// ```
    #[inline]
    #[must_use]
    pub const fn visitor(&self) -> Option<&'static str> {
        entry(tables::VISITOR, self.code)
    }

    /// Returns the address of the section that defines the code.
    ///
    /// ```
    /// let spec = http_status_info::codes::NOT_FOUND.spec();
    /// assert_eq!(spec, "https://httpwg.org/specs/rfc9110.html#status.404");
    /// ```
    #[inline]
    #[must_use]
    pub const fn spec(&self) -> &'static str {
        text(tables::SPEC, self.code)
    }

    /// Returns a short label for the section at [`spec`](Self::spec).
    ///
    /// ```
    /// assert_eq!(http_status_info::codes::NOT_FOUND.reference(), Some("RFC 9110 §15.5.5"));
    /// ```
    #[inline]
    #[must_use]
    pub const fn reference(&self) -> Option<&'static str> {
        entry(tables::REFERENCE, self.code)
    }

    /// Returns the section that first defined the code.
    ///
    /// ```
    /// assert_eq!(http_status_info::codes::NOT_FOUND.since(), Some("RFC 1945 §9.4"));
    /// ```
    #[inline]
    #[must_use]
    pub const fn since(&self) -> Option<&'static str> {
        entry(tables::SINCE, self.code)
    }

    /// Returns links to read more, from the key `more` of the document.
    ///
    /// ```
    /// let link = http_status_info::codes::NOT_FOUND.more()[0];
    /// assert_eq!(link.from(), "MDN web docs");
    /// ```
    #[inline]
    #[must_use]
    pub const fn more(&self) -> &'static [Link] {
        list(tables::MORE, self.code)
    }

    /// Iterates over the statuses to compare this one with, in the order of the document.
    ///
    /// ```
    /// use http_status_info::codes;
    ///
    /// assert!(codes::NOT_FOUND.see_also().any(|status| status == codes::GONE));
    /// ```
    #[inline]
    #[must_use]
    pub const fn see_also(&self) -> SeeAlso {
        SeeAlso::of(list(tables::SEE_ALSO, self.code))
    }

    /// Returns other phrases that the code is known by.
    ///
    /// ```
    /// assert!(http_status_info::codes::CONTENT_TOO_LARGE.aliases().contains(&"Payload Too Large"));
    /// ```
    #[inline]
    #[must_use]
    pub const fn aliases(&self) -> &'static [&'static str] {
        list(tables::ALIASES, self.code)
    }

    /// Returns the response header fields that specifications ask for with the code.
    ///
    /// ```
    /// use http_status_info::{Requirement, codes};
    ///
    /// let field = codes::UNAUTHORIZED.headers()[0];
    /// assert_eq!(field.name(), "WWW-Authenticate");
    /// assert_eq!(field.requirement(), Requirement::Must);
    /// ```
    #[inline]
    #[must_use]
    pub const fn headers(&self) -> &'static [Header] {
        list(tables::HEADERS, self.code)
    }

    /// Returns the names of the code in other languages and libraries.
    ///
    /// ```
    /// let names = http_status_info::codes::NOT_FOUND.names_elsewhere();
    /// let go = names.iter().find(|name| name.library() == "Go").unwrap();
    /// assert_eq!(go.name(), "http.StatusNotFound");
    /// ```
    #[inline]
    #[must_use]
    pub const fn names_elsewhere(&self) -> &'static [NameElsewhere] {
        list(tables::NAMES_ELSEWHERE, self.code)
    }

    /// Returns the meanings of the code outside the IANA registry, each with its user.
    ///
    /// ```
    /// let meanings = http_status_info::codes::CLIENT_CLOSED_REQUEST.meanings();
    /// assert!(meanings.iter().any(|meaning| meaning.by() == "nginx"));
    /// ```
    #[inline]
    #[must_use]
    pub const fn meanings(&self) -> &'static [Meaning] {
        list(tables::MEANINGS, self.code)
    }

    /// Returns the most important points about the code, one text each.
    ///
    /// ```
    /// let takeaways = http_status_info::codes::NOT_FOUND.takeaways();
    /// assert!(takeaways.len() >= 2);
    /// for takeaway in takeaways {
    ///     println!("- {}", takeaway.plain());
    /// }
    /// ```
    #[inline]
    #[must_use]
    pub const fn takeaways(&self) -> Takeaways {
        Takeaways::of(self)
    }

    /// Returns the full text about the code.
    ///
    /// ```
    /// let text = http_status_info::codes::NOT_FOUND.information();
    /// assert!(text.markdown().contains("```http"));
    /// assert!(text.html().contains("HTTP/1.1 404 Not Found"));
    /// ```
    #[inline]
    #[must_use]
    pub const fn information(&self) -> Text {
        Text::information(self)
    }
}
