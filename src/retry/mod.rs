//! When a client may come back.

mod after;

pub(crate) use self::after::number;
pub use self::after::{HttpDate, RetryAfter};
