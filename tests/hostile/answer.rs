//! A request and the bare error that answers it, sent through the real layer.

use std::convert::Infallible;
use std::fmt::Debug;
use std::pin::pin;
use std::str;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http::{Method, Request, Response, Uri};
use http_body_util::{BodyExt, Full};
use http_status_info::adapter::tower::ErrorPagesLayer;
use http_status_info::fallback;
use http_status_info::page::{Audience, ErrorPage, Format, Language, Options};
use hyper::body::Body;
use tower::{Layer, Service, service_fn};

use crate::entries::ID;

/// What a client is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Page,
    Fragment,
    Problem,
    Text,
}

impl Form {
    pub const ALL: [Self; 4] = [Self::Page, Self::Fragment, Self::Problem, Self::Text];

    pub const fn format(self) -> Format {
        match self {
            Self::Page | Self::Fragment => Format::Html,
            Self::Problem => Format::Problem,
            Self::Text => Format::Text,
        }
    }
}

/// A request, the options, and what the application says.
#[derive(Clone, Debug)]
pub struct Case {
    pub options: Options,
    pub path: Uri,
    pub asked: HeaderMap,
    pub code: u16,
    pub said: HeaderMap,
    pub page: Option<ErrorPage>,
    pub body: Full<Bytes>,
}

/// What came back.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    pub fields: HeaderMap,
    pub content: String,
}

impl Case {
    pub fn of(code: u16) -> Self {
        Self {
            options: Options::new().request_id(ID).skip(|_, path| path == "/skipped"),
            path: Uri::from_static("/"),
            asked: HeaderMap::new(),
            code,
            said: HeaderMap::new(),
            page: None,
            body: Full::default(),
        }
    }

    /// Sets what a handler says.
    pub fn page(mut self, value: &[u8], set: impl FnOnce(ErrorPage, String) -> ErrorPage) -> Option<Self> {
        let page = ErrorPage::new(fallback(self.code));
        self.page = Some(set(page, str::from_utf8(value).ok()?.to_owned()));
        Some(self)
    }

    /// Sets what the application says about itself.
    pub fn option(mut self, value: &[u8], set: impl FnOnce(Options, String) -> Options) -> Option<Self> {
        self.options = set(self.options, str::from_utf8(value).ok()?.to_owned());
        Some(self)
    }

    /// Sets the only language.
    pub fn language(mut self, value: &[u8], make: impl FnOnce(&'static str) -> Language) -> Option<Self> {
        let language: &'static Language =
            Box::leak(Box::new(make(str::from_utf8(value).ok()?.to_owned().leak())));
        self.options = self.options.languages([language]);
        Some(self)
    }

    /// Sets a field of the response, if it can have the value.
    pub fn say(mut self, name: HeaderName, value: &[u8]) -> Option<Self> {
        self.said.insert(name, HeaderValue::from_bytes(value).ok()?);
        Some(self)
    }

    /// Sets a field of the request, if it can have the value.
    pub fn ask(mut self, name: HeaderName, value: &[u8]) -> Option<Self> {
        self.asked.insert(name, HeaderValue::from_bytes(value).ok()?);
        Some(self)
    }

    /// Sets the path, if it can be one.
    pub fn at(mut self, value: &[u8]) -> Option<Self> {
        self.path = Uri::try_from([b"/", value].concat()).ok()?;
        Some(self)
    }

    /// Makes this one that gets a form of page. Where the value of `Accept` is what is
    /// tried out, the form is that of clients who do not say what they want.
    pub fn in_form(mut self, form: Form, audience: Audience) -> Self {
        self.options = self.options.audience(audience);
        if form == Form::Fragment {
            self.asked.insert("hx-request", HeaderValue::from_static("true"));
            self.options = self.options.fragments(true);
        } else if self.asked.contains_key(header::ACCEPT) {
            self.options = self.options.default_format(form.format());
        } else {
            self.asked.insert(header::ACCEPT, HeaderValue::from_static(form.format().media_type()));
        }
        self
    }

    /// Sends it.
    pub fn send(&self) -> Answer {
        self.send_by(&Method::GET)
    }

    /// Sends it with a method.
    pub fn send_by(&self, method: &Method) -> Answer {
        self.send_to(self.layer().layer(self.inner()), method)
    }

    /// Sends it once for each kind of body, and as HEAD: all get the same.
    pub fn send_each_way(&self) -> Answer {
        let answer = self.send();
        let same_body = self.layer().same_body().layer(self.inner());
        assert_eq!(answer, self.send_to(same_body, &Method::GET));
        let head = self.send_by(&Method::HEAD);
        assert_eq!(head.content, "");
        // A type without content is, for HEAD, what is left of content of the application's.
        if !self.said.contains_key(header::CONTENT_TYPE) || self.body.size_hint().exact() != Some(0) {
            assert_eq!(head.fields, answer.fields);
        }
        answer
    }

    /// Sends it through a layer with these options first.
    pub fn send_twice(&self, options: Options) -> Answer {
        let inner = ErrorPagesLayer::with_options(options).layer(self.inner());
        self.send_to(self.layer().layer(inner), &Method::GET)
    }

    fn layer(&self) -> ErrorPagesLayer {
        ErrorPagesLayer::with_options(self.options.clone())
    }

    /// The bare error.
    pub fn bare(&self) -> Response<Full<Bytes>> {
        let mut response = Response::new(self.body.clone());
        *response.status_mut() = self.code.try_into().unwrap();
        *response.headers_mut() = self.said.clone();
        self.page.clone().map(|page| response.extensions_mut().insert(page));
        response
    }

    /// A service that answers so.
    fn inner(&self) -> impl Service<Request<()>, Response = Response<Full<Bytes>>, Error = Infallible> {
        service_fn(async |_: Request<()>| Ok(self.bare()))
    }

    fn send_to<S, B>(&self, mut service: S, method: &Method) -> Answer
    where
        S: Service<Request<()>, Response = Response<B>, Error = Infallible>,
        B: Body<Data = Bytes, Error: Debug>,
    {
        let mut request = Request::builder().method(method).uri(&self.path).body(()).unwrap();
        *request.headers_mut() = self.asked.clone();
        let Ok(response) = at_once(service.call(request));
        let (head, body) = response.into_parts();
        assert_eq!(head.status, self.code);
        let exact = body.size_hint().exact();
        let content = at_once(body.collect()).unwrap().to_bytes();
        assert_eq!(exact, Some(content.len() as u64));
        Answer { fields: head.headers, content: String::from_utf8(content.into()).unwrap() }
    }
}

/// What a future yields that never waits.
fn at_once<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("waits"),
    }
}
