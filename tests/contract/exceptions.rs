//! Exceptions: rows that some setups cannot meet, each with the reason and the expected answer of
//! these setups. `judge` checks an exception as strictly as a row, and fails if the row holds without
//! its exception.

use super::case::{Case, Setup};
use super::expect::Expect;

/// The expectation that replaces the expectation of a row in some setups.
#[derive(Clone, Debug)]
pub struct Exception {
    pub on: fn(&Setup) -> bool,
    pub reason: &'static str,
    pub expect: Expect,
}

/// An exception for a row with a given name, which another file makes.
pub struct Entry {
    pub on: fn(&Setup) -> bool,
    /// The name of the row.
    pub row: &'static str,
    pub reason: &'static str,
    /// Makes the expectation from the row.
    pub instead: fn(&Case) -> Expect,
}

/// Adds the exceptions of a list to their rows. Each name must belong to exactly one row.
pub fn attach(cases: &mut [Case], list: &[Entry]) {
    for entry in list {
        let mut rows = cases.iter_mut().filter(|case| case.name == entry.row);
        let (Some(row), None) = (rows.next(), rows.next()) else {
            panic!("an exception needs exactly one row of this name: {}", entry.row)
        };
        let expect = (entry.instead)(row);
        row.exceptions.push(Exception { on: entry.on, reason: entry.reason, expect });
    }
}

/// The exceptions that are for no setup in which their rows run.
pub fn unused<G>(cases: &[Case<G>], setups: &[&Setup]) -> Vec<String> {
    let mut unused = Vec::new();
    for case in cases {
        let exceptions = case.exceptions.iter();
        let without_setup = exceptions.filter(|exception| !setups.iter().any(|setup| (exception.on)(setup)));
        unused.extend(without_setup.map(|exception| format!("{}: {}", case.name, exception.reason)));
    }
    unused
}
