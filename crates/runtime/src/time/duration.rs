//! Lengths of time.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use jiff::{SignedDuration, Span};
use serde::{Serialize, Serializer};

use super::InvalidTime;

/// `Edm.Duration`: a length of time in days, hours, minutes and seconds, such as `P1DT12H` or `-PT0.5S`.
///
/// It is kept as it was written, and so written alike. It covers what a `SignedDuration` of jiff does,
/// with digits down to a picosecond. Two values are equal when they are of the same length: `PT24H` and
/// `P1D`. OData knows no weeks, months and years: a value is not read from text with them, so that a
/// property of this type keeps such text in `additional`; a span with weeks becomes one of days.
///
/// It is read from text by `parse`, and converted from and to the types of [`jiff`](crate::jiff):
///
/// ```
/// use apimark_runtime::{Duration, jiff::{SignedDuration, Span}};
///
/// let longest: Duration = "P10675199DT2H48M5.4775807S".parse()?;
/// assert_eq!(longest.to_string(), "P10675199DT2H48M5.4775807S");
/// assert_eq!(SignedDuration::from(&"PT1M".parse::<Duration>()?), SignedDuration::from_secs(60));
/// assert_eq!(Duration::from(SignedDuration::from_hours(36)).to_string(), "P1DT12H");
/// assert_eq!(Duration::try_from(Span::new().weeks(1))?.to_string(), "P7D");
/// assert!(Duration::try_from(Span::new().months(1)).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Duration(Box<str>);

const NOT_A_DURATION: InvalidTime =
    InvalidTime("not a duration of days, hours, minutes and seconds, such as P1DT12H30M5S");

const PICOS: i128 = 1_000_000_000_000;

impl Duration {
    fn picoseconds(&self) -> i128 {
        picoseconds(&self.0).unwrap_or_default()
    }
}

/// How long it is, if the text is a duration.
fn picoseconds(text: &str) -> Option<i128> {
    let (negative, rest) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let (days, time) = match rest.strip_prefix('P')?.split_once('T') {
        Some((days, time)) => (days, Some(time).filter(|time| !time.is_empty())?),
        None => (rest.strip_prefix('P').filter(|days| !days.is_empty())?, ""),
    };
    let mut seconds = if days.is_empty() { 0 } else { whole(days.strip_suffix('D')?)? * 86_400 };
    let mut rest = time;
    for (unit, length) in [('H', 3600), ('M', 60)] {
        if let Some((count, behind)) = rest.split_once(unit) {
            seconds += whole(count)? * length;
            rest = behind;
        }
    }
    let mut picos = 0;
    if !rest.is_empty() {
        let (count, fraction) = match rest.strip_suffix('S')?.split_once('.') {
            Some((count, fraction)) => (count, Some(fraction)),
            None => (rest.strip_suffix('S')?, None),
        };
        seconds += whole(count)?;
        if let Some(fraction) = fraction {
            let digits = (1..=12).contains(&fraction.len()).then(|| format!("{fraction:0<12}"));
            picos = whole(&digits?)?;
        }
    }
    let total = i64::try_from(seconds).map(|seconds| i128::from(seconds) * PICOS + picos).ok()?;
    Some(if negative { -total } else { total })
}

/// A whole number of so few digits that the sum of all has room for it.
fn whole(digits: &str) -> Option<i128> {
    let fits =
        !digits.is_empty() && digits.len() <= 19 && digits.bytes().all(|it| it.is_ascii_digit());
    digits.parse().ok().filter(|_| fits)
}

/// No time at all.
impl Default for Duration {
    fn default() -> Self {
        Self("PT0S".into())
    }
}

impl PartialEq for Duration {
    fn eq(&self, other: &Self) -> bool {
        self.picoseconds() == other.picoseconds()
    }
}

impl Eq for Duration {}

impl PartialOrd for Duration {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Duration {
    fn cmp(&self, other: &Self) -> Ordering {
        self.picoseconds().cmp(&other.picoseconds())
    }
}

impl Hash for Duration {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.picoseconds().hash(state);
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Duration {
    type Err = InvalidTime;

    fn from_str(text: &str) -> Result<Self, InvalidTime> {
        picoseconds(text).map(|_| Self(text.into())).ok_or(NOT_A_DURATION)
    }
}

/// In days of 24 hours, hours, minutes and seconds.
impl From<SignedDuration> for Duration {
    fn from(length: SignedDuration) -> Self {
        let (seconds, nanos) =
            (length.as_secs().unsigned_abs(), length.subsec_nanos().unsigned_abs());
        let mut time = String::new();
        for (count, unit) in [(seconds % 86_400 / 3600, 'H'), (seconds % 3600 / 60, 'M')] {
            if count > 0 {
                time += &format!("{count}{unit}");
            }
        }
        if nanos > 0 {
            let digits = format!("{}.{nanos:09}", seconds % 60);
            time += &format!("{}S", digits.trim_end_matches('0'));
        } else if seconds % 60 > 0 || seconds == 0 {
            time += &format!("{}S", seconds % 60);
        }
        let sign = if length.is_negative() { "-" } else { "" };
        let days = seconds / 86_400;
        let days = if days > 0 { format!("{days}D") } else { String::new() };
        let t = if time.is_empty() { "" } else { "T" };
        Self(format!("{sign}P{days}{t}{time}").into())
    }
}

/// Down to the nanosecond; digits behind it are cut off.
impl From<&Duration> for SignedDuration {
    fn from(duration: &Duration) -> Self {
        let picos = duration.picoseconds();
        // Both fit: whole seconds were counted in an `i64`, and the rest is less than one.
        let (seconds, nanos) = ((picos / PICOS) as i64, (picos % PICOS / 1000) as i32);
        SignedDuration::new(seconds, nanos)
    }
}

/// Weeks become days. Months and years are of no fixed length and fail.
impl TryFrom<Span> for Duration {
    type Error = InvalidTime;

    fn try_from(span: Span) -> Result<Self, InvalidTime> {
        if span.get_months() != 0 || span.get_years() != 0 {
            return Err(InvalidTime("a duration of OData has no months and years"));
        }
        let days = i64::from(span.get_weeks()) * 7 + i64::from(span.get_days());
        let rest = SignedDuration::try_from(span.years(0).months(0).weeks(0).days(0));
        let rest = rest.map_err(|_| NOT_A_DURATION)?;
        let days = SignedDuration::from_secs(days * 86_400);
        days.checked_add(rest).map(Self::from).ok_or(NOT_A_DURATION)
    }
}

/// In hours, minutes and seconds. Fails beyond 20,000 years, which jiff's spans do not cover.
impl TryFrom<&Duration> for Span {
    type Error = jiff::Error;

    fn try_from(duration: &Duration) -> Result<Self, jiff::Error> {
        SignedDuration::from(duration).try_into()
    }
}

impl Serialize for Duration {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}
