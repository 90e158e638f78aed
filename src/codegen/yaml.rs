//! Reads YAML into a tree of values, and finds the place of a value.
//!
//! `serde_yaml` tells places only in its errors. The tree therefore has no places. To find one,
//! a visitor reads the text again and fails on purpose at the value.

use std::cell::Cell;
use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
};

use super::problem::Position;
use super::report::Report;

/// The longest front matter, in bytes. For nested brackets, the time of the YAML reader grows
/// with the square of the length.
const LONGEST: usize = 32 * 1024;

/// The largest tree: the bytes of its texts, and one for each value. Bounds the expansion of
/// YAML aliases.
const MOST: usize = 256 * 1024;

/// The number of lines before the front matter.
const LINES_BEFORE: usize = 1;

/// A value of the front matter.
#[derive(Debug)]
pub enum Node {
    Null,
    Flag(bool),
    Number(i64),
    /// A fraction, or a number too large for `i64`.
    OtherNumber,
    Text(String),
    List(Vec<Node>),
    /// In the order of the document, repeated keys included.
    Mapping(Vec<(Node, Node)>),
}

impl Node {
    /// Returns the kind of the value, for messages.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "empty",
            Self::Flag(_) => "true or false",
            Self::Number(_) | Self::OtherNumber => "a number",
            Self::Text(_) => "text",
            Self::List(_) => "a list",
            Self::Mapping(_) => "a mapping",
        }
    }
}

/// The path of a value in the tree: at each level the index of the entry or item.
#[derive(Clone, Debug, Default)]
pub struct Path(Vec<usize>);

impl Path {
    /// Appends the index of an entry or item.
    pub fn then(&self, index: usize) -> Self {
        Self(self.0.iter().copied().chain([index]).collect())
    }
}

/// The front matter of a document.
pub struct FrontMatter {
    text: String,
    pub root: Node,
}

/// Reads the front matter. Broken YAML is one problem.
pub fn read(text: &str, report: &mut Report<'_>) -> Option<FrontMatter> {
    if text.len() > LONGEST {
        let message = format!("the front matter has {} bytes, expected at most {LONGEST}", text.len());
        report.add(|| Position::START, message);
        return None;
    }
    let budget = Cell::new(MOST);
    match Tree(&budget).deserialize(serde_yaml::Deserializer::from_str(text)) {
        Ok(root) => Some(FrontMatter { text: text.to_owned(), root }),
        Err(error) => {
            report.add(|| place(&error), format!("broken YAML: {}", message(&error)));
            None
        }
    }
}

impl FrontMatter {
    /// Finds the place of the value at a path.
    pub fn place_of_value(&self, path: &Path) -> Position {
        self.place(&path.0, false)
    }

    /// Finds the place of the key at a path.
    pub fn place_of_key(&self, path: &Path) -> Position {
        self.place(&path.0, true)
    }

    /// Finds the place of the value of a key, or of an item of that value.
    pub fn place_of(&self, key: &str, item: Option<usize>) -> Position {
        let Node::Mapping(entries) = &self.root else { return Position::START };
        let entry = entries.iter().position(|(k, _)| matches!(k, Node::Text(text) if text == key));
        let path: Vec<_> = entry.into_iter().chain(item).collect();
        self.place(&path, false)
    }

    fn place(&self, path: &[usize], key: bool) -> Position {
        let finder = Finder { path, key };
        match finder.deserialize(serde_yaml::Deserializer::from_str(&self.text)) {
            Ok(()) => Position::START,
            Err(error) => place(&error),
        }
    }
}

/// Returns the place of an error, in lines of the file.
fn place(error: &serde_yaml::Error) -> Position {
    error.location().map_or(Position::START, |location| Position {
        line: location.line() + LINES_BEFORE,
        column: location.column(),
    })
}

/// Returns the message of an error without places such as ` at line 8 column 9`, which count
/// the lines of the front matter alone.
fn message(error: &serde_yaml::Error) -> String {
    let text = error.to_string();
    let mut parts = text.split(" at line ");
    let mut message = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        message.push_str(part.trim_start_matches(|c: char| c.is_ascii_digit() || " column".contains(c)));
    }
    message
}

/// Reads any value into a [`Node`], within a budget.
#[derive(Clone, Copy)]
struct Tree<'b>(&'b Cell<usize>);

impl Tree<'_> {
    fn spend<E: Error>(self, cost: usize) -> Result<(), E> {
        let left = self.0.get().checked_sub(cost + 1);
        self.0.set(left.ok_or_else(|| E::custom(format!("the values come to more than {MOST} bytes")))?);
        Ok(())
    }

    fn leaf<E: Error>(self, node: Node) -> Result<Node, E> {
        self.spend(0).map(|()| node)
    }
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        self.leaf(Node::Null)
    }

    /// An empty front matter is `None` to the reader.
    fn visit_none<E: Error>(self) -> Result<Node, E> {
        self.leaf(Node::Null)
    }

    /// A value with a tag is an enum to the reader.
    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<Node, A::Error> {
        Err(A::Error::custom("a tag, expected a value without one"))
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Node, E> {
        self.leaf(Node::Flag(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Node, E> {
        self.leaf(Node::Number(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Node, E> {
        self.leaf(i64::try_from(number).map_or(Node::OtherNumber, Node::Number))
    }

    fn visit_i128<E: Error>(self, _: i128) -> Result<Node, E> {
        self.leaf(Node::OtherNumber)
    }

    fn visit_u128<E: Error>(self, _: u128) -> Result<Node, E> {
        self.leaf(Node::OtherNumber)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Node, E> {
        self.leaf(Node::OtherNumber)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node, E> {
        self.spend(text.len())?;
        Ok(Node::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        self.spend(0)?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        self.spend(0)?;
        let mut mapping = Vec::new();
        while let Some(key) = entries.next_key_seed(self)? {
            mapping.push((key, entries.next_value_seed(self)?));
        }
        Ok(Node::Mapping(mapping))
    }
}

/// A visitor that follows a path and fails at its end.
struct Finder<'p> {
    path: &'p [usize],
    /// Whether to fail at the key instead of the value.
    key: bool,
}

impl<'de> DeserializeSeed<'de> for Finder<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Finder<'_> {
    type Value = ();

    /// Every scalar fails with this message by default.
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("another place")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let Some((&index, path)) = self.path.split_first() else { return Err(A::Error::custom("found")) };
        for _ in 0..index {
            items.next_element::<IgnoredAny>()?;
        }
        items.next_element_seed(Finder { path, key: self.key })?;
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let Some((&index, path)) = self.path.split_first() else { return Err(A::Error::custom("found")) };
        for _ in 0..index {
            entries.next_entry::<IgnoredAny, IgnoredAny>()?;
        }
        if self.key && path.is_empty() {
            entries.next_key_seed(Finder { path, key: false })?;
        } else {
            entries.next_key::<IgnoredAny>()?;
            entries.next_value_seed(Finder { path, key: self.key })?;
        }
        Ok(())
    }
}
