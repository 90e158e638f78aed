//! Answers that are made once.
//!
//! Most errors say nothing but their code. The answer to such a one depends on that and on
//! what the client wants, so it is made for the first of them, and kept for the others.

use core::fmt;
use core::ops::Deref;
use std::sync::OnceLock;

use alloc::boxed::Box;
use alloc::string::String;

use crate::page::{Answer, AnswerKey, Claim, ErrorPage, FieldsMut, Options, Request};

/// Options, with the answers that were made with them. `F` is the type of the framework for
/// header fields, `C` that for content, which must be quick to clone.
pub(crate) struct Answers<F, C> {
    options: Options,
    /// By code; of each by what the client wants.
    kept: [OnceLock<OfCode<F, C>>; AnswerKey::CODES],
}

type OfCode<F, C> = Box<[OnceLock<Kept<F, C>>]>;

struct Kept<F, C> {
    fields: F,
    answer: Option<Answer<C>>,
}

impl<F, C> Answers<F, C> {
    pub(crate) const fn new(options: Options) -> Self {
        Self { options, kept: [const { OnceLock::new() }; AnswerKey::CODES] }
    }
}

impl<F: FieldsMut + Clone + Default, C: From<String> + Clone> Answers<F, C> {
    /// Answers a claimed response as [`Options::answer`] does.
    pub(crate) fn answer<V: AsRef<[u8]>>(
        &self,
        request: &Request<V>,
        fields: &mut F,
        claim: Claim,
        page: Option<ErrorPage<'static>>,
    ) -> Option<Answer<C>> {
        let make = |fields: &mut F, claim, page| {
            let Answer { content, format } = self.options.answer(request, fields, claim, page)?;
            Some(Answer { content: content.into(), format })
        };
        let Some(key) = self.options.key(request, &claim, fields, page.as_ref()) else {
            return make(fields, claim, page);
        };
        let of_code = self.kept[key.code]
            .get_or_init(|| (0..self.options.choices()).map(|_| OnceLock::new()).collect());
        let kept = of_code[key.choice].get_or_init(|| {
            let mut fields = F::default();
            let answer = make(&mut fields, claim, None);
            Kept { fields, answer }
        });
        fields.clone_from(&kept.fields);
        kept.answer.clone()
    }
}

impl<F, C> Deref for Answers<F, C> {
    type Target = Options;

    #[inline]
    fn deref(&self) -> &Options {
        &self.options
    }
}

impl<F, C> fmt::Debug for Answers<F, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.options.fmt(f)
    }
}
