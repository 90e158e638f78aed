//! The content that an application adds: by an extension of the response, and by the options for
//! problems and developers.

use http_status_info::page::{self, Audience, ErrorPage, Options};
use http_status_info::{StatusInfo, codes, status_info};
use serde_json::{Value, json};

use crate::case::{Case, fragments, get, head, htmx, program, row, rule, terminal};
use crate::expect::{fragment, html, problem, text};
use crate::given::bare;

pub fn cases() -> Vec<Case> {
    [extension(), problems(), escaping(), developers()].concat()
}

pub fn taken() -> ErrorPage {
    ErrorPage::new(codes::CONFLICT).with_detail("This name is taken.")
}

fn full() -> ErrorPage {
    let page = taken().with_instance("/names/ada").with_problem_type("https://example.com/taken");
    let page = page.with_member("name", "ada").with_member("suggestions", vec!["ada1", "ada2"]);
    page.with_member("tries", 3)
}

fn extension() -> Vec<Case> {
    let all = problem(409)
        .member("type", "https://example.com/taken")
        .member("title", "Conflict")
        .member("detail", "This name is taken.")
        .member("instance", "/names/ada")
        .member("name", "ada")
        .member("suggestions", json!(["ada1", "ada2"]))
        .member("tries", 3);
    let standard = || taken().with_member("status", 200).with_member("title", "OK").with_member("type", "a");
    let titled = || taken().with_problem_type("https://example.com/taken").with_title("Taken <names>");
    let nested = || {
        let ages = page::Value::from(vec![1.5, 2.0]);
        taken().with_member("errors", page::Value::from_iter([("age", ages)]))
    };
    let repeats = || ErrorPage::from_code(429).with_member("retry_after", "later");
    let rows = [
        row(
            "detail as HTML",
            get(),
            bare(409).page(taken),
            html(409).says("<p dir=\"auto\">This name is taken.</p>"),
        ),
        row("detail as text", terminal(), bare(409).page(taken), text(409).says("\n\nThis name is taken.\n")),
        row("detail as a fragment", htmx(), bare(409).page(taken), fragment(409).says("This name is taken."))
            .options(fragments),
        row("detail to HEAD", head(), bare(409).page(taken), html(409)),
        row("all as a problem", program(), bare(409).page(full), all),
        row("no members in HTML", get(), bare(409).page(full), html(409).lacks("ada").lacks("example.com")),
        row("no members in text", terminal(), bare(409).page(full), text(409).lacks("ada")),
        row(
            "standard members stay",
            program(),
            bare(409).page(standard),
            problem(409).member("title", "Conflict").member("type", "about:blank"),
        ),
        row(
            "title as a problem",
            program(),
            bare(409).page(titled),
            problem(409).member("title", "Taken <names>"),
        ),
        row(
            "title as HTML",
            get(),
            bare(409).page(titled),
            html(409).says("</b> Taken &lt;names&gt;</h1>").lacks("<names"),
        ),
        row("title as text", terminal(), bare(409).page(titled), text(409).says("409 Taken <names>\n")),
        row(
            "values in values",
            program(),
            bare(409).page(nested),
            problem(409).member("errors", json!({"age": [1.5, 2.0]})),
        ),
        row(
            "a member replaces a fact of the same name",
            program(),
            bare(429).with("retry-after", "7").page(repeats),
            problem(429).member("retry_after", "later"),
        ),
        row(
            "the status of the response before the status of the page",
            program(),
            bare(410).page(taken),
            problem(410).member("title", "Gone").member("detail", "This name is taken."),
        ),
        row(
            "nothing by default",
            program(),
            bare(409),
            problem(409).no_member("detail").no_member("instance"),
        ),
    ];
    rule("a handler adds content to the page by an extension of the response", rows)
}

fn problems() -> Vec<Case> {
    fn typed() -> Options {
        Options::new().problem_types("https://example.com/problems/")
    }
    let rows = [
        row("about:blank without a base", program(), bare(404), problem(404).member("type", "about:blank")),
        row("a base", program(), bare(404), problem(404).member("type", "https://example.com/problems/404"))
            .options(typed),
        row(
            "a base, for an unknown status",
            program(),
            bare(471),
            problem(471).member("type", "https://example.com/problems/471").member("title", "Client Error"),
        )
        .options(typed),
        row(
            "the page's own type before the base",
            program(),
            bare(409).page(full),
            problem(409).member("type", "https://example.com/taken"),
        )
        .options(typed),
        row("an empty base", program(), bare(404), problem(404).member("type", "about:blank"))
            .options(|| Options::new().problem_types("")),
        row("not in HTML", get(), bare(404), html(404).lacks("problems")).options(typed),
        row("the status for an unknown status", program(), bare(599), problem(599)),
    ];
    rule("a problem has the real status, and a type from the base", rows)
}

