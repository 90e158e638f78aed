//! A lookup by itself, for `benches/instructions.sh` to look at, and what the programs
//! with error pages share.

use http_status_info::StatusInfo;

#[inline(never)]
pub fn lookup(code: u16) -> Option<&'static StatusInfo> {
    http_status_info::status_info(code)
}

/// Prints an error page for any status.
#[cfg(feature = "pages")]
#[inline(always)]
pub fn error_page(audience: http_status_info::page::Audience) {
    use http_status_info::page::Options;
    use http_status_info::page::exchange::{Length, Request};

    let options = Options::new().audience(audience);
    let mut fields = http::HeaderMap::new();
    let request = Request::read(&options, "GET", "/", &fields);
    let code = std::hint::black_box(404);
    let claim = options.claim(&request, code, &fields, Length::Known(0));
    let content = claim.and_then(|claim| options.answer(&request, &mut fields, claim, None));
    println!("{}", content.unwrap().content);
}
