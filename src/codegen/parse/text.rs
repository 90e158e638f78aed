//! Decodes a file, and refuses characters that deceive readers.

use std::fmt::{self, Display, Formatter};

use crate::codegen::problem::Position;
use crate::codegen::report::Report;

/// Decodes a file. Reports the first forbidden character of each kind. A file with one of
/// them is not read further.
pub fn text<'b>(bytes: &'b [u8], report: &mut Report<'_>) -> Option<&'b str> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let valid = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let at = Position::of(&valid, valid.len());
            let byte = bytes[error.valid_up_to()];
            report.add(|| at, format!("byte `0x{byte:02X}` is not UTF-8, expected a file in UTF-8"));
            return None;
        }
    };
    let mut seen = Vec::new();
    for (offset, character) in text.char_indices() {
        if let Some(fault) = forbidden(character) {
            if !seen.contains(&fault.kind) {
                seen.push(fault.kind);
                report.add(|| Position::of(text, offset), fault.to_string());
            }
        }
    }
    seen.is_empty().then_some(text)
}

/// A forbidden character. Displays as the end of a message.
pub struct Forbidden {
    kind: &'static str,
    character: char,
    expected: &'static str,
}

/// Returns the reason if a character is forbidden in a document. Directional marks make text
/// look different from what it says. A tab has no fixed width, in YAML and Markdown too. Control
/// characters come from accidents.
pub fn forbidden(character: char) -> Option<Forbidden> {
    let (kind, expected) = match character {
        '\n' => return None,
        '\t' => ("tab", "spaces"),
        '\r' => ("carriage return", "LF alone at the end of a line"),
        '\0' => ("NUL", "visible characters"),
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            ("bidirectional control", "text without one")
        }
        '\u{FEFF}' => ("byte order mark", "UTF-8 without one"),
        '\u{2028}' | '\u{2029}' => ("line separator", "LF at the end of a line"),
        other if other.is_control() => ("control character", "visible characters"),
        _ => return None,
    };
    Some(Forbidden { kind, character, expected })
}

impl Display for Forbidden {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { kind, character, expected } = self;
        write!(f, "{kind} `U+{:04X}`, expected {expected}", u32::from(*character))
    }
}
