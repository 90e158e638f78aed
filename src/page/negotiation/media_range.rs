//! Media ranges (RFC 9110 §12.5.1), and the media types that they match.

pub(super) const MARKDOWN: &[u8] = b"text/markdown";

/// A media range (RFC 9110 §12.5.1). Malformed text matches no offer, since offers are media types.
#[derive(Clone, Copy, Debug)]
pub(super) enum Range<'f> {
    /// `*/*`, also written `*`.
    All,
    /// `text/*`
    Type(&'f [u8]),
    /// `text/html`
    Exact(&'f [u8], Relation),
}

/// The relation of a media type to offers of other types.
#[derive(Clone, Copy, Debug)]
pub(super) enum Relation {
    None,
    /// JSON, which also matches a problem in JSON.
    Json,
    /// A type that ends in `+json`, which also matches a problem in JSON.
    AnyJson,
    /// XHTML, which also matches HTML.
    Xhtml,
    /// Markdown, whose fallback is plain text.
    Markdown,
}

impl<'f> Range<'f> {
    #[inline]
    pub(super) fn of(range: &'f [u8]) -> Self {
        match range {
            b"*" | b"*/*" => Self::All,
            [kind @ .., b'/', b'*'] => Self::Type(kind),
            _ => Self::Exact(range, Relation::of(range)),
        }
    }

    /// Tells whether it has a type and a subtype.
    #[inline]
    pub(super) fn is_well_formed(self) -> bool {
        match self {
            Self::All | Self::Type(_) => true,
            Self::Exact(range, _) => {
                !matches!(range, [b'/', ..] | [b'*', b'/', ..] | [.., b'/']) && range.contains(&b'/')
            }
        }
    }
}

impl Relation {
    #[inline]
    fn of(media_type: &[u8]) -> Self {
        match media_type {
            // This check is quick, and rules out most other types.
            [.., b'n' | b'N'] => match media_type {
                _ if is_same(media_type, b"application/json") => Self::Json,
                _ if is_any_json(media_type) => Self::AnyJson,
                _ if is_same(media_type, MARKDOWN) => Self::Markdown,
                _ if is_same(media_type, b"text/x-markdown") => Self::Markdown,
                _ => Self::None,
            },
            _ if is_same(media_type, b"application/xhtml+xml") => Self::Xhtml,
            _ => Self::None,
        }
    }
}

/// The parameters of an offer, if it has this media type.
#[inline]
pub(super) fn parameters_of<'o>(offer: &'o str, media_type: &[u8]) -> Option<&'o [u8]> {
    let (offer_type, parameters) = offer.as_bytes().split_at_checked(media_type.len())?;
    let is_whole = matches!(parameters.first(), None | Some(b';' | b' ' | b'\t'));
    (is_whole && is_same(offer_type, media_type)).then_some(parameters)
}

/// Tells whether an offer has this type, with any subtype.
pub(super) fn is_of_type(offer: &str, kind: &[u8]) -> bool {
    let parts = offer.as_bytes().split_at_checked(kind.len());
    parts.is_some_and(|(offer_kind, subtype)| {
        subtype.first() == Some(&b'/') && offer_kind.eq_ignore_ascii_case(kind)
    })
}

/// Tells whether two names are the same, without regard to case. Different names mostly differ in
/// length or in the last byte, which are compared first.
#[inline]
fn is_same(a: &[u8], b: &[u8]) -> bool {
    // This bit is the case of a letter. Some other bytes differ only by it too, and the comparison
    // of the whole names tells these apart.
    let end = |name: &[u8]| name.last().map(|byte| byte | 0x20);
    a.len() == b.len() && end(a) == end(b) && (a == b || a.eq_ignore_ascii_case(b))
}

/// Tells whether a media type has the suffix `+json` (RFC 6839 §3.1).
fn is_any_json(media_type: &[u8]) -> bool {
    let Some((name, suffix)) = media_type.split_last_chunk::<5>() else { return false };
    let has_type = || name.contains(&b'/') && !matches!(name, [b'/', ..] | [b'*', b'/', ..]);
    is_same(suffix, b"+json") && has_type()
}
