//! A path to [`Segment`]s, repaired where brackets do not match.
//!
//! Reads what stands between host and query. Must not know methods, queries or what a segment means.

use super::arguments;
use super::brackets::{balanced, placeholder, split_outside};
use crate::Segment;
use crate::english::{Class, English};

/// The segments of a path, and what had to be repaired.
pub(super) fn read(path: &str, english: &English) -> (Vec<Segment>, Vec<&'static str>) {
    let mut repairs = Vec::new();
    let path = balanced(path, &mut repairs);
    let parts: Vec<&str> = split_outside(&path, '/')
        .into_iter()
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let mut segments = Vec::new();
    let mut rest = parts.as_slice();
    while let Some((part, after)) = rest.split_first() {
        rest = after;
        match part.strip_suffix(':') {
            Some(before) => {
                let opened = segment(before, english, &mut repairs);
                rest = colon_path(opened, rest, &mut segments, &mut repairs);
            }
            None => segments.extend(segment(part, english, &mut repairs)),
        }
    }
    (segments, repairs)
}

/// `root:/{item-path}:/children`, read from behind `root:`; returns the parts after the closing colon.
fn colon_path<'a, 'b>(
    opened: Vec<Segment>,
    parts: &'a [&'b str],
    segments: &mut Vec<Segment>,
    repairs: &mut Vec<&'static str>,
) -> &'a [&'b str] {
    let mut before_path = String::new();
    match opened.as_slice() {
        [Segment::Literal(word)] => before_path.clone_from(word),
        _ => segments.extend(opened),
    }
    let closing = parts.iter().position(|part| part.ends_with(':'));
    let (inner, rest, closed) = match (closing, parts) {
        (Some(at), _) => (&parts[..=at], &parts[at + 1..], true),
        (None, []) => {
            segments.extend((!before_path.is_empty()).then_some(Segment::Literal(before_path)));
            repairs.push("a colon that opens no path was dropped");
            return parts;
        }
        (None, [first, _, ..]) if placeholder(first).is_some() => {
            repairs.push("the colon that closes the path was added");
            (&parts[..1], &parts[1..], true)
        }
        (None, _) => (parts, &parts[parts.len()..], false),
    };
    let path = inner.join("/");
    let path = path.strip_suffix(':').unwrap_or(&path).trim();
    let placeholder = placeholder(path).unwrap_or(path).to_owned();
    segments.push(Segment::ColonPath { before: before_path, placeholder, closed });
    rest
}

/// One part between slashes; a key in parentheses makes it two segments.
fn segment(part: &str, english: &English, repairs: &mut Vec<&'static str>) -> Vec<Segment> {
    let part = part.trim().trim_matches(['\'', '"']).trim_start_matches(':').trim();
    if part.is_empty() {
        return Vec::new();
    }
    if let Some((before, end)) = glued(part) {
        repairs.push("the slash that was missing before `$` was added");
        let mut segments = segment(before, english, repairs);
        segments.push(Segment::Literal(end.to_owned()));
        return segments;
    }
    if let Some((name, inside)) = call(part) {
        return arguments::read(name.trim(), inside, english);
    }
    let alternatives: Vec<&str> = split_outside(part, '|').into_iter().map(str::trim).collect();
    if alternatives.iter().any(|each| placeholder(each).is_some()) {
        if alternatives.len() > 1 {
            repairs.push("an alternative outside the braces was moved inside");
        }
        return vec![Segment::Key(
            alternatives.into_iter().flat_map(|it| names(it, english)).collect(),
        )];
    }
    if let Some((property, value)) = part.split_once('=')
        && placeholder(value).is_some()
    {
        let (property, value) = (property.trim().to_owned(), arguments::value(value));
        return vec![Segment::NamedKey { property, value }];
    }
    let words = split_outside(part, ' ');
    if words.len() > 1 {
        repairs.push("text behind the path was dropped");
        return segment(words[0], english, repairs);
    }
    vec![plain(part)]
}

/// `{id}` and `$ref` of `{id}$ref`: what OData writes as a segment of its own.
fn glued(part: &str) -> Option<(&str, &str)> {
    let (before, end) = part.split_at(part.rfind('$')?);
    let own = ["$ref", "$value", "$count"].iter().any(|name| end.eq_ignore_ascii_case(name));
    (own && !before.is_empty()).then_some((before, end))
}

/// A part without brackets, or with brackets that do not stand alone.
fn plain(part: &str) -> Segment {
    if is_guid(part) {
        return Segment::Key(vec!["id".to_owned()]);
    }
    if part.contains(['{', '<']) {
        return Segment::Key(vec![part.to_owned()]);
    }
    Segment::Literal(part.to_owned())
}

/// Name and inside of `name(inside)`; the name is empty for `(inside)`.
fn call(part: &str) -> Option<(&str, &str)> {
    let open = part.find(['(', '{', '<'])?;
    let (name, inside) = (&part[..open], part[open..].strip_prefix('(')?);
    Some((name, inside.strip_suffix(')')?))
}

/// Why no request can be made of a path with this segment.
pub(super) fn unusable(segment: &Segment) -> Option<&'static str> {
    match segment {
        // `{port},{pier}` is one key that callers write whole; of `{id}.json` they would leave out the end.
        Segment::Key(names) if names.iter().any(|name| has_text_beside(name)) => {
            Some("text stands beside a placeholder, and is no part of a key")
        }
        // URLs lose such segments (RFC 3986, section 5.2.4).
        Segment::Literal(word) if is_dots(word) => Some("a segment of dots leads to another path"),
        _ => None,
    }
}

/// Whether letters or digits stand outside of brackets: `v{n}`, `{id}:start`.
fn has_text_beside(key: &str) -> bool {
    let mut depth = 0_usize;
    key.contains(['{', '<'])
        && key.chars().any(|c| {
            match c {
                '{' | '<' => depth += 1,
                '}' | '>' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0 && c.is_alphanumeric()
        })
}

/// `.` and `..`, also with escapes.
fn is_dots(word: &str) -> bool {
    matches!(word.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..")
}

/// The names in a placeholder, `id` and `userPrincipalName` of `{id | userPrincipalName}`.
fn names(text: &str, english: &English) -> Vec<String> {
    let inside = placeholder(text).unwrap_or(text);
    inside
        .split('|')
        .flat_map(|name| alternatives(name, english))
        .filter(|name| !name.is_empty())
        .collect()
}

/// The names between slashes and between words that part them: "id or userPrincipalName".
fn alternatives(text: &str, english: &English) -> Vec<String> {
    let joins = |word: &&str| english.is_word(word, Class::KeyOr);
    let names = |part: &str| -> Vec<String> {
        let words: Vec<&str> = part.split_whitespace().collect();
        words.split(joins).map(|name| name.join(" ")).collect()
    };
    text.split('/').flat_map(names).collect()
}

fn is_guid(part: &str) -> bool {
    let groups: Vec<&str> = part.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
