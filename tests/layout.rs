//! The layout of `src`: imports go in one direction, and `src/page` names no framework.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The parts of `src/page`. Each imports only from parts above it.
const PARTS: [&str; 9] =
    ["format", "escape", "language", "fields", "negotiation", "error", "render", "options", "engine"];

/// The parts of the library. Each imports only from parts above it.
const FOLDERS: [&str; 4] = ["status", "retry", "page", "adapter"];

/// Words that name a framework, a server or a crate of theirs.
const FRAMEWORKS: [&str; 10] =
    ["axum", "actix", "rocket", "tower", "poem", "salvo", "warp", "hyper", "tonic", "lambda"];

/// The files that may say `cfg(feature`.
const WITH_FEATURES: [&str; 5] =
    ["lib.rs", "adapter/mod.rs", "adapter/http/mod.rs", "codegen/mod.rs", "page/language/mod.rs"];

fn sources(folder: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, files);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    walk(&root.join(folder), &mut files);
    files.sort();
    let source = |path: PathBuf| {
        let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        (name, fs::read_to_string(path).unwrap())
    };
    let sources: Vec<_> = files.into_iter().map(source).collect();
    assert!(!sources.is_empty(), "no source in {folder}");
    sources
}

/// Returns the lines of a file without comments.
fn code(source: &str) -> impl Iterator<Item = &str> {
    source.lines().map(|line| line.split("//").next().unwrap())
}

/// Returns the names that directly follow a path in the code of a file.
fn imported<'s>(source: &'s str, path: &str) -> BTreeSet<&'s str> {
    let name = |rest: &'s str| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap();
    code(source)
        .flat_map(|line| line.split(path).skip(1).map(name).collect::<Vec<_>>())
        .filter(|name| !name.is_empty())
        .collect()
}

/// Returns the index of a part in its list, by the name of one of its files.
fn place(parts: &[&str], file: &str) -> Option<usize> {
    let name = file.split('/').next().unwrap().trim_end_matches(".rs");
    parts.iter().position(|part| *part == name)
}

#[test]
fn each_part_of_page_imports_only_parts_above_it() {
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for (file, source) in sources("page") {
        let Some(own) = place(&PARTS, file.trim_start_matches("page/")) else {
            assert_eq!(file, "page/mod.rs", "{file} belongs to no part");
            continue;
        };
        seen.insert(own);
        for name in imported(&source, "crate::page::") {
            let other = PARTS.iter().position(|part| *part == name);
            match other {
                Some(other) if other <= own => {}
                Some(_) => faults.push(format!("{file} imports {name}, which is below it in the list")),
                None => faults.push(format!("{file} imports {name} from `page` itself, expected a part")),
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(seen.len(), PARTS.len(), "a part has no file");
}

#[test]
fn each_folder_imports_only_folders_above_it() {
    let mut faults = Vec::new();
    for (own, folder) in FOLDERS.iter().enumerate() {
        for (file, source) in sources(folder) {
            let imports = imported(&source, "crate::");
            let below = FOLDERS[own + 1..].iter().filter(|below| imports.contains(**below));
            faults.extend(below.map(|below| format!("{file} imports {below}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn page_names_no_framework() {
    let mut faults = Vec::new();
    for (file, source) in sources("page") {
        for (number, line) in source.lines().enumerate() {
            let line = line.to_ascii_lowercase();
            let words = line.split(|c: char| !c.is_alphanumeric());
            let named = words.filter(|word| FRAMEWORKS.iter().any(|name| word.starts_with(name)));
            faults.extend(named.map(|name| format!("{file}:{}: names {name}", number + 1)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_listed_files_depend_on_features() {
    let mut faults = Vec::new();
    for (file, source) in sources("") {
        let has_feature = code(&source).any(|line| line.contains("feature ="));
        if has_feature && !WITH_FEATURES.contains(&file.as_str()) {
            faults.push(format!("{file} has a `cfg` of a feature"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
