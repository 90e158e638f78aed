//! Chooses a language by an `Accept-Language` field (RFC 9110 §12.5.4), by the lookup
//! of RFC 4647 §3.4.

use super::language_registry::Letters;
use super::language_tag::{Fit, NO_LANGUAGE, Tag};
use crate::page::fields::grammar::{MEMBERS, Member, members};
use crate::page::fields::weight::Weight;

/// Returns the place of the language tag that an `Accept-Language` field prefers, or
/// nothing when none of them fits: then take your default.
///
/// `field` is the value of the field, its lines joined with commas. The ranges are
/// tried from the greatest weight down, and in the order sent among equals. For each, a
/// tag is looked up:
///
/// 1. the very tag;
/// 2. an equivalent one: `iw` and `he`, by the preferred values of the IANA Language Subtag
///    Registry; `no` and `nb`; `zh-TW` and `zh-Hant-TW`, as the region of Chinese says its
///    script;
/// 3. the range with subtags taken from its end until there is such a tag, so that `en-GB`
///    finds `en` (RFC 4647 §3.4);
/// 4. the first tag of the same language with the same region;
/// 5. the first with another one, so that `pt` finds `pt-BR`.
///
/// The last two never find another script: `zh-TW` finds `zh-Hant` and `zh-HK`, and not
/// `zh-Hans`. A range for Nynorsk, `nn`, that finds nothing is looked up as `nb`.
///
/// `q=0` excludes the tags that the range matches, unless a longer range allows them.
/// `*` stands for the tags that no other range matches, and goes behind ranges of the same
/// weight. So `*;q=0` excludes nothing that another range finds. If nothing is left, that is
/// `None`, and again your default.
///
/// A weight is read as [`accept::preferred`](super::accept::preferred) does it. `de_CH` and
/// `de_CH.UTF-8` are read as `de-CH`. A member that is malformed, or longer than 64 bytes, is
/// passed over by itself. The first 64 members count, and of the same range the first. Nothing
/// is allocated.
///
/// ```
/// use http_status_info::page::negotiation::accept_language::preferred;
///
/// let tags = ["en", "de", "pt-BR", "zh-Hans", "zh-Hant"];
/// assert_eq!(preferred(b"de-CH, en;q=0.8", &tags), Some(1));
/// assert_eq!(preferred(b"en;q=0.8, pt", &tags), Some(2));
/// assert_eq!(preferred(b"zh-TW", &tags), Some(4));
/// assert_eq!(preferred(b"en;q=0, *;q=0.1", &tags), Some(1));
/// assert_eq!(preferred(b"de-CH, *;q=0", &tags), Some(1));
/// assert_eq!(preferred(b"fr", &tags), None);
/// ```
#[must_use]
pub fn preferred(field: &[u8], tags: &[impl AsRef<str>]) -> Option<usize> {
    preferred_of(field, tags.iter().map(AsRef::as_ref))
}

pub(in crate::page) fn preferred_of<'t>(field: &[u8], tags: impl Iterator<Item = &'t str>) -> Option<usize> {
    let mut ranges = Ranges::new();
    ranges.read(field);
    let (mut place, mut liking) = (None, Liking::NONE);
    for (other, tag) in tags.enumerate() {
        let tag = Tag::of(tag.as_bytes());
        let other_liking = ranges.liking(tag, liking);
        if other_liking > liking && !ranges.is_excluded(tag) {
            (place, liking) = (Some(other), other_liking);
        }
    }
    place
}

/// How much a tag is liked: by the preference for a range, then by how well the tag fits it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Liking {
    preference: Preference,
    fit: Fit,
}

impl Liking {
    const NONE: Self = Self { preference: Preference::NONE, fit: Fit::WILDCARD };
}

/// The order in which ranges are tried: by weight, then those that name a language before a
/// wildcard, then in the order sent. As one number, which is quickly compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Preference(u64);

impl Preference {
    /// That for a range whose weight is zero.
    const NONE: Self = Self(0);

