//! An engine that all services of an application share.

use alloc::sync::Arc;
use core::ops::Deref;

use crate::page::{Engine, Options};

/// An engine that all services of an application share. `None` means the default options. Their
/// engine is static, so a clone counts no references.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shared(Option<Arc<Engine>>);

impl Shared {
    pub(crate) fn new(options: Options) -> Self {
        Self(Some(Arc::new(Engine::new(options))))
    }
}

impl Deref for Shared {
    type Target = Engine;

    #[inline]
    fn deref(&self) -> &Engine {
        static DEFAULT: Engine = Engine::DEFAULT;
        self.0.as_deref().unwrap_or(&DEFAULT)
    }
}
