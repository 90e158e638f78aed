//! The syntax of addresses and tokens.

/// Tells whether a text is an absolute address: the scheme `http` or `https`, a host, and no
/// character that RFC 3986 does not allow.
pub fn is_absolute_http(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let in_host = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:[]".contains(&byte);
    let in_url = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte);
    host.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[')
        && host.bytes().all(in_host)
        && rest.bytes().all(in_url)
}

/// Tells whether a text is a token (RFC 9110 §5.6.2), such as the name of a header field.
pub fn is_token(text: &str) -> bool {
    let in_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(in_token)
}

#[cfg(test)]
mod tests {
    use super::{is_absolute_http, is_token};

    #[test]
    fn only_absolute_http_addresses_pass() {
        for right in ["https://example.com", "http://[::1]:80/a?b#c", "https://a.example/%20(x)"] {
            assert!(is_absolute_http(right), "{right}");
        }
        for wrong in [
            "",
            "/a",
            "//example.com",
            "ftp://example.com",
            "https://",
            "https:///a",
            "https://a b",
            "javascript:alert(1)",
            "https://a\"b",
            "https://user@example.com",
            "HTTPS://example.com",
        ] {
            assert!(!is_absolute_http(wrong), "{wrong}");
        }
    }

    #[test]
    fn only_tokens_pass() {
        for right in ["Allow", "X-Request-Id", "!#$%&'*+-.^_`|~9"] {
            assert!(is_token(right), "{right}");
        }
        for wrong in ["", "Allow:", "two words", "ü", "a/b", "\"a\"", "a\t"] {
            assert!(!is_token(wrong), "{wrong}");
        }
    }
}
