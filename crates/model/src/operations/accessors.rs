//! Names of the methods that lead from a node of the path tree to its children.
//!
//! Reads the settled segments of all children of one node; returns their methods' names. A name depends on
//! the child alone, except among siblings that would share it, so pages about other paths change
//! nothing.

use std::collections::BTreeMap;

use super::template::cast_target;
use crate::names::{Taken, field_name};
use crate::types::{TypeIndex, simple_name};
use crate::{PathParameter, PathSegment};

/// Names that operations have on the same struct.
const VERBS: &[&str] =
    &["create", "delete", "get", "list", "new", "patch", "post", "put", "update"];

/// The accessors of sibling `segments`, in the same order, all different.
pub(super) fn accessors(segments: &[&PathSegment], types: &TypeIndex) -> Vec<String> {
    let plain: Vec<String> = segments.iter().map(|segment| plain_name(segment, types)).collect();
    let mut shared: BTreeMap<String, usize> = BTreeMap::new();
    for name in &plain {
        *shared.entry(field_name(name)).or_default() += 1;
    }
    let mut taken = Taken::default();
    let mut accessor = |segment: &PathSegment, plain: &String| {
        let is_shared = shared[&field_name(plain)] > 1;
        let wanted = if is_shared { by_parameters(segment, plain) } else { plain.clone() };
        taken.give(&escape_verb(&field_name(&wanted)), "_")
    };
    segments.iter().zip(&plain).map(|(segment, plain)| accessor(segment, plain)).collect()
}

/// The name in lower case with underscores, or as spelled on the wire; not yet escaped.
fn plain_name(segment: &PathSegment, types: &TypeIndex) -> String {
    match segment {
        PathSegment::Literal(text) if text == "$ref" => "reference".to_owned(),
        PathSegment::Literal(text) if cast_target(segment, types).is_some() => {
            format!("as {}", simple_name(text))
        }
        PathSegment::Literal(text) | PathSegment::Function { name: text, .. } => {
            let name = if types.is_qualified(text) { simple_name(text) } else { text };
            name.trim_start_matches('$').to_owned()
        }
        PathSegment::Key(parameter) => match parameter.prefix.strip_suffix('=') {
            Some(property) => format!("by {property}"),
            None => "by id".to_owned(),
        },
        PathSegment::PositionalKey(parameters) if parameters.len() == 1 => "by id".to_owned(),
        PathSegment::PositionalKey(parameters) | PathSegment::KeyPredicate(parameters) => {
            format!("by {}", joined(parameters))
        }
        PathSegment::ItemPath(_) => "by path".to_owned(),
    }
}

/// Overloads of a function, or a function beside a property of its name: those with parameters are
/// named after them (`range`, `range_with_address`).
fn by_parameters(segment: &PathSegment, plain: &str) -> String {
    match segment {
        PathSegment::Function { parameters, .. } if !parameters.is_empty() => {
            format!("{plain} with {}", joined(parameters))
        }
        _ => plain.to_owned(),
    }
}

fn joined(parameters: &[PathParameter]) -> String {
    let names: Vec<&str> =
        parameters.iter().map(|parameter| parameter.wire_name.as_str()).collect();
    names.join(" and ")
}

/// `…/list` is a property here and a verb there; the segment gives way.
fn escape_verb(name: &str) -> String {
    if VERBS.contains(&name) { format!("{name}_") } else { name.to_owned() }
}
