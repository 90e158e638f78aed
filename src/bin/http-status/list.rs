//! The statuses that pass filters.

use clap::ArgMatches;
use http_status_info::{StatusInfo, iter};

use crate::find::has_sender;

pub fn list(filters: &ArgMatches) -> Vec<&'static StatusInfo> {
    iter().filter(|status| passes(status, filters)).collect()
}

fn passes(status: &StatusInfo, filters: &ArgMatches) -> bool {
    let class = filters.get_one::<u16>("class").is_none_or(|digit| status.code() / 100 == *digit);
    let by = filters.get_one::<String>("by").is_none_or(|name| has_sender(status, name));
    let retry = filters
        .get_one::<String>("retry")
        .is_none_or(|word| status.retry().is_some_and(|retry| retry.as_str() == word));
    let unless = |filter: &str, is: bool| !filters.get_flag(filter) || is;
    class
        && by
        && retry
        && unless("standard", status.is_standard())
        && unless("non-standard", !status.is_standard())
        && unless("cacheable", status.cacheable() == Some(true))
        && unless("deprecated", status.is_deprecated())
}
