//! Points in time.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::num::NonZeroU8;
use std::str::FromStr;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;
use serde::{Serialize, Serializer};

use super::InvalidTime;
use super::spell::{Precision, SpelledDate, date_at, number, time_at};

/// `Edm.DateTimeOffset`: a point in time as a clock at some offset from UTC shows it.
///
/// It covers all years from 0 to 9999 up to `9999-12-31T23:59:59.999999999Z`, which jiff's own
/// `Timestamp` does not, and keeps the offset and the digits with which it was written: what is read is
/// written alike. Two values are equal when they are the same point in time, whatever their offsets.
///
/// It is read from text by `parse`, and converted from and to the types of [`jiff`](crate::jiff):
///
/// ```
/// use apimark_runtime::{Timestamp, jiff};
///
/// let never: Timestamp = "9999-12-31T23:59:59Z".parse()?;
/// assert_eq!(never.to_string(), "9999-12-31T23:59:59Z");
/// let start: Timestamp = "2026-01-31T10:00:00.0000000+05:30".parse()?;
/// assert_eq!(start.to_string(), "2026-01-31T10:00:00.0000000+05:30");
/// let point = jiff::Timestamp::try_from(start)?;
/// assert_eq!(point.to_string(), "2026-01-31T04:30:00Z");
/// assert_eq!(Timestamp::from(point), start);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// A second 60 is no second in OData: text with it is not read, so that a property of this type keeps it
/// in `additional`.
#[derive(Clone, Copy)]
pub struct Timestamp {
    /// What the clock shows.
    local: DateTime,
    /// Minutes east of UTC.
    offset: i16,
    form: Form,
}

/// How it is written, in so few bits that a field takes 16 bytes: the digits in the lower four, then
/// whether the offset is `Z`, then whether it is `-00:00`.
#[derive(Clone, Copy)]
struct Form(NonZeroU8);

const ZULU: u8 = 0x10;
const MINUS_ZERO: u8 = 0x20;
const NOT_A_POINT: InvalidTime =
    InvalidTime("not a point in time with its offset, such as 2026-01-31T12:00:00Z");

impl Form {
    fn new(precision: Precision, flags: u8) -> Self {
        let digits = match precision {
            Precision::Minutes => 1,
            Precision::Seconds => 2,
            Precision::Digits(digits) => digits.min(9) + 2,
        };
        Self(NonZeroU8::MIN.saturating_add(digits - 1 + flags))
    }

    fn precision(self) -> Precision {
        match self.0.get() & 0x0F {
            1 => Precision::Minutes,
            2 => Precision::Seconds,
            digits => Precision::Digits(digits - 2),
        }
    }

    fn has(self, flag: u8) -> bool {
        self.0.get() & flag != 0
    }
}

impl Timestamp {
    /// What a clock at this offset shows, to the last digit of a second that is not 0. `None` for an
    /// offset of not whole minutes, and of a day or more.
    #[must_use]
    pub fn new(local: DateTime, offset: Offset) -> Option<Self> {
        let seconds = offset.seconds();
        let minutes = i16::try_from(seconds / 60).ok().filter(|it| it.unsigned_abs() < 24 * 60)?;
        let flags = if minutes == 0 { ZULU } else { 0 };
        let form = Form::new(precision_of(local.time()), flags);
        (seconds % 60 == 0).then_some(Self { local, offset: minutes, form })
    }

    /// What a clock at its [`offset`](Self::offset) shows.
    #[must_use]
    pub fn local(self) -> DateTime {
        self.local
    }

    /// The day that a calendar at its [`offset`](Self::offset) shows.
    #[must_use]
    pub fn date(self) -> Date {
        self.local.date()
    }

    /// The time of day that a clock at its [`offset`](Self::offset) shows.
    #[must_use]
    pub fn time(self) -> Time {
        self.local.time()
    }

    /// How far the clock is ahead of UTC.
    #[must_use]
    pub fn offset(self) -> Offset {
        Offset::from_seconds(i32::from(self.offset) * 60).unwrap_or(Offset::UTC)
    }

    /// The same point in time in UTC, where jiff covers it.
    pub(crate) fn in_utc(self) -> Self {
        if self.offset == 0 {
            return self;
        }
        jiff::Timestamp::try_from(self).map_or(self, Self::from)
    }

