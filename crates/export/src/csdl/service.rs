//! What the service offers, told from its documented paths: where they begin, what is called on what,
//! what is part of what.
//!
//! The docs list paths and not the parts of a container, so each part is told by a rule, and what no rule
//! tells is left out. Paths that only an example shows are not looked at.
//!
//! | part | rule |
//! |---|---|
//! | entity set | a path begins with it, and it holds a collection of entities of a documented type |
//! | singleton | a path begins with it, and it holds one entity of a documented type |
//! | action, function | a path has it, the type it is called on is documented (or it begins the path), and so are its parameters; of a function also what it returns |
//! | import | the action or function begins a path |
//! | overload | one for each type it is called on, unless it is the same for a base of that type |
//! | `IsComposable` | a path goes on after the function |
//! | `ContainsTarget` | no entity set has the related type, a base of it or one derived from it, and no path ends the relationship in `$ref`; and entities are created, changed or deleted through this relationship, or some path passes it and they are so nowhere else |
//! | binding of a relationship | exactly one entity set has its very type; and a path ends it in `$ref`, or it holds nothing, is read, and no path writes its entities or leads on from them |
//! | `HasStream` | the entity's path is documented with `$value` after it |

mod containment;
mod overloads;
mod paths;
mod roots;

use std::collections::BTreeSet;

use diag::Diagnostic;
use model::{Api, QualifiedName};

pub(super) use overloads::{Overload, Sort, Taken};
pub(super) use roots::Root;

use paths::{Paths, Relationship};

/// The parts of the service beside its types.
pub(super) struct Service<'a> {
    /// Where the container is declared: the namespace of most types.
    pub(super) namespace: &'a str,
    pub(super) sets: Vec<Root<'a>>,
    pub(super) singletons: Vec<Root<'a>>,
    /// Actions and functions, sorted by namespace and name.
    pub(super) overloads: Vec<Overload<'a>>,
    /// Relationships by the type that declares them.
    pub(super) contained: BTreeSet<Relationship<'a>>,
    /// Types of entities that are media.
    pub(super) streams: BTreeSet<&'a QualifiedName>,
}

impl<'a> Service<'a> {
    /// Reads it from the paths, and reports what is left out.
    pub(super) fn read(api: &'a Api, left_out: &mut Vec<Diagnostic>) -> Self {
        let paths = Paths::new(api);
        let namespace = main_namespace(api);
        let (sets, singletons) = roots::roots(&paths, left_out);
        let relationships = containment::relationships(&paths, &sets);
        let bound = |root: Root<'a>| root.bound(&paths, &relationships.referring, &sets);
        Self {
            namespace,
            overloads: overloads::overloads(&paths, namespace, left_out),
            streams: streams(&paths),
            singletons: singletons.into_iter().map(bound).collect(),
            sets: sets.iter().cloned().map(bound).collect(),
            contained: relationships.contained,
        }
    }
}

/// The namespace of most types, of several such the first; empty where there are no types.
fn main_namespace(api: &Api) -> &str {
    let namespaces: Vec<&str> = api.structs.iter().map(|it| it.name.namespace.as_str()).collect();
    let count = |wanted: &str| namespaces.iter().filter(|it| **it == wanted).count();
    let distinct: BTreeSet<&str> = namespaces.iter().copied().collect();
    distinct.into_iter().rev().max_by_key(|namespace| count(namespace)).unwrap_or_default()
}

fn streams<'a>(paths: &Paths<'a>) -> BTreeSet<&'a QualifiedName> {
    let media = paths.listed().filter(|(_, node)| node.shape.role == model::Role::Media);
    media.filter_map(|(_, node)| paths.one_entity_above(node)).map(|it| &it.name).collect()
}
