//! The error of the lookups that say more than `None`.

use core::fmt::{self, Write};

/// How much of a text an error keeps: more than any built-in name has.
const MOST_BYTES: usize = 96;

/// A code or a text for which there is no status.
///
/// Says what was asked for: a code as it was, a text up to its first 96 bytes, on one
/// line and with unprintable characters written out.
///
/// ```
/// use http_status_info::StatusInfo;
///
/// let error = "nott\nfound".parse::<&StatusInfo>().unwrap_err();
/// assert_eq!(error.to_string(), r"unknown status `nott\nfound`");
///
/// let error = <&StatusInfo>::try_from(799).unwrap_err();
/// assert_eq!(error.to_string(), "unknown status code 799");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct UnknownStatus(Asked);

#[derive(Clone, PartialEq, Eq)]
enum Asked {
    Code(u16),
    Text {
        /// UTF-8, cut between characters.
        bytes: [u8; MOST_BYTES],
        length: usize,
        is_cut: bool,
    },
}

impl UnknownStatus {
    pub(crate) const fn code(code: u16) -> Self {
        Self(Asked::Code(code))
    }

    pub(crate) fn text(text: &str) -> Self {
        let mut length = text.len().min(MOST_BYTES);
        while !text.is_char_boundary(length) {
            length -= 1;
        }
        let mut bytes = [0; MOST_BYTES];
        for (to, from) in bytes.iter_mut().zip(&text.as_bytes()[..length]) {
            *to = *from;
        }
        Self(Asked::Text { bytes, length, is_cut: length < text.len() })
    }
}

impl fmt::Display for UnknownStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Asked::Code(code) => write!(f, "unknown status code {code}"),
            Asked::Text { bytes, length, is_cut } => {
                let text = core::str::from_utf8(&bytes[..*length]).unwrap_or_default();
                let more = if *is_cut { "…" } else { "" };
                f.write_str("unknown status `")?;
                for character in text.chars() {
                    match character {
                        // Escaped in Rust, not in a sentence.
                        '\'' | '"' => f.write_char(character)?,
                        other => write!(f, "{}", other.escape_debug())?,
                    }
                }
                write!(f, "{more}`")
            }
        }
    }
}

impl fmt::Debug for UnknownStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UnknownStatus({self})")
    }
}

impl core::error::Error for UnknownStatus {}
