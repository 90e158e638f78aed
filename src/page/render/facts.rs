//! The facts on a page, each a label with a value.

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
    /// Hands the value over in pieces, to be escaped by the one who takes them.
    pub(super) fn write(&self, take: &mut dyn FnMut(&str) -> fmt::Result) -> fmt::Result {
        match self {
            Self::Text(text) => take(text),
            Self::List(items) => items.iter().enumerate().try_for_each(|(place, item)| {
                take(if place == 0 { "" } else { ", " })?;
                take(item)
            }),
            Self::Number(number, unit) => write!(Taker(take), "{number} {unit}"),
            Self::Date(date) => write!(Taker(take), "{date}"),
        }
    }
}

struct Taker<'t>(&'t mut dyn FnMut(&str) -> fmt::Result);

impl Write for Taker<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        (self.0)(text)
    }
}

/// Hands over each fact of a page, in order.
pub(super) fn each(page: &Page<'_>, take: &mut dyn FnMut(&str, Fact<'_>) -> fmt::Result) -> fmt::Result {
    let labels = &page.language().labels;
    if !page.allow().is_empty() {
        take(labels.methods, Fact::List(page.allow()))?;
    }
    if !page.schemes().is_empty() {
        take(labels.authentication, Fact::List(page.schemes()))?;
    }
    match page.retry_after() {
        Some(RetryAfter::Seconds(seconds)) => {
            let (number, unit) = span(seconds);
            take(labels.try_again_in, Fact::Number(number, unit))?;
        }
        Some(RetryAfter::Date(date)) => take(labels.try_again_after, Fact::Date(date))?,
        None => {}
    }
    if let Some(length) = page.complete_length() {
        take(labels.length, Fact::Number(length, "B"))?;
    }
    page.request_id().map_or(Ok(()), |id| take(labels.request, Fact::Text(id)))
}

/// A span of time in its largest unit, rounded up so that nobody comes too early. The symbols are
/// those of the SI, which all languages share.
const fn span(seconds: u64) -> (u64, &'static str) {
    match seconds {
        0..120 => (seconds, "s"),
        120..7_200 => (seconds.div_ceil(60), "min"),
        7_200..172_800 => (seconds.div_ceil(3_600), "h"),
        _ => (seconds.div_ceil(86_400), "d"),
    }
}
