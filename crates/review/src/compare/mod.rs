//! What differs between two versions of an API, thing by thing.
//!
//! For each difference it is said what it means on the wire and in behaviour; what it means for Rust is told by
//! what is generated ([`rust`](crate::rust)). A request that is accepted less often, and an answer that holds
//! other things, break what was built before; the opposites do not. What cannot be proved harmless is not called so.

mod enums;
mod names;
mod operation;
mod operations;
mod parameters;
mod permissions;
mod property;
mod types;
mod words;

use model::{Api, Enum, QualifiedName, Struct};

use self::names::Names;
use crate::change::{Aspect, Difference, What};
use crate::entity::{Entities, Entity, Found};
use crate::pairs::{Pairs, by_key, renames};
use crate::verdict::{Behaviour, Wire};
use emit::surface::Subject;

/// The types of both sides, paired once for all that compares them.
struct Types<'a> {
    structs: Pairs<'a, Struct>,
    enums: Pairs<'a, Enum>,
}

impl<'a> Types<'a> {
    fn new(base: &'a Api, new: &'a Api) -> Self {
        let key = |name: &QualifiedName| name.to_string().to_lowercase();
        let mut structs = by_key(&base.structs, &new.structs, |it| key(&it.name));
        structs.and_alike(renames::structs);
        let mut enums = by_key(&base.enums, &new.enums, |it| key(&it.name));
        enums.and_alike(renames::enums);
        Self { structs, enums }
    }
}

/// Everything that either side describes, with the differences.
pub(crate) fn entities(base: &Api, new: &Api) -> Entities {
    let mut entities = Entities::default();
    let types = Types::new(base, new);
    let names = Names::new(&types);
    root(&mut entities, base, new);
    types::add(&mut entities, &types, &names);
    enums::add(&mut entities, &types);
    operations::add(&mut entities, base, new, &names);
    entities
}

fn root(entities: &mut Entities, base: &Api, new: &Api) {
    let mut found = Found::default();
    if base.base_url != new.base_url {
        let difference = Difference::new(Aspect::BaseUrl).wire(Wire::Breaking);
        found.add(difference.from(base.base_url.clone()).to(new.base_url.clone()));
    }
    let entity = Entity::both(What::Root, new.base_url.clone(), found);
    entities.add_as(Subject::Root, entity);
}

/// A difference of the name on the wire, and whether there is one.
fn renamed(found: &mut Found, base: &str, new: &str) -> bool {
    if base != new {
        let difference = Difference::new(Aspect::Name).wire(Wire::Breaking);
        found.add(difference.from(base.to_owned()).to(new.to_owned()));
    }
    base != new
}

/// A difference of what is so or not.
fn flag(aspect: Aspect, base: bool, new: bool) -> Difference {
    let shown = |value| words::yes_or_no(value).to_owned();
    Difference::new(aspect).from(shown(base)).to(shown(new))
}

/// A difference of what is or is not marked as deprecated.
fn deprecation(found: &mut Found, base: Option<&text::Notice>, new: Option<&text::Notice>) {
    if base == new {
        return;
    }
    let behaviour = match (base, new) {
        (None, _) => Behaviour::Stricter,
        (_, None) => Behaviour::Looser,
        _ => Behaviour::Same,
    };
    let words = |notice: Option<&text::Notice>| {
        let words = notice?.as_str();
        Some(if words.is_empty() { "deprecated" } else { words }.to_owned())
    };
    found.add(
        Difference::new(Aspect::Deprecation).from(words(base)).to(words(new)).behaviour(behaviour),
    );
}

/// A difference of words alone.
fn wording(found: &mut Found, base: &model::Docs, new: &model::Docs) {
    let (old, now) = (&base.text, &new.text);
    if old != now && old.to_string() != now.to_string() {
        found.add(Difference::new(Aspect::Wording).from(old.to_string()).to(now.to_string()));
    }
}
