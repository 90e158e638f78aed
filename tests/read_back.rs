//! Written words and records are parsed to the same values, and wrong input is an error.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use http_status_info::{Class, Content, GrpcCode, Origin, Redirect, Requirement, Retry, UnknownWord};

/// Runs a check of every vocabulary: its name, and its values with their words.
macro_rules! each_vocabulary {
    ($check:ident) => {
        each_vocabulary!($check: Class Content GrpcCode Origin Redirect Requirement Retry)
    };
    ($check:ident: $($name:ident)+) => {
        $($check(stringify!($name), $name::ALL, &$name::ALL.iter().map(|value| value.as_str()).collect::<Vec<_>>());)+
    };
}

fn reads_back<T>(name: &str, values: &[T], words: &[&str])
where
    T: Copy + Debug + Display + PartialEq + FromStr<Err = UnknownWord>,
{
    assert!(!values.is_empty(), "{name}");
    for (value, word) in values.iter().zip(words) {
        assert_eq!(value.to_string(), *word, "{name}");
        assert_eq!(word.parse(), Ok(*value), "{name}");
        assert_eq!(format!("{value:>30}").trim_start().parse(), Ok(*value), "{name}");
    }
}

#[test]
fn each_word_is_read_as_the_value_that_writes_it() {
    each_vocabulary!(reads_back);
}

fn refuses_others<T>(name: &str, _: &[T], words: &[&str])
where
    T: Debug + FromStr<Err = UnknownWord>,
{
    let other_case = |word: &str| {
        let upper = word.to_uppercase();
        if upper == word { word.to_lowercase() } else { upper }
    };
    for word in words {
        // The error for a near word suggests the right one.
        let cut = &word[..word.len() - 1];
        for wrong in [other_case(word), format!("{word}s"), format!(" {word}"), cut.to_owned()] {
            if words.contains(&wrong.as_str()) {
                continue;
            }
            let error = wrong.parse::<T>().unwrap_err();
            assert_eq!(error.expected(), words, "{name}");
            let (said, meant) = error.to_string().split_once(". Did you mean `").map_or_else(
                || panic!("{error} suggests nothing"),
                |(said, meant)| (said.to_owned(), meant.to_owned()),
            );
            assert_eq!(said, format!("unknown word `{wrong}` for `{name}`"));
            assert!(words.contains(&meant.strip_suffix("`?").unwrap()), "{error}");
            assert_eq!(format!("{error:?}"), format!("UnknownWord({error})"));
        }
        assert!(other_case(word).parse::<T>().unwrap_err().to_string().ends_with(&format!("`{word}`?")));
    }
    // The error for a far word lists all words.
    let all: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    for wrong in ["", "404", "\u{1F980}\u{1F980}\u{1F980}"] {
        let expected = format!("unknown word `{wrong}` for `{name}`, expected one of {}", all.join(", "));
        assert_eq!(wrong.parse::<T>().unwrap_err().to_string(), expected);
    }
    // A quotation in an error stays on its line, and is cut.
    for hostile in [format!("a\nb\u{202E}{}", words[0]), "é".repeat(100_000), "\0".repeat(1000)] {
        let text = hostile.parse::<T>().unwrap_err().to_string();
        assert!(text.len() < 1200 && !text.contains(|c: char| c.is_control() || c == '\u{202E}'), "{text}");
    }
}

#[test]
fn any_other_word_is_an_error_that_says_what_was_expected() {
    each_vocabulary!(refuses_others);
}

#[cfg(feature = "serde")]
mod serde {
    use std::fmt::Debug;
    use std::ptr;

    use ::serde::de::value::Error;
    use ::serde::de::{DeserializeOwned, Deserializer, Error as _, Visitor};
    use ::serde::{Deserialize, Serialize, forward_to_deserialize_any};
    use http_status_info::{
        Class, Content, GrpcCode, Origin, Redirect, Requirement, Retry, StatusInfo, codes, iter, status_info,
    };
    use serde_json::{Value, from_str, from_value, json, to_string, to_value};

