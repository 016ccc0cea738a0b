//! What a line begins: a heading, a list item.

use std::ops::Range;

use crate::lines::{indent, is_rule, trim};

/// Level and text of an ATX heading.
pub(crate) fn atx_heading(line: &str) -> Option<(u8, Range<usize>)> {
    let start = line.len() - line.trim_start_matches(' ').len();
    let level = line[start..].bytes().take_while(|byte| *byte == b'#').count();
    let rest = &line[start + level..];
    let spaced = rest.is_empty() || rest.starts_with([' ', '\t', '\u{a0}']);
    if start > 3 || !(1..=6).contains(&level) || !(spaced || is_glued(line)) {
        return None;
    }
    let text = trim(line, start + level..line.len());
    let open = line[text.clone()].trim_end_matches('#');
    let closes = open.is_empty() || open.ends_with([' ', '\t']);
    let length = if closes { open.trim_end().len() } else { text.len() };
    Some((u8::try_from(level).unwrap_or(6), text.start..text.start + length))
}

/// Whether the blank behind the marks of a heading was forgotten. One mark may as well begin a comment or a tag.
pub(crate) fn is_glued(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    (2..=6).contains(&(line.len() - rest.len()))
        && rest.starts_with(|c: char| c.is_alphabetic() || matches!(c, '*' | '`' | '['))
}

/// Columns before the content of a list item, if the line starts one.
pub(crate) fn list_content(line: &str) -> Option<usize> {
    let body = line.trim_start_matches([' ', '\t']);
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    let mark = match body.as_bytes().get(digits)? {
        b'-' | b'*' | b'+' if digits == 0 => 1,
        b'.' | b')' if (1..=9).contains(&digits) => digits + 1,
        _ => return None,
    };
    let rest = &body[mark..];
    let blanks = indent(rest);
    if !rest.starts_with([' ', '\t']) || is_rule(line) {
        return None;
    }
    Some(indent(line) + mark + if blanks > 4 { 1 } else { blanks })
}
