//! The statuses that get pages.

/// The statuses that get pages, with one bit for each from 400 to 599.
#[derive(Clone, Copy, Debug)]
pub(in crate::page) struct StatusSet([u64; 4]);

impl StatusSet {
    pub(in crate::page) const ALL: Self = Self([u64::MAX; 4]);

    /// The index of a code's bit, or `None` if the code cannot have a page.
    #[inline]
    const fn bit(code: u16) -> Option<usize> {
        match code {
            400..=599 => Some((code - 400) as usize),
            _ => None,
        }
    }

    pub(in crate::page) fn of(codes: impl IntoIterator<Item = u16>) -> Self {
        let mut set = Self([0; 4]);
        codes.into_iter().for_each(|code| set.insert(code));
        set
    }

    fn insert(&mut self, code: u16) {
        if let Some(bit) = Self::bit(code) {
            self.0[bit / 64] |= 1 << (bit % 64);
        }
    }

    #[inline]
    pub(in crate::page) const fn contains(&self, code: u16) -> bool {
        match Self::bit(code) {
            Some(bit) => self.0[bit / 64] & (1 << (bit % 64)) != 0,
            None => false,
        }
    }
}
