//! The choice of a language.

use http_status_info::page::{ErrorPage, Language, Message, Options};

use crate::case::{Case, get, head, row, rule};
use crate::expect::{Expect, fragment, html, problem, text};
use crate::given::bare;

static GERMAN: Language = Language::new("de", IN_GERMAN)
    .home("Zur Startseite")
    .contact("Kontakt")
    .try_again_in("Wieder versuchen in")
    .try_again_after("Wieder versuchen nach")
    .methods("Erlaubte Methoden")
    .authentication("Anmeldung")
    .length("Gesamte Länge")
    .request("Anfrage");

const IN_GERMAN: &[Message] = &[
    Message::new(400, "Ungültige Anfrage", "Die Anfrage war nicht zu verstehen."),
    Message::new(404, "Nicht gefunden", "Diese Seite gibt es nicht."),
    Message::new(500, "Interner Fehler", "Hier ist etwas schiefgegangen."),
];

static ARABIC: Language = Language::new("ar", IN_ARABIC).right_to_left().home("الرئيسية");

const IN_ARABIC: &[Message] = &[
    Message::new(400, "طلب غير صالح", "تعذر فهم الطلب."),
    Message::new(404, "غير موجود", "هذه الصفحة غير موجودة."),
    Message::new(500, "خطأ داخلي", "حدث خطأ ما."),
];

static BRAZILIAN: Language = Language::new("pt-BR", &[Message::new(404, "Não encontrado", "Não está aqui.")]);

/// French with a message for one status and for no class.
static SCARCE: Language =
    Language::new("fr", &[NOT_FOUND]).home("Accueil").request("Requête").right_to_left();

/// French with messages for the classes too.
static FRENCH: Language = Language::new("fr", IN_FRENCH)
    .home("Accueil")
    .try_again_in("Réessayer dans")
    .client_error("Erreur du client")
    .server_error("Erreur du serveur");

const NOT_FOUND: Message = Message::new(404, "Page introuvable", "Cette page n’existe pas.");

const IN_FRENCH: &[Message] = &[
    Message::new(400, "Requête incorrecte", "La requête n’a pas été comprise."),
    NOT_FOUND,
    Message::new(450, "Refusé", "Une règle de cette maison s’y oppose."),
    Message::new(500, "Erreur interne", "Quelque chose s’est mal passé."),
];

/// The application's English, with one message of its own.
static BRITISH: Language =
    Language::new("en-GB", &[Message::new(404, "Gone Astray", "Do have another look.")])
        .home("Home, sweet home");

/// English first, then German and Arabic.
pub fn in_three() -> Options {
    Options::new().languages([Language::ENGLISH, &GERMAN, &ARABIC])
}

/// Language tags, and options with these languages.
#[derive(Clone, Copy)]
struct Offered {
    tags: &'static str,
    options: fn() -> Options,
}

/// Languages with these tags, whose pages show the tag.
macro_rules! offered {
    ($($tag:literal)+) => {{
        static LANGUAGES: &[Language] = &[$(Language::new($tag, &[Message::new(404, $tag, $tag)])),+];
        Offered { tags: concat!($($tag, " "),+), options: || Options::new().languages(LANGUAGES) }
    }};
}

const MANY: Offered = offered!("en" "de" "ar" "pt-BR" "zh-Hans" "zh-Hant");

pub fn cases() -> Vec<Case> {
    [pages(), truth(), choices(), steps(), wildcards(), spellings(), defaults()].concat()
}

fn in_german() -> ErrorPage {
    ErrorPage::from_code(404).with_language(&GERMAN)
}

fn in_brazil() -> ErrorPage {
    ErrorPage::from_code(404).with_language(&BRAZILIAN)
}

fn german(page: Expect) -> Expect {
    page.field("content-language", "de").says("Nicht gefunden").says("Diese Seite gibt es nicht.")
}

