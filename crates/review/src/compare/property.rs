//! In what a property differs.

use std::collections::BTreeSet;

use model::{
    Access, Fact, Mutability, OperatorSet, Property, PropertyKind, QueryCapabilities, Returned,
};

use super::names::Names;
use super::{deprecation, wording, words};
use crate::change::{Aspect, Difference};
use crate::entity::Found;
use crate::verdict::{Behaviour, Wire};

/// All differences of a property that both sides have.
pub(super) fn differences(base: &Property, new: &Property, names: &Names) -> Found {
    let mut found = Found::at(Some(base.span), Some(new.span));
    of_type(&mut found, base, new, names);
    writing(&mut found, base, new);
    reading(&mut found, base, new);
    queries(&mut found, base, new);
    deprecation(&mut found, base.deprecated.as_ref(), new.deprecated.as_ref());
    wording(&mut found, &base.docs, &new.docs);
    found
}

fn of_type(found: &mut Found, base: &Property, new: &Property, names: &Names) {
    if names.value(&base.ty.value) != new.ty.value {
        let difference = Difference::new(Aspect::Type).wire(Wire::Breaking);
        let (from, to) = (words::value_type(&base.ty.value), words::value_type(&new.ty.value));
        found.add(difference.from(from).to(to));
        found.see(Some(base.ty.span), Some(new.ty.span));
    }
    if base.kind != new.kind {
        let kind = |kind| match kind {
            PropertyKind::Structural => "property",
            PropertyKind::Navigation => "relationship",
        };
        let difference = Difference::new(Aspect::Kind).behaviour(Behaviour::Stricter);
        found.add(difference.from(kind(base.kind).to_owned()).to(kind(new.kind).to_owned()));
    }
}

fn writing(found: &mut Found, base: &Property, new: &Property) {
    if base.access.value != new.access.value {
        let is_narrower = new.access.value > base.access.value;
        let wire = if is_narrower { Wire::Breaking } else { Wire::Compatible };
        let (from, to) = (words::access(base.access.value), words::access(new.access.value));
        let difference = Difference::new(Aspect::Access).wire(wire);
        found.add(difference.from(from.to_owned()).to(to.to_owned()));
        found.see(Some(base.access.span), Some(new.access.span));
    }
    let is_write_only = |it: &Property| it.limit() == Some(Mutability::WriteOnly);
    if is_write_only(base) != is_write_only(new) {
        let behaviour = if is_write_only(new) { Behaviour::Stricter } else { Behaviour::Looser };
        let word = words::mutability(Mutability::WriteOnly).to_owned();
        let (from, to) = if is_write_only(new) { (None, Some(word)) } else { (Some(word), None) };
        found.add(Difference::new(Aspect::WriteOnly).from(from).to(to).behaviour(behaviour));
    }
    fact(found, Aspect::Required, &base.required, &new.required, |value, found| {
        let difference =
            found.wire(if value == Some(true) { Wire::Breaking } else { Wire::Compatible });
        difference.behaviour(if value == Some(true) {
            Behaviour::Stricter
        } else {
            Behaviour::Looser
        })
    });
    longest(found, base, new);
    if text_of(&base.default) != text_of(&new.default) {
        let difference = Difference::new(Aspect::Default).behaviour(Behaviour::Different);
        found.add(difference.from(text_of(&base.default)).to(text_of(&new.default)));
    }
}

fn longest(found: &mut Found, base: &Property, new: &Property) {
    let length = |it: &Property| it.max_length.as_ref().map(|fact| fact.value);
    let (old, now) = (length(base), length(new));
    if old == now {
        return;
    }
    let is_shorter = now.is_some_and(|now| old.is_none_or(|old| now < old));
    let is_written = new.access.value != Access::ReadOnly;
    let wire = if is_shorter && is_written { Wire::Breaking } else { Wire::Compatible };
    let behaviour = if is_shorter { Behaviour::Stricter } else { Behaviour::Looser };
    let shown = |length: Option<u32>| length.map(|it| it.to_string());
    let difference = Difference::new(Aspect::MaxLength).from(shown(old)).to(shown(now));
    found.add(difference.wire(wire).behaviour(behaviour));
}

fn text_of(fact: &Option<Fact<String>>) -> Option<String> {
    fact.as_ref().map(|it| it.value.clone())
}

