//! The statuses nearest to a text that names none.

use http_status_info::{StatusInfo, iter};

/// How many are shown.
const SHOWN: usize = 3;

/// Finds the nearest statuses: by number, or by the spelling of their names.
pub fn nearest(text: &str) -> Vec<&'static StatusInfo> {
    let digits: String = text.chars().filter(char::is_ascii_digit).take(9).collect();
    let text = text.to_lowercase();
    let code: Option<u32> = digits.parse().ok();
    let distance = |status: &StatusInfo| match code {
        Some(code) => f64::from(code.abs_diff(status.code().into())),
        None => -names(status).map(|name| similarity(&text, &name.to_lowercase())).fold(0.0, f64::max),
    };
    let mut statuses: Vec<_> = iter().collect();
    statuses.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
    statuses.truncate(SHOWN);
    statuses
}

/// Iterates over the name and the aliases of a status.
fn names(status: &StatusInfo) -> impl Iterator<Item = &'static str> {
    [status.name()].into_iter().chain(status.aliases().iter().copied())
}

/// Returns the similarity of a text and a name, or of a text and a word of the name.
fn similarity(text: &str, name: &str) -> f64 {
    let words = name.split([' ', '-']).map(|word| 0.9 * strsim::jaro_winkler(text, word));
    words.fold(strsim::jaro_winkler(text, name), f64::max)
}
