//! The properties that each structured type declares itself.
//!
//! A row belongs to the type furthest up that states it: what a base type declares is left out of the
//! types derived from it, whether or not the row says "Inherited from".

use std::collections::BTreeMap;

use diag::Diagnostic;
use facts::{JsonMember, PageFacts, PropertyFacts, TableRole};

use super::bases::{Bases, chain};
use super::enums::ByMembers;
use super::evidence::Uses;
use super::property_type::{self, Evidence};
use super::statements::{StatedStruct, Statements};
use super::{RowContext, TypeIndex, described};
use crate::{
    ItemType, Options, Property, PropertyKind, QualifiedName, QueryCapabilities, StructKind,
};

/// Own properties by declaring type, in page order.
pub(crate) type Own = BTreeMap<QualifiedName, Vec<Property>>;

/// Where each property stands among those of its declaring type, by lower-case name.
type Places = BTreeMap<QualifiedName, BTreeMap<String, usize>>;

/// The properties of one type's rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Decided {
    /// By declaring type.
    pub(crate) own: Own,
    /// Inherited properties as the rows of the derived type describe them, by derived type.
    pub(crate) restated: BTreeMap<QualifiedName, Vec<Property>>,
}

/// What deciding properties needs.
#[derive(Clone, Copy)]
pub(crate) struct Inputs<'a> {
    /// All statements.
    pub(crate) found: &'a Statements<'a>,
    /// Decided bases.
    pub(crate) bases: &'a Bases,
    /// All types by name.
    pub(crate) index: &'a TypeIndex,
    /// Enumerations by members.
    pub(crate) by_members: &'a ByMembers,
    /// Entity or complex.
    pub(crate) kinds: &'a BTreeMap<QualifiedName, StructKind>,
    /// How the types are used.
    pub(crate) uses: &'a Uses,
    /// The build's options.
    pub(crate) options: &'a Options<'a>,
}

/// Decides the own properties of all types, bases before the types derived from them.
pub(crate) fn decide(inputs: Inputs<'_>, diagnostics: &mut Vec<Diagnostic>) -> Decided {
    let mut by_depth: Vec<(usize, &StatedStruct<'_>)> = inputs
        .found
        .structs
        .values()
        .map(|stated| (chain(inputs.bases, &stated.name).count(), stated))
        .collect();
    by_depth.sort_by_key(|(depth, stated)| (*depth, &stated.name));
    let mut decided = Decided::default();
    let mut places = Places::new();
    for (_, stated) in by_depth {
        let known = Known { own: &decided.own, places: &places, bases: inputs.bases };
        let (own, restated) = of_type(stated, known, inputs, diagnostics);
        let lower = own.iter().map(|it| it.wire_name.to_ascii_lowercase());
        places.insert(stated.name.clone(), lower.zip(0..).collect());
        decided.own.insert(stated.name.clone(), own);
        decided.restated.insert(stated.name.clone(), restated);
    }
    decided
}

/// All rows that state one property, the home page's first.
struct Rows<'a> {
    rows: Vec<(&'a PageFacts, &'a PropertyFacts)>,
}

fn of_type(
    stated: &StatedStruct<'_>,
    known: Known<'_>,
    inputs: Inputs<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Property>, Vec<Property>) {
    let json = json_members(stated);
    let (mut properties, mut restated) = (Vec::new(), Vec::new());
    for rows in grouped(stated) {
        let (page, row) = rows.rows[0];
        let context = RowContext {
            page: &page.path,
            namespace: &stated.name.namespace,
            index: inputs.index,
            options: inputs.options,
        };
        let evidence = Evidence {
            owner: &stated.name,
            rows: &rows.rows,
            json: json.get(&row.name.value.to_ascii_lowercase()).copied(),
            by_members: inputs.by_members,
            bases: inputs.bases,
            lists: &inputs.uses.listed,
            keyed: &inputs.uses.keyed,
            context,
        };
        match known.inherited(&row.name.value, &stated.name) {
            Some(base) => {
                property_type::compare_with_base(&evidence, base, diagnostics);
                restated.push(restate(base, described(row, &base.declared_in, context)));
            }
            None => properties.push(declared(&rows, &evidence, inputs, diagnostics)),
        }
    }
    (properties, restated)
}

