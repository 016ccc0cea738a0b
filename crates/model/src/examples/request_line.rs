//! The request line of an example: method, path below the service root, query options. Which addresses are the
//! service's is told by the docs' dialect.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::Missing;
use crate::Example;
use crate::api::Method;

/// How many options and brackets a query may have in all: so deep may expansions lie in one another at most, and so
/// many calls may follow one another in what is printed of it. The docs have four at most.
const MOST_PARTS: usize = 100;

/// How many commas a query may have: a call takes several of what they separate, so that there are fewer calls.
const MOST_COMMAS: usize = 500;

/// A request line, taken apart.
pub(super) struct RequestLine {
    pub(super) method: Method,
    /// Below the service root, with its slash, still percent-encoded.
    pub(super) path: String,
    /// Names as written and decoded values.
    pub(super) query: Vec<(String, String)>,
    /// The query as written, with its question mark.
    pub(super) query_text: String,
}

/// Reads the request line of an example.
pub(super) fn parse(example: &Example) -> Result<RequestLine, Missing> {
    let word = example.request.split(char::is_whitespace).next().unwrap_or_default();
    let method = Method::from_name(word).ok_or(Missing::RequestLine)?;
    let target = example.target.as_deref().ok_or(Missing::OtherService)?;
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let is_beyond =
        |count: usize, marks: &[char]| decode(query).matches(marks).nth(count).is_some();
    if is_beyond(MOST_PARTS, &['&', ';', '(']) || is_beyond(MOST_COMMAS, &[',']) {
        return Err(Missing::LongQuery);
    }
    let options = split_outside(query, '&');
    Ok(RequestLine {
        method,
        path: format!("/{}", path.trim().trim_matches('/')),
        query: options.into_iter().filter(|it| !it.is_empty()).map(option).collect(),
        query_text: if query.is_empty() { String::new() } else { format!("?{query}") },
    })
}

/// A plus sign stands for a space in a value.
fn option(text: &str) -> (String, String) {
    let (name, value) = text.split_once('=').unwrap_or((text, ""));
    let value = value.trim().replace('+', " ");
    (decode(name.trim()).into_owned(), decode(&value).trim().to_owned())
}

/// Resolves percent-encoding.
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}

/// The parts of `text` between separators that stand outside of quotes and brackets.
pub(super) fn split_outside(text: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut depth, mut quoted) = (0, 0_usize, false);
    for (at, character) in text.char_indices() {
        match character {
            '\'' => quoted = !quoted,
            '(' | '{' if !quoted => depth += 1,
            ')' | '}' if !quoted => depth = depth.saturating_sub(1),
            _ if character == separator && !quoted && depth == 0 => {
                parts.push(&text[start..at]);
                start = at + character.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}
