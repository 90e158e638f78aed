//! What a request says that an error page depends on.

use alloc::boxed::Box;

use super::fields::{Field, Fields};
use super::format::Format;
use super::options::Options;
use super::{accept, language};

/// What a request says that an error page depends on. `V` is the type of field values.
#[derive(Clone, Debug)]
pub struct Request<V> {
    is_head: bool,
    pub(super) is_skipped: bool,
    /// A gRPC client reads no page, and expects none of the fields of one.
    pub(super) is_grpc: bool,
    wanted: Wanted<V>,
    more: Option<Box<More<V>>>,
}

/// What few applications ask for. In a box, since what is kept of a request is moved along
/// with it: that takes every request longer than the box takes those that have one.
#[derive(Clone, Debug)]
struct More<V> {
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
pub(super) enum Destination {
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

impl Form {
    /// How many there are with content.
    const COUNT: usize = 4;

    /// The place among those with content.
    const fn place(self) -> Option<usize> {
        match self {
            Self::Page(Format::Html) => Some(0),
            Self::Page(Format::Problem) => Some(1),
            Self::Page(Format::Text) => Some(2),
            Self::Fragment => Some(3),
            Self::Nothing => None,
        }
    }
}

/// What a client is sent, and in which language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Choice {
    pub(super) form: Form,
    /// The place of the language.
    pub(super) language: usize,
}

#[allow(dead_code, reason = "adapters are optional")]
impl Choice {
    /// Returns how many there are with content.
    pub(crate) fn count(options: &Options) -> usize {
        Form::COUNT * options.languages.len()
    }

    /// Returns the place among those with content.
    pub(crate) fn place(self) -> Option<usize> {
        Some(Form::COUNT * self.language + self.form.place()?)
    }

    /// Returns the format of the page, or of the part of one.
    pub(crate) const fn format(self) -> Option<Format> {
        match self.form {
            Form::Page(format) => Some(format),
            Form::Fragment => Some(Format::Html),
            Form::Nothing => None,
        }
    }

    /// For an answer that is the same for everyone who gets this.
    pub(crate) const fn for_anyone(self) -> Asked<'static> {
        Asked { choice: self, id: None, is_head: false }
    }
}

/// What an answer is made for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'r> {
    pub(super) choice: Choice,
    /// The id of the request.
    pub(super) id: Option<&'r [u8]>,
    pub(super) is_head: bool,
}

/// What a request says that is negotiated about, to know others by that say the same.
#[derive(Debug)]
#[allow(dead_code, reason = "adapters are optional")]
pub(crate) struct Said {
    wanted: Wanted<Box<[u8]>>,
    accept_language: Option<Box<[u8]>>,
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
        let accept_language = if has_choice { fields.joined(Field::AcceptLanguage) } else { None };
        let id = options.request_id.as_deref().and_then(|name| fields.named(name));
        let has_more = accept_language.is_some() || id.is_some();
        Self {
            is_head: method == "HEAD",
            is_skipped: options.skips(method, path),
            is_grpc,
            wanted: if is_grpc { Wanted::Known(Form::Nothing) } else { Wanted::read(options, fields) },
            more: has_more.then(|| Box::new(More { accept_language, id })),
        }
    }

    /// Tells whether the method is HEAD, so that no content is to be sent (RFC 9110
    /// §9.3.2).
    #[must_use]
    pub const fn is_head(&self) -> bool {
        self.is_head
    }

    /// Chooses what to send, and the language.
    pub(crate) fn choice(&self, options: &Options) -> Choice {
        let offered = options.formats.as_slice();
        let form = match &self.wanted {
            Wanted::Known(form) => *form,
            Wanted::Accept(field) => {
                let wanted = field.as_ref().and_then(|field| accept::format(field.as_ref(), offered));
                Form::Page(wanted.unwrap_or(offered[0]))
            }
        };
        let spoken = self.accept_language();
        let language = spoken.and_then(|field| language::preferred(field, &options.languages));
        Choice { form, language: language.unwrap_or(0) }
    }

    /// Says what the answer is made for.
    pub(crate) fn asked(&self, choice: Choice) -> Asked<'_> {
        Asked { choice, id: self.id(), is_head: self.is_head }
    }

    fn accept_language(&self) -> Option<&[u8]> {
        self.more.as_ref()?.accept_language.as_ref().map(AsRef::as_ref)
    }

    /// The id of the request.
    pub(crate) fn id(&self) -> Option<&[u8]> {
        self.more.as_ref()?.id.as_ref().map(AsRef::as_ref)
    }
}

#[allow(dead_code, reason = "adapters are optional")]
impl<V: AsRef<[u8]>> Request<V> {
    /// Tells whether the choice takes a negotiation.
    #[inline]
    pub(crate) fn negotiates(&self) -> bool {
        matches!(self.wanted, Wanted::Accept(Some(_))) || self.accept_language().is_some()
    }

    /// Returns what this says, unless it is too long to keep.
    pub(crate) fn said(&self) -> Option<Said> {
        const LONGEST: usize = 256;
        let kept = |field: &[u8]| (field.len() <= LONGEST).then(|| Box::from(field));
        let wanted = match &self.wanted {
            Wanted::Known(form) => Wanted::Known(*form),
            Wanted::Accept(None) => Wanted::Accept(None),
            Wanted::Accept(Some(field)) => Wanted::Accept(Some(kept(field.as_ref())?)),
        };
        let accept_language = match self.accept_language() {
            Some(field) => Some(kept(field)?),
            None => None,
        };
        Some(Said { wanted, accept_language })
    }

    /// Tells whether this says the same.
    #[inline]
    pub(crate) fn says(&self, said: &Said) -> bool {
        let wants = match (&self.wanted, &said.wanted) {
            (Wanted::Known(form), Wanted::Known(said)) => form == said,
            (Wanted::Accept(field), Wanted::Accept(said)) => {
                field.as_ref().map(AsRef::as_ref) == said.as_deref()
            }
            _ => false,
        };
        wants && self.accept_language() == said.accept_language.as_deref()
    }
}

impl<V> Wanted<V> {
    #[inline]
    fn read(options: &Options, fields: &impl Fields<Value = V>) -> Self {
        let has_html = options.formats.as_slice().contains(&Format::Html);
        match fields.first(Field::SecFetchDest).map_or(Destination::Other, Destination::of) {
            Destination::Part => return Self::Known(Form::Nothing),
            Destination::Document if has_html => return Self::Known(Form::Page(Format::Html)),
            Destination::Document | Destination::Other => {}
        }
        if has_html && fields.first(Field::HxRequest) == Some(b"true") {
            return Self::Known(Form::Fragment);
        }
        match options.formats.as_slice() {
            [format] => Self::Known(Form::Page(*format)),
            _ => Self::Accept(fields.joined(Field::Accept)),
        }
    }
}

/// Tells whether a content type is one of gRPC.
pub(super) fn is_grpc(content_type: &[u8]) -> bool {
    const GRPC: &[u8] = b"application/grpc";
    content_type.get(..GRPC.len()).is_some_and(|start| start.eq_ignore_ascii_case(GRPC))
}
