//! Derives the constant and the lookup key of a name.

/// Derives the name of the Rust constant: the words of the name in capitals, joined by `_`.
pub fn constant(name: &str) -> String {
    let words: Vec<_> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_uppercase)
        .collect();
    words.join("_")
}

/// Derives the key that a lookup by name uses.
pub fn key(name: &str) -> String {
    // The key keeps or drops whole characters, so it is valid UTF-8.
    String::from_utf8_lossy(&crate::status::key::key(name).collect::<Vec<_>>()).into_owned()
}

/// Tells whether a text is the name of a Rust constant in the usual style.
pub fn is_constant(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::{constant, is_constant};

    #[test]
    fn a_constant_is_made_of_the_words_of_the_name() {
        assert_eq!(constant("Not Found"), "NOT_FOUND");
        assert_eq!(constant("Non-Authoritative Information"), "NON_AUTHORITATIVE_INFORMATION");
        assert_eq!(constant("I'm a teapot"), "I_M_A_TEAPOT");
        assert_eq!(constant("(Unused)"), "UNUSED");
        assert_eq!(constant("--"), "");
    }

    #[test]
    fn only_screaming_snake_case_is_a_constant() {
        assert!(is_constant("NOT_FOUND") && is_constant("HTTP2_OK"));
        for wrong in ["", "404_X", "Not_Found", "_NOT", "NOT FOUND", "GRÜN"] {
            assert!(!is_constant(wrong), "{wrong}");
        }
    }
}
