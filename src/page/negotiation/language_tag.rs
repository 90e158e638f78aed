//! Language tags (RFC 5646), basic language ranges (RFC 4647 §2.1), and how well a tag matches a
//! range.

use super::language_registry::{self as registry, Letters};

/// A language tag, or a range of tags.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag<'t> {
    /// The whole tag, as sent.
    pub(super) text: &'t [u8],
    /// The language: the first subtag, or the language that the registry prefers.
    pub(super) language: Letters,
    /// The subtags after the language, each with its hyphen.
    pub(super) rest: &'t [u8],
}

/// The language of malformed text.
pub(super) const NO_LANGUAGE: Letters = 0;
/// The language of the wildcard.
const EVERY_LANGUAGE: Letters = u64::MAX;

/// How well a tag matches a range: the step of lookup that finds it, from the last to the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Match(u32);

impl Match {
    /// Only the wildcard matches the tag.
    pub(super) const WILDCARD: Self = Self(0);
    /// The tag is the bare language, which is mostly written in another script: `zh` for `zh-TW`.
    const OTHER_SCRIPT: Self = Self(0);
    const OTHER_REGION: Self = Self(1);
    const SAME_REGION: Self = Self(2);
    /// Truncation of the range finds the tag (RFC 4647 §3.4). A longer tag matches better. Of
    /// equally long tags, the one that is spelled like the range matches better.
    const TRUNCATED: Self = Self(4);
    const EQUIVALENT: Self = Self(1 << 8);
    const SAME: Self = Self(1 << 9);
    /// Added for a tag of the same language. It matches better than a tag of the fallback language.
    const SAME_LANGUAGE: u32 = 1 << 10;
}

impl<'t> Tag<'t> {
    #[inline]
    pub(super) fn of(text: &'t [u8]) -> Self {
        let (mut letters, mut end) = (0, 0);
        while let Some(byte @ (b'a'..=b'z' | b'A'..=b'Z')) = text.get(end) {
            letters = letters << 8 | u64::from(byte.to_ascii_lowercase());
            end += 1;
        }
        let is_whole = text.get(end).is_none_or(|&byte| is_separator(byte));
        let language = if is_whole && end <= 8 { letters } else { NO_LANGUAGE };
        if end < text.len() && registry::has_preferred_tags(language) {
            for (whole, language) in registry::PREFERRED_TAGS {
                if begins_with(text, whole) {
                    return Self { text, language, rest: &text[whole.len()..] };
                }
            }
        }
        Self { text, language: registry::preferred(language), rest: &text[end..] }
    }

    /// Reads a basic language range. A POSIX locale has an underscore in place of the hyphen, and
    /// can end in a character set, as in `de_CH.UTF-8`.
    #[inline]
    pub(super) fn range(text: &'t [u8]) -> Option<Self> {
        if text == b"*" {
            return Some(Self { text, language: EVERY_LANGUAGE, rest: b"" });
        }
        Self::well_formed(text).or_else(|| {
            let locale = text.split(|&byte| byte == b'.').next()?;
            locale.contains(&b'_').then(|| Self::well_formed(locale))?
        })
    }

    /// Reads a well-formed tag of at most 64 bytes. RFC 5646 §4.4.1 names 35 characters as
    /// sufficient.
    #[inline]
    pub(super) fn well_formed(text: &'t [u8]) -> Option<Self> {
        let is_subtag =
            |subtag: &[u8]| matches!(subtag.len(), 1..=8) && subtag.iter().all(u8::is_ascii_alphanumeric);
        let tag = Self::of(text);
        let has_subtags = || tag.rest.is_empty() || tag.subtags().all(is_subtag);
        (text.len() <= 64 && tag.language != NO_LANGUAGE && has_subtags()).then_some(tag)
    }

    pub(super) fn is_wildcard(self) -> bool {
        self.language == EVERY_LANGUAGE
    }

    /// Tells whether two tags have the same spelling, apart from case and underscores.
    pub(super) fn is_same(self, other: Self) -> bool {
        self.language == other.language
            && self.text.len() == other.text.len()
            && begins_with(self.text, other.text)
    }

    /// How well a lookup by a range matches a tag, or `None` if it does not find the tag.
    #[inline]
    pub(super) fn lookup(self, tag: Self) -> Option<Match> {
        let is_same_language = self.language == tag.language;
        let is_fallback = || registry::fallback(self.language) == tag.language;
        if tag.language == NO_LANGUAGE || !(is_same_language || is_fallback()) {
            return None;
        }
        let range = Self { language: tag.language, ..self };
        let Match(step) = range.step(tag)?;
        Some(Match(if is_same_language { Match::SAME_LANGUAGE | step } else { step }))
    }

