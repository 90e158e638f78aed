//! Poem.

pub mod driver;
pub mod own;