fn pages() -> Vec<Case> {
    let request = || get().in_language("de");
    let arabic = html(404).field("content-language", "ar").says("<html lang=\"ar\" dir=\"rtl\">");
    let in_fragment = german(fragment(404)).says("<div role=\"alert\" lang=\"de\" dir=\"ltr\">");
    let in_json = problem(404).member("title", "Nicht gefunden").field("content-language", "de");
    let facts = bare(405).with("allow", "GET").with("retry-after", "7");
    let in_words = html(405)
        .says("Erlaubte Methoden")
        .says("Wieder versuchen in")
        .says("Die Anfrage war nicht zu verstehen.");
    let rows = [
        row(
            "HTML in German",
            request(),
            bare(404),
            german(html(404)).says("<html lang=\"de\" dir=\"ltr\">").says("Zur Startseite"),
        ),
        row("HTML in Arabic", get().in_language("ar"), bare(404), arabic.says("غير موجود").says("الرئيسية")),
        row("a problem in German", request().accepting("application/json"), bare(404), in_json),
        row("a text in German", request().accepting("text/plain"), bare(404), german(text(404))),
        row("labels in German, for a status without a message of its own", request(), facts, in_words),
        row(
            "the language of a handler, whatever the client accepts",
            get().in_language("ar"),
            bare(404).page(in_german),
            german(html(404)),
        ),
        row(
            "the language of a handler, which is not on offer",
            get(),
            bare(404).page(in_brazil),
            html(404).field("content-language", "pt-BR").says("<html lang=\"pt-BR\""),
        ),
        row(
            "the language of a handler, as a problem",
            get().accepting("application/json"),
            bare(404).page(in_german),
            problem(404).member("title", "Nicht gefunden").field("content-language", "de"),
        ),
    ];
    let as_fragment =
        row("a fragment in German", request().with("hx-request", "true"), bare(404), in_fragment);
    let as_fragment = as_fragment.options(|| in_three().fragments(true));
    let rows = rows.map(|row| row.options(in_three)).into_iter().chain([as_fragment]);
    rule("languages are found by lookup with weights", rows)
}

/// If a language has no message for the status, the page has the message of the class or is in
/// English.
fn truth() -> Vec<Case> {
    fn scarce() -> Options {
        Options::new().languages([Language::ENGLISH, &SCARCE]).fragments(true)
    }
    fn french() -> Options {
        Options::new().languages([Language::ENGLISH, &FRENCH]).fragments(true)
    }
    fn british() -> Options {
        Options::new().languages([Language::ENGLISH, &BRITISH])
    }
    let request = || get().in_language("fr");
    let english = |page: Expect| {
        page.field("content-language", "en").says("Conflict").lacks("Accueil").lacks("Requête").lacks("rtl")
    };
    let in_html = english(html(409)).says("<html lang=\"en\" dir=\"ltr\">").says("Home page");
    let in_fragment = english(fragment(409)).says("lang=\"en\" dir=\"ltr\"");
    let in_json = english(problem(409)).member("title", "Conflict");
    let of_class = |page: Expect| page.field("content-language", "fr").lacks("incorrecte");
    let with =
        |page: Expect| of_class(page).says("Erreur du client").says("La requête n’a pas été comprise.");
    let in_words = html(503).field("content-language", "fr").says("<html lang=\"fr\"");
    let in_words = in_words.says("Erreur du serveur").says("Réessayer dans").says("mal passé");
    let chosen = || bare(409).page(|| ErrorPage::from_code(409).with_language(&SCARCE));
    let rows = [
        row("no message, as HTML", request(), bare(409), in_html.clone()).options(scarce),
        row("no message, as a fragment", request().with("hx-request", "true"), bare(409), in_fragment)
            .options(scarce),
        row("no message, as a problem", request().accepting("application/json"), bare(409), in_json)
            .options(scarce),
        row("no message, as text", request().accepting("text/plain"), bare(409), english(text(409)))
            .options(scarce),
        row("no message, to HEAD", head().in_language("fr"), bare(409), in_html.clone()).options(scarce),
        row("no message, in the language of a handler", get(), chosen(), in_html),
        row("a message in the same language", request(), bare(404), french_page(html(404))).options(scarce),
        row("no message and no document", request(), bare(471), html(471).says("Client Error"))
            .options(scarce),
        row("the message of the class, as HTML", request(), bare(422), with(html(422))).options(french),
        row(
            "the message of the class, as text",
            request().accepting("text/plain"),
            bare(422),
            with(text(422)),
        )
        .options(french),
        row(
            "the message of the class, as a fragment",
            request().with("hx-request", "true"),
            bare(422),
            with(fragment(422)),
        )
        .options(french),
        row(
            "the message of the class, as a problem",
            request().accepting("application/json"),
            bare(422),
            of_class(problem(422)).member("title", "Erreur du client"),
        )
        .options(french),
        row("the message of the class, with labels", request(), bare(503).with("retry-after", "7"), in_words)
            .options(french),
        row(
            "400 has a name of its own",
            request(),
            bare(400),
            html(400).field("content-language", "fr").says("Requête incorrecte"),
        )
        .options(french),
        row("a message for a code without a document", request(), bare(450), html(450).says("Refusé"))
            .options(french),
        row(
            "the application's English",
            get().in_language("en-GB"),
            bare(404),
            html(404).field("content-language", "en-GB").says("Gone Astray").says("Home, sweet home"),
        )
        .options(british),
        row(
            "the application's English, with the other messages",
            get().in_language("en-GB"),
            bare(409),
            html(409).field("content-language", "en-GB").says("Conflict").says("Home, sweet home"),
        )
        .options(british),
    ];
    rule("a page is in the language that its fields and attributes name", rows)
}

