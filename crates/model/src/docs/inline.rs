//! What stands within a line: code, links, tags, bare addresses and stray brackets.

use super::blocks::printable;
use super::link::Targets;

/// Tags that mean a line break.
const BREAKS: &[&str] = &["br", "br/", "br /", "/p", "p"];

/// Cleans one line; the result may hold line breaks.
pub(super) fn clean(line: &str, links: Targets<'_>) -> String {
    let line = printable(line);
    let mut out = String::with_capacity(line.len());
    let mut rest = line.as_str();
    while let Some(first) = rest.chars().next() {
        let taken = match first {
            '`' => code(rest, &mut out),
            '\\' => escaped(rest, &mut out),
            '[' => bracket(rest, links, &mut out),
            '<' => angle(rest, &mut out),
            'h' if starts_word(&out) => address(rest, &mut out),
            _ => None,
        };
        let taken = taken.unwrap_or_else(|| {
            if matches!(first, '[' | ']' | '<' | '`') {
                out.push('\\');
            }
            out.push(first);
            first.len_utf8()
        });
        rest = &rest[taken..];
    }
    out
}

/// A code span, as it stands. A back-tick without a partner is no span.
fn code(rest: &str, out: &mut String) -> Option<usize> {
    let ticks = rest.len() - rest.trim_start_matches('`').len();
    let marker = &rest[..ticks];
    let mut from = ticks;
    while let Some(found) = rest[from..].find(marker) {
        let end = from + found;
        let run = rest[end..].len() - rest[end..].trim_start_matches('`').len();
        if run == ticks {
            out.push_str(&rest[..end + ticks]);
            return Some(end + ticks);
        }
        from = end + run;
    }
    out.push_str(&"\\`".repeat(ticks));
    Some(ticks)
}

fn escaped(rest: &str, out: &mut String) -> Option<usize> {
    let next = rest[1..].chars().next().filter(char::is_ascii_punctuation)?;
    out.push('\\');
    out.push(next);
    Some(1 + next.len_utf8())
}

/// An inline link or image. Its label is cleaned; its target becomes absolute, or only the label stays.
fn bracket(rest: &str, links: Targets<'_>, out: &mut String) -> Option<usize> {
    let label_end = closing(rest, '[', ']')?;
    let after = &rest[label_end + 1..];
    let target_end = if after.starts_with('(') { closing(after, '(', ')') } else { None }?;
    let label = &rest[1..label_end];
    let target = after[1..target_end].trim().trim_matches(['<', '>']);
    let target = target.split([' ', '"']).next().unwrap_or(target);
    if out.ends_with('!') {
        out.pop();
    }
    let label = plain_label(label);
    match links.absolute(target) {
        Some(url) if !label.is_empty() => out.push_str(&format!("[{label}]({url})")),
        _ => out.push_str(&label),
    }
    Some(label_end + 1 + target_end + 1)
}

/// A label with its code and emphasis, brackets in it escaped.
fn plain_label(label: &str) -> String {
    let mut out = String::with_capacity(label.len());
    let mut rest = label.trim();
    while let Some(first) = rest.chars().next() {
        let taken = match first {
            '`' => code(rest, &mut out),
            '\\' => escaped(rest, &mut out),
            _ => None,
        };
        let taken = taken.unwrap_or_else(|| {
            if matches!(first, '[' | ']' | '<' | '>') {
                out.push('\\');
            }
            out.push(first);
            first.len_utf8()
        });
        rest = &rest[taken..];
    }
    out
}

/// Where the bracket that opens `text` closes again; escapes and code spans do not count.
fn closing(text: &str, open: char, close: char) -> Option<usize> {
    let (mut depth, mut skip, mut in_code) = (0_usize, false, false);
    for (place, c) in text.char_indices() {
        if skip {
            skip = false;
        } else if c == '\\' {
            skip = true;
        } else if c == '`' {
            in_code = !in_code;
        } else if in_code {
            continue;
        } else if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return Some(place);
            }
        }
    }
    None
}

/// `<https://…>` stays, a break becomes one, any other tag is escaped.
fn angle(rest: &str, out: &mut String) -> Option<usize> {
    let end = rest.find('>')?;
    let inner = &rest[1..end];
    if inner.starts_with("https://") || inner.starts_with("http://") {
        if inner.contains(char::is_whitespace) {
            return None;
        }
        out.push_str(&rest[..=end]);
        return Some(end + 1);
    }
    BREAKS.contains(&inner.trim().to_ascii_lowercase().as_str()).then(|| {
        out.push('\n');
        end + 1
    })
}

/// A bare address becomes an automatic link, which rustdoc asks for. One with a placeholder in it is no
/// address that anybody can follow and becomes code.
fn address(rest: &str, out: &mut String) -> Option<usize> {
    if !(rest.starts_with("https://") || rest.starts_with("http://")) {
        return None;
    }
    let mut end =
        rest.find(|c: char| c.is_whitespace() || "|\"'`".contains(c)).unwrap_or(rest.len());
    end = rest[..end].trim_end_matches(|c: char| ".,;:!?*_)]}\\".contains(c)).len();
    let host = rest.find("://").map_or(0, |found| found + 3);
    if end <= host {
        return None;
    }
    let unescaped = unescape(&rest[..end]);
    let followable = !unescaped.contains(['<', '>', '{', '}', '[', ']', '*']);
    out.push_str(&if followable { format!("<{unescaped}>") } else { format!("`{unescaped}`") });
    Some(end)
}

fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\\' && chars.peek().is_some_and(char::is_ascii_punctuation) {
            continue;
        }
        out.push(c);
    }
    out
}

fn starts_word(out: &str) -> bool {
    out.chars().next_back().is_none_or(|last| !last.is_alphanumeric())
}
