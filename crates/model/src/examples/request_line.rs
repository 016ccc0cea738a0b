//! The request line of an example: method, path below the service root, query options.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::Missing;
use crate::api::Method;

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

pub(super) fn parse(text: &str, base_url: &str) -> Result<RequestLine, Missing> {
    let text: String = text.lines().map(str::trim).collect();
    let (method, target) = text.split_once(char::is_whitespace).ok_or(Missing::RequestLine)?;
    let method = Method::from_name(method).ok_or(Missing::RequestLine)?;
    let target = target.split(" HTTP/").next().unwrap_or_default().trim();
    let relative = below_root(target, base_url)?;
    let (path, query) = relative.split_once('?').unwrap_or((relative, ""));
    let options = split_outside(query, '&');
    Ok(RequestLine {
        method,
        path: format!("/{}", path.trim().trim_matches('/')),
        query: options.into_iter().filter(|it| !it.is_empty()).map(option).collect(),
        query_text: if query.is_empty() { String::new() } else { format!("?{query}") },
    })
}

/// The target without service and version. Examples also name another version of the same service, or no
/// service at all.
fn below_root<'t>(target: &'t str, base_url: &str) -> Result<&'t str, Missing> {
    let host = |url: &'t str| url.split_once("://").map(|(_, rest)| rest);
    let Some(rest) = host(target) else { return Ok(without_version(target)) };
    let (service, below) = rest.split_once('/').unwrap_or((rest, ""));
    let ours = base_url.split("://").nth(1).and_then(|rest| rest.split('/').next());
    if ours.is_some_and(|ours| ours.eq_ignore_ascii_case(service)) {
        Ok(without_version(below))
    } else {
        Err(Missing::OtherService)
    }
}

fn without_version(path: &str) -> &str {
    let path = path.trim_start_matches('/');
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    let numbered =
        first.strip_prefix('v').is_some_and(|it| it.starts_with(|c: char| c.is_ascii_digit()));
    if numbered || first == "beta" { rest } else { path }
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
