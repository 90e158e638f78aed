//! The closed vocabularies of a status document.
//!
//! The library and the build script both compile this file. The words that a document may use
//! are therefore the words that the library knows.

use super::word::vocabulary;

vocabulary! {
    /// The class of a status code, which its first digit names (RFC 9110 §15).
    ///
    /// Codes from 100 to 599 have a class. The three-digit codes above 599 have none. They
    /// are invalid in HTTP (RFC 9110 §15), though some software uses them.
    ///
    /// ```
    /// use http_status_info::{Class, codes};
    ///
    /// assert_eq!(codes::NOT_FOUND.class(), Some(Class::ClientError));
    /// assert_eq!(Class::of(599), Some(Class::ServerError));
    /// assert_eq!(Class::of(600), None);
    /// ```
    #[derive(PartialOrd, Ord)]
    Class, "Class.md" {
        /// 1xx: an interim response, the final one is still to come (RFC 9110 §15.2).
        Informational = "informational",
        /// 2xx: the server understood the request and took it on (RFC 9110 §15.3).
        Successful = "successful",
        /// 3xx: the client has one more step to take, often elsewhere (RFC 9110 §15.4).
        Redirection = "redirection",
        /// 4xx: the client seems to have erred (RFC 9110 §15.5).
        ClientError = "client-error",
        /// 5xx: the server knows that it failed or cannot do this (RFC 9110 §15.6).
        ServerError = "server-error",
    }
}

impl Class {
    /// Returns the class of any code from 100 to 599, with or without a document.
    ///
    /// ```
    /// use http_status_info::Class;
    ///
    /// assert_eq!(Class::of(299), Some(Class::Successful));
    /// assert_eq!(Class::of(99), None);
    /// assert_eq!(Class::of(1000), None);
    /// ```
    #[must_use]
    pub const fn of(code: u16) -> Option<Self> {
        match code {
            100..=199 => Some(Self::Informational),
            200..=299 => Some(Self::Successful),
            300..=399 => Some(Self::Redirection),
            400..=499 => Some(Self::ClientError),
            500..=599 => Some(Self::ServerError),
            _ => None,
        }
    }
}

vocabulary! {
    /// Whether a response with the code has content (RFC 9110 §6.4).
    ///
    /// Whatever the code, a response to HEAD never has content. Neither has a 2xx response
    /// to CONNECT (RFC 9110 §6.4.1).
    ///
    /// ```
    /// use http_status_info::{Content, codes};
    ///
    /// assert_eq!(codes::NO_CONTENT.content(), Some(Content::None));
    /// ```
    Content, "Content.md" {
        /// The response may have content, of any length.
        Allowed = "allowed",
        /// The response ends after its header section: 1xx, 204 and 304
        /// (RFC 9110 §6.4.1).
        None = "none",
        /// The response is framed like any other, but the server must not
        /// generate content: 205 (RFC 9110 §15.3.6).
        Empty = "empty",
    }
}

vocabulary! {
    /// Whether and when a client may repeat the request.
    ///
    /// If the defining section is silent, the general rules of RFC 9110 §9.2.2 apply. A client
    /// should not automatically repeat a request whose method is not idempotent, unless it
    /// knows that the request is idempotent all the same or was never applied. A client should
    /// not automatically repeat a failed automatic retry.
    ///
    /// ```
    /// use http_status_info::{Retry, codes};
    ///
    /// assert_eq!(codes::SERVICE_UNAVAILABLE.retry(), Some(Retry::WithHeader));
    /// ```
    #[non_exhaustive]
    Retry, "Retry.md" {
        /// Nothing failed, so there is nothing to repeat.
        None = "none",
        /// Follow the redirect instead.
        Redirect = "redirect",
        /// A request with any method may be repeated, under the condition that
        /// the document names.
        Always = "always",
        /// Repeat after the time in `Retry-After` (RFC 9110 §10.2.3). A response without the
        /// field does not say when to repeat. For 413, the field marks the condition as
        /// temporary (RFC 9110 §15.5.14).
        WithHeader = "with-header",
        /// Repeat only a request that was changed: other credentials, a shorter
        /// target, different content.
        AfterChange = "after-change",
        /// A person has to act first.
        UserAction = "user-action",
        /// Repeating does not help.
        Never = "never",
        /// The defining section does not say: RFC 9110 §9.2.2 applies.
        Unspecified = "unspecified",
    }
}

