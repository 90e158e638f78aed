//! Chooses a language by an `Accept-Language` field (RFC 9110 §12.5.4), by the lookup
//! of RFC 4647 §3.4.

use core::cmp::Reverse;

use crate::page::fields::grammar::{MEMBERS, Member, members};

/// Returns the place of the language tag that an `Accept-Language` field prefers, or
/// nothing when none of them fits: then take your default.
///
/// `field` is the value of the field, its lines joined with commas. The ranges are
/// tried from the greatest weight down, and in the order sent among equals. For each, a
/// tag is looked up: the same one; else the range with subtags taken from its end until
/// there is such a tag, so that `en-GB` finds `en` (RFC 4647 §3.4); else the first tag
/// of the same language with another region, so that `pt` finds `pt-BR`, unless it is
/// written in another script. `zh-TW` finds `zh-Hant`, and never `zh-Hans`.
///
/// `q=0` excludes the tags that the range matches, unless a longer range allows them.
/// `*` stands for the tags that no other range matches.
///
/// A member that is malformed, or longer than 64 bytes, is passed over by itself. The
/// first 64 members count, and of the same range the first. Nothing is allocated.
///
/// ```
/// use http_status_info::page::negotiation::accept_language::preferred;
///
/// let tags = ["en", "de", "pt-BR", "zh-Hans", "zh-Hant"];
/// assert_eq!(preferred(b"de-CH, en;q=0.8", &tags), Some(1));
/// assert_eq!(preferred(b"en;q=0.8, pt", &tags), Some(2));
/// assert_eq!(preferred(b"zh-TW", &tags), Some(4));
/// assert_eq!(preferred(b"en;q=0, *;q=0.1", &tags), Some(1));
/// assert_eq!(preferred(b"fr", &tags), None);
/// ```
#[must_use]
pub fn preferred(field: &[u8], tags: &[impl AsRef<str>]) -> Option<usize> {
    preferred_of(field, tags.iter().map(AsRef::as_ref))
}

pub(in crate::page) fn preferred_of<'t>(field: &[u8], tags: impl Iterator<Item = &'t str>) -> Option<usize> {
    let mut ranges = Ranges::new();
    ranges.read(field);
    let mut best = None;
    for (place, tag) in tags.enumerate() {
        let Some(liking) = ranges.liking(Tag::of(tag.as_bytes())) else { continue };
        if best.is_none_or(|(_, other)| liking > other) {
            best = Some((place, liking));
        }
    }
    best.map(|(place, _)| place)
}

/// How much a tag is liked: by the weight of a range, its place, and how well the tag fits.
type Liking = (u16, Reverse<usize>, usize);

/// Tells whether a text has the form of a language tag.
pub(in crate::page) fn is_tag(text: &str) -> bool {
    Tag::range(text.as_bytes()).is_some_and(|tag| !tag.is_wildcard())
}

/// The ranges of a field with their weights, in the order sent. By parts, which are made
/// ready for each field quicker than pairs of them.
struct Ranges<'f> {
    languages: [u64; MEMBERS],
    rests: [Option<&'f [u8]>; MEMBERS],
    weights: [u16; MEMBERS],
    count: usize,
    /// Whether any of the weights is zero.
    has_exclusion: bool,
}

impl<'f> Ranges<'f> {
    #[inline]
    const fn new() -> Self {
        Self {
            languages: [NO_LANGUAGE; MEMBERS],
            rests: [None; MEMBERS],
            weights: [0; MEMBERS],
            count: 0,
            has_exclusion: false,
        }
    }

    fn read(&mut self, field: &'f [u8]) {
        for Member { range, has_parameters, weight, .. } in members(field) {
            let Some(range) = Tag::range(range).filter(|_| !has_parameters) else { continue };
            if !self.iter().any(|(other, _)| other.is_same(range)) {
                // There are no more members than places.
                self.languages[self.count] = range.language;
                self.rests[self.count] = Some(range.rest);
                self.weights[self.count] = weight;
                self.count += 1;
                self.has_exclusion |= weight == 0;
            }
        }
    }

    #[inline]
    fn iter(&self) -> impl Iterator<Item = (Tag<'f>, u16)> {
        let parts = self.languages[..self.count].iter().zip(&self.rests).zip(&self.weights);
        parts.map(|((&language, &rest), &weight)| (Tag { language, rest: rest.unwrap_or_default() }, weight))
    }

    /// How much a tag is liked, if it is.
    fn liking(&self, tag: Tag<'_>) -> Option<Liking> {
        let mut best = None;
        for (place, (range, weight)) in self.iter().enumerate() {
            let fit = if range.is_wildcard() { self.is_left_to_wildcard(tag) } else { range.fit(tag) };
            if let Some(fit) = fit.filter(|_| weight > 0) {
                best = best.max(Some((weight, Reverse(place), fit)));
            }
        }
        best.filter(|_| !self.has_exclusion || !self.is_excluded(tag))
    }

    fn is_left_to_wildcard(&self, tag: Tag<'_>) -> Option<usize> {
        (!self.iter().any(|(range, _)| range.covers(tag))).then_some(0)
    }

    /// Tells whether the longest range that matches a tag has no weight.
    fn is_excluded(&self, tag: Tag<'_>) -> bool {
        let mut longest: Option<(usize, u16)> = None;
        for (range, weight) in self.iter() {
            let length = match range.is_wildcard() {
                true => 0,
                false if range.covers(tag) => 1 + range.rest.len(),
                false => continue,
            };
            if longest.is_none_or(|(other, _)| length > other) {
                longest = Some((length, weight));
            }
        }
        longest.is_some_and(|(_, weight)| weight == 0)
    }
}

