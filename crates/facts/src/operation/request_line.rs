//! A request line to a [`RequestLine`] with typed segments.
//!
//! Reads one line of text, wherever it stands, and returns what it asks for together with the repairs
//! that were needed. Must not know which blocks hold request lines, nor what a path leads to.

mod arguments;
mod brackets;
mod optional;
mod segments;
#[cfg(test)]
mod tests;

use crate::dialect::Target;
use crate::{Dialect, Method, RequestLine};

/// How many segments a path may have: each is a module in the one before it, and a call on it. The docs have 15
/// at most.
const MOST_SEGMENTS: usize = 64;

/// What a line turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// A request; the strings say what had to be repaired, one clause each.
    Request(RequestLine, Vec<&'static str>),
    /// It begins as a request, but its path cannot be used; the string says why.
    Unusable(&'static str),
    /// It asks another version of this service.
    OtherVersion,
    /// Something else: prose, a header, JSON, an empty line.
    Other,
}

/// Reads a line such as `GET /users/{id | userPrincipalName}/messages?$top=5`.
pub(crate) fn read(line: &str, dialect: &Dialect) -> Reading {
    let Some((method, raw)) = split_method(line) else { return Reading::Other };
    let target = tidy(raw);
    let target_path = match dialect.addresses.target(&target) {
        Target::Ours(path) => path,
        Target::OtherVersion => return Reading::OtherVersion,
        Target::Foreign => return Reading::Unusable("the URL leads to another service"),
    };
    let (path, query) = split_query(target_path);
    // `/users[?$top={n}]`
    let is_optional = target_path[path.len()..].starts_with("[?");
    if path.contains("...") || path.contains('…') {
        return Reading::Unusable("the path is abbreviated with an ellipsis");
    }
    if path.contains('*') {
        return Reading::Unusable("the path was never written");
    }
    let (segments, repairs) = segments::read(&dialect.with_braces(path), dialect.english());
    if segments.is_empty() {
        return Reading::Unusable("the path is empty");
    }
    if segments.len() > MOST_SEGMENTS {
        return Reading::Unusable("the path has too many segments");
    }
    if let Some(why) = segments.iter().find_map(segments::unusable) {
        return Reading::Unusable(why);
    }
    let written = |query: &str| if is_optional { format!("[{query}]") } else { query.to_owned() };
    let (query, optional) = query.map(|query| optional::read(&written(query))).unzip();
    let optional = optional.unwrap_or_default();
    let constants = constants(query.as_deref().unwrap_or_default(), dialect);
    let line = RequestLine { method, raw: raw.to_owned(), segments, query, optional, constants };
    Reading::Request(line, repairs)
}

/// The parameters of a query that the dialect has for constants, and whose values are written out.
fn constants(query: &str, dialect: &Dialect) -> Vec<(String, String)> {
    let written = query.split('&').filter_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        let is_open = value.is_empty() || value.contains(['{', '<']);
        (!is_open && dialect.is_constant(name)).then(|| (name.trim().to_owned(), value.to_owned()))
    });
    written.collect()
}

/// Whether a line asks for something, of whatever service.
pub(super) fn is_request(line: &str) -> bool {
    split_method(line).is_some()
}

/// Method and target. `Get the message` is prose: a word that is not in capitals needs a path behind
/// it, and so does one that is glued to it.
fn split_method(line: &str) -> Option<(Method, &str)> {
    let line = line.trim().trim_matches('`').trim();
    let end = line.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(line.len());
    let (word, rest) = line.split_at(end);
    let method = Method::from_name(word)?;
    let target = rest.trim();
    let glued = target.len() == rest.len();
    let rooted = target.starts_with(['/', '\\', '~']) || has_scheme(target);
    let capitals = word.bytes().all(|byte| byte.is_ascii_uppercase());
    let plausible = rooted || (capitals && !glued && looks_like_path(target));
    (plausible && !(glued && has_scheme(target))).then_some((method, target))
}

/// A target without a slash at its start: one word, or one with slashes and placeholders.
fn looks_like_path(target: &str) -> bool {
    let first = target.split_whitespace().next().unwrap_or_default();
    let opens = first.starts_with(|c: char| c.is_ascii_alphanumeric() || "{<[$&(".contains(c));
    // Generators that cannot find a path write `** Entity URI not found`.
    let unwritten = first.starts_with('*');
    unwritten || (opens && !first.ends_with(':') && (target.contains('/') || first == target))
}

fn has_scheme(target: &str) -> bool {
    let head = target.get(..8).unwrap_or(target).to_ascii_lowercase();
    head.starts_with("https://") || head.starts_with("http://")
}

/// Undoes HTML escapes, turns slashes the right way and takes the protocol version off the end.
fn tidy(target: &str) -> String {
    let text = target.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let text = text.replace('\\', "/");
    let text = text.trim_end();
    if let Some((before, last)) = text.rsplit_once(char::is_whitespace)
        && last.get(..5).is_some_and(|head| head.eq_ignore_ascii_case("HTTP/"))
    {
        return before.trim_end().to_owned();
    }
    text.to_owned()
}

/// Whether a query option begins here. `$ref` and `$value` are segments.
fn is_option(text: &str) -> bool {
    const OPTIONS: [&str; 8] =
        ["$count", "$expand", "$filter", "$orderby", "$search", "$select", "$skip", "$top"];
    text.split_once('=').is_some_and(|(name, _)| {
        OPTIONS.iter().any(|option| option.eq_ignore_ascii_case(name.trim_end()))
    })
}

/// Path and query. The query may be marked as optional, `/users[?$top={n}]`, or lack its question mark:
/// `/users$filter=…`.
pub(super) fn split_query(target: &str) -> (&str, Option<&str>) {
    let mut depth = 0_usize;
    for (at, c) in target.char_indices() {
        match c {
            '$' if depth == 0 && is_option(&target[at..]) => {
                return (target[..at].trim_end(), Some(target[at..].trim()));
            }
            '{' | '<' => depth += 1,
            '}' | '>' => depth = depth.saturating_sub(1),
            '?' if depth == 0 => {
                let (path, query) = (&target[..at], target[at + 1..].trim());
                return match path.strip_suffix('[') {
                    Some(path) => (path, Some(query.strip_suffix(']').unwrap_or(query))),
                    None => (path, Some(query)),
                };
            }
            _ => {}
        }
    }
    (target, None)
}
