//! Header fields, in the type of any framework.

pub(in crate::page) mod facts;
pub(in crate::page) mod grammar;
mod list;
pub(in crate::page) mod weight;

pub(crate) use self::grammar::is_field_value;
pub use self::list::FieldList;

/// Defines the names once, and a macro that converts the list to a framework's own type.
macro_rules! names {
    ($($variant:ident $name:literal)+) => {
        /// The name of a header field that error pages read or write.
        ///
        /// Each framework has its own type for names. An adapter can keep a table of these in the
        /// order of [`ALL`](Self::ALL): `self as usize` is the index of a name.
        ///
        /// ```
        /// use http_status_info::page::FieldName;
        ///
        /// assert_eq!(FieldName::RetryAfter.as_str(), "retry-after");
        /// assert_eq!(FieldName::ALL[FieldName::RetryAfter as usize], FieldName::RetryAfter);
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum FieldName {
            $(#[doc = concat!("`", $name, "`")] $variant,)+
        }

        impl FieldName {
            /// Lists all names, in the order of the enum.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Returns the name in lower case.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }

        /// Applies a macro or a function to each name, in order.
        #[allow(unused_macros, reason = "for adapters, which are features")]
        macro_rules! field_names {
            ($convert:path) => { [$($convert($name)),+] };
        }
        #[allow(unused_imports, reason = "for adapters, which are features")]
        pub(crate) use field_names;
    };
}

names! {
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

/// The header fields of a request or response, in the type of any framework.
///
/// An adapter implements this trait and [`FieldsMut`] for its framework's type: see
/// [`Engine`](crate::page::Engine). [`FieldList`] implements both without a framework.
pub trait Fields {
    /// An owned field value, which outlives the message.
    type Value: AsRef<[u8]>;

    /// Iterates over the lines of a field, in the order sent.
    fn lines(&self, name: FieldName) -> impl Iterator<Item = &[u8]>;

    /// Returns the first line of a field.
    fn first(&self, name: FieldName) -> Option<&[u8]> {
        self.lines(name).next()
    }

    /// Returns the combined value of a field: its lines, joined with commas (RFC 9110 §5.3).
    fn combined(&self, name: FieldName) -> Option<Self::Value>;

    /// Returns the first line of a field with any name. The name is in lower case.
    fn get(&self, name: &str) -> Option<Self::Value>;
}

/// The header fields of a response, for reading and writing.
pub trait FieldsMut: Fields {
    /// Replaces all lines of a field by one line. An invalid value (RFC 9110 §5.5) changes nothing.
    fn set(&mut self, name: FieldName, value: &str);

    /// Does the same as [`set`](Self::set), with a static value that need not be copied.
    fn set_static(&mut self, name: FieldName, value: &'static str) {
        self.set(name, value);
    }

    /// Reserves capacity for more fields.
    fn reserve(&mut self, fields: usize) {
        let _ = fields;
    }

    /// Adds a line to a field. An invalid value changes nothing.
    fn append(&mut self, name: FieldName, value: &str);

    /// Removes all lines of a field.
    fn remove(&mut self, name: FieldName);
}
