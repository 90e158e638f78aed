//! The formats of error pages.

/// A format of error pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// `text/html`, for people.
    Html,
    /// `application/problem+json` (RFC 9457), for programs.
    Problem,
    /// `text/plain`, for terminals.
    Text,
}

impl Format {
    /// All formats, in the order of the enum.
    pub(in crate::page) const ALL: [Self; 3] = [Self::Html, Self::Problem, Self::Text];

    /// Returns the `Content-Type` of pages in this format.
    ///
    /// ```
    /// use http_status_info::page::Format;
    ///
    /// assert_eq!(Format::Problem.media_type(), "application/problem+json");
    /// ```
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Problem => "application/problem+json",
            Self::Text => "text/plain; charset=utf-8",
        }
    }
}
