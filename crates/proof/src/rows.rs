//! Rows of one name in one table: all but one are lost.

use std::collections::BTreeMap;

use diag::{Diagnostic, Span, codes};
use facts::PropertyFacts;

use crate::Read;

pub(crate) fn check(read: &Read<'_>, reports: &mut Vec<Diagnostic>) {
    let facts = read.facts;
    for ty in &facts.types {
        twice(&ty.properties, reports);
    }
    if let Some(operation) = &facts.operation {
        twice(&operation.body.properties, reports);
    }
    for listed in &facts.enums {
        let members = listed.members.iter().map(|it| (it.name.value.as_str(), it.name.span));
        repeated(members, "member", reports);
    }
}

fn twice(properties: &[PropertyFacts], reports: &mut Vec<Diagnostic>) {
    repeated(
        properties.iter().map(|it| (it.name.value.as_str(), it.name.span)),
        "property",
        reports,
    );
}

fn repeated<'a>(
    rows: impl Iterator<Item = (&'a str, Span)>,
    what: &str,
    reports: &mut Vec<Diagnostic>,
) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for (name, span) in rows {
        // The same rows may be placed by an include twice.
        if seen.insert(name, span).is_some_and(|first| first != span) {
            let message = format!("the {what} `{name}` is listed twice");
            reports.push(Diagnostic::new(codes::ROW_TWICE, span, message));
        }
    }
}
