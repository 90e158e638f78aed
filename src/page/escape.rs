//! Text from elsewhere, escaped for where it stands.

use core::fmt::{self, Write};

/// Writes text for HTML, to stand between tags or in a quoted attribute.
///
/// Characters that steer the direction of text, control characters, some that cannot be seen,
/// such as the zero width space, and what HTML does not allow become U+FFFD, and line breaks
/// become spaces.
///
/// ```
/// let mut html = String::new();
/// http_status_info::page::write_html(&mut html, "a < b\u{202e}").unwrap();
/// assert_eq!(html, "a &lt; b\u{fffd}");
/// ```
///
/// # Errors
///
/// Fails when `out` does, and only then.
pub fn write_html(out: &mut (impl Write + ?Sized), text: &str) -> fmt::Result {
    replace(out, text, |character| match character {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        _ => tamed(character),
    })
}

/// Writes text for a line of plain text.
pub(in crate::page) fn write_plain(out: &mut (impl Write + ?Sized), text: &str) -> fmt::Result {
    replace(out, text, tamed)
}

/// What stands for a character that steers a terminal or the direction of text, or that
/// HTML does not allow. White space becomes a space, so that a text stays one line.
fn tamed(character: char) -> Option<&'static str> {
    match character {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(" "),
        // Control characters of ASCII and Latin 1, those of direction (the property
        // Bidi_Control of Unicode), invisible ones, tags, and noncharacters.
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
        // The last two of each further plane are noncharacters.
        '\u{10000}'.. if (character as u32) & 0xfffe == 0xfffe => Some("\u{fffd}"),
        _ => None,
    }
}

fn replace(
    out: &mut (impl Write + ?Sized),
    text: &str,
    replacement: impl Fn(char) -> Option<&'static str>,
) -> fmt::Result {
    // Most texts have nothing to replace, which is quickly seen.
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

/// Tells whether a text has none but plain bytes. Each is looked at whatever the others
/// are, which is quicker than to stop early where most texts have no reason to.
fn is_plain(text: &str) -> bool {
    text.bytes().fold(true, |so_far, byte| so_far & PLAIN[byte as usize])
}

/// The bytes that stand for themselves everywhere: visible ASCII and the space, but what
/// HTML or JSON read otherwise.
const PLAIN: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = b' ';
    while byte <= b'~' {
        table[byte as usize] = !matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'' | b'\\');
        byte += 1;
    }
    table
};

/// Writes a status code. All that can be sent have three digits, which are quickly written.
pub(in crate::page) fn write_code(out: &mut (impl Write + ?Sized), code: u16) -> fmt::Result {
    if !matches!(code, 100..=999) {
        return write!(out, "{code}");
    }
    [code / 100, code / 10, code].into_iter().try_for_each(|digits| {
        // One digit fits into a byte.
        out.write_char(char::from(b'0' + (digits % 10) as u8))
    })
}

/// Text as a JSON string with its quotes (RFC 8259 §7). Nothing is lost: a program reads
/// what was there. What could steer a terminal is written as an escape, as is what could
/// end a script that JSON is put into.
pub(in crate::page) struct Json<'t>(pub(in crate::page) &'t str);

impl fmt::Display for Json<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_json(f, self.0)
    }
}

/// Writes text as a JSON string with its quotes.
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
            _ if tamed(character).is_some() => None,
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
