//! The class of a status, its predicates, and the statuses of a class.
//!
//! The predicates have the names of those of `http::StatusCode`.

use super::info::StatusInfo;
use super::iter::Iter;
use super::vocab::Class;

impl Class {
    /// Iterates over the statuses of the class that have a document, in order of code.
    ///
    /// ```
    /// use http_status_info::{Class, codes};
    ///
    /// let mut errors = Class::ServerError.statuses();
    /// assert_eq!(errors.next(), Some(codes::INTERNAL_SERVER_ERROR));
    /// assert!(errors.all(|status| status.class() == Some(Class::ServerError)));
    /// ```
    ///
    /// The length and the iterator itself are known at compile time:
    ///
    /// ```
    /// use http_status_info::{Class, Iter};
    ///
    /// const ERRORS: Iter = Class::ClientError.statuses();
    ///
    /// assert!(ERRORS.len() > 40);
    /// ```
    #[must_use]
    pub const fn statuses(self) -> Iter {
        // The compiler finds the ends of each class, so a call searches for nothing.
        match self {
            Self::Informational => const { Iter::within(100, 199) },
            Self::Successful => const { Iter::within(200, 299) },
            Self::Redirection => const { Iter::within(300, 399) },
            Self::ClientError => const { Iter::within(400, 499) },
            Self::ServerError => const { Iter::within(500, 599) },
        }
    }

    /// Tells whether the class is 1xx.
    ///
    /// ```
    /// use http_status_info::Class;
    ///
    /// assert!(Class::Informational.is_informational());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_informational(self) -> bool {
        matches!(self, Self::Informational)
    }

    /// Tells whether the class is 2xx.
    ///
    /// ```
    /// use http_status_info::Class;
    ///
    /// assert!(Class::Successful.is_success());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_success(self) -> bool {
        matches!(self, Self::Successful)
    }

    /// Tells whether the class is 3xx.
    ///
    /// ```
    /// use http_status_info::Class;
    ///
    /// assert!(Class::Redirection.is_redirection());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_redirection(self) -> bool {
        matches!(self, Self::Redirection)
    }

    /// Tells whether the class is 4xx.
    ///
    /// ```
    /// use http_status_info::Class;
    ///
    /// assert!(Class::ClientError.is_client_error());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_client_error(self) -> bool {
        matches!(self, Self::ClientError)
    }

    /// Tells whether the class is 5xx.
    ///
    /// ```
    /// use http_status_info::Class;
    ///
    /// assert!(Class::ServerError.is_server_error());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_server_error(self) -> bool {
        matches!(self, Self::ServerError)
    }
}

impl StatusInfo {
    /// Returns the class of the code (RFC 9110 §15), or `None` above 599.
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

    /// Tells whether the code is 1xx, of the class [`Informational`](Class::Informational).
    ///
    /// ```
    /// assert!(http_status_info::codes::EARLY_HINTS.is_informational());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_informational(&self) -> bool {
        matches!(self.class(), Some(Class::Informational))
    }

    /// Tells whether the code is 2xx, of the class [`Successful`](Class::Successful).
    ///
    /// ```
    /// assert!(http_status_info::codes::NO_CONTENT.is_success());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_success(&self) -> bool {
        matches!(self.class(), Some(Class::Successful))
    }

    /// Tells whether the code is 3xx, of the class [`Redirection`](Class::Redirection).
    ///
    /// ```
    /// assert!(http_status_info::codes::SEE_OTHER.is_redirection());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_redirection(&self) -> bool {
        matches!(self.class(), Some(Class::Redirection))
    }

    /// Tells whether the code is 4xx, of the class [`ClientError`](Class::ClientError).
    ///
    /// ```
    /// assert!(http_status_info::codes::NOT_FOUND.is_client_error());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_client_error(&self) -> bool {
        matches!(self.class(), Some(Class::ClientError))
    }

    /// Tells whether the code is 5xx, of the class [`ServerError`](Class::ServerError).
    ///
    /// ```
    /// assert!(http_status_info::codes::BAD_GATEWAY.is_server_error());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_server_error(&self) -> bool {
        matches!(self.class(), Some(Class::ServerError))
    }
}
