//! Compares the lookups of this crate with other implementations.
//!
//! ```sh
//! cargo bench --bench lookup --features http
//! ```
//!
//! Each figure is the time for 1,024 lookups, of random codes from 100 to 599 or of random names.
//! Divide by 1,024 for one lookup. Ratios say more than times, which depend on the machine.

use std::collections::HashMap;
use std::hint::black_box;

use divan::Bencher;
use http_status_info::{StatusInfo, codes, iter, status_info, status_info_by_name};

fn main() {
    divan::main();
}

const NUMBER: usize = 1024;

/// Generates the same numbers in every run (the generator of Park and Miller).
fn random() -> impl Iterator<Item = usize> {
    let mut state: u64 = 404;
    std::iter::repeat_with(move || {
        state = state * 48271 % 0x7fff_ffff;
        usize::try_from(state).unwrap_or_default()
    })
}

fn random_codes() -> Vec<u16> {
    random().take(NUMBER).map(|number| 100 + u16::try_from(number % 500).unwrap_or_default()).collect()
}

fn random_names() -> Vec<&'static str> {
    let names: Vec<&str> = iter().map(StatusInfo::name).collect();
    random().take(NUMBER).map(|number| names[number % names.len()]).collect()
}

/// Looks all keys up. The sum of the addresses uses each result, and costs less than a lookup.
fn all<K: Copy + Sync, T>(bencher: Bencher, keys: &[K], lookup: impl Fn(K) -> Option<&'static T> + Sync)
where
    T: ?Sized + 'static,
{
    let address = |found: &T| std::ptr::from_ref(found).cast::<()>().addr();
    bencher.bench(|| {
        let addresses = black_box(keys).iter().map(|key| lookup(*key).map_or(0, address));
        addresses.fold(0, usize::wrapping_add)
    });
}

mod code {
    use super::{Bencher, HashMap, StatusInfo, all, by_match, iter, phf_map, random_codes, status_info};

    #[divan::bench]
    fn a_status_info(bencher: Bencher) {
        all(bencher, &random_codes(), status_info);
    }

    #[divan::bench]
    fn b_match(bencher: Bencher) {
        all(bencher, &random_codes(), by_match);
    }

    #[cfg(feature = "http")]
    #[divan::bench]
    fn c_http_canonical_reason(bencher: Bencher) {
        use http::StatusCode;

        let codes: Vec<_> =
            random_codes().into_iter().filter_map(|code| StatusCode::from_u16(code).ok()).collect();
        all(bencher, &codes, |code| code.canonical_reason());
    }

    #[divan::bench]
    fn d_hash_map(bencher: Bencher) {
        let map: HashMap<u16, &StatusInfo> = iter().map(|status| (status.code(), status)).collect();
        all(bencher, &random_codes(), |code| map.get(&code).copied());
    }

    #[divan::bench]
    fn e_phf_map(bencher: Bencher) {
        let map = phf_map();
        all(bencher, &random_codes(), |code| map.get(&code).copied());
    }
}

mod name {
    use super::{Bencher, HashMap, StatusInfo, all, iter, random_names, status_info_by_name};

    #[divan::bench]
    fn a_status_info_by_name(bencher: Bencher) {
        all(bencher, &random_names(), status_info_by_name);
    }

    /// Accepts the same spellings as this crate: the same key, in a `String`.
    #[divan::bench]
    fn b_hash_map_of_keys(bencher: Bencher) {
        let key = |name: &str| -> String {
            name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
        };
        let map: HashMap<String, &StatusInfo> = iter().map(|status| (key(status.name()), status)).collect();
        all(bencher, &random_names(), |name| map.get(&key(name)).copied());
    }

    /// Accepts one spelling only.
    #[divan::bench]
    fn c_hash_map_of_names(bencher: Bencher) {
        let map: HashMap<&str, &StatusInfo> = iter().map(|status| (status.name(), status)).collect();
        all(bencher, &random_names(), |name| map.get(name).copied());
    }
}

/// A `match` over the registered codes, which needs no crate.
fn by_match(code: u16) -> Option<&'static StatusInfo> {
    Some(match code {
        100 => codes::CONTINUE,
        101 => codes::SWITCHING_PROTOCOLS,
        102 => codes::PROCESSING,
        103 => codes::EARLY_HINTS,
        104 => codes::UPLOAD_RESUMPTION_SUPPORTED,
        200 => codes::OK,
        201 => codes::CREATED,
        202 => codes::ACCEPTED,
        203 => codes::NON_AUTHORITATIVE_INFORMATION,
        204 => codes::NO_CONTENT,
        205 => codes::RESET_CONTENT,
        206 => codes::PARTIAL_CONTENT,
        207 => codes::MULTI_STATUS,
        208 => codes::ALREADY_REPORTED,
        226 => codes::IM_USED,
        300 => codes::MULTIPLE_CHOICES,
        301 => codes::MOVED_PERMANENTLY,
        302 => codes::FOUND,
        303 => codes::SEE_OTHER,
        304 => codes::NOT_MODIFIED,
        305 => codes::USE_PROXY,
        306 => codes::UNUSED,
        307 => codes::TEMPORARY_REDIRECT,
        308 => codes::PERMANENT_REDIRECT,
        400 => codes::BAD_REQUEST,
        401 => codes::UNAUTHORIZED,
        402 => codes::PAYMENT_REQUIRED,
        403 => codes::FORBIDDEN,
        404 => codes::NOT_FOUND,
        405 => codes::METHOD_NOT_ALLOWED,
        406 => codes::NOT_ACCEPTABLE,
        407 => codes::PROXY_AUTHENTICATION_REQUIRED,
        408 => codes::REQUEST_TIMEOUT,
        409 => codes::CONFLICT,
        410 => codes::GONE,
        411 => codes::LENGTH_REQUIRED,
        412 => codes::PRECONDITION_FAILED,
        413 => codes::CONTENT_TOO_LARGE,
        414 => codes::URI_TOO_LONG,
        415 => codes::UNSUPPORTED_MEDIA_TYPE,
        416 => codes::RANGE_NOT_SATISFIABLE,
        417 => codes::EXPECTATION_FAILED,
        418 => codes::IM_A_TEAPOT,
        421 => codes::MISDIRECTED_REQUEST,
        422 => codes::UNPROCESSABLE_CONTENT,
        423 => codes::LOCKED,
        424 => codes::FAILED_DEPENDENCY,
        425 => codes::TOO_EARLY,
        426 => codes::UPGRADE_REQUIRED,
        428 => codes::PRECONDITION_REQUIRED,
        429 => codes::TOO_MANY_REQUESTS,
        431 => codes::REQUEST_HEADER_FIELDS_TOO_LARGE,
        451 => codes::UNAVAILABLE_FOR_LEGAL_REASONS,
        500 => codes::INTERNAL_SERVER_ERROR,
        501 => codes::NOT_IMPLEMENTED,
        502 => codes::BAD_GATEWAY,
        503 => codes::SERVICE_UNAVAILABLE,
        504 => codes::GATEWAY_TIMEOUT,
        505 => codes::HTTP_VERSION_NOT_SUPPORTED,
        506 => codes::VARIANT_ALSO_NEGOTIATES,
        507 => codes::INSUFFICIENT_STORAGE,
        508 => codes::LOOP_DETECTED,
        510 => codes::NOT_EXTENDED,
        511 => codes::NETWORK_AUTHENTICATION_REQUIRED,
        _ => return None,
    })
}

/// Makes the map of `phf_codegen` at run time.
fn phf_map() -> phf::Map<u16, &'static StatusInfo> {
    let codes: Vec<u16> = iter().map(StatusInfo::code).collect();
    let hash = phf_generator::generate_hash(&codes);
    let entries: Vec<_> =
        hash.map.iter().filter_map(|index| Some((codes[*index], status_info(codes[*index])?))).collect();
    phf::Map { key: hash.key, disps: hash.disps.leak(), entries: entries.leak() }
}
