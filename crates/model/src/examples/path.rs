//! From a documented path to the nodes of the path tree.

use std::borrow::Cow;

use super::Calls;
use super::request_line::{decode, split_outside};
use super::scalar::{is_of, sample};
use crate::api::worked::{Argument, Step};
use crate::api::{NodeId, PathParameter, PathSegment, Scalar};

/// The nodes of a path, and the path with samples for placeholders that stand for values of a form.
pub(super) struct Way {
    pub(super) steps: Vec<Step>,
    pub(super) path: String,
}

/// The first segment of a path.
struct Front<'p> {
    text: &'p str,
    /// The text without percent-encoding.
    name: Cow<'p, str>,
    rest: &'p str,
}

/// What a segment takes off the front of a path.
struct Taken<'p> {
    arguments: Vec<Argument>,
    /// What it took, as it must come out.
    text: String,
    rest: &'p str,
}

impl Calls<'_> {
    /// The way to a node that `path` describes and that `accepts` takes.
    pub(super) fn way(&self, path: &str, accepts: &dyn Fn(NodeId) -> bool) -> Option<Way> {
        let mut way = self.walk(None, path, accepts)?;
        way.steps.reverse();
        Some(way)
    }

    /// The steps from below `at`, in reverse.
    fn walk(
        &self,
        at: Option<NodeId>,
        path: &str,
        accepts: &dyn Fn(NodeId) -> bool,
    ) -> Option<Way> {
        if matches!(path, "" | "/" | ":") {
            let end = at.is_some_and(accepts);
            return end.then(|| Way { steps: Vec::new(), path: path.to_owned() });
        }
        let children = self.children.get(&at)?;
        let front = front(path);
        let take = |child: &NodeId| take(&self.nodes[child.0].segment, path, front.as_ref());
        let mut candidates: Vec<(NodeId, Taken<'_>)> =
            children.iter().filter_map(|child| Some((*child, take(child)?))).collect();
        candidates.sort_by_key(|(node, _)| rank(&self.nodes[node.0].segment));
        candidates.into_iter().find_map(|(node, taken)| {
            let mut way = self.walk(Some(node), taken.rest, accepts)?;
            way.steps.push(Step { node, arguments: taken.arguments });
            way.path.insert_str(0, &taken.text);
            Some(way)
        })
    }
}

/// What is fixed is tried before what stands for anything.
fn rank(segment: &PathSegment) -> usize {
    match segment {
        PathSegment::Literal(_) => 0,
        PathSegment::Function { .. } => 1,
        PathSegment::PositionalKey(_) | PathSegment::KeyPredicate(_) => 2,
        PathSegment::ItemPath(_) => 3,
        PathSegment::Key(_) => 4,
    }
}

fn take<'p>(segment: &PathSegment, path: &'p str, front: Option<&Front<'p>>) -> Option<Taken<'p>> {
    match segment {
        PathSegment::Literal(literal) => {
            let Front { text, name, rest } = front?;
            let literal = decode(literal);
            let whole = (without_call(text), *rest);
            // What stands in brackets behind the name is a key.
            let keyed = text.find('(').map(|open| (&text[..open], &path[1 + open..]));
            let is_whole = same_name(without_call(name), &literal);
            let keyed = keyed.filter(|(text, _)| same_name(&decode(text), &literal));
            let (text, rest) = if is_whole { whole } else { keyed? };
            Some(Taken { arguments: Vec::new(), text: format!("/{text}"), rest })
        }
        PathSegment::Key(parameter) => {
            let Front { text, rest, .. } = front?;
            if text.starts_with('$') || text.ends_with(')') || !text.starts_with(&parameter.prefix)
            {
                return None;
            }
            let given = argument(parameter, text)?;
            let arguments = Vec::from_iter(parameter.fixed.is_none().then_some(given));
            Some(Taken { arguments, text: format!("/{text}"), rest })
        }
        PathSegment::PositionalKey(parameters) => {
            let (inside, rest) = brackets(path)?;
            let (arguments, text) = key_values(parameters, inside)?;
            Some(Taken { arguments, text: format!("({text})"), rest })
        }
        PathSegment::KeyPredicate(parameters) => {
            let (inside, rest) = brackets(path)?;
            let (arguments, text) = arguments(parameters, inside)?;
            Some(Taken { arguments, text: format!("({text})"), rest })
        }
        PathSegment::Function { name, parameters } => {
            let Front { text, rest, .. } = front?;
            let (called, inside) = text.split_once('(').unwrap_or((text, ")"));
            if !same_name(called, name) {
                return None;
            }
            let (arguments, inside) = arguments(parameters, inside.strip_suffix(')')?)?;
            Some(Taken { arguments, text: format!("/{called}({inside})"), rest })
        }
        PathSegment::ItemPath(parameter) => {
            let below = path.strip_prefix(":/")?;
            let (text, rest) = below.split_at(below.find(':').unwrap_or(below.len()));
            let arguments = vec![argument(parameter, text)?];
            // The colon behind an item path is written when something follows.
            let rest = rest.strip_prefix(':').unwrap_or(rest);
            let colon = if rest.is_empty() { "" } else { ":" };
            Some(Taken { arguments, text: format!(":/{text}{colon}"), rest })
        }
    }
}