/// An inherited property with what the derived type's row adds to the base's. The base decides what it
/// is, the derived type what is said about it.
fn restate(base: &Property, row: Property) -> Property {
    Property {
        wire_name: base.wire_name.clone(),
        ty: base.ty.clone(),
        kind: base.kind,
        nullable: row.nullable.or_else(|| base.nullable.clone()),
        required: row.required.or_else(|| base.required.clone()),
        mutability: row.mutability.or_else(|| base.mutability.clone()),
        returned: row.returned.or_else(|| base.returned.clone()),
        default: row.default.or_else(|| base.default.clone()),
        values: if row.values.is_empty() { base.values.clone() } else { row.values },
        docs: if row.docs.text.is_empty() { base.docs.clone() } else { row.docs },
        deprecated: row.deprecated.or_else(|| base.deprecated.clone()),
        query: QueryCapabilities {
            filter: row.query.filter.or_else(|| base.query.filter.clone()),
            order_by: row.query.order_by.or_else(|| base.query.order_by.clone()),
            search: row.query.search.or_else(|| base.query.search.clone()),
            expand: row.query.expand.or_else(|| base.query.expand.clone()),
        },
        ..row
    }
}

fn declared(
    rows: &Rows<'_>,
    evidence: &Evidence<'_>,
    inputs: Inputs<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Property {
    let (page, row) = rows.rows[0];
    let mut property = described(row, evidence.owner, evidence.context);
    property.ty = property_type::decide(evidence, diagnostics);
    property.kind = kind(rows, &property.ty.value.item, inputs.kinds);
    if property.values.is_empty() {
        property.values = tabled_values(page, &row.name.value, inputs.found);
    }
    property
}

/// By the table, unless the type leaves no choice: a relationship cannot lead to a scalar, and a
/// structural property cannot hold an entity.
fn kind(
    rows: &Rows<'_>,
    item: &ItemType,
    kinds: &BTreeMap<QualifiedName, StructKind>,
) -> PropertyKind {
    let related = rows.rows.iter().any(|(_, row)| row.role == TableRole::Relationships);
    match item {
        ItemType::Struct(name) if kinds.get(name) == Some(&StructKind::Entity) => {
            PropertyKind::Navigation
        }
        ItemType::Scalar(_) | ItemType::Enum(_) => PropertyKind::Structural,
        _ if related => PropertyKind::Navigation,
        _ => PropertyKind::Structural,
    }
}

/// The values that a table of the page lists for a property.
fn tabled_values(page: &PageFacts, property: &str, found: &Statements<'_>) -> Vec<String> {
    let tables = found.values.get(&(page.path.as_str(), property.to_ascii_lowercase()));
    let members = tables.into_iter().flatten().flat_map(|facts| &facts.members);
    members.map(|member| member.name.value.clone()).collect()
}

/// The properties of the types above.
#[derive(Clone, Copy)]
struct Known<'a> {
    own: &'a Own,
    places: &'a Places,
    bases: &'a Bases,
}

impl<'a> Known<'a> {
    /// The property of that name which the nearest base type declares.
    fn inherited(self, name: &str, owner: &QualifiedName) -> Option<&'a Property> {
        let lower = name.to_ascii_lowercase();
        chain(self.bases, owner).skip(1).find_map(|base| {
            let place = self.places.get(base)?.get(&lower)?;
            self.own.get(base)?.get(*place)
        })
    }
}

/// The rows of a type by property, in the order of their first rows.
fn grouped<'a>(stated: &StatedStruct<'a>) -> Vec<Rows<'a>> {
    let mut order: Vec<Rows<'a>> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (page, facts) in &stated.statements {
        for row in facts.properties.iter().filter(|row| row.role != TableRole::Parameters) {
            let place = *places.entry(row.name.value.to_ascii_lowercase()).or_insert_with(|| {
                order.push(Rows { rows: Vec::new() });
                order.len() - 1
            });
            order[place].rows.push((page, row));
        }
    }
    order
}

/// Members of the JSON representations, by lower-case name; the home page's win.
fn json_members<'a>(stated: &StatedStruct<'a>) -> BTreeMap<String, &'a JsonMember> {
    let mut members = BTreeMap::new();
    for (_, facts) in &stated.statements {
        for member in &facts.json {
            members.entry(member.name.value.to_ascii_lowercase()).or_insert(member);
        }
    }
    members
}
