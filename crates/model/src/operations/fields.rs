//! The fields of a struct of parameters.
//!
//! Reads a body's table, or its JSON where there is no table. Rows become properties as on resource pages.

use std::collections::BTreeSet;

use diag::Diagnostic;
use facts::{BodyFacts, Fact, JsonMember, PropertyFacts, TableRole};

use super::claims::Claim;
use crate::names::{distinct_by, field_name};
use crate::types::{RowContext, TypeIndex, described, json_type, property};
use crate::{Options, Property, QualifiedName};

/// The fields that `facts` list, each name once.
pub(super) fn fields(
    claim: Claim<'_>,
    facts: &BodyFacts,
    types: &TypeIndex,
    options: &Options<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Property> {
    let namespace = claim.page.namespace.as_ref().map_or("", |line| line.value.as_str());
    let context = RowContext { page: &claim.page.path, namespace, index: types, options };
    let owner = owner(options);
    let mut fields: Vec<Property> = if facts.properties.is_empty() {
        facts.json.iter().map(|member| shown(member, &owner, context)).collect()
    } else {
        facts.properties.iter().map(|row| property(row, &owner, context, diagnostics)).collect()
    };
    let mut seen = BTreeSet::new();
    fields.retain(|field| seen.insert(field.wire_name.to_ascii_lowercase()));
    let wire = fields.iter().map(|field| (field.wire_name.as_str(), field.span));
    let names = distinct_by(wire, field_name, diagnostics);
    for (field, name) in fields.iter_mut().zip(names) {
        field.rust_name = name;
    }
    fields
}

/// Parameters belong to no type of the API.
fn owner(options: &Options<'_>) -> QualifiedName {
    QualifiedName { namespace: options.default_namespace.clone(), name: String::new() }
}

fn shown(member: &JsonMember, owner: &QualifiedName, context: RowContext<'_>) -> Property {
    let row = bare_row(&member.name);
    let field = described(&row, owner, context);
    match json_type(member, context.index, context.namespace) {
        Some(value) => {
            Property { ty: Fact { value, span: member.name.span, rule: member.name.rule }, ..field }
        }
        None => field,
    }
}

fn bare_row(name: &Fact<String>) -> PropertyFacts {
    PropertyFacts {
        name: name.clone(),
        role: TableRole::Parameters,
        ty: None,
        description: None,
        notes: Vec::new(),
        values: Vec::new(),
    }
}
