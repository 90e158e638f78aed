//! What a client got, whatever the framework.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use super::judge::shown;

/// What a client got.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub status: u16,
    /// The lines of the header, names in lower case.
    pub fields: Vec<(String, Vec<u8>)>,
    pub content: Vec<u8>,
    /// Why it is none, if the exchange broke off.
    pub broken: Option<String>,
}

impl Answer {
    /// What there is when an exchange broke off.
    pub fn broken(reason: impl Into<String>) -> Self {
        Self { status: 0, fields: Vec::new(), content: Vec::new(), broken: Some(reason.into()) }
    }

    /// The same with the fields by name, since their order means nothing but among those of one
    /// name (RFC 9110 §5.3).
    pub fn sorted(mut self) -> Self {
        self.fields.sort_by(|(one, _), (other, _)| one.cmp(other));
        self
    }

    pub fn lines(&self, name: &str) -> Vec<&[u8]> {
        self.fields.iter().filter(|(other, _)| other == name).map(|(_, value)| value.as_slice()).collect()
    }

    /// The content with its coding undone. A coding that the content does not have is a
    /// fault of the worst kind: the client cannot read it.
    pub fn decoded(&self) -> Result<Vec<u8>, String> {
        match self.lines("content-encoding")[..] {
            [] => Ok(self.content.clone()),
            [b"gzip"] => {
                let mut decoded = Vec::new();
                let read = GzDecoder::new(&self.content[..]).read_to_end(&mut decoded);
                read.map(|_| decoded).map_err(|error| format!("content-encoding says gzip: {error}"))
            }
            ref others => Err(format!("content-encoding: {}", shown(others))),
        }
    }
}

/// Compressed as a server does it.
pub fn compressed(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}
