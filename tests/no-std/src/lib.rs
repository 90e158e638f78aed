//! Builds only if the crate needs neither `std` nor `alloc`, and error pages need no `std`.
#![no_std]

use core::panic::PanicInfo;

use http_status_info::{status_info, status_info_by_name};

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {}
}

/// Uses both lookups, so that their code is linked.
#[unsafe(no_mangle)]
pub extern "C" fn status_text_length(code: u16) -> usize {
    let by_name = status_info_by_name("Not Found").map_or(0, |status| status.overview().len());
    status_info(code).map_or(by_name, |status| status.information().plain().len())
}

/// Writes an error page, with an allocator that never has memory.
#[cfg(feature = "pages")]
mod pages {
    use core::alloc::{GlobalAlloc, Layout};
    use core::fmt::{self, Write};

    use http_status_info::page::negotiation::{accept, accept_language};
    use http_status_info::page::{ErrorPage, Format, Page};

    struct NoMemory;

    unsafe impl GlobalAlloc for NoMemory {
        unsafe fn alloc(&self, _: Layout) -> *mut u8 {
            core::ptr::null_mut()
        }

        unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
    }

    #[global_allocator]
    static ALLOCATOR: NoMemory = NoMemory;

    struct Length(usize);

    impl Write for Length {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            self.0 += text.len();
            Ok(())
        }
    }

    #[unsafe(no_mangle)]
    pub extern "C" fn page_length(code: u16) -> usize {
        let offers = ["text/html", "text/plain"];
        let format = match accept::preferred(b"text/*", &offers) {
            Some(0) => Format::Html,
            _ => Format::Text,
        };
        let mut length = Length(accept_language::preferred(b"en", &["en"]).unwrap_or(0));
        let _ = Page::new(&ErrorPage::from_code(code)).write(format, &mut length);
        length.0
    }
}
