//! The iterators over records: all records, a class, the records to compare one with.

use core::iter::FusedIterator;

use super::info::StatusInfo;
use super::lookup::status_info;
use super::tables;

/// Iterates over all statuses that have a document, in order of code.
///
/// ```
/// let mut codes = http_status_info::iter().map(|status| status.code());
/// assert_eq!(codes.next(), Some(100));
/// assert!(codes.is_sorted());
/// ```
#[must_use]
pub const fn iter() -> Iter {
    Iter { left: tables::ALL }
}

/// An iterator over statuses in order of code, made by [`iter`] and
/// [`Class::statuses`](crate::Class::statuses).
///
/// ```
/// let mut statuses = http_status_info::iter();
/// let number = statuses.len();
/// assert!(statuses.next_back() > statuses.next());
/// assert_eq!(statuses.len(), number - 2);
/// ```
#[derive(Clone, Debug)]
pub struct Iter {
    left: &'static [&'static StatusInfo],
}

impl Iter {
    /// Returns the statuses from one code to another, both included.
    pub(crate) const fn within(first: u16, last: u16) -> Self {
        let mut left = tables::ALL;
        while let [status, rest @ ..] = left {
            if status.code() >= first {
                break;
            }
            left = rest;
        }
        while let [rest @ .., status] = left {
            if status.code() <= last {
                break;
            }
            left = rest;
        }
        Self { left }
    }
}

impl Iterator for Iter {
    type Item = &'static StatusInfo;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let (first, left) = self.left.split_first()?;
        self.left = left;
        Some(first)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left.len(), Some(self.left.len()))
    }
}

impl DoubleEndedIterator for Iter {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        let (last, left) = self.left.split_last()?;
        self.left = left;
        Some(last)
    }
}

impl ExactSizeIterator for Iter {}

impl FusedIterator for Iter {}

/// An iterator over the statuses to compare a status with, made by
/// [`StatusInfo::see_also`].
///
/// ```
/// let mut statuses = http_status_info::codes::NOT_FOUND.see_also();
/// assert!(statuses.next() < statuses.next_back());
/// ```
#[derive(Clone, Debug)]
pub struct SeeAlso {
    left: &'static [u16],
}

impl SeeAlso {
    pub(crate) const fn of(codes: &'static [u16]) -> Self {
        Self { left: codes }
    }
}

impl Iterator for SeeAlso {
    type Item = &'static StatusInfo;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let (first, left) = self.left.split_first()?;
        self.left = left;
        // The build checks that each of these codes has a document.
        status_info(*first)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left.len(), Some(self.left.len()))
    }
}

impl DoubleEndedIterator for SeeAlso {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        let (last, left) = self.left.split_last()?;
        self.left = left;
        status_info(*last)
    }
}

impl ExactSizeIterator for SeeAlso {}

impl FusedIterator for SeeAlso {}
