//! Addresses that stand in text without being marked as links.

use crate::Address;

/// A part of a text.
pub(super) enum Piece<'a> {
    /// Words.
    Text(&'a str),
    /// An address, and where it leads.
    Address(&'a str, Address),
    /// An address with a placeholder in it, which nobody can follow.
    Placeholder(&'a str),
}

/// Whether it is worth to look for addresses.
pub(super) fn may_hold_address(text: &str) -> bool {
    text.contains("://")
}

/// Gives the parts of `text` in order.
pub(super) fn split<'a>(text: &'a str, mut give: impl FnMut(Piece<'a>)) {
    let mut from = 0;
    let mut searched = 0;
    while let Some(found) = text[searched..].find("http") {
        let start = searched + found;
        searched = start + "http".len();
        let Some(length) = address_length(text, start) else { continue };
        let end = start + length;
        if from < start {
            give(Piece::Text(&text[from..start]));
        }
        give(read(&text[start..end]));
        (from, searched) = (end, end);
    }
    if from < text.len() {
        give(Piece::Text(&text[from..]));
    }
}

/// The length of the address that begins a word at `start`.
fn address_length(text: &str, start: usize) -> Option<usize> {
    if text[..start].ends_with(char::is_alphanumeric) {
        return None;
    }
    let rest = &text[start..];
    let host = ["https://", "http://"].iter().find(|scheme| rest.starts_with(**scheme))?.len();
    let end = rest.find(|c: char| c.is_whitespace() || "|\"'`".contains(c)).unwrap_or(rest.len());
    let end = trimmed_length(&rest[..end]);
    (end > host).then_some(end)
}

/// The length without punctuation at the end, which belongs to the sentence; a bracket that the address
/// opens belongs to it.
fn trimmed_length(address: &str) -> usize {
    let balance = |open: char, close: char| {
        let count = |wanted: char| address.matches(wanted).count();
        count(close).saturating_sub(count(open))
    };
    let mut surplus =
        [(')', balance('(', ')')), (']', balance('[', ']')), ('}', balance('{', '}'))];
    let belongs_outside = |last: char| match surplus.iter_mut().find(|(close, _)| *close == last) {
        Some((_, 0)) => false,
        Some((_, left)) => {
            *left -= 1;
            true
        }
        None => ".,;:!?*_\\".contains(last),
    };
    address.trim_end_matches(belongs_outside).len()
}

fn read(text: &str) -> Piece<'_> {
    if text.contains(['<', '>', '{', '}', '[', ']', '*']) {
        return Piece::Placeholder(text);
    }
    Address::new(text).map_or(Piece::Text(text), |address| Piece::Address(text, address))
}
