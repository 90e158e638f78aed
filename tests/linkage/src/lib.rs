//! A lookup for `benches/instructions.sh`, and the code that the programs with error pages share.

use http_status_info::StatusInfo;

#[inline(never)]
pub fn lookup(code: u16) -> Option<&'static StatusInfo> {
    http_status_info::status_info(code)
}

/// Prints an error page for any status.
#[cfg(feature = "pages")]
#[inline(always)]
pub fn error_page(audience: http_status_info::page::Audience) {
    use http_status_info::page::{ContentLength, Engine, Options, Response};

    let engine = Engine::new(Options::new().audience(audience));
    let mut fields = http::HeaderMap::new();
    let request = engine.request("GET", "/", &fields);
    let (status, length) = (std::hint::black_box(404), ContentLength::Known(0));
    let response = Response { status, fields: &fields, length, has_no_page: false };
    println!("{}", engine.select(&request, response).unwrap().write(&mut fields).content);
}
