//! Brackets in paths: what stands inside, what stands outside, and how they are closed.

/// What stands in `{ }`, `{{ }}` or `< >`, if the whole text is one placeholder.
pub(super) fn placeholder(text: &str) -> Option<&str> {
    let text = text.trim();
    for (open, close) in [('{', '}'), ('<', '>')] {
        if let Some(inside) = text.strip_prefix(open).and_then(|text| text.strip_suffix(close)) {
            let inside = inside.strip_prefix(open).unwrap_or(inside);
            let inside = inside.strip_suffix(close).unwrap_or(inside);
            let alone = !inside.contains([open, close]) && !inside.trim().is_empty();
            return alone.then(|| inside.trim().trim_matches(['\'', '"']));
        }
    }
    None
}

/// Splits at a character that stands in no brackets and no quotes within brackets.
pub(super) fn split_outside(text: &str, separator: char) -> Vec<&str> {
    let (mut parts, mut start, mut depth, mut quoted) = (Vec::new(), 0, 0_usize, false);
    for (at, c) in text.char_indices() {
        match c {
            '\'' if depth > 0 => quoted = !quoted,
            '{' | '<' | '(' => depth += 1,
            '}' | '>' | ')' => {
                depth = depth.saturating_sub(1);
                quoted &= depth > 0;
            }
            _ if c == separator && depth == 0 => {
                parts.push(&text[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

/// Closes brackets that are still open at the next slash or at the end, and drops closing ones that
/// nothing opened.
pub(super) fn balanced(path: &str, repairs: &mut Vec<&'static str>) -> String {
    let mut out = String::with_capacity(path.len() + 2);
    let mut open: Vec<char> = Vec::new();
    // Up to here the innermost bracket is known to be closed later.
    let mut closed_by = 0;
    for (at, c) in path.char_indices() {
        match c {
            '(' | '{' | '<' => open.push(closing(c)),
            ')' | '}' | '>' if open.last() == Some(&c) => drop(open.pop()),
            ')' if open.contains(&')') => close_until(c, &mut open, &mut out, repairs),
            ')' | '}' | '>' => {
                repairs.push("a closing bracket without an opening one was dropped");
                continue;
            }
            '/' if !open.is_empty() && at >= closed_by => match closes_later(&path[at..], &open) {
                Some(length) => closed_by = at + length,
                None => close_all(&mut open, &mut out, repairs),
            },
            _ => {}
        }
        out.push(c);
    }
    close_all(&mut open, &mut out, repairs);
    out
}

fn closing(open: char) -> char {
    match open {
        '(' => ')',
        '{' => '}',
        _ => '>',
    }
}

/// Where the innermost open bracket is closed in what follows, unless another one of its kind opens
/// before.
fn closes_later(rest: &str, open: &[char]) -> Option<usize> {
    let close = *open.last()?;
    let (at, c) =
        rest.char_indices().find(|(_, c)| *c == close || closing_opened(*c) == Some(close))?;
    (c == close).then_some(at)
}

fn closing_opened(c: char) -> Option<char> {
    matches!(c, '(' | '{' | '<').then(|| closing(c))
}

fn close_until(c: char, open: &mut Vec<char>, out: &mut String, repairs: &mut Vec<&'static str>) {
    while let Some(close) = open.pop() {
        if close == c {
            break;
        }
        out.push(close);
        repairs.push("a missing closing bracket was added");
    }
}

fn close_all(open: &mut Vec<char>, out: &mut String, repairs: &mut Vec<&'static str>) {
    while let Some(close) = open.pop() {
        out.push(close);
        repairs.push("a missing closing bracket was added");
    }
}
