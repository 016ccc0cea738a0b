//! Text of a service in messages for people.

use std::fmt::{self, Write};

/// Longer texts help nobody, and a service may put whole pages there.
const LONGEST_MESSAGE: usize = 1000;
/// Codes and ids.
const LONGEST_NAME: usize = 120;

/// Text that stays on its line and cannot turn what stands beside it around: control characters and those that
/// direct or hide text are escaped, and what is too long is cut.
pub(crate) struct Printable<'a> {
    text: &'a str,
    longest: usize,
}

impl<'a> Printable<'a> {
    /// A sentence or more.
    pub(crate) fn message(text: &'a str) -> Self {
        Self { text, longest: LONGEST_MESSAGE }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// A code or an id.
    pub(crate) fn name(text: &'a str) -> Self {
        Self { text, longest: LONGEST_NAME }
    }
}

impl fmt::Display for Printable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.text.chars().take(self.longest) {
            match c {
                '\n' | '\r' | '\t' => write!(f, "{}", c.escape_default())?,
                _ if c.is_control() || is_invisible(c) => write!(f, "{}", c.escape_unicode())?,
                _ => f.write_char(c)?,
            }
        }
        match self.text.chars().count() {
            length if length > self.longest => write!(f, "… ({length} characters)"),
            _ => Ok(()),
        }
    }
}

/// Characters that break lines, change the direction of text or take no room. Joiners, without which some
/// scripts cannot be written, are none of them.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{feff}'
    ) || matches!(c, '\u{2060}'..='\u{206f}' | '\u{e0000}'..='\u{e0fff}' | '\u{fff9}'..='\u{fffb}')
}
