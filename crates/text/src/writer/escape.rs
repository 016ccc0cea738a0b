//! Characters that would be markup.

use crate::characters::is_letter;

/// Where text stands, as far as it matters for what is markup in it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    /// In a table cell.
    pub(super) cell: bool,
    /// In a heading.
    pub(super) heading: bool,
    /// In the label of a link.
    pub(super) label: bool,
    /// A link with brackets comes next.
    pub(super) before_link: bool,
}

/// Adds `text` to `out`, whose last character decides about some marks.
pub(super) fn push(out: &mut String, text: &str, place: Place) {
    if !text.bytes().any(may_be_markup) {
        return out.push_str(text);
    }
    let mut before = out.chars().next_back();
    for (at, c) in text.char_indices() {
        if is_markup(c, before, &text[at..], out, place) {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
    }
}

/// Whether a byte needs a closer look.
fn may_be_markup(byte: u8) -> bool {
    byte.is_ascii_punctuation() && !matches!(byte, b'.' | b',' | b'-' | b'(' | b')' | b'\'' | b'"')
}

fn is_markup(c: char, before: Option<char>, rest: &str, out: &str, place: Place) -> bool {
    match c {
        '\\' | '`' | '*' | '[' | ']' | '<' | '>' => true,
        // Between letters it is one of them.
        '_' => !before.is_some_and(is_letter),
        '~' => !rest[1..].starts_with(' '),
        '&' => is_entity(rest),
        '!' => place.before_link && rest.len() == 1,
        '|' => place.cell,
        '#' => place.heading,
        '^' => place.label && out.ends_with('['),
        ':' => !place.label && is_bare(out, rest),
        _ => false,
    }
}

/// The colon of an address that rustdoc would complain about, as it is no link.
fn is_bare(out: &str, rest: &str) -> bool {
    let ends = |scheme: &str| {
        let start = out.len().checked_sub(scheme.len()).and_then(|start| out.get(start..));
        start.is_some_and(|end| end.eq_ignore_ascii_case(scheme))
    };
    let of_host = |byte: &u8| byte.is_ascii_alphanumeric() || b"-@:%._+~#=".contains(byte);
    let host =
        rest.strip_prefix("://").map_or(0, |host| host.bytes().take(2).filter(of_host).count());
    host == 2 && (ends("http") || ends("https"))
}

/// Whether `text` begins with a character reference.
pub(crate) fn is_entity(text: &str) -> bool {
    let name = text[1..].strip_prefix('#').unwrap_or(&text[1..]);
    let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    length > 0 && name[length..].starts_with(';')
}

/// The lengths of the runs of back-ticks in `text`.
pub(super) fn tick_runs(text: &str) -> impl Iterator<Item = usize> {
    text.split(|c| c != '`').map(str::len).filter(|length| *length > 0)
}

/// A code span, its marks longer than what could end it.
pub(super) fn code_span(text: &str, place: Place) -> String {
    let length = (1..).find(|length| tick_runs(text).all(|run| run != *length)).unwrap_or(1);
    let marks = "`".repeat(length);
    let text = if place.cell { text.replace('|', "\\|") } else { text.to_owned() };
    let pad = if text.starts_with('`') || text.ends_with('`') || length > 1 { " " } else { "" };
    format!("{marks}{pad}{text}{pad}{marks}")
}

/// A word at the beginning of a line, where it would open a block or underline a heading, with its mark
/// escaped.
pub(super) fn at_line_start(word: &str) -> Option<String> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let all = |marks: &[char]| word.chars().all(|c| marks.contains(&c));
    let escaped = match word.as_bytes()[0] {
        b'0'..=b'9' if matches!(&word[digits..], "." | ")") => digits,
        b'#' if all(&['#']) => 0,
        b'=' if all(&['=']) => 0,
        b'+' if word.len() == 1 => 0,
        // Also rows below the head of a table.
        b'-' | b'|' | b':' if all(&['-', '|', ':', '\\']) => 0,
        b'>' => 0,
        _ => return None,
    };
    Some(format!("{}\\{}", &word[..escaped], &word[escaped..]))
}

/// Whether a word at the beginning of a line opens a block.
pub(crate) fn opens_block(word: &str) -> bool {
    at_line_start(word).is_some()
}
