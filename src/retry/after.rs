//! `Retry-After` (RFC 9110 §10.2.3), and the dates that it can hold (RFC 9110 §5.6.7).

use core::fmt;
use core::str;
use core::time::Duration;

/// When to come back, as a `Retry-After` field says (RFC 9110 §10.2.3).
///
/// ```
/// use std::time::Duration;
///
/// use http_status_info::RetryAfter;
///
/// let now = Duration::from_secs(784_111_700); // since the Unix epoch
/// let delay = |value: &[u8]| RetryAfter::parse(value)?.delay(now);
///
/// assert_eq!(delay(b"120"), Some(Duration::from_secs(120)));
/// assert_eq!(delay(b"Sun, 06 Nov 1994 08:49:37 GMT"), Some(Duration::from_secs(77)));
/// assert_eq!(delay(b"Mon, 01 Jan 1990 00:00:00 GMT"), Some(Duration::ZERO));
/// assert_eq!(delay(b"soon"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RetryAfter {
    /// After so many seconds.
    Seconds(u64),
    /// At a date.
    Date(HttpDate),
}

impl RetryAfter {
    /// Reads the value of a `Retry-After` field. Returns `None` unless it is a number of seconds
    /// or a date in one of the three formats (RFC 9110 §5.6.7).
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

    /// Returns how long to wait from `now`, which is a time since the Unix epoch; zero where the
    /// date has passed.
    #[must_use]
    pub fn delay(self, now: Duration) -> Option<Duration> {
        match self {
            Self::Seconds(seconds) => Some(Duration::from_secs(seconds)),
            Self::Date(date) => date.since_epoch(Some(now)).map(|time| time.saturating_sub(now)),
        }
    }
}

/// A date as HTTP writes it (RFC 9110 §5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`, or one of two
/// obsolete formats.
///
/// It is displayed in the format that it came in.
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
    /// The place of its name, from Sunday on. It is not compared with the date.
    weekday: u8,
    day: u8,
    /// From 0 on.
    month: u8,
    /// With two digits in the obsolete format of RFC 850.
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
    /// Reads a date in one of the three formats. Returns `None` where it is in none of them, and
    /// where there is no such day or time. The day of the week may be wrong.
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

    /// Tells whether there is such a day and time. A minute can have a leap second.
    fn is_real(self) -> bool {
        let year =
            if self.format == DateFormat::Rfc850 { 2000 + u64::from(self.year) } else { self.year.into() };
        (1..=days_of_month(year, self.month)).contains(&self.day)
            && self.hour < 24
            && self.minute < 60
            && self.second <= 60
    }

    /// Returns the time since the Unix epoch, zero for a date before it.
    ///
    /// A year of two digits is the latest one that is at most 50 years after `now`, a time since
    /// the Unix epoch (RFC 9110 §5.6.7). Without `now` it cannot be known, and there is no time.
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
            return Some(Duration::from_secs(self.in_year(year)));
        }
        let now = now?.as_secs().min(LAST);
        let this_year = 1970 + now / (365 * DAY);
        let latest = now + 50 * 365 * DAY + 12 * DAY;
        let century = this_year / 100 * 100;
        let years = [century + 100, century, century - 100].map(|century| century + year);
        let times = years.map(|year| self.in_year(year));
        times.into_iter().find(|time| *time <= latest).map(Duration::from_secs)
    }

    /// The seconds since the Unix epoch of this day and time in a year.
    fn in_year(self, year: u64) -> u64 {
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

/// The end of the last year that a date can have.
const LAST: u64 = 253_402_300_799;

fn days_of_month(year: u64, month: u8) -> u8 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 if is_leap => 29,
        1 => 28,
        3 | 5 | 8 | 10 => 30,
        _ => 31,
    }
}

/// Writes the date in the format that it came in.
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

/// Reads a date from its beginning on.
struct Reader<'v>(&'v [u8]);

impl Reader<'_> {
    fn skip(&mut self, text: &[u8]) -> Option<()> {
        self.0 = self.0.strip_prefix(text)?;
        Some(())
    }

    /// So many digits.
    fn digits(&mut self, count: usize) -> Option<u16> {
        let (digits, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        number(str::from_utf8(digits).ok()?)?.try_into().ok()
    }

    /// The place of a name, of which so many characters stand here. Case counts (RFC 9110 §5.6.7).
    fn name(&mut self, names: &[&str], characters: usize) -> Option<u8> {
        let place = names.iter().position(|name| {
            let name = &name.as_bytes()[..characters.min(name.len())];
            self.skip(name).is_some()
        });
        to_u8(place?)
    }

    /// `08:49:37`
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

/// Reads digits, and nothing else.
pub(crate) fn number(text: &str) -> Option<u64> {
    text.parse().ok().filter(|_| !text.starts_with('+'))
}
