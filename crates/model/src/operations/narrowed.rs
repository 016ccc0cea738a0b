//! The type that pages send, where it derives from the one that their path addresses.
//!
//! A list of `pkg` and a page that changes a `pkgDetail` in it: what the page lists for the body is set on `pkgDetail`
//! alone. All pages about the route must name that type; where they name several, each of them may be sent, and the
//! addressed type stands for all.

use facts::{BodyStatement, Mention};

use super::claim::{Claim, Group};
use super::shapes::Shape;
use super::stated::{self, Content};
use crate::types::{Item, TypeId, Types};
use crate::{ItemType, OperationKind};

/// What a call of this kind addresses, for what it sends. What comes back may be any type below the addressed one.
pub(super) fn narrowed(
    shape: Shape,
    group: &Group<'_>,
    kind: OperationKind,
    types: &Types<'_>,
) -> Shape {
    let keeps =
        matches!(kind, OperationKind::Create | OperationKind::Update | OperationKind::Replace);
    let addressed = shape.value.and_then(|value| value.item.structure().copied());
    let Some(addressed) = addressed.filter(|_| keeps) else { return shape };
    let mut owns = group.claims.iter().map(|claim| own(claim, types));
    let Some(own) = owns.next().flatten().filter(|first| owns.all(|it| it == Some(*first))) else {
        return shape;
    };
    let derives = types.chain(own).skip(1).any(|above| above == addressed);
    if !derives || !group.claims.iter().any(|claim| needs(claim, own, addressed, types)) {
        return shape;
    }
    let narrow =
        |value: crate::types::Type| crate::types::Type { item: ItemType::Struct(own), ..value };
    Shape { value: shape.value.map(narrow), ..shape }
}

/// The type that the page says is sent, or else comes back.
fn own(claim: &Claim<'_>, types: &Types<'_>) -> Option<TypeId> {
    let sent = match claim.facts.body.statement.as_ref().map(|fact| &fact.value) {
        Some(BodyStatement::Representation(mentions)) => mentions.as_slice(),
        _ => &[],
    };
    let named = |it: &Mention| types.index.structure(it, claim.namespace());
    let returned = || match stated::read(claim, types).content() {
        Some(Content::Typed { items, .. }) => one(items),
        _ => None,
    };
    sent.iter().find_map(named).or_else(returned)
}

fn one(items: &[Item]) -> Option<TypeId> {
    match items {
        [ItemType::Struct(id)] => Some(*id),
        _ => None,
    }
}

/// A row of the page's body is a property of `own`, and none of the type that the path addresses.
fn needs(claim: &Claim<'_>, own: TypeId, addressed: TypeId, types: &Types<'_>) -> bool {
    let has = |id, name: &str| types.structure(id).is_some_and(|it| it.field(name).is_some());
    let mut rows = claim.facts.body.properties.iter().map(|row| row.name.value.as_str());
    rows.any(|name| has(own, name) && !has(addressed, name))
}
