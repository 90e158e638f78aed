//! Weights: how much a client prefers a member of a list (RFC 9110 §12.4.2).

/// A weight, in billionths of the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::page) struct Weight(u32);

impl Weight {
    /// Not acceptable.
    pub(in crate::page) const ZERO: Self = Self(0);
    /// The weight of what is preferred most, and of what has no weight of its own.
    pub(in crate::page) const FULL: Self = Self(1_000_000_000);

    pub(in crate::page) fn is_zero(self) -> bool {
        self == Self::ZERO
    }

    /// Reads digits with at most one point among, before or behind them. RFC 9110 allows
    /// three behind the point and no number above 1, yet some clients send `.9`, `0.8125`
    /// or `2`. Of the digits behind the point the first nine count, and a number above
    /// zero is never read as zero.
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
                        // Nothing, behind the ninth digit.
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
