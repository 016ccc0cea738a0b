//! `$search` expressions of examples: phrases in double quotes, each maybe about one property.

use super::Calls;
use crate::api::QualifiedName;
use crate::api::worked::{Logic, SearchTerm};

/// How many phrases an expression may have: each is a call on all before it in what is printed.
const MOST_TERMS: usize = 100;

/// The phrases of an expression without brackets; `None` if there is anything else in it, or both `AND`
/// and `OR`, whose order the typed form spells with brackets, or too much.
pub(super) fn parse(
    calls: &Calls<'_>,
    held: &QualifiedName,
    text: &str,
) -> Option<Vec<SearchTerm>> {
    let mut terms = Vec::new();
    let mut joined = None;
    let mut rest = text.trim();
    loop {
        let (phrase, after) = rest.strip_prefix('"')?.split_once('"')?;
        terms.push(term(calls, held, joined, phrase));
        rest = after.trim_start();
        if rest.is_empty() {
            return Some(terms);
        }
        if terms.len() == MOST_TERMS {
            return None;
        }
        let (word, after) = rest.split_once(' ')?;
        let next = match word {
            "AND" => Logic::And,
            "OR" => Logic::Or,
            _ => return None,
        };
        if joined.replace(next).is_some_and(|before| before != next) {
            return None;
        }
        rest = after.trim_start();
    }
}

fn term(
    calls: &Calls<'_>,
    held: &QualifiedName,
    joined: Option<Logic>,
    phrase: &str,
) -> SearchTerm {
    let named = phrase.split_once(':').and_then(|(name, text)| {
        let property = calls.property_path(held, name)?;
        let is_plain = property.steps.len() == 1 && !name.contains('/');
        is_plain.then(|| (property, text.to_owned()))
    });
    match named {
        Some((property, text)) => SearchTerm { joined, property: Some(property), text },
        None => SearchTerm { joined, property: None, text: phrase.to_owned() },
    }
}
