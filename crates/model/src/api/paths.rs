//! The path tree.

use super::{Gate, Scalar, Shape};
use serde::Serialize;

/// An index into [`Api::nodes`](super::Api::nodes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NodeId(pub usize);

/// One node of the path tree. Each node is a Rust struct; its children are methods of the parent's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PathNode {
    /// The node above; `None` below the client.
    pub parent: Option<NodeId>,
    /// The segment that leads from the parent here.
    pub segment: PathSegment,
    /// The whole template: `/users/{user-id}/messages`.
    pub template: String,
    /// The Rust struct's name, unique within its file: `UsersByIdMessages`.
    pub rust_name: String,
    /// The parent's method that leads here: `messages`, `by_id`.
    pub accessor: String,
    /// What it addresses.
    #[serde(rename = "addresses")]
    pub shape: Shape,
    /// The file below the version's folder, without `.rs`: `["paths", "users"]`.
    pub file: Vec<String>,
    /// The cargo features of the operations at and below it.
    #[serde(rename = "features")]
    pub gate: Gate,
}

/// A segment of a path template, typed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum PathSegment {
    /// A fixed segment: a property, an action, `$ref`, `$value`, `$count`, or a cast.
    Literal(String),
    /// A key segment: `/{id}`.
    Key(PathParameter),
    /// `items({id})`, `dimensions({a},{b})`: the values of a key alone, in parentheses behind the parent
    /// without a slash.
    PositionalKey(Vec<PathParameter>),
    /// `applications(appId='{appId}')`: alternate key, appended to the parent without a slash.
    KeyPredicate(Vec<PathParameter>),
    /// A function call with its arguments.
    Function {
        /// The name as written, maybe qualified.
        name: String,
        /// Arguments in order.
        parameters: Vec<PathParameter>,
    },
    /// `:/{item-path}:` after the parent, or `:/{item-path}` at the end.
    ItemPath(PathParameter),
}

impl PathSegment {
    /// Its parameters, in order.
    pub fn parameters(&self) -> &[PathParameter] {
        match self {
            Self::Literal(_) => &[],
            Self::Key(parameter) | Self::ItemPath(parameter) => std::slice::from_ref(parameter),
            Self::PositionalKey(parameters)
            | Self::KeyPredicate(parameters)
            | Self::Function { parameters, .. } => parameters,
        }
    }

    /// As it stands in a template, with what `literal` makes of fixed text and `name` of parameters: `/users`,
    /// `/{user-id}`, `({a},{b})`, `/cell(row={row})`, `:/{item-path}`.
    pub fn template(
        &self,
        literal: impl Fn(&str) -> String,
        mut name: impl FnMut(&PathParameter) -> String,
    ) -> String {
        let mut value = |parameter: &PathParameter| {
            let value = match &parameter.fixed {
                Some(fixed) => literal(fixed),
                None => format!("{{{}}}", name(parameter)),
            };
            let quote = if parameter.quoted { "'" } else { "" };
            format!("{}{quote}{value}{quote}", literal(&parameter.prefix))
        };
        let mut arguments = |parameters: &[PathParameter]| {
            let named = parameters.iter();
            let named = named.map(|it| format!("{}={}", literal(&it.wire_name), value(it)));
            named.collect::<Vec<_>>().join(",")
        };
        match self {
            Self::Literal(text) => format!("/{}", literal(text)),
            Self::Key(parameter) => format!("/{}", value(parameter)),
            Self::PositionalKey(parameters) => {
                let values: Vec<String> = parameters.iter().map(value).collect();
                format!("({})", values.join(","))
            }
            Self::KeyPredicate(parameters) => format!("({})", arguments(parameters)),
            Self::Function { name, parameters } => {
                format!("/{}({})", literal(name), arguments(parameters))
            }
            Self::ItemPath(parameter) => format!(":/{}", value(parameter)),
        }
    }

    pub(crate) fn parameters_mut(&mut self) -> &mut [PathParameter] {
        match self {
            Self::Literal(_) => &mut [],
            Self::Key(parameter) | Self::ItemPath(parameter) => std::slice::from_mut(parameter),
            Self::PositionalKey(parameters)
            | Self::KeyPredicate(parameters)
            | Self::Function { parameters, .. } => parameters,
        }
    }
}

/// A parameter in a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PathParameter {
    /// The name in the template, or the function parameter's name.
    #[serde(rename = "name")]
    pub wire_name: String,
    /// The Rust parameter.
    pub rust_name: String,
    /// How the value is written in the URL.
    #[serde(rename = "type")]
    pub ty: Scalar,
    /// Written in single quotes.
    pub quoted: bool,
    /// What is written directly before the value and its quote, usually nothing: `roleTemplateId=` of a
    /// key that names its property (`/directoryRoles/roleTemplateId={roleTemplateId}`), or the type of
    /// an enumeration value (`microsoft.graph.timeZoneStandard'{value}'`).
    pub prefix: String,
    /// What may stand there, as documented: `id | userPrincipalName`. Empty when it adds nothing.
    pub alternatives: Vec<String>,
    /// A fixed value: the docs give a literal, not a placeholder, and it is not a parameter of the method.
    pub fixed: Option<String>,
}
