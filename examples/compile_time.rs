//! Status facts at compile time: tables, checks and patterns that cost nothing when
//! the program runs.
//!
//! ```sh
//! cargo run --example compile_time
//! ```

use http_status_info::{Retry, StatusInfo, codes, status_info};

/// A lookup that the compiler carries out. A code without a document would not compile.
const TEAPOT: &StatusInfo = status_info(418).expect("418 has a document");

/// The answers of an API, as a table of constants.
const ANSWERS: [&StatusInfo; 4] =
    [codes::OK, codes::NOT_FOUND, codes::TOO_MANY_REQUESTS, codes::SERVICE_UNAVAILABLE];

/// How many of them a client may repeat once `Retry-After` has passed.
const REPEATABLE: usize = {
    let mut count = 0;
    let mut index = 0;
    while index < ANSWERS.len() {
        if matches!(ANSWERS[index].retry(), Some(Retry::WithHeader)) {
            count += 1;
        }
        index += 1;
    }
    count
};

// A promise about the API, kept by the compiler.
const _: () = assert!(REPEATABLE == 2, "clients rely on two answers being worth another try");
const _: () = assert!(codes::METHOD_NOT_ALLOWED.headers().len() == 1);

/// One text of one document; of all others, none is linked.
const WHAT_A_TEAPOT_IS: &str = match TEAPOT.takeaways().get(0) {
    Some(text) => text.plain(),
    None => "",
};

fn main() {
    println!("{TEAPOT}: {WHAT_A_TEAPOT_IS}");
    for answer in ANSWERS {
        println!("{:<25} {}", answer.title(), answer.overview());
    }
    println!("{REPEATABLE} of {} are worth another try", ANSWERS.len());
}
