//! Actions and functions, one overload for each type that they are called on.

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostic, Span, codes};
use model::{
    BodyContent, Docs, ItemType, Method, NodeId, Operation, PathNode, PathParameter, PathSegment,
    Property, QualifiedName, ResponseContent, Role, Scalar, ValueType,
};
use text::Notice;

use super::paths::Paths;
use crate::csdl::identifier::{is_identifier, is_namespace};

/// Which of the two it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::csdl) enum Sort {
    Action,
    Function,
}

/// An action or function that is called on one type, or on none.
pub(in crate::csdl) struct Overload<'a> {
    pub(in crate::csdl) namespace: &'a str,
    pub(in crate::csdl) name: &'a str,
    pub(in crate::csdl) sort: Sort,
    /// What it is called on; `None` at the root.
    pub(in crate::csdl) binding: Option<&'a ValueType>,
    pub(in crate::csdl) parameters: Vec<Taken<'a>>,
    pub(in crate::csdl) returns: Option<ValueType>,
    pub(in crate::csdl) is_composable: bool,
    pub(in crate::csdl) docs: Option<&'a Docs>,
    pub(in crate::csdl) deprecated: Option<&'a Notice>,
    span: Span,
}

/// A parameter.
#[derive(PartialEq)]
pub(in crate::csdl) struct Taken<'a> {
    pub(in crate::csdl) name: &'a str,
    pub(in crate::csdl) ty: ValueType,
    /// Where the docs say.
    pub(in crate::csdl) nullable: Option<bool>,
    /// The docs say that it may be left out.
    pub(in crate::csdl) optional: bool,
    pub(in crate::csdl) docs: Option<&'a Docs>,
}

/// What tells overloads apart: of a function also the names of its parameters.
type Identity<'a> = (&'a str, &'a str, Sort, Option<&'a ValueType>, BTreeSet<&'a str>);

/// All overloads, sorted by namespace and name.
pub(super) fn overloads<'a>(
    paths: &Paths<'a>,
    namespace: &'a str,
    left_out: &mut Vec<Diagnostic>,
) -> Vec<Overload<'a>> {
    let nodes = paths.listed().filter(|(_, node)| node.shape.role == Role::Operation);
    let mut found: Vec<Overload<'a>> = Vec::new();
    for (id, node) in nodes {
        found.extend(at(paths, id, node, namespace, left_out));
    }
    let functions: BTreeSet<(&str, &str)> = found
        .iter()
        .filter(|it| it.sort == Sort::Function)
        .map(|it| (it.namespace, it.name))
        .collect();
    found.retain_mut(|it| {
        !is_type(paths, it, left_out)
            && (!functions.contains(&(it.namespace, it.name)) || it.is_function(left_out))
    });
    let mut kept: BTreeMap<Identity<'a>, Overload<'a>> = BTreeMap::new();
    for overload in found {
        match kept.get_mut(&overload.identity()) {
            Some(first) => first.merge(overload, left_out),
            None => {
                kept.insert(overload.identity(), overload);
            }
        }
    }
    let known: BTreeSet<Identity<'a>> = kept.keys().cloned().collect();
    kept.into_values().filter(|it| !is_inherited(paths, it, &known)).collect()
}

