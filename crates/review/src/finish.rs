//! From what was found to the changes that are told.

use diag::Sources;

use crate::change::{Aspect, Cause, Change, Kind, What};
use crate::entity::{Entities, Entity, Presence};
use crate::place::{self, Lines};
use crate::verdict::{Source, Verdict};

/// The entities that differ, in their order.
pub(crate) fn changes(
    entities: Entities,
    version: &str,
    base: &Sources,
    new: &Sources,
) -> Vec<Change> {
    let entities = entities.list.into_iter();
    entities.filter(Entity::is_different).map(|it| change(it, version, base, new)).collect()
}

fn change(entity: Entity, version: &str, base: &Sources, new: &Sources) -> Change {
    let (mut before, mut after) = place::both((&entity.found.base, base), (&entity.found.new, new));
    if let (Some(before), Some(after)) = (&mut before, &mut after) {
        words(&entity, before, after);
    }
    Change {
        id: String::new(),
        version: version.to_owned(),
        kind: kind(&entity),
        what: entity.what,
        verdict: verdict(&entity),
        name: entity.name,
        former_name: entity.former_name,
        area: entity.area,
        differences: entity.found.differences,
        cause: Cause::Docs,
        follows_from: entity.follows_from,
        before,
        after,
        rust: entity.rust,
    }
}

/// Where the place of a thing does not have its words, these stand in for its lines.
fn words(entity: &Entity, before: &mut Lines, after: &mut Lines) {
    let wording = entity.found.differences.iter().find(|it| it.aspect == Aspect::Wording);
    let texts = wording.and_then(|it| Some((it.before.as_ref()?, it.after.as_ref()?)));
    let has_lines = !before.text.is_empty() || !after.text.is_empty();
    // The words of a row are on its line.
    let is_row = !matches!(entity.what, What::Type | What::Enumeration | What::Operation);
    if let Some((old, now)) = texts.filter(|_| !(is_row && has_lines)) {
        let (old, now) = place::of_texts(old, now);
        before
            .text
            .extend(old.into_iter().filter(|it| !before.text.contains(it)).collect::<Vec<_>>());
        after
            .text
            .extend(now.into_iter().filter(|it| !after.text.contains(it)).collect::<Vec<_>>());
    }
}

fn kind(entity: &Entity) -> Kind {
    let is_wording = |aspect| matches!(aspect, Aspect::Wording | Aspect::Examples | Aspect::Title);
    match entity.presence {
        Presence::Base => Kind::Removed,
        Presence::New => Kind::Added,
        Presence::Both if entity.is_moved => Kind::Moved,
        Presence::Both if entity.former_name.is_some() => Kind::Renamed,
        Presence::Both
            if entity.rust.is_empty()
                && entity.found.differences.iter().all(|it| is_wording(it.aspect)) =>
        {
            Kind::Wording
        }
        Presence::Both => Kind::Changed,
    }
}

fn verdict(entity: &Entity) -> Verdict {
    let differences = entity.found.differences.iter().map(|it| Verdict {
        source: Source::Patch,
        wire: it.wire,
        behaviour: it.behaviour,
    });
    let rust = entity.rust.iter().map(|it| Verdict { source: it.source, ..Verdict::default() });
    differences.chain(rust).fold(Verdict::default(), Verdict::and)
}
