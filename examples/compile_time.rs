//! Uses facts at compile time: in tables, checks and patterns that cost nothing at run time.
//!
//! ```sh
//! cargo run --example compile_time
//! ```

use http_status_info::{Retry, StatusInfo, codes, status_info};

/// A lookup at compile time. A code without a document would not compile.
const TEAPOT: &StatusInfo = status_info(418).expect("418 has a document");

/// The responses of an API, as a table of constants.
const RESPONSES: [&StatusInfo; 4] =
    [codes::OK, codes::NOT_FOUND, codes::TOO_MANY_REQUESTS, codes::SERVICE_UNAVAILABLE];

/// The number of responses after which a client may repeat the request, once `Retry-After` has
/// passed.
const REPEATABLE: usize = {
    let mut count = 0;
    let mut index = 0;
    while index < RESPONSES.len() {
        if matches!(RESPONSES[index].retry(), Some(Retry::WithHeader)) {
            count += 1;
        }
        index += 1;
    }
    count
};

// The compiler checks promises of the API.
const _: () = assert!(REPEATABLE == 2, "clients rely on two responses that allow a retry");
const _: () = assert!(codes::METHOD_NOT_ALLOWED.headers().len() == 1);

/// The program links this text of this document, and no other.
const TEAPOT_TAKEAWAY: &str = match TEAPOT.takeaways().get(0) {
    Some(text) => text.plain(),
    None => "",
};

fn main() {
    println!("{TEAPOT}: {TEAPOT_TAKEAWAY}");
    for response in RESPONSES {
        println!("{:<25} {}", response.title(), response.overview());
    }
    println!("{REPEATABLE} of {} allow a retry", RESPONSES.len());
}
