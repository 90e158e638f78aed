//! Chooses a media type by an `Accept` field (RFC 9110 §12.5.1).

use super::format::Format;
use super::grammar::{Member, is_same_value, media_type_parts, members, parameters};

/// Returns the place of the offer that an `Accept` field prefers, or nothing when it
/// accepts none of them.
///
/// `field` is the value of the field, its lines joined with commas. The offers stand in
/// the server's order, which decides among those that the client likes equally, after
/// this: what the client names goes before what only a wildcard of its covers. The most
/// specific range that fits an offer says how much it is liked, and `q=0` excludes it;
/// of ranges that are equally specific the first counts.
///
/// A problem in JSON is JSON: what is said of `application/json` is said of
/// `application/problem+json`, and every other type that ends in `+json` accepts it,
/// whatever parameters they have. Likewise `application/xhtml+xml` accepts `text/html`.
/// A bare `*` is read as `*/*`, and
/// parameters of wildcards are not looked at, since real clients send both.
///
/// A member that is malformed is passed over by itself. The first 64 members count.
/// Nothing is allocated, and the time is linear in the length of the field.
///
/// ```
/// use http_status_info::page::accept::preferred;
///
/// let offers = ["text/html", "application/problem+json", "text/plain"];
/// assert_eq!(preferred(b"text/*;q=0.5, application/json", offers), Some(1));
/// assert_eq!(preferred(b"text/html;q=0, text/*", offers), Some(2));
/// assert_eq!(preferred(b"image/avif", offers), None);
///
/// // The axios library sends this: JSON is named, HTML only covered.
/// assert_eq!(preferred(b"application/json, text/plain, */*", offers), Some(1));
/// ```
#[must_use]
pub fn preferred<const N: usize>(field: &[u8], offers: [&str; N]) -> Option<usize> {
    best(weigh(field, &offers.map(Offer::of)))
}

/// The place of the greatest weight, the first of equal ones.
fn best(weights: impl IntoIterator<Item = Weight>) -> Option<usize> {
    let mut best: Option<(usize, (u16, bool))> = None;
    for (place, weight) in weights.into_iter().enumerate() {
        let rank = weight.rank();
        if rank.0 > 0 && best.is_none_or(|(_, other)| rank > other) {
            best = Some((place, rank));
        }
    }
    best.map(|(place, _)| place)
}

/// A media type that could be sent.
#[derive(Clone, Copy, Debug)]
struct Offer<'o> {
    kind: &'o [u8],
    subtype: &'o [u8],
    parameters: &'o [u8],
    also: Also,
}

/// Which other types accept an offer.
#[derive(Clone, Copy, Debug)]
enum Also {
    Nothing,
    /// JSON accepts a problem in JSON.
    Json,
    /// XHTML accepts HTML.
    Xhtml,
}

impl<'o> Offer<'o> {
    fn of(media_type: &'o str) -> Self {
        let (kind, subtype, parameters) = media_type_parts(media_type.as_bytes());
        let also = if is_same(kind, b"application") && is_same(subtype, b"problem+json") {
            Also::Json
        } else if is_same(kind, b"text") && is_same(subtype, b"html") {
            Also::Xhtml
        } else {
            Also::Nothing
        };
        Self { kind, subtype, parameters, also }
    }

    /// How specifically a range fits, if it does.
    #[inline]
    fn fit(&self, kind: &[u8], subtype: &[u8], member: &Member<'_>) -> Fit {
        if subtype == b"*" {
            return match kind {
                b"*" => Fit::Everything,
                _ if is_same(kind, self.kind) => Fit::Type,
                _ => Fit::Nothing,
            };
        }
        if is_same(subtype, self.subtype) && is_same(kind, self.kind) {
            let has_parameters = member.has_parameters && !matches!(self.also, Also::Json);
            return if has_parameters { self.fit_parameters(member.parameters) } else { Fit::Subtype(0) };
        }
        match self.also {
            Also::Json if is_same(subtype, b"json") && is_same(kind, b"application") => Fit::Json,
            Also::Json if subtype.last_chunk().is_some_and(|suffix: &[u8; 5]| is_same(suffix, b"+json")) => {
                Fit::Alias
            }
            Also::Xhtml if is_same(subtype, b"xhtml+xml") && is_same(kind, b"application") => Fit::Alias,
            _ => Fit::Nothing,
        }
    }

