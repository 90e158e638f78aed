//! The addresses of the sections that define header fields, from `fields.csv`.
//!
//! Reference pages link the header fields that documents mention in inline code. A field
//! without an address is shown without a link.

use std::collections::BTreeMap;

use crate::codegen::problem::{Position, Problem, quoted};
use crate::codegen::syntax::{is_absolute_http, is_token};

/// The path in messages.
const PATH: &str = "src/codegen/render/fields.csv";

const HEAD: &str = "name,url";

/// Addresses by the name of the header field.
pub struct Fields<'t>(BTreeMap<&'t str, &'t str>);

impl Fields<'static> {
    /// Reads the table of this crate.
    pub fn built_in(problems: &mut Vec<Problem>) -> Self {
        Self::read(include_str!("fields.csv"), problems)
    }
}

impl<'t> Fields<'t> {
    /// Reads a table: a head, and a line for each field, sorted by name without regard to case.
    fn read(table: &'t str, problems: &mut Vec<Problem>) -> Self {
        let mut fields = BTreeMap::new();
        let mut previous = String::new();
        for (index, line) in table.lines().enumerate() {
            let fault = match line.split_once(',') {
                _ if index == 0 => (line != HEAD).then(|| format!("expected `{HEAD}`")),
                None => Some("expected a name, a comma and an address".to_owned()),
                Some((name, _)) if !is_token(name) => {
                    Some("expected the name of a header field before the comma".to_owned())
                }
                Some((_, url)) if !is_absolute_http(url) => {
                    Some("expected an absolute http or https address after the comma".to_owned())
                }
                Some((name, _)) if name.to_lowercase() <= previous => {
                    Some(format!("expected a name after `{previous}`. Sort the lines, each name once"))
                }
                Some((name, url)) => {
                    previous = name.to_lowercase();
                    fields.insert(name, url);
                    None
                }
            };
            if let Some(fault) = fault {
                let at = Position { line: index + 1, column: 1 };
                problems.push(Problem::at(PATH, at, format!("the line is {}, {fault}", quoted(line))));
            }
        }
        Self(fields)
    }

    /// Returns the address of a header field, spelled as in the table.
    pub fn url(&self, name: &str) -> Option<&'t str> {
        self.0.get(name).copied()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Fields;
    use crate::codegen::problem::Problem;

    fn messages(table: &str) -> Vec<String> {
        let mut problems = Vec::new();
        Fields::read(table, &mut problems);
        problems.iter().map(Problem::to_string).collect()
    }

    #[test]
    fn each_bad_line_is_reported_with_its_number() {
        let table = "name,url\nAge\nAllow:,https://a.example\nDate,/date\nVary,https://a.example\n\
                     vary,https://a.example\nVia,https://a.example\nTE,https://a.example\n";
        assert_eq!(
            messages(table),
            [
                "src/codegen/render/fields.csv:2:1: the line is `Age`, expected a name, a comma and an address",
                "src/codegen/render/fields.csv:3:1: the line is `Allow:,https://a.example`, \
                 expected the name of a header field before the comma",
                "src/codegen/render/fields.csv:4:1: the line is `Date,/date`, \
                 expected an absolute http or https address after the comma",
                "src/codegen/render/fields.csv:6:1: the line is `vary,https://a.example`, \
                 expected a name after `vary`. Sort the lines, each name once",
                "src/codegen/render/fields.csv:8:1: the line is `TE,https://a.example`, \
                 expected a name after `via`. Sort the lines, each name once",
            ]
        );
        assert_eq!(
            messages("Age,https://a.example\n"),
            ["src/codegen/render/fields.csv:1:1: the line is `Age,https://a.example`, expected `name,url`"]
        );
        assert_eq!(messages("name,url\nAge,https://a.example\nAllow,https://a.example\n"), [""; 0]);
    }

    /// Compares the table with the reading of the crate `csv`.
    #[test]
    fn the_table_is_sorted_and_leads_to_sections_over_https() {
        let table = include_str!("fields.csv");
        assert_eq!(messages(table), [""; 0]);
        let fields = Fields::read(table, &mut Vec::new());
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let rows: Vec<(String, String)> = reader.deserialize().map(Result::unwrap).collect();
        assert_eq!(fields.0.len(), rows.len());

        let names: Vec<_> = rows.iter().map(|(name, _)| name.to_lowercase()).collect();
        assert!(names.is_sorted_by(|one, next| one < next), "{names:?}");
        for (name, url) in &rows {
            assert_eq!(fields.url(name), Some(url.as_str()));
            let [scheme, _, host, path] = url.splitn(4, '/').collect::<Vec<_>>()[..] else {
                panic!("{name}: {url}")
            };
            assert_eq!(scheme, "https:", "{name}");
            let anchor = path.split_once('#').map(|(_, anchor)| anchor);
            match host {
                // A page of MDN is about one field, whose name is the end of its address.
                "developer.mozilla.org" => {
                    assert!(path.ends_with(&format!("/Headers/{name}")), "{name}: {url}");
                }
                // A specification has many sections.
                "httpwg.org" => {
                    let own = format!("field.{}", name.to_lowercase());
                    assert!(anchor == Some("header") || anchor == Some(own.as_str()), "{name}: {url}");
                }
                "www.rfc-editor.org" => {
                    assert!(anchor.is_some_and(|anchor| anchor.starts_with("section-")), "{name}: {url}");
                }
                other => panic!("{name}: an address at {other}"),
            }
        }
    }

    #[test]
    fn names_are_spelled_as_in_the_registry() {
        let registry = include_str!("../../../tests/data/fields.txt");
        let registered: BTreeMap<String, &str> =
            registry.lines().map(|name| (name.to_lowercase(), name)).collect();
        let fields = Fields::read(include_str!("fields.csv"), &mut Vec::new());
        let mut found = 0;
        for name in fields.0.keys() {
            if let Some(expected) = registered.get(&name.to_lowercase()) {
                assert_eq!(name, expected);
                found += 1;
            }
        }
        assert!(found > 70, "only {found} names were compared");
    }
}
