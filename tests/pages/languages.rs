//! Two languages of an application. Arabic is written from right to left.

use http_status_info::page::{Language, Message};

pub static GERMAN: Language = Language::new(
    "de",
    &[
        Message::new(
            400,
            "Ungültige Anfrage",
            "Die Anfrage war so nicht zu verstehen. Bitte prüfen Sie sie.",
        ),
        Message::new(404, "Nicht gefunden", "Unter dieser Adresse gibt es keine Seite."),
        Message::new(
            413,
            "Datenübertragungsgrößenbeschränkung",
            "Was Sie senden, ist zu groß. Bitte senden Sie weniger auf einmal.",
        ),
        Message::new(429, "Zu viele Anfragen", "Das ging etwas schnell. Bitte warten Sie kurz."),
        Message::new(500, "Interner Fehler", "Hier ist etwas schiefgegangen. Das liegt nicht an Ihnen."),
    ],
)
.home("Zur Startseite")
.contact("Kontakt")
.try_again_in("Wieder versuchen in")
.try_again_after("Wieder versuchen nach")
.methods("Erlaubte Methoden")
.authentication("Anmeldung")
.length("Gesamte Länge")
.request("Anfrage");

pub static ARABIC: Language = Language::new(
    "ar",
    &[
        Message::new(400, "طلب غير صالح", "لم نتمكن من فهم هذا الطلب. يُرجى المحاولة مرة أخرى."),
        Message::new(404, "الصفحة غير موجودة", "لا توجد صفحة على هذا العنوان. يُرجى التحقق منه."),
        Message::new(429, "طلبات كثيرة جدًا", "وصلت طلبات كثيرة في وقت قصير. يُرجى الانتظار قليلًا."),
        Message::new(500, "خطأ في الخادم", "حدث خطأ لدينا. يُرجى المحاولة مرة أخرى لاحقًا."),
    ],
)
.right_to_left()
.home("الصفحة الرئيسية")
.contact("اتصل بنا")
.try_again_in("حاول مجددًا بعد")
.try_again_after("حاول مجددًا بعد تاريخ")
.methods("الطرق المسموح بها")
.authentication("المصادقة")
.length("الطول الكامل")
.request("الطلب");
