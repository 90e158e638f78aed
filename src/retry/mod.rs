//! The time after which a client may try again.

pub(crate) mod after;

pub use self::after::{HttpDate, RetryAfter};
