//! The table: the rules that hold for every framework.

mod accept;
mod added;
mod application;
mod clients;
mod facts;
mod html;
mod kept;
mod languages;
mod ranges;
mod removed;
mod texts;
mod touched;

use super::case::Case;

pub fn cases() -> Vec<Case> {
    [
        touched::cases(),
        texts::cases(),
        kept::cases(),
        removed::cases(),
        added::cases(),
        accept::cases(),
        ranges::cases(),
        clients::cases(),
        languages::cases(),
        facts::cases(),
        application::cases(),
        html::cases(),
    ]
    .concat()
}
