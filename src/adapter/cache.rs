//! Answers that are made once.
//!
//! Most errors say nothing but their code. The answer to such an error depends on that and on
//! what the client gets, so it is made once, and every client that gets the same gets a copy.
//! Where a handler says more of the error, the copy gets new content. Where the response says
//! more, or the page shows the id of its request, the answer is made anew.
//!
//! There is at most one for each code, form and language, whatever clients send.
//!
//! This is no part of `page`, which has no locks without `std`. Rocket's adapter has no use for
//! it: the header fields of its responses cannot be replaced all at once.

use core::fmt;
use std::sync::OnceLock;

use alloc::boxed::Box;
use alloc::string::String;

use crate::page::exchange::{Claim, Field, FieldsMut, Request};
use crate::page::{ErrorPage, Format, Options, Place, Places};

/// Options, with the answers that were made with them. `F` is the framework's type for header
/// fields, `C` that for content, which must be quick to clone.
pub(crate) struct AnswerCache<F, C> {
    pub(crate) options: Options,
    /// By code; for each by what is sent.
    answers: [OnceLock<OfCode<F, C>>; Places::CODES],
}

type OfCode<F, C> = Box<[OnceLock<Cached<F, C>>]>;

struct Cached<F, C> {
    fields: F,
    content: C,
}

impl<F, C> AnswerCache<F, C> {
    pub(crate) const fn new(options: Options) -> Self {
        Self { options, answers: [const { OnceLock::new() }; Places::CODES] }
    }
}

impl<F: FieldsMut + Clone + Default, C: From<String> + Clone> AnswerCache<F, C> {
    /// Answers a claimed response, which has so many header fields, as [`Options::answer`] does.
    pub(crate) fn answer<V: AsRef<[u8]>>(
        &self,
        request: &Request<V>,
        count: usize,
        fields: &mut F,
        claim: Claim,
        page: Option<ErrorPage<'static>>,
    ) -> Option<(C, Option<Format>)> {
        let choice = request.choice(&self.options);
        // Some frameworks say the length of no content.
        let is_bare = count == 0 || count == 1 && fields.first(Field::ContentLength).is_some();
        let place = self.options.place(&claim, choice, page.as_ref());
        if let Some(place) = place.filter(|_| is_bare && request.id().is_none()) {
            let cached = self.at(place, || {
                let mut fields = F::default();
                let mut answer = self.options.answer_to(choice, None, &mut fields, claim.clone(), None)?;
                answer.content.shrink_to_fit();
                Some(Cached { fields, content: answer.content.into() })
            })?;
            fields.clone_from(&cached.fields);
            let content = match page {
                None => cached.content.clone(),
                Some(page) => self.options.answer_with(choice, fields, &claim, page).into(),
            };
            return Some((content, choice.format()));
        }
        let answer = self.options.answer_to(choice, request.id(), fields, claim, page)?;
        Some((answer.content.into(), answer.format))
    }

    fn at(&self, place: Place, make: impl FnOnce() -> Option<Cached<F, C>>) -> Option<&Cached<F, C>> {
        let of_code = self.answers[place.code].get_or_init(|| {
            let count = Places::choices(&self.options);
            (0..count).map(|_| OnceLock::new()).collect()
        });
        let slot = &of_code[place.choice];
        if slot.get().is_none() {
            // Another thread can have been faster, which does no harm.
            let _ = slot.set(make()?);
        }
        slot.get()
    }
}

impl<F, C> fmt::Debug for AnswerCache<F, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.options.fmt(f)
    }
}
