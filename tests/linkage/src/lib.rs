//! A lookup by itself, for `benches/instructions.sh` to look at.

use http_status_info::StatusInfo;

#[inline(never)]
pub fn lookup(code: u16) -> Option<&'static StatusInfo> {
    http_status_info::status_info(code)
}
