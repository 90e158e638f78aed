//! Which statuses get pages.

/// The statuses that get pages, a bit for each from 400 to 599.
#[derive(Clone, Copy, Debug)]
pub(in crate::page) struct StatusSet([u64; 4]);

impl StatusSet {
    pub(in crate::page) const ALL: Self = Self([u64::MAX; 4]);

    /// The place of a code among those that can get pages.
    #[inline]
    const fn place(code: u16) -> Option<usize> {
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
        if let Some(place) = Self::place(code) {
            self.0[place / 64] |= 1 << (place % 64);
        }
    }

    #[inline]
    pub(in crate::page) const fn contains(&self, code: u16) -> bool {
        match Self::place(code) {
            Some(place) => self.0[place / 64] & (1 << (place % 64)) != 0,
            None => false,
        }
    }
}
