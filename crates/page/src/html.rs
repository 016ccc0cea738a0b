//! What an HTML tag in the midst of text means for the text.
//!
//! Reads one tag, returns its effect on the characters around it.

/// The effect of a tag. The booleans say whether it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Markup {
    /// A new line begins.
    Break,
    /// Bold.
    Strong(bool),
    /// Italics.
    Emphasis(bool),
    /// Code.
    Code(bool),
    /// Nothing that can be read.
    Nothing,
    /// Not HTML but a placeholder such as `<group-id>`: it is text.
    Text,
}

/// Tags that lay out text and say nothing.
const SILENT: [&str; 33] = [
    "a",
    "big",
    "blockquote",
    "center",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "hr",
    "img",
    "ins",
    "ol",
    "p",
    "s",
    "small",
    "span",
    "strike",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
];

/// Reads a tag, a comment or a processing instruction.
pub(crate) fn markup(tag: &str) -> Markup {
    let body = tag.trim_start_matches('<');
    let (body, open) = body.strip_prefix('/').map_or((body, true), |rest| (rest, false));
    if body.starts_with(['!', '?']) {
        return Markup::Nothing;
    }
    let length = body.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(body.len());
    match body[..length].to_ascii_lowercase().as_str() {
        "br" => Markup::Break,
        "li" | "p" if open => Markup::Break,
        "b" | "strong" => Markup::Strong(open),
        "i" | "em" => Markup::Emphasis(open),
        "code" | "kbd" | "tt" => Markup::Code(open),
        "li" => Markup::Nothing,
        name if SILENT.contains(&name) => Markup::Nothing,
        _ => Markup::Text,
    }
}
