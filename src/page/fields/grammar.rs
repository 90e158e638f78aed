//! The grammar that `Accept` and `Accept-Language` share: lists of members with weights
//! (RFC 9110 §5.6.1, §5.6.6, §12.4.2). The parser is as lenient as real clients need.

use super::weight::Weight;

/// The greatest number of members of a field. Later members are ignored.
pub(in crate::page) const MAX_MEMBERS: usize = 64;

/// One well-formed member of a list.
#[derive(Clone, Copy, Debug)]
pub(in crate::page) struct Member<'f> {
    /// The part before the parameters: a token, or two tokens with a slash between them. Either
    /// token can be empty.
    pub(in crate::page) range: &'f [u8],
    /// The parameters as sent, from the first semicolon on.
    pub(in crate::page) parameters: &'f [u8],
    /// Whether there are parameters other than the weight.
    pub(in crate::page) has_parameters: bool,
    pub(in crate::page) weight: Weight,
}

/// Iterates over the well-formed members among the first [`MAX_MEMBERS`] of a field.
///
/// A parameter that is itself a media range counts as a member: some clients send
/// `application/json; text/plain; */*`. A malformed parameter or weight drops only its own
/// member. Bytes that are no parameters drop everything up to the next comma.
pub(in crate::page) fn members(field: &[u8]) -> Members<'_> {
    Members { rest: Cursor(field), remaining: MAX_MEMBERS }
}

#[derive(Clone, Debug)]
pub(in crate::page) struct Members<'f> {
    rest: Cursor<'f>,
    remaining: usize,
}

impl<'f> Iterator for Members<'f> {
    type Item = Member<'f>;

    #[inline]
    fn next(&mut self) -> Option<Member<'f>> {
        loop {
            self.rest.take_while(|byte| matches!(byte, b',' | b';' | b' ' | b'\t'));
            if self.remaining == 0 || self.rest.0.is_empty() {
                return None;
            }
            self.remaining -= 1;
            let member = self.rest.member();
            if member.is_some() {
                return member;
            }
        }
    }
}

/// Splits text into a media type and its parameters.
pub(in crate::page) fn media_type_parts(text: &[u8]) -> (&[u8], &[u8]) {
    let is_end = |byte: &u8| matches!(byte, b';' | b' ' | b'\t');
    text.split_at(text.iter().position(is_end).unwrap_or(text.len()))
}

/// Iterates over the parameters without the weight. Names and values are as sent.
pub(in crate::page) fn parameters(text: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut rest = Cursor(text);
    let next = move || if rest.is_at_end_of_member() { None } else { rest.parameter() };
    let with_value = |(name, value): (_, Option<_>)| Some((name, value?));
    core::iter::from_fn(next).filter_map(with_value).filter(|(name, _)| !is_weight(name))
}

/// Tells whether two parameter values are equal. Each value is a token or a quoted string.
pub(in crate::page) fn is_same_value(a: &[u8], b: &[u8], ignore_case: bool) -> bool {
    let same = |(a, b): (u8, u8)| a == b || (ignore_case && a.eq_ignore_ascii_case(&b));
    let (mut a, mut b) = (unquoted(a), unquoted(b));
    loop {
        match (a.next(), b.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) if same((a, b)) => {}
            _ => return false,
        }
    }
}

/// The bytes of a value without its quotes and escapes (RFC 9110 §5.6.4).
fn unquoted(value: &[u8]) -> impl Iterator<Item = u8> {
    let inner = value.strip_prefix(b"\"").and_then(|value| value.strip_suffix(b"\""));
    let is_quoted = inner.is_some();
    let mut bytes = inner.unwrap_or(value).iter().copied();
    core::iter::from_fn(move || match bytes.next() {
        Some(b'\\') if is_quoted => bytes.next(),
        byte => byte,
    })
}

fn is_weight(name: &[u8]) -> bool {
    matches!(name, b"q" | b"Q")
}

/// Tells whether a byte can be in a token (RFC 9110 §5.6.2).
pub(in crate::page) const fn is_token_byte(byte: u8) -> bool {
    TOKEN[byte as usize]
}

const TOKEN: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        #[expect(clippy::cast_possible_truncation, reason = "below 128")]
        let character = byte as u8;
        table[byte] = character.is_ascii_alphanumeric();
        byte += 1;
    }
    let others = b"!#$%&'*+-.^_`|~";
    let mut index = 0;
    while index < others.len() {
        table[others[index] as usize] = true;
        index += 1;
    }
    table
};

