//! The formats that are offered.

use crate::page::format::Format;

/// The formats that are offered, each once.
#[derive(Clone, Copy, Debug)]
pub(in crate::page) struct Formats {
    list: [Format; 3],
    count: usize,
}

impl Formats {
    pub(in crate::page) const ALL: Self = Self { list: Format::ALL, count: 3 };

    pub(in crate::page) fn of(formats: impl IntoIterator<Item = Format>) -> Self {
        let mut list = Self { list: Format::ALL, count: 0 };
        for format in formats {
            if !list.as_slice().contains(&format) {
                // There are as many places as formats.
                list.list[list.count] = format;
                list.count += 1;
            }
        }
        list
    }

    #[inline]
    pub(in crate::page) fn as_slice(&self) -> &[Format] {
        &self.list[..self.count]
    }
}
