//! Whether something that is gone is what something new is.

use std::collections::BTreeSet;

use model::{Docs, Enum, Member, Property, QualifiedName, Struct};
use text::DocText;

use super::operations::file_name;

/// How many of a hundred words or names two things must share to be the same.
const ENOUGH: u32 = 60;

/// How many they must share if their names have nothing in common.
const NEARLY_ALL: u32 = 85;

/// How many properties or members must then be alike.
const MANY: usize = 8;

/// Whether two types of different names are the same: how sure that is.
pub(crate) fn structs(base: &Struct, new: &Struct) -> Option<u32> {
    let is_telling = page(&base.docs).is_some_and(|it| page(&new.docs) == Some(it));
    types(&base.name, &new.name, own_names(base), own_names(new), is_telling)
}

/// The same for enumerations.
pub(crate) fn enums(base: &Enum, new: &Enum) -> Option<u32> {
    let names = |item: &Enum| item.members.iter().map(|it| it.wire_name.clone()).collect();
    let is_telling = page(&base.docs).is_some_and(|it| page(&new.docs) == Some(it));
    types(&base.name, &new.name, names(base), names(new), is_telling)
}

/// A type that has moved keeps its name; one that was renamed keeps most of what it has.
fn types(
    base: &QualifiedName,
    new: &QualifiedName,
    old: BTreeSet<String>,
    now: BTreeSet<String>,
    is_one_page: bool,
) -> Option<u32> {
    let shared = percent(&old, &now);
    if base.name == new.name {
        return Some(200 + shared);
    }
    let is_near = is_one_page || is_near(&base.name, &new.name);
    // Types that have little else than an identifier and a name have that in common with many.
    let is_telling = old.len() >= MANY && shared >= NEARLY_ALL;
    (shared >= ENOUGH && (is_near || is_telling)).then_some(shared)
}

/// The name of the page that states a type.
fn page(docs: &Docs) -> Option<&str> {
    docs.source.as_deref().map(|it| file_name(it.split('#').next().unwrap_or(it)))
}

fn own_names(item: &Struct) -> BTreeSet<String> {
    let own = item.fields.iter().filter(|field| field.is_own_of(item));
    own.map(|field| field.wire_name.clone()).collect()
}

/// Whether two properties of one type are the same: of one type, and in like words or by like names.
pub(crate) fn properties(base: &Property, new: &Property) -> Option<u32> {
    if base.ty.value != new.ty.value || base.kind != new.kind {
        return None;
    }
    alike(&base.docs.text, &new.docs.text, &base.wire_name, &new.wire_name)
}

/// The same for members of one enumeration.
pub(crate) fn members(base: &Member, new: &Member) -> Option<u32> {
    if base.value.is_some() && base.value == new.value {
        return Some(100);
    }
    alike(&base.docs.text, &new.docs.text, &base.wire_name, &new.wire_name)
}

fn alike(old: &DocText, now: &DocText, old_name: &str, name: &str) -> Option<u32> {
    let (old, now) = (words(old), words(now));
    let shared = percent(&old, &now);
    // A phrase that many rows have says nothing.
    let is_telling = old.len() > 3 && now.len() > 3 && shared >= ENOUGH;
    let near = if is_near(old_name, name) { 100 } else { 0 };
    (is_telling || (near > 0 && shared > 0)).then_some(shared + near)
}

fn is_near(one: &str, other: &str) -> bool {
    diag::nearest(one, std::iter::once(other)).is_some()
}

fn words(text: &DocText) -> BTreeSet<String> {
    let text = text.to_string().to_lowercase();
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

/// How much of both is in both.
fn percent(one: &BTreeSet<String>, other: &BTreeSet<String>) -> u32 {
    let (shared, all) = (one.intersection(other).count(), one.union(other).count());
    u32::try_from(shared * 100 / all.max(1)).unwrap_or(100)
}
