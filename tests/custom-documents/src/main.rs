//! An application with two status documents in the folder `documents`, which `.cargo/config.toml`
//! names. One adds a code, the other replaces a built-in document.

use http_status_info::{Origin, StatusInfo, codes, iter, status_info, status_info_by_name};

const ADDED: &StatusInfo = codes::QUEUED_FOR_TONIGHT;

fn main() {
    assert_eq!(ADDED.code(), 299);
    assert_eq!(ADDED.origin(), Origin::Application);
    assert_eq!(status_info_by_name("queued for tonight"), Some(ADDED));
    assert_eq!(ADDED.see_also().collect::<Vec<_>>(), [codes::ACCEPTED]);

    let replaced = codes::NOT_FOUND;
    assert_eq!(replaced.origin(), Origin::Application);
    assert_eq!(replaced.name(), "No Such Book");
    assert_eq!(
        replaced.visitor(),
        Some("We do not have this book. Ask at the desk, we may be able to borrow it.")
    );
    // The whole document is replaced, so the facts of the built-in one are gone.
    assert_eq!(replaced.grpc(), None);
    assert_eq!(status_info_by_name("Not Found"), Some(replaced), "the constant stays a name");

    assert_eq!(codes::GONE.origin(), Origin::BuiltIn);
    assert_eq!(status_info(410), Some(codes::GONE));

    for status in iter().filter(|status| status.origin() == Origin::Application) {
        println!("{status}: {}", status.overview());
    }
}
