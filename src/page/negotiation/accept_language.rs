//! Chooses a language by an `Accept-Language` field (RFC 9110 §12.5.4), by the lookup
//! of RFC 4647 §3.4.

use super::language_registry::Letters;
use super::language_tag::{Match, NO_LANGUAGE, Tag};
use crate::page::fields::grammar::{MAX_MEMBERS, Member, members};
use crate::page::fields::weight::Weight;

/// Returns the index of the language tag that an `Accept-Language` field prefers, or `None` if no
/// tag matches. Use your default language for `None`.
///
/// `field` is the value of the field, with its lines joined by commas. The ranges of the field are
/// tried by weight, the greatest first, and in the order sent if weights are equal. Each range
/// looks for a tag in these steps:
///
/// 1. the same tag;
/// 2. an equivalent tag: `iw` finds `he`, by the preferred values of the IANA Language Subtag
///    Registry; `no` finds `nb`; `zh-TW` finds `zh-Hant-TW`, as the region of Chinese implies its
///    script;
/// 3. the range without its last subtag, and so on: `en-GB` finds `en` (RFC 4647 §3.4);
/// 4. the first tag of the same language with the same region;
/// 5. the first tag of the same language with another region: `pt` finds `pt-BR`.
///
/// Steps 4 and 5 never find another script: `zh-TW` finds `zh-Hant` and `zh-HK`, but not
/// `zh-Hans`. If a range for Nynorsk, `nn`, finds nothing, it is looked up as `nb`.
///
/// `q=0` excludes the tags that its range matches, unless a longer range allows them. `*` matches
/// the tags that no other range matches, and goes after other ranges of the same weight. `*;q=0`
/// therefore excludes no tag that another range finds. If no tag is left, the result is `None`.
///
/// Weights are read as in [`accept::preferred`](super::accept::preferred). `de_CH` and
/// `de_CH.UTF-8` are read as `de-CH`. A member that is malformed or longer than 64 bytes is
/// skipped, and the others count. Only the first 64 members count. If a range occurs twice, the
/// first one counts. The function allocates nothing.
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

/// Does the same as [`preferred`], for an iterator of tags.
pub(in crate::page) fn preferred_of<'t>(field: &[u8], tags: impl Iterator<Item = &'t str>) -> Option<usize> {
    let mut ranges = Ranges::new();
    ranges.read(field);
    let (mut best, mut best_rank) = (None, Rank::NONE);
    for (index, tag) in tags.enumerate() {
        let tag = Tag::of(tag.as_bytes());
        let rank = ranges.rank(tag, best_rank);
        if rank > best_rank && !ranges.is_excluded(tag) {
            (best, best_rank) = (Some(index), rank);
        }
    }
    best
}

/// The rank of a tag: by the priority of a range, then by how well the tag matches the range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    priority: Priority,
    quality: Match,
}

impl Rank {
    const NONE: Self = Self { priority: Priority::NONE, quality: Match::WILDCARD };
}

/// The priority of a range: by weight, then languages before the wildcard, then in the order sent.
/// The priority is one number, for a quick comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Priority(u64);

impl Priority {
    /// The priority of a range with a weight of zero.
    const NONE: Self = Self(0);

    fn new(weight: Weight, is_wildcard: bool, index: usize) -> Self {
        // No index is greater than 63.
        let order = 2 * MAX_MEMBERS - 1 - index - if is_wildcard { MAX_MEMBERS } else { 0 };
        if weight.is_zero() { Self::NONE } else { Self(u64::from(weight) << 8 | order as u64) }
    }
}

/// Tells whether a text is a well-formed language tag.
pub(in crate::page) fn is_tag(text: &str) -> bool {
    !text.contains('_') && Tag::well_formed(text.as_bytes()).is_some()
}

/// The ranges of a field with their priorities, in the order sent. Each part has its own array,
/// since these are initialized faster than one array of structs.
struct Ranges<'f> {
    texts: [Option<&'f [u8]>; MAX_MEMBERS],
    languages: [Letters; MAX_MEMBERS],
    rests: [Option<&'f [u8]>; MAX_MEMBERS],
    priorities: [Priority; MAX_MEMBERS],
    count: usize,
    /// Whether any range excludes a language.
    has_exclusion: bool,
}

impl<'f> Ranges<'f> {
    #[inline]
    const fn new() -> Self {
        Self {
            texts: [None; MAX_MEMBERS],
            languages: [NO_LANGUAGE; MAX_MEMBERS],
            rests: [None; MAX_MEMBERS],
            priorities: [Priority::NONE; MAX_MEMBERS],
            count: 0,
            has_exclusion: false,
        }
    }

    fn read(&mut self, field: &'f [u8]) {
        for Member { range, has_parameters, weight, .. } in members(field) {
            let Some(range) = Tag::range(range).filter(|_| !has_parameters) else { continue };
            if !self.iter().any(|(other, _)| other.is_same(range)) {
                // The arrays have room for every member.
                self.texts[self.count] = Some(range.text);
                self.languages[self.count] = range.language;
                self.rests[self.count] = Some(range.rest);
                self.priorities[self.count] = Priority::new(weight, range.is_wildcard(), self.count);
                self.count += 1;
                self.has_exclusion |= weight.is_zero();
            }
        }
    }

    /// The range at an index.
    #[inline]
    fn at(&self, index: usize) -> Tag<'f> {
        let [text, rest] = [self.texts[index], self.rests[index]].map(Option::unwrap_or_default);
        Tag { text, language: self.languages[index], rest }
    }

    #[inline]
    fn iter(&self) -> impl Iterator<Item = (Tag<'f>, Priority)> {
        (0..self.count).map(|index| (self.at(index), self.priorities[index]))
    }

    /// The rank of a tag, or `minimum` if that is greater.
    #[inline]
    fn rank(&self, tag: Tag<'_>, minimum: Rank) -> Rank {
        let mut best = minimum;
        for (index, &priority) in self.priorities[..self.count].iter().enumerate() {
            // A lower priority cannot give a greater rank.
            if priority < best.priority || priority == Priority::NONE {
                continue;
            }
            let range = self.at(index);
            let quality = if range.is_wildcard() {
                self.has_no_match(tag).then_some(Match::WILDCARD)
            } else {
                range.lookup(tag)
            };
            if let Some(quality) = quality {
                best = best.max(Rank { priority, quality });
            }
        }
        best
    }

    /// Tells whether no range but the wildcard matches a tag.
    fn has_no_match(&self, tag: Tag<'_>) -> bool {
        !self.iter().any(|(range, _)| range.matches(tag))
    }

    /// Tells whether the longest range that matches a tag has a weight of zero. Of equally long
    /// ranges, the one that is spelled like the tag counts, or else the first.
    fn is_excluded(&self, tag: Tag<'_>) -> bool {
        if !self.has_exclusion {
            return false;
        }
        let mut longest: Option<((u32, bool), Priority)> = None;
        for (range, priority) in self.iter().filter(|(range, _)| range.matches(tag)) {
            let specificity = range.specificity(tag);
            if longest.is_none_or(|(other, _)| specificity > other) {
                longest = Some((specificity, priority));
            }
        }
        longest.is_some_and(|(_, priority)| priority == Priority::NONE)
    }
}
