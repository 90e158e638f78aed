//! Shows that the crate needs neither `std` nor `alloc`: this would not build.
#![no_std]

use core::panic::PanicInfo;

use http_status_info::{status_info, status_info_by_name};

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {}
}

/// Uses both lookups, so that all they need is linked.
#[unsafe(no_mangle)]
pub extern "C" fn status_text_length(code: u16) -> usize {
    let by_name = status_info_by_name("Not Found").map_or(0, |status| status.overview().len());
    status_info(code).map_or(by_name, |status| status.information().plain().len())
}
