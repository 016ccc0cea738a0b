//! Which type a property has, where several statements say something about it.
//!
//! The cell decides. Only where it says nothing usable do others: the JSON representation, then a row on
//! another page. A cell that says `String` while the description lists exactly the members of one
//! enumeration means that enumeration.

use diag::Diagnostic;
use facts::{JsonMember, PageFacts, PropertyFacts};

use super::enums::ByMembers;
use super::property::{cell_type, unresolved, untyped};
use super::{RowContext, json_type};
use crate::{ItemType, Property, Scalar, Sourced, ValueType};

/// Everything stated about the type of one property.
pub(crate) struct Evidence<'a> {
    /// Its rows, the home page's first; never empty.
    pub(crate) rows: &'a [(&'a PageFacts, &'a PropertyFacts)],
    /// Its member of the JSON representation.
    pub(crate) json: Option<&'a JsonMember>,
    /// Enumerations by members.
    pub(crate) by_members: &'a ByMembers,
    /// Where the first row stands.
    pub(crate) context: RowContext<'a>,
}

/// Decides the type; reports what contradicts it, or that nothing could be understood.
pub(crate) fn decide(
    evidence: &Evidence<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Sourced<ValueType> {
    let (_, first) = evidence.rows[0];
    let stated = stated(evidence);
    let shown = shown(evidence);
    let Some(mut decided) = stated.or_else(|| shown.clone()) else {
        diagnostics.push(unresolved(first));
        return untyped(first);
    };
    if decided.value.item == ItemType::Scalar(Scalar::String)
        && let Some(name) = listed_enum(evidence)
    {
        decided.value.item = ItemType::Enum(name);
        decided.rule = "enum-by-values";
    }
    decided
}

/// Reports a row that gives an inherited property another type than the base type does.
pub(crate) fn compare_with_base(
    evidence: &Evidence<'_>,
    base: &Property,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let (_, first) = evidence.rows[0];
    let Some(stated) = stated(evidence).filter(|stated| stated.value != base.ty.value) else {
        return;
    };
    if base.ty.value.item == ItemType::Untyped {
        return;
    }
    diagnostics.push(
        Diagnostic::warning(
            "conflicting-type",
            stated.span,
            format!("`{}` has another type in `{}`", first.name.value, base.declared_in.name),
        )
        .help("the base type's statement is used"),
    );
}

/// The first cell that resolves.
fn stated(evidence: &Evidence<'_>) -> Option<Sourced<ValueType>> {
    let mut rows = evidence.rows.iter();
    rows.find_map(|(page, row)| cell_type(row, RowContext { page: &page.path, ..evidence.context }))
}

fn shown(evidence: &Evidence<'_>) -> Option<Sourced<ValueType>> {
    let member = evidence.json?;
    let value = json_type(member, evidence.context.index, evidence.context.namespace)?;
    Some(Sourced { value, span: member.name.span, rule: member.name.rule })
}

/// The enumeration whose members the descriptions list.
fn listed_enum(evidence: &Evidence<'_>) -> Option<crate::QualifiedName> {
    evidence.rows.iter().find_map(|(_, row)| {
        let values = row.values.iter().map(|value| value.value.as_str());
        evidence.by_members.find(values).cloned()
    })
}
