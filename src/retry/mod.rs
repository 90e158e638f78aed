//! When a client may come back.

pub(crate) mod after;

pub use self::after::{HttpDate, RetryAfter};