    /// Seconds since 1970, and nanoseconds.
    fn instant(self) -> (i64, i32) {
        let (date, time) = (self.local.date(), self.local.time());
        let minutes =
            i64::from(time.hour()) * 60 + i64::from(time.minute()) - i64::from(self.offset);
        let seconds = days_since_1970(date) * 86_400 + minutes * 60 + i64::from(time.second());
        (seconds, time.subsec_nanosecond())
    }

    fn read(text: &str) -> Option<Self> {
        let (date, rest) = date_at(text.as_bytes())?;
        let [b'T', rest @ ..] = rest else { return None };
        let (time, precision, rest) = time_at(rest)?;
        let (offset, flags) = match *rest {
            [b'Z'] => (0, ZULU),
            [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
                let hours = number(&[h1, h2]).filter(|hours| *hours < 24)?;
                let minutes = number(&[m1, m2]).filter(|minutes| *minutes < 60)?;
                let minutes = i16::try_from(hours * 60 + minutes).ok()?;
                let west = sign == b'-';
                (
                    if west { -minutes } else { minutes },
                    if west && minutes == 0 { MINUS_ZERO } else { 0 },
                )
            }
            _ => return None,
        };
        let local = DateTime::from_parts(date, time);
        Some(Self { local, offset, form: Form::new(precision, flags) })
    }
}

/// So many digits as there are behind the point, without zeros at the end.
fn precision_of(time: Time) -> Precision {
    let mut nanos = time.subsec_nanosecond();
    if nanos == 0 {
        return Precision::Seconds;
    }
    let mut digits = 9;
    while nanos % 10 == 0 {
        nanos /= 10;
        digits -= 1;
    }
    Precision::Digits(digits)
}

/// By counting in years that begin in March, so that the leap day is the last one.
fn days_since_1970(date: Date) -> i64 {
    let month = i64::from(date.month());
    let year = i64::from(date.year()) - i64::from(month <= 2);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(date.day()) - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year
        - 719_468
}

/// The beginning of 1970.
impl Default for Timestamp {
    fn default() -> Self {
        jiff::Timestamp::UNIX_EPOCH.into()
    }
}

impl PartialEq for Timestamp {
    fn eq(&self, other: &Self) -> bool {
        self.instant() == other.instant()
    }
}

impl Eq for Timestamp {}

impl PartialOrd for Timestamp {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Timestamp {
    fn cmp(&self, other: &Self) -> Ordering {
        self.instant().cmp(&other.instant())
    }
}

impl Hash for Timestamp {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.instant().hash(state);
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = self.local.time();
        write!(f, "{}T{:02}:{:02}", SpelledDate(self.local.date()), time.hour(), time.minute())?;
        match self.form.precision() {
            Precision::Minutes => {}
            Precision::Seconds => write!(f, ":{:02}", time.second())?,
            Precision::Digits(digits) => {
                let fraction = time.subsec_nanosecond() / 10_i32.pow(9 - u32::from(digits));
                let digits = usize::from(digits);
                write!(f, ":{:02}.{fraction:0digits$}", time.second())?;
            }
        }
        if self.form.has(ZULU) {
            return f.write_str("Z");
        }
        let west = self.offset < 0 || self.form.has(MINUS_ZERO);
        let minutes = self.offset.unsigned_abs();
        let sign = if west { '-' } else { '+' };
        write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Timestamp {
    type Err = InvalidTime;

    fn from_str(text: &str) -> Result<Self, InvalidTime> {
        Self::read(text).ok_or(NOT_A_POINT)
    }
}

/// The same point in time, in UTC.
impl From<jiff::Timestamp> for Timestamp {
    fn from(point: jiff::Timestamp) -> Self {
        let local = Offset::UTC.to_datetime(point);
        Self { local, offset: 0, form: Form::new(precision_of(local.time()), ZULU) }
    }
}

/// Fails for the last two hours of the year 9999 and of the first of the year -9999, which jiff does not cover.
impl TryFrom<Timestamp> for jiff::Timestamp {
    type Error = jiff::Error;

    fn try_from(point: Timestamp) -> Result<Self, jiff::Error> {
        point.offset().to_timestamp(point.local)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
