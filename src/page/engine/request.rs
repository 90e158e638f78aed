//! The parts of a request that its error page depends on.

use super::choice::{Choice, Destination, Form};
use crate::page::fields::{FieldName, Fields};
use crate::page::format::Format;
use crate::page::negotiation::{accept, accept_language};
use crate::page::options::Options;

/// The parts of a request that its error page depends on.
///
/// [`Engine::request`](crate::page::Engine::request) makes it, and an adapter keeps it for the
/// response. `V` is the type of field values.
#[derive(Clone, Debug)]
pub struct Request<V> {
    is_head: bool,
    pub(super) is_skipped: bool,
    /// Whether the client speaks gRPC. Such a client reads neither a page nor its fields.
    pub(super) is_grpc: bool,
    form: FormRule<V>,
    accept_language: Option<V>,
    id: Option<V>,
}

/// The rule for the form of a page.
#[derive(Clone, Debug)]
enum FormRule<V> {
    /// The form does not depend on `Accept`.
    Fixed(Form),
    /// The form depends on the value of `Accept`.
    Accept(Option<V>),
}

impl<V: AsRef<[u8]>> Request<V> {
    /// Reads a request. This function runs for every request, whatever the status of the response,
    /// and looks up only the fields that the options need.
    #[inline]
    pub(super) fn read(options: &Options, method: &str, path: &str, fields: &impl Fields<Value = V>) -> Self {
        // gRPC requests use POST.
        let is_grpc = method == "POST" && fields.first(FieldName::ContentType).is_some_and(is_grpc);
        let has_choice = options.languages.len() > 1;
        Self {
            is_head: method == "HEAD",
            is_skipped: options.skips(method, path),
            is_grpc,
            form: if is_grpc { FormRule::Fixed(Form::Nothing) } else { FormRule::read(options, fields) },
            accept_language: if has_choice { fields.combined(FieldName::AcceptLanguage) } else { None },
            id: options.request_id.as_deref().and_then(|name| fields.get(name)),
        }
    }

    /// Tells whether the method is HEAD, whose response has no content (RFC 9110 §9.3.2).
    #[must_use]
    pub const fn is_head(&self) -> bool {
        self.is_head
    }

    /// Chooses the form and the language.
    pub(super) fn choice(&self, options: &Options) -> Choice {
        let offered = options.formats.as_slice();
        let form = match &self.form {
            FormRule::Fixed(form) => *form,
            FormRule::Accept(field) => {
                let format = field.as_ref().and_then(|field| preferred(field.as_ref(), offered));
                Form::Page(format.unwrap_or(offered[0]))
            }
        };
        let accept_language = self.accept_language.as_ref().map(AsRef::as_ref);
        let tags = options.languages.iter().map(|language| language.tag());
        let language = accept_language.and_then(|field| accept_language::preferred_of(field, tags));
        Choice { form, language: language.unwrap_or(0) }
    }

    /// The id of the request.
    pub(super) fn id(&self) -> Option<&[u8]> {
        self.id.as_ref().map(AsRef::as_ref)
    }
}

impl<V> FormRule<V> {
    #[inline]
    fn read(options: &Options, fields: &impl Fields<Value = V>) -> Self {
        let has_html = options.formats.as_slice().contains(&Format::Html);
        let destination =
            if options.reads_fetch_metadata { fields.first(FieldName::SecFetchDest) } else { None };
        match destination.map_or(Destination::Other, Destination::of) {
            Destination::Subresource => return Self::Fixed(Form::Nothing),
            Destination::Document if has_html => return Self::Fixed(Form::Page(Format::Html)),
            Destination::Document | Destination::Other => {}
        }
        if options.has_fragments && has_html && is_true(fields, FieldName::HxRequest) {
            let form = if needs_whole_page(fields) { Form::Page(Format::Html) } else { Form::Fragment };
            return Self::Fixed(form);
        }
        match options.formats.as_slice() {
            [format] => Self::Fixed(Form::Page(*format)),
            _ => Self::Accept(fields.combined(FieldName::Accept)),
        }
    }
}

/// Tells whether htmx needs a whole page. Version 4 sends `HX-Request-Type: full` if it replaces
/// the body or selects a part of the page itself. For earlier versions, a boosted link gets a whole
/// page, since the fields do not tell whether the link has a target of its own.
fn needs_whole_page(fields: &impl Fields) -> bool {
    match fields.first(FieldName::HxRequestType) {
        Some(kind) => kind == b"full",
        None => is_true(fields, FieldName::HxBoosted),
    }
}

fn is_true(fields: &impl Fields, name: FieldName) -> bool {
    fields.first(name) == Some(b"true")
}

/// Tells whether a content type is a gRPC type.
pub(super) fn is_grpc(content_type: &[u8]) -> bool {
    const GRPC: &[u8] = b"application/grpc";
    content_type.get(..GRPC.len()).is_some_and(|start| start.eq_ignore_ascii_case(GRPC))
}

/// The format on offer that an `Accept` field prefers.
fn preferred(field: &[u8], offered: &[Format]) -> Option<Format> {
    let mut media_types = [""; Format::ALL.len()];
    for (media_type, format) in media_types.iter_mut().zip(offered) {
        *media_type = format.media_type();
    }
    // Each format is offered once, so the slice is in bounds.
    let index = accept::preferred(field, &media_types[..offered.len()])?;
    Some(offered[index])
}
