//! Chooses a media type by an `Accept` field (RFC 9110 §12.5.1).

use super::media_range::{MARKDOWN, Range, Relation, is_of_type, parameters_of};
use crate::page::fields::grammar::{Member, is_same_value, members, parameters};
use crate::page::fields::weight::Weight;

/// Returns the index of the offer that an `Accept` field prefers, or `None` if the field accepts
/// no offer.
///
/// `field` is the value of the field, with its lines joined by commas. `offers` are media types,
/// in the server's order of preference.
///
/// The most specific range that matches an offer sets its weight. Of equally specific ranges, the
/// first counts. `q=0` excludes the offer. The offer with the greatest weight wins. If weights are
/// equal, an offer that the client names goes before an offer that only a wildcard matches. After
/// that, the server's order decides.
///
/// Some ranges match offers of another type, whatever the parameters of either:
///
/// - If the field does not name `application/problem+json`, this type gets the greatest weight of
///   `application/json` and of the named types that end in `+json`. Only `application/json` can
///   exclude it: the other types are formats of their own.
/// - `application/xhtml+xml` matches `text/html`.
/// - `text/plain` is the fallback for Markdown. If `text/markdown` or `text/x-markdown` has the
///   greatest weight in the field and is not offered, `text/plain` goes first among the offers of
///   equal weight that only a wildcard matches.
///
/// A range with parameters matches an offer of its own type only if the offer has these parameters.
/// Parameters of wildcards and of `application/problem+json` are ignored. A bare `*` is read as
/// `*/*`.
///
/// A weight is a number of digits with at most one point. A weight above 1 counts as 1, and a
/// weight belongs to the nearest range before it. A parameter that is itself a media range, as in
/// `application/json; text/plain; */*`, counts as a member. A malformed member is skipped, and the
/// others count. Only the first 64 members count.
///
/// The function allocates nothing, and its time is linear in the length of the field.
///
/// ```
/// use http_status_info::page::negotiation::accept::preferred;
///
/// let offers = ["text/html", "application/problem+json", "text/plain"];
/// assert_eq!(preferred(b"text/*;q=0.5, application/json", &offers), Some(1));
/// assert_eq!(preferred(b"text/html;q=0, text/*", &offers), Some(2));
/// assert_eq!(preferred(b"image/avif", &offers), None);
///
/// // The axios library sends this field. It names JSON, and only its wildcard matches HTML.
/// assert_eq!(preferred(b"application/json, text/plain, */*", &offers), Some(1));
/// // Java's HttpURLConnection has sent weights like these.
/// assert_eq!(preferred(b"text/html;q=.2, application/json;q=.9", &offers), Some(1));
/// ```
#[must_use]
pub fn preferred(field: &[u8], offers: &[impl AsRef<str>]) -> Option<usize> {
    /// The number of offers for each pass over the field. A fixed number needs no allocation.
    const CHUNK: usize = 3;
    let offers_markdown = || offers.iter().any(|offer| parameters_of(offer.as_ref(), MARKDOWN).is_some());
    let mut best = Best::NONE;
    for (chunk_index, chunk) in offers.chunks(CHUNK).enumerate() {
        let mut media_types = [""; CHUNK];
        for (media_type, offer) in media_types.iter_mut().zip(chunk) {
            *media_type = offer.as_ref();
        }
        let weighted = WeightedOffers::read(field, media_types);
        let needs_markdown_fallback = weighted.prefers_markdown() && !offers_markdown();
        for (index, (offer, _)) in weighted.offers.iter().zip(chunk).enumerate() {
            best.consider(chunk_index * CHUNK + index, offer.rank(needs_markdown_fallback));
        }
    }
    best.index
}

/// The rank of an offer: by its weight, then by whether the field names it, then by whether it is
/// the fallback for Markdown. The rank is one number, for a quick comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank(u64);

impl Rank {
    /// The greatest rank of an offer that is not acceptable, since its weight is zero.
    const NOT_ACCEPTABLE: Self = Self(0b11);

    fn new(weight: Weight, is_named: bool, is_fallback: bool) -> Self {
        Self(u64::from(weight) << 2 | u64::from(is_named) << 1 | u64::from(is_fallback))
    }
}

/// The offer with the greatest rank, or the first of several with that rank.
struct Best {
    index: Option<usize>,
    rank: Rank,
}

impl Best {
    const NONE: Self = Self { index: None, rank: Rank::NOT_ACCEPTABLE };

    #[inline]
    fn consider(&mut self, index: usize, rank: Rank) {
        if rank > self.rank {
            *self = Self { index: Some(index), rank };
        }
    }
}

const HTML: &[u8] = b"text/html";
const PROBLEM: &[u8] = b"application/problem+json";
const TEXT: &[u8] = b"text/plain";

/// How specifically a range matches an offer, from the least to the most specific.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Specificity(u32);

