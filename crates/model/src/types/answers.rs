//! Types that pages describe as their answers without a name: each is the one type that has the same properties, or the
//! one of the name that their paths and pages suggest. That name is a guess, and reported.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostic, codes};
use facts::{TypeFacts, UNNAMED_ANSWER};

use super::stated::{StatedStruct, Statements};

/// Fewer properties may be those of any type.
const FEWEST_PROPERTIES: usize = 3;

/// Whether this is said of an answer that its page does not name.
pub(super) fn is_answer(facts: &TypeFacts) -> bool {
    facts.names.iter().all(|name| name.rule == UNNAMED_ANSWER)
}

/// Gives what pages say of their answers to the only type that has the same properties, and reports the others; the name
/// there becomes another name of that type.
pub(super) fn settle(found: &mut Statements<'_, String>, diagnostics: &mut Vec<Diagnostic>) {
    let (answers, others): (Vec<_>, Vec<_>) =
        found.structs.iter().partition(|(_, stated)| stated.facts().all(is_answer));
    let mut known: BTreeMap<_, Vec<&String>> = BTreeMap::new();
    for (key, stated) in others {
        known.entry(properties(stated)).or_default().push(key);
    }
    let same = |(key, stated): (&String, &StatedStruct<'_>)| {
        let names = properties(stated);
        let types = known.get(&names).filter(|_| names.len() >= FEWEST_PROPERTIES)?;
        let [only] = types.as_slice() else { return None };
        Some((key.clone(), (*only).clone()))
    };
    let meant: Vec<_> = answers.into_iter().filter_map(same).collect();
    let is_meant = |key: &String| meant.iter().any(|(answer, _)| answer == key);
    let guesses = found.structs.iter().filter(|(key, _)| !is_meant(key));
    let guessed: Vec<_> = guesses.flat_map(|(_, stated)| reports(stated)).collect();
    for (answer, known) in meant {
        let statements = found.structs.remove(&answer).map(|it| it.statements);
        let stated = found.structs.get_mut(&known).expect("it was found above");
        stated.statements.extend(statements.into_iter().flatten());
    }
    diagnostics.extend(guessed);
}

/// One for each page that describes it as its answer without a name.
fn reports<'s>(stated: &'s StatedStruct<'_>) -> impl Iterator<Item = Diagnostic> + 's {
    let message = "nothing names the type whose members this table lists";
    let answers = stated.facts().filter(|facts| is_answer(facts));
    answers.flat_map(|facts| facts.names.first()).map(move |name| {
        let help = format!("it is taken for `{}`, after its path or its page", stated.name.name);
        Diagnostic::new(codes::UNNAMED_ANSWER, name.span, message).help(help)
    })
}

fn properties(stated: &StatedStruct<'_>) -> BTreeSet<String> {
    stated.rows().map(|row| row.name.value.to_ascii_lowercase()).collect()
}
