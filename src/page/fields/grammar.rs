//! The grammar that `Accept` and `Accept-Language` share: lists of members, each with
//! a weight (RFC 9110 §5.6.1, §5.6.6, §12.4.2).

/// How many members of a field are considered. Browsers send fewer than ten.
pub(in crate::page) const MEMBERS: usize = 64;

/// The weight of what is preferred most, in thousandths. Zero is not acceptable.
pub(in crate::page) const FULL: u16 = 1000;

/// One well-formed member of a list.
#[derive(Clone, Copy, Debug)]
pub(in crate::page) struct Member<'f> {
    /// What stands before the parameters: a token, or two with a slash between them, of
    /// which either can be empty.
    pub(in crate::page) range: &'f [u8],
    /// The parameters as they were sent, from the first semicolon on.
    pub(in crate::page) parameters: &'f [u8],
    /// Whether there are others than the weight.
    pub(in crate::page) has_parameters: bool,
    /// The weight in thousandths.
    pub(in crate::page) weight: u16,
}

/// Iterates over the well-formed ones among the first members of a field. A malformed
/// member is passed over by itself: reading goes on after the next comma.
pub(in crate::page) fn members(field: &[u8]) -> Members<'_> {
    Members { rest: Cursor(field), left: MEMBERS }
}

#[derive(Clone, Debug)]
pub(in crate::page) struct Members<'f> {
    rest: Cursor<'f>,
    left: usize,
}

impl<'f> Iterator for Members<'f> {
    type Item = Member<'f>;

    #[inline]
    fn next(&mut self) -> Option<Member<'f>> {
        loop {
            self.rest.skip(|byte| matches!(byte, b',' | b' ' | b'\t'));
            if self.left == 0 || self.rest.0.is_empty() {
                return None;
            }
            self.left -= 1;
            let member = self.rest.member();
            if member.is_some() {
                return member;
            }
            self.rest.skip(|byte| byte != b',');
        }
    }
}

/// A media type without its parameters, and these.
pub(in crate::page) fn media_type_parts(text: &[u8]) -> (&[u8], &[u8]) {
    let is_end = |byte: &u8| matches!(byte, b';' | b' ' | b'\t');
    text.split_at(text.iter().position(is_end).unwrap_or(text.len()))
}

/// Iterates over parameters but the weight, names and values as they were sent.
pub(in crate::page) fn parameters(text: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut rest = Cursor(text);
    core::iter::from_fn(move || rest.parameter()).flatten().filter(|(name, _)| !is_weight(name))
}

/// Tells whether two parameter values are the same, each a token or a quoted string.
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

/// The bytes that a value stands for (RFC 9110 §5.6.4).
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

/// A weight in thousandths (RFC 9110 §12.4.2).
fn weight(value: &[u8]) -> Option<u16> {
    let (digits, whole) = match value {
        [whole] => (&[][..], whole),
        [whole, b'.', digits @ ..] if digits.len() <= 3 => (digits, whole),
        _ => return None,
    };
    let mut thousandths = 0;
    let mut place = 100;
    for digit in digits {
        if !digit.is_ascii_digit() {
            return None;
        }
        thousandths += u16::from(digit - b'0') * place;
        place /= 10;
    }
    match whole {
        b'0' => Some(thousandths),
        b'1' if thousandths == 0 => Some(FULL),
        _ => None,
    }
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

/// What is left to read of a field.
#[derive(Clone, Debug)]
struct Cursor<'f>(&'f [u8]);

impl<'f> Cursor<'f> {
    /// Takes bytes as long as they are wanted.
    #[inline]
    fn skip(&mut self, wanted: impl Fn(u8) -> bool) -> &'f [u8] {
        let end = self.0.iter().position(|&byte| !wanted(byte)).unwrap_or(self.0.len());
        let (taken, rest) = self.0.split_at(end);
        self.0 = rest;
        taken
    }

    #[inline]
    fn whitespace(&mut self) {
        if matches!(self.0.first(), Some(b' ' | b'\t')) {
            self.skip(|byte| matches!(byte, b' ' | b'\t'));
        }
    }

    #[inline]
    fn eat(&mut self, byte: u8) -> bool {
        let rest = self.0.strip_prefix(&[byte]);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    /// A head and its parameters, up to a comma or the end.
    #[inline]
    fn member(&mut self) -> Option<Member<'f>> {
        let all = self.0;
        self.token();
        if self.eat(b'/') {
            self.token();
        }
        let range = &all[..all.len() - self.0.len()];
        if range.is_empty() {
            return None;
        }
        let start = self.0;
        let mut own = None;
        let mut has_parameters = false;
        self.whitespace();
        while !matches!(self.0.first(), None | Some(b',')) {
            if let Some((name, value)) = self.parameter()? {
                if !is_weight(name) {
                    has_parameters = true;
                } else if own.replace(weight(value)?).is_some() {
                    return None;
                }
            }
            self.whitespace();
        }
        let parameters = &start[..start.len() - self.0.len()];
        Some(Member { range, parameters, has_parameters, weight: own.unwrap_or(FULL) })
    }

    /// A token, or nothing.
    #[inline]
    fn token(&mut self) -> &'f [u8] {
        let mut end = 0;
        // By fours, of which most fields are long.
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

    /// A semicolon, and the parameter behind it if there is one.
    #[inline]
    #[expect(clippy::option_option, reason = "a fault, no parameter, a parameter")]
    fn parameter(&mut self) -> Option<Option<(&'f [u8], &'f [u8])>> {
        self.whitespace();
        if !self.eat(b';') {
            return None;
        }
        self.whitespace();
        let name = self.token();
        if name.is_empty() {
            return Some(None);
        }
        if !self.eat(b'=') {
            return None;
        }
        let value = if self.0.first() == Some(&b'"') { self.quoted()? } else { self.token() };
        (!value.is_empty()).then_some(Some((name, value)))
    }

    /// A quoted string with its quotes (RFC 9110 §5.6.4).
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

/// Tells whether a text can be the value of a field (RFC 9110 §5.5).
pub(crate) fn is_field_value(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'\t' | b' '..=b'~' | 0x80..))
}