fn french_page(page: Expect) -> Expect {
    page.field("content-language", "fr").says("<html lang=\"fr\" dir=\"rtl\">").says("Page introuvable")
}

/// A row for a field and the language on offer that it finds.
fn found(field: &[u8], offered: Offered, tag: &str) -> Case {
    let field_start = String::from_utf8_lossy(&field[..field.len().min(60)]);
    let name = format!("`{field_start}` of {}finds {tag}", offered.tags);
    let page = html(404).field("content-language", tag).says(format!("<html lang=\"{tag}\"")).says(tag);
    row(name, get().in_language(field), bare(404), page).options(offered.options)
}

fn choices() -> Vec<Case> {
    let rows = [
        ("de", "de"),
        ("DE", "de"),
        ("de-CH", "de"),
        ("en-GB", "en"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-CN", "zh-Hans"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh", "zh-Hans"),
        ("pt", "pt-BR"),
        ("pt-PT", "pt-BR"),
        ("ar-EG, en;q=0.5", "ar"),
        ("en;q=0.5, de;q=0.501", "de"),
        ("en;q=0.5, de;q=0.500", "en"),
        ("en;q=.5, de;q=.5001", "de"),
        ("fr, de;q=0.1", "de"),
        ("de-AT, de;q=0.9, en;q=0.8", "de"),
        ("*, de;q=0.5", "en"),
        ("en;q=0, *", "de"),
        ("de__DE, ;;;, ar;q=0.2", "ar"),
        ("de;q=1e0, ar;q=0.2", "ar"),
    ];
    let rows = rows.map(|(field, tag)| found(field.as_bytes(), MANY, tag)).into_iter();
    let lines = get().in_language("fr").in_language("de;q=0.9").in_language("en;q=0.1");
    let default_is_german = || Options::new().languages([&GERMAN, Language::ENGLISH]);
    let others = [
        row("repeated lines", lines, bare(404), german(html(404))).options(in_three),
        row("an empty field", get().in_language(""), bare(404), german(html(404))).options(default_is_german),
        row("no field", get(), bare(404), german(html(404))).options(default_is_german),
        row(
            "one language only",
            get().in_language("de"),
            bare(404),
            html(404).field("content-language", "en"),
        ),
        row(
            "an empty list of languages changes nothing",
            get().in_language("de"),
            bare(404),
            german(html(404)),
        )
        .options(|| in_three().languages([])),
    ];
    rule("languages are found by lookup with weights", rows.chain(others))
}

