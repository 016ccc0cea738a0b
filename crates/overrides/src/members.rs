//! Members of enumerations: rows of their tables, and values that a description lists.

use diag::{Diagnostic, Span};
use facts::{CORRECTED, Effect, Fact, PageFacts};

use crate::entry::Change;
use crate::pick::{Candidate, Place, all_but};

/// Corrects the member that the entry means.
pub(crate) fn correct(place: Place<'_>, page: &mut PageFacts) -> Result<(), Diagnostic> {
    let entry = place.entry;
    let found: Vec<Member<'_>> = members(page).collect();
    let all: Vec<Candidate> = found.iter().map(|it| it.candidate(&entry.change)).collect();
    let index = place.pick(&all)?;
    let (subject, owner) = (found[index].name.span, found[index].owner);
    let (subject, effect) = match entry.change {
        Change::Ignore => {
            leave_out(page, index);
            (owner, Effect::LeftOut)
        }
        Change::RustName => (subject, Effect::RustName { request: None }),
        _ => {
            if let Some(name) = names_mut(page).nth(index) {
                *name = Fact::new(entry.now.value.clone(), name.span, CORRECTED);
            }
            (subject, Effect::Name)
        }
    };
    page.corrections.push(entry.correction(subject, effect));
    Ok(())
}

struct Member<'a> {
    name: &'a Fact<String>,
    words: String,
    /// Where the enumeration or the property is named.
    owner: Span,
}

impl Member<'_> {
    fn candidate(&self, change: &Change) -> Candidate {
        let said = match change {
            Change::Ignore => self.words.clone(),
            _ => self.name.value.clone(),
        };
        let name = self.name.value.clone();
        Candidate { name, at: self.name.span, said, is_corrected: self.name.rule == CORRECTED }
    }
}

fn members(page: &PageFacts) -> impl Iterator<Item = Member<'_>> {
    let tabled = page.enums.iter().flat_map(|facts| {
        facts.members.iter().map(|member| Member {
            name: &member.name,
            words: member.description.as_ref().map(ToString::to_string).unwrap_or_default(),
            owner: facts.name.span,
        })
    });
    let rows = page.types.iter().flat_map(|facts| &facts.properties);
    let listed = rows.flat_map(|row| {
        let owner = row.name.span;
        row.values.iter().map(move |name| Member { name, words: String::new(), owner })
    });
    tabled.chain(listed)
}

fn names_mut(page: &mut PageFacts) -> impl Iterator<Item = &mut Fact<String>> {
    let tabled = page.enums.iter_mut().flat_map(|facts| &mut facts.members);
    let rows = page.types.iter_mut().flat_map(|facts| &mut facts.properties);
    tabled.map(|member| &mut member.name).chain(rows.flat_map(|row| &mut row.values))
}

/// Takes the member of this index away.
fn leave_out(page: &mut PageFacts, index: usize) {
    let mut stays = all_but(index);
    page.enums.iter_mut().for_each(|facts| facts.members.retain(|_| stays()));
    let rows = page.types.iter_mut().flat_map(|facts| &mut facts.properties);
    rows.for_each(|row| row.values.retain(|_| stays()));
}
