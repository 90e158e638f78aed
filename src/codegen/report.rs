//! Collects the problems of one document.

use super::problem::{Position, Problem};

/// The most problems that are reported of one document. Each place takes a reading of the text,
/// so the time for thousands of problems would be too long.
const MOST: usize = 100;

/// The problems of one document.
pub struct Report<'r> {
    path: &'r str,
    found: Vec<Problem>,
    /// The number of problems after the first [`MOST`].
    more: usize,
}

impl<'r> Report<'r> {
    pub fn new(path: &'r str) -> Self {
        Self { path, found: Vec::new(), more: 0 }
    }

    /// Adds a problem. `place` is called only if the problem is going to be shown.
    pub fn add(&mut self, place: impl FnOnce() -> Position, text: impl Into<String>) {
        if self.found.len() < MOST {
            self.found.push(Problem::at(self.path, place(), text));
        } else {
            self.more += 1;
        }
    }

    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Adds the problems to those of the build.
    pub fn finish(self, problems: &mut Vec<Problem>) {
        problems.extend(self.found);
        if self.more > 0 {
            problems.push(Problem::of(self.path, format!("{} more problems", self.more)));
        }
    }
}
