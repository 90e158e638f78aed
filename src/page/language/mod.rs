//! The languages that pages are written in.

use crate::status::{Class, fallback, status_info};

/// A language that pages can be written in: its tag, the words around the facts, and
/// the messages of the statuses.
///
/// English is built in. An application can bring its own:
///
/// ```
/// use http_status_info::page::{Language, Message};
///
/// static GERMAN: Language = Language::new("de", MESSAGES)
///     .client_error("Client-Fehler")
///     .server_error("Server-Fehler")
///     .home("Zur Startseite")
///     .try_again_in("Wieder versuchen in");
///
/// const MESSAGES: &[Message] = &[
///     Message::new(400, "Ungültige Anfrage", "Die Anfrage war nicht zu verstehen."),
///     Message::new(404, "Nicht gefunden", "Diese Seite gibt es nicht."),
///     Message::new(500, "Interner Fehler", "Hier ist etwas schiefgegangen."),
/// ];
///
/// assert_eq!(GERMAN.message(404).unwrap().text(), "Diese Seite gibt es nicht.");
/// // A code without a message of its own gets the message of its class (RFC 9110 §15).
/// let message = GERMAN.message(410).unwrap();
/// assert_eq!(message.name(), "Client-Fehler");
/// assert_eq!(message.text(), "Die Anfrage war nicht zu verstehen.");
/// ```
///
/// A page whose language has no message for the code, nor for its class, is an English page: its
/// labels, its `lang` and its `Content-Language` are English too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    tag: &'static str,
    is_right_to_left: bool,
    messages: &'static [Message],
    pub(in crate::page) labels: Labels,
}

/// The words around the facts. None of them depends on a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::page) struct Labels {
    pub(in crate::page) home: &'static str,
    pub(in crate::page) contact: &'static str,
    pub(in crate::page) try_again_in: &'static str,
    pub(in crate::page) try_again_after: &'static str,
    pub(in crate::page) methods: &'static str,
    pub(in crate::page) authentication: &'static str,
    pub(in crate::page) length: &'static str,
    pub(in crate::page) request: &'static str,
    pub(in crate::page) client_error: &'static str,
    pub(in crate::page) server_error: &'static str,
}

/// What a language says about one status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message {
    code: u16,
    name: &'static str,
    text: &'static str,
}

impl Message {
    /// Makes the message for a code: its reason phrase in the language, and a sentence
    /// or two for the visitor. Both are plain text, for which the same goes as for all other
    /// text on a page: see [`write_html`](crate::page::write_html).
    #[must_use]
    pub const fn new(code: u16, name: &'static str, text: &'static str) -> Self {
        Self { code, name, text }
    }

    /// Returns the name of the status.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the text for the visitor.
    #[must_use]
    pub const fn text(&self) -> &'static str {
        self.text
    }
}

macro_rules! labels {
    ($($label:ident: $what:literal)+) => {$(
        #[doc = concat!("Sets the label ", $what, ".")]
        #[must_use]
        pub const fn $label(mut self, label: &'static str) -> Self {
            self.labels.$label = label;
            self
        }
    )+};
}

impl Language {
    /// English, whose messages are those of the documents.
    pub const ENGLISH: &Self = &Self::new("en", &[]);

    /// Makes a language from its tag (RFC 5646) and messages. Include 400 and 500, whose texts
    /// stand in for codes of their class that have no message. The labels are English until
    /// they are set.
    #[must_use]
    pub const fn new(tag: &'static str, messages: &'static [Message]) -> Self {
        let labels = Labels {
            home: "Home page",
            contact: "Contact",
            try_again_in: "Try again in",
            try_again_after: "Try again after",
            methods: "Allowed methods",
            authentication: "Authentication",
            length: "Complete length",
            request: "Request",
            client_error: "Client Error",
            server_error: "Server Error",
        };
        Self { tag, is_right_to_left: false, messages, labels }
    }

    /// Makes this a language that is written from right to left.
    #[must_use]
    pub const fn right_to_left(mut self) -> Self {
        self.is_right_to_left = true;
        self
    }

    labels! {
        home: "of the link home"
        contact: "of the contact"
        try_again_in: "before a time to wait, such as `2 min`"
        try_again_after: "before a date when to come back"
        methods: "before the methods that the resource allows"
        authentication: "before the authentication schemes that the server asks for"
        length: "before the length of a file of which no part could be sent"
        request: "before the id of the request"
        client_error: "that names a status from 400 to 499 without a message"
        server_error: "that names a status from 500 to 599 without a message"
    }

    /// Returns the language tag.
    #[must_use]
    pub const fn tag(&self) -> &'static str {
        self.tag
    }

    /// Returns the value of the attribute `dir`, `ltr` or `rtl`.
    #[must_use]
    pub const fn direction(&self) -> &'static str {
        if self.is_right_to_left { "rtl" } else { "ltr" }
    }

    /// Returns the message for a code: its own; or else, for an error, the text of its class
    /// under the label of the class. Returns `None` where the language has neither: then pages
    /// are in English.
    ///
    /// A language whose tag is `en`, or begins with `en-`, has the messages of the documents
    /// besides its own.
    #[must_use]
    pub fn message(&self, code: u16) -> Option<Message> {
        let own = |code| self.messages.iter().find(|message| message.code == code);
        if let Some(message) = own(code) {
            return Some(*message);
        }
        if self.is_english() {
            return Some(self.english_message(code));
        }
        let class = own(code / 100 * 100).filter(|_| matches!(code, 400..=599))?;
        Some(Message::new(code, self.class_label(code), class.text))
    }

    /// The language of a page with its message: the one that was set, unless it has no message
    /// for the code.
    pub(in crate::page) fn of_page(wanted: Option<&Self>, code: u16) -> (&Self, Message) {
        let wanted = wanted.unwrap_or(Self::ENGLISH);
        match wanted.message(code) {
            Some(message) => (wanted, message),
            None => (Self::ENGLISH, Self::ENGLISH.english_message(code)),
        }
    }

    /// The message of the documents.
    fn english_message(&self, code: u16) -> Message {
        let status = status_info(code).unwrap_or_else(|| fallback(code));
        let name = if status.code() == code { status.name() } else { self.class_label(code) };
        Message::new(code, name, status.visitor().unwrap_or(status.overview()))
    }

    fn class_label(&self, code: u16) -> &'static str {
        match Class::of(code) {
            Some(Class::ClientError) => self.labels.client_error,
            _ => self.labels.server_error,
        }
    }

    fn is_english(&self) -> bool {
        let language = self.tag.split('-').next().unwrap_or_default();
        language.eq_ignore_ascii_case("en")
    }
}