/// A language tag, or a range of them.
#[derive(Clone, Copy, Debug)]
struct Tag<'t> {
    /// The first subtag, or the one that stands for it: its letters in lower case, up to
    /// eight, as a number, which is quickly compared.
    language: u64,
    /// The other subtags, each with its hyphen.
    rest: &'t [u8],
}

/// What is none of the numbers of languages.
const NO_LANGUAGE: u64 = 0;
const EVERY_LANGUAGE: u64 = u64::MAX;

impl<'t> Tag<'t> {
    fn of(text: &'t [u8]) -> Self {
        let mut letters = NO_LANGUAGE;
        let mut is_language = true;
        let mut end = 0;
        for &byte in text.iter().take_while(|&&byte| byte != b'-') {
            letters = letters << 8 | u64::from(byte.to_ascii_lowercase());
            is_language &= byte.is_ascii_alphabetic();
            end += 1;
        }
        let language = if is_language && end <= 8 { canonical(letters) } else { NO_LANGUAGE };
        Self { language, rest: &text[end..] }
    }

    /// Reads a basic language range (RFC 4647 §2.1) of a length that tags have: RFC 5646
    /// §4.4.1 names 35 characters as what suffices.
    fn range(text: &'t [u8]) -> Option<Self> {
        if text == b"*" {
            return Some(Self { language: EVERY_LANGUAGE, rest: b"" });
        }
        let is_subtag =
            |subtag: &[u8]| matches!(subtag.len(), 1..=8) && subtag.iter().all(u8::is_ascii_alphanumeric);
        let tag = Self::of(text);
        let has_subtags = || tag.rest.is_empty() || tag.subtags().all(is_subtag);
        (text.len() <= 64 && tag.language != NO_LANGUAGE && has_subtags()).then_some(tag)
    }

    fn is_wildcard(self) -> bool {
        self.language == EVERY_LANGUAGE
    }

    fn is_same(self, other: Self) -> bool {
        self.language == other.language && self.rest.eq_ignore_ascii_case(other.rest)
    }

    /// The subtags after the first.
    fn subtags(self) -> impl Iterator<Item = &'t [u8]> {
        self.rest.split(|&byte| byte == b'-').skip(1)
    }

    /// Tells whether a range matches a tag, by the basic filtering of RFC 4647 §3.3.1.
    fn covers(self, tag: Self) -> bool {
        let start = tag.rest.get(..self.rest.len());
        self.is_language_of(tag)
            && start.is_some_and(|start| start.eq_ignore_ascii_case(self.rest))
            && matches!(tag.rest.get(self.rest.len()), None | Some(b'-'))
    }

    /// How well a tag fits a range: by how much of it, or merely by its language.
    fn fit(self, tag: Self) -> Option<usize> {
        if !self.is_language_of(tag) {
            return None;
        }
        match (tag.covers(self), self.is_script_of(tag)) {
            // A prefix of the range: the longer, the better.
            (true, true) => Some(2 + tag.rest.len()),
            (false, true) => Some(1),
            // `zh` for `zh-TW`: better than nothing.
            (true, false) => Some(0),
            (false, false) => None,
        }
    }

    fn is_language_of(self, tag: Self) -> bool {
        self.language != NO_LANGUAGE && self.language == tag.language
    }

    /// Tells whether two tags of one language can be in the same script.
    fn is_script_of(self, tag: Self) -> bool {
        match (self.script(), tag.script()) {
            (Some(own), Some(other)) => own.eq_ignore_ascii_case(other),
            _ => true,
        }
    }

    /// The script of a tag: a subtag of four letters, before any extension (RFC 5646
    /// §2.2.3). That of Chinese is known by the region where the tag does not say it.
    fn script(self) -> Option<&'t [u8]> {
        let is_script = |subtag: &&[u8]| subtag.len() == 4 && subtag.iter().all(u8::is_ascii_alphabetic);
        let written = self.subtags().take_while(|subtag| subtag.len() > 1).find(is_script);
        if written.is_some() || self.language != ZH {
            return written;
        }
        let is_traditional = |region: &[u8]| TRADITIONAL.iter().any(|one| region.eq_ignore_ascii_case(one));
        Some(if self.subtags().any(is_traditional) { b"Hant" } else { b"Hans" })
    }
}

/// The language that stands for one of several: the deprecated ones of the IANA Language
/// Subtag Registry are still sent, and Norwegian is mostly Bokmål.
const fn canonical(language: u64) -> u64 {
    match language {
        IW => pair(*b"he"),
        IN => pair(*b"id"),
        JI => pair(*b"yi"),
        NO => pair(*b"nb"),
        _ => language,
    }
}

const IN: u64 = pair(*b"in");
const IW: u64 = pair(*b"iw");
const JI: u64 = pair(*b"ji");
const NO: u64 = pair(*b"no");
const ZH: u64 = pair(*b"zh");

const fn pair(letters: [u8; 2]) -> u64 {
    u16::from_be_bytes(letters) as u64
}

/// The regions where Chinese is written in traditional script (Unicode CLDR, likely
/// subtags).
const TRADITIONAL: [&[u8]; 3] = [b"TW", b"HK", b"MO"];
