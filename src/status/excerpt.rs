//! The part of a text that an error quotes.

use core::fmt::{self, Write};

/// The most bytes that an excerpt has: more than any built-in name.
const MOST_BYTES: usize = 96;

/// The beginning of a text. `Display` writes it on one line and escapes unprintable characters.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Excerpt {
    /// UTF-8, cut between characters.
    bytes: [u8; MOST_BYTES],
    length: u8,
    is_cut: bool,
}

impl Excerpt {
    pub(crate) fn of(text: &str) -> Self {
        let mut length = text.len().min(MOST_BYTES);
        while !text.is_char_boundary(length) {
            length -= 1;
        }
        let mut bytes = [0; MOST_BYTES];
        for (to, from) in bytes.iter_mut().zip(&text.as_bytes()[..length]) {
            *to = *from;
        }
        Self { bytes, length: u8::try_from(length).unwrap_or_default(), is_cut: length < text.len() }
    }

    pub(crate) fn as_str(&self) -> &str {
        core::str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or_default()
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.as_str().chars() {
            match character {
                // `escape_debug` escapes quotation marks too, which a message need not do.
                '\'' | '"' => f.write_char(character)?,
                other => write!(f, "{}", other.escape_debug())?,
            }
        }
        f.write_str(if self.is_cut { "…" } else { "" })
    }
}
