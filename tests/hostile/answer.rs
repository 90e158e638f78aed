//! A request and the bare error of the application, sent through the real layer.

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

/// The form of a page.
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

/// A request, the options, and the response of the application.
#[derive(Clone, Debug)]
pub struct Case {
    pub options: Options,
    pub path: Uri,
    pub request_fields: HeaderMap,
    pub code: u16,
    pub response_fields: HeaderMap,
    pub page: Option<ErrorPage>,
    pub body: Full<Bytes>,
}

/// The answer that the client gets.
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
            request_fields: HeaderMap::new(),
            code,
            response_fields: HeaderMap::new(),
            page: None,
            body: Full::default(),
        }
    }

    /// Sets a part of the handler's page.
    pub fn page(mut self, value: &[u8], set: impl FnOnce(ErrorPage, String) -> ErrorPage) -> Option<Self> {
        let page = ErrorPage::new(fallback(self.code));
        self.page = Some(set(page, str::from_utf8(value).ok()?.to_owned()));
        Some(self)
    }

    /// Sets an option.
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

    /// Sets a field of the response, if the value is valid.
    pub fn with_response_field(mut self, name: HeaderName, value: &[u8]) -> Option<Self> {
        self.response_fields.insert(name, HeaderValue::from_bytes(value).ok()?);
        Some(self)
    }

    /// Sets a field of the request, if the value is valid.
    pub fn with_request_field(mut self, name: HeaderName, value: &[u8]) -> Option<Self> {
        self.request_fields.insert(name, HeaderValue::from_bytes(value).ok()?);
        Some(self)
    }

    /// Sets the path, if it is valid.
    pub fn at(mut self, value: &[u8]) -> Option<Self> {
        self.path = Uri::try_from([b"/", value].concat()).ok()?;
        Some(self)
    }

    /// Makes the case get a form of page. If the case tries values of `Accept`, the form is the default
    /// format.
    pub fn in_form(mut self, form: Form, audience: Audience) -> Self {
        self.options = self.options.audience(audience);
        if form == Form::Fragment {
            self.request_fields.insert("hx-request", HeaderValue::from_static("true"));
            self.options = self.options.fragments(true);
        } else if self.request_fields.contains_key(header::ACCEPT) {
            self.options = self.options.default_format(form.format());
        } else {
            self.request_fields.insert(header::ACCEPT, HeaderValue::from_static(form.format().media_type()));
        }
        self
    }

    /// Sends the request with GET.
    pub fn send(&self) -> Answer {
        self.send_by(&Method::GET)
    }

    /// Sends the request with a method.
    pub fn send_by(&self, method: &Method) -> Answer {
        self.send_to(self.layer().layer(self.inner()), method)
    }

    /// Sends the request with both body types, and with HEAD. All get the same answer.
    pub fn send_in_all_setups(&self) -> Answer {
        let answer = self.send();
        let same_body = self.layer().same_body().layer(self.inner());
        assert_eq!(answer, self.send_to(same_body, &Method::GET));
        let head = self.send_by(&Method::HEAD);
        assert_eq!(head.content, "");
        // For HEAD, a type without content looks like stripped content of the application.
        if !self.response_fields.contains_key(header::CONTENT_TYPE)
            || self.body.size_hint().exact() != Some(0)
        {
            assert_eq!(head.fields, answer.fields);
        }
        answer
    }

    /// Sends the request through an inner layer with the given options, too.
    pub fn send_twice(&self, options: Options) -> Answer {
        let inner = ErrorPagesLayer::with_options(options).layer(self.inner());
        self.send_to(self.layer().layer(inner), &Method::GET)
    }

    fn layer(&self) -> ErrorPagesLayer {
        ErrorPagesLayer::with_options(self.options.clone())
    }

    /// The response of the application.
    pub fn bare(&self) -> Response<Full<Bytes>> {
        let mut response = Response::new(self.body.clone());
        *response.status_mut() = self.code.try_into().unwrap();
        *response.headers_mut() = self.response_fields.clone();
        self.page.clone().map(|page| response.extensions_mut().insert(page));
        response
    }

    /// A service with the response of the application.
    fn inner(&self) -> impl Service<Request<()>, Response = Response<Full<Bytes>>, Error = Infallible> {
        service_fn(async |_: Request<()>| Ok(self.bare()))
    }

    fn send_to<S, B>(&self, mut service: S, method: &Method) -> Answer
    where
        S: Service<Request<()>, Response = Response<B>, Error = Infallible>,
        B: Body<Data = Bytes, Error: Debug>,
    {
        let mut request = Request::builder().method(method).uri(&self.path).body(()).unwrap();
        *request.headers_mut() = self.request_fields.clone();
        let Ok(response) = ready_output(service.call(request));
        let (head, body) = response.into_parts();
        assert_eq!(head.status, self.code);
        let exact = body.size_hint().exact();
        let content = ready_output(body.collect()).unwrap().to_bytes();
        assert_eq!(exact, Some(content.len() as u64));
        Answer { fields: head.headers, content: String::from_utf8(content.into()).unwrap() }
    }
}

/// The output of a future that is ready at once.
fn ready_output<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("the future is not ready"),
    }
}
