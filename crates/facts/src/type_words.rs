//! What the dialect knows of the words in type cells: which type a word means, and that a relationship may name
//! the set of its type.
//!
//! Runs over the claims of a page when all are read. Does not know which types exist.

use crate::{Dialect, Mention, PageFacts, PropertyFacts, TableRole, TypeCell, title};

#[cfg(test)]
mod tests;

/// Puts the dialect's meaning in place of the words of all type cells.
pub(crate) fn settle(facts: &mut PageFacts, dialect: &Dialect) {
    let of_types = facts.types.iter_mut().flat_map(|facts| &mut facts.properties);
    let operation = facts.operation.as_mut();
    let of_body = operation.into_iter().flat_map(|facts| &mut facts.body.properties);
    of_types.chain(of_body).for_each(|row| settle_row(row, dialect));
}

fn settle_row(row: &mut PropertyFacts, dialect: &Dialect) {
    let Some(cell) = &mut row.ty else { return };
    mean(&mut cell.value, dialect);
    if row.role == TableRole::Relationships && dialect.has_plural_sets() {
        cell.value.collection |= names_set(&cell.value, dialect);
    }
}

/// Puts the dialect's meaning in place of the words of one cell.
pub(crate) fn mean(cell: &mut TypeCell, dialect: &Dialect) {
    if let Some(meaning) = dialect.type_of_words(&cell.text) {
        cell.mentions = vec![Mention { name: meaning.to_owned(), link: None }];
        return;
    }
    for mention in &mut cell.mentions {
        if let Some(meaning) = dialect.type_word(title::simple(&mention.name)) {
            mention.name = meaning.to_owned();
        }
    }
}

/// The cell is one word in the plural: `salesInvoiceLines`.
fn names_set(cell: &TypeCell, dialect: &Dialect) -> bool {
    let word = cell.text.trim();
    let one = word.chars().all(|c| c.is_ascii_alphanumeric() || c == '.');
    one && dialect.plurals().singular(word) != word
}
