//! The options of error pages: one builder for all frameworks.

mod formats;
mod statuses;
mod texts;

use alloc::borrow::Cow;
use alloc::sync::Arc;
use core::fmt;

pub(in crate::page) use self::formats::Formats;
pub(in crate::page) use self::statuses::StatusSet;
pub use self::texts::FrameworkTexts;
use crate::page::format::Format;
use crate::page::language::Language;
use crate::page::render::{Developers, Renderer, Site, write_for_developers};

/// The options of error pages, as a builder that is the same for every framework.
///
/// ```
/// use http_status_info::page::{Audience, Format, FrameworkTexts, Options};
///
/// let options = Options::new()
///     .brand("Example Books")
///     .contact("help@example.com")
///     .request_id("x-request-id")
///     .framework_texts(FrameworkTexts::Replaced)
///     .audience(if cfg!(debug_assertions) { Audience::Developers } else { Audience::Visitors })
///     .skip(|_method, path| path.starts_with("/api/"));
/// # let _ = options.default_format(Format::Text);
/// ```
#[derive(Clone)]
pub struct Options {
    pub(in crate::page) formats: Formats,
    pub(in crate::page) languages: Cow<'static, [&'static Language]>,
    pub(in crate::page) site: Site,
    pub(in crate::page) request_id: Option<Cow<'static, str>>,
    pub(in crate::page) texts: FrameworkTexts,
    skip: Option<Arc<Skip>>,
    pub(in crate::page) renderer: Option<Arc<dyn Renderer>>,
    pub(in crate::page) statuses: StatusSet,
    /// Writes the part for developers. It is a function pointer, so that a program whose pages are
    /// for visitors does not link that part.
    pub(in crate::page) developers: Option<Developers>,
    pub(in crate::page) has_fragments: bool,
    pub(in crate::page) reads_fetch_metadata: bool,
    pub(in crate::page) cache_control: Option<Cow<'static, str>>,
}

type Skip = dyn Fn(&str, &str) -> bool + Send + Sync;

/// The readers of pages: visitors or developers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Audience {
    /// Visitors of a site in production.
    Visitors,
    /// Developers of the site. Their pages also have the takeaways, the links and the related
    /// statuses. Fragments stay the same.
    Developers,
}

