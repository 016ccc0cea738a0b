//! Reads dates with times.
//!
//! Pages of results are full of them, nearly all in one form. That form is read here, several times as
//! fast as by the library, which reads all others.

use jiff::tz::Offset;

use crate::{Date, Time, Timestamp};

/// Reads an instant: ISO 8601 with an offset.
pub(super) fn parse(text: &str) -> Option<Timestamp> {
    in_utc(text.as_bytes()).or_else(|| text.parse().ok())
}

/// `2021-07-01T08:09:10Z`, maybe with a fraction of the second.
fn in_utc(text: &[u8]) -> Option<Timestamp> {
    let ([b'0'..=b'9', .., b'Z'], Some(b"-"), Some(b"-"), Some(b"T"), Some(b":"), Some(b":")) = (
        text,
        text.get(4..5),
        text.get(7..8),
        text.get(10..11),
        text.get(13..14),
        text.get(16..17),
    ) else {
        return None;
    };
    let two = |at: usize| number(text.get(at..at + 2)?)?.try_into().ok();
    let year = number(text.get(..4)?)?.try_into().ok()?;
    let date = Date::new(year, two(5)?, two(8)?).ok()?;
    let nanosecond = fraction(text.get(19..text.len() - 1)?)?;
    let time = Time::new(two(11)?, two(14)?, two(17)?, nanosecond).ok()?;
    Offset::UTC.to_timestamp(date.to_datetime(time)).ok()
}

/// Nothing, or a point and up to nine digits.
fn fraction(text: &[u8]) -> Option<i32> {
    match text {
        [] => Some(0),
        [b'.', digits @ ..] if (1..=9).contains(&digits.len()) => {
            Some(number(digits)? * 10_i32.pow(9 - digits.len() as u32))
        }
        _ => None,
    }
}

/// The number that up to nine digits stand for.
fn number(digits: &[u8]) -> Option<i32> {
    digits.iter().try_fold(0, |number, digit| {
        digit.is_ascii_digit().then(|| number * 10 + i32::from(digit - b'0'))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_form_of_services_is_read_as_the_library_reads_it(
            text in "[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9](\\.[0-9]{1,10})?Z",
        ) {
            prop_assert_eq!(parse(&text), text.parse().ok());
        }

        #[test]
        fn other_texts_are_left_to_the_library(text in "[0-9TZ:.+-]{0,30}") {
            prop_assert_eq!(parse(&text), text.parse().ok());
        }
    }

    #[test]
    fn the_usual_form_needs_no_library() {
        for text in ["2021-07-01T08:09:10Z", "1601-01-01T00:00:00.1234567Z"] {
            assert_eq!(in_utc(text.as_bytes()), text.parse().ok());
            assert!(in_utc(text.as_bytes()).is_some());
        }
    }
}
