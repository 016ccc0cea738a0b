//! Characters that a reader of a file does not see, or that make others stand elsewhere than they are.

use std::ops::RangeInclusive;

use crate::File;

/// Format characters of Unicode (category Cf) that show nothing, fillers that look like a space, and the two
/// separators of category Zl and Zp that end a line for some readers and not for others. The joiners U+200C and
/// U+200D are not among them: scripts and emoji need them.
const INVISIBLE: &[RangeInclusive<char>] = &[
    '\u{ad}'..='\u{ad}',
    '\u{61c}'..='\u{61c}',
    '\u{115f}'..='\u{1160}',
    '\u{17b4}'..='\u{17b5}',
    '\u{180b}'..='\u{180f}',
    '\u{200b}'..='\u{200b}',
    '\u{200e}'..='\u{200f}',
    '\u{2028}'..='\u{202e}',
    '\u{2060}'..='\u{206f}',
    '\u{3164}'..='\u{3164}',
    '\u{feff}'..='\u{feff}',
    '\u{ffa0}'..='\u{ffa0}',
    '\u{fff9}'..='\u{fffb}',
    '\u{1bca0}'..='\u{1bca3}',
    '\u{1d173}'..='\u{1d17a}',
    '\u{e0000}'..='\u{e007f}',
];

/// Controls other than the line feed, and what is invisible.
pub(crate) fn inspect(text: &str, file: &mut File<'_>) {
    for (line, content) in text.split('\n').enumerate() {
        if let Some(odd) = content.chars().find(|c| is_hidden(*c)) {
            file.report(line + 1, format!("the character U+{:04X}", u32::from(odd)));
        }
    }
}

fn is_hidden(c: char) -> bool {
    !c.is_ascii_graphic() && (c.is_control() || INVISIBLE.iter().any(|range| range.contains(&c)))
}

#[cfg(test)]
mod tests {
    use super::is_hidden;

    #[test]
    fn what_shows_is_allowed() {
        for c in [
            'a', ' ', '\u{a0}', 'é', '\u{301}', '“', '日', '🦀', '\u{fe0f}', 'ש', '\u{fffd}',
            '\u{200d}',
        ] {
            assert!(!is_hidden(c), "{c:?}");
        }
    }

    #[test]
    fn what_hides_or_moves_others_is_not() {
        for c in ['\0', '\t', '\r', '\u{1b}', '\u{7f}', '\u{85}', '\u{9b}', '\u{ad}', '\u{200b}'] {
            assert!(is_hidden(c), "{c:?}");
        }
        for c in ['\u{200e}', '\u{2028}', '\u{202e}', '\u{2066}', '\u{feff}', '\u{e0041}'] {
            assert!(is_hidden(c), "{c:?}");
        }
    }
}
