//! The bytes of a file as text without characters that deceive.

use crate::codegen::problem::Position;
use crate::codegen::report::Report;

/// Decodes a file. Reports the first of each kind of character that has no place
/// in a document; a file with one of them is not read further.
pub fn text<'b>(bytes: &'b [u8], report: &mut Report<'_>) -> Option<&'b str> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let valid = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let at = Position::of(&valid, valid.len());
            let byte = bytes[error.valid_up_to()];
            report.add(|| at, format!("byte 0x{byte:02X} is not UTF-8"));
            return None;
        }
    };
    let mut seen = Vec::new();
    for (offset, character) in text.char_indices() {
        if let Some(kind) = forbidden(character) {
            if !seen.contains(&kind) {
                seen.push(kind);
                report.add(|| Position::of(text, offset), unexpected(kind, character));
            }
        }
    }
    seen.is_empty().then_some(text)
}

/// The message about a character that has no place in a document.
pub fn unexpected(kind: &str, character: char) -> String {
    format!("{kind} U+{:04X}, expected plain text with LF at the end of a line", u32::from(character))
}

/// What kind of forbidden character one is, if any. Directional marks can make text
/// look different from what it is; a tab is as wide as the editor likes, in YAML and
/// Markdown too; control characters come from accidents.
pub fn forbidden(character: char) -> Option<&'static str> {
    match character {
        '\n' => None,
        '\t' => Some("tab"),
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
