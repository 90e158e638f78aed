//! Chooses a media type by an `Accept` field (RFC 9110 §12.5.1).

use crate::page::fields::grammar::{Member, is_same_value, members, parameters};
use crate::page::format::Format;

/// Returns the place of the offer that an `Accept` field prefers, or nothing when it
/// accepts none of them.
///
/// `field` is the value of the field, its lines joined with commas. Offers are media types, in
/// the server's order. How much one is liked is what the most specific range says that fits it;
/// of ranges that are equally specific the first counts, and `q=0` excludes the offer. The
/// greatest weight wins. Among equals, an offer that the client names goes before one that only
/// a wildcard covers; then the server's order decides.
///
/// A problem in JSON is JSON: what is said of `application/json` is said of
/// `application/problem+json`, and every other type that ends in `+json` accepts it, whatever
/// parameters they have. Likewise `application/xhtml+xml` accepts `text/html`. A bare `*` is
/// read as `*/*`, and parameters of wildcards are not looked at, since real clients send both.
///
/// A member that is malformed is passed over by itself. The first 64 members count.
/// Nothing is allocated, and the time is linear in the length of the field.
///
/// ```
/// use http_status_info::page::negotiation::accept::preferred;
///
/// let offers = ["text/html", "application/problem+json", "text/plain"];
/// assert_eq!(preferred(b"text/*;q=0.5, application/json", &offers), Some(1));
/// assert_eq!(preferred(b"text/html;q=0, text/*", &offers), Some(2));
/// assert_eq!(preferred(b"image/avif", &offers), None);
///
/// // The axios library sends this: JSON is named, HTML only covered.
/// assert_eq!(preferred(b"application/json, text/plain, */*", &offers), Some(1));
/// ```
#[must_use]
pub fn preferred(field: &[u8], offers: &[impl AsRef<str>]) -> Option<usize> {
    /// How many offers the field is read for at a time, which takes no memory.
    const AT_ONCE: usize = 3;
    let mut best = Best::NONE;
    for (turn, some) in offers.chunks(AT_ONCE).enumerate() {
        let mut media_types = [""; AT_ONCE];
        for (media_type, offer) in media_types.iter_mut().zip(some) {
            *media_type = offer.as_ref();
        }
        for (place, (offer, _)) in heard(field, media_types).iter().zip(some).enumerate() {
            best.or(turn * AT_ONCE + place, offer);
        }
    }
    best.place
}

/// The offer that is liked best, the first of those liked equally.
struct Best {
    place: Option<usize>,
    rank: (u16, bool),
}

impl Best {
    const NONE: Self = Self { place: None, rank: (0, true) };

    fn or(&mut self, place: usize, offer: &Offer<'_>) {
        let rank = offer.rank();
        // Zero is not acceptable, whoever names it.
        if rank > self.rank {
            *self = Self { place: Some(place), rank };
        }
    }
}

const HTML: &[u8] = b"text/html";
const PROBLEM: &[u8] = b"application/problem+json";

/// The parameters of an offer, if its media type is this one.
#[inline]
fn parameters_of<'o>(offer: &'o str, media_type: &[u8]) -> Option<&'o [u8]> {
    let (own, parameters) = offer.as_bytes().split_at_checked(media_type.len())?;
    let is_whole = matches!(parameters.first(), None | Some(b';' | b' ' | b'\t'));
    (is_whole && is_same(own, media_type)).then_some(parameters)
}

/// How specifically a range fits an offer, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fit(u32);

impl Fit {
    const NOTHING: Self = Self(0);
    /// `*/*`
    const ALL: Self = Self(1);
    /// `text/*`
    const TYPE: Self = Self(2);
    /// `application/json` for a problem in JSON.
    const JSON: Self = Self(3);
    /// The type itself, without parameters. Each of these adds one.
    const ONE: Self = Self(4);

    /// How a range fits an offer of its own type: the offer must have all its parameters,
    /// but in JSON.
    fn of_parameters(offer: &str, own: &[u8], wanted: &[u8]) -> Self {
        let mut fit = Self::ONE;
        if parameters_of(offer, PROBLEM).is_some() {
            return fit;
        }
        for (name, value) in parameters(wanted) {
            let ignore_case = name.eq_ignore_ascii_case(b"charset");
            let is_own = parameters(own).any(|(own_name, own_value)| {
                own_name.eq_ignore_ascii_case(name) && is_same_value(own_value, value, ignore_case)
            });
            if !is_own {
                return Self::NOTHING;
            }
            fit.0 += 1;
        }
        fit
    }
}

