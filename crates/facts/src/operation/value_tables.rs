//! Tables of the values that a parameter or a member of the body takes: `Type value | Description`, or `Value |
//! Description` below a heading that is its name.

use std::collections::BTreeSet;

use super::Context;
use crate::{Fact, MemberFacts, ParameterFacts, PropertyFacts, Rule, enums};

const RULE: Rule = "value-tables";

/// Adds what such tables list to the rows that they are about. Other tables stay as they are.
pub(super) fn attach(
    context: &mut Context<'_, '_>,
    parameters: &mut [ParameterFacts],
    members: &mut [PropertyFacts],
) {
    let tables: Vec<_> = context.tables().collect();
    for (_, block, table) in tables {
        // Rules that saw no parameters or members in it have left it out.
        if context.ledger.is_read(block.span) {
            continue;
        }
        let columns = context.ledger.columns(table);
        let section = context.page.section(block.section);
        let english = context.ledger.origin.english();
        let Some(named) = enums::property_of(table, &columns, section, english) else { continue };
        let is_named = |name: &Fact<String>| name.value.eq_ignore_ascii_case(&named);
        let of_parameters = parameters.iter_mut().map(|it| (&it.name, &mut it.values));
        let of_members = members.iter_mut().map(|it| (&it.name, &mut it.values));
        let mut rows =
            of_parameters.chain(of_members).filter(|(name, _)| is_named(name)).peekable();
        if rows.peek().is_none() {
            continue;
        }
        let path = &context.page.path;
        let values = enums::members(table, &columns, path, context.diagnostics);
        rows.for_each(|(_, known)| add(known, &values));
        context.ledger.read(block.span, RULE);
    }
}

fn add(known: &mut Vec<Fact<String>>, members: &[MemberFacts]) {
    let mut names: BTreeSet<String> = known.iter().map(|it| it.value.clone()).collect();
    let new = members.iter().map(|it| &it.name).filter(|it| names.insert(it.value.clone()));
    known.extend(new.map(|it| Fact::new(it.value.clone(), it.span, RULE)));
}
