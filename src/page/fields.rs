//! The header fields that error pages read and write, whatever type a framework keeps
//! them in.

/// Names the fields once, and hands the list to each framework's own kind of name.
macro_rules! fields {
    ($($variant:ident $name:literal)+) => {
        /// A header field that error pages read or write.
        ///
        /// Frameworks have types of their own for names; the place of a variant in
        /// [`ALL`](Self::ALL), which is `self as usize`, leads to theirs.
        ///
        /// ```
        /// use http_status_info::page::exchange::Field;
        ///
        /// assert_eq!(Field::RetryAfter.name(), "retry-after");
        /// assert_eq!(Field::ALL[Field::RetryAfter as usize], Field::RetryAfter);
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Field {
            $(#[doc = concat!("`", $name, "`")] $variant,)+
        }

        impl Field {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Returns the name in lower case.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }

        /// Applies a macro or a function to the name of each field, in order.
        #[cfg(any(feature = "actix-web", feature = "tower"))]
        macro_rules! each_field {
            ($of:path) => { [$($of($name)),+] };
        }
        #[cfg(any(feature = "actix-web", feature = "tower"))]
        pub(crate) use each_field;
    };
}

fields! {
    Accept "accept"
    AcceptLanguage "accept-language"
    AcceptRanges "accept-ranges"
    Allow "allow"
    CacheControl "cache-control"
    ContentDigest "content-digest"
    ContentDisposition "content-disposition"
    ContentEncoding "content-encoding"
    ContentLanguage "content-language"
    ContentLength "content-length"
    ContentLocation "content-location"
    ContentMd5 "content-md5"
    ContentRange "content-range"
    ContentSecurityPolicy "content-security-policy"
    ContentType "content-type"
    Digest "digest"
    Etag "etag"
    Expires "expires"
    HxBoosted "hx-boosted"
    HxRequest "hx-request"
    HxRequestType "hx-request-type"
    LastModified "last-modified"
    ReprDigest "repr-digest"
    RetryAfter "retry-after"
    SecFetchDest "sec-fetch-dest"
    Trailer "trailer"
    TransferEncoding "transfer-encoding"
    Vary "vary"
    WwwAuthenticate "www-authenticate"
    XContentTypeOptions "x-content-type-options"
    XRobotsTag "x-robots-tag"
}

/// The header fields of a message, in whatever type a framework keeps them.
///
/// An adapter for a framework implements this and [`FieldsMut`] for the framework's type
/// and decides nothing: see [`exchange`](super::exchange).
pub trait Fields {
    /// A value that outlives the message.
    type Value: AsRef<[u8]>;

    /// Returns the values of a field, one for each line, in the order sent.
    fn lines(&self, field: Field) -> impl Iterator<Item = &[u8]>;

    /// Returns the first line of a field.
    fn first(&self, field: Field) -> Option<&[u8]> {
        self.lines(field).next()
    }

    /// Returns the value of a field, its lines joined with commas (RFC 9110 §5.3).
    fn joined(&self, field: Field) -> Option<Self::Value>;

    /// Returns the first value of the field of any name, given in lower case.
    fn named(&self, name: &str) -> Option<Self::Value>;
}

/// The header fields of a response that can be changed.
pub trait FieldsMut: Fields {
    /// Replaces all lines of a field by one. A value that no field can have changes
    /// nothing.
    fn set(&mut self, field: Field, value: &str);

    /// As [`set`](Self::set), for a value that need not be copied.
    fn set_static(&mut self, field: Field, value: &'static str) {
        self.set(field, value);
    }

    /// Makes room for more fields.
    fn reserve(&mut self, fields: usize) {
        let _ = fields;
    }

    /// Adds a line to a field. A value that no field can have changes nothing.
    fn append(&mut self, field: Field, value: &str);

    /// Removes all lines of a field.
    fn remove(&mut self, field: Field);
}
