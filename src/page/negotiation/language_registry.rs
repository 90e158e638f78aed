//! Data for the choice of a language: the preferred values of the IANA Language Subtag Registry
//! (of 2025-08-25), fallback languages, and the scripts of Chinese.

/// A subtag of up to eight letters in lower case, as a number for a quick comparison.
pub(super) type Letters = u64;

/// The preferred value of a language in the registry, or else the language itself. Besides the
/// registry's values, Norwegian (`no`) counts as Bokmål and Mandarin (`cmn`) as Chinese, since
/// most Norwegian is Bokmål and most Chinese is Mandarin.
pub(super) const fn preferred(language: Letters) -> Letters {
    match language {
        IN => letters(b"id"),
        IW => letters(b"he"),
        JI => letters(b"yi"),
        JW => letters(b"jv"),
        MO => letters(b"ro"),
        NO => NB,
        CMN => ZH,
        _ => language,
    }
}

/// The fallback for a language without a page, or 0. Bokmål is the fallback for Nynorsk. Chinese
/// is the fallback for each language with a tag below `zh`: `yue` is also `zh-yue`, which lookup
/// shortens to `zh`.
pub(super) const fn fallback(language: Letters) -> Letters {
    match language {
        NN => NB,
        GAN | HAK | HSN | NAN | WUU | YUE => ZH,
        _ => 0,
    }
}

/// Tells whether a language is the first subtag of one of [`PREFERRED_TAGS`].
pub(super) const fn has_preferred_tags(language: Letters) -> bool {
    matches!(language, ART | I | NO | ZH)
}

/// The tags of several subtags, each with the language that the registry prefers.
pub(super) const PREFERRED_TAGS: [(&[u8], Letters); 21] = [
    (b"art-lojban", letters(b"jbo")),
    (b"i-ami", letters(b"ami")),
    (b"i-bnn", letters(b"bnn")),
    (b"i-hak", HAK),
    (b"i-klingon", letters(b"tlh")),
    (b"i-lux", letters(b"lb")),
    (b"i-navajo", letters(b"nv")),
    (b"i-pwn", letters(b"pwn")),
    (b"i-tao", letters(b"tao")),
    (b"i-tay", letters(b"tay")),
    (b"i-tsu", letters(b"tsu")),
    (b"no-bok", NB),
    (b"no-nyn", NN),
    (b"zh-cmn", ZH),
    (b"zh-gan", GAN),
    (b"zh-guoyu", ZH),
    (b"zh-hakka", HAK),
    (b"zh-min-nan", NAN),
    (b"zh-wuu", WUU),
    (b"zh-xiang", HSN),
    (b"zh-yue", YUE),
];

const ART: Letters = letters(b"art");
const CMN: Letters = letters(b"cmn");
const GAN: Letters = letters(b"gan");
const HAK: Letters = letters(b"hak");
const HSN: Letters = letters(b"hsn");
const I: Letters = letters(b"i");
const IN: Letters = letters(b"in");
const IW: Letters = letters(b"iw");
const JI: Letters = letters(b"ji");
const JW: Letters = letters(b"jw");
const MO: Letters = letters(b"mo");
const NAN: Letters = letters(b"nan");
const NB: Letters = letters(b"nb");
const NN: Letters = letters(b"nn");
const NO: Letters = letters(b"no");
const WUU: Letters = letters(b"wuu");
const YUE: Letters = letters(b"yue");
pub(super) const ZH: Letters = letters(b"zh");

const fn letters(text: &[u8]) -> Letters {
    let mut letters = 0;
    let mut index = 0;
    while index < text.len() {
        letters = letters << 8 | text[index] as u64;
        index += 1;
    }
    letters
}

/// The regions where Chinese is likely in traditional script (Unicode CLDR, likely subtags of
/// `und-TW`, `und-HK` and `und-MO`).
pub(super) const TRADITIONAL_REGIONS: [&[u8]; 3] = [b"TW", b"HK", b"MO"];
