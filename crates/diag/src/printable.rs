//! What may reach a terminal or a report.

use std::borrow::Cow;
use std::fmt::Write as _;

/// `text` with everything that is not seen made visible: control characters (C0, DEL, C1), line and
/// paragraph separators, and characters that only direct or join others, such as bidi marks.
///
/// Whatever is printed to people passes here: names, labels and paths quote the docs and the disk, and an
/// escape sequence among them would steer the terminal, a bidi mark would show something else than what
/// stands there. Tab, line feed and carriage return become `\t`, `\n` and `\r`, all others `\u{1b}`.
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unseen) {
        return Cow::Borrowed(text);
    }
    let mut seen = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '\t' => seen.push_str("\\t"),
            '\n' => seen.push_str("\\n"),
            '\r' => seen.push_str("\\r"),
            c if is_unseen(c) => {
                write!(seen, "\\u{{{:x}}}", u32::from(c)).expect("writing to a String cannot fail");
            }
            c => seen.push(c),
        }
    }
    Cow::Owned(seen)
}

/// Lines of a source with one stand-in per unseen character, so that columns stay what they are.
/// Those of ASCII are left to the renderer, which has a picture for each.
pub(crate) fn printable_lines(lines: &str) -> Cow<'_, str> {
    let unseen = |c: char| !c.is_ascii() && is_unseen(c);
    if lines.contains(unseen) {
        Cow::Owned(lines.replace(unseen, "\u{fffd}"))
    } else {
        lines.into()
    }
}

/// Whether a character has no look of its own: Unicode's categories Cc, Cf, Zl and Zp.
pub fn is_unseen(c: char) -> bool {
    c.is_control() || (!c.is_ascii() && is_format(c))
}

/// Unicode's format characters (Cf, as of version 16) and its two separators of lines and paragraphs.
fn is_format(c: char) -> bool {
    matches!(c,
        '\u{ad}'
        | '\u{600}'..='\u{605}'
        | '\u{61c}'
        | '\u{6dd}'
        | '\u{70f}'
        | '\u{890}'..='\u{891}'
        | '\u{8e2}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{110bd}'
        | '\u{110cd}'
        | '\u{13430}'..='\u{1343f}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{is_unseen, printable};
    use crate::{Diagnostic, PageId, SourceFile, Sources, Span, codes, render};

    #[test]
    fn what_is_seen_stays_as_it_is() {
        for text in ["", "plain", "naïve ñandú", "日本語", "`a<b>` \\ \u{fffd}"] {
            assert_eq!(printable(text), text);
        }
    }

    #[test]
    fn what_is_not_seen_is_spelled() {
        let cases = [
            ("\u{1b}[31mred", "\\u{1b}[31mred"),
            ("\u{7}bell", "\\u{7}bell"),
            ("a\u{9b}b", "a\\u{9b}b"),
            ("user\u{202e}txt", "user\\u{202e}txt"),
            ("one\r\n\ttwo", "one\\r\\n\\ttwo"),
            ("a\u{2028}b\u{200b}c\u{7f}", "a\\u{2028}b\\u{200b}c\\u{7f}"),
            ("\u{e0041}", "\\u{e0041}"),
        ];
        for (text, seen) in cases {
            assert_eq!(printable(text), seen);
        }
    }

    fn weapon() -> impl Strategy<Value = String> {
        let odd = prop::sample::select(vec![
            '\u{1b}',
            '\u{7}',
            '\u{9b}',
            '\u{202e}',
            '\u{2066}',
            '\u{200f}',
            '\u{2028}',
            '\u{85}',
            '\r',
            '\n',
            '\t',
            '\u{feff}',
            '\u{e0041}',
            'é',
        ]);
        let part = prop_oneof![
            odd.prop_map(String::from),
            "[ -~]{0,8}",
            any::<char>().prop_map(String::from)
        ];
        prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn no_diagnostic_steers_a_terminal(
            text in weapon(), path in weapon(), message in weapon(), label in weapon(), help in weapon(),
            start in 0_usize..40, length in 0_usize..40,
        ) {
            let sources = Sources::new(vec![SourceFile { path, text }]);
            let span = Span::new(PageId(0), start, start + length);
            let report = Diagnostic::new(codes::TODO, span, message).label(label).help(help);
            let printed = render(&report, &sources);
            let odd = printed.chars().find(|c| *c != '\n' && is_unseen(*c));
            prop_assert_eq!(odd, None, "{:?}", printed);
        }
    }
}
