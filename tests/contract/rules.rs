//! The rules of the error pages, each shown by at least one row.

use http_status_info::page::FieldName;

/// The rules for every framework, about responses that every framework can make.
pub const RULES: &[&str] = &[
    // Responses that get a page.
    "an error without content gets a page, for every status from 400 to 599",
    "other statuses stay unchanged",
    "the application's own content stays unchanged",
    "a stream stays unchanged, even without bytes",
    "an empty response to HEAD with the length of the application's page stays unchanged",
    "gRPC responses stay unchanged",
    "an upgrade stays unchanged",
    "the opt-out marker keeps a response unchanged",
    "a framework's text stays unchanged by default",
    "an option masks a framework's text",
    "an option makes a framework's text the detail",
    "responses with excluded statuses stay unchanged",
    "responses to skipped requests stay unchanged",
    // Header fields.
    "fields that do not describe the old content stay",
    "Content-Type and Content-Length describe the page",
    "fields that describe the old content are removed",
    "fields about the target rather than the content stay",
    "Content-Language is the language of the page",
    "Vary is one line: its old members and the fields that the choice depends on, each once",
    "a page forbids sniffing for another type",
    "HTML forbids indexing",
    "HTML has a strict Content-Security-Policy unless the response has one",
    "an option sets the Cache-Control of pages about nothing but their status",
    "Cache-Control stays; without it, only heuristically cacheable pages may be stored",
    "HEAD gets the header fields of GET and no content",
    // Negotiation.
    "no error becomes a 406",
    "the greater weight wins, in every notation",
    "the more specific range decides, in every order",
    "a weight of 0 excludes a format",
    "a range with parameters matches only a format with these parameters",
    "wildcards match one type or all types",
    "a malformed member is skipped, and the others count",
    "a field without a well-formed member counts as absent",
    "repeated lines are one field",
    "a media range after a semicolon counts like one after a comma",
    "every JSON type matches a problem, whatever its parameters",
    "a problem has the greatest weight of the JSON types that are named",
    "XHTML matches HTML",
    "if weights are equal, a named format goes before one that only a wildcard matches",
    "if Markdown is preferred, text goes first among the formats that only a wildcard matches",
    "if weights are equal, the server's order decides",
    "if a range occurs twice, the first one counts",
    "without Accept, a page has the default format",
    "hostile and huge fields do no harm",
    "a page has a format on offer",
    "a navigation gets HTML",
    "a subresource gets no page",
    "htmx gets a fragment if fragments are on",
    "Sec-Fetch-Dest is ignored if fetch metadata is off",
    "htmx gets a whole page if it asks for one",
    "languages are found by lookup with weights",
    "lookup finds the same tag first, then an equivalent one, then a related one",
    "a wildcard goes after ranges of its weight, and excludes no tag that they find",
    "POSIX locales are read as language tags",
    "the default language is the fallback",
    "a page is in the language that its fields and attributes name",
    // The content of a page.
    "a page shows the code, its name and the message for the visitor",
    "a 405 lists the allowed methods",
    "a page shows when the client may try again",
    "a 401 lists the authentication schemes",
    "a 416 shows the complete length",
    "a handler adds content to the page by an extension of the response",
    "a page shows the id of the request",
    "only developers see takeaways, links and related statuses",
    "HTML is short, has one heading, a language and a direction, and loads no external resource",
    "HTML shows the name of the site, a link to its home page, and the contact",
    "an application can render its own HTML",
    "a problem has the real status, and a type from the base",
    "text from requests, responses and options is escaped for its format",
];

/// The rules for axum: its routes, its errors and its layers.
pub const RULES_OF_AXUM: &[&str] = &[
    "a 405 has Allow, and its page lists the methods if the layer is around the Router",
    "an unmatched path gets a page, and HEAD gets no content",
    "an option masks rejections or shows them",
    "a handler returns a page as its error",
    "a response to HEAD for the application's page stays unchanged",
    "the layer does not cover routes and fallbacks that are added after it",
    "a panic gets a page if the layer is outside the panic handler",
    "errors of other layers get a page if the layer is outside them",
    "a body timeout hides the size of bodies, and belongs outside the layer",
    "Content-Encoding is right with compression inside or outside",
    "CORS inside shares the line of Vary, and CORS outside adds a line",
    "pages show the request id in both orders",
    "applying the pages twice is the same as once",
    "a stack of layers works like single layers",
    "the layer for axum fits every place for a layer",
];

