//! Values of the front matter as texts, flags, codes, words and addresses. A wrong value is
//! reported with its place and read as `None`.

use std::str::FromStr;

use super::mapping::Value;
use super::text::forbidden;
use crate::codegen::problem::quoted;
use crate::codegen::report::Report;
use crate::codegen::syntax::{is_absolute_http, is_token};
use crate::codegen::yaml::Node;
use crate::status::word::UnknownWord;

/// The longest name of a header field, in characters.
const LONGEST_FIELD_NAME: usize = 80;

impl Value<'_> {
    /// Reads text on one line that is not blank.
    pub fn text(&self, report: &mut Report<'_>) -> Option<String> {
        let Node::Text(text) = self.node else {
            self.wrong_kind(report, "text");
            return None;
        };
        if text.trim().is_empty() {
            self.problem(report, "is blank, expected text");
            return None;
        }
        if text.trim() != text || text.contains('\n') {
            self.problem(report, "has line breaks or spaces around it, expected one line of text");
            return None;
        }
        // An escape of YAML can write a character that the file itself does not have.
        if let Some(fault) = text.chars().find_map(forbidden) {
            self.problem(report, &format!("has a {fault}"));
            return None;
        }
        Some(text.clone())
    }

    /// Reads text of at most `most` characters.
    pub fn text_within(&self, most: usize, report: &mut Report<'_>) -> Option<String> {
        let text = self.text(report)?;
        let length = text.chars().count();
        if length > most {
            self.problem(report, &format!("has {length} characters, expected at most {most}"));
            return None;
        }
        Some(text)
    }

    /// Reads `true` or `false`.
    pub fn flag(&self, report: &mut Report<'_>) -> Option<bool> {
        if let Node::Flag(flag) = self.node {
            return Some(*flag);
        }
        self.wrong_kind(report, "`true` or `false`");
        None
    }

    /// Reads a status code that can have a document.
    pub fn code(&self, report: &mut Report<'_>) -> Option<u16> {
        let Node::Number(number) = self.node else {
            self.wrong_kind(report, "a code from 100 to 999");
            return None;
        };
        let code = u16::try_from(*number).ok().filter(|code| (100..=999).contains(code));
        if code.is_none() {
            self.problem(report, &format!("is `{number}`, expected a code from 100 to 999"));
        }
        code
    }

    /// Reads a word of a vocabulary.
    pub fn word<T: FromStr<Err = UnknownWord>>(&self, report: &mut Report<'_>) -> Option<T> {
        let text = self.text(report)?;
        let word = text.parse::<T>();
        word.map_err(|error| self.problem(report, &format!("is {}{}", quoted(&text), error.suggestion())))
            .ok()
    }

    /// Reads an absolute `http` or `https` address.
    pub fn url(&self, report: &mut Report<'_>) -> Option<String> {
        let text = self.text(report)?;
        if !is_absolute_http(&text) {
            let fault = format!("is {}, expected an absolute http or https address", quoted(&text));
            self.problem(report, &fault);
            return None;
        }
        Some(text)
    }

    /// Reads the name of a header field (RFC 9110 §5.1).
    pub fn field_name(&self, report: &mut Report<'_>) -> Option<String> {
        let text = self.text_within(LONGEST_FIELD_NAME, report)?;
        if !is_token(&text) {
            self.problem(report, &format!("is {}, expected the name of a header field", quoted(&text)));
            return None;
        }
        Some(text)
    }
}