const HOSTILE: &str = "</p><script>alert('1')</script>\"&\u{202e}\u{1b}[31m\u{0}\n\u{2028}";

fn escaping() -> Vec<Case> {
    let hostile = || {
        let page =
            ErrorPage::from_code(409).with_detail(HOSTILE).with_instance(HOSTILE).with_problem_type(HOSTILE);
        page.with_member(HOSTILE, HOSTILE).with_member("list", vec![HOSTILE])
    };
    let given = || bare(409).page(hostile);
    let tags = "&lt;/p&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;";
    let tags = format!("{tags}\u{fffd}\u{fffd}[31m\u{fffd}  </p>");
    let of_site = || {
        let options = Options::new().brand(HOSTILE).contact(HOSTILE).home("javascript:alert(1)");
        options.problem_types("https://example.com/\"</script>")
    };
    let in_json = problem(409)
        .member("detail", HOSTILE)
        .member("instance", HOSTILE)
        .member("type", HOSTILE)
        .member(HOSTILE, HOSTILE)
        .member("list", json!([HOSTILE]))
        .lacks("<")
        .lacks("\u{1b}")
        .lacks("\u{202e}");
    // In plain text, tags are only text.
    let in_text = text(409)
        .says("</p><script>alert('1')")
        .lacks("\u{1b}")
        .lacks("\u{202e}")
        .lacks("\u{0}")
        .lacks("\u{2028}");
    let rows = [
        row("in HTML", get(), given(), html(409).says(tags.clone()).lacks("<script").lacks("\u{202e}")),
        row("in a fragment", htmx(), given(), fragment(409).says(tags).lacks("<script")).options(fragments),
        row("in JSON", program(), given(), in_json),
        row("in text", terminal(), given(), in_text),
        row(
            "of the site, in HTML",
            get(),
            bare(404),
            html(404).lacks("<script").lacks("javascript:").lacks("\u{202e}"),
        )
        .options(of_site),
        row(
            "of the site, in JSON",
            program(),
            bare(404),
            problem(404).member("type", "https://example.com/\"</script>404").lacks("</"),
        )
        .options(of_site),
    ];
    rule("text from requests, responses and options is escaped for its format", rows)
}

fn developers() -> Vec<Case> {
    fn developers() -> Options {
        Options::new().audience(Audience::Developers)
    }
    let status = status_info(404).unwrap();
    let takeaway = status.takeaways().next().unwrap();
    let related = status.see_also().next().unwrap();
    let link = status.more().first().unwrap();
    let in_html =
        html(404).says(takeaway.html().trim()).says(link.url()).says(format!("<b>{}</b>", related.title()));
    let all: Vec<&str> = status.takeaways().map(|takeaway| takeaway.plain()).collect();
    let see_also: Vec<u16> = status.see_also().map(StatusInfo::code).collect();
    let more = status.more().iter();
    let more = more.map(|link| json!({"title": link.title(), "from": link.from(), "url": link.url()}));
    let in_json = problem(404).member("takeaways", json!(all)).member("spec", status.spec());
    let in_json = in_json.member("more", more.collect::<Value>()).member("see_also", json!(see_also));
    let in_text = text(404).says(takeaway.plain()).says(status.spec()).says(related.title()).says(link.url());
    let none = html(404).lacks(takeaway.html().trim()).lacks(link.url()).lacks(related.title());
    let rows = [
        row("as HTML", get(), bare(404), in_html).options(developers),
        row("as a problem", program(), bare(404), in_json).options(developers),
        row("as text", terminal(), bare(404), in_text).options(developers),
        row("not in a fragment", htmx(), bare(404), fragment(404).lacks(takeaway.html().trim()))
            .options(|| developers().fragments(true)),
        row("not for visitors, in HTML", get(), bare(404), none.clone()),
        row(
            "not for visitors, in a problem",
            program(),
            bare(404),
            problem(404).no_member("takeaways").no_member("spec").no_member("more").no_member("see_also"),
        ),
        row(
            "not for visitors, in text",
            terminal(),
            bare(404),
            text(404).lacks(takeaway.plain()).lacks(related.title()),
        ),
        row("not for visitors by an explicit option", get(), bare(404), none)
            .options(|| developers().audience(Audience::Visitors)),
    ];
    rule("only developers see takeaways, links and related statuses", rows)
}
