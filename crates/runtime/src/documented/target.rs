//! Paths and query options in one spelling.

use percent_encoding::percent_decode_str;

use super::{expression, nested};

/// A path without encoding, namespaces, empty argument lists and closing punctuation.
pub(super) fn path(text: &str) -> String {
    let decoded = decode(text).replace("()", "").replace(", ", ",");
    let segments = decoded.trim_matches(['/', ':']).split('/').map(without_namespace);
    segments.collect::<Vec<_>>().join("/")
}

/// `microsoft.graph.assign` as `assign`.
fn without_namespace(segment: &str) -> &str {
    let lower = segment.to_ascii_lowercase();
    let name_end = lower.find('(').unwrap_or(lower.len());
    match lower[..name_end].rfind('.') {
        Some(dot) if lower.starts_with("microsoft.") => &segment[dot + 1..],
        _ => segment,
    }
}

/// The name and decoded value of each query option, as written.
pub(super) fn pairs(query: &str) -> impl Iterator<Item = (&str, String)> {
    let mut quoted = false;
    let is_separator = move |c: char| {
        quoted ^= c == '\'';
        c == '&' && !quoted
    };
    query.split(is_separator).filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (name.trim(), decode(&value.replace('+', " ")))
    })
}

/// All options in one line, in the order of their names.
pub(super) fn options<'q>(pairs: impl Iterator<Item = (&'q str, String)>) -> String {
    let mut options: Vec<String> = pairs
        .map(|(name, value)| {
            let name = decode(name).trim_start_matches('$').to_ascii_lowercase();
            format!("{name}={}", expression::normal(&nested::sorted(&value)))
        })
        .collect();
    options.sort();
    options.join("&")
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
