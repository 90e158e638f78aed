//! `Retry-After` (RFC 9110 §10.2.3), and the dates that it can have (RFC 9110 §5.6.7).

use core::fmt;
use core::str;
use core::time::Duration;

/// The value of a `Retry-After` field: the time after which a client may try again (RFC 9110
/// §10.2.3).
///
/// ```
/// use std::time::Duration;
///
/// use http_status_info::RetryAfter;
///
/// let now = Duration::from_secs(784_111_700); // since the Unix epoch
/// let delay = |value: &[u8]| RetryAfter::parse(value).map(|retry_after| retry_after.delay(now));
///
/// assert_eq!(delay(b"120"), Some(Duration::from_secs(120)));
/// assert_eq!(delay(b"Sun, 06 Nov 1994 08:49:37 GMT"), Some(Duration::from_secs(77)));
/// assert_eq!(delay(b"Mon, 01 Jan 1990 00:00:00 GMT"), Some(Duration::ZERO));
/// assert_eq!(delay(b"soon"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RetryAfter {
    /// A delay in seconds.
    Seconds(u64),
    /// A date.
    Date(HttpDate),
}

impl RetryAfter {
    /// Parses the value of a `Retry-After` field. Returns `None` unless the value is a number of
    /// seconds or a date in one of three formats (RFC 9110 §5.6.7).
    ///
    /// ```
    /// use http_status_info::RetryAfter;
    ///
    /// assert_eq!(RetryAfter::parse(b"120"), Some(RetryAfter::Seconds(120)));
    /// assert_eq!(RetryAfter::parse(b"+120"), None);
    /// ```
    #[must_use]
    pub fn parse(value: &[u8]) -> Option<Self> {
        let seconds = str::from_utf8(value).ok().and_then(number).map(Self::Seconds);
        seconds.or_else(|| HttpDate::parse(value).map(Self::Date))
    }

    /// Returns the delay from `now`, a time since the Unix epoch. The delay is zero if the date has
    /// passed.
    #[must_use]
    pub fn delay(self, now: Duration) -> Duration {
        match self {
            Self::Seconds(seconds) => Duration::from_secs(seconds),
            // With `now`, every date has a time.
            Self::Date(date) => date.since_epoch(Some(now)).unwrap_or_default().saturating_sub(now),
        }
    }
}

/// An HTTP date, `Sun, 06 Nov 1994 08:49:37 GMT`, or a date in one of two obsolete formats (RFC
/// 9110 §5.6.7).
///
/// A date is displayed in the format in which it was parsed.
///
/// ```
/// use std::time::Duration;
///
/// use http_status_info::HttpDate;
///
/// let date = HttpDate::parse(b"Sun Nov  6 08:49:37 1994").unwrap();
/// assert_eq!(date.since_epoch(None), Some(Duration::from_secs(784_111_777)));
/// assert_eq!(date.to_string(), "Sun Nov  6 08:49:37 1994");
/// assert_eq!(HttpDate::parse(b"Thu, 30 Feb 2023 00:00:00 GMT"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct HttpDate {
    format: DateFormat,
    /// The index of the weekday, from 0 for Sunday. It need not match the date.
    weekday: u8,
    day: u8,
    /// The index of the month, from 0 for January.
    month: u8,
    /// The year, which has two digits in the obsolete format of RFC 850.
    year: u16,
    hour: u8,
    minute: u8,
    second: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum DateFormat {
    ImfFixdate,
    Rfc850,
    Asctime,
}

const WEEKDAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl HttpDate {
    /// Parses a date in one of three formats. Returns `None` for any other format, and for a day or
    /// a time that does not exist. The day of the week need not match the date.
    #[must_use]
    pub fn parse(value: &[u8]) -> Option<Self> {
        let formats = [Self::imf_fixdate, Self::rfc850, Self::asctime];
        let date = formats.into_iter().find_map(|read| {
            let mut rest = Reader(value);
            read(&mut rest).filter(|_| rest.0.is_empty())
        })?;
        date.is_real().then_some(date)
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`
    fn imf_fixdate(from: &mut Reader<'_>) -> Option<Self> {
        let weekday = from.name(&WEEKDAYS, 3)?;
        from.skip(b", ")?;
        let day = from.digits(2)?;
        from.skip(b" ")?;
        let month = from.name(&MONTHS, 3)?;
        from.skip(b" ")?;
        let year = from.digits(4)?;
        from.skip(b" ")?;
        let [hour, minute, second] = from.time()?;
        from.skip(b" GMT")?;
        let format = DateFormat::ImfFixdate;
        Some(Self { format, weekday, day: to_u8(day)?, month, year, hour, minute, second })
    }

    /// `Sunday, 06-Nov-94 08:49:37 GMT`
    fn rfc850(from: &mut Reader<'_>) -> Option<Self> {
        let weekday = from.name(&WEEKDAYS, usize::MAX)?;
        from.skip(b", ")?;
        let day = from.digits(2)?;
        from.skip(b"-")?;
        let month = from.name(&MONTHS, 3)?;
        from.skip(b"-")?;
        let year = from.digits(2)?;
        from.skip(b" ")?;
        let [hour, minute, second] = from.time()?;
        from.skip(b" GMT")?;
        let format = DateFormat::Rfc850;
        Some(Self { format, weekday, day: to_u8(day)?, month, year, hour, minute, second })
    }

    /// `Sun Nov  6 08:49:37 1994`
    fn asctime(from: &mut Reader<'_>) -> Option<Self> {
        let weekday = from.name(&WEEKDAYS, 3)?;
        from.skip(b" ")?;
        let month = from.name(&MONTHS, 3)?;
        from.skip(b" ")?;
        let digits = if from.skip(b" ").is_some() { 1 } else { 2 };
        let day = from.digits(digits)?;
        from.skip(b" ")?;
        let [hour, minute, second] = from.time()?;
        from.skip(b" ")?;
        let year = from.digits(4)?;
        let format = DateFormat::Asctime;
        Some(Self { format, weekday, day: to_u8(day)?, month, year, hour, minute, second })
    }

    /// Tells whether the day and the time exist. A minute can have a leap second.
    fn is_real(self) -> bool {
        let year =
            if self.format == DateFormat::Rfc850 { 2000 + u64::from(self.year) } else { self.year.into() };
        (1..=days_of_month(year, self.month)).contains(&self.day)
            && self.hour < 24
            && self.minute < 60
            && self.second <= 60
    }

    /// Returns the time since the Unix epoch, which is zero for an earlier date.
    ///
    /// `now` is a time since the Unix epoch. It decides the century of a date whose year has two
    /// digits: the date is the latest one that is at most 50 years after `now` (RFC 9110 §5.6.7).
    /// Returns `None` for such a date without `now`.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use http_status_info::HttpDate;
    ///
    /// let date = HttpDate::parse(b"Sunday, 06-Nov-94 08:49:37 GMT").unwrap();
    /// assert_eq!(date.since_epoch(None), None);
    /// let now = Duration::from_secs(1_800_000_000); // 2027
    /// assert_eq!(date.since_epoch(Some(now)), Some(Duration::from_secs(784_111_777)));
    /// ```
    #[must_use]
    pub fn since_epoch(self, now: Option<Duration>) -> Option<Duration> {
        let year = u64::from(self.year);
        if self.format != DateFormat::Rfc850 {
            return Some(Duration::from_secs(self.seconds_since_epoch(year)));
        }
        let now = now?.as_secs().min(LAST_SECOND);
        let this_year = 1970 + now / (365 * DAY);
        let latest = now + 50 * 365 * DAY + 12 * DAY;
        let century = this_year / 100 * 100;
        let years = [century + 100, century, century - 100].map(|century| century + year);
        let times = years.map(|year| self.seconds_since_epoch(year));
        times.into_iter().find(|time| *time <= latest).map(Duration::from_secs)
    }

    /// The seconds from the Unix epoch to this day and time in a year.
    fn seconds_since_epoch(self, year: u64) -> u64 {
        if year < 1970 {
            return 0;
        }
        let leap_days = |year: u64| year / 4 - year / 100 + year / 400;
        let to_year = (year - 1970) * 365 + leap_days(year - 1) - leap_days(1969);
        let to_month: u64 = (0..self.month).map(|month| u64::from(days_of_month(year, month))).sum();
        let days = to_year + to_month + u64::from(self.day) - 1;
        let [hour, minute, second] = [self.hour, self.minute, self.second].map(u64::from);
        days * DAY + hour * 3_600 + minute * 60 + second
    }
}

const DAY: u64 = 86_400;

/// The last second of the year 9999, the last year that a date can have.
const LAST_SECOND: u64 = 253_402_300_799;

fn days_of_month(year: u64, month: u8) -> u8 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 if is_leap => 29,
        1 => 28,
        3 | 5 | 8 | 10 => 30,
        _ => 31,
    }
}

/// Writes the date in the format in which it was parsed.
impl fmt::Display for HttpDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { format, weekday, day, month, year, hour, minute, second } = *self;
        let weekday = WEEKDAYS[usize::from(weekday) % WEEKDAYS.len()];
        let month = MONTHS[usize::from(month) % MONTHS.len()];
        match format {
            DateFormat::ImfFixdate => {
                write!(f, "{weekday:.3}, {day:02} {month} {year:04} {hour:02}:{minute:02}:{second:02} GMT")
            }
            DateFormat::Rfc850 => {
                write!(f, "{weekday}, {day:02}-{month}-{year:02} {hour:02}:{minute:02}:{second:02} GMT")
            }
            DateFormat::Asctime => {
                write!(f, "{weekday:.3} {month} {day:2} {hour:02}:{minute:02}:{second:02} {year:04}")
            }
        }
    }
}

/// The unread part of a date.
struct Reader<'v>(&'v [u8]);

impl Reader<'_> {
    fn skip(&mut self, text: &[u8]) -> Option<()> {
        self.0 = self.0.strip_prefix(text)?;
        Some(())
    }

    /// Reads a number of `count` digits.
    fn digits(&mut self, count: usize) -> Option<u16> {
        let (digits, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        number(str::from_utf8(digits).ok()?)?.try_into().ok()
    }

    /// Reads a name, shortened to `length` characters. Returns its index. Names are case-sensitive
    /// (RFC 9110 §5.6.7).
    fn name(&mut self, names: &[&str], length: usize) -> Option<u8> {
        let index = names.iter().position(|name| {
            let name = &name.as_bytes()[..length.min(name.len())];
            self.skip(name).is_some()
        });
        to_u8(index?)
    }

    /// Reads a time, such as `08:49:37`.
    fn time(&mut self) -> Option<[u8; 3]> {
        let hour = self.digits(2)?;
        self.skip(b":")?;
        let minute = self.digits(2)?;
        self.skip(b":")?;
        Some([to_u8(hour)?, to_u8(minute)?, to_u8(self.digits(2)?)?])
    }
}

fn to_u8(number: impl TryInto<u8>) -> Option<u8> {
    number.try_into().ok()
}

/// Parses a number of digits only, without a sign.
pub(crate) fn number(text: &str) -> Option<u64> {
    text.parse().ok().filter(|_| !text.starts_with('+'))
}