impl<'a> Overload<'a> {
    fn identity(&self) -> Identity<'a> {
        let parameters = match self.sort {
            Sort::Action => BTreeSet::new(),
            Sort::Function => self.parameters.iter().map(|it| it.name).collect(),
        };
        (self.namespace, self.name, self.sort, self.binding, parameters)
    }

    /// Makes it a function, because all overloads of a name are of one sort and another one is a function.
    /// Returns whether it can be one.
    fn is_function(&mut self, left_out: &mut Vec<Diagnostic>) -> bool {
        if self.sort == Sort::Action {
            self.sort = Sort::Function;
            let message = format!("`{}` is an action here and a function elsewhere", self.name);
            let fate = if self.returns.is_some() { "exported as a function" } else { "left out" };
            left_out.push(Diagnostic::new(codes::CSDL_TWO_SORTS, self.span, message).help(fate));
        }
        self.returns.is_some()
    }

    /// Two paths to one overload. What the first leaves open the second may tell.
    fn merge(&mut self, other: Self, left_out: &mut Vec<Diagnostic>) {
        self.is_composable |= other.is_composable;
        if other.docs.is_none() {
            return;
        }
        if self.docs.is_none() {
            let is_composable = self.is_composable;
            *self = Self { is_composable, ..other };
        } else if self.parameters != other.parameters || self.returns != other.returns {
            let message = format!(
                "`{}` is documented with other parameters or another result elsewhere",
                self.name
            );
            left_out.push(
                Diagnostic::new(codes::CSDL_SECOND_OVERLOAD, other.span, message)
                    .help("the first one is exported"),
            );
        }
    }
}

/// Whether a type has the name already.
fn is_type(paths: &Paths<'_>, overload: &Overload<'_>, left_out: &mut Vec<Diagnostic>) -> bool {
    let is_type = paths.is_type(overload.namespace, overload.name);
    if is_type {
        let message = format!("`{}` is left out: a type has this name", overload.name);
        left_out.push(Diagnostic::new(codes::CSDL_OPERATION_LEFT_OUT, overload.span, message));
    }
    is_type
}

/// A base of the type it is called on has it too, so the type inherits it.
fn is_inherited<'a>(
    paths: &Paths<'a>,
    overload: &Overload<'a>,
    known: &BTreeSet<Identity<'a>>,
) -> bool {
    let Some(binding) = overload.binding else { return false };
    let Some(bound) = paths.structure(&binding.item) else { return false };
    let (namespace, name, sort, _, parameters) = overload.identity();
    paths.chain(bound).into_iter().skip(1).any(|base| {
        let item = ItemType::Struct(base.name.clone());
        let value = ValueType { item, collection: binding.collection };
        known.contains(&(namespace, name, sort, Some(&value), parameters.clone()))
    })
}

/// The overloads that a node stands for: one for each operation there, and one where paths only go on.
fn at<'a>(
    paths: &Paths<'a>,
    id: NodeId,
    node: &'a PathNode,
    namespace: &'a str,
    left_out: &mut Vec<Diagnostic>,
) -> Vec<Overload<'a>> {
    let operations = paths.operations(id);
    let calls = operations.iter().map(|(operation, route)| (Some(*operation), route.span));
    let passed = operations.is_empty().then(|| (None, paths.span(id)));
    let mut found = Vec::new();
    for (operation, span) in calls.chain(passed) {
        match overload(paths, id, node, namespace, operation, span) {
            Ok(overload) => found.push(overload),
            Err(reason) => {
                let what = operation.map_or("function", |it| sort(node, it).word());
                let message = format!("the {what} `{}` is left out: {reason}", node.template);
                left_out.push(Diagnostic::new(codes::CSDL_OPERATION_LEFT_OUT, span, message));
            }
        }
    }
    found
}

impl Sort {
    fn word(self) -> &'static str {
        match self {
            Self::Action => "action",
            Self::Function => "function",
        }
    }
}

