//! The options that all pages of a site share.

use alloc::borrow::Cow;

/// The options that all pages of a site share.
#[derive(Clone, Debug)]
pub(in crate::page) struct Site {
    pub(in crate::page) brand: Option<Cow<'static, str>>,
    pub(in crate::page) home: Cow<'static, str>,
    pub(in crate::page) contact: Option<Cow<'static, str>>,
    pub(in crate::page) problem_types: Option<Cow<'static, str>>,
}

impl Site {
    pub(in crate::page) const DEFAULT: &Self = &Self::new();

    pub(in crate::page) const fn new() -> Self {
        Self { brand: None, home: Cow::Borrowed("/"), contact: None, problem_types: None }
    }
}
