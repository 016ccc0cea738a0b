//! The path of a request line to typed steps.
//!
//! Reads [`facts::Segment`]s and the page's table of function parameters. A step has an identity beside
//! its segment: two steps below the same node with one identity are the same step, however they are
//! spelled. Must not know other pages; what differs between them is settled in `tree`.

use facts::{Argument, Fact, OperationFacts, ParameterPlace, Segment, TypeCell};

use crate::names::field_name;
use crate::types::{Item, TypeIndex, simple_name};
use crate::{ItemType, PathParameter, PathSegment, Scalar};

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// What tells it from its siblings: literals in lower case and unqualified, keys as `{}`, calls by
    /// name and parameter names, path addressing as `:`.
    pub identity: String,
    /// How this page spells it.
    pub segment: PathSegment,
}

/// The steps of a request line on a page that states `facts`.
pub(super) fn steps(segments: &[Segment], facts: &OperationFacts, types: &TypeIndex) -> Vec<Step> {
    segments.iter().flat_map(|segment| read(segment, facts, types)).collect()
}

fn read(segment: &Segment, facts: &OperationFacts, types: &TypeIndex) -> Vec<Step> {
    match segment {
        Segment::Literal(text) => vec![literal(text, types)],
        Segment::Key(alternatives) => vec![key(alternatives)],
        Segment::KeyPredicate(pairs) => vec![key_predicate(pairs)],
        Segment::NamedKey { property, value } => vec![named_key(property, value)],
        Segment::Call { name, arguments } => vec![call(name, arguments, facts, types)],
        Segment::ColonPath { before, placeholder, .. } => {
            let before = (!before.is_empty()).then(|| literal(before, types));
            before.into_iter().chain([item_path(placeholder)]).collect()
        }
    }
}

fn literal(text: &str, types: &TypeIndex) -> Step {
    let segment = PathSegment::Literal(text.to_owned());
    Step { identity: literal_identity(text, types), segment }
}

/// `microsoft.graph.assign` and `assign` are one segment.
fn literal_identity(text: &str, types: &TypeIndex) -> String {
    let lower = text.to_ascii_lowercase();
    if types.is_qualified(&lower) { simple_name(&lower).to_owned() } else { lower }
}

/// `roleTemplateId={roleTemplateId}`: an alternate key written as a segment of its own.
fn named_key(property: &str, value: &Argument) -> Step {
    let mut parameter =
        fixed_unless_placeholder(parameter(property, Scalar::String, value.quoted), value);
    parameter.prefix = format!("{property}=");
    Step { identity: parameter.prefix.to_ascii_lowercase(), segment: PathSegment::Key(parameter) }
}

fn key(alternatives: &[String]) -> Step {
    let names: Vec<String> =
        alternatives.iter().map(|name| tidy(name)).filter(|name| !name.is_empty()).collect();
    let wire_name = names.first().cloned().unwrap_or_else(|| "id".to_owned());
    let mut parameter = parameter(&wire_name, Scalar::String, false);
    parameter.alternatives = if names.len() > 1 { names } else { Vec::new() };
    Step { identity: "{}".to_owned(), segment: PathSegment::Key(parameter) }
}

/// One value without a name is the plain key, however it is written; names make an alternate key.
fn key_predicate(pairs: &[(String, Argument)]) -> Step {
    if let [(name, argument)] = pairs
        && name.is_empty()
    {
        return positional_key(key(&alternatives(&argument.text)), argument);
    }
    let parameters: Vec<PathParameter> = pairs
        .iter()
        .map(|(name, argument)| {
            let name = if name.is_empty() { tidy(&argument.text) } else { name.clone() };
            fixed_unless_placeholder(parameter(&name, Scalar::String, argument.quoted), argument)
        })
        .collect();
    let identity = call_identity("", &parameters);
    let segment = if pairs.iter().all(|(name, _)| name.is_empty()) {
        PathSegment::PositionalKey(parameters)
    } else {
        PathSegment::KeyPredicate(parameters)
    };
    Step { identity, segment }
}

/// The same key in parentheses, with the quotes that stand there.
fn positional_key(key: Step, argument: &Argument) -> Step {
    let PathSegment::Key(parameter) = key.segment else { return key };
    let parameter = PathParameter { quoted: argument.quoted, ..parameter };
    Step { identity: key.identity, segment: PathSegment::PositionalKey(vec![parameter]) }
}

