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
use crate::{Options, Property, PropertyKind, QualifiedName};

/// Own properties by declaring type, in page order.
pub(crate) type Own = BTreeMap<QualifiedName, Vec<Property>>;

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
    /// How the types are used.
    pub(crate) uses: &'a Uses,
    /// The build's options.
    pub(crate) options: &'a Options<'a>,
}

/// Decides the own properties of all types, bases before the types derived from them.
pub(crate) fn decide(inputs: Inputs<'_>, diagnostics: &mut Vec<Diagnostic>) -> Own {
    let mut by_depth: Vec<(usize, &StatedStruct<'_>)> = inputs
        .found
        .structs
        .values()
        .map(|stated| (chain(inputs.bases, &stated.name).count(), stated))
        .collect();
    by_depth.sort_by_key(|(depth, stated)| (*depth, &stated.name));
    let mut own = Own::new();
    for (_, stated) in by_depth {
        let properties = of_type(stated, &own, inputs, diagnostics);
        own.insert(stated.name.clone(), properties);
    }
    own
}

/// All rows that state one property, the home page's first.
struct Rows<'a> {
    rows: Vec<(&'a PageFacts, &'a PropertyFacts)>,
}

fn of_type(
    stated: &StatedStruct<'_>,
    own: &Own,
    inputs: Inputs<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Property> {
    let json = json_members(stated);
    let mut properties = Vec::new();
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
            context,
        };
        match inherited(&row.name.value, stated, own, inputs.bases) {
            Some(base) => property_type::compare_with_base(&evidence, base, diagnostics),
            None => properties.push(declared(&rows, &stated.name, &evidence, diagnostics)),
        }
    }
    properties
}

fn declared(
    rows: &Rows<'_>,
    owner: &QualifiedName,
    evidence: &Evidence<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Property {
    let (_, row) = rows.rows[0];
    let mut property = described(row, owner, evidence.context);
    property.ty = property_type::decide(evidence, diagnostics);
    if rows.rows.iter().any(|(_, row)| row.role == TableRole::Relationships) {
        property.kind = PropertyKind::Navigation;
    }
    property
}

/// The property of that name which the nearest base type declares.
fn inherited<'a>(
    name: &str,
    stated: &StatedStruct<'_>,
    own: &'a Own,
    bases: &Bases,
) -> Option<&'a Property> {
    chain(bases, &stated.name)
        .skip(1)
        .filter_map(|base| own.get(base))
        .find_map(|properties| properties.iter().find(|p| p.wire_name.eq_ignore_ascii_case(name)))
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
