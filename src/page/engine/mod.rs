//! The engine: which responses get a page, in which form, and with which header fields.

mod choice;
mod metadata;
mod request;
mod response;
mod selected;
mod vary;

pub use self::request::Request;
pub use self::response::{ContentLength, Response};
pub use self::selected::{Representation, Selected};
use crate::page::fields::Fields;
use crate::page::options::Options;

/// Decides which responses get a page, and writes the page, for adapters to other frameworks.
///
/// An adapter translates between the engine's types and the types of its framework:
///
/// 1. Implement [`Fields`] for the framework's request header fields, and
///    [`FieldsMut`](crate::page::FieldsMut) for its response header fields.
/// 2. Call [`request`](Self::request) before the application handles the request.
/// 3. Call [`select`](Self::select) with the response. `None` means that the response stays
///    unchanged.
/// 4. If [`Selected::wants_text`] returns `true`, read the content and pass it to
///    [`Selected::set_text`].
/// 5. Call [`Selected::with_page`] with the [`ErrorPage`](crate::page::ErrorPage) that a handler
///    attached to the response, and then [`Selected::write`].
/// 6. Send the content, unless [`Request::is_head`] returns `true`. Put the opt-out marker of
///    [`Representation::no_page`] on the response.
///
/// This is a complete adapter for a framework whose messages are plain structs:
///
/// ```
/// use http_status_info::page::{ContentLength, Engine, ErrorPage, FieldList, Response};
///
/// struct Req { method: &'static str, path: &'static str, fields: FieldList }
/// struct Res { status: u16, fields: FieldList, body: String, page: Option<ErrorPage>, has_no_page: bool }
///
/// fn with_pages(engine: &Engine, req: &Req, handler: impl Fn(&Req) -> Res) -> Res {
///     let request = engine.request(req.method, req.path, &req.fields);
///     let mut res = handler(req);
///     let length = ContentLength::Known(res.body.len() as u64);
///     let response =
///         Response { status: res.status, fields: &res.fields, length, has_no_page: res.has_no_page };
///     let Some(mut selected) = engine.select(&request, response) else { return res };
///     if selected.wants_text() {
///         selected.set_text(res.body.as_bytes());
///     }
///     let page = selected.with_page(res.page.take()).write(&mut res.fields);
///     res.has_no_page = page.no_page.is_some();
///     res.body = if request.is_head() { String::new() } else { page.content };
///     res
/// }
///
/// let fields = FieldList::new().with("accept", "text/plain");
/// let req = Req { method: "GET", path: "/", fields };
/// let res = with_pages(&Engine::DEFAULT, &req, |_| Res {
///     status: 404, fields: FieldList::new(), body: String::new(), page: None, has_no_page: false,
/// });
/// assert!(res.body.starts_with("404 Not Found\n"));
/// assert!(res.fields.iter().any(|line| line == ("content-type", "text/plain; charset=utf-8")));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Engine {
    options: Options,
}

impl Engine {
    /// An engine with the default options.
    pub const DEFAULT: Self = Self { options: Options::new() };

    /// Makes an engine with options.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self { options }
    }

    /// Reads the parts of a request that its error page depends on.
    ///
    /// [`Options::skip`] gets `method` and `path`. Call this method for every request: it allocates
    /// nothing but copies of field values.
    #[inline]
    #[must_use]
    pub fn request<V: AsRef<[u8]>>(
        &self,
        method: &str,
        path: &str,
        fields: &impl Fields<Value = V>,
    ) -> Request<V> {
        Request::read(&self.options, method, path, fields)
    }

    /// Tells whether a response with this status can get a page: whether it is from 400 to 599. An
    /// adapter need not call [`select`](Self::select) for other responses.
    ///
    /// ```
    /// use http_status_info::page::Engine;
    ///
    /// assert!(Engine::may_replace(400) && Engine::may_replace(599));
    /// assert!(!Engine::may_replace(399) && !Engine::may_replace(600));
    /// ```
    #[inline]
    #[must_use]
    pub const fn may_replace(status: u16) -> bool {
        matches!(status, 400..=599)
    }

    /// Tells whether [`Options::statuses`] or [`Options::skip`] exclude every response to this
    /// request with this status. An adapter that makes responses itself asks this first.
    ///
    /// ```
    /// use http_status_info::page::{Engine, FieldList, Options};
    ///
    /// let engine = Engine::new(Options::new().statuses(400..=499).skip(|_method, path| path == "/health"));
    /// let [shop, health] = ["/shop", "/health"].map(|path| engine.request("GET", path, &FieldList::new()));
    /// assert!(!engine.excludes(&shop, 404));
    /// assert!(engine.excludes(&shop, 500) && engine.excludes(&health, 404));
    /// ```
    #[must_use]
    pub fn excludes<V>(&self, request: &Request<V>, status: u16) -> bool {
        !self.options.is_for(status) || request.is_skipped
    }

    /// Selects a response that gets a page. `None` means that the response stays unchanged.
    ///
    /// A response gets a page if its status is among [`Options::statuses`], and if it has no
    /// content or a framework's text that [`Options::framework_texts`] replaces. These responses
    /// stay unchanged:
    ///
    /// - responses to a request that [`Options::skip`] excludes;
    /// - responses with the opt-out marker [`NoPage`](crate::page::NoPage);
    /// - gRPC responses, and responses without content to gRPC requests.
    ///
    /// A response to HEAD can have the `Content-Length` of the response to GET (RFC 9110 §8.6). This
    /// length counts. A stripped response without `Content-Length` counts as a stream if it has a
    /// `Content-Type`, and as bare otherwise.
    ///
    /// ```
    /// use http_status_info::page::{ContentLength, Engine, FieldList, Response};
    ///
    /// let engine = Engine::DEFAULT;
    /// let [get, head] = ["GET", "HEAD"].map(|method| engine.request(method, "/", &FieldList::new()));
    /// let response = |fields, length| Response { status: 404, fields, length, has_no_page: false };
    ///
    /// let none = FieldList::new();
    /// assert!(engine.select(&get, response(&none, ContentLength::Known(0))).is_some());
    /// assert!(engine.select(&get, response(&none, ContentLength::Known(120))).is_none());
    /// assert!(engine.select(&get, response(&none, ContentLength::Unknown)).is_none());
    ///
    /// // The response to GET has content.
    /// let long = FieldList::new().with("content-length", "120");
    /// assert!(engine.select(&head, response(&long, ContentLength::Stripped)).is_none());
    /// ```
    #[must_use]
    pub fn select<'a, V: AsRef<[u8]>>(
        &'a self,
        request: &'a Request<V>,
        response: Response<'_, impl Fields>,
    ) -> Option<Selected<'a>> {
        let (options, status) = (&self.options, response.status);
        let text = response::replaced_text(options, request, response)?;
        Some(Selected {
            options,
            status,
            is_head: request.is_head(),
            text,
            choice: request.choice(options),
            request_id: request.id(),
            error: None,
        })
    }
}
