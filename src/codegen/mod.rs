//! The compiler of status documents: reads a folder of Markdown, generates Rust source.
//!
//! It runs at build time only. `build.rs` mounts this module to generate the tables of the
//! library. `tests/codegen.rs` mounts it for tests. `lib.rs` does not declare it.
//!
//! ```text
//! read -> parse -> check -> render -> generate
//! ```
//!
//! Data flows from left to right. Only `read` uses the file system. No stage depends on the
//! time, the environment or the order of a hash map, so the same documents always give the same
//! bytes. Stages collect problems, and a build reports all of them.

mod check;
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
mod syntax;
mod yaml;

pub use generate::Output;
pub use problem::Problem;
pub use read::{Source, read};
#[cfg(feature = "pages")]
pub use style::style;

/// Compiles status documents.
///
/// # Errors
///
/// Every problem of every document, sorted by path and place.
pub fn run(sources: &[Source]) -> Result<Output, Vec<Problem>> {
    let mut problems = Vec::new();
    let fields = render::Fields::built_in(&mut problems);
    let documents = parse::parse(sources, &mut problems);
    let documents = check::check(documents, sources, &mut problems);
    if problems.is_empty() {
        Ok(generate::generate(render::render(&documents, &fields)))
    } else {
        problems.sort();
        problems.dedup();
        Err(problems)
    }
}
