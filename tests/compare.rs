//! Records compare with numbers by code, and the first digit of the code is the class.

use std::cmp::Ordering;

use http_status_info::{Class, Iter, StatusInfo, codes, iter, status_info};

#[test]
fn a_record_compares_with_every_number_as_its_code_does() {
    for status in iter() {
        let code = status.code();
        assert_eq!(u16::from(status), code);
        for number in (0..=1000).chain([u16::MAX]) {
            let is_equal = code == number;
            assert_eq!(*status == number, is_equal, "{status}, {number}");
            assert_eq!(status == number, is_equal, "{status}, {number}");
            assert_eq!(number == *status, is_equal, "{status}, {number}");
            assert_eq!(number == status, is_equal, "{status}, {number}");
            let order: Ordering = code.cmp(&number);
            assert_eq!(status.partial_cmp(&number), Some(order), "{status}, {number}");
            assert_eq!((*status < number, status < number), (order.is_lt(), order.is_lt()));
            assert_eq!((*status >= number, status >= number), (order.is_ge(), order.is_ge()));
        }
    }
}

/// Compiles: the compiler infers the types from the comparisons.
#[test]
fn comparisons_need_no_type_annotations() {
    let status = status_info(404).unwrap();
    assert_eq!(status, codes::NOT_FOUND);
    assert_eq!(status, 404);
    assert_eq!(404, status);
    assert_eq!(*status, 404);
    assert_ne!(status, codes::GONE);
    assert_eq!(status_info(404), Some(codes::NOT_FOUND));
    assert_eq!("404".parse(), Ok(status));
    assert_eq!(status.code(), "404".parse::<u16>().unwrap());
    assert!(iter().any(|status| status == 404 && status < codes::GONE && status < 410));
    assert!(iter().filter(|status| **status == 404).eq([status]));
}

/// Compiles: a `u16` has an order with `u16` only, so the compiler infers the type of the other
/// number. With Rocket it cannot, since a dependency adds an order with another type.
#[cfg(not(feature = "rocket"))]
#[test]
fn orders_of_numbers_need_no_type_annotations() {
    let (number, small) = (404_u16, 7_u8);
    assert!(number > small.into());
}

/// Returns the values of the five predicates, in the order of the classes.
fn predicates(class: Class) -> [bool; 5] {
    [
        class.is_informational(),
        class.is_success(),
        class.is_redirection(),
        class.is_client_error(),
        class.is_server_error(),
    ]
}

fn predicates_of(status: &StatusInfo) -> [bool; 5] {
    [
        status.is_informational(),
        status.is_success(),
        status.is_redirection(),
        status.is_client_error(),
        status.is_server_error(),
    ]
}

#[test]
fn the_first_digit_says_the_class() {
    for (index, class) in Class::ALL.iter().enumerate() {
        assert_eq!(predicates(*class), std::array::from_fn(|other| other == index), "{class}");
    }
    for status in iter() {
        let digit = usize::from(status.code() / 100);
        assert_eq!(predicates_of(status), std::array::from_fn(|index| digit == index + 1), "{status}");
    }
}

#[cfg(feature = "http")]
#[test]
fn predicates_agree_with_the_crate_http() {
    for status in iter() {
        let theirs = http::StatusCode::from(status);
        let expected = [
            theirs.is_informational(),
            theirs.is_success(),
            theirs.is_redirection(),
            theirs.is_client_error(),
            theirs.is_server_error(),
        ];
        assert_eq!(predicates_of(status), expected, "{status}");
        assert_eq!(theirs == status.code(), status == theirs.as_u16());
    }
}

#[test]
fn a_class_lists_its_statuses_and_the_classes_list_all_up_to_599() {
    for class in Class::ALL {
        let expected = || iter().filter(|status| status.class() == Some(*class));
        assert!(class.statuses().eq(expected()), "{class}");
        assert_eq!(class.statuses().len(), expected().count(), "{class}");
        let mut backwards: Vec<_> = class.statuses().rev().collect();
        backwards.reverse();
        assert!(backwards.into_iter().eq(expected()), "{class}");
    }
    let listed = Class::ALL.iter().flat_map(|class| class.statuses());
    assert!(listed.eq(iter().filter(|status| *status < 600)));
}

#[test]
fn classes_are_known_at_compile_time() {
    const ERRORS: Iter = Class::ClientError.statuses();
    const IS_ERROR: bool = codes::NOT_FOUND.is_client_error() && Class::ClientError.is_client_error();

    assert!(ERRORS.into_iter().all(StatusInfo::is_client_error));
    const { assert!(IS_ERROR) };
}
