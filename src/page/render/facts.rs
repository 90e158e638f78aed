//! The facts on a page, each with a label and a value.

use core::fmt::{self, Write};

use super::page::Page;
use crate::retry::{HttpDate, RetryAfter};

/// The value of a fact.
pub(super) enum Fact<'p> {
    Text(&'p str),
    List(&'p [&'p str]),
    Number(u64, &'static str),
    Date(HttpDate),
}

impl Fact<'_> {
    /// Calls `write_text` with each piece of the value. The callback escapes the pieces.
    pub(super) fn write(&self, write_text: &mut dyn FnMut(&str) -> fmt::Result) -> fmt::Result {
        match self {
            Self::Text(text) => write_text(text),
            Self::List(items) => items.iter().enumerate().try_for_each(|(index, item)| {
                write_text(if index == 0 { "" } else { ", " })?;
                write_text(item)
            }),
            Self::Number(number, unit) => write!(CallbackWriter(write_text), "{number} {unit}"),
            Self::Date(date) => write!(CallbackWriter(write_text), "{date}"),
        }
    }
}

/// Passes formatted text to a callback.
struct CallbackWriter<'c>(&'c mut dyn FnMut(&str) -> fmt::Result);

impl Write for CallbackWriter<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        (self.0)(text)
    }
}

/// Calls `write_fact` with the label and the value of each fact on a page, in order.
pub(super) fn write(
    page: &Page<'_>,
    write_fact: &mut dyn FnMut(&str, Fact<'_>) -> fmt::Result,
) -> fmt::Result {
    let labels = &page.language().labels;
    if !page.allow().is_empty() {
        write_fact(labels.methods, Fact::List(page.allow()))?;
    }
    if !page.schemes().is_empty() {
        write_fact(labels.authentication, Fact::List(page.schemes()))?;
    }
    match page.retry_after() {
        Some(RetryAfter::Seconds(seconds)) => {
            let (number, unit) = delay(seconds);
            write_fact(labels.try_again_in, Fact::Number(number, unit))?;
        }
        Some(RetryAfter::Date(date)) => write_fact(labels.try_again_after, Fact::Date(date))?,
        None => {}
    }
    if let Some(length) = page.complete_length() {
        write_fact(labels.length, Fact::Number(length, "B"))?;
    }
    page.request_id().map_or(Ok(()), |id| write_fact(labels.request, Fact::Text(id)))
}

/// A delay in its largest unit. It is rounded up, so that no visitor comes back too early. The
/// units are symbols of the SI, which need no translation.
const fn delay(seconds: u64) -> (u64, &'static str) {
    match seconds {
        0..120 => (seconds, "s"),
        120..7_200 => (seconds.div_ceil(60), "min"),
        7_200..172_800 => (seconds.div_ceil(3_600), "h"),
        _ => (seconds.div_ceil(86_400), "d"),
    }
}
