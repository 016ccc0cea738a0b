//! What must be given to create an object.
//!
//! A property is asked for where the type's page says that it is required, or all pages that create such
//! objects do; but not where one of these pages calls it optional, lists others without it, or never shows
//! it in its examples, and not where it has a default or is deprecated. An example among several that does
//! without it is an exception, for which there is `Create::unchecked`.

use facts::{Fact, Note, PropertyFacts};

use super::statements::{Sending, says};
use crate::types::{Field, Structure, TypeId};
use crate::{Access, Constructor, OperationKind};

/// The constructor of a type that `stated` send, if they create objects of it.
pub(super) fn decide(
    id: TypeId,
    item: &Structure<'_>,
    access: &[Fact<Access>],
    stated: &[&Sending<'_>],
) -> Option<Constructor> {
    let of_kind = |kind| {
        let pages = stated.iter().copied().filter(|it| it.kind == kind && it.speaks);
        pages.collect::<Vec<_>>()
    };
    let creating = of_kind(OperationKind::Create);
    let replacing = of_kind(OperationKind::Replace);
    if item.is_abstract || item.is_json || (creating.is_empty() && replacing.is_empty()) {
        return None;
    }
    let pages = if creating.is_empty() { replacing } else { creating };
    let writable = item.fields.iter().zip(access).filter(|(_, it)| it.value != Access::ReadOnly);
    let required = writable.filter_map(|(field, _)| asked(field, id, &pages)).collect();
    Some(Constructor { required })
}

fn asked(field: &Field<'_>, id: TypeId, pages: &[&Sending<'_>]) -> Option<Fact<String>> {
    let name = field.wire_name;
    let rows: Vec<Option<&PropertyFacts>> =
        pages.iter().filter(|page| page.has_table()).map(|page| page.row(name)).collect();
    let doubtful = field.default().is_some()
        || field.deprecated().is_some()
        || rows.iter().any(|row| row.is_none_or(|row| says(row, &Note::Optional)))
        || pages.iter().any(|page| page.does_without(name, id));
    if doubtful {
        return None;
    }
    let on_type = field.required().filter(|fact| fact.value);
    let on_type = on_type.map(|fact| (fact.span, fact.rule));
    let (span, rule) = on_type.or_else(|| on_pages(&rows))?;
    Some(Fact { value: name.to_owned(), span, rule })
}

/// The first statement, if all rows have one.
fn on_pages(rows: &[Option<&PropertyFacts>]) -> Option<(diag::Span, facts::Rule)> {
    let mut found = rows.iter().map(|row| {
        let notes = &(*row)?.notes;
        let required = |note: &Note| matches!(note, Note::Required | Note::RequiredOnCreate);
        notes.iter().find(|note| required(&note.value)).map(|note| (note.span, note.rule))
    });
    let first = found.next()??;
    found.all(|it| it.is_some()).then_some(first)
}