fn reading(found: &mut Found, base: &Property, new: &Property) {
    fact(found, Aspect::Nullable, &base.nullable, &new.nullable, |value, found| {
        // A program has an `Option` in any case; it is told that a value is no longer promised.
        found.behaviour(if value == Some(false) { Behaviour::Looser } else { Behaviour::Stricter })
    });
    let returned = |it: &Property| it.returned.as_ref().map(|fact| fact.value);
    if returned(base) != returned(new) {
        let behaviour = match (returned(base), returned(new)) {
            (_, Some(Returned::OnlyOnSelect)) => Behaviour::Stricter,
            (_, Some(Returned::ByDefault)) => Behaviour::Looser,
            (_, None) => Behaviour::Different,
        };
        let shown = |it: &Property| returned(it).map(|it| words::returned(it).to_owned());
        let difference = Difference::new(Aspect::Returned).behaviour(behaviour);
        found.add(difference.from(shown(base)).to(shown(new)));
    }
    if base.values != new.values {
        let is_gone =
            base.values.iter().any(|it| !new.values.contains(it)) && !new.values.is_empty();
        let behaviour = if is_gone { Behaviour::Stricter } else { Behaviour::Different };
        let difference = Difference::new(Aspect::Values).behaviour(behaviour);
        found.add(difference.from(words::list(&base.values)).to(words::list(&new.values)));
    }
}

fn queries(found: &mut Found, base: &Property, new: &Property) {
    let (old, now) = (&base.query, &new.query);
    filter(found, old, now);
    let flags = [
        (Aspect::OrderBy, &old.order_by, &now.order_by),
        (Aspect::Search, &old.search, &now.search),
        (Aspect::Expand, &old.expand, &now.expand),
        (Aspect::SelectNames, &old.bare_select, &now.bare_select),
    ];
    for (aspect, old, now) in flags {
        let was = old.as_ref().map(|fact| fact.value);
        fact(found, aspect, old, now, |value, difference| match value {
            Some(true) => difference.wire(Wire::Compatible).behaviour(Behaviour::Looser),
            _ if was == Some(true) => {
                difference.wire(Wire::Breaking).behaviour(Behaviour::Stricter)
            }
            _ => difference.behaviour(Behaviour::Stricter),
        });
    }
}

/// What `$filter` takes.
fn filter(found: &mut Found, old: &QueryCapabilities, now: &QueryCapabilities) {
    let stated = |fact: &Option<Fact<Vec<String>>>| {
        fact.as_ref().map(|it| it.value.iter().cloned().collect::<BTreeSet<_>>())
    };
    if stated(&old.filter) == stated(&now.filter) && old.operators == now.operators {
        return;
    }
    let offered = |query: &QueryCapabilities| OperatorSet::offered(query.operators.as_ref());
    let is_lost = !offered(old).is_subset(&offered(now));
    let (wire, behaviour) = match (is_lost, &old.operators) {
        (false, _) => (Wire::Compatible, Behaviour::Looser),
        // What was not stated need not have worked.
        (true, None) => (Wire::Same, Behaviour::Stricter),
        (true, Some(_)) => (Wire::Breaking, Behaviour::Stricter),
    };
    let shown = |fact: &Option<Fact<Vec<String>>>| {
        let operators = &fact.as_ref()?.value;
        Some(if operators.is_empty() { "supported".to_owned() } else { operators.join(", ") })
    };
    let difference = Difference::new(Aspect::Filter).wire(wire).behaviour(behaviour);
    found.add(difference.from(shown(&old.filter)).to(shown(&now.filter)));
    let span = |fact: &Option<Fact<Vec<String>>>| fact.as_ref().map(|it| it.span);
    found.see(span(&old.filter), span(&now.filter));
}

/// A difference of what is stated to be so or not, if there is one; `judged` says what the new value means.
fn fact(
    found: &mut Found,
    aspect: Aspect,
    base: &Option<Fact<bool>>,
    new: &Option<Fact<bool>>,
    judged: impl Fn(Option<bool>, Difference) -> Difference,
) {
    let value = |fact: &Option<Fact<bool>>| fact.as_ref().map(|it| it.value);
    if value(base) == value(new) {
        return;
    }
    let shown = |fact| value(fact).map(|it| words::yes_or_no(it).to_owned());
    let difference = Difference::new(aspect).from(shown(base)).to(shown(new));
    found.add(judged(value(new), difference));
    let span = |fact: &Option<Fact<bool>>| fact.as_ref().map(|it| it.span);
    found.see(span(base), span(new));
}
