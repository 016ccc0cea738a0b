//! At which thing of the API an item of the crate is told.

use emit::surface::{Form, Item, Parameter, Subject};
use model::{Api, OperatorSet, QualifiedName};

use crate::change::What;
use crate::entity::{Entities, Entity, Found, Presence};
use crate::pairs::operations::nameless;

/// The entity at which an item of both sides is told.
pub(super) fn owner(
    entities: &mut Entities,
    before: &Item,
    after: Option<&Item>,
    base: &Api,
    new: &Api,
) -> usize {
    if let Some(at) = after.and_then(|after| constructor(entities, before, after, new)) {
        return at;
    }
    let at = owner_of(entities, before, Presence::Base, base);
    match after {
        // Something else has taken its place: who looks for what is new finds it there.
        Some(after) if entities.list[at].presence == Presence::Base => {
            owner_of(entities, after, Presence::New, new)
        }
        _ => at,
    }
}

/// The entity at which an item of one side is told.
pub(super) fn owner_of(entities: &mut Entities, item: &Item, side: Presence, api: &Api) -> usize {
    let known = |subject: &Subject| entities.of(subject, side);
    let differing = |subject: &Subject| known(subject).filter(|at| differs(&entities.list[*at]));
    let of_type = |owner: &QualifiedName| known(&Subject::Type(owner.clone()));
    let found = match &item.subject {
        Subject::Property { owner, declared_in, name } => {
            let declared = Subject::Property {
                owner: declared_in.clone(),
                declared_in: declared_in.clone(),
                name: name.clone(),
            };
            let part = known(&item.subject).or_else(|| differing(&declared));
            within(entities, of_type(owner), part)
        }
        Subject::Member { owner, .. } => within(entities, of_type(owner), differing(&item.subject)),
        Subject::BodyParameter { operation, .. } => {
            let of_operation = known(&Subject::Operation(operation.clone()));
            within(entities, of_operation, differing(&item.subject))
        }
        Subject::Path(template) => {
            below(entities, template, side, api).or_else(|| known(&item.subject))
        }
        Subject::Operators(set) => by_operators(entities, set, side, api),
        subject => known(subject),
    };
    found.unwrap_or_else(|| other(entities, item))
}

/// Whether a part is told by itself or with what it is part of: what is there on one side only, or goes by another
/// name, is told as a whole.
fn within(entities: &Entities, whole: Option<usize>, part: Option<usize>) -> Option<usize> {
    let entity = |at: usize| &entities.list[at];
    let is_one_sided = |at: &usize| entity(*at).presence != Presence::Both;
    let is_told_by_itself =
        |at: &usize| differs(entity(*at)) || whole.is_none_or(|it| !differs(entity(it)));
    whole.filter(is_one_sided).or_else(|| part.filter(is_told_by_itself)).or(whole).or(part)
}

fn differs(entity: &Entity) -> bool {
    entity.presence != Presence::Both || !entity.found.differences.is_empty()
}

/// What is needed to create an object is told at the property that is needed or no longer is.
fn constructor(entities: &Entities, before: &Item, after: &Item, new: &Api) -> Option<usize> {
    let (Subject::Type(owner), Form::Function { parameters, .. }) = (&after.subject, &after.form)
    else {
        return None;
    };
    let Form::Function { parameters: old, .. } = &before.form else { return None };
    let differs = |it: &&Parameter| !old.contains(it) || !parameters.contains(it);
    let item = new.structs.iter().find(|it| it.name == *owner)?;
    let field = |it: &Parameter| item.fields.iter().find(|field| field.rust_name == it.name);
    let fields = parameters.iter().chain(old).filter(differs).filter_map(field);
    let mut known = fields.filter_map(|field| {
        let declared_in = field.declared_in.clone()?;
        let subject = |owner: &QualifiedName| Subject::Property {
            owner: owner.clone(),
            declared_in: declared_in.clone(),
            name: field.wire_name.clone(),
        };
        let own = entities.of(&subject(owner), Presence::New);
        own.or_else(|| entities.of(&subject(&declared_in), Presence::New))
    });
    known.find(|at| self::differs(&entities.list[*at]))
}

/// A segment of a path that only one side has is told at an operation that needs it.
fn below(entities: &Entities, template: &str, side: Presence, api: &Api) -> Option<usize> {
    let node = entities.of(&Subject::Path(template.to_owned()), side)?;
    if entities.list[node].presence == Presence::Both {
        return None;
    }
    let leads = |path: &str| path == template || path.starts_with(template);
    let operations =
        api.operations.iter().filter(|it| it.routes.iter().any(|route| leads(&route.template)));
    let mut known =
        operations.filter_map(|it| entities.of(&Subject::Operation(it.constant.clone()), side));
    known.find(|at| differs(&entities.list[*at]))
}

/// A set of operators comes and goes with the properties that have it.
fn by_operators(
    entities: &Entities,
    set: &OperatorSet,
    side: Presence,
    api: &Api,
) -> Option<usize> {
    let fields =
        api.structs.iter().flat_map(|owner| owner.fields.iter().map(move |it| (owner, it)));
    let having = fields.filter(|(_, it)| it.query.operators.as_ref() == Some(set));
    let mut known = having.filter_map(|(owner, field)| {
        let declared_in = field.declared_in.clone()?;
        let property = |owner| Subject::Property {
            owner,
            declared_in: declared_in.clone(),
            name: field.wire_name.clone(),
        };
        let at = entities.of(&property(declared_in.clone()), side);
        at.or_else(|| entities.of(&property(owner.name.clone()), side))
            .or_else(|| entities.of(&Subject::Type(owner.name.clone()), side))
    });
    known.find(|at| differs(&entities.list[*at]))
}

/// An entity for an item of which nothing else is told.
fn other(entities: &mut Entities, item: &Item) -> usize {
    let what = match &item.subject {
        Subject::Operators(_) => What::OperatorSet,
        Subject::Path(_) => What::Path,
        Subject::Operation(_) | Subject::BodyParameter { .. } => What::Operation,
        Subject::Property { .. } => What::Property,
        Subject::Member { .. } => What::Member,
        Subject::Type(_) => What::Type,
        Subject::Root => What::Root,
    };
    let name = match &item.subject {
        Subject::Path(template) => nameless(template),
        _ => item.path.clone(),
    };
    entities.add_as(item.subject.clone(), Entity::both(what, name, Found::default()))
}
