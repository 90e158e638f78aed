//! The pages for the browser: each status for visitors and for developers, and each part of a
//! page.

use http_status_info::page::{Audience, ErrorPage, Language, Options};

use crate::answered::{Answered, Line, answer};
use crate::languages::{ARABIC, GERMAN};
use crate::{REQUEST_ID, statuses};

/// The subject of a sample.
#[derive(Clone, Copy)]
pub enum Kind {
    /// A status for visitors, with default options.
    Visitors,
    /// A status for developers.
    Developers,
    /// A part of a page.
    Part,
    /// A fragment in a page of the application.
    Fragment,
}

impl Kind {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Visitors => "visitors",
            Self::Developers => "developers",
            Self::Part => "part",
            Self::Fragment => "fragment",
        }
    }
}

/// A page to write.
pub struct Sample {
    pub name: String,
    pub code: u16,
    pub kind: Kind,
    options: Options,
    request_fields: Vec<Line<'static>>,
    response_fields: Vec<Line<'static>>,
    page: Option<ErrorPage>,
}

impl Sample {
    fn new(code: u16, name: &str, kind: Kind) -> Self {
        let name = format!("{code}.{name}");
        let options = Options::new().request_id(REQUEST_ID.0);
        Self {
            name,
            code,
            kind,
            options,
            request_fields: Vec::new(),
            response_fields: Vec::new(),
            page: None,
        }
    }

    fn part(code: u16, name: &str) -> Self {
        Self::new(code, name, Kind::Part)
    }

    fn with(mut self, set: impl FnOnce(Options) -> Options) -> Self {
        self.options = set(self.options);
        self
    }

    fn response_field(mut self, name: &'static str, value: &'static str) -> Self {
        self.response_fields.push((name, value));
        self
    }

    fn detail(mut self, detail: &'static str) -> Self {
        self.page = Some(ErrorPage::from_code(self.code).with_detail(detail));
        self
    }

    fn language(self, language: &'static Language) -> Self {
        self.with(|options| options.languages([language]))
    }

    fn fragment(mut self) -> Self {
        self.kind = Kind::Fragment;
        self.request_fields.push(("hx-request", "true"));
        self.with(|options| options.fragments(true))
    }

    /// Makes the response with the page.
    pub fn answer(&self) -> Answered {
        answer(&self.options, self.code, &self.request_fields, &self.response_fields, self.page.clone())
    }

    /// Puts a fragment into a page of an application. Returns any other page unchanged.
    pub fn in_application(&self, content: &str) -> String {
        match self.kind {
            Kind::Fragment => format!(
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
                 <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
                 <title>Orders</title>\n</head>\n<body>\n<main>\n<h1>Orders</h1>\n\
                 <p>A page of the application, with a part that could not be loaded.</p>\n\
                 {content}</main>\n</body>\n</html>\n"
            ),
            _ => content.to_owned(),
        }
    }
}

/// All samples.
pub fn all() -> Vec<Sample> {
    let of_audience = |name, kind, audience| {
        statuses().map(move |status| {
            Sample::new(status.code(), name, kind).with(|options| options.audience(audience))
        })
    };
    let mut samples: Vec<_> = of_audience("visitors", Kind::Visitors, Audience::Visitors).collect();
    samples.extend(of_audience("developers", Kind::Developers, Audience::Developers));
    samples.extend(facts());
    samples.extend(options());
    samples.extend(texts());
    samples
}

/// Facts from the header fields of a response.
fn facts() -> [Sample; 10] {
    const DATE: &str = "Fri, 31 Dec 2027 23:59:59 GMT";
    let part = |code, name, field, value| Sample::part(code, name).response_field(field, value);
    [
        part(401, "schemes", "www-authenticate", "Basic realm=\"a\"")
            .response_field("www-authenticate", "Bearer"),
        part(405, "methods", "allow", "GET, HEAD, OPTIONS"),
        part(416, "length", "content-range", "bytes */47022"),
        part(429, "seconds", "retry-after", "120"),
        part(429, "date", "retry-after", DATE),
        part(503, "seconds", "retry-after", "86400"),
        part(503, "date", "retry-after", DATE),
        part(500, "request", REQUEST_ID.0, REQUEST_ID.1),
        part(429, "arabic", "retry-after", "120").language(&ARABIC),
        part(429, "german", "retry-after", DATE).language(&GERMAN),
    ]
}

/// Options of an application.
fn options() -> [Sample; 10] {
    let part = |name| Sample::part(404, name);
    [
        part("brand").with(|options| options.brand("Example Books")),
        part("contact-mail").with(|options| options.contact("help@example.com")),
        part("contact-link").with(|options| options.contact("/contact?from=404&why=lost")),
        part("contact-text").with(|options| options.contact("Call the front desk, room 12")),
        part("no-home").with(|options| options.home("")),
        part("german").language(&GERMAN),
        part("arabic").language(&ARABIC).with(site),
        part("arabic-for-developers")
            .language(&ARABIC)
            .with(|options| options.audience(Audience::Developers)),
        Sample::part(471, "undocumented"),
        Sample::part(512, "undocumented"),
    ]
}

/// Texts of an application: long ones and hostile ones.
fn texts() -> [Sample; 11] {
    const LONG: &str = "ThisIsOneWordOfAnApplicationThatDoesNotEndBeforeTheEdgeOfTheScreenOfAnyTelephone/\
                        and/a/path/that/goes/on/and/on/and/on/and/on/and/on";
    const HOSTILE: &str = "</p></main><script>alert(1)</script><style>*{display:none}</style>\
                           <p style=\"color:red\" onclick='alert(2)'>&amp;\u{202e}\u{0}";
    const ADVICE: &str =
        "Orders can be read, not changed. An order that was sent can be taken back by mail only.";
    let hostile = |options: Options| options.brand(HOSTILE).contact(HOSTILE).home("javascript:alert(3)");
    let all = |name| {
        let sample = Sample::part(405, name).with(site).detail(ADVICE).response_field("allow", "GET, HEAD");
        sample.response_field("retry-after", "3600").response_field(REQUEST_ID.0, REQUEST_ID.1)
    };
    [
        Sample::part(404, "shop").with(site).detail("We have no book with the number 7."),
        Sample::part(409, "detail").detail("This name is taken."),
        Sample {
            page: Some(ErrorPage::from_code(403).with_title("Out of <credit>")),
            ..Sample::part(403, "title")
        },
        Sample::part(409, "detail-arabic").detail("هذا الاسم مأخوذ بالفعل."),
        Sample::part(413, "long")
            .detail(LONG)
            .language(&GERMAN)
            .with(|options| options.brand(LONG).contact(LONG)),
        Sample::part(409, "hostile").detail(HOSTILE).with(hostile),
        all("all"),
        all("all-for-developers").with(|options| options.audience(Audience::Developers)),
        all("fragment").fragment(),
        Sample::part(409, "fragment-hostile").detail(HOSTILE).fragment(),
        Sample::part(429, "fragment-arabic").response_field("retry-after", "7").language(&ARABIC).fragment(),
    ]
}

fn site(options: Options) -> Options {
    options.brand("Example Books").contact("help@example.com")
}