vocabulary! {
    /// The effect of a redirect on the method (RFC 9110 §15.4).
    ///
    /// ```
    /// use http_status_info::{Redirect, codes};
    ///
    /// assert_eq!(codes::PERMANENT_REDIRECT.redirect(), Some(Redirect::MethodPreserved));
    /// ```
    Redirect, "Redirect.md" {
        /// The code is not a redirect that a client follows.
        None = "none",
        /// POST may become GET, for historical reasons.
        MethodMayChange = "method-may-change",
        /// The client fetches the other resource with GET, or HEAD.
        MethodBecomesGet = "method-becomes-get",
        /// The client repeats the method that it used.
        MethodPreserved = "method-preserved",
    }
}

vocabulary! {
    /// The strength of the requirement for a response header field, in the words of BCP 14
    /// (RFC 2119, RFC 8174).
    ///
    /// ```
    /// use http_status_info::{Requirement, codes};
    ///
    /// let allow = codes::METHOD_NOT_ALLOWED.headers()[0];
    /// assert_eq!((allow.name(), allow.requirement()), ("Allow", Requirement::Must));
    /// ```
    Requirement, "Requirement.md" {
        /// The field is absolutely required.
        Must = "must",
        /// The field is required unless there is a good reason to leave it out.
        Should = "should",
        /// The field is optional.
        May = "may",
    }
}

vocabulary! {
    /// A status code of gRPC.
    ///
    /// A gRPC client may receive a response without `grpc-status`, from an intermediary for
    /// example. The client then derives the gRPC code from the HTTP status code
    /// (`http-grpc-status-mapping.md` in the gRPC documentation). The mapping is for clients
    /// only and must not be used backwards.
    ///
    /// ```
    /// use http_status_info::{GrpcCode, codes};
    ///
    /// assert_eq!(codes::NOT_FOUND.grpc(), Some(GrpcCode::Unimplemented));
    /// assert_eq!(GrpcCode::Unimplemented.number(), 12);
    /// ```
    GrpcCode, "GrpcCode.md" {
        /// Not an error.
        Ok = "OK",
        /// The operation was cancelled, typically by the caller.
        Cancelled = "CANCELLED",
        /// An error of which nothing more is known.
        Unknown = "UNKNOWN",
        /// The caller gave an argument that no state of the system would make valid.
        InvalidArgument = "INVALID_ARGUMENT",
        /// The deadline expired before the operation completed.
        DeadlineExceeded = "DEADLINE_EXCEEDED",
        /// A requested entity was not found.
        NotFound = "NOT_FOUND",
        /// The entity that the caller wanted to create exists.
        AlreadyExists = "ALREADY_EXISTS",
        /// The caller does not have permission for the operation.
        PermissionDenied = "PERMISSION_DENIED",
        /// A quota or another resource is used up.
        ResourceExhausted = "RESOURCE_EXHAUSTED",
        /// The system is not in the state that the operation needs.
        FailedPrecondition = "FAILED_PRECONDITION",
        /// The operation was aborted, typically by a concurrent one.
        Aborted = "ABORTED",
        /// The operation went past the valid range.
        OutOfRange = "OUT_OF_RANGE",
        /// The operation is not implemented or not enabled here.
        Unimplemented = "UNIMPLEMENTED",
        /// An invariant of the underlying system is broken.
        Internal = "INTERNAL",
        /// The service is unavailable at the moment.
        Unavailable = "UNAVAILABLE",
        /// Data is lost or corrupted beyond recovery.
        DataLoss = "DATA_LOSS",
        /// The caller is not authenticated.
        Unauthenticated = "UNAUTHENTICATED",
    }
}

impl GrpcCode {
    /// Returns the number of the code on the wire, 0 to 16.
    ///
    /// ```
    /// use http_status_info::GrpcCode;
    ///
    /// assert_eq!(GrpcCode::Unavailable.number(), 14);
    /// ```
    #[must_use]
    pub const fn number(self) -> u8 {
        // The variants are defined in the order of their numbers.
        self as u8
    }
}

vocabulary! {
    /// The origin of the document of a record.
    ///
    /// ```
    /// use http_status_info::{Origin, codes};
    ///
    /// assert_eq!(codes::NOT_FOUND.origin(), Origin::BuiltIn);
    /// ```
    #[derive(PartialOrd, Ord)]
    #[non_exhaustive]
    Origin, "Origin.md" {
        /// The document is from this crate.
        BuiltIn = "built-in",
        /// The document is from the folder that the application named in
        /// `HTTP_STATUS_INFO_DOCUMENTS` (feature `custom-documents`).
        Application = "application",
    }
}
