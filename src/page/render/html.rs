//! Writes a page as HTML, with one style element, no script and no external resource.

use core::fmt::{self, Write};

use super::facts;
use super::page::Page;
use crate::page::escape::{write_code, write_html};
use crate::page::format::Format;

pub(in crate::page) use self::style::POLICY;
use self::style::STYLE;

/// The hash source of the pages' style, for a `Content-Security-Policy` (CSP Level 3 §6.7.3.3).
///
/// A page comes with a policy that allows its style, unless the response has a policy already. If
/// an application sets a policy for all responses, add this constant to its `style-src`, or to its
/// `style-src-elem` if it has that. Otherwise, the error pages have no style.
///
/// Do not add the constant next to `'unsafe-inline'`: this source allows the style already, and a
/// hash switches it off (§6.7.3.2). Use the constant rather than its value, since another version
/// of this crate can have another style.
///
/// ```
/// use http_status_info::page::STYLE_HASH_SOURCE;
///
/// let policy = format!("default-src 'self'; style-src 'self' {STYLE_HASH_SOURCE}");
/// assert!(policy.starts_with("default-src 'self'; style-src 'self' 'sha256-"));
/// ```
pub const STYLE_HASH_SOURCE: &str = style::SOURCE;

/// The initial capacity for a page, so that its string need not grow.
pub(in crate::page) const CAPACITY: usize = 2_048;

mod style {
    include!(concat!(env!("OUT_DIR"), "/style.rs"));
}

/// Writes the whole page.
pub(super) fn page(page: &Page<'_>, out: &mut (impl Write + ?Sized)) -> fmt::Result {
    out.write_str("<!DOCTYPE html>\n<html lang=\"")?;
    write_html(out, page.language().tag())?;
    out.write_str("\" dir=\"")?;
    out.write_str(page.language().direction())?;
    out.write_str("\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")?;
    write_code(out, page.code())?;
    out.write_str(" ")?;
    write_html(out, page.title())?;
    if let Some(brand) = page.brand() {
        out.write_str(" – ")?;
        write_html(out, brand)?;
    }
    out.write_str("</title>\n<style>")?;
    out.write_str(STYLE)?;
    out.write_str("</style>\n</head>\n<body>\n<main>\n")?;
    if let Some(brand) = page.brand() {
        out.write_str("<p class=\"brand\">")?;
        write_html(out, brand)?;
        out.write_str("</p>\n")?;
    }
    out.write_str("<h1><b>")?;
    write_code(out, page.code())?;
    out.write_str("</b> ")?;
    write_html(out, page.title())?;
    out.write_str("</h1>\n")?;
    body(page, out)?;
    links(page, out)?;
    if let Some(developers) = page.developers {
        developers(page, Format::Html, &mut &mut *out)?;
    }
    out.write_str("</main>\n</body>\n</html>\n")
}

/// Writes a fragment for another page, which has its own heading and link to the home page.
pub(super) fn fragment(page: &Page<'_>, out: &mut (impl Write + ?Sized)) -> fmt::Result {
    out.write_str("<div role=\"alert\" lang=\"")?;
    write_html(out, page.language().tag())?;
    out.write_str("\" dir=\"")?;
    out.write_str(page.language().direction())?;
    out.write_str("\">\n<p><b>")?;
    write_code(out, page.code())?;
    out.write_str(" ")?;
    write_html(out, page.title())?;
    out.write_str("</b></p>\n")?;
    body(page, out)?;
    out.write_str("</div>\n")
}

/// Writes the message, the detail and the facts.
fn body(page: &Page<'_>, out: &mut (impl Write + ?Sized)) -> fmt::Result {
    out.write_str("<p>")?;
    write_html(out, page.message())?;
    out.write_str("</p>\n")?;
    if let Some(detail) = page.detail() {
        // The detail can be in any language, and thus in any direction.
        out.write_str("<p dir=\"auto\">")?;
        write_html(out, detail)?;
        out.write_str("</p>\n")?;
    }
    let mut is_first = true;
    facts::write(page, &mut |label, value| {
        out.write_str(if is_first { "<dl>\n<div><dt>" } else { "<div><dt>" })?;
        is_first = false;
        write_html(out, label)?;
        out.write_str("</dt><dd><bdi>")?;
        value.write(&mut |text| write_html(out, text))?;
        out.write_str("</bdi></dd></div>\n")
    })?;
    if is_first { Ok(()) } else { out.write_str("</dl>\n") }
}

/// Writes the link to the home page, and the contact.
fn links(page: &Page<'_>, out: &mut (impl Write + ?Sized)) -> fmt::Result {
    let home = Some(page.home()).filter(|home| !home.is_empty() && is_safe(home, &["http", "https"]));
    let contact = page.contact();
    if home.is_none() && contact.is_none() {
        return Ok(());
    }
    let labels = &page.language().labels;
    out.write_str("<p class=\"links\">")?;
    if let Some(home) = home {
        link(out, "", home, labels.home)?;
    }
    if let Some(contact) = contact {
        out.write_str(if home.is_some() { "\n" } else { "" })?;
        if is_mail_address(contact) {
            link(out, "mailto:", contact, labels.contact)?;
        } else if (contact.starts_with('/') || has_scheme(contact))
            && is_safe(contact, &["http", "https", "mailto", "tel"])
        {
            link(out, "", contact, labels.contact)?;
        } else {
            out.write_str("<span>")?;
            write_html(out, contact)?;
            out.write_str("</span>")?;
        }
    }
    out.write_str("</p>\n")
}

fn link(out: &mut (impl Write + ?Sized), scheme: &str, address: &str, label: &str) -> fmt::Result {
    out.write_str("<a href=\"")?;
    out.write_str(scheme)?;
    write_html(out, address)?;
    out.write_str("\">")?;
    write_html(out, label)?;
    out.write_str("</a>")
}

fn is_mail_address(text: &str) -> bool {
    let has_name_and_host = text
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && !host.is_empty() && !host.contains('@'));
    has_name_and_host
        && !text.contains(|c: char| c.is_whitespace() || c.is_control() || "/:<>?\"".contains(c))
}

/// Tells whether an address begins with a scheme, or with text that looks like one.
fn has_scheme(address: &str) -> bool {
    before_path(address).contains(':')
}

fn before_path(address: &str) -> &str {
    address.split(['/', '?', '#']).next().unwrap_or_default()
}

/// Tells whether an address is relative or has one of these schemes (RFC 3986 §3.1). Addresses with
/// characters that browsers change are not safe.
fn is_safe(address: &str, schemes: &[&str]) -> bool {
    if address.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\') {
        return false;
    }
    before_path(address)
        .split_once(':')
        .is_none_or(|(scheme, _)| schemes.iter().any(|safe| scheme.eq_ignore_ascii_case(safe)))
}
