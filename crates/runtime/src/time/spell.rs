//! Days and times of day: read in OData's spelling only, because jiff takes others of which it drops a
//! part, such as a date with a time, or the second 60.

use std::fmt;

use jiff::civil::{Date, Time};

/// `Edm.Date`: `2020-02-29`.
pub(crate) fn date(text: &str) -> Option<Date> {
    let (date, rest) = date_at(text.as_bytes())?;
    rest.is_empty().then_some(date)
}

/// `Edm.TimeOfDay`: `08:30:00.1234567`.
pub(crate) fn time_of_day(text: &str) -> Option<Time> {
    let (time, _, rest) = time_at(text.as_bytes())?;
    rest.is_empty().then_some(time)
}

/// A day, and what follows.
pub(super) fn date_at(text: &[u8]) -> Option<(Date, &[u8])> {
    let (date, rest) = text.split_at_checked(10)?;
    if date[4] != b'-' || date[7] != b'-' {
        return None;
    }
    let (year, month, day) = (number(&date[..4])?, number(&date[5..7])?, number(&date[8..])?);
    let day = Date::new(i16::try_from(year).ok()?, month as i8, day as i8).ok()?;
    Some((day, rest))
}

/// How exactly a time is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Precision {
    Minutes,
    Seconds,
    /// So many digits of a second, one to nine.
    Digits(u8),
}

/// A time of day, how exactly it is written, and what follows.
pub(super) fn time_at(text: &[u8]) -> Option<(Time, Precision, &[u8])> {
    let (minutes, rest) = text.split_at_checked(5)?;
    if minutes[2] != b':' {
        return None;
    }
    let (hour, minute) = (number(&minutes[..2])?, number(&minutes[3..])?);
    let (second, nanos, precision, rest) = match rest {
        [b':', a, b, rest @ ..] => {
            let (nanos, precision, rest) = fraction(rest)?;
            (number(&[*a, *b])?, nanos, precision, rest)
        }
        _ => (0, 0, Precision::Minutes, rest),
    };
    let time = Time::new(hour as i8, minute as i8, second as i8, nanos).ok()?;
    Some((time, precision, rest))
}

fn fraction(text: &[u8]) -> Option<(i32, Precision, &[u8])> {
    let [b'.', rest @ ..] = text else { return Some((0, Precision::Seconds, text)) };
    let length = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let digits = u8::try_from(length).ok().filter(|length| (1..=9).contains(length))?;
    let nanos = number(&rest[..length])? * 10_u32.pow(9 - u32::from(digits));
    Some((i32::try_from(nanos).ok()?, Precision::Digits(digits), &rest[length..]))
}

/// A number of at most nine digits.
pub(super) fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |number, digit| {
        digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
    })
}

/// A day as OData spells it: jiff gives years before 0 six digits.
pub(crate) struct SpelledDate(pub(crate) Date);

impl fmt::Display for SpelledDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0.year() < 0 { "-" } else { "" };
        let year = self.0.year().unsigned_abs();
        write!(f, "{sign}{year:04}-{:02}-{:02}", self.0.month(), self.0.day())
    }
}