fn overload<'a>(
    paths: &Paths<'a>,
    id: NodeId,
    node: &'a PathNode,
    main: &'a str,
    operation: Option<&'a Operation>,
    span: Span,
) -> Result<Overload<'a>, &'static str> {
    let (written, arguments): (&str, &[PathParameter]) = match &node.segment {
        PathSegment::Literal(name) => (name, &[]),
        PathSegment::Function { name, parameters } => (name, parameters),
        _ => return Err("it has no name"),
    };
    let binding = match paths.parent(node) {
        Some(parent) => Some(bound_to(parent).ok_or("the type it is called on is unknown")?),
        None => None,
    };
    let (stated, name) = written.rsplit_once('.').unwrap_or(("", written));
    let of_binding = binding.and_then(|value| paths.structure(&value.item));
    let inferred = of_binding.map_or(main, |it| it.name.namespace.as_str());
    let namespace = if stated.is_empty() { inferred } else { stated };
    if !is_identifier(name) || !is_namespace(namespace) {
        return Err("its name is no identifier");
    }
    let sort = operation.map_or(Sort::Function, |it| self::sort(node, it));
    let parameters = match (sort, operation) {
        (Sort::Action, Some(operation)) => of_body(operation)?,
        _ => arguments.iter().map(|it| of_path(it, paths)).collect(),
    };
    if !parameters.iter().all(|it| is_identifier(it.name)) {
        return Err("a parameter's name is no identifier");
    }
    let returns = match operation {
        Some(operation) => returned(&operation.response.content),
        None => node.shape.value.clone(),
    };
    if sort == Sort::Function && returns.is_none() {
        return Err("what it returns is unknown");
    }
    Ok(Overload {
        namespace,
        name,
        sort,
        binding,
        parameters: distinct(parameters),
        returns,
        is_composable: sort == Sort::Function && paths.goes_on(id),
        docs: operation.map(|it| &it.docs),
        deprecated: operation.and_then(|it| it.deprecated.as_ref()),
        span,
    })
}

fn bound_to(parent: &PathNode) -> Option<&ValueType> {
    parent.shape.value.as_ref().filter(|value| value.item != ItemType::Untyped)
}

/// Only functions are read, and only they have arguments in their path.
fn sort(node: &PathNode, operation: &Operation) -> Sort {
    match &node.segment {
        PathSegment::Function { parameters, .. } if !parameters.is_empty() => Sort::Function,
        _ if operation.method == Method::Get => Sort::Function,
        _ => Sort::Action,
    }
}

fn of_body(operation: &Operation) -> Result<Vec<Taken<'_>>, &'static str> {
    match operation.body.as_ref().map(|body| &body.content) {
        None => Ok(Vec::new()),
        Some(BodyContent::Parameters { fields, .. }) => Ok(fields.iter().map(of_field).collect()),
        Some(_) => Err("its body is not documented as parameters"),
    }
}

fn of_field(field: &Property) -> Taken<'_> {
    Taken {
        name: &field.wire_name,
        ty: field.ty.value.clone(),
        nullable: field.nullable.as_ref().map(|stated| stated.value),
        optional: field.required.as_ref().is_some_and(|required| !required.value),
        docs: Some(&field.docs),
    }
}

fn of_path<'a>(parameter: &'a PathParameter, paths: &Paths<'a>) -> Taken<'a> {
    let is_meant = |name: &&QualifiedName| name.to_string() == parameter.prefix;
    let mut enumerations = paths.api.enums.iter().map(|it| &it.name);
    let enumeration = enumerations.find(is_meant).filter(|_| !parameter.prefix.is_empty());
    let item = enumeration.cloned().map_or(ItemType::Scalar(parameter.ty), ItemType::Enum);
    let ty = ValueType { item, collection: false };
    Taken { name: &parameter.wire_name, ty, nullable: None, optional: false, docs: None }
}

fn returned(content: &ResponseContent) -> Option<ValueType> {
    let (item, collection) = match content {
        ResponseContent::Empty => return None,
        ResponseContent::Value(item) | ResponseContent::Wrapped(item) => (item.clone(), false),
        ResponseContent::Collection(item) => (item.clone(), true),
        ResponseContent::Stream => (ItemType::Scalar(Scalar::Stream), false),
        ResponseContent::Untyped => (ItemType::Untyped, false),
    };
    Some(ValueType { item, collection })
}

/// Names are unique among the parameters of an overload.
fn distinct(parameters: Vec<Taken<'_>>) -> Vec<Taken<'_>> {
    let mut seen = BTreeSet::new();
    parameters.into_iter().filter(|it| seen.insert(it.name)).collect()
}
