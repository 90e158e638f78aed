//! The languages of pages.

use crate::status::{Class, fallback, status_info};

/// A language of pages: its tag, its labels, and its messages for statuses.
///
/// English is built in. An application can add languages of its own:
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
/// // A code without a message of its own gets the text of its class (RFC 9110 §15).
/// let message = GERMAN.message(410).unwrap();
/// assert_eq!(message.name(), "Client-Fehler");
/// assert_eq!(message.text(), "Die Anfrage war nicht zu verstehen.");
/// ```
///
/// If the language has a message neither for the code nor for its class, the page is in English.
/// Its labels, `lang` and `Content-Language` are English too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    tag: &'static str,
    is_right_to_left: bool,
    messages: &'static [Message],
    pub(in crate::page) labels: Labels,
}

/// The labels on a page. No label changes with a number, as a plural would.
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

/// The name of a status in a language, and the text for the visitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message {
    code: u16,
    name: &'static str,
    text: &'static str,
}

impl Message {
    /// Makes the message for a code.
    ///
    /// `name` is the reason phrase in the language, `text` a sentence or two for the visitor. Both
    /// are plain text, which pages escape: see [`write_html`](crate::page::write_html).
    #[must_use]
    pub const fn new(code: u16, name: &'static str, text: &'static str) -> Self {
        Self { code, name, text }
    }

    /// Returns the name of the status in the language.
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
    ($($label:ident: $role:literal)+) => {$(
        #[doc = concat!("Sets the label ", $role, ".")]
        #[must_use]
        pub const fn $label(mut self, label: &'static str) -> Self {
            self.labels.$label = label;
            self
        }
    )+};
}

impl Language {
    /// English, with the messages of the documents.
    pub const ENGLISH: &Self = &Self::new("en", &[]);

    /// Makes a language from its tag (RFC 5646) and its messages.
    ///
    /// Include messages for 400 and 500: their texts are the fallback for other codes of the same
    /// class. The labels are English by default.
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

    /// Marks the language as written from right to left.
    #[must_use]
    pub const fn right_to_left(mut self) -> Self {
        self.is_right_to_left = true;
        self
    }

    labels! {
        home: "of the link to the home page"
        contact: "of the contact"
        try_again_in: "before a delay, such as `2 min`"
        try_again_after: "before the date after which a client may try again"
        methods: "before the methods that the resource allows"
        authentication: "before the authentication schemes that the server asks for"
        length: "before the complete length of a file, at 416"
        request: "before the id of the request"
        client_error: "that is the name of a status from 400 to 499 without a message"
        server_error: "that is the name of a status from 500 to 599 without a message"
    }

    /// Returns the language tag.
    #[must_use]
    pub const fn tag(&self) -> &'static str {
        self.tag
    }

    /// Returns the value of the HTML attribute `dir`: `ltr` or `rtl`.
    #[must_use]
    pub const fn direction(&self) -> &'static str {
        if self.is_right_to_left { "rtl" } else { "ltr" }
    }

    /// Returns the message for a code, or the message for the class of an error.
    ///
    /// The message for a class has the label of the class as its name, and the text of 400 or 500.
    /// `None` means that the language has neither message. Pages for the code are then in English.
    ///
    /// A language whose tag is `en`, or begins with `en-`, has the messages of the documents in
    /// addition to its own.
    #[must_use]
    pub fn message(&self, code: u16) -> Option<Message> {
        let find = |code| self.messages.iter().find(|message| message.code == code);
        if let Some(message) = find(code) {
            return Some(*message);
        }
        if self.is_english() {
            return Some(self.english_message(code));
        }
        let class = find(code / 100 * 100).filter(|_| matches!(code, 400..=599))?;
        Some(Message::new(code, self.class_label(code), class.text))
    }

    /// The language and the message of a page. The fallback is English, if the language has no
    /// message for the code.
    pub(in crate::page) fn of_page(language: Option<&Self>, code: u16) -> (&Self, Message) {
        let language = language.unwrap_or(Self::ENGLISH);
        match language.message(code) {
            Some(message) => (language, message),
            None => (Self::ENGLISH, Self::ENGLISH.english_message(code)),
        }
    }

    /// The message of the document.
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
