//! Types: what they are called, what they derive from, whether they have a key.

use diag::{Diagnostic, Span, codes};
use facts::{CORRECTED, Effect, Fact, PageFacts};

use crate::entry::Change;
use crate::pick::{Candidate, Place};

/// Corrects the type that the entry means.
pub(crate) fn correct(place: Place<'_>, page: &mut PageFacts) -> Result<(), Diagnostic> {
    let entry = place.entry;
    let all: Vec<Candidate> = names(page).map(|name| candidate(name, entry)).collect();
    let named = |it: &&(usize, &Candidate)| {
        entry.subject.name.as_ref().is_some_and(|name| name.value == it.1.name)
    };
    let found: Vec<(usize, &Candidate)> = all.iter().enumerate().collect();
    let index = match found.iter().find(named) {
        // An annotation and a heading name one type; what is decided of it is compared with that later.
        Some((index, it)) if place.is_below(it.at) && !is_name(&entry.change) => *index,
        _ => place.pick(&all)?,
    };
    let subject = subject(page, index).unwrap_or(all[index].at);
    let is_structured =
        page.types.iter().any(|it| it.names.iter().any(|name| name.span == subject));
    let effect = match entry.change {
        Change::RustName => Effect::RustName { request: None },
        Change::Base | Change::Kind if !is_structured => {
            let span = entry.now.span;
            return Err(Diagnostic::new(codes::STALE_OVERRIDE, span, "an enumeration has none"));
        }
        Change::Base => Effect::Base,
        Change::Kind => Effect::Kind,
        _ => {
            rename(page, &entry.expect.value, &entry.now.value);
            Effect::Name
        }
    };
    page.corrections.push(entry.correction(subject, effect));
    Ok(())
}

fn is_name(change: &Change) -> bool {
    matches!(change, Change::Name)
}

fn candidate(name: &Fact<String>, entry: &crate::Entry) -> Candidate {
    let wanted = entry.subject.name.as_ref().map_or("", |it| it.value.as_str());
    // A qualified name goes by its last part as well.
    let simple = name.value.rsplit('.').next().unwrap_or(&name.value);
    let called = if simple == wanted { simple } else { name.value.as_str() };
    let said = if is_name(&entry.change) { called } else { "" };
    Candidate {
        name: called.to_owned(),
        at: name.span,
        said: said.to_owned(),
        is_corrected: name.rule == CORRECTED,
    }
}

fn names(page: &PageFacts) -> impl Iterator<Item = &Fact<String>> {
    let enums = page.enums.iter().map(|facts| &facts.name);
    page.types.iter().flat_map(|facts| &facts.names).chain(enums)
}

/// Where the type of the name with this index is named first.
fn subject(page: &PageFacts, index: usize) -> Option<Span> {
    let firsts = page.types.iter().flat_map(|facts| facts.names.iter().map(|_| &facts.names[0]));
    let enums = page.enums.iter().map(|facts| &facts.name);
    firsts.chain(enums).nth(index).map(|name| name.span)
}

/// Gives the types that are called `said` the other name. What mentions them by the old one still means them.
fn rename(page: &mut PageFacts, said: &str, now: &str) {
    for facts in &mut page.types {
        let olds: Vec<Fact<String>> =
            facts.names.iter().filter(|name| is_called(&name.value, said)).cloned().collect();
        for name in &mut facts.names {
            put(name, said, now);
        }
        facts.names.extend(olds.into_iter().take(1));
    }
    page.enums.iter_mut().for_each(|facts| put(&mut facts.name, said, now));
}

fn put(name: &mut Fact<String>, said: &str, now: &str) {
    if is_called(&name.value, said) {
        let qualifier = name.value.strip_suffix(said).filter(|_| !now.contains('.'));
        let value = format!("{}{now}", qualifier.unwrap_or_default());
        *name = Fact::new(value, name.span, CORRECTED);
    }
}

fn is_called(name: &str, said: &str) -> bool {
    name == said || name.rsplit('.').next() == Some(said)
}