fn call(
    name: &str,
    arguments: &[(String, Argument)],
    facts: &OperationFacts,
    types: &TypeIndex,
) -> Step {
    let parameters: Vec<PathParameter> = arguments
        .iter()
        .map(|(name, argument)| function_parameter(name, argument, facts, types))
        .collect();
    Step {
        identity: call_identity(&literal_identity(name, types), &parameters),
        segment: PathSegment::Function { name: name.to_owned(), parameters },
    }
}

/// The page's table of parameters decides the type, else the quotes do: what stands in quotes is a
/// string, and what does not could be anything that prints itself. A value that the page spells out is
/// only an example of a parameter that its table lists.
fn function_parameter(
    name: &str,
    argument: &Argument,
    facts: &OperationFacts,
    types: &TypeIndex,
) -> PathParameter {
    let name = if name.is_empty() { tidy(&argument.text) } else { name.to_owned() };
    let row = row(&name, facts);
    let stated = row.flatten().and_then(|cell| stated_scalar(cell, types));
    // Strings stand in quotes (OData ABNF, `string`), also where the request line forgets them.
    let quoted = argument.quoted || stated == Some(Scalar::String);
    let ty = stated.filter(|ty| fits(*ty, quoted)).unwrap_or(Scalar::String);
    let mut parameter = parameter(&name, ty, quoted);
    parameter.prefix = argument.cast.clone().unwrap_or_default();
    if row.is_some() { parameter } else { fixed_unless_placeholder(parameter, argument) }
}

/// The type cell of the row for the parameter `name`, if there is such a row. A function has no body, so
/// a table in that section lists its parameters too.
fn row<'a>(name: &str, facts: &'a OperationFacts) -> Option<Option<&'a TypeCell>> {
    let listed = facts.parameters.iter().filter(|row| row.place != ParameterPlace::Header);
    let listed = listed.map(|row| (&row.name, &row.ty));
    let in_body = facts.body.properties.iter().map(|row| (&row.name, &row.ty));
    let named = |row_name: &Fact<String>| row_name.value.eq_ignore_ascii_case(name);
    let (_, cell) = listed.chain(in_body).find(|(row_name, _)| named(row_name))?;
    Some(cell.as_ref().map(|cell| &cell.value))
}

fn stated_scalar(cell: &TypeCell, types: &TypeIndex) -> Option<Scalar> {
    match types.resolve(cell.mentions.first()?, "")? {
        ItemType::Scalar(scalar) if !cell.collection => Some(scalar),
        _ => None,
    }
}

/// In a URL, only strings stand in quotes; dates and numbers that the docs quote all the same are
/// sent as strings.
fn fits(ty: Scalar, quoted: bool) -> bool {
    !quoted || ty == Scalar::String
}

fn fixed_unless_placeholder(mut parameter: PathParameter, argument: &Argument) -> PathParameter {
    if !argument.placeholder {
        parameter.fixed = Some(argument.text.clone());
    }
    parameter
}

fn item_path(placeholder: &str) -> Step {
    let name = tidy(placeholder);
    let name = if name.is_empty() { "path".to_owned() } else { name };
    Step {
        identity: ":".to_owned(),
        segment: PathSegment::ItemPath(parameter(&name, Scalar::String, false)),
    }
}

fn parameter(wire_name: &str, ty: Scalar, quoted: bool) -> PathParameter {
    PathParameter {
        wire_name: wire_name.to_owned(),
        rust_name: field_name(wire_name),
        ty,
        quoted,
        prefix: String::new(),
        alternatives: Vec::new(),
        fixed: None,
    }
}

fn call_identity(name: &str, parameters: &[PathParameter]) -> String {
    if parameters.is_empty() {
        return name.to_owned();
    }
    let mut names: Vec<String> =
        parameters.iter().map(|parameter| parameter.wire_name.to_ascii_lowercase()).collect();
    names.sort();
    format!("{name}({})", names.join(","))
}

fn alternatives(placeholder: &str) -> Vec<String> {
    placeholder.split('|').map(|name| name.trim().to_owned()).collect()
}

/// A placeholder's name as it can stand in a template: letters, digits, `-` and `_`.
fn tidy(name: &str) -> String {
    let kept = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
    let dashed: String = name.trim().chars().map(kept).collect();
    let parts: Vec<&str> = dashed.split('-').filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

/// The type of a cast segment, if it is one: qualified, and the name of a documented type.
pub(super) fn cast_target(segment: &PathSegment, types: &TypeIndex) -> Option<Item> {
    let PathSegment::Literal(text) = segment else { return None };
    let item = types.is_qualified(text).then(|| types.resolve_name(text, "")).flatten();
    item.filter(|item| item.structure().is_some())
}
