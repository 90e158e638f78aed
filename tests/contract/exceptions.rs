//! Exceptions: rows that some ways cannot meet, each with the reason and with the answer
//! that those ways give instead. `judge` holds an answer to its exception as strictly as
//! to its row, and fails where the row holds without the exception.

use super::case::{Case, Way};
use super::expect::Expect;

/// The expectation that replaces a row's own in some ways.
#[derive(Clone, Debug)]
pub struct Exception {
    pub on: fn(&Way) -> bool,
    pub reason: &'static str,
    pub expect: Expect,
}

/// An exception on a list, for a row that is made elsewhere.
pub struct Entry {
    pub on: fn(&Way) -> bool,
    /// The name of the row.
    pub row: &'static str,
    pub reason: &'static str,
    /// Makes the expectation from the row.
    pub instead: fn(&Case) -> Expect,
}

/// Adds the exceptions of a list to their rows. Each row has to be there, once.
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

/// The exceptions that are for none of the ways in which their rows are driven.
pub fn unused<G>(cases: &[Case<G>], ways: &[&Way]) -> Vec<String> {
    let mut unused = Vec::new();
    for case in cases {
        let exceptions = case.exceptions.iter();
        let of_no_way = exceptions.filter(|exception| !ways.iter().any(|way| (exception.on)(way)));
        unused.extend(of_no_way.map(|exception| format!("{}: {}", case.name, exception.reason)));
    }
    unused
}
