//! Reads a folder of documents. The only stage that touches the file system.

use std::path::Path;
use std::{fs, io};

use super::problem::Problem;
use crate::vocab::Origin;

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
pub fn read(folder: &Path, shown: &str, origin: Origin) -> Result<Vec<Source>, Problem> {
    let entries = || -> io::Result<Vec<Source>> {
        fs::read_dir(folder)?.map(|entry| source(&entry?, shown, origin)).collect()
    };
    let mut sources = entries().map_err(|error| Problem::of(shown, format!("cannot be read: {error}")))?;
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(sources)
}

fn source(entry: &fs::DirEntry, shown: &str, origin: Origin) -> io::Result<Source> {
    let path = format!("{shown}/{}", entry.file_name().to_string_lossy());
    // Follows links: a linked document is a document, a link to nothing is no file.
    let is_file = fs::metadata(entry.path()).is_ok_and(|found| found.is_file());
    let bytes = is_file.then(|| fs::read(entry.path())).transpose()?;
    Ok(Source { path, origin, bytes })
}
