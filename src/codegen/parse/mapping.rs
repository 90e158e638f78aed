//! Values of the front matter as mappings and lists. A value of the wrong kind is reported
//! with its place, and reading goes on.

use std::collections::BTreeSet;

use crate::codegen::problem::quoted;
use crate::codegen::report::Report;
use crate::codegen::yaml::{FrontMatter, Node, Path};
use crate::status::nearest::Suggestion;

/// A value, with its name in messages and its path.
pub struct Value<'v> {
    name: String,
    front_matter: &'v FrontMatter,
    path: Path,
    pub(super) node: &'v Node,
}

/// A mapping whose keys are known.
pub struct Mapping<'v> {
    entries: Vec<(&'v str, Value<'v>)>,
}

/// A key that a mapping may have, and whether it is required.
pub type Key = (&'static str, bool);

impl<'v> Mapping<'v> {
    /// Reads the value of a key. `None` if the key is absent or its value is wrong.
    pub fn read<T>(
        &self,
        key: &str,
        report: &mut Report<'_>,
        read: impl FnOnce(&Value<'v>, &mut Report<'_>) -> Option<T>,
    ) -> Option<T> {
        let (_, value) = self.entries.iter().find(|(found, _)| *found == key)?;
        read(value, report)
    }
}

impl<'v> Value<'v> {
    /// The front matter as a whole.
    pub fn root(front_matter: &'v FrontMatter) -> Self {
        let name = "the front matter".to_owned();
        Self { name, front_matter, path: Path::default(), node: &front_matter.root }
    }

    /// Reports a problem of the value. The message is the name of the value and the text.
    pub(super) fn problem(&self, report: &mut Report<'_>, text: &str) {
        let text = format!("{} {text}", self.name);
        report.add(|| self.front_matter.place_of_value(&self.path), text);
    }

    /// Reports that the value is of another kind than expected.
    pub(super) fn wrong_kind(&self, report: &mut Report<'_>, expected: &str) {
        self.problem(report, &format!("is {}, expected {expected}", self.node.kind()));
    }

    /// Reads a mapping with the given keys and no others.
    pub fn mapping(&self, keys: &[Key], report: &mut Report<'_>) -> Option<Mapping<'v>> {
        let entries = self.entries(report)?;
        for &(key, _) in keys.iter().filter(|(_, required)| *required) {
            if !entries.iter().any(|(found, _)| *found == key) {
                self.problem(report, &format!("has no key `{key}`, which is required"));
            }
        }
        let is_known = |key: &str| keys.iter().any(|(known, _)| *known == key);
        for (key, value) in entries.iter().filter(|(key, _)| !is_known(key)) {
            let expected = keys.iter().map(|(key, _)| *key);
            let text = format!("unknown key {}{}", quoted(key), Suggestion { word: key, expected });
            report.add(|| self.front_matter.place_of_key(&value.path), text);
        }
        Some(Mapping { entries: entries.into_iter().filter(|(key, _)| is_known(key)).collect() })
    }

    /// Reads a mapping with any keys: its entries in order, each key once.
    pub fn entries(&self, report: &mut Report<'_>) -> Option<Vec<(&'v str, Self)>> {
        let Node::Mapping(entries) = self.node else {
            self.wrong_kind(report, "a mapping");
            return None;
        };
        let mut read: Vec<(&str, Self)> = Vec::new();
        let mut keys = BTreeSet::new();
        for (index, (key, node)) in entries.iter().enumerate() {
            let path = self.path.then(index);
            let Node::Text(key) = key else {
                let text = format!("a key of {} is {}, expected text", self.name, key.kind());
                report.add(|| self.front_matter.place_of_key(&path), text);
                continue;
            };
            if keys.insert(key) {
                read.push((key, Self { name: quoted(key), front_matter: self.front_matter, path, node }));
            } else {
                let text = format!("repeated key {}, expected once", quoted(key));
                report.add(|| self.front_matter.place_of_key(&path), text);
            }
        }
        Some(read)
    }

    /// Reads the items of a list.
    pub fn items(&self, report: &mut Report<'_>) -> Option<Vec<Self>> {
        let Node::List(items) = self.node else {
            self.wrong_kind(report, "a list. Write `[]` for an empty one");
            return None;
        };
        let item = |(index, node)| Self {
            name: format!("item {} of {}", index + 1, self.name),
            front_matter: self.front_matter,
            path: self.path.then(index),
            node,
        };
        Some(items.iter().enumerate().map(item).collect())
    }
}
