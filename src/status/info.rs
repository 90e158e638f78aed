//! What is known about a status: the record and its accessors.

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};

use super::facts::{Header, Link, Meaning, NameElsewhere};
use super::lookup::SeeAlso;
use super::tables::{self, entry, list, text};
use super::text::{Takeaways, Text};
use super::vocab::{Class, Content, GrpcCode, Origin, Redirect, Retry};

/// What is known about one HTTP status code.
///
/// Records are compiled in: there is one static record for each status document,
/// reached through [`status_info`](crate::status_info), [`codes`](crate::codes), a
/// name, or [`iter`](crate::iter). Two records are equal when their codes are.
///
/// Facts that a document need not state are `Option`s or may be empty: absent means
/// unknown, or that there is none.
///
/// ```
/// use http_status_info::{Class, codes};
///
/// let status = codes::TOO_MANY_REQUESTS;
/// assert_eq!(status.code(), 429);
/// assert_eq!(status.name(), "Too Many Requests");
/// assert_eq!(status.class(), Some(Class::ClientError));
/// assert_eq!(status.reference(), Some("RFC 6585 §4"));
/// assert_eq!(status.to_string(), "429 Too Many Requests");
/// ```
pub struct StatusInfo {
    pub(crate) code: u16,
    pub(crate) name: &'static str,
    pub(crate) origin: Origin,
    pub(crate) standard: bool,
    pub(crate) experimental: bool,
    pub(crate) deprecated: bool,
    pub(crate) cacheable: Option<bool>,
    pub(crate) content: Option<Content>,
    pub(crate) retry: Option<Retry>,
    pub(crate) redirect: Option<Redirect>,
    pub(crate) grpc: Option<GrpcCode>,
    /// How many takeaways there are.
    pub(crate) takeaways: u8,
}

impl StatusInfo {
    /// Returns the status code, from 100 to 999.
    ///
    /// ```
    /// assert_eq!(http_status_info::codes::NOT_FOUND.code(), 404);
    /// ```
    #[inline]
    #[must_use]
    pub const fn code(&self) -> u16 {
        self.code
    }

    /// Returns the reason phrase (RFC 9112 §4): the one in the IANA registry, where
    /// that has one, and else the one that the code is known by.
    ///
    /// ```
    /// assert_eq!(http_status_info::codes::NOT_FOUND.name(), "Not Found");
    /// ```
    #[inline]
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

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

    /// Returns the class of the code (RFC 9110 §15), nothing above 599.
    ///
    /// ```
    /// use http_status_info::{Class, codes};
    ///
    /// assert_eq!(codes::NOT_FOUND.class(), Some(Class::ClientError));
    /// ```
    #[inline]
    #[must_use]
    pub const fn class(&self) -> Option<Class> {
        Class::of(self.code)
    }

    /// Returns one sentence for developers: what the code means, in plain text of at
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

    /// Returns a sentence or two for the visitor of a web site who meets the code on
    /// an error page. It blames nobody, and holds no jargon.
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

    /// Returns a short label of the section that [`spec`](Self::spec) leads to.
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

    /// Returns further reading.
    ///
    /// ```
    /// let link = http_status_info::codes::NOT_FOUND.links()[0];
    /// assert_eq!(link.from(), "MDN web docs");
    /// ```
    #[inline]
    #[must_use]
    pub const fn links(&self) -> &'static [Link] {
        list(tables::LINKS, self.code)
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

