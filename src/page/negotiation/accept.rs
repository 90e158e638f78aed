//! Chooses a media type by an `Accept` field (RFC 9110 §12.5.1).

use super::media_range::{MARKDOWN, Meaning, Range, is_of_type, parameters_of};
use crate::page::fields::grammar::{Member, is_same_value, members, parameters};
use crate::page::fields::weight::Weight;

/// Returns the place of the offer that an `Accept` field prefers, or nothing when it
/// accepts none of them.
///
/// `field` is the value of the field, its lines joined with commas. Offers are media types, in
/// the server's order. The most specific range that matches an offer sets its weight; of
/// ranges that are equally specific the first counts, and `q=0` excludes the offer. The
/// greatest weight wins. Among equals, an offer that the client names goes before one that only
/// a wildcard covers; then the server's order decides.
///
/// Some ranges match offers of another type, whatever parameters either has:
///
/// - `application/problem+json` that is not named itself has the greatest weight of
///   `application/json` and of the types named that end in `+json`. Of these, only
///   `application/json` can exclude it: the others are formats of their own.
/// - `application/xhtml+xml` matches `text/html`.
/// - Where `text/markdown` or `text/x-markdown` has the greatest weight in the field and is
///   not offered, `text/plain` is the nearest to it: it goes first among the equals that only a
///   wildcard covers.
///
/// Other parameters of a range must be those of the offer. A bare `*` is read as `*/*`, and
/// parameters of wildcards are not looked at, since real clients send both.
///
/// A weight is any number written with digits and at most one point; one above 1 counts as 1.
/// A parameter that is a media range itself, as in `application/json; text/plain; */*`, is
/// read as a member, and a weight belongs to the nearest range before it. A member that is
/// malformed is passed over by itself. The first 64 members count. Nothing is allocated, and
/// the time is linear in the length of the field.
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
/// // Java's HttpURLConnection has sent weights like these.
/// assert_eq!(preferred(b"text/html;q=.2, application/json;q=.9", &offers), Some(1));
/// ```
#[must_use]
pub fn preferred(field: &[u8], offers: &[impl AsRef<str>]) -> Option<usize> {
    /// How many offers the field is read for at a time, which takes no memory.
    const AT_ONCE: usize = 3;
    let offers_markdown = || offers.iter().any(|offer| parameters_of(offer.as_ref(), MARKDOWN).is_some());
    let mut best = Best::NONE;
    for (turn, some) in offers.chunks(AT_ONCE).enumerate() {
        let mut media_types = [""; AT_ONCE];
        for (media_type, offer) in media_types.iter_mut().zip(some) {
            *media_type = offer.as_ref();
        }
        let heard = Heard::of(field, media_types);
        let is_text_near = heard.is_markdown_preferred() && !offers_markdown();
        for (place, (offer, _)) in heard.offers.iter().zip(some).enumerate() {
            best.or(turn * AT_ONCE + place, offer.rank(is_text_near));
        }
    }
    best.place
}

/// How much an offer is liked: by its weight, then whether it is named, then whether it stands
/// in for another type. As one number, which is quickly compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank(u64);

impl Rank {
    /// That of all offers with a weight of zero, which is not acceptable, or below.
    const NONE: Self = Self(0b11);

    fn new(weight: Weight, is_named: bool, is_near: bool) -> Self {
        Self(u64::from(weight) << 2 | u64::from(is_named) << 1 | u64::from(is_near))
    }
}

/// The offer that is liked best, the first of those liked equally.
struct Best {
    place: Option<usize>,
    rank: Rank,
}

impl Best {
    const NONE: Self = Self { place: None, rank: Rank::NONE };

    #[inline]
    fn or(&mut self, place: usize, rank: Rank) {
        if rank > self.rank {
            *self = Self { place: Some(place), rank };
        }
    }
}

const HTML: &[u8] = b"text/html";
const PROBLEM: &[u8] = b"application/problem+json";
const TEXT: &[u8] = b"text/plain";

/// How specifically a range matches an offer, from the least to the most.
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

/// A media type that could be sent, with the weights that ranges give it.
#[derive(Clone, Copy, Debug)]
struct Offer<'o> {
    media_type: &'o str,
    /// How the most specific range matches, and its weight.
    fit: Fit,
    own: Weight,
    /// The greatest weight of other types that the offer satisfies as well.
    also: Weight,
}

impl<'o> Offer<'o> {
    const fn new(media_type: &'o str) -> Self {
        Self { media_type, fit: Fit::NOTHING, own: Weight::ZERO, also: Weight::ZERO }
    }

    fn is(&self, media_type: &[u8]) -> bool {
        parameters_of(self.media_type, media_type).is_some()
    }

    /// Takes a range into account.
    #[inline]
    fn hear(&mut self, range: Range<'_>, member: &Member<'_>) {
        let offer = self.media_type;
        let fit = match range {
            Range::All => Fit::ALL,
            Range::Type(kind) if is_of_type(offer, kind) => Fit::TYPE,
            Range::Type(_) => return,
            Range::One(media_type, meaning) => match (parameters_of(offer, media_type), meaning) {
                (Some(own), _) if member.has_parameters => Fit::of_parameters(offer, own, member.parameters),
                (Some(_), _) => Fit::ONE,
                (None, Meaning::Json) if self.is(PROBLEM) => Fit::JSON,
                (None, Meaning::AnyJson) if self.is(PROBLEM) => return self.hear_also(member),
                (None, Meaning::Xhtml) if self.is(HTML) => return self.hear_also(member),
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

    #[inline]
    fn rank(&self, is_text_near: bool) -> Rank {
        let Self { fit, own, also, .. } = *self;
        let (weight, is_named) = if fit >= Fit::ONE {
            (own, true)
        } else if fit == Fit::JSON {
            (own.max(also), true)
        } else if also > Weight::ZERO && (also >= own || self.is(PROBLEM)) {
            (also, true)
        } else {
            (own, false)
        };
        Rank::new(weight, is_named, is_text_near && !is_named && self.is(TEXT))
    }
}

/// Offers, and what a field says of them and of Markdown.
#[derive(Clone, Copy, Debug)]
struct Heard<'o, const N: usize> {
    offers: [Offer<'o>; N],
    /// The greatest weight of all ranges, and that of Markdown.
    greatest: Weight,
    markdown: Weight,
}

impl<'o, const N: usize> Heard<'o, N> {
    #[inline]
    fn of(field: &[u8], media_types: [&'o str; N]) -> Self {
        let (greatest, markdown) = (Weight::ZERO, Weight::ZERO);
        let mut heard = Self { offers: media_types.map(Offer::new), greatest, markdown };
        for member in members(field) {
            let range = Range::of(member.range);
            for offer in &mut heard.offers {
                offer.hear(range, &member);
            }
            if member.weight > heard.greatest && range.is_well_formed() {
                heard.greatest = member.weight;
            }
            if let Range::One(_, Meaning::Markdown) = range {
                heard.markdown = heard.markdown.max(member.weight);
            }
        }
        heard
    }

    fn is_markdown_preferred(&self) -> bool {
        self.markdown > Weight::ZERO && self.markdown == self.greatest
    }
}
