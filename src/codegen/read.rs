//! Reads a folder of documents. The only stage that touches the file system.

use std::path::Path;
use std::{fs, io};

use super::problem::Problem;
use crate::status::vocab::Origin;

/// One entry of a folder of documents, as it was found.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path in messages, `data/404.md`.
    pub path: String,
    /// Whose folder it is in.
    pub origin: Origin,
    /// The bytes of a file; nothing for what is not one.
    pub bytes: Option<Vec<u8>>,
}

/// Reads every entry of a folder, sorted by name. `shown` is the folder's path in
/// messages. Whether an entry belongs there is for the next stage to say.
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

/// The content of a file; nothing for what is not one.
fn bytes(path: &Path) -> io::Result<Option<Vec<u8>>> {
    // Follows links: a linked document is a document, a link to nothing is no file.
    let is_file = fs::metadata(path).is_ok_and(|found| found.is_file());
    is_file.then(|| fs::read(path)).transpose()
}
