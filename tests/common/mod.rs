//! Code that several tests share: it reads the documents in `data`, and the tables of facts
//! to compare them with.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::collections::BTreeMap;
use std::path::PathBuf;

/// A document as text, read without the crate's own compiler.
pub struct Document {
    pub code: u16,
    pub front_matter: String,
    pub takeaways: String,
    pub information: String,
}

/// Every document in `data`, in order of code.
pub fn documents() -> Vec<Document> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut documents: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            let code = path.file_stem().unwrap().to_str().unwrap().parse().unwrap();
            let (front_matter, body) = text.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap();
            let (takeaways, information) = body.split_once("\n## Information\n").unwrap();
            let takeaways = takeaways.trim_start().strip_prefix("## Takeaways\n").unwrap();
            Document {
                code,
                front_matter: front_matter.to_owned(),
                takeaways: takeaways.trim().to_owned(),
                information: information.trim().to_owned(),
            }
        })
        .collect();
    documents.sort_by_key(|document| document.code);
    assert!(documents.len() > 60, "most documents are missing");
    documents
}

/// The rows of a table in `tests/data`, each a map from column to value.
pub fn table(name: &str) -> Vec<BTreeMap<String, String>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_path(path).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}