    fn step(self, tag: Self) -> Option<Match> {
        if self.is_same(tag) {
            return Some(Match::SAME);
        }
        let is_truncated = tag.is_prefix_of(self);
        if !self.can_be_in_script_of(tag) {
            return is_truncated.then_some(Match::OTHER_SCRIPT);
        }
        Some(match is_truncated {
            true if self.is_prefix_of(tag) => Match::EQUIVALENT,
            // A range has at most 32 subtags, so this is less than `EQUIVALENT`.
            true => {
                Match(Match::TRUNCATED.0 + 2 * tag.length() + u32::from(begins_with(self.text, tag.text)))
            }
            false if is_same_subtag(self.region(), tag.region()) => Match::SAME_REGION,
            false => Match::OTHER_REGION,
        })
    }

    /// Tells whether a range matches a tag by basic filtering (RFC 4647 §3.3.1).
    pub(super) fn matches(self, tag: Self) -> bool {
        self.language == tag.language && self.language != NO_LANGUAGE && self.is_prefix_of(tag)
    }

    /// How specifically a range matches a tag: by its number of subtags, then by whether it is
    /// spelled like the tag.
    pub(super) fn specificity(self, tag: Self) -> (u32, bool) {
        (self.length(), begins_with(tag.text, self.text))
    }

    /// The number of subtags after the language. The script that a region of Chinese implies
    /// counts too.
    fn length(self) -> u32 {
        if self.rest.is_empty() {
            return 0;
        }
        u32::from(self.script().is_some()) + self.others().map(|_| 1).sum::<u32>()
    }

    /// Tells whether another tag of the same language begins with all subtags of this one.
    fn is_prefix_of(self, other: Self) -> bool {
        if self.rest.is_empty() || other.rest.is_empty() {
            return self.rest.is_empty();
        }
        let mut others = other.others();
        is_same_subtag(self.script(), other.script())
            && self.others().all(|subtag| is_same_subtag(Some(subtag), others.next()))
    }

    /// Tells whether two tags of one language can be in the same script. Chinese without a script
    /// and a region counts as simplified.
    fn can_be_in_script_of(self, tag: Self) -> bool {
        let script = |tag: Self| tag.script().or((tag.language == registry::ZH).then_some(b"Hans"));
        let Some(other) = script(tag) else { return true };
        script(self).is_none_or(|script| script.eq_ignore_ascii_case(other))
    }

    /// The subtags after the language.
    fn subtags(self) -> impl Iterator<Item = &'t [u8]> {
        self.rest.split(|&byte| is_separator(byte)).skip(1)
    }

    /// The index of the script among the subtags. A script has four letters and stands before any
    /// extension (RFC 5646 §2.2.3).
    fn script_index(self) -> Option<usize> {
        let is_script = |subtag: &[u8]| subtag.len() == 4 && subtag.iter().all(u8::is_ascii_alphabetic);
        self.subtags().take_while(|subtag| subtag.len() > 1).position(is_script)
    }

    /// The script, or the script that a region of Chinese implies.
    fn script(self) -> Option<&'t [u8]> {
        if self.rest.is_empty() {
            return None;
        }
        if let Some(index) = self.script_index() {
            return self.subtags().nth(index);
        }
        let region = self.region().filter(|_| self.language == registry::ZH)?;
        let is_traditional =
            registry::TRADITIONAL_REGIONS.iter().any(|other| region.eq_ignore_ascii_case(other));
        Some(if is_traditional { b"Hant" } else { b"Hans" })
    }

    /// The region. A region has two letters or three digits and stands before any extension (RFC
    /// 5646 §2.2.4).
    fn region(self) -> Option<&'t [u8]> {
        let is_region = |subtag: &&[u8]| match subtag.len() {
            2 => subtag.iter().all(u8::is_ascii_alphabetic),
            3 => subtag.iter().all(u8::is_ascii_digit),
            _ => false,
        };
        self.subtags().take_while(|subtag| subtag.len() > 1).find(is_region)
    }

    /// The subtags after the language, without the script.
    fn others(self) -> impl Iterator<Item = &'t [u8]> {
        let script = self.script_index();
        let subtags = self.subtags().enumerate();
        subtags.filter(move |(index, _)| Some(*index) != script).map(|(_, subtag)| subtag)
    }
}

fn is_same_subtag(a: Option<&[u8]>, b: Option<&[u8]>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.eq_ignore_ascii_case(b),
        (a, b) => a.is_none() && b.is_none(),
    }
}

const fn is_separator(byte: u8) -> bool {
    matches!(byte, b'-' | b'_')
}

/// Tells whether a tag begins with another tag.
fn begins_with(text: &[u8], start: &[u8]) -> bool {
    let is_same = |(a, b): (&u8, &u8)| a.eq_ignore_ascii_case(b) || (is_separator(*a) && is_separator(*b));
    let is_whole = text.get(start.len()).is_none_or(|&byte| is_separator(byte));
    is_whole && text.get(..start.len()).is_some_and(|text| text.iter().zip(start).all(is_same))
}