    /// Tells whether the code is in the IANA registry with a meaning of its own.
    ///
    /// ```
    /// use http_status_info::codes;
    ///
    /// assert!(codes::NOT_FOUND.is_standard());
    /// assert!(!codes::IM_A_TEAPOT.is_standard());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_standard(&self) -> bool {
        self.standard
    }

    /// Tells whether the registration is temporary, or the RFC experimental.
    ///
    /// ```
    /// assert!(http_status_info::codes::EARLY_HINTS.is_experimental());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_experimental(&self) -> bool {
        self.experimental
    }

    /// Tells whether the code must not or should not be generated any more.
    ///
    /// ```
    /// assert!(http_status_info::codes::USE_PROXY.is_deprecated());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_deprecated(&self) -> bool {
        self.deprecated
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

    /// Tells whether the code is heuristically cacheable: whether a cache may reuse the
    /// response without explicit freshness (RFC 9110 §15.1, RFC 9111 §4.2.2).
    ///
    /// With explicit freshness, a cache may store responses with other codes too
    /// (RFC 9111 §3), unless what defines the code forbids it, as for 429.
    ///
    /// ```
    /// use http_status_info::codes;
    ///
    /// assert_eq!(codes::NOT_FOUND.cacheable(), Some(true));
    /// assert_eq!(codes::FOUND.cacheable(), Some(false));
    /// ```
    #[inline]
    #[must_use]
    pub const fn cacheable(&self) -> Option<bool> {
        self.cacheable
    }

    /// Returns whether a response with the code has content (RFC 9110 §6.4.1).
    ///
    /// ```
    /// use http_status_info::{Content, codes};
    ///
    /// assert_eq!(codes::NOT_MODIFIED.content(), Some(Content::None));
    /// ```
    #[inline]
    #[must_use]
    pub const fn content(&self) -> Option<Content> {
        self.content
    }

    /// Returns what a client may do about the code by repeating the request.
    ///
    /// ```
    /// use http_status_info::{Retry, codes};
    ///
    /// assert_eq!(codes::TOO_MANY_REQUESTS.retry(), Some(Retry::WithHeader));
    /// ```
    #[inline]
    #[must_use]
    pub const fn retry(&self) -> Option<Retry> {
        self.retry
    }

    /// Returns what following the code as a redirect does to the method (RFC 9110
    /// §15.4).
    ///
    /// ```
    /// use http_status_info::{Redirect, codes};
    ///
    /// assert_eq!(codes::SEE_OTHER.redirect(), Some(Redirect::MethodBecomesGet));
    /// ```
    #[inline]
    #[must_use]
    pub const fn redirect(&self) -> Option<Redirect> {
        self.redirect
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

    /// Returns the gRPC code that a client derives from the code, where a response
    /// has no `grpc-status`. Nothing for 1xx, which gRPC clients skip.
    ///
    /// ```
    /// use http_status_info::{GrpcCode, codes};
    ///
    /// assert_eq!(codes::FORBIDDEN.grpc(), Some(GrpcCode::PermissionDenied));
    /// ```
    #[inline]
    #[must_use]
    pub const fn grpc(&self) -> Option<GrpcCode> {
        self.grpc
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

    /// Returns what several parties mean by the code, where they do not mean the same.
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

    /// Returns where the document of the status came from.
    ///
    /// ```
    /// use http_status_info::{Origin, codes};
    ///
    /// assert_eq!(codes::NOT_FOUND.origin(), Origin::BuiltIn);
    /// ```
    #[inline]
    #[must_use]
    pub const fn origin(&self) -> Origin {
        self.origin
    }

    /// Returns what one has to know about the code, one piece of text each.
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

impl fmt::Debug for StatusInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("StatusInfo").field(&self.code).field(&self.name).finish()
    }
}

/// Writes the title, honoring width and alignment.
///
/// ```
/// use http_status_info::codes;
///
/// assert_eq!(format!("{:>15}|", codes::NOT_FOUND), "  404 Not Found|");
/// ```
impl fmt::Display for StatusInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.title())
    }
}

impl PartialEq for StatusInfo {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for StatusInfo {}

impl PartialOrd for StatusInfo {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for StatusInfo {
    fn cmp(&self, other: &Self) -> Ordering {
        self.code.cmp(&other.code)
    }
}

impl Hash for StatusInfo {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.code.hash(state);
    }
}
