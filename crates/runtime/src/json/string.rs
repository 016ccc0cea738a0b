//! Strings in JSON text.

use std::borrow::Cow;

use serde_json::Value;

/// A string as it stands between its quotes.
#[derive(Clone, Copy)]
pub(crate) struct Str<'a> {
    raw: &'a str,
    escaped: bool,
}

impl<'a> Str<'a> {
    pub(super) fn new(raw: &'a str, escaped: bool) -> Self {
        Self { raw, escaped }
    }

    /// The text. `None` when no text is meant: half a surrogate pair, or what is no escape.
    #[inline]
    pub(crate) fn text(self) -> Option<Cow<'a, str>> {
        if !self.escaped {
            return Some(Cow::Borrowed(self.raw));
        }
        let mut text = String::with_capacity(self.raw.len());
        unescape(self.raw, &mut text, |_, _| None)?;
        Some(Cow::Owned(text))
    }

    /// The text, with U+FFFD for each half of a surrogate pair. `None` for what is no escape.
    pub(crate) fn nearest(self) -> Option<Cow<'a, str>> {
        if !self.escaped {
            return Some(Cow::Borrowed(self.raw));
        }
        let mut text = String::with_capacity(self.raw.len());
        unescape(self.raw, &mut text, |text, _| {
            text.push(char::REPLACEMENT_CHARACTER);
            Some(())
        })?;
        Some(Cow::Owned(text))
    }

    /// What stands between the quotes, in one spelling for all that are equal: an escape for each half of a
    /// surrogate pair, and else only where JSON demands one. `None` for what is no escape.
    pub(crate) fn spelled(self) -> Option<String> {
        let (mut spelled, mut text) = (String::new(), String::new());
        unescape(self.raw, &mut text, |text, half| {
            spelled.push_str(&escaped(&std::mem::take(text)));
            spelled.push_str(&format!("\\u{half:04x}"));
            Some(())
        })?;
        Some(spelled + &escaped(&text))
    }
}

/// The text as JSON writes it, without quotes.
fn escaped(text: &str) -> String {
    let quoted = Value::from(text).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

/// Appends the text to `text`. What becomes of half a surrogate pair is for `half` to say.
fn unescape(
    mut raw: &str,
    text: &mut String,
    mut half: impl FnMut(&mut String, u32) -> Option<()>,
) -> Option<()> {
    while let Some((before, rest)) = raw.split_once('\\') {
        text.push_str(before);
        let plain = match rest.as_bytes().first()? {
            b'u' => {
                let (character, rest) = unicode(rest.get(1..)?)?;
                match character {
                    Ok(character) => text.push(character),
                    Err(unit) => half(text, unit)?,
                }
                raw = rest;
                continue;
            }
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            byte @ (b'"' | b'\\' | b'/') => char::from(*byte),
            _ => return None,
        };
        text.push(plain);
        raw = &rest[1..];
    }
    text.push_str(raw);
    Some(())
}

/// Behind `\u`: the character, or half a surrogate pair; and the rest.
fn unicode(text: &str) -> Option<(Result<char, u32>, &str)> {
    let (unit, rest) = four_digits(text)?;
    if !matches!(unit, 0xD800..=0xDBFF) {
        return Some((char::from_u32(unit).ok_or(unit), rest));
    }
    if let Some((low @ 0xDC00..=0xDFFF, behind)) = rest.strip_prefix("\\u").and_then(four_digits) {
        let character = 0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
        return Some((char::from_u32(character).ok_or(unit), behind));
    }
    Some((Err(unit), rest))
}

fn four_digits(text: &str) -> Option<(u32, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    let all = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    Some((u32::from_str_radix(digits, 16).ok().filter(|_| all)?, rest))
}
