//! The part of a page for developers: takeaways, links and related statuses.

use alloc::vec::Vec;
use core::fmt::{self, Write};

use super::page::Page;
use crate::page::error::Value;
use crate::page::escape::{write_html, write_plain};
use crate::page::format::Format;
use crate::status::StatusInfo;

/// Writes the takeaways, the links and the related statuses.
pub(in crate::page) fn write(page: &Page<'_>, format: Format, out: &mut dyn Write) -> fmt::Result {
    match format {
        Format::Html => html(page, out),
        Format::Problem => problem(page, out),
        Format::Text => text(page, out),
    }
}

fn html(page: &Page<'_>, out: &mut dyn Write) -> fmt::Result {
    let status = page.status();
    // The documents are in English, whatever the language of the page.
    out.write_str("<section lang=\"en\" dir=\"ltr\">\n<h2>Takeaways")?;
    if page.code() != status.code() {
        out.write_str(" of ")?;
        write_html(out, status.title())?;
    }
    out.write_str("</h2>\n<ul>\n")?;
    for takeaway in status.takeaways() {
        writeln!(out, "<li>{}</li>", takeaway.html().trim_end())?;
    }
    out.write_str("</ul>\n<h2>More</h2>\n<ul>\n")?;
    link(out, status.spec(), status.reference().unwrap_or("Specification"), None)?;
    for further in status.more() {
        link(out, further.url(), further.title(), Some(further.from()))?;
    }
    out.write_str("</ul>\n")?;
    if status.see_also().len() > 0 {
        out.write_str("<h2>See also</h2>\n<ul>\n")?;
        for other in status.see_also() {
            out.write_str("<li><b>")?;
            write_html(out, other.title())?;
            out.write_str("</b>: ")?;
            write_html(out, other.overview())?;
            out.write_str("</li>\n")?;
        }
        out.write_str("</ul>\n")?;
    }
    out.write_str("</section>\n")
}

fn link(out: &mut dyn Write, url: &str, title: &str, from: Option<&str>) -> fmt::Result {
    out.write_str("<li><a href=\"")?;
    write_html(out, url)?;
    out.write_str("\">")?;
    write_html(out, title)?;
    out.write_str("</a>")?;
    if let Some(from) = from {
        out.write_str(", ")?;
        write_html(out, from)?;
    }
    out.write_str("</li>\n")
}

fn problem(page: &Page<'_>, out: &mut dyn Write) -> fmt::Result {
    let status = page.status();
    let takeaways: Vec<_> = status.takeaways().map(|takeaway| takeaway.plain()).collect();
    let more = status.more().iter().map(|further| {
        Value::from_iter([("title", further.title()), ("from", further.from()), ("url", further.url())])
    });
    let more: Vec<_> = more.collect();
    let see_also: Vec<_> = status.see_also().map(StatusInfo::code).collect();
    let treated_as = (page.code() != status.code()).then_some(status.code());
    let members = [
        ("treated_as", treated_as.map(Value::from)),
        ("takeaways", Some(takeaways.into())),
        ("spec", Some(status.spec().into())),
        ("more", Some(more.into())),
        ("see_also", Some(see_also.into())),
    ];
    for (name, value) in members {
        if let Some(value) = value.filter(|_| !page.error().has_member(name)) {
            write!(out, ",\"{name}\":{value}")?;
        }
    }
    Ok(())
}

fn text(page: &Page<'_>, out: &mut dyn Write) -> fmt::Result {
    out.write_str("\n")?;
    if page.code() != page.status().code() {
        write!(out, "\nTakeaways of {}:", page.status().title())?;
    }
    for takeaway in page.status().takeaways() {
        out.write_str("\n- ")?;
        write_plain(out, takeaway.plain())?;
    }
    write!(out, "\n\n{}", page.status().spec())?;
    for further in page.status().more() {
        write!(out, "\n{}, {}: {}", further.title(), further.from(), further.url())?;
    }
    for other in page.status().see_also() {
        write!(out, "\n{}: {}", other.title(), other.overview())?;
    }
    Ok(())
}
