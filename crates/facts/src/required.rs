//! What a "Required" column says of a row.

use page::Text;

use crate::english::{Class, English};
use crate::{Fact, Note, Rule};

const RULE: Rule = "required-column";

/// The answer that the cell begins with.
pub(crate) fn answer(cell: &Text, english: &English) -> Option<Fact<Note>> {
    let plain = cell.plain();
    let first = plain.split([' ', '.', ',']).next()?;
    let note = if english.is_word(first, Class::Yes) {
        Note::Required
    } else if english.is_word(first, Class::No) {
        Note::Optional
    } else {
        return None;
    };
    Some(Fact::new(note, cell.span, RULE))
}
