//! Enumerations that cells call so and do not name: `Enum`, with the values in the description.
//!
//! Such a one goes by the names of its type and its property, `alertSeverity`, so that its members can be told apart.
//! Without listed values it stays a text.

use diag::{Diagnostic, codes};

use crate::name::camel_case;
use crate::title::simple;
use crate::type_cell::is_unnamed_enumeration;
use crate::type_grammar::TypeGrammar;
use crate::{Mention, PropertyFacts, TypeFacts};

/// One value tells nothing apart.
const FEWEST_VALUES: usize = 2;

/// Names the enumerations of these types, and reports each name.
pub(crate) fn name(types: &mut [TypeFacts], grammar: &TypeGrammar, reports: &mut Vec<Diagnostic>) {
    for facts in types {
        let Some(owner) = facts.names.first().map(|name| simple(&name.value).to_owned()) else {
            continue;
        };
        for row in &mut facts.properties {
            reports.extend(name_one(&owner, row, grammar));
        }
    }
}

fn name_one(owner: &str, row: &mut PropertyFacts, grammar: &TypeGrammar) -> Option<Diagnostic> {
    let cell = row.ty.as_mut()?;
    if row.values.len() < FEWEST_VALUES || !is_unnamed_enumeration(&cell.value.text, grammar) {
        return None;
    }
    let name = camel_case(&[owner, &row.name.value]);
    let message = format!("nothing names the enumeration of `{}`", row.name.value);
    let report = Diagnostic::new(codes::UNNAMED_ENUMERATION, cell.span, message)
        .help(format!("it is called `{name}`, after the type and the property"));
    cell.value.mentions = vec![Mention { name, link: None }];
    Some(report)
}