pub const RULES_OF_ACTIX_WEB: &[&str] = &[
    "a bare error gets a page, however the handler builds it",
    "an option masks the text of an error or shows it",
    "an option masks errors of extractors or shows them",
    "an error of inner middleware gets a page, and outer middleware sees the error itself",
    "a handler returns a page as its error or its response",
    "an unmatched path gets a page, and HEAD gets no content",
    "a scope or a resource can have its own pages",
    "a 405 has Allow, and its page lists the allowed methods",
    "Content-Encoding is right with compression inside or outside",
    "CORS keeps the members of Vary, inside and outside",
    "an inner error handler sees the bare error, and an outer one sees the page",
    "applying the pages twice is the same as once",
    "a stream stays unchanged, and pages never wait for it",
    "header fields of other middleware stay",
    "inner middleware can change the request",
    "the method and path that the client sent decide whether a request is skipped",
];

pub const RULES_OF_POEM: &[&str] = &[
    "a bare error gets a page, however it is written",
    "an error of Poem's own that says no more than its status is bare",
    "an error of Poem's own keeps its text where it gets no page",
    "an error of static files that says no more than its status is bare",
    "what an error prints is masked or kept as was asked for",
    "extractors' errors are masked or kept as was asked for",
    "what an error carries arrives",
    "an error that can get a page becomes a response, which outer middleware sees",
    "a handler returns a page as its error or its response",
    "an unmatched path gets a page, and no content to HEAD",
    "nested routes have pages of their own",
    "a method that a route does not have gets a page, without Allow",
    "HEAD that a route for GET answers is known by what is left of the response",
    "requests are skipped by the path that Poem shows",
    "compression outside compresses pages, inside it leaves no bare response",
    "CORS inside shares the line of Vary, outside it replaces it",
    "a request's id is shown where it is set inside, and on every error where it is set outside",
    "a panic becomes a page where the pages are outside of what catches it",
    "applied twice is as applied once",
    "a stream is left alone, and never waited for",
    "header fields of other middleware stay",
];

pub const RULES_OF_ROCKET: &[&str] = &[
    "Rocket's own errors get a page",
    "errors of handlers get a page from the fairing only",
    "the application's own catchers take precedence",
    "a catcher at a base can have its own options",
    "a handler returns a page as its error or its response",
    "a page can be the inner responder of others",
    "the opt-out marker keeps a response unchanged",
    "an option masks a text or shows it",
    "fields of other fairings and handlers stay",
    "each field of Shield occurs once",
    "a stream stays unchanged, and pages never wait for it",
    "HEAD gets the header fields of GET and no content",
    "applying the pages twice is the same as once",
];

/// The treatment of a field that error pages know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Treatment {
    /// Pages read the field of the request.
    Read,
    Kept,
    Rewritten,
    Removed,
    Added,
}

/// The treatment of each field that error pages know. A test checks that a row shows it.
pub fn treatment(name: FieldName) -> Treatment {
    match name {
        FieldName::Accept
        | FieldName::AcceptLanguage
        | FieldName::HxBoosted
        | FieldName::HxRequest
        | FieldName::HxRequestType
        | FieldName::SecFetchDest => Treatment::Read,
        FieldName::Allow | FieldName::Expires | FieldName::RetryAfter | FieldName::WwwAuthenticate => {
            Treatment::Kept
        }
        FieldName::ContentLength | FieldName::ContentType => Treatment::Rewritten,
        FieldName::AcceptRanges
        | FieldName::ContentDigest
        | FieldName::ContentDisposition
        | FieldName::ContentEncoding
        | FieldName::ContentLocation
        | FieldName::ContentMd5
        | FieldName::ContentRange
        | FieldName::Digest
        | FieldName::Etag
        | FieldName::LastModified
        | FieldName::ReprDigest
        | FieldName::Trailer
        | FieldName::TransferEncoding => Treatment::Removed,
        FieldName::CacheControl
        | FieldName::ContentLanguage
        | FieldName::ContentSecurityPolicy
        | FieldName::Vary
        | FieldName::XContentTypeOptions
        | FieldName::XRobotsTag => Treatment::Added,
        other => panic!("no treatment of {}: add it here, and a row that shows it", other.as_str()),
    }
}
