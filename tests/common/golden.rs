//! Golden files: generated text as it was when somebody last read it.
//!
//! With `UPDATE_GOLDEN` set, files that differ are rewritten. The test fails all the same,
//! so that no run that rewrites is taken for one that compares.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Texts by the names of their files.
pub type Texts = BTreeMap<String, String>;

/// How much of a line is shown on each side of a difference, in characters.
const SHOWN: usize = 40;

/// Compares all golden files of a folder with what is generated now.
pub fn assert_golden(folder: &Path, is_golden: impl Fn(&str) -> bool, generated: &Texts) {
    let golden = read(folder, is_golden);
    let faults = differences(&golden, generated);
    if faults.is_empty() {
        return;
    }
    let hint = if std::env::var_os("UPDATE_GOLDEN").is_some() {
        write(folder, &golden, generated);
        "They are rewritten. Read what changed, and run the test again without UPDATE_GOLDEN"
    } else {
        concat!(
            "To rewrite them: UPDATE_GOLDEN=1 cargo test --all-features --test ",
            env!("CARGO_CRATE_NAME")
        )
    };
    panic!("golden files in {} differ:\n{}\n{hint}", folder.display(), faults.join("\n"));
}

/// Each file that differs, with its first difference.
pub fn differences(golden: &Texts, generated: &Texts) -> Vec<String> {
    let names: BTreeSet<&String> = golden.keys().chain(generated.keys()).collect();
    let difference = |name: &String| match (golden.get(name), generated.get(name)) {
        (Some(golden), Some(generated)) => first_difference(name, golden, generated),
        (None, _) => Some(format!("{name}: the file is missing")),
        (_, None) => Some(format!("{name}: the file is stale, nothing generates it any more")),
    };
    names.into_iter().filter_map(difference).collect()
}

fn first_difference(name: &str, golden: &str, generated: &str) -> Option<String> {
    let (mut old, mut new) = (golden.split('\n'), generated.split('\n'));
    let mut number = 0;
    loop {
        number += 1;
        match (old.next(), new.next()) {
            (None, None) => return None,
            (Some(old), Some(new)) if old == new => {}
            (old, new) => {
                let pairs = old.unwrap_or_default().chars().zip(new.unwrap_or_default().chars());
                let column = pairs.take_while(|(old, new)| old == new).count();
                let [old, new] = [old, new].map(|line| shown(line, column));
                return Some(format!("{name}:{number}:{}: expected {old}, found {new}", column + 1));
            }
        }
    }
}

/// A line around a column.
fn shown(line: Option<&str>, column: usize) -> String {
    let Some(line) = line else { return "the end of the file".to_owned() };
    let start = column.saturating_sub(SHOWN);
    let part: String = line.chars().skip(start).take(2 * SHOWN).collect();
    let before = if start > 0 { "…" } else { "" };
    let after = if line.chars().count() > start + 2 * SHOWN { "…" } else { "" };
    format!("{before}`{part}`{after}")
}

fn read(folder: &Path, is_golden: impl Fn(&str) -> bool) -> Texts {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().unwrap().is_file());
    let named = files.map(|entry| (entry.file_name().into_string().unwrap(), entry.path()));
    let golden = named.filter(|(name, _)| is_golden(name));
    golden.map(|(name, path)| (name, fs::read_to_string(path).unwrap())).collect()
}

fn write(folder: &Path, golden: &Texts, generated: &Texts) {
    for name in golden.keys().filter(|name| !generated.contains_key(*name)) {
        fs::remove_file(folder.join(name)).unwrap();
    }
    for (name, text) in generated {
        fs::write(folder.join(name), text).unwrap();
    }
}
