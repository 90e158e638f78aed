//! The opt-out marker.

/// Opts a response out of error pages, whatever its status.
///
/// Put this marker into the extensions of the response. If a framework's responses have no
/// extensions, see the docs of its adapter. An adapter passes the marker to the engine:
///
/// ```
/// use http_status_info::page::{ContentLength, Engine, FieldList, Response};
///
/// let (engine, fields) = (Engine::DEFAULT, FieldList::new());
/// let request = engine.request("GET", "/health", &fields);
/// let length = ContentLength::Known(0);
/// let marked = Response { status: 503, fields: &fields, length, has_no_page: true };
/// assert!(engine.select(&request, marked).is_none());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoPage;
