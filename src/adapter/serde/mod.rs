//! `serde`: records, their parts and words as data, and records and words back again.

mod deserialize;
mod serialize;
