//! Parses pages like clients do, for a comparison with harmless pages.

use std::fmt;

use scraper::{ElementRef, Html, Node};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use crate::answer::Form;
use crate::values::{is_unsafe, made_safe};

/// A parsed page.
#[derive(Clone, Debug, PartialEq)]
pub enum Read {
    Tree(Vec<Piece>),
    /// HTML that is not parsed.
    Source(String),
    Problem(Value),
    Text(String),
}

/// A piece of an HTML tree.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    Doctype(String),
    Start(String, Vec<(String, String)>),
    End,
    Text(String),
}

impl Read {
    /// Parses a page. Returns an error for anything that no page may have.
    pub fn of(content: &str, form: Form) -> Result<Self, String> {
        if let Some(character) = content.chars().find(|&character| is_unsafe(character) && character != '\n')
        {
            return Err(format!("has {character:?}"));
        }
        match form {
            Form::Page => tree(&Html::parse_document(content)).map(Self::Tree),
            Form::Fragment => tree(&Html::parse_fragment(content)).map(Self::Tree),
            Form::Problem if content.contains(['<', '>', '&', '\n', '\u{2028}', '\u{2029}']) => {
                Err("has a character that could end an HTML script".to_owned())
            }
            Form::Problem => {
                let read = serde_json::from_str(content).map(|Unique(value)| Self::Problem(value));
                read.map_err(|error| error.to_string())
            }
            Form::Text => Ok(Self::Text(content.to_owned())),
        }
    }

    /// Reads a page without parsing HTML, which takes too long for long pages without optimization.
    pub fn unparsed(content: &str, form: Form) -> Result<Self, String> {
        match form {
            Form::Page | Form::Fragment => Ok(Self::Source(content.to_owned())),
            Form::Problem | Form::Text => Self::of(content, form),
        }
    }

    /// The page with `texts` in place of `harmless`. HTML and plain text have the texts joined with commas
    /// and made safe. A problem has them unchanged.
    pub fn with(self, harmless: &str, texts: &[String]) -> Self {
        let joined = texts.join(", ");
        let safe = made_safe(&joined);
        let seen = |text: &str| text.replace(harmless, &safe);
        match self {
            whole if harmless.is_empty() => whole,
            Self::Tree(pieces) => {
                Self::Tree(pieces.into_iter().filter_map(|piece| piece.map(seen)).collect())
            }
            Self::Source(source) => {
                let characters =
                    [('&', "&amp;"), ('<', "&lt;"), ('>', "&gt;"), ('"', "&quot;"), ('\'', "&#39;")];
                let escaped = characters.iter().fold(safe, |text, (from, to)| text.replace(*from, to));
                Self::Source(source.replace(harmless, &escaped))
            }
            Self::Problem(value) => Self::Problem(with(value, harmless, &joined, texts)),
            Self::Text(text) => Self::Text(seen(&text)),
        }
    }
}

impl Piece {
    fn map(self, change: impl Fn(&str) -> String) -> Option<Self> {
        Some(match self {
            Self::Start(name, attributes) => {
                let attributes = attributes.into_iter().map(|(name, value)| (name, change(&value)));
                Self::Start(name, attributes.collect())
            }
            Self::Text(text) => Self::Text(Some(change(&text)).filter(|text| !text.is_empty())?),
            other => other,
        })
    }
}

fn with(value: Value, harmless: &str, joined: &str, texts: &[String]) -> Value {
    match value {
        Value::String(text) => Value::String(text.replace(harmless, joined)),
        Value::Array(items) if items == [harmless] => texts.iter().cloned().collect(),
        Value::Array(items) => items.into_iter().map(|item| with(item, harmless, joined, texts)).collect(),
        Value::Object(pairs) => {
            let pair = |(name, value): (String, Value)| {
                (name.replace(harmless, joined), with(value, harmless, joined, texts))
            };
            Value::Object(pairs.into_iter().map(pair).collect())
        }
        other => other,
    }
}

/// The pieces of a tree. Returns an error if the parser had to correct something, or if the tree has
/// anything else than the elements and attributes of pages.
fn tree(html: &Html) -> Result<Vec<Piece>, String> {
    if let Some(error) = html.errors.first() {
        return Err(error.to_string());
    }
    let mut pieces = Vec::new();
    for node in html.tree.root().children() {
        match node.value() {
            Node::Doctype(doctype) => pieces.push(Piece::Doctype(doctype.name().to_owned())),
            Node::Element(_) => add(html.root_element(), &mut pieces)?,
            Node::Text(text) if text.trim().is_empty() => {}
            other => return Err(format!("{other:?} beside the root")),
        }
    }
    Ok(pieces)
}

fn add(element: ElementRef<'_>, pieces: &mut Vec<Piece>) -> Result<(), String> {
    let name = element.value().name();
    let attributes = element.value().attrs().map(|(name, value)| (name.to_owned(), value.to_owned()));
    let attributes: Vec<_> = attributes.collect();
    if !ELEMENTS.contains(&name) {
        return Err(format!("has <{name}>"));
    }
    for (attribute, value) in &attributes {
        if !ATTRIBUTES.contains(&attribute.as_str()) || (attribute == "href" && !is_safe_link(value)) {
            return Err(format!("has {attribute}={value:?}"));
        }
    }
    pieces.push(Piece::Start(name.to_owned(), attributes));
    for child in element.children() {
        match (child.value(), ElementRef::wrap(child)) {
            (Node::Text(text), _) => pieces.push(Piece::Text(text.to_string())),
            (_, Some(child)) => add(child, pieces)?,
            (other, None) => return Err(format!("has {other:?}")),
        }
    }
    pieces.push(Piece::End);
    Ok(())
}

/// The elements of pages. None runs or loads anything.
const ELEMENTS: [&str; 25] = [
    "html", "head", "meta", "title", "style", "body", "main", "p", "h1", "h2", "b", "dl", "dt", "dd", "bdi",
    "a", "span", "div", "section", "ul", "li", "code", "em", "strong", "i",
];

/// The attributes of pages. None is an event handler.
const ATTRIBUTES: [&str; 8] = ["lang", "dir", "charset", "name", "content", "class", "role", "href"];

/// Tells whether a link leads to an address, and runs no script. As in the URL Standard, white space
/// and control characters are ignored.
fn is_safe_link(href: &str) -> bool {
    let read: String = href.chars().filter(|character| *character > ' ').collect();
    let start = read.find(['/', '?', '#', '\\']).map_or(read.as_str(), |end| &read[..end]);
    let scheme = start.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    scheme.is_none_or(|scheme| ["http", "https", "mailto", "tel"].contains(&scheme.as_str()))
}

/// A JSON value. Parsing fails if an object has a name twice.
struct Unique(Value);

impl<'de> Deserialize<'de> for Unique {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Visit).map(Self)
    }
}

struct Visit;

impl<'de> Visitor<'de> for Visit {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
        Ok(truth.into())
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Unique(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(list.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some((name, Unique(value))) = pairs.next_entry::<String, _>()? {
            if let Some(first) = map.insert(name.clone(), value) {
                return Err(A::Error::custom(format!("`{name}` twice, first {first}")));
            }
        }
        Ok(Value::Object(map))
    }
}
