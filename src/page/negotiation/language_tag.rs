//! Language tags (RFC 5646) and basic language ranges (RFC 4647 §2.1), and how well a tag
//! fits a range.

use super::language_registry::{self as registry, Letters};

/// A language tag, or a range of tags.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag<'t> {
    /// All of it, as it was sent.
    pub(super) text: &'t [u8],
    /// The language: that of the first subtag, or the one that the registry prefers.
    pub(super) language: Letters,
    /// The subtags behind the language, each with its hyphen.
    pub(super) rest: &'t [u8],
}

/// The numbers that are no letters.
pub(super) const NO_LANGUAGE: Letters = 0;
const EVERY_LANGUAGE: Letters = u64::MAX;

/// How well a tag fits a range: which step of lookup finds it, from the last to the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fit(u32);

impl Fit {
    /// That of a tag which a wildcard stands for.
    pub(super) const WILDCARD: Self = Self(0);
    /// The bare language, though it is mostly written otherwise: `zh` for `zh-TW`.
    const OTHER_SCRIPT: Self = Self(0);
    const OTHER_REGION: Self = Self(1);
    const SAME_REGION: Self = Self(2);
    /// By truncation (RFC 4647 §3.4). The longer tag goes first, then the one that is spelled
    /// like the range.
    const TRUNCATED: Self = Self(4);
    const EQUIVALENT: Self = Self(1 << 8);
    const SAME: Self = Self(1 << 9);
    /// Is added for a tag of the language itself, which goes before one in another language that
    /// its readers can read.
    const OF_LANGUAGE: u32 = 1 << 10;
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
                if begins(text, whole) {
                    return Self { text, language, rest: &text[whole.len()..] };
                }
            }
        }
        Self { text, language: registry::preferred(language), rest: &text[end..] }
    }

    /// Reads a basic language range. POSIX spells a tag with an underscore, and can add a coded
    /// character set, as in `de_CH.UTF-8`.
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

    /// Reads a tag of a length that tags have: RFC 5646 §4.4.1 names 35 characters as
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

    /// Tells whether both are spelled alike, but for case and underscores.
    pub(super) fn is_same(self, other: Self) -> bool {
        self.language == other.language
            && self.text.len() == other.text.len()
            && begins(self.text, other.text)
    }

    /// How a lookup by a range finds a tag, if it does.
    #[inline]
    pub(super) fn fit(self, tag: Self) -> Option<Fit> {
        let is_of_language = self.language == tag.language;
        if tag.language == NO_LANGUAGE || !(is_of_language || registry::wider(self.language) == tag.language)
        {
            return None;
        }
        let range = Self { language: tag.language, ..self };
        let Fit(step) = range.step(tag)?;
        Some(Fit(if is_of_language { Fit::OF_LANGUAGE | step } else { step }))
    }

    fn step(self, tag: Self) -> Option<Fit> {
        if self.is_same(tag) {
            return Some(Fit::SAME);
        }
        let is_truncated = tag.is_start_of(self);
        if !self.can_be_in_script_of(tag) {
            return is_truncated.then_some(Fit::OTHER_SCRIPT);
        }
        Some(match is_truncated {
            true if self.is_start_of(tag) => Fit::EQUIVALENT,
            // A range has at most 32 subtags.
            true => Fit(Fit::TRUNCATED.0 + 2 * tag.length() + u32::from(begins(self.text, tag.text))),
            false if same(self.region(), tag.region()) => Fit::SAME_REGION,
            false => Fit::OTHER_REGION,
        })
    }

    /// Tells whether a range matches a tag, by the basic filtering of RFC 4647 §3.3.1.
    pub(super) fn covers(self, tag: Self) -> bool {
        self.language == tag.language && self.language != NO_LANGUAGE && self.is_start_of(tag)
    }

    /// How specific a range is that matches a tag: by its subtags, and then by whether it is
    /// spelled like the tag.
    pub(super) fn specificity(self, tag: Self) -> (u32, bool) {
        (self.length(), begins(tag.text, self.text))
    }

    /// How many subtags there are behind the language, the script of Chinese among them.
    fn length(self) -> u32 {
        if self.rest.is_empty() {
            return 0;
        }
        u32::from(self.script().is_some()) + self.others().map(|_| 1).sum::<u32>()
    }

    /// Tells whether all subtags of this one, which has the same language, are the first of
    /// another.
    fn is_start_of(self, other: Self) -> bool {
        if self.rest.is_empty() || other.rest.is_empty() {
            return self.rest.is_empty();
        }
        let mut others = other.others();
        same(self.script(), other.script()) && self.others().all(|subtag| same(Some(subtag), others.next()))
    }

    /// Tells whether two tags of one language can be in the same script. Chinese that says
    /// neither script nor region is mostly in the simplified one.
    fn can_be_in_script_of(self, tag: Self) -> bool {
        let script = |tag: Self| tag.script().or((tag.language == registry::ZH).then_some(b"Hans"));
        let Some(other) = script(tag) else { return true };
        script(self).is_none_or(|own| own.eq_ignore_ascii_case(other))
    }

    /// The subtags behind the language.
    fn subtags(self) -> impl Iterator<Item = &'t [u8]> {
        self.rest.split(|&byte| is_separator(byte)).skip(1)
    }

    /// Where the script stands among the subtags: four letters, before any extension (RFC
    /// 5646 §2.2.3).
    fn script_place(self) -> Option<usize> {
        let is_script = |subtag: &[u8]| subtag.len() == 4 && subtag.iter().all(u8::is_ascii_alphabetic);
        self.subtags().take_while(|subtag| subtag.len() > 1).position(is_script)
    }

    /// The script, for Chinese also that of the region.
    fn script(self) -> Option<&'t [u8]> {
        if self.rest.is_empty() {
            return None;
        }
        if let Some(place) = self.script_place() {
            return self.subtags().nth(place);
        }
        let region = self.region().filter(|_| self.language == registry::ZH)?;
        let is_traditional = registry::TRADITIONAL.iter().any(|one| region.eq_ignore_ascii_case(one));
        Some(if is_traditional { b"Hant" } else { b"Hans" })
    }

    /// The region: two letters or three digits, before any extension (RFC 5646 §2.2.4).
    fn region(self) -> Option<&'t [u8]> {
        let is_region = |subtag: &&[u8]| match subtag.len() {
            2 => subtag.iter().all(u8::is_ascii_alphabetic),
            3 => subtag.iter().all(u8::is_ascii_digit),
            _ => false,
        };
        self.subtags().take_while(|subtag| subtag.len() > 1).find(is_region)
    }

    /// The subtags behind the language but the script.
    fn others(self) -> impl Iterator<Item = &'t [u8]> {
        let script = self.script_place();
        let subtags = self.subtags().enumerate();
        subtags.filter(move |(place, _)| Some(*place) != script).map(|(_, subtag)| subtag)
    }
}

fn same(a: Option<&[u8]>, b: Option<&[u8]>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.eq_ignore_ascii_case(b),
        (a, b) => a.is_none() && b.is_none(),
    }
}

const fn is_separator(byte: u8) -> bool {
    matches!(byte, b'-' | b'_')
}

/// Tells whether a text begins with whole subtags.
fn begins(text: &[u8], start: &[u8]) -> bool {
    let is_alike = |(a, b): (&u8, &u8)| a.eq_ignore_ascii_case(b) || (is_separator(*a) && is_separator(*b));
    let is_whole = text.get(start.len()).is_none_or(|&byte| is_separator(byte));
    is_whole && text.get(..start.len()).is_some_and(|text| text.iter().zip(start).all(is_alike))
}
