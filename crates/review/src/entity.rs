//! The things that the docs of a version describe, on both sides, and what was found of each.

use std::collections::BTreeMap;

use diag::Span;
use emit::surface::Subject;

use crate::change::{Aspect, Difference, Origin, RustChange, What};
use crate::place::Seen;
use crate::verdict::Wire;

/// A thing that either side describes, or both.
#[derive(Clone, Debug)]
pub(crate) struct Entity {
    pub what: What,
    pub name: String,
    /// Its name on the base side, where that is another one.
    pub former_name: Option<String>,
    pub presence: Presence,
    pub is_moved: bool,
    /// The area of the docs that it belongs to, if they state one.
    pub area: Option<String>,
    pub found: Found,
    pub rust: Vec<RustChange>,
    /// Of one that differs in Rust alone, what that follows from.
    pub follows_from: Option<Origin>,
}

/// Which sides describe it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    Both,
    Base,
    New,
}

/// Differences and the places where the docs state them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    pub differences: Vec<Difference>,
    pub base: Vec<Seen>,
    pub new: Vec<Seen>,
}

impl Found {
    pub(crate) fn at(base: Option<Span>, new: Option<Span>) -> Self {
        let list = |span: Option<Span>| span.map(Seen::Lines).into_iter().collect();
        Self { differences: Vec::new(), base: list(base), new: list(new) }
    }

    pub(crate) fn add(&mut self, difference: Difference) {
        self.differences.push(difference);
    }

    /// Adds places whose lines may tell of the difference.
    pub(crate) fn see(&mut self, base: Option<Span>, new: Option<Span>) {
        self.base.extend(base.map(Seen::Lines));
        self.new.extend(new.map(Seen::Lines));
    }
}

/// All entities of a version, by what stands for them on each side.
#[derive(Default)]
pub(crate) struct Entities {
    pub list: Vec<Entity>,
    base: BTreeMap<Subject, usize>,
    new: BTreeMap<Subject, usize>,
}

impl Entities {
    /// Adds an entity that goes by these subjects.
    pub(crate) fn add(
        &mut self,
        base: Option<Subject>,
        new: Option<Subject>,
        entity: Entity,
    ) -> usize {
        let at = self.list.len();
        self.list.push(entity);
        self.base.extend(base.map(|it| (it, at)));
        self.new.extend(new.map(|it| (it, at)));
        at
    }

    /// Adds an entity that goes by this subject on each side that describes it.
    pub(crate) fn add_as(&mut self, subject: Subject, entity: Entity) -> usize {
        let on = |other: Presence| (entity.presence != other).then(|| subject.clone());
        self.add(on(Presence::New), on(Presence::Base), entity)
    }

    /// All subjects that things of a side go by.
    pub(crate) fn subjects(&self, side: Presence) -> impl Iterator<Item = (&Subject, usize)> {
        let known = if side == Presence::New { &self.new } else { &self.base };
        known.iter().map(|(subject, at)| (subject, *at))
    }

    pub(crate) fn of(&self, subject: &Subject, side: Presence) -> Option<usize> {
        let known = if side == Presence::New { &self.new } else { &self.base };
        known.get(subject).copied()
    }
}

impl Entity {
    /// One that both sides describe by the same name.
    pub(crate) fn both(what: What, name: String, found: Found) -> Self {
        Self::new(what, name, Presence::Both, found)
    }

    /// One that only one side describes.
    pub(crate) fn only(presence: Presence, what: What, name: String, span: Span) -> Self {
        let (base, new) = match presence {
            Presence::New => (None, Some(span)),
            _ => (Some(span), None),
        };
        Self::new(what, name, presence, Found::at(base, new))
    }

    fn new(what: What, name: String, presence: Presence, found: Found) -> Self {
        Self {
            what,
            name,
            former_name: None,
            presence,
            is_moved: false,
            area: None,
            found,
            rust: Vec::new(),
            follows_from: None,
        }
    }

    /// Whether there is anything to tell. A path that comes or goes with its operations needs no word of its own.
    pub(crate) fn is_different(&self) -> bool {
        !self.found.differences.is_empty() || !self.rust.is_empty()
    }

    /// The same with what it means that the other side has none.
    pub(crate) fn one_sided(mut self) -> Self {
        let wire = if self.presence == Presence::Base { Wire::Breaking } else { Wire::Compatible };
        self.found.add(Difference::new(Aspect::Presence).wire(wire));
        self
    }

    /// The same, by another name on the base side.
    pub(crate) fn once(mut self, former_name: String) -> Self {
        self.former_name = Some(former_name).filter(|it| *it != self.name);
        self
    }
}
