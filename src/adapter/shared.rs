//! What all services of an application share.

use alloc::sync::Arc;
use core::ops::Deref;

use crate::page::Options;

/// The options of an application, or what is made with them, shared by all who answer its
/// errors. `None` stands for the options that nobody set: they are static, so that a clone
/// counts no references.
#[derive(Debug)]
pub(crate) struct Shared<T>(Option<Arc<T>>);

/// What there is of options that nobody set.
pub(crate) trait Unset: Sized + 'static {
    fn unset() -> &'static Self;
}

impl Unset for Options {
    fn unset() -> &'static Self {
        static UNSET: Options = Options::new();
        &UNSET
    }
}

impl<T> Shared<T> {
    pub(crate) fn new(shared: T) -> Self {
        Self(Some(Arc::new(shared)))
    }
}

impl<T> Default for Shared<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Clone for Shared<T> {
    #[inline]
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: Unset> Deref for Shared<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        match &self.0 {
            Some(shared) => shared,
            None => T::unset(),
        }
    }
}
