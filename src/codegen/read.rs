//! Reads a folder of documents. No other stage reads files.

use std::path::Path;
use std::{fs, io};

use super::problem::Problem;
use crate::status::vocab::Origin;

/// An entry of a folder of documents.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path in messages, `data/404.md`.
    pub path: String,
    /// The origin of the folder: this crate or the application.
    pub origin: Origin,
    /// The content of a file, `None` for a folder.
    pub bytes: Option<Vec<u8>>,
}

/// Reads every entry of a folder, sorted by name. `shown` is the path of the folder in
/// messages. The stage `parse` reports stray entries.
pub fn read(folder: &Path, shown: &str, origin: Origin) -> Result<Vec<Source>, Vec<Problem>> {
    let unreadable = |path: &str, error: &io::Error| Problem::of(path, format!("cannot be read: {error}"));
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let entries = entries.map_err(|error| vec![unreadable(shown, &error)])?;
    let mut sources = Vec::new();
    let mut problems = Vec::new();
    for entry in entries {
        let path = format!("{shown}/{}", entry.file_name().to_string_lossy());
        match bytes(&entry.path()) {
            Ok(bytes) => sources.push(Source { path, origin, bytes }),
            Err(error) => problems.push(unreadable(&path, &error)),
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    if problems.is_empty() { Ok(sources) } else { Err(problems) }
}

/// Reads a file, and returns `None` for any other entry.
fn bytes(path: &Path) -> io::Result<Option<Vec<u8>>> {
    // `metadata` follows symbolic links: a link to a document counts as a document.
    let is_file = fs::metadata(path).is_ok_and(|found| found.is_file());
    is_file.then(|| fs::read(path)).transpose()
}