/// The first segment; a slash, a key in brackets, or an item path follows it.
fn front(path: &str) -> Option<Front<'_>> {
    let below = path.strip_prefix('/')?;
    let text = *split_outside(below, '/').first()?;
    let text = &text[..text.len() - usize::from(text.ends_with(':') && below.len() > text.len())];
    let rest = &below[text.len()..];
    (!text.is_empty()).then(|| Front { text, name: decode(text), rest })
}

/// The name of a function that is called without arguments.
fn without_call(text: &str) -> &str {
    text.strip_suffix("()").unwrap_or(text)
}

/// What stands in brackets at the front, and what follows.
fn brackets(path: &str) -> Option<(&str, &str)> {
    let inside = path.strip_prefix('(')?;
    inside.split_once(')')
}

/// Names of resources and functions, which examples also write in another case or without namespace.
fn same_name(documented: &str, name: &str) -> bool {
    documented.eq_ignore_ascii_case(name)
        || name.rsplit('.').next().is_some_and(|last| documented.eq_ignore_ascii_case(last))
}

/// The arguments of a call in the order of its parameters, and how they must come out.
fn arguments(parameters: &[PathParameter], inside: &str) -> Option<(Vec<Argument>, String)> {
    let given: Vec<(&str, &str)> = split_outside(inside, ',')
        .into_iter()
        .filter_map(|it| it.split_once('='))
        .map(|(name, value)| (name.trim(), value.trim()))
        .collect();
    if given.len() != parameters.len() {
        return None;
    }
    let mut values = Vec::new();
    let mut texts = Vec::new();
    for parameter in parameters {
        let (name, value) =
            given.iter().find(|(name, _)| name.eq_ignore_ascii_case(&parameter.wire_name))?;
        let value = value.strip_prefix(&parameter.prefix).unwrap_or(value);
        let inner = value.trim_matches('\'');
        let quote = if parameter.quoted { "'" } else { "" };
        let argument = argument(parameter, inner)?;
        texts.push(format!("{name}={}{quote}{}{quote}", parameter.prefix, argument.value));
        if parameter.fixed.is_none() {
            values.push(argument);
        }
    }
    Some((values, texts.join(",")))
}

/// The values of a key without names, and how they must come out.
fn key_values(parameters: &[PathParameter], inside: &str) -> Option<(Vec<Argument>, String)> {
    let given = split_outside(inside, ',');
    if given.len() != parameters.len() || given.iter().any(|value| value.contains('=')) {
        return None;
    }
    let mut values = Vec::new();
    let mut texts = Vec::new();
    for (parameter, value) in parameters.iter().zip(given) {
        let argument = argument(parameter, value.trim().trim_matches('\''))?;
        let quote = if parameter.quoted { "'" } else { "" };
        texts.push(format!("{quote}{}{quote}", argument.value));
        if parameter.fixed.is_none() {
            values.push(argument);
        }
    }
    Some((values, texts.join(",")))
}

fn argument(parameter: &PathParameter, text: &str) -> Option<Argument> {
    let text = text.strip_prefix(&parameter.prefix).unwrap_or(text);
    let value = decode(text).into_owned();
    if let Some(fixed) = &parameter.fixed {
        return value.eq_ignore_ascii_case(fixed).then_some(Argument { ty: Scalar::String, value });
    }
    let value = if is_of(parameter.ty, &value) { value } else { sample(parameter.ty)?.to_owned() };
    Some(Argument { ty: parameter.ty, value })
}
