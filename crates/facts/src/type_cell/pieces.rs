//! A cell as linked and unlinked stretches of text.
//!
//! Links come from the page; a link whose Markdown is broken (`[user](user.md` or `[user]` without a
//! definition) is recognised by its brackets.

use page::Text;

/// A stretch of text, maybe a link.
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) link: Option<String>,
}

/// The stretches of a cell in order.
pub(super) fn pieces(text: &Text) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::new();
    for run in &text.runs {
        match joined.last_mut() {
            Some(last) if last.link == run.link => last.text.push_str(&run.text),
            _ => joined.push(Piece { text: run.text.clone(), link: run.link.clone() }),
        }
    }
    joined.into_iter().flat_map(split_brackets).collect()
}

/// Cuts `[user](user.md` and `[user]` out of unlinked text. `[]` alone stays: it marks an array.
fn split_brackets(piece: Piece) -> Vec<Piece> {
    if piece.link.is_some() || !piece.text.contains('[') {
        return vec![piece];
    }
    let mut parts = Vec::new();
    let mut rest = piece.text.as_str();
    while let Some((before, name, link, after)) = bracketed(rest) {
        parts.push(Piece { text: before.to_owned(), link: None });
        parts.push(Piece { text: name.to_owned(), link: Some(link.to_owned()) });
        rest = after;
    }
    parts.push(Piece { text: rest.to_owned(), link: None });
    parts
}

/// Text before the first bracket, name, destination (maybe empty), text after.
fn bracketed(text: &str) -> Option<(&str, &str, &str, &str)> {
    let open = text.find('[')?;
    let close = open + text[open..].find(']')?;
    let name = text[open + 1..close].trim();
    if name.is_empty() {
        return None;
    }
    let after = &text[close + 1..];
    if let Some(inside) = after.strip_prefix('(') {
        let end = inside.find([')', ' ']).unwrap_or(inside.len());
        let rest = inside[end..].trim_start_matches(')');
        return Some((&text[..open], name, &inside[..end], rest));
    }
    Some((&text[..open], name, "", after.strip_prefix("[]").unwrap_or(after)))
}
