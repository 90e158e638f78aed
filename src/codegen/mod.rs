//! The compiler of status documents: a folder of Markdown in, Rust source out.
//!
//! Runs at build time only. `build.rs` mounts this module to generate the tables
//! of the library, and `tests/codegen.rs` mounts it to test them; `lib.rs` never
//! declares it.
//!
//! ```text
//! read -> parse -> check -> render -> generate
//! ```
//!
//! Data flows left to right. Only `read` touches the file system, and nothing
//! looks at the time, the environment or a hash map, so the same documents always
//! give the same bytes. Inside a stage problems add up: a build reports all of
//! them.

mod check;
mod document;
mod generate;
mod markdown;
mod names;
mod parse;
mod problem;
mod read;
mod render;
mod report;
#[cfg(feature = "pages")]
mod style;
mod yaml;

pub use generate::Output;
pub use problem::Problem;
pub use read::{Source, read};
#[cfg(feature = "pages")]
pub use style::style;

/// Compiles status documents.
///
/// Returns every problem of every document, sorted by path and place.
pub fn run(sources: &[Source]) -> Result<Output, Vec<Problem>> {
    let mut problems = Vec::new();
    let documents = parse::parse(sources, &mut problems);
    let documents = check::check(documents, sources, &mut problems);
    if problems.is_empty() {
        Ok(generate::generate(render::render(&documents)))
    } else {
        problems.sort();
        problems.dedup();
        Err(problems)
    }
}
