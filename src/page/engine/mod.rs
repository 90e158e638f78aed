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

/// Decides everything about error pages, for the authors of an adapter to another framework.
///
/// An adapter translates between the types of its framework and those here:
///
/// 1. Implement [`Fields`] for the framework's header fields of a request, and
///    [`FieldsMut`](crate::page::FieldsMut) for those of a response.
/// 2. Call [`request`](Self::request) before the application gets the request.
/// 3. Call [`select`](Self::select) with the response. `None` means that it stays as it is.
/// 4. If [`Selected::wants_text`], read the content and hand it to [`Selected::set_text`].
/// 5. Call [`Selected::with_page`] with the [`ErrorPage`](crate::page::ErrorPage) that a handler
///    attached to the response, and then [`Selected::write`].
/// 6. Send the content, unless [`Request::is_head`], and put the marker on the response.
///
/// This is a complete adapter, for a framework whose messages are plain structs:
///
/// ```
/// use http_status_info::page::{ContentLength, Engine, ErrorPage, FieldList, Response};
///
/// struct Asked { method: &'static str, path: &'static str, fields: FieldList }
/// struct Answer { status: u16, fields: FieldList, body: String, page: Option<ErrorPage>, has_no_page: bool }
///
/// fn with_pages(engine: &Engine, asked: &Asked, handle: impl Fn(&Asked) -> Answer) -> Answer {
///     let request = engine.request(asked.method, asked.path, &asked.fields);
///     let mut answer = handle(asked);
///     let length = ContentLength::Known(answer.body.len() as u64);
///     let response =
///         Response { status: answer.status, fields: &answer.fields, length, has_no_page: answer.has_no_page };
///     let Some(mut selected) = engine.select(&request, response) else { return answer };
///     if selected.wants_text() {
///         selected.set_text(answer.body.as_bytes());
///     }
///     let page = selected.with_page(answer.page.take()).write(&mut answer.fields);
///     answer.has_no_page = page.no_page.is_some();
///     answer.body = if request.is_head() { String::new() } else { page.content };
///     answer
/// }
///
/// let fields = FieldList::new().with("accept", "text/plain");
/// let asked = Asked { method: "GET", path: "/", fields };
/// let answer = with_pages(&Engine::DEFAULT, &asked, |_| Answer {
///     status: 404, fields: FieldList::new(), body: String::new(), page: None, has_no_page: false,
/// });
/// assert!(answer.body.starts_with("404 Not Found\n"));
/// assert!(answer.fields.iter().any(|line| line == ("content-type", "text/plain; charset=utf-8")));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Engine {
    options: Options,
}

impl Engine {
    /// The engine with the default options.
    pub const DEFAULT: Self = Self { options: Options::new() };

    /// Makes an engine with options.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self { options }
    }

    /// Remembers the parts of a request that its error page depends on. The path is the one that
    /// [`Options::skip`] gets.
    ///
    /// Call this for every request: it allocates nothing but copies of field values.
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

    /// Tells whether a response with this status can get a page at all: whether it is one from
    /// 400 to 599. All others need no [`select`](Self::select).
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

    /// Tells whether the options leave every response with this status to this request as it is,
    /// by [`Options::statuses`] or by [`Options::skip`].
    #[must_use]
    pub fn leaves(&self, method: &str, path: &str, status: u16) -> bool {
        !self.options.is_for(status) || self.options.skips(method, path)
    }

    /// Selects a response that gets a page.
    ///
    /// The status of such a response is among [`Options::statuses`], and it has no content, or a
    /// framework's text that [`Options::framework_texts`] replaces. It stays as it is if the
    /// request is [skipped](Options::skip), if it carries the marker
    /// [`NoPage`](crate::page::NoPage), and if it is a gRPC response, or one without content to a
    /// gRPC request.
    ///
    /// A response to HEAD can say in `Content-Length` how much content GET would get (RFC 9110
    /// §8.6), and that counts. A stripped response without `Content-Length` counts as a stream if
    /// it has a `Content-Type`, and as bare otherwise.
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
    /// // GET would get content.
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
        let text = response::replaced(options, request, response)?;
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
