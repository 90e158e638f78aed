//! `serde`: records, their parts and words as data.

mod serialize;
