//! The expected answer.

use serde_json::Value;

use super::case::Setup;

/// The expected answer. Parts without an expectation may be anything.
#[derive(Clone, Debug)]
pub struct Expect {
    pub status: u16,
    /// Names of fields with all their lines, in order.
    pub present: Vec<(String, Vec<Vec<u8>>)>,
    pub absent: Vec<String>,
    /// Names of fields, each with a text that one of its lines contains.
    pub parts: Vec<(&'static str, &'static str)>,
    /// The members of `Vary`, on one line and in this order.
    pub vary: Option<Vec<&'static str>>,
    /// Whether the answer has no other fields than the expected ones and those that an HTTP
    /// implementation adds.
    pub is_complete: bool,
    pub content: Content,
    pub says: Vec<String>,
    pub lacks: Vec<String>,
    /// Members of a problem.
    pub members: Vec<(&'static str, Value)>,
    pub no_members: Vec<&'static str>,
    /// The greatest length, uncompressed and compressed with gzip.
    pub at_most: Option<(usize, usize)>,
    /// Whether the content is compressed with gzip.
    pub is_compressed: bool,
    /// The name of another setup, and its content before decoding, which must be the same.
    pub same_as: Option<(&'static str, Vec<u8>)>,
    /// The error of the exchange, if no answer is expected.
    pub broken: Option<&'static str>,
}

/// The expected content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    Nothing,
    Exactly(Vec<u8>),
    /// A page of this crate as HTML.
    Html,
    /// Content of the application or its framework.
    Own,
    Fragment,
    Problem,
    Text,
}

impl Content {
    /// Whether there is content, whose length a field has.
    pub fn has_length(&self) -> bool {
        !matches!(self, Self::Nothing | Self::Exactly(_))
    }
}

fn expect(status: u16, content: Content) -> Expect {
    Expect {
        status,
        present: Vec::new(),
        absent: Vec::new(),
        parts: Vec::new(),
        vary: None,
        is_complete: false,
        content,
        says: Vec::new(),
        lacks: Vec::new(),
        members: Vec::new(),
        no_members: Vec::new(),
        at_most: None,
        is_compressed: false,
        same_as: None,
        broken: None,
    }
}

/// The fields that the choice depends on, with three formats and one language.
pub const VARY: [&str; 2] = ["Accept", "Sec-Fetch-Dest"];

/// The further fields that the choice depends on, with fragments on.
pub const VARY_OF_FRAGMENTS: [&str; 3] = ["HX-Request", "HX-Request-Type", "HX-Boosted"];

/// Expects no content.
pub fn nothing(status: u16) -> Expect {
    expect(status, Content::Nothing)
}

/// Expects no answer, since the exchange breaks off.
pub fn no_answer(reason: &'static str) -> Expect {
    Expect { broken: Some(reason), ..nothing(0) }
}

/// Expects exactly these bytes.
pub fn exactly(status: u16, content: impl AsRef<[u8]>) -> Expect {
    expect(status, Content::Exactly(content.as_ref().to_vec()))
}

/// Expects a whole page.
pub fn html(status: u16) -> Expect {
    let page = expect(status, Content::Html).field("content-type", "text/html; charset=utf-8");
    page.says(format!("<h1><b>{status}</b> ")).says("</html>")
}

/// Expects content of the application or its framework.
pub fn own(status: u16, media_type: &str) -> Expect {
    expect(status, Content::Own).field("content-type", media_type).lacks("<h1><b>")
}

/// Expects a page of the application.
pub fn own_html(status: u16) -> Expect {
    own(status, "text/html; charset=utf-8")
}

/// Expects a fragment.
pub fn fragment(status: u16) -> Expect {
    let fragment = expect(status, Content::Fragment).field("content-type", "text/html; charset=utf-8");
    fragment.says(format!("<b>{status} ")).says("role=\"alert\"").lacks("<html").lacks("<h1")
}

/// Expects a problem (RFC 9457) with the status of the response.
pub fn problem(status: u16) -> Expect {
    let problem = expect(status, Content::Problem).field("content-type", "application/problem+json");
    problem.member("status", status)
}

/// Expects a page as plain text.
pub fn text(status: u16) -> Expect {
    let text = expect(status, Content::Text).field("content-type", "text/plain; charset=utf-8");
    text.says(format!("{status} ")).lacks("<h1")
}

impl Expect {
    /// Expects a field line with this value. Two calls expect two lines.
    pub fn field(mut self, name: &str, value: impl AsRef<[u8]>) -> Self {
        let value = value.as_ref().to_vec();
        match self.present.iter_mut().find(|(other, _)| other == name) {
            Some((_, lines)) => lines.push(value),
            None => self.present.push((name.to_owned(), vec![value])),
        }
        self
    }

    /// Expects no such field.
    pub fn without(mut self, name: &str) -> Self {
        self.absent.push(name.to_owned());
        self
    }

    /// Removes the expectation for a field.
    pub fn no_expectation_for(mut self, name: &str) -> Self {
        self.present.retain(|(other, _)| other != name);
        self
    }

    /// Expects a field whose value contains a text.
    pub fn containing(mut self, name: &'static str, part: &'static str) -> Self {
        self.parts.push((name, part));
        self
    }

    /// Expects the `Vary` of three formats in one language.
    pub fn varies(self) -> Self {
        self.vary(VARY)
    }

    /// Expects the `Vary` of three formats in one language, with fragments on.
    pub fn varies_with_fragments(self) -> Self {
        self.vary([&VARY[..], &VARY_OF_FRAGMENTS].concat())
    }

    pub fn vary(mut self, members: impl IntoIterator<Item = &'static str>) -> Self {
        self.vary = Some(members.into_iter().collect());
        self
    }

    pub fn and_no_other(mut self) -> Self {
        self.is_complete = true;
        self
    }

    pub fn says(mut self, text: impl Into<String>) -> Self {
        self.says.push(text.into());
        self
    }

    pub fn lacks(mut self, text: impl Into<String>) -> Self {
        self.lacks.push(text.into());
        self
    }

    pub fn member(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.members.push((name, value.into()));
        self
    }

    pub fn no_member(mut self, name: &'static str) -> Self {
        self.no_members.push(name);
        self
    }

    pub fn at_most(mut self, length: usize, compressed: usize) -> Self {
        self.at_most = Some((length, compressed));
        self
    }

    /// Expects the same bytes as in another setup.
    pub fn same_as(mut self, setup: &Setup, content: &[u8]) -> Self {
        self.same_as = Some((setup.name, content.to_vec()));
        self
    }

    pub fn compressed(mut self) -> Self {
        self.is_compressed = true;
        self.field("content-encoding", "gzip")
    }

    /// Tells whether there is an expectation for a field.
    pub fn mentions(&self, name: &str) -> bool {
        self.present.iter().any(|(other, _)| other == name)
            || self.absent.iter().any(|other| other == name)
            || self.parts.iter().any(|(other, _)| *other == name)
            || (name == "vary" && self.vary.is_some())
    }
}
