//! Hostile values, and the characters that pages replace.

/// The harmless value of the page that the comparison uses.
pub const HARMLESS: &str = "Harmless0";

/// Every short value.
pub fn short() -> Vec<Vec<u8>> {
    let every_byte = vec![(0x80..=0xff).collect(), (0..=0x1f).collect(), vec![b'a', 0x7f]];
    // Lengths and counts at the limits of pages.
    let sized = [32, 33, 128, 129, 8_192, 8_193].map(|length| vec![b'a'; length]);
    let listed =
        [16, 17].map(|count| (0..count).map(|n| format!("M{n}")).collect::<Vec<_>>().join(",").into_bytes());
    let texts = TEXTS.iter().map(|text| text.as_bytes().to_vec());
    let bidi_controls = BIDI_CONTROLS.iter().map(|character| format!("a{character}b").into_bytes());
    texts
        .chain(BYTES.iter().map(|bytes| bytes.to_vec()))
        .chain(bidi_controls)
        .chain(every_byte)
        .chain(sized)
        .chain(listed)
        .collect()
}

/// Values of a megabyte. The first one has all characters that need an escape.
pub fn long() -> Vec<Vec<u8>> {
    ["<a\"\\,&'>", "<", "\"", ",", "a", "\"\\", "\\", " "]
        .map(|part| part.repeat((1 << 20) / part.len()).into())
        .into()
}

/// The property `Bidi_Control` of Unicode.
pub const BIDI_CONTROLS: [char; 12] = [
    '\u{61c}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}',
    '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
];

/// The text that a page shows for a text. It is one line without characters that control a terminal or
/// the direction of text, or that HTML does not allow.
pub fn made_safe(text: &str) -> String {
    text.chars().map(|character| if is_break(character) { ' ' } else { shown(character) }).collect()
}

const fn is_break(character: char) -> bool {
    matches!(character, '\t' | '\r' | '\n' | '\u{2028}' | '\u{2029}')
}

fn shown(character: char) -> char {
    if is_unsafe(character) { '\u{fffd}' } else { character }
}

/// Tells whether a character must not get into a page, apart from line breaks.
pub fn is_unsafe(character: char) -> bool {
    let code = u32::from(character);
    let is_noncharacter = code & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&code);
    // The zero width space and similar characters, annotations, tags, and code points reserved for these.
    let is_invisible =
        matches!(code, 0x200b | 0x2060..=0x206f | 0xfeff | 0xfff0..=0xfffb | 0xe0000..=0xe007f);
    // Most characters are plain. This check makes a megabyte fast enough without optimization.
    let is_plain = matches!(character, ' '..='~');
    !is_plain
        && (character.is_control() || BIDI_CONTROLS.contains(&character) || is_noncharacter || is_invisible)
}

