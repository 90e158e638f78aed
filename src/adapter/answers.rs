//! Answers that are made once.
//!
//! Most errors say nothing but their code, and most clients say the same of what they want.
//! The header fields of the answer to such an error depend on nothing else, so they are made
//! for the first client that says so, and kept for the others; and so is its content, unless
//! the application says more of the error, or the page has the id of a request.

use core::fmt;
use std::sync::OnceLock;

use alloc::boxed::Box;
use alloc::string::String;

use crate::page::{
    Answer, Choice, Claim, ErrorPage, FieldsMut, Options, Request, Said, Statuses, write_length,
};

/// How many answers are kept to one code. When there are so many, what else clients say is
/// answered anew each time: nobody can fill the memory.
const KEPT: usize = 16;

/// Options, with the answers that were made with them. `F` is the type of the framework for
/// header fields, `C` that for content, which must be quick to clone.
pub(crate) struct Answers<F, C> {
    pub(crate) options: Options,
    kept: [OnceLock<OfCode<F, C>>; Statuses::COUNT],
}

type OfCode<F, C> = Box<[OnceLock<Kept<F, C>>; KEPT]>;

struct Kept<F, C> {
    /// What it is the answer to.
    said: Said,
    choice: Choice,
    fields: F,
    answer: Answer<C>,
    /// Whether the content has the id of a request, and so is for that one alone.
    has_id: bool,
}

impl<F, C> Answers<F, C> {
    pub(crate) const fn new(options: Options) -> Self {
        Self { options, kept: [const { OnceLock::new() }; Statuses::COUNT] }
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
        let place = self.options.code_alone(&claim, fields);
        let Some(kept) = place.and_then(|place| self.kept(place, request, &claim)) else {
            return self.make(request, fields, claim, page);
        };
        if page.is_none() && request.id().is_none() && !kept.has_id {
            fields.clone_from(&kept.fields);
            return Some(kept.answer.clone());
        }
        let content = self.options.content(request, kept.choice, &claim, fields, page);
        fields.clone_from(&kept.fields);
        write_length(content.len(), fields);
        Some(Answer { content: content.into(), format: kept.answer.format })
    }

    /// Finds what is kept for what a request says, or keeps it where there is a place left.
    fn kept<V: AsRef<[u8]>>(&self, place: usize, request: &Request<V>, claim: &Claim) -> Option<&Kept<F, C>> {
        let of_code = self.kept[place].get_or_init(|| Box::new([const { OnceLock::new() }; KEPT]));
        for place in of_code.iter() {
            let kept = if let Some(kept) = place.get() {
                kept
            } else {
                let said = request.said()?;
                let mut fields = F::default();
                let answer = self.make(request, &mut fields, claim.clone(), None)?;
                let choice = request.choice(&self.options);
                // Another thread can be faster, and keep another answer here.
                place.get_or_init(|| Kept { said, choice, fields, answer, has_id: request.id().is_some() })
            };
            if request.says(&kept.said) {
                return Some(kept);
            }
        }
        None
    }

    fn make<V: AsRef<[u8]>>(
        &self,
        request: &Request<V>,
        fields: &mut F,
        claim: Claim,
        page: Option<ErrorPage<'static>>,
    ) -> Option<Answer<C>> {
        let Answer { content, format } = self.options.answer(request, fields, claim, page)?;
        Some(Answer { content: content.into(), format })
    }
}

impl<F, C> fmt::Debug for Answers<F, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.options.fmt(f)
    }
}
