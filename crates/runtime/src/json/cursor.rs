//! Walks JSON text.

use std::fmt;

use serde::de::{Error, IgnoredAny};

use super::Str;

/// How deep objects and arrays may lie in one another: as deep as in serde_json.
const DEPTH: usize = 127;

/// A place in JSON text.
#[derive(Clone)]
pub(crate) struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

/// Why text cannot be read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Fault {
    /// It is not JSON.
    Syntax,
    /// Objects and arrays lie too deep in one another.
    Depth,
}

impl Fault {
    /// The error, worded by serde_json, with line and column.
    pub(crate) fn error<E: Error>(self, text: &str) -> E {
        match (self, serde_json::from_str::<IgnoredAny>(text)) {
            (Self::Syntax, Err(error)) => E::custom(error),
            (fault, _) => E::custom(fault),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Syntax => "the text is not JSON",
            Self::Depth => "recursion limit exceeded",
        })
    }
}

impl<'a> Cursor<'a> {
    /// The beginning of the text.
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    #[inline]
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes white space; says which byte follows.
    #[inline]
    pub(crate) fn peek(&mut self) -> Option<u8> {
        loop {
            match self.byte() {
                Some(b' ' | b'\n' | b'\t' | b'\r') => self.at += 1,
                other => return other,
            }
        }
    }

    /// Passes white space and this byte, if it follows.
    #[inline]
    pub(crate) fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// Passes white space and this byte.
    #[inline]
    pub(crate) fn expect(&mut self, byte: u8) -> Result<(), Fault> {
        if self.eat(byte) { Ok(()) } else { Err(Fault::Syntax) }
    }

    /// Nothing but white space may follow.
    pub(crate) fn end(&mut self) -> Result<(), Fault> {
        if self.peek().is_none() { Ok(()) } else { Err(Fault::Syntax) }
    }

    /// Enters an object or array: passes `open`, and `close` if it is empty. Says whether it is not.
    #[inline]
    pub(crate) fn enter(&mut self, open: u8, close: u8) -> Result<bool, Fault> {
        self.expect(open)?;
        Ok(!self.eat(close))
    }

    /// Passes the comma in front of another member or element, or the end. Says whether there is another.
    #[inline]
    pub(crate) fn another(&mut self, close: u8) -> Result<bool, Fault> {
        if self.eat(b',') {
            return Ok(true);
        }
        self.expect(close)?;
        Ok(false)
    }

    /// The name of a member, and the colon behind it.
    #[inline]
    pub(crate) fn name(&mut self) -> Result<Str<'a>, Fault> {
        let name = self.string()?;
        self.expect(b':')?;
        Ok(name)
    }

    /// A string.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<Str<'a>, Fault> {
        self.expect(b'"')?;
        let bytes = self.text.as_bytes();
        let (start, mut at, mut escaped) = (self.at, self.at, false);
        loop {
            while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk())
                && !has_special(u64::from_le_bytes(*eight))
            {
                at += 8;
            }
            match bytes.get(at) {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    at += 2;
                }
                Some(0..0x20) | None => return Err(Fault::Syntax),
                Some(_) => at += 1,
            }
        }
        self.at = at + 1;
        Ok(Str::new(&self.text[start..at], escaped))
    }

    /// `null`, `true` or `false`.
    #[inline]
    pub(crate) fn word(&mut self, word: &'static str) -> Result<(), Fault> {
        let rest = &self.text.as_bytes()[self.at..];
        if !rest.starts_with(word.as_bytes()) {
            return Err(Fault::Syntax);
        }
        self.at += word.len();
        Ok(())
    }

    /// What may be a number: as far as the bytes may belong to one.
    #[inline]
    pub(crate) fn number(&mut self) -> &'a str {
        let start = self.at;
        while let Some(b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E') = self.byte() {
            self.at += 1;
        }
        &self.text[start..self.at]
    }

    /// Passes a value without looking whether all in it is well formed. Gives its text.
    pub(crate) fn skip(&mut self) -> Result<&'a str, Fault> {
        self.peek();
        let (start, mut depth) = (self.at, 0_usize);
        loop {
            match self.peek() {
                Some(b'"') => drop(self.string()?),
                Some(b'{' | b'[') => {
                    depth += 1;
                    if depth > DEPTH {
                        return Err(Fault::Depth);
                    }
                    self.at += 1;
                    continue;
                }
                Some(b'}' | b']') => {
                    depth = depth.checked_sub(1).ok_or(Fault::Syntax)?;
                    self.at += 1;
                }
                Some(b',' | b':') if depth > 0 => {
                    self.at += 1;
                    continue;
                }
                _ => self.skip_word()?,
            }
            if depth == 0 {
                return Ok(&self.text[start..self.at]);
            }
        }
    }

    fn skip_word(&mut self) -> Result<(), Fault> {
        let start = self.at;
        while let Some(b'0'..=b'9' | b'a'..=b'z' | b'-' | b'+' | b'.' | b'E') = self.byte() {
            self.at += 1;
        }
        if self.at == start { Err(Fault::Syntax) } else { Ok(()) }
    }

    /// The text from here on.
    pub(crate) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// Passes as many bytes as another cursor did.
    pub(crate) fn advance(&mut self, length: usize) {
        self.at += length;
    }

    /// The text from `start` up to here.
    pub(crate) fn since(&self, start: &Self) -> &'a str {
        &self.text[start.at..self.at]
    }
}

/// How deep the decoder is.
#[derive(Default)]
pub(crate) struct Depth(usize);

impl Depth {
    /// One deeper.
    #[inline]
    pub(crate) fn enter(&mut self) -> Result<(), Fault> {
        self.0 += 1;
        if self.0 > DEPTH { Err(Fault::Depth) } else { Ok(()) }
    }

    /// Back again.
    #[inline]
    pub(crate) fn leave(&mut self) {
        self.0 -= 1;
    }
}

/// Whether any of eight bytes ends a string, begins an escape, or may not stand in a string.
#[inline]
fn has_special(bytes: u64) -> bool {
    const ONES: u64 = u64::MAX / 255;
    let zero_in = |word: u64| word.wrapping_sub(ONES) & !word;
    let quote = zero_in(bytes ^ (ONES * b'"' as u64));
    let backslash = zero_in(bytes ^ (ONES * b'\\' as u64));
    let control = bytes.wrapping_sub(ONES * 0x20) & !bytes;
    (quote | backslash | control) & (ONES << 7) != 0
}
