//! The fields of a struct of parameters.
//!
//! Reads a body's table, or its JSON where there is no table. Rows become fields as on resource pages.

use std::collections::BTreeSet;

use diag::Diagnostic;

use super::claim::Claim;
use crate::names::{distinct_by, field_name};
use crate::types::{Field, Row, TypeIndex};

/// Named parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Parameters<'a> {
    /// The parameters; never empty.
    pub(crate) fields: Vec<Field<'a>>,
    /// The Rust name of each.
    pub(crate) names: Vec<String>,
}

impl<'a> Parameters<'a> {
    /// The parameters with their names; `None` if there are none.
    pub(super) fn new(fields: Vec<Field<'a>>, diagnostics: &mut Vec<Diagnostic>) -> Option<Self> {
        let wire = fields.iter().map(|field| (field.wire_name, field.span()));
        let names = distinct_by(wire, field_name, diagnostics);
        (!fields.is_empty()).then_some(Self { fields, names })
    }
}

/// The fields that the body of a claim's page lists, each name once.
pub(super) fn fields<'a>(
    claim: Claim<'a>,
    index: &TypeIndex,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Field<'a>> {
    let (body, page, namespace) = (&claim.facts.body, claim.page.path.as_str(), claim.namespace());
    let mut fields: Vec<Field<'_>> = if body.properties.is_empty() {
        body.json.iter().map(|member| Field::shown(member, page, index, namespace)).collect()
    } else {
        let rows = body.properties.iter().map(|facts| Row { page, facts });
        rows.map(|row| Field::parameter(row, index, namespace, diagnostics)).collect()
    };
    let mut seen = BTreeSet::new();
    fields.retain(|field| seen.insert(field.wire_name.to_ascii_lowercase()));
    fields
}
