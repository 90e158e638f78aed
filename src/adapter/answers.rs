//! Answers that are made once.
//!
//! Most errors say nothing but their code. The header fields of the answer to such an error
//! depend on that and on what the client gets, so they are made once and kept; and so is the
//! content, unless the application says more of the error, or the page has the id of a
//! request. What clients get is known without a negotiation where others said the same.
//!
//! There is at most one for each code, form and language, whatever clients say: for visitors
//! some 8 kB for each code and language that errors are answered in.

use core::fmt;
use std::sync::OnceLock;

use alloc::boxed::Box;
use alloc::string::String;

use crate::page::{
    Choice, Claim, ErrorPage, FieldsMut, Format, Options, Request, Said, Statuses, write_length,
};

/// Options, with what was made with them. `F` is the type of the framework for header fields,
/// `C` that for content, which must be quick to clone.
pub(crate) struct Answers<F, C> {
    pub(crate) options: Options,
    /// By code; of each by the place of the choice.
    kept: [OnceLock<OfCode<F, C>>; Statuses::COUNT],
    /// What the first clients said, and what they get. When all places are taken, what others
    /// say is negotiated each time.
    known: [OnceLock<(Said, Choice)>; KNOWN],
}

const KNOWN: usize = 16;

type OfCode<F, C> = Box<[OnceLock<Kept<F, C>>]>;

/// An answer without the id of any request.
struct Kept<F, C> {
    fields: F,
    content: C,
}

/// The header fields of a framework whose answers are kept.
pub(crate) trait Counted: FieldsMut + Clone + Default {
    /// Returns how many lines there are.
    fn count(&self) -> usize;
}

impl<F, C> Answers<F, C> {
    pub(crate) const fn new(options: Options) -> Self {
        Self {
            options,
            kept: [const { OnceLock::new() }; Statuses::COUNT],
            known: [const { OnceLock::new() }; KNOWN],
        }
    }
}

impl<F: Counted, C: From<String> + Clone> Answers<F, C> {
    /// Answers a claimed response as [`Options::answer`] does.
    pub(crate) fn answer<V: AsRef<[u8]>>(
        &self,
        request: &Request<V>,
        fields: &mut F,
        claim: Claim,
        page: Option<ErrorPage<'static>>,
    ) -> Option<(C, Option<Format>)> {
        let choice = self.choice(request);
        let asked = request.asked(choice);
        let Some(kept) = self.kept(choice, &claim, fields) else {
            let answer = self.options.answer_to(asked, fields, claim, page)?;
            return Some((answer.content.into(), answer.format));
        };
        let content = if page.is_none() && request.id().is_none() {
            fields.clone_from(&kept.fields);
            kept.content.clone()
        } else {
            let content = self.options.content(asked, &claim, fields, page);
            fields.clone_from(&kept.fields);
            write_length(content.len(), fields);
            content.into()
        };
        Some((content, choice.format()))
    }

    fn choice<V: AsRef<[u8]>>(&self, request: &Request<V>) -> Choice {
        let negotiated = || request.choice(&self.options);
        if !request.negotiates() {
            return negotiated();
        }
        for known in &self.known {
            match known.get() {
                Some((said, choice)) if request.says(said) => return *choice,
                Some(_) => {}
                None => {
                    let choice = negotiated();
                    if let Some(said) = request.said() {
                        // Another thread can have been faster, which does no harm.
                        let _ = known.set((said, choice));
                    }
                    return choice;
                }
            }
        }
        negotiated()
    }

    /// What is kept for a claimed response, if its fields are such that it can be.
    fn kept(&self, choice: Choice, claim: &Claim, fields: &F) -> Option<&Kept<F, C>> {
        let code = self.options.place_alone(claim, fields, fields.count())?;
        let place = choice.place()?;
        let of_code = self.kept[code].get_or_init(|| {
            let count = Choice::count(&self.options);
            (0..count).map(|_| OnceLock::new()).collect()
        });
        if let Some(kept) = of_code[place].get() {
            return Some(kept);
        }
        let mut fields = F::default();
        let answer = self.options.answer_to(choice.for_anyone(), &mut fields, claim.clone(), None)?;
        Some(of_code[place].get_or_init(|| Kept { fields, content: answer.content.into() }))
    }
}

impl<F, C> fmt::Debug for Answers<F, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.options.fmt(f)
    }
}
