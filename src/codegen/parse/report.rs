//! The problems of one front matter, each with its place.

use crate::codegen::problem::{Position, Problem};
use crate::codegen::yaml::FrontMatter;

/// The most problems of one front matter that are reported with their places; each
/// place costs a reading of the text.
const MOST_PLACES: usize = 100;

/// Collects the problems of one front matter.
pub struct Report<'r> {
    path: &'r str,
    front_matter: &'r FrontMatter,
    found: Vec<Problem>,
    /// How many problems were found after the first [`MOST_PLACES`].
    more: usize,
}

impl<'r> Report<'r> {
    pub fn new(path: &'r str, front_matter: &'r FrontMatter) -> Self {
        Self { path, front_matter, found: Vec::new(), more: 0 }
    }

    /// Adds what was found to the problems of the build.
    pub fn finish(self, problems: &mut Vec<Problem>) {
        problems.extend(self.found);
        if self.more > 0 {
            let text = format!("{} more problems in this front matter", self.more);
            problems.push(Problem::of(self.path, text));
        }
    }

    /// Adds a problem at a place, which is looked for only if it is going to be shown.
    pub fn add(&mut self, place: impl FnOnce(&FrontMatter) -> Position, text: String) {
        if self.found.len() < MOST_PLACES {
            let at = place(self.front_matter);
            self.found.push(Problem::at(self.path, at, text));
        } else {
            self.more += 1;
        }
    }
}
