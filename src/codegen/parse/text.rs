//! The bytes of a file as text without characters that deceive.

use crate::codegen::problem::{Position, Problem};

/// Decodes a file. Reports the first of each kind of character that has no place
/// in a document; a file with one of them is not read further.
pub fn text<'b>(path: &str, bytes: &'b [u8], problems: &mut Vec<Problem>) -> Option<&'b str> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let valid = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let at = Position::of(&valid, valid.len());
            let byte = bytes[error.valid_up_to()];
            problems.push(Problem::at(path, at, format!("byte 0x{byte:02X} is not UTF-8")));
            return None;
        }
    };
    let mut seen = Vec::new();
    for (offset, character) in text.char_indices() {
        if let Some(kind) = forbidden(character) {
            if !seen.contains(&kind) {
                seen.push(kind);
                let number = u32::from(character);
                problems.push(Problem::at(
                    path,
                    Position::of(text, offset),
                    format!("{kind} U+{number:04X}, expected plain text with LF at the end of a line"),
                ));
            }
        }
    }
    seen.is_empty().then_some(text)
}

/// What kind of forbidden character one is, if any. Directional marks can make
/// text look different from what it is; control characters come from accidents.
fn forbidden(character: char) -> Option<&'static str> {
    match character {
        '\n' | '\t' => None,
        '\r' => Some("carriage return"),
        '\0' => Some("NUL"),
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            Some("bidirectional control")
        }
        '\u{FEFF}' => Some("byte order mark"),
        '\u{2028}' | '\u{2029}' => Some("line separator"),
        other if other.is_control() => Some("control character"),
        _ => None,
    }
}
