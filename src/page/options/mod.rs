//! What an application sets about its error pages: one builder for all frameworks.

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

/// The options of error pages, the same for every framework.
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
    /// Writes the part for developers. A pointer, so that a program for visitors alone does not
    /// link it.
    pub(in crate::page) developers: Option<Developers>,
    pub(in crate::page) has_fragments: bool,
    pub(in crate::page) reads_fetch_metadata: bool,
    pub(in crate::page) cache_control: Option<Cow<'static, str>>,
}

type Skip = dyn Fn(&str, &str) -> bool + Send + Sync;

/// Whom pages are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Audience {
    /// The visitors of a site in production.
    Visitors,
    /// Those who build it: pages, but for fragments, have the takeaways, links and neighbors of
    /// the status.
    Developers,
}

impl Options {
    /// Makes the default options: all formats, HTML first, in English, for visitors, for
    /// every status from 400 to 599.
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

    /// Sets the formats on offer, in order of preference. The first goes to clients that
    /// send no `Accept` or accept none of them. An empty list changes nothing.
    #[must_use]
    pub fn formats(mut self, formats: impl IntoIterator<Item = Format>) -> Self {
        let formats = Formats::of(formats);
        if !formats.as_slice().is_empty() {
            self.formats = formats;
        }
        self
    }

    /// Puts a format before the others that are offered: for an API,
    /// [`Format::Problem`].
    #[must_use]
    pub fn default_format(self, format: Format) -> Self {
        let others = self.formats;
        self.formats([format].into_iter().chain(others.as_slice().iter().copied()))
    }

    /// Sets the languages that pages are offered in, the default first. An empty list
    /// changes nothing.
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

    /// Sets whom pages are for. A program that never names [`Audience::Developers`] does
    /// not link the takeaways.
    #[inline]
    #[must_use]
    pub const fn audience(mut self, audience: Audience) -> Self {
        self.developers = match audience {
            Audience::Visitors => None,
            Audience::Developers => Some(write_for_developers),
        };
        self
    }

    /// Sets the name of the site. An empty one is none.
    #[must_use]
    pub fn brand(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.site.brand = some(name);
        self
    }

    /// Sets the address of the home page, `/` until then. With an empty one, or one that
    /// is neither relative nor of the scheme `http` or `https`, there is no link.
    #[must_use]
    pub fn home(mut self, address: impl Into<Cow<'static, str>>) -> Self {
        self.site.home = address.into();
        self
    }

    /// Sets whom a visitor can turn to: a mail address, a link that begins with `/` or
    /// with one of the schemes `http`, `https`, `mailto` and `tel`, or any text. An empty one
    /// is none.
    #[must_use]
    pub fn contact(mut self, contact: impl Into<Cow<'static, str>>) -> Self {
        self.site.contact = some(contact);
        self
    }

    /// Sets the name of the header field that has the id of a request. The id is shown
    /// when it has at most 128 characters, all of them visible ASCII. The response's
    /// field goes before the request's. A page that shows one is not to be stored by caches,
    /// unless the application's own `Cache-Control` says otherwise: then they can show one
    /// visitor the id of another.
    #[must_use]
    pub fn request_id(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        let mut name = name.into();
        if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
            name.to_mut().make_ascii_lowercase();
        }
        self.request_id = Some(name);
        self
    }

    /// Sets what becomes of the text that frameworks write into errors themselves.
    #[must_use]
    pub const fn framework_texts(mut self, texts: FrameworkTexts) -> Self {
        self.texts = texts;
        self
    }

    /// Sets the statuses that get pages, of those from 400 to 599.
    ///
    /// ```
    /// use http_status_info::page::{Engine, Options};
    ///
    /// let engine = Engine::new(Options::new().statuses((400..=499).chain([503])));
    /// assert!(!engine.leaves("GET", "/", 404) && !engine.leaves("GET", "/", 503));
    /// assert!(engine.leaves("GET", "/", 500) && engine.leaves("GET", "/", 200));
    /// ```
    #[must_use]
    pub fn statuses(mut self, codes: impl IntoIterator<Item = u16>) -> Self {
        self.statuses = StatusSet::of(codes);
        self
    }

    /// Sets whether requests of [htmx](https://htmx.org) get a fragment of HTML to be put into
    /// the page that is there, and a whole page where htmx replaces it. Off by default, so that
    /// `Vary` names the three fields of htmx only where they matter.
    ///
    /// nginx stores no response whose `Vary` is longer than 128 bytes. With the fields of htmx and
    /// the three that CORS can depend on, it is.
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

    /// Sets whether `Sec-Fetch-Dest` is read (Fetch Metadata Request Headers §2.1). On by default:
    /// a navigation gets HTML whatever it accepts, and a part of a page, such as a picture, gets no
    /// page. Turn it off for caches that ignore `Vary`, which then names one field less.
    #[must_use]
    pub const fn fetch_metadata(mut self, is_read: bool) -> Self {
        self.reads_fetch_metadata = is_read;
        self
    }

    /// Sets the `Cache-Control` of errors that say nothing but their status, where the response
    /// says nothing about its freshness itself. Without it, those get `no-store` unless the
    /// status is heuristically cacheable (RFC 9110 §15.1).
    ///
    /// A page about one occurrence, with a detail, an instance, members or the id of its request,
    /// always gets `no-store`. An empty value, or one that no field can have, is none.
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
        self.cache_control = some(value).filter(is_value);
        self
    }

    /// Sets which requests get no page, by method and path.
    ///
    /// The method and the path are those that the framework shows where the error pages stand: in
    /// nested routers, the path can lack its prefix. The docs of the adapter say more.
    #[must_use]
    pub fn skip(mut self, skip: impl Fn(&str, &str) -> bool + Send + Sync + 'static) -> Self {
        self.skip = Some(Arc::new(skip));
        self
    }

    /// Sets the base of problem types: the type of a problem is the base with the code
    /// behind it (RFC 9457 §3.1.1). Without one, or with an empty one, it is `about:blank`,
    /// which says that the problem is what its status says.
    ///
    /// ```
    /// use http_status_info::page::Options;
    ///
    /// let options = Options::new().problem_types("https://example.com/problems/");
    /// // 404 has the type `https://example.com/problems/404`.
    /// ```
    #[must_use]
    pub fn problem_types(mut self, base: impl Into<Cow<'static, str>>) -> Self {
        self.site.problem_types = some(base);
        self
    }

    /// Sets who writes the HTML of pages. Fragments, problems and texts stay this crate's.
    #[must_use]
    pub fn renderer(mut self, renderer: impl Renderer + 'static) -> Self {
        self.renderer = Some(Arc::new(renderer));
        self
    }

    /// Tells whether a request gets no page.
    pub(in crate::page) fn skips(&self, method: &str, path: &str) -> bool {
        self.skip.as_ref().is_some_and(|skip| skip(method, path))
    }

    /// Tells whether a status gets pages.
    pub(in crate::page) const fn is_for(&self, code: u16) -> bool {
        self.statuses.contains(code)
    }
}

/// A text, unless it is empty.
fn some(text: impl Into<Cow<'static, str>>) -> Option<Cow<'static, str>> {
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
