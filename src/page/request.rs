//! What a request says that an error page depends on.

use super::fields::{Field, Fields};
use super::format::Format;
use super::options::Options;
use super::{accept, accept_language};

/// What a request says that an error page depends on. `V` is the type of field values.
#[derive(Clone, Debug)]
pub struct Request<V> {
    is_head: bool,
    pub(super) is_skipped: bool,
    /// A gRPC client reads no page, and expects none of the fields of one.
    pub(super) is_grpc: bool,
    wanted: Wanted<V>,
    accept_language: Option<V>,
    id: Option<V>,
}

/// What a client wants. That is mostly known without a look at `Accept`.
#[derive(Clone, Debug)]
enum Wanted<V> {
    Known(Form),
    Accept(Option<V>),
}

/// What a browser wants the response for (Fetch Metadata Request Headers §2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Destination {
    /// A page that the visitor goes to.
    Document,
    /// A part of a page that nobody reads as one, such as a picture.
    Part,
    /// Anything else, or unknown.
    Other,
}

impl Destination {
    fn of(value: &[u8]) -> Self {
        match value {
            b"document" => Self::Document,
            b"audio" | b"audioworklet" | b"font" | b"image" | b"json" | b"manifest" | b"paintworklet"
            | b"report" | b"script" | b"serviceworker" | b"sharedworker" | b"style" | b"text" | b"track"
            | b"video" | b"worker" | b"xslt" => Self::Part,
            _ => Self::Other,
        }
    }
}

/// What a client is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Page(Format),
    Fragment,
    Nothing,
}

/// What a client is sent, and in which language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub(super) form: Form,
    /// The place of the language.
    pub(super) language: usize,
}

impl Choice {
    /// Returns the format of the page, or of the part of one.
    pub(super) const fn format(self) -> Option<Format> {
        match self.form {
            Form::Page(format) => Some(format),
            Form::Fragment => Some(Format::Html),
            Form::Nothing => None,
        }
    }
}

impl<V: AsRef<[u8]>> Request<V> {
    /// Reads a request. The options say whether it is skipped, and where its id is.
    ///
    /// This is done for every request, whatever becomes of it, so it looks up no field
    /// that it need not.
    #[inline]
    pub fn read(options: &Options, method: &str, path: &str, fields: &impl Fields<Value = V>) -> Self {
        // gRPC is always POST.
        let is_grpc = method == "POST" && fields.first(Field::ContentType).is_some_and(is_grpc);
        let has_choice = options.languages.len() > 1;
        Self {
            is_head: method == "HEAD",
            is_skipped: options.skips(method, path),
            is_grpc,
            wanted: if is_grpc { Wanted::Known(Form::Nothing) } else { Wanted::read(options, fields) },
            accept_language: if has_choice { fields.joined(Field::AcceptLanguage) } else { None },
            id: options.request_id.as_deref().and_then(|name| fields.named(name)),
        }
    }

    /// Tells whether the method is HEAD, so that no content is to be sent (RFC 9110
    /// §9.3.2).
    #[must_use]
    pub const fn is_head(&self) -> bool {
        self.is_head
    }

    /// Chooses what to send, and the language.
    pub(super) fn choice(&self, options: &Options) -> Choice {
        let offered = options.formats.as_slice();
        let form = match &self.wanted {
            Wanted::Known(form) => *form,
            Wanted::Accept(field) => {
                let wanted = field.as_ref().and_then(|field| accept::format(field.as_ref(), offered));
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
        let destination = if options.reads_fetch_metadata { fields.first(Field::SecFetchDest) } else { None };
        match destination.map_or(Destination::Other, Destination::of) {
            Destination::Part => return Self::Known(Form::Nothing),
            Destination::Document if has_html => return Self::Known(Form::Page(Format::Html)),
            Destination::Document | Destination::Other => {}
        }
        if options.has_fragments && has_html && is_true(fields, Field::HxRequest) {
            let form = if wants_page(fields) { Form::Page(Format::Html) } else { Form::Fragment };
            return Self::Known(form);
        }
        match options.formats.as_slice() {
            [format] => Self::Known(Form::Page(*format)),
            _ => Self::Accept(fields.joined(Field::Accept)),
        }
    }
}

/// Tells whether htmx asks for a whole page. Version 4 says so, where it replaces the body or
/// selects a part itself. Of a boosted link in earlier versions it is assumed, since whether it
/// has a target of its own cannot be told from these fields.
fn wants_page(fields: &impl Fields) -> bool {
    match fields.first(Field::HxRequestType) {
        Some(kind) => kind == b"full",
        None => is_true(fields, Field::HxBoosted),
    }
}

fn is_true(fields: &impl Fields, field: Field) -> bool {
    fields.first(field) == Some(b"true")
}

/// Tells whether a content type is one of gRPC.
pub(super) fn is_grpc(content_type: &[u8]) -> bool {
    const GRPC: &[u8] = b"application/grpc";
    content_type.get(..GRPC.len()).is_some_and(|start| start.eq_ignore_ascii_case(GRPC))
}