/// A media type that could be sent, and how much it is liked, in thousandths.
#[derive(Clone, Copy, Debug)]
struct Offer<'o> {
    media_type: &'o str,
    /// How the most specific range fits, and what that says.
    fit: Fit,
    own: u16,
    /// What other types say that the offer satisfies as well: that which is liked best.
    also: u16,
}

impl<'o> Offer<'o> {
    const fn new(media_type: &'o str) -> Self {
        Self { media_type, fit: Fit::NOTHING, own: 0, also: 0 }
    }

    /// Hears what a range says.
    #[inline]
    fn hear(&mut self, range: Range<'_>, member: &Member<'_>) {
        let offer = self.media_type;
        let fit = match range {
            Range::All => Fit::ALL,
            Range::Type(kind) if is_of_type(offer, kind) => Fit::TYPE,
            Range::Type(_) => return,
            Range::One(media_type, also) => match (parameters_of(offer, media_type), also) {
                (Some(own), _) if member.has_parameters => Fit::of_parameters(offer, own, member.parameters),
                (Some(_), _) => Fit::ONE,
                (None, Also::Json) if parameters_of(offer, PROBLEM).is_some() => Fit::JSON,
                (None, Also::AnyJson) if parameters_of(offer, PROBLEM).is_some() => {
                    return self.hear_also(member);
                }
                (None, Also::Xhtml) if parameters_of(offer, HTML).is_some() => return self.hear_also(member),
                _ => return,
            },
        };
        if fit > self.fit {
            (self.fit, self.own) = (fit, member.weight);
        }
    }

    fn hear_also(&mut self, member: &Member<'_>) {
        self.also = self.also.max(member.weight);
    }

    /// How much the offer is liked, and whether because the client named it.
    fn rank(self) -> (u16, bool) {
        if self.fit < Fit::JSON && self.also > 0 && self.also >= self.own {
            (self.also, true)
        } else {
            (self.own, self.fit >= Fit::JSON)
        }
    }
}

/// The offers, with what a field says of them.
#[inline]
fn heard<'o, const N: usize>(field: &[u8], offers: [&'o str; N]) -> [Offer<'o>; N] {
    let mut offers = offers.map(Offer::new);
    for member in members(field) {
        let range = Range::of(member.range);
        for offer in &mut offers {
            offer.hear(range, &member);
        }
    }
    offers
}

/// A media range (RFC 9110 §12.5.1). What is none fits no offer, since offers are media types.
#[derive(Clone, Copy, Debug)]
enum Range<'f> {
    /// `*/*`, also written `*`.
    All,
    /// `text/*`
    Type(&'f [u8]),
    /// `text/html`, and which other type it accepts.
    One(&'f [u8], Also),
}

/// Which other offers a media type accepts.
#[derive(Clone, Copy, Debug)]
enum Also {
    Nothing,
    /// JSON: a problem in JSON.
    Json,
    /// A type that ends in `+json`: a problem in JSON.
    AnyJson,
    /// XHTML: HTML.
    Xhtml,
}

impl<'f> Range<'f> {
    #[inline]
    fn of(range: &'f [u8]) -> Self {
        match range {
            b"*" | b"*/*" => Self::All,
            [kind @ .., b'/', b'*'] => Self::Type(kind),
            _ => Self::One(range, Also::of(range)),
        }
    }
}

impl Also {
    #[inline]
    fn of(media_type: &[u8]) -> Self {
        match media_type {
            _ if is_same(media_type, b"application/json") => Self::Json,
            _ if is_same(media_type, b"application/xhtml+xml") => Self::Xhtml,
            _ if is_any_json(media_type) => Self::AnyJson,
            _ => Self::Nothing,
        }
    }
}

/// Tells whether an offer is of this type, whatever its subtype.
fn is_of_type(offer: &str, kind: &[u8]) -> bool {
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

/// The format that a field prefers, among those that are offered, in their order.
pub(in crate::page) fn format(field: &[u8], offered: &[Format]) -> Option<Format> {
    let offers = heard(field, Format::ALL.map(Format::media_type));
    let mut best = Best::NONE;
    offered.iter().enumerate().for_each(|(place, &format)| best.or(place, &offers[format as usize]));
    best.place.map(|place| offered[place])
}
