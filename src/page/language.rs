//! Chooses a language by an `Accept-Language` field (RFC 9110 §12.5.4), by the lookup
//! of RFC 4647 §3.4.

use super::grammar::{MEMBERS, Member, members};

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
/// use http_status_info::page::language::preferred;
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
    let ranges = Ranges::of(field);
    let mut best: Option<(usize, u16)> = None;
    for (range, weight) in ranges.iter() {
        if best.map_or(0, |(_, weight)| weight) < weight {
            let found = ranges.lookup(range, tags.iter().map(|tag| Tag::of(tag.as_ref().as_bytes())));
            best = found.map(|place| (place, weight)).or(best);
        }
    }
    best.map(|(place, _)| place)
}

/// Tells whether a text has the form of a language tag.
pub(super) fn is_tag(text: &str) -> bool {
    text != "*" && Tag::of(text.as_bytes()).is_range()
}

/// The ranges of a field with their weights, in the order sent.
struct Ranges<'f> {
    texts: [&'f [u8]; MEMBERS],
    weights: [u16; MEMBERS],
    count: usize,
}

impl<'f> Ranges<'f> {
    #[inline]
    fn of(field: &'f [u8]) -> Self {
        let mut ranges = Self { texts: [b""; MEMBERS], weights: [0; MEMBERS], count: 0 };
        for Member { head, has_parameters, weight, .. } in members(field) {
            let is_same = |other: &&[u8]| other.len() == head.len() && other.eq_ignore_ascii_case(head);
            let is_known = || ranges.texts[..ranges.count].iter().any(is_same);
            if !has_parameters && Tag::of(head).is_range() && !is_known() {
                // There are no more members than places.
                ranges.texts[ranges.count] = head;
                ranges.weights[ranges.count] = weight;
                ranges.count += 1;
            }
        }
        ranges
    }

    fn iter(&self) -> impl Iterator<Item = (Tag<'f>, u16)> {
        let texts = self.texts[..self.count].iter().map(|text| Tag::of(text));
        texts.zip(self.weights.iter().copied())
    }

    /// The place of the tag that fits a range best and is not excluded.
    fn lookup<'t>(&self, range: Tag<'_>, tags: impl Iterator<Item = Tag<'t>>) -> Option<usize> {
        let mut best: Option<(usize, usize)> = None;
        for (place, tag) in tags.enumerate() {
            let fit = if range.is_wildcard() { self.is_left_to_wildcard(tag) } else { range.fit(tag) };
            let Some(fit) = fit else { continue };
            if best.is_none_or(|(_, other)| fit > other) && !self.is_excluded(tag) {
                best = Some((place, fit));
            }
        }
        best.map(|(place, _)| place)
    }

    fn is_left_to_wildcard(&self, tag: Tag<'_>) -> Option<usize> {
        (!self.iter().any(|(range, _)| range.covers(tag))).then_some(0)
    }

    /// Tells whether the longest range that matches a tag has no weight.
    fn is_excluded(&self, tag: Tag<'_>) -> bool {
        let mut longest = (0, false);
        for (range, weight) in self.iter() {
            let length = range.text.len();
            if length > longest.0 && (range.covers(tag) || range.is_wildcard()) {
                longest = (length, weight == 0);
            }
        }
        longest.1
    }
}

/// A language tag, or a range of them.
#[derive(Clone, Copy, Debug)]
struct Tag<'t> {
    text: &'t [u8],
    /// The first subtag, or the one that stands for it.
    language: &'t [u8],
    /// The other subtags, each with its hyphen.
    rest: &'t [u8],
}

impl<'t> Tag<'t> {
    fn of(text: &'t [u8]) -> Self {
        let hyphen = text.iter().position(|&byte| byte == b'-').unwrap_or(text.len());
        let (language, rest) = text.split_at(hyphen);
        Self { text, language: canonical(language), rest }
    }

    fn is_wildcard(self) -> bool {
        self.text == b"*"
    }

    /// Tells whether this is a basic language range (RFC 4647 §2.1) of a length that
    /// tags have: RFC 5646 §4.4.1 names 35 characters as what suffices.
    fn is_range(self) -> bool {
        let is_subtag =
            |subtag: &[u8]| matches!(subtag.len(), 1..=8) && subtag.iter().all(u8::is_ascii_alphanumeric);
        self.is_wildcard()
            || self.text.len() <= 64
                && is_subtag(self.language)
                && self.language.iter().all(u8::is_ascii_alphabetic)
                && self.subtags().all(is_subtag)
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
        self.language.eq_ignore_ascii_case(tag.language)
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
        if written.is_some() || !self.language.eq_ignore_ascii_case(b"zh") {
            return written;
        }
        let is_traditional = |region: &[u8]| TRADITIONAL.iter().any(|one| region.eq_ignore_ascii_case(one));
        Some(if self.subtags().any(is_traditional) { b"Hant" } else { b"Hans" })
    }
}

/// The subtag that stands for a language of several: the deprecated ones of the IANA
/// Language Subtag Registry are still sent, and Norwegian is mostly Bokmål.
fn canonical(language: &[u8]) -> &[u8] {
    let &[first, second] = language else { return language };
    match [first.to_ascii_lowercase(), second.to_ascii_lowercase()] {
        [b'i', b'w'] => b"he",
        [b'i', b'n'] => b"id",
        [b'j', b'i'] => b"yi",
        [b'n', b'o'] => b"nb",
        _ => language,
    }
}

/// The regions where Chinese is written in traditional script (Unicode CLDR, likely
/// subtags).
const TRADITIONAL: [&[u8]; 3] = [b"TW", b"HK", b"MO"];
