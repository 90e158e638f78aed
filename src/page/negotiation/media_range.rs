//! Media ranges (RFC 9110 §12.5.1), and which media types they name.

pub(super) const MARKDOWN: &[u8] = b"text/markdown";

/// A media range (RFC 9110 §12.5.1). Text that is none fits no offer, since offers are media
/// types.
#[derive(Clone, Copy, Debug)]
pub(super) enum Range<'f> {
    /// `*/*`, also written `*`.
    All,
    /// `text/*`
    Type(&'f [u8]),
    /// `text/html`
    One(&'f [u8], Meaning),
}

/// What a media type says about offers of other types.
#[derive(Clone, Copy, Debug)]
pub(super) enum Meaning {
    Nothing,
    /// JSON: a problem in JSON satisfies it.
    Json,
    /// A type that ends in `+json`: likewise.
    AnyJson,
    /// XHTML: HTML satisfies it.
    Xhtml,
    /// Markdown: text is near to it.
    Markdown,
}

impl<'f> Range<'f> {
    #[inline]
    pub(super) fn of(range: &'f [u8]) -> Self {
        match range {
            b"*" | b"*/*" => Self::All,
            [kind @ .., b'/', b'*'] => Self::Type(kind),
            _ => Self::One(range, Meaning::of(range)),
        }
    }

    /// Tells whether it has a type and a subtype.
    #[inline]
    pub(super) fn is_well_formed(self) -> bool {
        match self {
            Self::All | Self::Type(_) => true,
            Self::One(range, _) => {
                !matches!(range, [b'/', ..] | [b'*', b'/', ..] | [.., b'/']) && range.contains(&b'/')
            }
        }
    }
}

impl Meaning {
    #[inline]
    fn of(media_type: &[u8]) -> Self {
        match media_type {
            // Few of the others end in this letter.
            [.., b'n' | b'N'] => match media_type {
                _ if is_same(media_type, b"application/json") => Self::Json,
                _ if is_any_json(media_type) => Self::AnyJson,
                _ if is_same(media_type, MARKDOWN) => Self::Markdown,
                _ if is_same(media_type, b"text/x-markdown") => Self::Markdown,
                _ => Self::Nothing,
            },
            _ if is_same(media_type, b"application/xhtml+xml") => Self::Xhtml,
            _ => Self::Nothing,
        }
    }
}

/// The parameters of an offer, if its media type is this one.
#[inline]
pub(super) fn parameters_of<'o>(offer: &'o str, media_type: &[u8]) -> Option<&'o [u8]> {
    let (own, parameters) = offer.as_bytes().split_at_checked(media_type.len())?;
    let is_whole = matches!(parameters.first(), None | Some(b';' | b' ' | b'\t'));
    (is_whole && is_same(own, media_type)).then_some(parameters)
}

/// Tells whether an offer is of this type, whatever its subtype.
pub(super) fn is_of_type(offer: &str, kind: &[u8]) -> bool {
    let parts = offer.as_bytes().split_at_checked(kind.len());
    parts.is_some_and(|(own, subtype)| subtype.first() == Some(&b'/') && own.eq_ignore_ascii_case(kind))
}

/// Tells whether two names are the same. They mostly differ in length or at the end.
#[inline]
fn is_same(a: &[u8], b: &[u8]) -> bool {
    // Letters differ by this bit, and so do some others, which are then compared in full.
    let end = |name: &[u8]| name.last().map(|byte| byte | 0x20);
    a.len() == b.len() && end(a) == end(b) && (a == b || a.eq_ignore_ascii_case(b))
}

/// Tells whether a media type is one of those in JSON (RFC 6839 §3.1).
fn is_any_json(media_type: &[u8]) -> bool {
    let Some((name, suffix)) = media_type.split_last_chunk::<5>() else { return false };
    let has_type = || name.contains(&b'/') && !matches!(name, [b'/', ..] | [b'*', b'/', ..]);
    is_same(suffix, b"+json") && has_type()
}
