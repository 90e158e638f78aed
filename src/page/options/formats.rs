//! The formats on offer.

use crate::page::format::Format;

/// The formats on offer, each once.
#[derive(Clone, Copy, Debug)]
pub(in crate::page) struct Formats {
    list: [Format; 3],
    count: usize,
}

impl Formats {
    pub(in crate::page) const ALL: Self = Self { list: Format::ALL, count: 3 };

    pub(in crate::page) fn of(formats: impl IntoIterator<Item = Format>) -> Self {
        let mut offered = Self { list: Format::ALL, count: 0 };
        for format in formats {
            if !offered.as_slice().contains(&format) {
                // The array has room for every format.
                offered.list[offered.count] = format;
                offered.count += 1;
            }
        }
        offered
    }

    #[inline]
    pub(in crate::page) fn as_slice(&self) -> &[Format] {
        &self.list[..self.count]
    }
}
