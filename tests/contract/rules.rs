//! The rules of the error pages, each shown by at least one row.

use http_status_info::page::FieldName;

/// Rules that every framework is held to, of responses that every framework can make.
pub const RULES: &[&str] = &[
    // Which responses are touched.
    "an error without content gets a page, whichever of 400 to 599 it is",
    "other statuses are left alone",
    "content of the application's own is left alone",
    "a stream is left alone, even one without bytes",
    "an empty response to HEAD with the length of the application's page is left alone",
    "gRPC is left alone",
    "an upgrade is left alone",
    "the marker keeps a response as it is",
    "a framework's text is left alone until something else is asked for",
    "a framework's text is masked where that is asked for",
    "a framework's text is the detail where that is asked for",
    "statuses that were not chosen are left alone",
    "requests that are skipped are left alone",
    // Header fields.
    "what is not about the old content is kept",
    "Content-Type and Content-Length are those of the page, whatever was there",
    "what described the old content is removed",
    "what is about the target and not about the content is kept",
    "Content-Language says what the page is in",
    "Vary is one line: what is there, and what the choice depends on, each once",
    "a page is not to be sniffed for another type",
    "HTML is not to be indexed",
    "HTML has a strict policy where none is set",
    "the application sets the Cache-Control of what says nothing but its status",
    "Cache-Control stays; without one, what is not heuristically cacheable is not stored",
    "HEAD gets the header fields of GET and no content",
    // Negotiation.
    "no error becomes a 406",
    "the greater weight wins, in whichever digits it is written",
    "the more specific range decides, wherever it stands",
    "a weight of 0 excludes",
    "parameters of a range count",
    "wildcards cover a type or everything",
    "a malformed member is passed over by itself",
    "a field with no well-formed member is as good as none",
    "repeated lines are one field",
    "a media range behind a semicolon is read as one behind a comma",
    "JSON of any kind is satisfied by a problem, whatever its parameters",
    "a problem has the greatest weight of any JSON that is named",
    "XHTML is satisfied by HTML",
    "of equal weights, what the client names goes before what a wildcard covers",
    "where Markdown is preferred, text goes first of what only a wildcard covers",
    "of equal weights, the server's order decides",
    "of the same range given twice the first counts",
    "without Accept there is the default format",
    "hostile and huge fields do no harm",
    "only formats that are offered are sent",
    "a navigation gets HTML",
    "a subresource gets no page",
    "htmx gets a fragment where the application turned that on",
    "what a browser wants a response for is not read where that is turned off",
    "htmx gets a whole page where it asks for one",
    "languages are found by lookup with weights",
    "the very tag is found before an equivalent one, and that before a relative",
    "a wildcard goes behind ranges of its weight, and excludes nothing that they find",
    "languages are understood in the spelling of POSIX",
    "the default language is what is left when all else is excluded",
    "a page is in the language that it says",
    // What a page says.
    "a page says the code, its name and what that means for the visitor",
    "a 405 says which methods are allowed",
    "a page says when to come back",
    "a 401 says how to sign in",
    "a 416 says how long the file is",
    "the application can say more by an extension of the response",
    "the id of the request is shown",
    "only developers see takeaways, links and neighbors",
    "HTML is short, has one heading, a language and a direction, and needs nothing from elsewhere",
    "HTML leads home and to the contact, under the name of the site",
    "the application can write the HTML itself",
    "a problem has the real status, and the type that its base gives",
    "what comes from elsewhere is escaped for where it stands",
];

/// Rules about what one framework brings along: its routes, its errors, its layers.
pub const RULES_OF_AXUM: &[&str] = &[
    "a 405 has Allow; the page knows it where the layer is around the Router",
    "an unmatched path gets a page, and no content to HEAD",
    "rejections are masked or kept as was asked for",
    "a handler returns a page as its error",
    "HEAD of an application's page is left alone",
    "what is added behind the layer is not covered by it",
    "a panic becomes a page where the layer is outside of what catches it",
    "errors of other layers get a page where the layer is outside of them",
    "a timeout of bodies hides their size, and so belongs outside of the layer",
    "compression inside or outside never lies about the coding",
    "CORS inside shares the line of Vary, outside it adds one",
    "a request's id is known in either order",
    "applied twice is as applied once",
    "a stack is as good as single layers",
    "the layer for axum stands wherever a layer can",
];

pub const RULES_OF_ACTIX_WEB: &[&str] = &[
    "a bare error gets a page, however it is written",
    "what an error prints is masked or kept as was asked for",
    "extractors' errors are masked or kept as was asked for",
    "an error that inner middleware returns gets a page, and stays what it is for outer middleware",
    "a handler returns a page as its error or its response",
    "an unmatched path gets a page, and no content to HEAD",
    "a scope or a resource has pages of its own",
    "a 405 has Allow, and its page says which methods are allowed",
    "compression inside or outside never lies about the coding",
    "CORS keeps what the answer depends on, inside and outside",
    "handlers of errors inside see the bare error, outside the page",
    "applied twice is as applied once",
    "a stream is left alone, and never waited for",
    "header fields of other middleware stay",
    "inner middleware can change the request",
    "requests are skipped by what the client sent",
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
    "what Rocket refuses gets a page",
    "what handlers build gets a page from the fairing alone",
    "the application's own catchers go first",
    "a catcher at a base has options of its own",
    "a handler returns a page as its error or its response",
    "other responders can hold a page",
    "the marker keeps a response as it is",
    "a text is masked or kept as was asked for",
    "what other fairings and handlers set stays",
    "Shield's fields are there once",
    "a stream is left alone, and never waited for",
    "HEAD gets the header fields of GET and no content",
    "applied twice is as applied once",
];

/// What becomes of a field of the response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is read from the request.
    Asked,
    Kept,
    Rewritten,
    Removed,
    Added,
}

/// What becomes of each field that error pages know. The table is checked for a row that
/// shows it.
pub fn fate(name: FieldName) -> Fate {
    match name {
        FieldName::Accept
        | FieldName::AcceptLanguage
        | FieldName::HxBoosted
        | FieldName::HxRequest
        | FieldName::HxRequestType
        | FieldName::SecFetchDest => Fate::Asked,
        FieldName::Allow | FieldName::Expires | FieldName::RetryAfter | FieldName::WwwAuthenticate => {
            Fate::Kept
        }
        FieldName::ContentLength | FieldName::ContentType => Fate::Rewritten,
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
        | FieldName::TransferEncoding => Fate::Removed,
        FieldName::CacheControl
        | FieldName::ContentLanguage
        | FieldName::ContentSecurityPolicy
        | FieldName::Vary
        | FieldName::XContentTypeOptions
        | FieldName::XRobotsTag => Fate::Added,
        other => panic!("what becomes of {}? Say so here, and show it in a row", other.as_str()),
    }
}
