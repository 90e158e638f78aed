//! A row of the contract: what a client sends, what the application answers, and what
//! the client gets. No framework's type is in it, so that every framework can be held to
//! the same rows.

use http_status_info::page::Options;

use super::exceptions::Exception;
use super::expect::Expect;
use super::given::Given;

/// A row. `G` is what stands behind the error pages: a [`Given`] response, which every
/// framework can make, or what only one framework has, such as routes.
#[derive(Clone, Debug)]
pub struct Case<G = Given> {
    pub name: String,
    /// The rule that it shows, one of `rules::RULES`.
    pub rule: &'static str,
    pub options: fn() -> Options,
    pub request: Request,
    pub given: G,
    pub expect: Expect,
    pub exceptions: Vec<Exception>,
}

/// How a row is driven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    pub name: &'static str,
    pub place: Place,
    /// Whether a server and a client talk over TCP, rather than functions to each other.
    pub is_over_connection: bool,
}

/// Where the error pages stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Between the framework's routing and the handlers.
    Inside,
    /// Around all of the framework.
    Around,
}

impl Way {
    pub fn is_inside(&self) -> bool {
        self.place == Place::Inside
    }

    pub fn is_around(&self) -> bool {
        self.place == Place::Around
    }

    pub fn is_over_connection(&self) -> bool {
        self.is_over_connection
    }
}

/// Makes a row, for the options that need not be set.
pub fn row<G>(name: impl Into<String>, request: Request, given: G, expect: Expect) -> Case<G> {
    let name = name.into();
    Case { name, rule: "", options: Options::new, request, given, expect, exceptions: Vec::new() }
}

/// Makes a row whose response is to stay as it is.
pub fn untouched(name: impl Into<String>, request: Request, given: Given) -> Case {
    let expect = given.unchanged();
    row(name, request, given, expect)
}

/// The rows that show a rule.
pub fn rule<G>(rule: &'static str, rows: impl IntoIterator<Item = Case<G>>) -> Vec<Case<G>> {
    rows.into_iter().map(|row| Case { rule, ..row }).collect()
}

impl<G> Case<G> {
    pub fn options(mut self, options: fn() -> Options) -> Self {
        self.options = options;
        self
    }

    /// Replaces the expectation in some ways, for a reason. Where two exceptions are for one
    /// way, the later one counts. The row fails if an earlier expectation holds as well.
    pub fn but(mut self, on: fn(&Way) -> bool, reason: &'static str, expect: Expect) -> Self {
        self.exceptions.push(Exception { on, reason, expect });
        self
    }

    /// The same with HEAD.
    pub fn with_head(&self) -> Self
    where
        G: Clone,
    {
        Self { request: Request { method: "HEAD", ..self.request.clone() }, ..self.clone() }
    }
}

/// What a client sends. Never any content.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: &'static str,
    pub path: &'static str,
    /// The lines of the header, with repeats; not all values are text.
    pub fields: Vec<(String, Vec<u8>)>,
}

pub fn get() -> Request {
    request("GET")
}

pub fn head() -> Request {
    request("HEAD")
}

pub fn request(method: &'static str) -> Request {
    Request { method, path: "/", fields: Vec::new() }
}

/// What programs send.
pub fn program() -> Request {
    get().accepting("application/json")
}

/// What somebody sends who reads in a terminal.
pub fn terminal() -> Request {
    get().accepting("text/plain")
}

/// What htmx sends.
pub fn htmx() -> Request {
    get().with("hx-request", "true")
}

/// Options with which htmx gets fragments.
pub fn fragments() -> Options {
    Options::new().fragments(true)
}

impl Request {
    pub fn at(mut self, path: &'static str) -> Self {
        self.path = path;
        self
    }

    pub fn with(mut self, name: &str, value: impl AsRef<[u8]>) -> Self {
        self.fields.push((name.to_owned(), value.as_ref().to_vec()));
        self
    }

    pub fn accepting(self, value: impl AsRef<[u8]>) -> Self {
        self.with("accept", value)
    }

    pub fn in_language(self, value: impl AsRef<[u8]>) -> Self {
        self.with("accept-language", value)
    }
}