/// Values in UTF-8, for every entry point.
const TEXTS: &[&str] = &[
    // Elements, and ends of the elements around a value.
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</bdi></dd></dl><iframe src=//evil.example>",
    "<svg/onload=alert(1)>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0>",
    "<plaintext>",
    "<math><mtext></table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;",
    "<!--",
    "--!><img src=x onerror=alert(1)>",
    "]]>",
    "<![CDATA[<b>]]>",
    "<?php",
    "<",
    ">",
    "\u{ff1c}script\u{ff1e}",
    // Attributes.
    "\" onmouseover=alert(1) x=\"",
    "' autofocus onfocus=alert(1) x='",
    "` onclick=alert(1) `",
    "\"><script>alert(1)</script>",
    "'",
    "\"",
    // Character references, which a page must show and not resolve.
    "&lt;script&gt;",
    "&#60;b&#x3e;",
    "&amp;quot",
    "&NewLine;",
    "&",
    "&#0;",
    // Addresses that would run a script, in several disguises.
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\tjavascript:alert(1)",
    "\u{1}javascript:alert(1)",
    "\u{a0}javascript:alert(1)",
    "\u{200b}javascript:alert(1)",
    "java\nscript:alert(1)",
    "java\tscript:alert(1)",
    "java\rscript:alert(1)",
    "java\0script:alert(1)",
    "javascript&colon;alert(1)",
    "java&#115;cript:alert(1)",
    "&#106;avascript:alert(1)",
    "javascript%3aalert(1)",
    "javascript\u{ff1a}alert(1)",
    "javascript://example.com/%0aalert(1)",
    "javascript:alert(1)//@example.com",
    "data:text/html,<script>alert(1)</script>",
    "DATA:text/html;base64,PHNjcmlwdD4=",
    "vbscript:msgbox(1)",
    "feed:javascript:alert(1)",
    "blob:https://example.com/1",
    "ftp://evil.example",
    "x:y",
    ":",
    "::",
    "1:2",
    // Addresses of other sites, which only the application can write.
    "//evil.example",
    "///evil.example",
    "\\\\evil.example",
    "/\\evil.example",
    "http://evil.example/?a=1&b=2#<",
    "https:evil.example",
    "HTTPS://evil.example",
    "https://user:secret@evil.example",
    "./javascript:alert(1)",
    "/javascript:alert(1)",
    "?javascript:alert(1)",
    "#javascript:alert(1)",
    "/a b",
    "IT/Helpdesk",
    "mailto:a@example.com",
    "mailto:a@example.com?bcc=\"b\"",
    "TEL:+1",
    "a@example.com",
    "a@example.com?bcc=b@example.com",
    "'&@`",
    "a@b\u{202e}moc.elpmaxe",
    // Line breaks and control sequences of terminals.
    "a\r\nSet-Cookie: a=b",
    "a\r\n\r\n<script>alert(1)</script>",
    "a\rb",
    "a\nb",
    "a\0b",
    "\u{1b}[31mred\u{1b}[0m",
    "\u{1b}]0;title\u{7}",
    "\u{1b}]8;;https://evil.example\u{1b}\\here",
    "good\u{8}\u{8}\u{8}\u{8}evil",
    "\u{9b}31m",
    "\u{80}\u{85}\u{90}\u{9d}\u{9f}",
    "a\u{7f}\u{b}\u{c}",
    "a\u{2028}b\u{2029}c",
    // Invisible characters, noncharacters, and characters that change their neighbors.
    "a\u{200b}b\u{2060}c\u{feff}",
    "\u{200c}\u{200d}",
    "\u{fdd0}\u{fdef}\u{fffe}\u{ffff}\u{1fffe}\u{10ffff}",
    "\u{e0001}\u{e0041}\u{e007f}",
    "\u{fff9}a\u{fffa}b\u{fffb}",
    "\u{fffd}\u{fffc}",
    "Z\u{351}\u{36b}\u{343}a\u{300}",
    "\u{202e}\u{2066}\u{2067}nested",
    // JSON, with unpaired surrogates.
    "\\",
    "\\\"",
    "\\ud800",
    "\\udc00\\ud800",
    "\\u003cscript\\u003e",
    "\",\"status\":200,\"a\":\"",
    "{\"a\":[1,null]}",
    "__proto__",
    "\u{10000}\u{10ffd}",
    // Other languages that a value could get into.
    "{} {0} {{7*7}} ${7*7} %s%n",
    "%0d%0aSet-Cookie:%20a=b",
    "'; DROP TABLE pages; --",
    "../../etc/passwd",
    // Nearly valid field values.
    "GET, <script>, POST",
    "GET POST",
    ",,,",
    "GET,,%3Cscript%3E",
    "<b>GET, x</b>",
    "Basic<b> realm=\"x\"",
    "Basic realm=\"<script>\", Bearer",
    "realm=\"x\"",
    "120<b>",
    "+120",
    "-1",
    "1e9",
    "0x10",
    "12 0",
    "\u{ff11}\u{ff12}\u{ff10}",
    "18446744073709551616",
    "Fri, 31 Dec 1999 23:59:59 GMT<b>",
    "Fri, 31 D<c 1999 23:59:59 GMT",
    "Fri, <1 Dec 1999 23:59:59 GMT",
    "Fri<31 Dec 1999 23:59:59 GMT",
    "Fri, 31 Dec 1999 23<59<59 GMT",
    "Fri, 31 Dec 1999 23:59:59 <b>",
    "Fri, 31-Dec-99 23:59:59 GMT",
    "Fri, 31 Dec 1999 23:59:59 gmt",
    "\"ri, 31 Dec 1999 23:59:59 GMT",
    "Fri, 31 Dec 1999 23:59:5\u{663} GMT",
    "bytes */+1",
    "bytes */1<b>",
    "bytes */\u{663}",
    "bytes 0-1/*",
    "text/html;a=\"",
    "text/html;q=1<",
];

/// Values that are not UTF-8, for fields and bodies only.
const BYTES: &[&[u8]] = &[
    b"\xff\xfe",
    b"\xc0\xbcscript\xc0\xbe",
    b"\xe0\x80\xaf",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"<b>caf\xe9</b>",
    b"a\x9b31m",
    b"\xe2\x80",
    b"text/html;a=\"\xff\"",
];
