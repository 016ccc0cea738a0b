//! Enumerations among definitions: below a heading that is a name, a table of values.
//!
//! Their table has no types. Some docs write that of a text behind each value; then capitals tell values from properties.

use std::collections::BTreeMap;

use diag::{Diagnostic, Span, codes};
use page::{BlockKind, Page, SectionId, Table, Text};

use super::RULE;
use crate::coverage::Ledger;
use crate::enums::initials;
use crate::type_cell::read_type_cell;
use crate::{Column, Fact, Primitive, title};

/// The definitions with a table of names or values that have no type, or none but that of a text.
pub(super) fn find(
    page: &Page,
    ledger: &Ledger<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<SectionId, Fact<String>> {
    let tables = page.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Table(table) => Some((block.section, table, ledger.columns(table))),
        _ => None,
    });
    let is_list = |columns: &[Option<Column>]| {
        matches!(columns.first(), Some(Some(Column::Member | Column::Value | Column::Name)))
    };
    let lists: Vec<_> = tables
        .filter(|(id, _, columns)| is_list(columns) && ledger.is_definition(page, *id))
        .collect();
    let is_typed = |columns: &[Option<Column>]| columns.contains(&Some(Column::Type));
    let begins_small = |table: &Table| initials(table).any(|c| c.is_ascii_lowercase());
    let has_small = lists.iter().any(|(_, table, it)| is_typed(it) && begins_small(table));
    let mut found = BTreeMap::new();
    for (id, table, columns) in lists {
        let typed = is_typed(&columns);
        if typed && !(has_small && are_texts(table, &columns, ledger)) {
            continue;
        }
        let heading = page.section(id);
        let Some(name) = title::spelled(&heading.title.plain(), ledger.dialect()) else { continue };
        if typed {
            diagnostics.push(typed_members(table.span, &name));
        }
        found.insert(id, Fact::new(name, heading.span, RULE));
    }
    found
}

/// Whether all rows name texts in capitals, as values are; names of properties begin small on the same page.
fn are_texts(table: &Table, columns: &[Option<Column>], ledger: &Ledger<'_>) -> bool {
    let Some(at) = columns.iter().position(|it| *it == Some(Column::Type)) else { return false };
    let primitives = ledger.dialect().primitives();
    let is_text = |cell: &Text| {
        let mentions = read_type_cell(cell, ledger.origin).mentions;
        matches!(&mentions[..], [it] if primitives.meaning(&it.name) == Some(Primitive::String))
    };
    !table.rows.is_empty()
        && initials(table).all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
        && table.rows.iter().all(|row| row.cells.get(at).is_some_and(is_text))
}

fn typed_members(at: Span, name: &str) -> Diagnostic {
    let message = format!("this table may list the properties or the values of `{name}`");
    Diagnostic::new(codes::TYPED_MEMBERS, at, message).help(
        "it is read as an enumeration, since its names begin with capitals and others here do not",
    )
}