/// The unread part of a field.
#[derive(Clone, Copy, Debug)]
struct Cursor<'f>(&'f [u8]);

impl<'f> Cursor<'f> {
    /// Takes bytes as long as the condition holds.
    #[inline]
    fn take_while(&mut self, condition: impl Fn(u8) -> bool) -> &'f [u8] {
        let end = self.0.iter().position(|&byte| !condition(byte)).unwrap_or(self.0.len());
        let (taken, rest) = self.0.split_at(end);
        self.0 = rest;
        taken
    }

    #[inline]
    fn skip_whitespace(&mut self) {
        if matches!(self.0.first(), Some(b' ' | b'\t')) {
            self.take_while(|byte| matches!(byte, b' ' | b'\t'));
        }
    }

    #[inline]
    fn eat(&mut self, byte: u8) -> bool {
        let rest = self.0.strip_prefix(&[byte]);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    /// Reads a range and its parameters, up to a comma, the next range or the end. Returns `None`
    /// if they are malformed. If the bytes are no parameters, also skips to the next comma.
    #[inline]
    fn member(&mut self) -> Option<Member<'f>> {
        let all = self.0;
        self.token();
        if self.eat(b'/') {
            self.token();
        }
        let range = &all[..all.len() - self.0.len()];
        let start = self.0;
        let (mut weight, mut has_parameters) = (None, false);
        let mut is_well_formed = true;
        while !self.is_at_end_of_member() {
            let before = *self;
            let parameter = if range.is_empty() { None } else { self.parameter() };
            let Some((name, value)) = parameter else {
                self.take_while(|byte| byte != b',');
                return None;
            };
            match value {
                Some(value) if is_weight(name) => {
                    let read = Weight::read(value);
                    is_well_formed &= weight.is_none() && read.is_some();
                    weight = read;
                }
                Some(value) => {
                    has_parameters = true;
                    is_well_formed &= !name.is_empty() && !value.is_empty();
                }
                None if name.is_empty() => {}
                None if name == b"*" || self.0.first() == Some(&b'/') => {
                    *self = before;
                    break;
                }
                None => is_well_formed = false,
            }
        }
        let parameters = &start[..start.len() - self.0.len()];
        let weight = weight.unwrap_or(Weight::FULL);
        is_well_formed.then_some(Member { range, parameters, has_parameters, weight })
    }

    /// Reads a token, which can be empty.
    #[inline]
    fn token(&mut self) -> &'f [u8] {
        let mut end = 0;
        // Four bytes at a time are faster for long tokens.
        while let Some(&[a, b, c, d]) = self.0[end..].first_chunk() {
            if !(is_token_byte(a) & is_token_byte(b) & is_token_byte(c) & is_token_byte(d)) {
                break;
            }
            end += 4;
        }
        while self.0.get(end).is_some_and(|&byte| is_token_byte(byte)) {
            end += 1;
        }
        let (token, rest) = self.0.split_at(end);
        self.0 = rest;
        token
    }

    #[inline]
    fn is_at_end_of_member(&mut self) -> bool {
        self.skip_whitespace();
        matches!(self.0.first(), None | Some(b','))
    }

    /// Reads a semicolon, and the name and value after it if there are any (RFC 9110 §5.6.6).
    #[inline]
    fn parameter(&mut self) -> Option<(&'f [u8], Option<&'f [u8]>)> {
        if !self.eat(b';') {
            return None;
        }
        self.skip_whitespace();
        let name = self.token();
        if !self.eat(b'=') {
            return Some((name, None));
        }
        let value = if self.0.first() == Some(&b'"') { self.quoted()? } else { self.token() };
        Some((name, Some(value)))
    }

    /// Reads a quoted string with its quotes (RFC 9110 §5.6.4).
    fn quoted(&mut self) -> Option<&'f [u8]> {
        let mut end = 1;
        loop {
            match self.0.get(end)? {
                b'"' => break,
                b'\\' => end += 2,
                b'\t' | b' '..=b'~' | 0x80.. => end += 1,
                _ => return None,
            }
        }
        let (taken, rest) = self.0.split_at_checked(end + 1)?;
        self.0 = rest;
        Some(taken)
    }
}

/// Tells whether a text is a valid field value (RFC 9110 §5.5).
pub(crate) fn is_field_value(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'\t' | b' '..=b'~' | 0x80..))
}