    fn new(weight: Weight, is_wildcard: bool, place: usize) -> Self {
        // No place is greater than 63.
        let order = 2 * MEMBERS - 1 - place - if is_wildcard { MEMBERS } else { 0 };
        if weight.is_zero() { Self::NONE } else { Self(u64::from(weight) << 8 | order as u64) }
    }
}

/// Tells whether a text has the form of a language tag.
pub(in crate::page) fn is_tag(text: &str) -> bool {
    !text.contains('_') && Tag::well_formed(text.as_bytes()).is_some()
}

/// The ranges of a field with their weights, in the order sent. By parts, which are made
/// ready for each field quicker than pairs of them.
struct Ranges<'f> {
    texts: [Option<&'f [u8]>; MEMBERS],
    languages: [Letters; MEMBERS],
    rests: [Option<&'f [u8]>; MEMBERS],
    preferences: [Preference; MEMBERS],
    count: usize,
    /// Whether any of them excludes a language.
    has_exclusion: bool,
}

impl<'f> Ranges<'f> {
    #[inline]
    const fn new() -> Self {
        Self {
            texts: [None; MEMBERS],
            languages: [NO_LANGUAGE; MEMBERS],
            rests: [None; MEMBERS],
            preferences: [Preference::NONE; MEMBERS],
            count: 0,
            has_exclusion: false,
        }
    }

    fn read(&mut self, field: &'f [u8]) {
        for Member { range, has_parameters, weight, .. } in members(field) {
            let Some(range) = Tag::range(range).filter(|_| !has_parameters) else { continue };
            if !self.iter().any(|(other, _)| other.is_same(range)) {
                // There are no more members than places.
                self.texts[self.count] = Some(range.text);
                self.languages[self.count] = range.language;
                self.rests[self.count] = Some(range.rest);
                self.preferences[self.count] = Preference::new(weight, range.is_wildcard(), self.count);
                self.count += 1;
                self.has_exclusion |= weight.is_zero();
            }
        }
    }

    /// The range at a place, and the preference for it.
    #[inline]
    fn at(&self, place: usize) -> Tag<'f> {
        let [text, rest] = [self.texts[place], self.rests[place]].map(Option::unwrap_or_default);
        Tag { text, language: self.languages[place], rest }
    }

    #[inline]
    fn iter(&self) -> impl Iterator<Item = (Tag<'f>, Preference)> {
        (0..self.count).map(|place| (self.at(place), self.preferences[place]))
    }

    /// How much a tag is liked, unless that is less than another one.
    #[inline]
    fn liking(&self, tag: Tag<'_>, least: Liking) -> Liking {
        let mut best = least;
        for (place, &preference) in self.preferences[..self.count].iter().enumerate() {
            // Most ranges need no look at how well the tag fits.
            if preference < best.preference || preference == Preference::NONE {
                continue;
            }
            let range = self.at(place);
            let fit = if range.is_wildcard() {
                self.is_left_to_wildcard(tag).then_some(Fit::WILDCARD)
            } else {
                range.fit(tag)
            };
            if let Some(fit) = fit {
                best = best.max(Liking { preference, fit });
            }
        }
        best
    }

    fn is_left_to_wildcard(&self, tag: Tag<'_>) -> bool {
        !self.iter().any(|(range, _)| range.covers(tag))
    }

    /// Tells whether the longest range that matches a tag has no weight. Of ranges that are
    /// equally long, the one that is spelled like the tag decides, and then the first.
    fn is_excluded(&self, tag: Tag<'_>) -> bool {
        if !self.has_exclusion {
            return false;
        }
        let mut longest: Option<((u32, bool), Preference)> = None;
        for (range, preference) in self.iter().filter(|(range, _)| range.covers(tag)) {
            let specificity = range.specificity(tag);
            if longest.is_none_or(|(other, _)| specificity > other) {
                longest = Some((specificity, preference));
            }
        }
        longest.is_some_and(|(_, preference)| preference == Preference::NONE)
    }
}
