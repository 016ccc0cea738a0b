//! Rows of one name in one list: all but one are lost.

use std::collections::BTreeMap;

use diag::{Diagnostic, Span, codes};
use facts::PropertyFacts;

use crate::Read;

pub(crate) fn check(read: &Read<'_>, reports: &mut Vec<Diagnostic>) {
    let facts = read.facts;
    for ty in &facts.types {
        twice(&ty.properties, |_| None, reports);
    }
    if let Some(operation) = &facts.operation {
        // A body for each sort of caller or of object stands below a heading of its own.
        twice(&operation.body.properties, |span| facts.section_of(span), reports);
    }
    for listed in &facts.enums {
        let members = listed.members.iter().map(|it| ((None, &*it.name.value), it.name.span));
        repeated(members, "member", reports);
    }
}

fn twice<'a>(
    properties: &'a [PropertyFacts],
    section: impl Fn(Span) -> Option<&'a str>,
    reports: &mut Vec<Diagnostic>,
) {
    let name = |it: &'a PropertyFacts| ((section(it.name.span), &*it.name.value), it.name.span);
    repeated(properties.iter().map(name), "property", reports);
}

fn repeated<'a>(
    rows: impl Iterator<Item = ((Option<&'a str>, &'a str), Span)>,
    what: &str,
    reports: &mut Vec<Diagnostic>,
) {
    let mut seen: BTreeMap<(Option<&str>, &str), Span> = BTreeMap::new();
    for ((section, name), span) in rows {
        // The same rows may be placed by an include twice.
        if seen.insert((section, name), span).is_some_and(|first| first != span) {
            let message = format!("the {what} `{name}` is listed twice");
            reports.push(Diagnostic::new(codes::ROW_TWICE, span, message));
        }
    }
}