impl Options {
    /// Makes the default options: pages for visitors, in all formats with HTML first, in English,
    /// for every status from 400 to 599.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            formats: Formats::ALL,
            languages: Cow::Borrowed(&[Language::ENGLISH]),
            site: Site::new(),
            request_id: None,
            texts: FrameworkTexts::Untouched,
            skip: None,
            renderer: None,
            statuses: StatusSet::ALL,
            developers: None,
            has_fragments: false,
            reads_fetch_metadata: true,
            cache_control: None,
        }
    }

    /// Sets the formats on offer, in order of preference.
    ///
    /// The first format is the default, for clients that send no `Accept` field or accept no format
    /// on offer. An empty list changes nothing.
    #[must_use]
    pub fn formats(mut self, formats: impl IntoIterator<Item = Format>) -> Self {
        let formats = Formats::of(formats);
        if !formats.as_slice().is_empty() {
            self.formats = formats;
        }
        self
    }

    /// Puts a format first among the formats on offer. For an API, use [`Format::Problem`].
    #[must_use]
    pub fn default_format(self, format: Format) -> Self {
        let others = self.formats;
        self.formats([format].into_iter().chain(others.as_slice().iter().copied()))
    }

    /// Sets the languages on offer, with the default first. An empty list changes nothing.
    ///
    /// ```
    /// use http_status_info::page::{Language, Message, Options};
    ///
    /// static GERMAN: Language = Language::new("de", MESSAGES).home("Zur Startseite");
    ///
    /// const MESSAGES: &[Message] = &[
    ///     Message::new(400, "Ungültige Anfrage", "Die Anfrage war nicht zu verstehen."),
    ///     Message::new(404, "Nicht gefunden", "Diese Seite gibt es nicht."),
    ///     Message::new(500, "Interner Fehler", "Hier ist etwas schiefgegangen."),
    /// ];
    ///
    /// let options = Options::new().languages([Language::ENGLISH, &GERMAN]);
    /// ```
    #[must_use]
    pub fn languages(mut self, languages: impl IntoIterator<Item = &'static Language>) -> Self {
        let languages: Cow<'_, _> = languages.into_iter().collect();
        if !languages.is_empty() {
            self.languages = languages;
        }
        self
    }

    /// Sets the audience of pages, which is [`Audience::Visitors`] by default. A program that never
    /// names [`Audience::Developers`] does not link the takeaways.
    #[inline]
    #[must_use]
    pub const fn audience(mut self, audience: Audience) -> Self {
        self.developers = match audience {
            Audience::Visitors => None,
            Audience::Developers => Some(write_for_developers),
        };
        self
    }

    /// Sets the name of the site. An empty name means none.
    #[must_use]
    pub fn brand(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.site.brand = non_empty(name);
        self
    }

    /// Sets the address of the home page, which is `/` by default.
    ///
    /// Pages link to a relative address, or to an address with the scheme `http` or `https`. With
    /// any other address, or with an empty one, they have no link.
    #[must_use]
    pub fn home(mut self, address: impl Into<Cow<'static, str>>) -> Self {
        self.site.home = address.into();
        self
    }

    /// Sets the contact for visitors: a mail address, a link or any other text.
    ///
    /// A link begins with `/` or with one of the schemes `http`, `https`, `mailto` and `tel`. An
    /// empty contact means none.
    #[must_use]
    pub fn contact(mut self, contact: impl Into<Cow<'static, str>>) -> Self {
        self.site.contact = non_empty(contact);
        self
    }

    /// Sets the name of the header field that has the id of the request.
    ///
    /// Pages show an id of at most 128 characters, all of them visible ASCII. An id in the response
    /// takes precedence over an id in the request.
    ///
    /// A page with an id gets `Cache-Control: no-store`, unless the application sets its own
    /// `Cache-Control`. If this field lets caches store the page, a cache can show one visitor the
    /// id of another.
    #[must_use]
    pub fn request_id(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        let mut name = name.into();
        if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
            name.to_mut().make_ascii_lowercase();
        }
        self.request_id = Some(name);
        self
    }

    /// Sets how pages treat the texts that frameworks and middleware write into errors. The default
    /// is [`FrameworkTexts::Untouched`].
    #[must_use]
    pub const fn framework_texts(mut self, texts: FrameworkTexts) -> Self {
        self.texts = texts;
        self
    }

    /// Sets the statuses that get pages. Codes outside 400 to 599 change nothing.
    ///
    /// ```
    /// use http_status_info::page::{Engine, FieldList, Options};
    ///
    /// let engine = Engine::new(Options::new().statuses((400..=499).chain([503])));
    /// let request = engine.request("GET", "/", &FieldList::new());
    /// assert!(!engine.excludes(&request, 404) && !engine.excludes(&request, 503));
    /// assert!(engine.excludes(&request, 500) && engine.excludes(&request, 200));
    /// ```
    #[must_use]
    pub fn statuses(mut self, codes: impl IntoIterator<Item = u16>) -> Self {
        self.statuses = StatusSet::of(codes);
        self
    }

    /// Sets whether requests of [htmx](https://htmx.org) get HTML fragments. Off by default.
    ///
    /// A fragment is HTML for the page that the visitor sees. If htmx replaces that page, it gets a
    /// whole page. With fragments, `Vary` names the three fields of htmx.
    ///
    /// nginx stores no response whose `Vary` is longer than 128 bytes. With the fields of htmx and
    /// the three fields that CORS can depend on, `Vary` is longer.
    ///
    /// ```
    /// use http_status_info::page::Options;
    ///
    /// let options = Options::new().fragments(true);
    /// ```
    #[must_use]
    pub const fn fragments(mut self, has_fragments: bool) -> Self {
        self.has_fragments = has_fragments;
        self
    }

    /// Sets whether pages depend on `Sec-Fetch-Dest` (Fetch Metadata Request Headers §2.1). On by
    /// default.
    ///
    /// By this field, a navigation gets HTML, whatever its `Accept` field says. A subresource, such
    /// as an image, gets no page. Turn it off for caches that ignore `Vary`: pages then depend on
    /// one field less.
    #[must_use]
    pub const fn fetch_metadata(mut self, is_read: bool) -> Self {
        self.reads_fetch_metadata = is_read;
        self
    }

    /// Sets the `Cache-Control` of pages about nothing but their status.
    ///
    /// The value is for responses without freshness information of their own. By default, these
    /// get `no-store` unless the status is heuristically cacheable (RFC 9110 §15.1). An empty or
    /// invalid value means the default.
    ///
    /// The value is not for pages about one occurrence, which have a detail, an instance, members
    /// or the id of a request. These get `no-store`.
    ///
    /// ```
    /// use http_status_info::page::Options;
    ///
    /// // For a cache in front of the application that ignores `Vary`.
    /// let options = Options::new().cache_control("no-store").fetch_metadata(false);
    /// ```
    #[must_use]
    pub fn cache_control(mut self, value: impl Into<Cow<'static, str>>) -> Self {
        let is_value = |value: &Cow<'_, str>| value.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        self.cache_control = non_empty(value).filter(is_value);
        self
    }

    /// Sets a function of the method and the path that returns `true` for requests without a page.
    ///
    /// The function gets the method and the path as the framework shows them to the adapter. In
    /// nested routers, the path can lack its prefix: see the docs of the adapter.
    #[must_use]
    pub fn skip(mut self, skip: impl Fn(&str, &str) -> bool + Send + Sync + 'static) -> Self {
        self.skip = Some(Arc::new(skip));
        self
    }

    /// Sets the base of problem types: the type of a problem is the base followed by the code
    /// (RFC 9457 §3.1.1).
    ///
    /// By default, or with an empty base, the type is `about:blank`. This type means that the
    /// problem says no more than its status (RFC 9457 §4.2.1).
    ///
    /// ```
    /// use http_status_info::page::Options;
    ///
    /// let options = Options::new().problem_types("https://example.com/problems/");
    /// // 404 has the type `https://example.com/problems/404`.
    /// ```
    #[must_use]
    pub fn problem_types(mut self, base: impl Into<Cow<'static, str>>) -> Self {
        self.site.problem_types = non_empty(base);
        self
    }

    /// Sets the renderer of HTML pages. This crate still writes fragments, problems and texts.
    #[must_use]
    pub fn renderer(mut self, renderer: impl Renderer + 'static) -> Self {
        self.renderer = Some(Arc::new(renderer));
        self
    }

    /// Tells whether the function of [`skip`](Self::skip) excludes a request.
    pub(in crate::page) fn skips(&self, method: &str, path: &str) -> bool {
        self.skip.as_ref().is_some_and(|skip| skip(method, path))
    }

    /// Tells whether a status gets pages.
    pub(in crate::page) const fn is_for(&self, code: u16) -> bool {
        self.statuses.contains(code)
    }
}

/// The text, unless it is empty.
fn non_empty(text: impl Into<Cow<'static, str>>) -> Option<Cow<'static, str>> {
    Some(text.into()).filter(|text| !text.is_empty())
}

impl Default for Options {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("formats", &self.formats.as_slice())
            .field("languages", &self.languages)
            .field("site", &self.site)
            .field("request_id", &self.request_id)
            .field("texts", &self.texts)
            .finish_non_exhaustive()
    }
}
