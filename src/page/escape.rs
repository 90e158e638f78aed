//! Escapes text for the format that it is written in.

use core::fmt::{self, Write};

/// Writes text as HTML, escaped for a place between tags or in a quoted attribute.
///
/// Tabs and line breaks become spaces. U+FFFD replaces these characters:
///
/// - other control characters;
/// - characters that change the direction of text;
/// - some invisible characters, such as the zero width space;
/// - characters that HTML does not allow.
///
/// ```
/// let mut html = String::new();
/// http_status_info::page::write_html(&mut html, "a < b\u{202e}").unwrap();
/// assert_eq!(html, "a &lt; b\u{fffd}");
/// ```
///
/// # Errors
///
/// Returns an error only if `out` does.
pub fn write_html(out: &mut (impl Write + ?Sized), text: &str) -> fmt::Result {
    replace(out, text, |character| match character {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        _ => replacement_of(character),
    })
}

/// Writes text as one line of plain text.
pub(in crate::page) fn write_plain(out: &mut (impl Write + ?Sized), text: &str) -> fmt::Result {
    replace(out, text, replacement_of)
}

/// The replacement for a character that controls a terminal or the direction of text, or that
/// HTML does not allow. Each line break becomes a space, so that a text stays one line.
fn replacement_of(character: char) -> Option<&'static str> {
    match character {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(" "),
        // Control characters of ASCII and Latin-1, direction controls (the Unicode property
        // Bidi_Control), invisible characters, tags, and noncharacters.
        '\0'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{61c}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fdd0}'..='\u{fdef}'
        | '\u{feff}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{fffe}'
        | '\u{ffff}'
        | '\u{e0000}'..='\u{e007f}' => Some("\u{fffd}"),
        // The last two code points of every plane are noncharacters.
        '\u{10000}'.. if (character as u32) & 0xfffe == 0xfffe => Some("\u{fffd}"),
        _ => None,
    }
}

fn replace(
    out: &mut (impl Write + ?Sized),
    text: &str,
    replacement: impl Fn(char) -> Option<&'static str>,
) -> fmt::Result {
    // Most texts need no replacement, and this check is quick.
    if is_plain(text) {
        return out.write_str(text);
    }
    let mut start = 0;
    for (at, character) in text.char_indices() {
        if let Some(replacement) = replacement(character) {
            out.write_str(&text[start..at])?;
            out.write_str(replacement)?;
            start = at + character.len_utf8();
        }
    }
    out.write_str(&text[start..])
}

/// Tells whether all bytes of a text are plain. The function checks every byte: most texts are
/// plain, and a loop without an early exit is faster for these.
fn is_plain(text: &str) -> bool {
    text.bytes().fold(true, |so_far, byte| so_far & PLAIN[byte as usize])
}

/// The bytes that no format escapes: visible ASCII and the space, without the special characters
/// of HTML and JSON.
const PLAIN: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = b' ';
    while byte <= b'~' {
        table[byte as usize] = !matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'' | b'\\');
        byte += 1;
    }
    table
};

/// Writes a status code. Codes of three digits are written without formatting, which is faster.
pub(in crate::page) fn write_code(out: &mut (impl Write + ?Sized), code: u16) -> fmt::Result {
    if !matches!(code, 100..=999) {
        return write!(out, "{code}");
    }
    [code / 100, code / 10, code].into_iter().try_for_each(|digits| {
        // A digit fits into a byte.
        out.write_char(char::from(b'0' + (digits % 10) as u8))
    })
}

/// Displays text as a JSON string, with its quotes (RFC 8259 §7). A parser gets the text back
/// unchanged. Characters that control a terminal, or that could end an HTML script around the
/// JSON, are written as escapes.
pub(in crate::page) struct Json<'t>(pub(in crate::page) &'t str);

impl fmt::Display for Json<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_json(f, self.0)
    }
}

/// Writes text as a JSON string, with its quotes.
pub(in crate::page) fn write_json(out: &mut (impl Write + ?Sized), text: &str) -> fmt::Result {
    out.write_char('"')?;
    if is_plain(text) {
        out.write_str(text)?;
        return out.write_char('"');
    }
    let mut start = 0;
    for (at, character) in text.char_indices() {
        let escape = match character {
            '"' => Some("\\\""),
            '\\' => Some("\\\\"),
            '\n' => Some("\\n"),
            '\r' => Some("\\r"),
            '\t' => Some("\\t"),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => None,
            _ if replacement_of(character).is_some() => None,
            _ => continue,
        };
        out.write_str(&text[start..at])?;
        start = at + character.len_utf8();
        if let Some(escape) = escape {
            out.write_str(escape)?;
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
        }
    }
    out.write_str(&text[start..])?;
    out.write_char('"')
}
