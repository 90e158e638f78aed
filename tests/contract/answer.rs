//! The answer that a client gets, for every framework.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use super::judge::shown;

/// The answer that a client gets.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub status: u16,
    /// The field lines, with names in lower case.
    pub fields: Vec<(String, Vec<u8>)>,
    pub content: Vec<u8>,
    /// The reason why there is no answer, if the exchange broke off.
    pub broken: Option<String>,
}

impl Answer {
    /// The answer of an exchange that broke off.
    pub fn broken(reason: impl Into<String>) -> Self {
        Self { status: 0, fields: Vec::new(), content: Vec::new(), broken: Some(reason.into()) }
    }

    /// Sorts the fields by name. Only the order of lines with one name has a meaning (RFC 9110 §5.3).
    pub fn sorted(mut self) -> Self {
        self.fields.sort_by(|(one, _), (other, _)| one.cmp(other));
        self
    }

    pub fn lines(&self, name: &str) -> Vec<&[u8]> {
        self.fields.iter().filter(|(other, _)| other == name).map(|(_, value)| value.as_slice()).collect()
    }

    /// The decoded content. A wrong `Content-Encoding` is an error, since the client cannot read the
    /// content.
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

/// Compresses content with gzip.
pub fn compressed(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}
