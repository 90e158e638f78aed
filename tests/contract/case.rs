//! A row of the contract: the request, the response of the application, and the expected answer. A
//! row has no type of a framework, so that every framework can run it.

use http_status_info::page::Options;

use super::exceptions::Exception;
use super::expect::Expect;
use super::given::Given;

/// A row. `G` is the application behind the error pages: a [`Given`] response, which every framework
/// can make, or something that only one framework has, such as routes.
#[derive(Clone, Debug)]
pub struct Case<G = Given> {
    pub name: String,
    /// The rule that the row shows, one of `rules::RULES`.
    pub rule: &'static str,
    pub options: fn() -> Options,
    pub request: Request,
    pub given: G,
    pub expect: Expect,
    pub exceptions: Vec<Exception>,
}

/// A setup that runs rows: a framework, a place of the pages, and a transport.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setup {
    pub name: &'static str,
    pub place: Place,
    /// Whether a client and a server talk over TCP. Otherwise, the test calls the service.
    pub is_over_connection: bool,
}

/// The place of the error pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Between the framework's routing and the handlers.
    Inside,
    /// Around the whole framework.
    Around,
}

impl Setup {
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

/// Makes a row with the default options.
pub fn row<G>(name: impl Into<String>, request: Request, given: G, expect: Expect) -> Case<G> {
    let name = name.into();
    Case { name, rule: "", options: Options::new, request, given, expect, exceptions: Vec::new() }
}

/// Makes a row whose response stays unchanged.
pub fn untouched(name: impl Into<String>, request: Request, given: Given) -> Case {
    let expect = given.unchanged();
    row(name, request, given, expect)
}

/// Adds a rule to the rows that show it.
pub fn rule<G>(rule: &'static str, rows: impl IntoIterator<Item = Case<G>>) -> Vec<Case<G>> {
    rows.into_iter().map(|row| Case { rule, ..row }).collect()
}

impl<G> Case<G> {
    pub fn options(mut self, options: fn() -> Options) -> Self {
        self.options = options;
        self
    }

    /// Replaces the expectation in some setups, for a reason. Of two exceptions for one setup, the later
    /// one counts. The row fails if an earlier expectation holds as well.
    pub fn but(mut self, on: fn(&Setup) -> bool, reason: &'static str, expect: Expect) -> Self {
        self.exceptions.push(Exception { on, reason, expect });
        self
    }

    /// The same row with HEAD.
    pub fn with_head(&self) -> Self
    where
        G: Clone,
    {
        Self { request: Request { method: "HEAD", ..self.request.clone() }, ..self.clone() }
    }
}

/// A request without content.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: &'static str,
    pub path: &'static str,
    /// The field lines, in order. Values need not be UTF-8.
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

/// A request of a program.
pub fn program() -> Request {
    get().accepting("application/json")
}

/// A request from a terminal.
pub fn terminal() -> Request {
    get().accepting("text/plain")
}

/// A request of htmx.
pub fn htmx() -> Request {
    get().with("hx-request", "true")
}

/// Options with fragments on.
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
