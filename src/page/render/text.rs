//! Writes a page as plain text, for terminals.

use core::fmt::{self, Write};

use super::facts;
use super::page::Page;
use crate::page::escape::{write_code, write_plain};
use crate::page::format::Format;

/// Writes the text. A blank line separates paragraphs, and the last line ends in a line break.
pub(super) fn write(page: &Page<'_>, out: &mut (impl Write + ?Sized)) -> fmt::Result {
    if let Some(brand) = page.brand() {
        write_plain(out, brand)?;
        out.write_str("\n\n")?;
    }
    write_code(out, page.code())?;
    out.write_str(" ")?;
    write_plain(out, page.title())?;
    out.write_str("\n\n")?;
    write_plain(out, page.message())?;
    if let Some(detail) = page.detail() {
        out.write_str("\n\n")?;
        write_plain(out, detail)?;
    }
    let mut is_first = true;
    facts::write(page, &mut |label, value| {
        out.write_str(if is_first { "\n\n" } else { "\n" })?;
        is_first = false;
        write_plain(out, label)?;
        out.write_str(": ")?;
        value.write(&mut |text| write_plain(out, text))
    })?;
    if let Some(contact) = page.contact() {
        out.write_str("\n\n")?;
        write_plain(out, page.language().labels.contact)?;
        out.write_str(": ")?;
        write_plain(out, contact)?;
    }
    if let Some(developers) = page.developers {
        developers(page, Format::Text, &mut &mut *out)?;
    }
    out.write_char('\n')
}
