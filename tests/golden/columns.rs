// Generated from the status documents: change those instead.

pub(crate) const BY_CODE: &Column<&StatusInfo> = &{
    let mut column: Column<&StatusInfo> = [None; SPAN];
    column[403 - FIRST] = Some(& records :: FORBIDDEN);
    column[418 - FIRST] = Some(& records :: IM_A_TEAPOT);
    column
};

pub(crate) const CONSTANT: &Column<&str> = &{
    let mut column: Column<&str> = [None; SPAN];
    column[403 - FIRST] = Some("FORBIDDEN");
    column[418 - FIRST] = Some("IM_A_TEAPOT");
    column
};

pub(crate) const TITLE: &Column<&str> = &{
    let mut column: Column<&str> = [None; SPAN];
    column[403 - FIRST] = Some("403 Forbidden");
    column[418 - FIRST] = Some("418 I'm a teapot");
    column
};

pub(crate) const SPEC: &Column<&str> = &{
    let mut column: Column<&str> = [None; SPAN];
    column[403 - FIRST] = Some("https://example.com/403");
    column[418 - FIRST] = Some("https://example.com/418");
    column
};

pub(crate) const OVERVIEW: &Column<&str> = &{
    let mut column: Column<&str> = [None; SPAN];
    column[403 - FIRST] = Some("The server will not do it.");
    column[418 - FIRST] = Some("Hostile text, \"# */ {} \\ and 'quotes', stays text.");
    column
};

pub(crate) const LINKS: &Column<&[Link]> = &{
    let mut column: Column<&[Link]> = [None; SPAN];
    column[418 - FIRST] = Some(& [Link { title : "The teapot" , from : "An example" , url : "https://example.com/teapot" }]);
    column
};

pub(crate) const SEE_ALSO: &Column<&[u16]> = &{
    let mut column: Column<&[u16]> = [None; SPAN];
    column[418 - FIRST] = Some(& [403u16]);
    column
};

pub(crate) const ALIASES: &Column<&[&str]> = &{
    let mut column: Column<&[&str]> = [None; SPAN];
    column[418 - FIRST] = Some(& ["Teapot"]);
    column
};

pub(crate) const REFERENCE: &Column<&str> = &{
    let mut column: Column<&str> = [None; SPAN];
    column[418 - FIRST] = Some("RFC 2324 §2.3.2");
    column
};

pub(crate) const SINCE: &Column<&str> = &{
    let mut column: Column<&str> = [None; SPAN];
    column[418 - FIRST] = Some("RFC 2324 §2.3.2");
    column
};

pub(crate) const HEADERS: &Column<&[Header]> = &{
    let mut column: Column<&[Header]> = [None; SPAN];
    column[418 - FIRST] = Some(& [Header { name : "Allow" , requirement : Requirement :: Must , reference : "RFC 9110 §15.5.6" , when : Some ("when the method is `BREW`") } , Header { name : "Safe" , requirement : Requirement :: May , reference : "RFC 2324 §2.2.2" , when : None }]);
    column
};

pub(crate) const NAMES_ELSEWHERE: &Column<&[NameElsewhere]> = &{
    let mut column: Column<&[NameElsewhere]> = [None; SPAN];
    column[418 - FIRST] = Some(& [NameElsewhere { library : "Go" , name : "http.StatusTeapot" }]);
    column
};

pub(crate) const MEANINGS: &Column<&[Meaning]> = &{
    let mut column: Column<&[Meaning]> = [None; SPAN];
    column[418 - FIRST] = Some(& [Meaning { by : "A teapot" , name : None , overview : "It is short and stout." , url : "https://example.com/stout" }]);
    column
};

pub(crate) const VISITOR: &Column<&str> = &{
    let mut column: Column<&str> = [None; SPAN];
    column[418 - FIRST] = Some("Please ask for tea.");
    column
};

pub(crate) const TAKEAWAYS_MARKDOWN: &Column<&[&str]> = &{
    let mut column: Column<&[&str]> = [None; SPAN];
    column[403 - FIRST] = Some(& ["One takeaway."]);
    column[418 - FIRST] = Some(& ["One takeaway, with `code`." , "Another one, longer\nthan a line.\n\n```http\nHTTP/1.1 418 I'm a teapot\n```" , "A block after the list."]);
    column
};

pub(crate) const TAKEAWAYS_HTML: &Column<&[&str]> = &{
    let mut column: Column<&[&str]> = [None; SPAN];
    column[403 - FIRST] = Some(& ["<p>One takeaway.</p>\n"]);
    column[418 - FIRST] = Some(& ["<p>One takeaway, with <code>code</code>.</p>\n" , "<p>Another one, longer\nthan a line.</p>\n<pre><code class=\"language-http\">HTTP/1.1 418 I'm a teapot\n</code></pre>\n" , "<p>A block after the list.</p>\n"]);
    column
};

pub(crate) const TAKEAWAYS_PLAIN: &Column<&[&str]> = &{
    let mut column: Column<&[&str]> = [None; SPAN];
    column[403 - FIRST] = Some(& ["One takeaway."]);
    column[418 - FIRST] = Some(& ["One takeaway, with code." , "Another one, longer than a line.\n\n    HTTP/1.1 418 I'm a teapot" , "A block after the list."]);
    column
};

pub(crate) const INFORMATION_MARKDOWN: &Column<&str> = &{
    let mut column: Column<&str> = [None; SPAN];
    column[403 - FIRST] = Some("Only the required keys.");
    column[418 - FIRST] = Some("| a | b |\n| --- | --- |\n| 1 | `2` |\n\nText.");
    column
};

pub(crate) const INFORMATION_HTML: &Column<&str> = &{
    let mut column: Column<&str> = [None; SPAN];
    column[403 - FIRST] = Some("<p>Only the required keys.</p>\n");
    column[418 - FIRST] = Some("<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>\n<tr><td>1</td><td><code>2</code></td></tr>\n</tbody></table>\n<p>Text.</p>\n");
    column
};

pub(crate) const INFORMATION_PLAIN: &Column<&str> = &{
    let mut column: Column<&str> = [None; SPAN];
    column[403 - FIRST] = Some("Only the required keys.");
    column[418 - FIRST] = Some("    a  b\n    -  -\n    1  2\n\nText.");
    column
};

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
