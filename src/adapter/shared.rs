//! Options that all services of an application share.

use alloc::sync::Arc;
use core::ops::Deref;

use crate::page::Options;

/// The options of an application. `None` means the default options: they are static, so that
/// a clone counts no references.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shared(Option<Arc<Options>>);

impl Shared {
    pub(crate) fn new(options: Options) -> Self {
        Self(Some(Arc::new(options)))
    }
}

impl Deref for Shared {
    type Target = Options;

    #[inline]
    fn deref(&self) -> &Options {
        static DEFAULT: Options = Options::new();
        self.0.as_deref().unwrap_or(&DEFAULT)
    }
}
