//! Writes a page as a problem in JSON (RFC 9457).

use core::fmt::{self, Write};

use super::page::Page;
use crate::page::escape::{Json, write_code, write_json};
use crate::page::format::Format;
use crate::retry::RetryAfter;

/// Writes the problem. A member of the application replaces a fact of the same name, so that no
/// name occurs twice.
pub(super) fn write(page: &Page<'_>, out: &mut (impl Write + ?Sized)) -> fmt::Result {
    out.write_str("{\"type\":")?;
    match (page.error().problem_type(), &page.site.problem_types) {
        (Some(uri), _) => write_json(out, uri)?,
        (None, Some(base)) => write!(out, "{}", Json(&alloc::format!("{base}{}", page.code())))?,
        (None, None) => out.write_str("\"about:blank\"")?,
    }
    out.write_str(",\"title\":")?;
    write_json(out, page.title())?;
    out.write_str(",\"status\":")?;
    write_code(out, page.code())?;
    for (start, text) in [(",\"detail\":", page.detail()), (",\"instance\":", page.error().instance())] {
        if let Some(text) = text {
            out.write_str(start)?;
            write_json(out, text)?;
        }
    }
    for (name, value) in page.error().members() {
        write!(out, ",{}:{value}", Json(name))?;
    }
    facts(page, out)?;
    if let Some(developers) = page.developers {
        developers(page, Format::Problem, &mut &mut *out)?;
    }
    out.write_char('}')
}

/// Writes the facts in header fields as members, for programs that see only the content.
fn facts(page: &Page<'_>, out: &mut (impl Write + ?Sized)) -> fmt::Result {
    let is_free = |name| !page.error().has_member(name);
    for (name, tokens) in [("allow", page.allow()), ("schemes", page.schemes())] {
        if !tokens.is_empty() && is_free(name) {
            write!(out, ",\"{name}\":")?;
            for (index, token) in tokens.iter().enumerate() {
                out.write_char(if index == 0 { '[' } else { ',' })?;
                write_json(out, token)?;
            }
            out.write_char(']')?;
        }
    }
    if is_free("retry_after") {
        match page.retry_after() {
            Some(RetryAfter::Seconds(seconds)) => write!(out, ",\"retry_after\":{seconds}")?,
            Some(RetryAfter::Date(date)) => write!(out, ",\"retry_after\":\"{date}\"")?,
            None => {}
        }
    }
    if let Some(length) = page.complete_length().filter(|_| is_free("complete_length")) {
        write!(out, ",\"complete_length\":{length}")?;
    }
    if let Some(id) = page.request_id().filter(|_| is_free("request_id")) {
        out.write_str(",\"request_id\":")?;
        write_json(out, id)?;
    }
    Ok(())
}
