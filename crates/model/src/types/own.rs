//! The properties that each structured type declares itself.
//!
//! A row belongs to the type furthest up that states it: what a base type declares is left out of the
//! types derived from it, whether or not the row says "Inherited from".

use std::collections::BTreeMap;

use diag::{Diagnostic, codes};
use facts::{JsonMember, TableRole};

use super::field::{Field, Row};
use super::id::{Item, TypeId};
use super::outline::Outline;
use super::property_type::{self, Evidence};
use super::stated::{StatedStruct, Statements};
use crate::{ItemType, PropertyKind, StructKind};

/// The properties of one type's rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Decided<'a> {
    /// Own properties, in page order.
    pub(crate) own: Vec<Field<'a>>,
    /// Inherited properties as the rows of this type describe them.
    pub(crate) restated: Vec<Field<'a>>,
    /// Where each own property stands, by lower-case name.
    places: BTreeMap<String, usize>,
}

/// The properties of all types.
pub(crate) type ByType<'a> = BTreeMap<TypeId, Decided<'a>>;

/// Decides the own properties of all types, bases before the types derived from them.
pub(crate) fn decide<'a>(outline: &Outline<'a>, diagnostics: &mut Vec<Diagnostic>) -> ByType<'a> {
    let structs = outline.found.structs.keys();
    let mut by_depth: Vec<(usize, TypeId)> =
        structs.map(|id| (outline.chain(*id).count(), *id)).collect();
    by_depth.sort_unstable();
    let mut all = ByType::new();
    for (_, id) in by_depth {
        let decided = of_type(id, &all, outline, diagnostics);
        all.insert(id, decided);
    }
    all
}

fn of_type<'a>(
    id: TypeId,
    above: &ByType<'a>,
    outline: &Outline<'a>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Decided<'a> {
    let stated = &outline.found.structs[&id];
    let json = json_members(stated);
    let mut decided = Decided::default();
    for rows in grouped(stated) {
        let first = rows[0];
        let lower = first.facts.name.value.to_ascii_lowercase();
        let evidence =
            Evidence { outline, owner: id, rows: &rows, json: json.get(&lower).copied() };
        match inherited(&lower, id, above, outline) {
            Some(base) => {
                diagnostics.extend(property_type::conflict_with_base(&evidence, base));
                decided.restated.push(base.restated(first));
            }
            None => {
                decided.places.insert(lower, decided.own.len());
                let field = declared(&evidence, diagnostics);
                decided.own.push(spelled(field, &evidence, diagnostics));
            }
        }
    }
    decided
}

fn declared<'a>(evidence: &Evidence<'_, 'a>, diagnostics: &mut Vec<Diagnostic>) -> Field<'a> {
    let row = evidence.rows[0];
    let ty = property_type::decide(evidence, diagnostics);
    let kind = kind(evidence.rows, ty.value.item, evidence.outline);
    let field = Field::new(row, Some(evidence.owner), ty, kind);
    if !field.values.is_empty() {
        return field;
    }
    Field { values: tabled_values(row, &evidence.outline.found), ..field }
}

/// By the name that JSON has, where rows have it in another case.
fn spelled<'a>(
    field: Field<'a>,
    evidence: &Evidence<'_, 'a>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Field<'a> {
    let row = field.wire_name;
    let Some(shown) = evidence.outline.spelled.instead(evidence.owner, row) else { return field };
    // A slip in the representation is told of when it is proofread.
    if evidence.json.is_none() {
        let message = format!("examples show `{shown}`, the table has `{row}`");
        let report = Diagnostic::new(codes::NAME_CASE, evidence.rows[0].facts.name.span, message);
        diagnostics.push(report.help("it is called as in the examples, which are what is sent"));
    }
    Field { wire_name: shown, ..field }
}

/// By the table, unless the type leaves no choice: a relationship cannot lead to a scalar, and a
/// structural property cannot hold an entity.
fn kind(rows: &[Row<'_>], item: Item, outline: &Outline<'_>) -> PropertyKind {
    let related = rows.iter().any(|row| row.facts.role == TableRole::Relationships);
    match item {
        ItemType::Struct(id) if outline.kinds.get(&id) == Some(&StructKind::Entity) => {
            PropertyKind::Navigation
        }
        ItemType::Scalar(_) | ItemType::Enum(_) => PropertyKind::Structural,
        _ if related => PropertyKind::Navigation,
        _ => PropertyKind::Structural,
    }
}

/// The values that a table of the page lists for a property.
fn tabled_values<'a>(row: Row<'a>, found: &Statements<'a>) -> Vec<&'a str> {
    let tables = found.values.get(&(row.page, row.facts.name.value.to_ascii_lowercase()));
    let members = tables.into_iter().flatten().flat_map(|facts| &facts.members);
    members.map(|member| member.name.value.as_str()).collect()
}

/// The property of that lower-case name which the nearest base type declares.
fn inherited<'b, 'a>(
    lower: &str,
    id: TypeId,
    above: &'b ByType<'a>,
    outline: &Outline<'_>,
) -> Option<&'b Field<'a>> {
    outline.chain(id).skip(1).find_map(|base| {
        let decided = above.get(&base)?;
        decided.own.get(*decided.places.get(lower)?)
    })
}

/// The rows of a type by property, in the order of their first rows. Between pages, names that differ in case are one;
/// of one page they are two, as JSON has it.
fn grouped<'a>(stated: &StatedStruct<'a>) -> Vec<Vec<Row<'a>>> {
    let mut order: Vec<Vec<Row<'a>>> = Vec::new();
    for (page, facts) in &stated.statements {
        let known = order.len();
        for row in facts.properties.iter().filter(|row| row.role != TableRole::Parameters) {
            let is = |name: &str, group: &Vec<Row<'a>>| group[0].facts.name.value == name;
            let name = row.name.value.as_str();
            let folded =
                |group: &Vec<Row<'a>>| group[0].facts.name.value.eq_ignore_ascii_case(name);
            let exact = order.iter().position(|group| is(name, group));
            let place = exact.or_else(|| order[..known].iter().position(folded));
            let row = Row { page: &page.path, facts: row };
            match place {
                Some(place) => order[place].push(row),
                None => order.push(vec![row]),
            }
        }
    }
    order
}

/// Members of the JSON representations, by lower-case name; the home page's win.
fn json_members<'a>(stated: &StatedStruct<'a>) -> BTreeMap<String, &'a JsonMember> {
    let mut members = BTreeMap::new();
    for member in stated.facts().flat_map(|facts| &facts.json) {
        members.entry(member.name.value.to_ascii_lowercase()).or_insert(member);
    }
    members
}
