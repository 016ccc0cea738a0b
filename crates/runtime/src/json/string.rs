//! Strings in JSON text.

use std::borrow::Cow;

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
        unescape(self.raw, &mut text, None)?;
        Some(Cow::Owned(text))
    }

    /// The text, with U+FFFD for each half of a surrogate pair. `None` for what is no escape.
    pub(crate) fn nearest(self) -> Option<Cow<'a, str>> {
        if !self.escaped {
            return Some(Cow::Borrowed(self.raw));
        }
        let mut text = String::with_capacity(self.raw.len());
        unescape(self.raw, &mut text, Some(char::REPLACEMENT_CHARACTER))?;
        Some(Cow::Owned(text))
    }
}

fn unescape(mut raw: &str, text: &mut String, half: Option<char>) -> Option<()> {
    while let Some((before, rest)) = raw.split_once('\\') {
        text.push_str(before);
        let plain = match rest.as_bytes().first()? {
            b'u' => {
                let (character, rest) = unicode(rest.get(1..)?)?;
                text.push(character.or(half)?);
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

/// Behind `\u`: the character, or none for half a surrogate pair; and the rest.
fn unicode(text: &str) -> Option<(Option<char>, &str)> {
    let (unit, rest) = four_digits(text)?;
    if !matches!(unit, 0xD800..=0xDBFF) {
        return Some((char::from_u32(unit), rest));
    }
    if let Some((low @ 0xDC00..=0xDFFF, behind)) = rest.strip_prefix("\\u").and_then(four_digits) {
        let character = 0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
        return Some((char::from_u32(character), behind));
    }
    Some((None, rest))
}

fn four_digits(text: &str) -> Option<(u32, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    let all = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    Some((u32::from_str_radix(digits, 16).ok().filter(|_| all)?, rest))
}
