//! The status record and the short facts in it.

use core::fmt;

use super::vocab::{Content, GrpcCode, Origin, Redirect, Retry};

/// The record of one HTTP status code: its facts and texts.
///
/// Each status document has one static record. [`status_info`](crate::status_info) finds the
/// record by code, [`status_info_by_name`](crate::status_info_by_name) by name.
/// [`codes`](crate::codes) has a constant for each record, and [`iter`](crate::iter) lists them. A
/// lookup costs one load from a table. The page of the crate says [what a build
/// costs](crate#what-a-build-costs).
///
/// An optional fact is an `Option` or a list. `None` and an empty list mean unknown or none.
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
///
/// # Comparison
///
/// Records compare by code, with each other and with numbers:
///
/// ```
/// use http_status_info::codes;
///
/// let status = codes::TOO_MANY_REQUESTS;
/// assert_eq!(status, codes::TOO_MANY_REQUESTS);
/// assert!(status == 429 && 429 == status && status < 500);
/// assert!(status.is_client_error());
/// ```
///
/// To tell several codes apart, match on the number:
///
/// ```
/// use http_status_info::{StatusInfo, codes};
///
/// fn advice(status: &StatusInfo) -> &'static str {
///     match status.code() {
///         404 | 410 => "look elsewhere",
///         429 => "slow down",
///         _ if status.is_server_error() => "come back later",
///         _ => "read the takeaways",
///     }
/// }
///
/// assert_eq!(advice(codes::TOO_MANY_REQUESTS), "slow down");
/// assert_eq!(advice(codes::BAD_GATEWAY), "come back later");
/// ```
///
/// A constant of this type cannot be a pattern. A pattern needs a type that derives `PartialEq`,
/// and a derived comparison would compare every field of the record. This code does not compile:
///
/// ```compile_fail
/// use http_status_info::{StatusInfo, codes};
///
/// fn advice(status: &StatusInfo) -> &'static str {
///     match status {
///         codes::TOO_MANY_REQUESTS => "slow down",
///         _ => "read the takeaways",
///     }
/// }
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
    /// The number of takeaways.
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

    /// Returns the reason phrase (RFC 9112 §4). It comes from the IANA registry, if that has
    /// one, and otherwise from the software or document that uses the code.
    ///
    /// ```
    /// assert_eq!(http_status_info::codes::NOT_FOUND.name(), "Not Found");
    /// ```
    #[inline]
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
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

    /// Tells whether the code is heuristically cacheable: a cache may reuse the response
    /// without explicit freshness (RFC 9110 §15.1, RFC 9111 §4.2.2).
    ///
    /// With explicit freshness, a cache may store responses with other codes too
    /// (RFC 9111 §3), unless the definition of the code forbids it, as for 429.
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

    /// Returns whether and when a client may repeat the request.
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

    /// Returns the effect of the redirect on the method (RFC 9110 §15.4).
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

    /// Returns the gRPC code that a client derives from a response without `grpc-status`.
    /// It is `None` for 1xx, which gRPC clients skip.
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

    /// Returns the origin of the document: this crate or the application.
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
