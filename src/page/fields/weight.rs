//! The weights of list members, which express a client's preference (RFC 9110 §12.4.2).

/// A weight, in billionths. The greatest weight is one billion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::page) struct Weight(u32);

impl Weight {
    /// The weight of a member that is not acceptable.
    pub(in crate::page) const ZERO: Self = Self(0);
    /// The greatest weight, which is also the default.
    pub(in crate::page) const FULL: Self = Self(1_000_000_000);

    pub(in crate::page) fn is_zero(self) -> bool {
        self == Self::ZERO
    }

    /// Reads a number of digits with at most one point, at any place.
    ///
    /// RFC 9110 allows three digits after the point and no number above 1, but some clients send
    /// `.9`, `0.8125` or `2`. The first nine digits after the point count. A number above 1 counts
    /// as 1, and a number above zero never counts as zero.
    #[inline]
    pub(in crate::page) fn read(value: &[u8]) -> Option<Self> {
        let (mut has_point, mut has_digits) = (false, false);
        let (mut is_one, mut is_above_zero) = (false, false);
        let (mut billionths, mut place) = (0, Self::FULL.0);
        for &byte in value {
            match byte {
                b'0'..=b'9' => {
                    has_digits = true;
                    is_above_zero |= byte != b'0';
                    if has_point {
                        // From the tenth digit on, `place` is zero.
                        place /= 10;
                        billionths += u32::from(byte - b'0') * place;
                    } else {
                        is_one = is_above_zero;
                    }
                }
                b'.' if !has_point => has_point = true,
                _ => return None,
            }
        }
        let weight = if is_one { Self::FULL } else { Self(billionths.max(u32::from(is_above_zero))) };
        has_digits.then_some(weight)
    }
}

impl From<Weight> for u64 {
    fn from(weight: Weight) -> Self {
        weight.0.into()
    }
}