    /// How a range fits that has parameters: the offer must have all of them.
    fn fit_parameters(&self, wanted: &[u8]) -> Fit {
        let mut count = 0;
        for (name, value) in parameters(wanted) {
            let ignore_case = name.eq_ignore_ascii_case(b"charset");
            let is_own = parameters(self.parameters).any(|(own_name, own_value)| {
                own_name.eq_ignore_ascii_case(name) && is_same_value(own_value, value, ignore_case)
            });
            if !is_own {
                return Fit::Nothing;
            }
            count += 1;
        }
        Fit::Subtype(count)
    }
}

/// How specifically a range fits an offer, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Nothing,
    /// `*/*`
    Everything,
    /// `text/*`
    Type,
    /// `application/json` for a problem in JSON.
    Json,
    /// The type itself, with this many parameters.
    Subtype(u32),
    /// Another type that the offer satisfies: any in JSON for a problem in JSON, XHTML
    /// for HTML. It adds a way to like the offer, so it is not weighed with the others.
    Alias,
}

/// How much an offer is liked, in thousandths.
#[derive(Clone, Copy, Debug)]
struct Weight {
    /// What the most specific range says.
    fit: Fit,
    own: u16,
    /// What the types say that the offer satisfies as well: that which is liked best.
    alias: u16,
}

impl Weight {
    /// How much the offer is liked, and whether because the client named it.
    fn rank(self) -> (u16, bool) {
        match self.fit {
            Fit::Json | Fit::Subtype(_) => (self.own, true),
            _ if self.alias > 0 && self.alias >= self.own => (self.alias, true),
            _ => (self.own, false),
        }
    }
}

/// Weighs each offer, reading the field once.
fn weigh<const N: usize>(field: &[u8], offers: &[Offer<'_>; N]) -> [Weight; N] {
    let mut weights = [Weight { fit: Fit::Nothing, own: 0, alias: 0 }; N];
    for member in members(field) {
        let Some((kind, subtype)) = range(&member) else { continue };
        for (offer, weight) in offers.iter().zip(&mut weights) {
            match offer.fit(kind, subtype, &member) {
                Fit::Alias => weight.alias = weight.alias.max(member.weight),
                fit if fit > weight.fit => *weight = Weight { fit, own: member.weight, ..*weight },
                _ => {}
            }
        }
    }
    weights
}

/// The two halves of a media range.
fn range<'f>(member: &Member<'f>) -> Option<(&'f [u8], &'f [u8])> {
    let Some(subtype) = member.subtype else { return (member.kind == b"*").then_some((b"*", b"*")) };
    let is_range = !member.kind.is_empty() && !subtype.is_empty() && (member.kind != b"*" || subtype == b"*");
    is_range.then_some((member.kind, subtype))
}

/// Tells whether two names are the same. They mostly differ in length or at the start.
#[inline]
fn is_same(a: &[u8], b: &[u8]) -> bool {
    let start = |name: &[u8]| name.first().map(u8::to_ascii_lowercase);
    a.len() == b.len() && start(a) == start(b) && (a == b || a.eq_ignore_ascii_case(b))
}

/// The format that a field prefers, among those that are offered, in their order.
pub(super) fn format(field: &[u8], offered: &[Format]) -> Option<Format> {
    const OFFERS: &[Offer<'_>; 3] = &[
        Offer { kind: b"text", subtype: b"html", parameters: b";charset=utf-8", also: Also::Xhtml },
        Offer { kind: b"application", subtype: b"problem+json", parameters: b"", also: Also::Json },
        Offer { kind: b"text", subtype: b"plain", parameters: b";charset=utf-8", also: Also::Nothing },
    ];
    let weights = weigh(field, OFFERS);
    let weights = offered.iter().map(|format| match format {
        Format::Html => weights[0],
        Format::Problem => weights[1],
        Format::Text => weights[2],
    });
    best(weights).map(|place| offered[place])
}