fn steps() -> Vec<Case> {
    let chinese = offered!("en" "zh-Hant-HK" "zh-Hant-TW");
    let regions = offered!("en" "zh-TW" "zh-HK");
    let norwegian = offered!("en" "nb" "no");
    let only_nb = offered!("en" "nb");
    let hebrew = offered!("en" "iw" "he");
    let german = offered!("en" "de-AT" "de-CH-1996");
    let rows = [
        ("zh-TW", chinese, "zh-Hant-TW"),
        ("zh-HK", chinese, "zh-Hant-HK"),
        ("zh-MO", chinese, "zh-Hant-HK"),
        ("zh-Hant-HK", regions, "zh-HK"),
        ("zh-Hant-TW", regions, "zh-TW"),
        ("zh-CN", regions, "en"),
        ("no", norwegian, "no"),
        ("nb-NO", norwegian, "nb"),
        ("nn", norwegian, "nb"),
        ("no", only_nb, "nb"),
        ("nn-NO", only_nb, "nb"),
        ("he", hebrew, "he"),
        ("iw-IL", hebrew, "iw"),
        ("de-CH", german, "de-CH-1996"),
        ("de-DE", german, "de-AT"),
    ];
    let rows = rows.map(|(field, offered, tag)| found(field.as_bytes(), offered, tag));
    rule("lookup finds the same tag first, then an equivalent one, then a related one", rows)
}

fn wildcards() -> Vec<Case> {
    let two = offered!("en" "de");
    let rows = [
        found(b"*, de", two, "de"),
        found(b"*, de-CH", two, "de"),
        found(b"*;q=0.5, de;q=0.5", two, "de"),
        found(b"*;q=0.5, de;q=0.4", two, "en"),
        found(b"de-CH, *;q=0", two, "de"),
        found(b"*;q=0, de-CH;q=0.1", two, "de"),
        found(b"zh-TW, *;q=0", MANY, "zh-Hant"),
        found(b"pt-PT, *;q=0", MANY, "pt-BR"),
        found(b"fr, *;q=0", MANY, "en"),
    ];
    rule("a wildcard goes after ranges of its weight, and excludes no tag that they find", rows)
}

fn spellings() -> Vec<Case> {
    let rows = [
        found(b"de_DE", MANY, "de"),
        found(b"de_CH;q=0.9, en;q=0.8", MANY, "de"),
        found(b"zh_TW", MANY, "zh-Hant"),
        found(b"pt_BR.UTF-8", MANY, "pt-BR"),
        found(b"de_CH, *;q=0", MANY, "de"),
    ];
    let page = html(404).without("content-language").says("<html lang=\"de_AT\"");
    let own = row("but a tag in the spelling of POSIX is not sent", get(), bare(404), page)
        .options(offered!("de_AT").options);
    rule("POSIX locales are read as language tags", rows.into_iter().chain([own]))
}

fn defaults() -> Vec<Case> {
    let long = [b"fr, ".repeat(16_000), b"de".to_vec()].concat();
    let rows = [
        found(b"fr", MANY, "en"),
        found(b"de;q=0", MANY, "en"),
        found(b"en;q=0, fr", MANY, "en"),
        found(b"*;q=0", MANY, "en"),
        found(b"en;q=0, de;q=0, ar;q=0, pt;q=0, zh;q=0", MANY, "en"),
        found(b"\xff\xfe, \"de\", d\xc3\xa9", MANY, "en"),
        found(b"<script>", MANY, "en"),
        found(&long, MANY, "en"),
    ];
    rule("the default language is the fallback", rows)
}
