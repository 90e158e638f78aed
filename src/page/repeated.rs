//! Which answers are the same for everyone, so that an adapter can keep them.

use alloc::string::{String, ToString};

use super::claim::{Claim, Text};
use super::error_page::ErrorPage;
use super::fields::{Field, FieldsMut};
use super::format::Format;
use super::options::Options;
use super::representation::keep_from_caches;
use super::request::{Choice, Form};
use super::statuses::Statuses;

/// The place of an answer that is the same each time: by code, and of each code by what is
/// sent.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) code: usize,
    pub(crate) choice: usize,
}

/// How many such places there are.
pub(crate) struct Places;

impl Places {
    pub(crate) const CODES: usize = Statuses::COUNT;

    /// For each code.
    pub(crate) fn choices(options: &Options) -> usize {
        FORMS * options.languages.len()
    }
}

/// How many forms have content.
const FORMS: usize = 4;

impl Options {
    /// Returns the place of the answer to a claimed response, if the code and the choice are
    /// all that it depends on, but for what a handler says in its page: the response has no
    /// text, and the caller knows that it says nothing else either.
    pub(crate) fn place(
        &self,
        claim: &Claim,
        choice: Choice,
        page: Option<&ErrorPage<'static>>,
    ) -> Option<Place> {
        let form = match choice.form {
            // Two pages of an application's can differ.
            Form::Page(Format::Html) if self.renderer.is_none() => 0,
            Form::Page(Format::Problem) => 1,
            Form::Page(Format::Text) => 2,
            Form::Fragment => 3,
            Form::Page(Format::Html) | Form::Nothing => return None,
        };
        let code = Statuses::place(claim.code)?;
        let has_own_language = page.is_some_and(|page| page.language.is_some());
        let is_same = claim.text == Text::None && !has_own_language;
        is_same.then_some(Place { code, choice: FORMS * choice.language + form })
    }

    /// Answers with a handler's page where the other fields are those of the answer without.
    pub(crate) fn answer_with(
        &self,
        choice: Choice,
        fields: &mut impl FieldsMut,
        claim: &Claim,
        page: ErrorPage<'static>,
    ) -> String {
        let page = ErrorPage::to_send(claim.code, Some(page));
        let page = page.of_site(&self.site, self.languages[choice.language]);
        let mut content = String::new();
        self.write(choice.form, &page, &mut content);
        fields.set(Field::ContentLength, &content.len().to_string());
        keep_from_caches(page.is_cacheable(), fields);
        content
    }
}
