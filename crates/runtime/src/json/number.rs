//! Numbers in JSON text.

/// Whether the text is a JSON number.
pub(crate) fn is_number(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let exponent = exponent.map(|it| it.strip_prefix(['+', '-']).unwrap_or(it));
    are_digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(are_digits)
        && exponent.is_none_or(are_digits)
}

fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number as its digits without zeros around them and the power of ten behind the last one: the same for
/// every spelling. `None` when the exponent is beyond all bounds.
#[derive(PartialEq)]
struct Normal<'a> {
    negative: bool,
    digits: Vec<&'a u8>,
    exponent: i64,
}

fn normal(text: &str) -> Option<Normal<'_>> {
    let negative = text.starts_with('-');
    let text = text.trim_start_matches('-');
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = whole.as_bytes().iter().chain(fraction.as_bytes());
    let mut digits: Vec<&u8> = digits.skip_while(|digit| **digit == b'0').collect();
    let mut exponent =
        exponent.parse::<i64>().ok()?.checked_sub(fraction.len().try_into().ok()?)?;
    while digits.pop_if(|digit| **digit == b'0').is_some() {
        exponent = exponent.checked_add(1)?;
    }
    if digits.is_empty() {
        exponent = 0;
    }
    Some(Normal { negative, digits, exponent })
}

/// Whether two texts are the same number.
pub(crate) fn is_same_number(a: &str, b: &str) -> bool {
    a == b || normal(a).is_some_and(|a| normal(b) == Some(a))
}

/// Whether an `f64` holds the number, so that writing it gives the same number back.
pub(super) fn is_exact(text: &str, number: f64) -> bool {
    number.is_finite() && is_same_number(&number.to_string(), text)
}

/// The number in one spelling for all.
#[cfg(test)]
pub(crate) fn canonical(text: &str) -> String {
    normal(text).map_or_else(
        || text.to_owned(),
        |Normal { negative, digits, exponent }| {
            let digits: String = digits.into_iter().map(|digit| char::from(*digit)).collect();
            format!("{}{digits}e{exponent}", if negative { "-" } else { "" })
        },
    )
}
