//! The first cell of a row: a property name, a label, or something odd.

use diag::Span;
use page::{Row, Text};

use crate::english::{Class, English};
use crate::{Fact, Note};

/// What the first cell of a row is.
pub(super) enum RowName {
    /// A property.
    Property {
        /// Its name.
        name: Fact<String>,
        /// "(deprecated)" after the name.
        deprecated: Option<Fact<Note>>,
    },
    /// A label for the rows below, an instance annotation, or nothing at all.
    NotOne,
    /// Words that are no name.
    Odd,
}

/// Reads the first cell of `row`.
pub(super) fn row_name(cell: &Text, row: &Row, english: &English) -> RowName {
    let plain = cell.plain();
    let plain = plain.trim_matches(['*', '`', '"', '\'']).trim();
    if plain.is_empty() || is_annotation(plain) || is_label(cell, row) {
        return RowName::NotOne;
    }
    let length = name_length(plain);
    let (name, rest) = plain.split_at(length);
    let rest = rest.trim_matches(['*', '`']).trim();
    let starts = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    if !starts || !is_remark(rest, english) {
        return RowName::Odd;
    }
    RowName::Property {
        name: Fact::new(name.to_owned(), name_span(cell), super::RULE),
        deprecated: deprecated(rest, cell.span, english),
    }
}

/// A member of a member, and so on, has no more names before its own: each of them is a type.
const MOST_HOLDERS: usize = 8;

/// How many bytes of a cell are the name; that of a member has those of what holds it before it: `owner.name`,
/// `lines[].id`.
fn name_length(cell: &str) -> usize {
    let is_inner = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let one = |text: &str| text.find(|c: char| !is_inner(c)).unwrap_or(text.len());
    let mut length = one(cell);
    for _ in 0..MOST_HOLDERS {
        let behind = &cell[length..];
        let dot = [".", "[]."].into_iter().find(|dot| behind.starts_with(dot));
        let Some(dot) = dot.filter(|_| length > 0) else { break };
        match one(&behind[dot.len()..]) {
            0 => break,
            member => length += dot.len() + member,
        }
    }
    length
}

/// `@odata.type`, `content@odata.mediaEditLink`, `@microsoft.graph.downloadUrl`.
fn is_annotation(name: &str) -> bool {
    name.contains('@') || name.starts_with("odata.")
}

/// A bold cell alone in its row, or several words alone.
fn is_label(cell: &Text, row: &Row) -> bool {
    let strong = cell.runs.iter().filter(|run| !run.text.trim().is_empty()).all(|run| run.strong);
    row.label && (strong || cell.plain().contains(' '))
}

/// What may follow a name: nothing, or a remark in parentheses, or one known word.
fn is_remark(rest: &str, english: &English) -> bool {
    let word = rest.trim_matches(['(', ')', '[', ']', '*', '.']);
    rest.is_empty()
        || (rest.starts_with('(') && rest.ends_with(')'))
        || english.is_word(word, Class::BehindName)
}

fn deprecated(rest: &str, span: Span, english: &English) -> Option<Fact<Note>> {
    let mut words = rest.split(|c: char| !c.is_alphanumeric());
    let states = words.any(|word| english.is_word(word, Class::Deprecated));
    states.then(|| Fact::new(Note::Deprecated("Deprecated".to_owned()), span, "deprecated-name"))
}

/// The place of the first run that has words.
fn name_span(cell: &Text) -> Span {
    cell.runs.iter().find(|run| !run.text.trim().is_empty()).map_or(cell.span, |run| run.span)
}
