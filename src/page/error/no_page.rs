//! The marker of a response that is to stay as it is.

/// Keeps a response as it is, whatever its status.
///
/// Put it into the extensions of the response, or see the docs of the adapter for a framework
/// whose responses have none. An adapter hands it to the engine:
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
