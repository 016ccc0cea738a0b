//! Entity sets and singletons.

use std::collections::BTreeSet;

use diag::{Diagnostic, codes};
use model::{NodeId, PathNode, PathSegment, PropertyKind, Role, Struct};

use super::paths::{Paths, Relationship};
use crate::csdl::identifier::is_identifier;

/// An entity set or a singleton.
#[derive(Clone)]
pub(in crate::csdl) struct Root<'a> {
    pub(in crate::csdl) name: &'a str,
    pub(in crate::csdl) entity: &'a Struct,
    pub(in crate::csdl) bindings: Vec<Binding<'a>>,
}

/// The entity set that the entities of a relationship are in.
#[derive(Clone)]
pub(in crate::csdl) struct Binding<'a> {
    pub(in crate::csdl) property: &'a str,
    pub(in crate::csdl) set: &'a str,
}

impl<'a> Root<'a> {
    /// The same with its bindings.
    pub(super) fn bound(
        self,
        paths: &Paths<'a>,
        referring: &BTreeSet<Relationship<'_>>,
        sets: &[Root<'a>],
    ) -> Self {
        let fields = self.entity.fields.iter().filter(|it| it.kind == PropertyKind::Navigation);
        let refers = fields
            .filter(|it| referring.contains(&(it.declared_in.as_ref(), it.wire_name.as_str())))
            .filter(|it| is_identifier(&it.wire_name));
        let bindings = refers.filter_map(|field| {
            let entity = paths.structure(&field.ty.value.item)?;
            let mut fitting = sets.iter().filter(|set| set.entity.name == entity.name);
            let set = fitting.next().filter(|_| fitting.next().is_none())?;
            Some(Binding { property: &field.wire_name, set: set.name })
        });
        Self { bindings: bindings.collect(), ..self }
    }
}

/// Entity sets, then singletons, each in the order of their names.
pub(super) fn roots<'a>(
    paths: &Paths<'a>,
    left_out: &mut Vec<Diagnostic>,
) -> (Vec<Root<'a>>, Vec<Root<'a>>) {
    let (mut sets, mut singletons) = (Vec::new(), Vec::new());
    for (id, node) in paths.listed().filter(|(_, node)| node.parent.is_none()) {
        let PathSegment::Literal(name) = &node.segment else { continue };
        if node.shape.role == Role::Operation {
            continue;
        }
        match root(paths, id, node, name) {
            Ok((root, true)) => sets.push(root),
            Ok((root, false)) => singletons.push(root),
            Err(diagnostic) => left_out.push(diagnostic),
        }
    }
    (sets, singletons)
}

/// The root, and whether it is a set.
fn root<'a>(
    paths: &Paths<'a>,
    id: NodeId,
    node: &'a PathNode,
    name: &'a str,
) -> Result<(Root<'a>, bool), Diagnostic> {
    let refuse = |reason: &str| {
        let message = format!("`{}` is in no container: {reason}", node.template);
        Err(Diagnostic::new(codes::CSDL_ROOT_LEFT_OUT, paths.span(id), message))
    };
    if !is_identifier(name) {
        return refuse("its name is no identifier");
    }
    let Some(value) = &node.shape.value else {
        return refuse("the docs do not tell its type");
    };
    match paths.entity(value) {
        Some(entity) => Ok((Root { name, entity, bindings: Vec::new() }, value.collection)),
        None => refuse("its type is no documented entity type"),
    }
}
