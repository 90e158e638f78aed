//! `Retry-After` and its dates, compared with the crate `httpdate` and with the calendar.

use std::time::{Duration, UNIX_EPOCH};

use http_status_info::{HttpDate, RetryAfter};
use proptest::prelude::*;

/// The end of the year 9999, the last that the formats can hold.
const LAST: u64 = 253_402_300_799;

fn since_epoch(text: &str) -> Option<Duration> {
    HttpDate::parse(text.as_bytes())?.since_epoch(None)
}

/// The same date in the formats of RFC 850 and asctime (RFC 9110 §5.6.7).
fn obsolete(imf_fixdate: &str) -> [String; 2] {
    let parts: Vec<&str> = imf_fixdate.split(' ').collect();
    let [weekday, day, month, year, time, _] = parts[..] else { panic!("{imf_fixdate}") };
    let names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
    let weekday = weekday.trim_end_matches(',');
    let name = names.into_iter().find(|name| name.starts_with(weekday)).unwrap();
    let padded = format!("{:>2}", day.trim_start_matches('0'));
    [
        format!("{name}, {day}-{month}-{} {time} GMT", &year[2..]),
        format!("{weekday} {month} {padded} {time} {year}"),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn every_time_is_read_back_in_each_format(seconds in 0..=LAST, later in 0..50 * 365 * 86_400_u64) {
        let time = Duration::from_secs(seconds);
        let imf_fixdate = httpdate::fmt_http_date(UNIX_EPOCH + time);
        let [rfc850, asctime] = obsolete(&imf_fixdate);
        prop_assert_eq!(since_epoch(&imf_fixdate), Some(time));
        prop_assert_eq!(since_epoch(&asctime), Some(time));
        for text in [&imf_fixdate, &rfc850, &asctime] {
            prop_assert_eq!(&HttpDate::parse(text.as_bytes()).unwrap().to_string(), text);
        }
        // Two digits of a year are those of this time, for nearly fifty years before and after.
        let date = HttpDate::parse(rfc850.as_bytes()).unwrap();
        prop_assert_eq!(date.since_epoch(None), None);
        for now in [seconds.saturating_sub(later), seconds.saturating_add(later).min(LAST)] {
            prop_assert_eq!(date.since_epoch(Some(Duration::from_secs(now))), Some(time), "now {}", now);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(value in "[ -~]{0,40}", now in any::<u64>()) {
        let now = Duration::from_secs(now);
        let read = RetryAfter::parse(value.as_bytes());
        let delay = read.map(|read| read.delay(now));
        match read {
            Some(RetryAfter::Seconds(seconds)) => {
                prop_assert!(!value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()));
                prop_assert_eq!(delay, Some(Duration::from_secs(seconds)));
            }
            Some(_) => prop_assert!(httpdate::parse_http_date(&value).is_ok()),
            None => {}
        }
    }

    /// A date with one character changed is the date that it says, or none.
    #[test]
    fn a_changed_date_is_no_other_date(seconds in 0..=LAST, place in 0..29_usize, byte in b' '..=b'~') {
        let mut text = httpdate::fmt_http_date(UNIX_EPOCH + Duration::from_secs(seconds)).into_bytes();
        text[place] = byte;
        let text = String::from_utf8(text).unwrap();
        if let Some(read) = HttpDate::parse(text.as_bytes()) {
            prop_assert_eq!(read.to_string(), text.clone());
            // The name of the day is not compared with the date, and a leap second is a second.
            if let Ok(other) = httpdate::parse_http_date(&text) {
                let other = other.duration_since(UNIX_EPOCH).unwrap_or_default();
                prop_assert_eq!(read.since_epoch(None), Some(other));
            }
        }
    }
}

#[test]
fn values_that_are_no_time_are_refused() {
    let refused = [
        "",
        " ",
        "-1",
        "+1",
        "1.5",
        "1s",
        "0x10",
        "soon",
        "１２",
        "99999999999999999999",
        "Sun, 06 Nov 1994 08:49:37",
        "Sun, 06 Nov 1994 08:49:37 UTC",
        "Sun, 6 Nov 1994 08:49:37 GMT",
        "sun, 06 Nov 1994 08:49:37 GMT",
        "Sun, 06 nov 1994 08:49:37 GMT",
        "Sun, 31 Jun 1994 08:49:37 GMT",
        "Sun, 29 Feb 2023 08:49:37 GMT",
        "Sun, 00 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 24:00:00 GMT",
        "Sun, 06 Nov 1994 08:60:37 GMT",
        "Sun, 06 Nov 1994 08:49:61 GMT",
        "Sun, +6 Nov 1994 08:49:37 GMT",
        "Sun, 06-Nov-94 08:49:37 GMT",
        "Sunday, 06-Nov-1994 08:49:37 GMT",
        "Sun Nov 6 08:49:37 1994",
        "Sun Nov  6 08:49:37 1994 GMT",
    ];
    for value in refused {
        assert_eq!(RetryAfter::parse(value.as_bytes()), None, "{value}");
    }
    assert_eq!(RetryAfter::parse(b"\xff"), None);
}

#[test]
fn edges_of_the_calendar_are_right() {
    let times = [
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", LAST),
        ("Tue, 29 Feb 2000 12:00:00 GMT", 951_825_600),
        ("Mon, 01 Mar 2100 00:00:00 GMT", 4_107_542_400),
        // Before the epoch, and so in the past whenever it is read.
        ("Wed, 31 Dec 1969 23:59:59 GMT", 0),
        // A leap second (RFC 9110 §5.6.7).
        ("Sat, 31 Dec 2016 23:59:60 GMT", 1_483_228_800),
    ];
    for (text, seconds) in times {
        assert_eq!(since_epoch(text), Some(Duration::from_secs(seconds)), "{text}");
    }
    let delay = |now| RetryAfter::parse(b"Sun, 06 Nov 1994 08:49:37 GMT").unwrap().delay(now);
    assert_eq!(delay(Duration::MAX), Duration::ZERO);
    assert_eq!(delay(Duration::ZERO), Duration::from_secs(784_111_777));
    assert_eq!(RetryAfter::Seconds(u64::MAX).delay(Duration::ZERO), Duration::from_secs(u64::MAX));
}