    /// A format without types: it gives a text to a caller that asks for one.
    struct Untyped<'t>(&'t str);

    impl<'de> Deserializer<'de> for Untyped<'de> {
        type Error = Error;

        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
            Err(Error::custom("the format has no types"))
        }

        fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.visit_borrowed_str(self.0)
        }

        forward_to_deserialize_any! {
            bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char string bytes byte_buf option unit unit_struct
            newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
        }
    }

    fn reads_back<T>(name: &str, values: &[T], words: &[&str])
    where
        T: Debug + PartialEq + Serialize + DeserializeOwned,
    {
        for (value, word) in values.iter().zip(words) {
            assert_eq!(to_value(value).unwrap(), json!(word), "{name}");
            assert_eq!(&from_str::<T>(&to_string(value).unwrap()).unwrap(), value, "{name}");
            assert_eq!(&from_value::<T>(json!(word)).unwrap(), value, "{name}");
            assert_eq!(&T::deserialize(Untyped(word)).unwrap(), value, "{name}");
        }
        let error = from_value::<T>(json!("")).unwrap_err().to_string();
        assert!(error.starts_with(&format!("unknown word `` for `{name}`, expected one of `")), "{error}");
        for wrong in [json!(null), json!(0), json!([words[0]]), json!({ words[0]: null })] {
            let error = from_value::<T>(wrong).unwrap_err().to_string();
            assert!(error.ends_with(&format!("expected a word for `{name}`")), "{error}");
        }
    }

    #[test]
    fn words_are_read_back_from_json_and_from_a_format_without_types() {
        each_vocabulary!(reads_back);
    }

    fn read(json: &Value) -> Result<&'static StatusInfo, serde_json::Error> {
        // A text and a value pass numbers and texts to the visitor in different ways.
        let (from_text, from_value) = (from_str(&json.to_string()), from_value(json.clone()));
        assert_eq!(from_text.as_ref().ok(), from_value.as_ref().ok(), "{json}");
        from_text
    }

    #[test]
    fn each_record_is_read_back_from_its_json_its_code_and_its_names() {
        for status in iter() {
            let whole = to_value(status).unwrap();
            assert!(ptr::eq(from_str::<&StatusInfo>(&to_string(status).unwrap()).unwrap(), status));
            let code = status.code();
            let mut code_last: String = json!({ "name": "Gone", "more": [{ "code": 1 }] }).to_string();
            code_last.truncate(code_last.len() - 1);
            let code_last = format!("{code_last},\"code\":{code}}}");
            assert!(ptr::eq(from_str::<&StatusInfo>(&code_last).unwrap(), status), "{code_last}");
            for json in [
                whole,
                json!(code),
                json!(code.to_string()),
                json!(status.name()),
                json!(status.title()),
                json!(status.constant()),
                json!({ "code": code }),
            ] {
                assert!(ptr::eq(read(&json).unwrap(), status), "{json}");
            }
            for alias in status.aliases() {
                assert!(ptr::eq(read(&json!(alias)).unwrap(), status), "{alias}");
            }
        }
        let all: Vec<&StatusInfo> = from_value(to_value(iter().collect::<Vec<_>>()).unwrap()).unwrap();
        assert!(all.into_iter().eq(iter()));
    }

    #[test]
    fn a_code_without_a_document_is_an_error_that_names_it() {
        for code in (0..=u16::MAX).filter(|code| status_info(*code).is_none()) {
            let expected = format!("unknown status code {code}");
            assert_eq!(from_value::<&StatusInfo>(json!(code)).unwrap_err().to_string(), expected);
            let error = from_value::<&StatusInfo>(json!({ "code": code })).unwrap_err();
            assert_eq!(error.to_string(), expected);
        }
    }

    #[test]
    fn json_without_a_record_is_an_error_that_says_why() {
        const EXPECTED: &str = "a status: a code from 100 to 999, a name, or an object with a `code`";
        let invalid = |what: &str, value: &str| format!("invalid {what}: {value}, expected {EXPECTED}");
        for (json, expected) in [
            ("65940", invalid("value", "integer `65940`")),
            ("-404", invalid("value", "integer `-404`")),
            ("404.0", invalid("type", "floating point `404.0`")),
            ("null", invalid("type", "null")),
            ("true", invalid("type", "boolean `true`")),
            ("[404]", invalid("type", "sequence")),
            ("\"404 Gone\"", "unknown status `404 Gone`".to_owned()),
            ("{}", "missing field `code`".to_owned()),
            (r#"{"name":"Not Found"}"#, "missing field `code`".to_owned()),
            (r#"{"Code":404}"#, "missing field `code`".to_owned()),
            (r#"{"code":404,"code":404}"#, "duplicate field `code`".to_owned()),
            (r#"{"code":"404"}"#, "invalid type: string \"404\", expected u64".to_owned()),
            (r#"{"code":66000}"#, invalid("value", "integer `66000`")),
            (r#"{"code":{"code":404}}"#, "invalid type: map, expected u64".to_owned()),
        ] {
            let error = from_str::<&StatusInfo>(json).unwrap_err().to_string();
            assert!(error.starts_with(&expected), "{json}: {error}");
        }
        let error = <&StatusInfo>::deserialize(Untyped("404")).unwrap_err();
        assert_eq!(error.to_string(), "the format has no types");
        assert_eq!(from_str::<Option<&StatusInfo>>("404").unwrap(), Some(codes::NOT_FOUND));
        assert_eq!(from_str::<Option<&StatusInfo>>("null").unwrap(), None);
    }
}
