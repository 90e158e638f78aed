//! The parts of a request that its error page depends on.

use super::choice::{Choice, Destination, Form};
use crate::page::fields::{FieldName, Fields};
use crate::page::format::Format;
use crate::page::negotiation::{accept, accept_language};
use crate::page::options::Options;

/// The parts of a request that its error page depends on, remembered until the response is
/// there. Made by [`Engine::request`](crate::page::Engine::request). `V` is the type of field
/// values.
#[derive(Clone, Debug)]
pub struct Request<V> {
    is_head: bool,
    pub(super) is_skipped: bool,
    /// A gRPC client reads no page, and expects none of its fields.
    pub(super) is_grpc: bool,
    wanted: Wanted<V>,
    accept_language: Option<V>,
    id: Option<V>,
}

/// The form that a client wants. Mostly it is known without a look at `Accept`.
#[derive(Clone, Debug)]
enum Wanted<V> {
    Known(Form),
    Accept(Option<V>),
}

impl<V: AsRef<[u8]>> Request<V> {
    /// Reads a request. This happens before every response, whatever its status, so it looks up
    /// only the fields that the options need.
    #[inline]
    pub(super) fn read(options: &Options, method: &str, path: &str, fields: &impl Fields<Value = V>) -> Self {
        // gRPC is always POST.
        let is_grpc = method == "POST" && fields.first(FieldName::ContentType).is_some_and(is_grpc);
        let has_choice = options.languages.len() > 1;
        Self {
            is_head: method == "HEAD",
            is_skipped: options.skips(method, path),
            is_grpc,
            wanted: if is_grpc { Wanted::Known(Form::Nothing) } else { Wanted::read(options, fields) },
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
        let form = match &self.wanted {
            Wanted::Known(form) => *form,
            Wanted::Accept(field) => {
                let wanted = field.as_ref().and_then(|field| preferred(field.as_ref(), offered));
                Form::Page(wanted.unwrap_or(offered[0]))
            }
        };
        let spoken = self.accept_language.as_ref().map(AsRef::as_ref);
        let tags = options.languages.iter().map(|language| language.tag());
        let language = spoken.and_then(|field| accept_language::preferred_of(field, tags));
        Choice { form, language: language.unwrap_or(0) }
    }

    /// The id of the request.
    pub(super) fn id(&self) -> Option<&[u8]> {
        self.id.as_ref().map(AsRef::as_ref)
    }
}

impl<V> Wanted<V> {
    #[inline]
    fn read(options: &Options, fields: &impl Fields<Value = V>) -> Self {
        let has_html = options.formats.as_slice().contains(&Format::Html);
        let destination =
            if options.reads_fetch_metadata { fields.first(FieldName::SecFetchDest) } else { None };
        match destination.map_or(Destination::Other, Destination::of) {
            Destination::Subresource => return Self::Known(Form::Nothing),
            Destination::Document if has_html => return Self::Known(Form::Page(Format::Html)),
            Destination::Document | Destination::Other => {}
        }
        if options.has_fragments && has_html && is_true(fields, FieldName::HxRequest) {
            let form = if wants_page(fields) { Form::Page(Format::Html) } else { Form::Fragment };
            return Self::Known(form);
        }
        match options.formats.as_slice() {
            [format] => Self::Known(Form::Page(*format)),
            _ => Self::Accept(fields.combined(FieldName::Accept)),
        }
    }
}

/// Tells whether htmx asks for a whole page. Version 4 says so, where it replaces the body or
/// selects a part itself. Earlier versions do not: for a boosted link a page is assumed, since
/// these fields do not tell whether the link has a target of its own.
fn wants_page(fields: &impl Fields) -> bool {
    match fields.first(FieldName::HxRequestType) {
        Some(kind) => kind == b"full",
        None => is_true(fields, FieldName::HxBoosted),
    }
}

fn is_true(fields: &impl Fields, name: FieldName) -> bool {
    fields.first(name) == Some(b"true")
}

/// Tells whether a content type is one of gRPC.
pub(super) fn is_grpc(content_type: &[u8]) -> bool {
    const GRPC: &[u8] = b"application/grpc";
    content_type.get(..GRPC.len()).is_some_and(|start| start.eq_ignore_ascii_case(GRPC))
}

/// The format that an `Accept` field prefers among those that are offered.
fn preferred(field: &[u8], offered: &[Format]) -> Option<Format> {
    let mut media_types = [""; Format::ALL.len()];
    for (media_type, format) in media_types.iter_mut().zip(offered) {
        *media_type = format.media_type();
    }
    // No format is offered twice.
    let place = accept::preferred(field, &media_types[..offered.len()])?;
    Some(offered[place])
}