impl Specificity {
    /// The range does not match.
    const NONE: Self = Self(0);
    /// `*/*`
    const ALL: Self = Self(1);
    /// `text/*`
    const TYPE: Self = Self(2);
    /// `application/json`, which also matches a problem in JSON.
    const JSON: Self = Self(3);
    /// The type itself. Each parameter adds one.
    const EXACT: Self = Self(4);

    /// How specifically a range with parameters matches an offer of its own type. The offer must
    /// have all these parameters, unless it is a problem in JSON.
    fn with_parameters(offer: &str, offer_parameters: &[u8], range_parameters: &[u8]) -> Self {
        let mut specificity = Self::EXACT;
        if parameters_of(offer, PROBLEM).is_some() {
            return specificity;
        }
        for (name, value) in parameters(range_parameters) {
            let ignore_case = name.eq_ignore_ascii_case(b"charset");
            let has_parameter = parameters(offer_parameters).any(|(offer_name, offer_value)| {
                offer_name.eq_ignore_ascii_case(name) && is_same_value(offer_value, value, ignore_case)
            });
            if !has_parameter {
                return Self::NONE;
            }
            specificity.0 += 1;
        }
        specificity
    }
}

/// A media type on offer, with the weights that ranges give it.
#[derive(Clone, Copy, Debug)]
struct Offer<'o> {
    media_type: &'o str,
    /// The specificity of the most specific range that matches.
    specificity: Specificity,
    /// The weight of that range.
    weight: Weight,
    /// The greatest weight of the ranges for other types that match the offer too.
    related_weight: Weight,
}

impl<'o> Offer<'o> {
    const fn new(media_type: &'o str) -> Self {
        let (specificity, weight) = (Specificity::NONE, Weight::ZERO);
        Self { media_type, specificity, weight, related_weight: weight }
    }

    fn has_type(&self, media_type: &[u8]) -> bool {
        parameters_of(self.media_type, media_type).is_some()
    }

    /// Applies a range to the offer.
    #[inline]
    fn apply(&mut self, range: Range<'_>, member: &Member<'_>) {
        let offer = self.media_type;
        let specificity = match range {
            Range::All => Specificity::ALL,
            Range::Type(kind) if is_of_type(offer, kind) => Specificity::TYPE,
            Range::Type(_) => return,
            Range::Exact(media_type, relation) => match (parameters_of(offer, media_type), relation) {
                (Some(parameters), _) if member.has_parameters => {
                    Specificity::with_parameters(offer, parameters, member.parameters)
                }
                (Some(_), _) => Specificity::EXACT,
                (None, Relation::Json) if self.has_type(PROBLEM) => Specificity::JSON,
                (None, Relation::AnyJson) if self.has_type(PROBLEM) => return self.apply_related(member),
                (None, Relation::Xhtml) if self.has_type(HTML) => return self.apply_related(member),
                _ => return,
            },
        };
        if specificity > self.specificity {
            (self.specificity, self.weight) = (specificity, member.weight);
        }
    }

    /// Applies a range for another type that matches the offer too.
    fn apply_related(&mut self, member: &Member<'_>) {
        self.related_weight = self.related_weight.max(member.weight);
    }

    #[inline]
    fn rank(&self, needs_markdown_fallback: bool) -> Rank {
        let Self { specificity, weight, related_weight, .. } = *self;
        let (weight, is_named) = if specificity >= Specificity::EXACT {
            (weight, true)
        } else if specificity == Specificity::JSON {
            (weight.max(related_weight), true)
        } else if related_weight > Weight::ZERO && (related_weight >= weight || self.has_type(PROBLEM)) {
            (related_weight, true)
        } else {
            (weight, false)
        };
        Rank::new(weight, is_named, needs_markdown_fallback && !is_named && self.has_type(TEXT))
    }
}

/// Offers with the weights that a field gives them, and the weight of Markdown.
#[derive(Clone, Copy, Debug)]
struct WeightedOffers<'o, const N: usize> {
    offers: [Offer<'o>; N],
    /// The greatest weight of all ranges.
    greatest_weight: Weight,
    /// The greatest weight of the ranges for Markdown.
    markdown_weight: Weight,
}

impl<'o, const N: usize> WeightedOffers<'o, N> {
    #[inline]
    fn read(field: &[u8], media_types: [&'o str; N]) -> Self {
        let (greatest_weight, markdown_weight) = (Weight::ZERO, Weight::ZERO);
        let mut weighted = Self { offers: media_types.map(Offer::new), greatest_weight, markdown_weight };
        for member in members(field) {
            let range = Range::of(member.range);
            for offer in &mut weighted.offers {
                offer.apply(range, &member);
            }
            if member.weight > weighted.greatest_weight && range.is_well_formed() {
                weighted.greatest_weight = member.weight;
            }
            if let Range::Exact(_, Relation::Markdown) = range {
                weighted.markdown_weight = weighted.markdown_weight.max(member.weight);
            }
        }
        weighted
    }

    fn prefers_markdown(&self) -> bool {
        self.markdown_weight > Weight::ZERO && self.markdown_weight == self.greatest_weight
    }
}
