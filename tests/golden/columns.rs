// Generated from the status documents: change those instead.

pub(crate) const BY_CODE: &Column<&StatusInfo> = &column(&[
    (403, & records :: FORBIDDEN),
    (418, & records :: IM_A_TEAPOT),
]);

pub(crate) const CONSTANT: &Column<&str> = &column(&[
    (403, "FORBIDDEN"),
    (418, "IM_A_TEAPOT"),
]);

pub(crate) const TITLE: &Column<&str> = &column(&[
    (403, "403 Forbidden"),
    (418, "418 I'm a teapot"),
]);

pub(crate) const SPEC: &Column<&str> = &column(&[
    (403, "https://example.com/403"),
    (418, "https://example.com/418"),
]);

pub(crate) const OVERVIEW: &Column<&str> = &column(&[
    (403, "The server will not do it."),
    (418, "Hostile text, \"# */ {} \\ and 'quotes', stays text."),
]);

pub(crate) const MORE: &Column<&[Link]> = &column(&[
    (418, & [Link { title : "The teapot" , from : "An example" , url : "https://example.com/teapot" }]),
]);

pub(crate) const SEE_ALSO: &Column<&[u16]> = &column(&[
    (418, & [403u16]),
]);

pub(crate) const ALIASES: &Column<&[&str]> = &column(&[
    (418, & ["Teapot"]),
]);

pub(crate) const REFERENCE: &Column<&str> = &column(&[
    (418, "RFC 2324 §2.3.2"),
]);

pub(crate) const SINCE: &Column<&str> = &column(&[
    (418, "RFC 2324 §2.3.2"),
]);

pub(crate) const HEADERS: &Column<&[Header]> = &column(&[
    (418, & [Header { name : "Allow" , requirement : vocab :: Requirement :: Must , reference : "RFC 9110 §15.5.6" , when : Some ("when the method is `BREW`") } , Header { name : "Safe" , requirement : vocab :: Requirement :: May , reference : "RFC 2324 §2.2.2" , when : None }]),
]);

pub(crate) const NAMES_ELSEWHERE: &Column<&[NameElsewhere]> = &column(&[
    (418, & [NameElsewhere { library : "Go" , name : "http.StatusTeapot" }]),
]);

pub(crate) const MEANINGS: &Column<&[Meaning]> = &column(&[
    (418, & [Meaning { by : "A teapot" , name : None , overview : "It is short and stout." , url : "https://example.com/stout" }]),
]);

pub(crate) const VISITOR: &Column<&str> = &column(&[
    (418, "Please ask for tea."),
]);

pub(crate) const TAKEAWAYS_MARKDOWN: &Column<&[&str]> = &column(&[
    (403, & ["One takeaway."]),
    (418, & ["One takeaway, with `code`." , "Another one, longer\nthan a line.\n\n```http\nHTTP/1.1 418 I'm a teapot\n```" , "A block after the list."]),
]);

pub(crate) const TAKEAWAYS_HTML: &Column<&[&str]> = &column(&[
    (403, & ["<p>One takeaway.</p>\n"]),
    (418, & ["<p>One takeaway, with <code>code</code>.</p>\n" , "<p>Another one, longer\nthan a line.</p>\n<pre><code class=\"language-http\">HTTP/1.1 418 I'm a teapot\n</code></pre>\n" , "<p>A block after the list.</p>\n"]),
]);

pub(crate) const TAKEAWAYS_PLAIN: &Column<&[&str]> = &column(&[
    (403, & ["One takeaway."]),
    (418, & ["One takeaway, with code." , "Another one, longer than a line.\n\n    HTTP/1.1 418 I'm a teapot" , "A block after the list."]),
]);

pub(crate) const INFORMATION_MARKDOWN: &Column<&str> = &column(&[
    (403, "Only the required keys."),
    (418, "| a | b |\n| --- | --- |\n| 1 | `2` |\n\nText."),
]);

pub(crate) const INFORMATION_HTML: &Column<&str> = &column(&[
    (403, "<p>Only the required keys.</p>\n"),
    (418, "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>\n<tr><td>1</td><td><code>2</code></td></tr>\n</tbody></table>\n<p>Text.</p>\n"),
]);

pub(crate) const INFORMATION_PLAIN: &Column<&str> = &column(&[
    (403, "Only the required keys."),
    (418, "    a  b\n    -  -\n    1  2\n\nText."),
]);

pub (crate) const ALL : & [& StatusInfo] = & [& records :: FORBIDDEN , & records :: IM_A_TEAPOT] ;

pub(crate) const LONGEST_KEY: usize = 9;

pub(crate) static NAMES: phf::Map<&'static str, &'static StatusInfo> = ::phf::Map {
    key: 4203492208743950414,
    disps: &[
        (1, 0),
    ],
    entries: &[
        ("imateapot", &records::IM_A_TEAPOT),
        ("forbidden", &records::FORBIDDEN),
        ("teapot", &records::IM_A_TEAPOT),
    ],
};
