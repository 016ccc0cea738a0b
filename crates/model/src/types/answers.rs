//! Types that tables of answers describe, and those that rows name by the members of their values.
//!
//! What a page lists of a type that others describe explains, and says nothing more of it. Where a page does not name what
//! it returns, that is the one type that has the same properties, else a type of its own: of the name that its path
//! suggests, together with the pages whose answers are like it, or of the page's name. That is a guess, and reported.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostic, codes};
use facts::{ANSWER_TABLE, NESTED_ROWS, PageFacts, PropertyFacts, TypeFacts, UNNAMED_ANSWER};

use super::stated::{StatedStruct, Statements};
use crate::QualifiedName;

/// Fewer properties may be those of any type.
const FEWEST_PROPERTIES: usize = 3;

/// Whether a table of an answer says this, or rows of members among others.
pub(super) fn is_answer(facts: &TypeFacts) -> bool {
    facts.names.iter().all(|name| matches!(name.rule, ANSWER_TABLE | NESTED_ROWS | UNNAMED_ANSWER))
}

/// What a page says of its answer, and the names that it may have.
pub(super) struct Answer<'a> {
    pub(super) page: &'a PageFacts,
    pub(super) facts: &'a TypeFacts,
    pub(super) names: Vec<QualifiedName>,
}

impl Answer<'_> {
    fn is_named(&self) -> bool {
        self.facts.names[0].rule != UNNAMED_ANSWER
    }
}

/// Adds what pages say of their answers to what others say of types.
pub(super) fn add<'a>(
    found: &mut Statements<'a, String>,
    mut answers: Vec<Answer<'a>>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    // The longest lists first, so that shorter ones are compared with them.
    let rank = |it: &Answer<'a>| (!it.is_named(), std::cmp::Reverse(it.facts.properties.len()));
    answers.sort_by(|one, other| (rank(one), &one.page.path).cmp(&(rank(other), &other.page.path)));
    let documented = Documented::new(found);
    for answer in answers {
        let Answer { page, facts, names } = &answer;
        let known = documented.like(facts).filter(|_| !answer.is_named());
        let is_free = |name: &&QualifiedName| {
            let key = name.folded();
            let is_like = |of: &StatedStruct<'_>| answer.is_named() || is_like(of, facts);
            !documented.names.contains(&key) && found.structs.get(&key).is_none_or(is_like)
        };
        let name = names.iter().find(is_free);
        let key = known.cloned().or_else(|| name.map(QualifiedName::folded));
        if !answer.is_named() && known.is_none() {
            diagnostics.push(report(facts, name));
        }
        let Some(key) = key else { continue };
        let stated =
            || StatedStruct { name: name.unwrap_or(&names[0]).clone(), statements: Vec::new() };
        found.structs.entry(key).or_insert_with(stated).statements.push((page, facts));
    }
}

fn report(facts: &TypeFacts, name: Option<&QualifiedName>) -> Diagnostic {
    let message = "nothing names the type whose members this table lists";
    let report = Diagnostic::new(codes::UNNAMED_ANSWER, facts.names[0].span, message);
    report.help(match name {
        Some(name) => format!("it is taken for `{}`, after its path or its page", name.name),
        None => "it is left out, since another type has the name of its page".to_owned(),
    })
}

/// The types that have pages or sections of their own.
struct Documented {
    names: BTreeSet<String>,
    /// By their properties and the types of these, in lower case.
    by_properties: BTreeMap<BTreeMap<String, String>, Vec<String>>,
}

impl Documented {
    fn new(found: &Statements<'_, String>) -> Self {
        let names = found.structs.keys().chain(found.enums.keys()).cloned().collect();
        let mut by_properties: BTreeMap<_, Vec<String>> = BTreeMap::new();
        for (key, stated) in &found.structs {
            by_properties.entry(properties(stated.rows())).or_default().push(key.clone());
        }
        Self { names, by_properties }
    }

    /// The only type that has just these properties.
    fn like(&self, facts: &TypeFacts) -> Option<&String> {
        let properties = properties(&facts.properties);
        let types = self.by_properties.get(&properties)?;
        let [only] = types.as_slice() else { return None };
        (properties.len() >= FEWEST_PROPERTIES).then_some(only)
    }
}

/// Whether an answer has half of its properties in common with what others say of a type, and contradicts none.
fn is_like(stated: &StatedStruct<'_>, facts: &TypeFacts) -> bool {
    let (known, own) = (properties(stated.rows()), properties(&facts.properties));
    let shared = || own.iter().filter_map(|(name, ty)| Some((ty, known.get(name)?)));
    shared().count() * 2 >= own.len() && shared().all(|(own, known)| own == known)
}

fn properties<'f>(rows: impl IntoIterator<Item = &'f PropertyFacts>) -> BTreeMap<String, String> {
    let ty = |row: &PropertyFacts| {
        row.ty.as_ref().map(|cell| cell.value.text.trim().to_ascii_lowercase()).unwrap_or_default()
    };
    rows.into_iter().map(|row| (row.name.value.to_ascii_lowercase(), ty(row))).collect()
}
