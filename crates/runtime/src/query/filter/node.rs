//! Filters as trees, and their text.

use std::borrow::Cow;

use super::{TypeNames, Value};

/// A condition on an object, without its types.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    /// `path eq literal`
    Compare { path: Cow<'static, str>, operator: &'static str, value: Value },
    /// `startswith(path,literal)`
    Call { function: &'static str, path: Cow<'static, str>, literal: String },
    /// `path/any(x:condition)`; without condition, whether there are elements.
    Lambda { path: Cow<'static, str>, name: &'static str, condition: Option<Box<Node>> },
    /// Parts joined by ` and `
    And(Vec<Node>),
    /// Parts joined by ` or `
    Or(Vec<Node>),
    /// `not (condition)`
    Not(Box<Node>),
    /// `isof(type)`, of the object itself or of an element.
    IsOf(&'static str),
    /// Text as it is.
    Raw(Cow<'static, str>),
}

/// The names of the elements in lambdas, by depth; deeper ones have numbers.
const VARIABLES: [&str; 4] = ["x", "y", "z", "w"];

impl Node {
    /// The two joined by `and`; what is such a chain already, grows.
    pub(crate) fn and(self, other: Self) -> Self {
        let mut parts = match self {
            Self::And(parts) => parts,
            first => vec![first],
        };
        match other {
            Self::And(more) => parts.extend(more),
            last => parts.push(last),
        }
        Self::And(parts)
    }

    /// The two joined by `or`; what is such a chain already, grows.
    pub(crate) fn or(self, other: Self) -> Self {
        let mut parts = match self {
            Self::Or(parts) => parts,
            first => vec![first],
        };
        match other {
            Self::Or(more) => parts.extend(more),
            last => parts.push(last),
        }
        Self::Or(parts)
    }

    /// Whether it needs what Microsoft Graph calls the advanced query capabilities.
    pub(crate) fn is_advanced(&self) -> bool {
        match self {
            Self::Compare { path, operator, .. } => *operator == "ne" || is_count(path),
            Self::Call { function, path, .. } => *function == "endswith" || is_count(path),
            Self::Lambda { condition, .. } => {
                condition.as_ref().is_some_and(|condition| condition.is_advanced())
            }
            Self::And(parts) | Self::Or(parts) => parts.iter().any(Self::is_advanced),
            Self::Not(_) => true,
            Self::IsOf(_) => false,
            Self::Raw(text) => has_advanced_word(text),
        }
    }

    /// The same condition with the object's own paths changed; those of elements stay.
    pub(crate) fn map_paths(self, change: &dyn Fn(&str) -> String) -> Self {
        let all = |parts: Vec<Self>| parts.into_iter().map(|part| part.map_paths(change)).collect();
        match self {
            Self::Compare { path, operator, value } => {
                Self::Compare { path: change(&path).into(), operator, value }
            }
            Self::Call { function, path, literal } => {
                Self::Call { function, path: change(&path).into(), literal }
            }
            Self::Lambda { path, name, condition } => {
                Self::Lambda { path: change(&path).into(), name, condition }
            }
            Self::And(parts) => Self::And(all(parts)),
            Self::Or(parts) => Self::Or(all(parts)),
            Self::Not(condition) => Self::Not(Box::new(condition.map_paths(change))),
            same @ (Self::IsOf(_) | Self::Raw(_)) => same,
        }
    }

    /// The text of the condition.
    pub(crate) fn to_text(&self, names: TypeNames) -> String {
        let mut text = String::new();
        self.write(&mut text, names, None);
        text
    }

    /// Appends the condition on the object itself, or on the element that the lambda of this depth names.
    fn write(&self, text: &mut String, names: TypeNames, depth: Option<usize>) {
        match self {
            Self::Compare { path, operator, value } => {
                write_path(text, depth, path);
                for part in [" ", operator, " "] {
                    text.push_str(part);
                }
                value.write(text, names);
            }
            Self::Call { function, path, literal } => {
                text.push_str(function);
                text.push('(');
                write_path(text, depth, path);
                for part in [",", literal, ")"] {
                    text.push_str(part);
                }
            }
            Self::Lambda { path, name, condition } => {
                write_path(text, depth, path);
                write_lambda(text, names, depth, name, condition.as_deref());
            }
            Self::And(parts) => join(text, names, depth, parts, " and ", Self::is_loose),
            Self::Or(parts) => {
                join(text, names, depth, parts, " or ", |part| matches!(part, Self::Raw(_)))
            }
            // `not` binds more closely than `eq`, and a space must follow it (OData ABNF, `notExpr`).
            Self::Not(condition) => {
                text.push_str("not (");
                condition.write(text, names, depth);
                text.push(')');
            }
            Self::IsOf(name) => {
                text.push_str("isof(");
                if let Some(depth) = depth {
                    write_variable(text, depth);
                    text.push(',');
                }
                names.write_type(name, text);
                text.push(')');
            }
            Self::Raw(raw) => text.push_str(raw),
        }
    }

    /// Whether it must stand in parentheses as a part of `and`. Text may hold anything.
    fn is_loose(&self) -> bool {
        matches!(self, Self::Or(_) | Self::Raw(_))
    }
}

/// Whether text outside of quotes holds one of the words that make a condition an advanced one.
fn has_advanced_word(text: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '$' || c == '_' || c == '.';
    let unquoted = text.split('\'').step_by(2);
    unquoted.flat_map(|part| part.split(|c| !is_word(c))).any(|word| {
        ["ne", "not", "endswith", "$count"].iter().any(|known| word.eq_ignore_ascii_case(known))
    })
}

fn is_count(path: &str) -> bool {
    path.ends_with("/$count")
}

fn write_path(text: &mut String, depth: Option<usize>, path: &str) {
    if let Some(depth) = depth {
        write_variable(text, depth);
        text.push_str(if path.is_empty() { "" } else { "/" });
    }
    text.push_str(path);
}

fn write_lambda(
    text: &mut String,
    names: TypeNames,
    depth: Option<usize>,
    name: &str,
    condition: Option<&Node>,
) {
    let inner = depth.map_or(0, |depth| depth + 1);
    for part in ["/", name, "("] {
        text.push_str(part);
    }
    if let Some(condition) = condition {
        write_variable(text, inner);
        text.push(':');
        condition.write(text, names, Some(inner));
    }
    text.push(')');
}

/// Each depth has a name of its own, because services refuse one that is declared twice.
fn write_variable(text: &mut String, depth: usize) {
    match VARIABLES.get(depth) {
        Some(name) => text.push_str(name),
        None => text.push_str(&format!("x{depth}")),
    }
}

fn join(
    text: &mut String,
    names: TypeNames,
    depth: Option<usize>,
    parts: &[Node],
    conjunction: &str,
    is_loose: fn(&Node) -> bool,
) {
    for (index, part) in parts.iter().enumerate() {
        text.push_str(if index > 0 { conjunction } else { "" });
        let loose = is_loose(part);
        text.push_str(if loose { "(" } else { "" });
        part.write(text, names, depth);
        text.push_str(if loose { ")" } else { "" });
    }
}
