//! The macro for closed vocabularies, and the error for an unknown word.

use core::fmt;

use super::excerpt::Excerpt;
use super::nearest::Suggestion;

/// Defines an enum and the word for each variant. The rustdoc page of the enum ends with a list
/// of codes by word, from the given file.
macro_rules! vocabulary {
    (
        $(#[$meta:meta])*
        $name:ident, $list:literal {
            $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)+
        }
    ) => {
        $(#[$meta])*
        #[cfg_attr(doc, doc = "")]
        #[cfg_attr(doc, doc = list!($list))]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$variant_meta])* $variant,)+
        }

        impl $name {
            /// All values, in the order of their definition.
            ///
            /// ```
            #[doc = concat!("use http_status_info::", stringify!($name), ";")]
            ///
            #[doc = concat!("for value in ", stringify!($name), "::ALL {")]
            ///     assert!(!value.as_str().is_empty());
            /// }
            /// ```
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the word that status documents use for the value.
            ///
            /// ```
            #[doc = concat!("use http_status_info::", stringify!($name), ";")]
            ///
            #[doc = concat!("let words: Vec<&str> = ", stringify!($name), "::ALL.iter().map(|value| value.as_str()).collect();")]
            #[doc = concat!("assert_eq!(words, [", $("\"", $word, "\", ",)+ "]);")]
            /// ```
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

        /// Writes the word that status documents use, honoring width and alignment.
        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        /// Reads the word that status documents use, as `Display` writes it.
        ///
        /// ```
        #[doc = concat!("use http_status_info::", stringify!($name), ";")]
        ///
        #[doc = concat!("for value in ", stringify!($name), "::ALL {")]
        #[doc = concat!("    assert_eq!(value.to_string().parse::<", stringify!($name), ">(), Ok(*value));")]
        /// }
        #[doc = concat!("assert!(\"of no vocabulary\".parse::<", stringify!($name), ">().is_err());")]
        /// ```
        impl core::str::FromStr for $name {
            type Err = $crate::status::word::UnknownWord;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                const VOCABULARY: &$crate::status::word::Vocabulary =
                    &$crate::status::word::Vocabulary { name: stringify!($name), words: &[$($word),+] };
                match word {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(VOCABULARY.error(word)),
                }
            }
        }
    };
}

pub(crate) use vocabulary;

/// The name of a vocabulary and its words.
#[derive(PartialEq, Eq)]
pub(crate) struct Vocabulary {
    pub(crate) name: &'static str,
    pub(crate) words: &'static [&'static str],
}

impl Vocabulary {
    pub(crate) fn error(&'static self, word: &str) -> UnknownWord {
        UnknownWord { vocabulary: self, word: Excerpt::of(word) }
    }
}

/// The error for a word that is not in a vocabulary, such as [`Retry`](crate::Retry).
///
/// The message quotes the first 96 bytes of the word. It suggests the nearest valid word, or
/// lists all valid words if none is near. Words must match exactly, also in case.
///
/// ```
/// use http_status_info::{Content, Retry};
///
/// let error = "Never".parse::<Retry>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown word `Never` for `Retry`. Did you mean `never`?");
///
/// let error = "some".parse::<Content>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "unknown word `some` for `Content`, expected one of `allowed`, `none`, `empty`",
/// );
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct UnknownWord {
    vocabulary: &'static Vocabulary,
    word: Excerpt,
}

impl UnknownWord {
    /// Returns the words of the vocabulary.
    ///
    /// ```
    /// use http_status_info::Requirement;
    ///
    /// let error = "shall".parse::<Requirement>().unwrap_err();
    /// assert_eq!(error.expected(), ["must", "should", "may"]);
    /// ```
    #[must_use]
    pub const fn expected(&self) -> &'static [&'static str] {
        self.vocabulary.words
    }

    /// Returns the end of a message about the word: a suggestion or the valid words.
    pub(crate) fn suggestion(&self) -> impl fmt::Display {
        Suggestion { word: self.word.as_str(), expected: self.expected().iter().copied() }
    }
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown word `{}` for `{}`{}", self.word, self.vocabulary.name, self.suggestion())
    }
}

impl fmt::Debug for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UnknownWord({self})")
    }
}

impl core::error::Error for UnknownWord {}
