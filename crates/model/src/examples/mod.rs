//! Worked examples as calls of the generated API.
//!
//! Reads the request line of an example and finds the path nodes, the operation and the query options that
//! produce it ([`Call`]), how its body is built ([`Built`]), and whether the promised type can hold the answer.
//! What cannot be said or read is reported where it stands. Knows no Rust syntax.

mod answer;
mod bare;
mod body;
mod filter;
mod json;
mod path;
mod query;
mod reading;
mod request_line;
mod scalar;
mod search;
mod tokens;
mod worked;

use std::collections::BTreeMap;

use crate::api::{
    Api, Enum, Example, ItemType, Method, NodeId, Operation, PathNode, QualifiedName,
    ResponseContent, Scalar, Struct,
};

use path::Way;
use request_line::RequestLine;

use scalar::is_of;

pub(crate) use bare::BareSelects;
pub use body::{Built, Changed, Setting};
pub use filter::{Comparison, Condition, Literal, Logic};
pub use query::{Expansion, Ordering, PropertyPath, QueryOption};
pub use reading::{Members, Named, Object, Raw, Value};
pub use search::SearchTerm;
pub(crate) use worked::work_examples;
pub use worked::{Test, Worked};

/// A documented request, spelled with the generated API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The nodes from the service root to the resource.
    pub steps: Vec<Step>,
    /// The operation, last: its place in [`Api::operations`].
    pub operation: usize,
    /// Only the objects of this derived type.
    pub of_type: Option<QualifiedName>,
    /// Only how many objects there are.
    pub total: bool,
    /// The query options in documented order.
    pub query: Vec<QueryOption>,
    /// The headers of the example.
    pub headers: Vec<(String, String)>,
    /// The request line it must give, with sample values in place of placeholders that stand where a value
    /// must have a form: `GET /users?$top=5`.
    pub request: String,
}

/// A step down the path tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Where it leads.
    pub node: NodeId,
    /// The arguments of the accessor.
    pub arguments: Vec<Argument>,
}

/// An argument in a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// The type of the parameter.
    pub ty: Scalar,
    /// The value, decoded.
    pub value: String,
}

/// Why an example has no call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The request line cannot be read.
    RequestLine,
    /// It goes to another service.
    OtherService,
    /// No operation is documented for this method and path.
    Path,
    /// A query option says something that the typed methods cannot say.
    Query {
        /// `$filter`
        option: String,
        /// The part of the value that has no counterpart.
        value: String,
    },
}

/// Finds the calls for the examples of one API.
pub struct Calls<'a> {
    base_url: &'a str,
    nodes: &'a [PathNode],
    operations: &'a [Operation],
    children: BTreeMap<Option<NodeId>, Vec<NodeId>>,
    /// The types whose properties have constants.
    structs: BTreeMap<&'a QualifiedName, &'a Struct>,
    enums: BTreeMap<&'a QualifiedName, &'a Enum>,
    /// The first operation that is offered at a node.
    offered: BTreeMap<(Method, NodeId), usize>,
}

impl<'a> Calls<'a> {
    /// An index over `api`.
    pub fn new(api: &'a Api) -> Self {
        Self::over(&api.base_url, (&api.structs, &api.enums), &api.nodes, &api.operations)
    }

    /// An index over the parts of an API.
    pub(crate) fn over(
        base_url: &'a str,
        (structs, enums): (&'a [Struct], &'a [Enum]),
        nodes: &'a [PathNode],
        operations: &'a [Operation],
    ) -> Self {
        let mut children: BTreeMap<Option<NodeId>, Vec<NodeId>> = BTreeMap::new();
        for (index, node) in nodes.iter().enumerate() {
            children.entry(node.parent).or_default().push(NodeId(index));
        }
        // What stands for any JSON has no properties.
        let objects = structs.iter().filter(|it| !it.is_json);
        let structs = objects.map(|it| (&it.name, it)).collect();
        let enums = enums.iter().map(|it| (&it.name, it)).collect();
        let mut offered = BTreeMap::new();
        for (index, operation) in operations.iter().enumerate() {
            for route in &operation.routes {
                offered.entry((operation.method, route.node)).or_insert(index);
            }
        }
        Self { base_url, nodes, operations, children, structs, enums, offered }
    }

    /// The enumeration of this name.
    pub fn enumeration(&self, name: &QualifiedName) -> Option<&'a Enum> {
        self.enums.get(name).copied()
    }

    /// The call that produces the request of an example that stands at `operation`. Some examples show
    /// another operation than the one they stand at; theirs is taken then.
    ///
    /// # Errors
    /// What the API lacks.
    pub fn call(&self, operation: usize, example: &Example) -> Result<Call, Missing> {
        let line = request_line::parse(&example.request, self.base_url)?;
        let (found, of_type, total) = self.found(operation, &line).ok_or(Missing::Path)?;
        let called = &self.operations[found.operation];
        let held = of_type.or_else(|| self.held(called));
        let query = line
            .query
            .iter()
            .map(|(name, value)| match argument(called, name, value) {
                Some(argument) => Ok(argument),
                None => self.option(name, value, held),
            })
            .collect::<Result<_, _>>()?;
        let rest = &line.path[line.path.len() - found.rest..];
        let (method, path) = (line.method.as_str(), &found.way.path);
        let request = format!("{method} {path}{rest}{}", line.query_text);
        Ok(Call {
            steps: found.way.steps,
            operation: found.operation,
            of_type: of_type.cloned(),
            total,
            query,
            headers: example.headers.clone(),
            request,
        })
    }

    /// The operation of a request line, of which maybe only objects of one type are asked for, or their number.
    fn found(
        &self,
        operation: usize,
        line: &RequestLine,
    ) -> Option<(Found, Option<&'a QualifiedName>, bool)> {
        let exact = self.at(operation, line, &line.path).map(|found| (found, None, false));
        exact.or_else(|| self.part_of_collection(operation, line))
    }

    /// The operation at a path: the one that the example stands at, or else any.
    fn at(&self, operation: usize, line: &RequestLine, path: &str) -> Option<Found> {
        let rest = line.path.len() - path.len();
        let own = &self.operations[operation];
        let is_own = |node| own.routes.iter().any(|route| route.node == node);
        if own.method == line.method
            && let Some(way) = self.way(path, &is_own)
        {
            return Some(Found { way, operation, rest });
        }
        let other = |node| self.offered.get(&(line.method, node)).copied();
        let way = self.way(path, &|node| other(node).is_some())?;
        let operation = other(way.steps.last()?.node)?;
        Some(Found { way, operation, rest })
    }

    /// A collection, of which only objects of one type are asked for, or only their number.
    fn part_of_collection(
        &self,
        operation: usize,
        line: &RequestLine,
    ) -> Option<(Found, Option<&'a QualifiedName>, bool)> {
        if line.method != Method::Get {
            return None;
        }
        let (path, total) = match line.path.strip_suffix("/$count") {
            Some(path) => (path, true),
            None => (line.path.as_str(), false),
        };
        let called = |found: &Found| &self.operations[found.operation];
        let list = |path| self.at(operation, line, path).filter(|found| is_list(called(found)));
        if let Some(found) = list(path) {
            let is_counted = total && self.held(called(&found)).is_some();
            return is_counted.then_some((found, None, true));
        }
        let (path, cast) = path.rsplit_once('/')?;
        let found = list(path)?;
        let derived = self.derived_type(self.held(called(&found))?, cast)?;
        Some((found, Some(derived), total))
    }

    /// The type of the objects in the response.
    fn held(&self, operation: &Operation) -> Option<&'a QualifiedName> {
        match &operation.response.content {
            ResponseContent::Value(ItemType::Struct(name))
            | ResponseContent::Collection(ItemType::Struct(name)) => {
                self.structure(name).map(|it| &it.name)
            }
            _ => None,
        }
    }
}

/// An operation and the way to it.
struct Found {
    operation: usize,
    way: Way,
    /// How much of the path is left.
    rest: usize,
}

fn is_list(operation: &Operation) -> bool {
    matches!(operation.response.content, ResponseContent::Collection(_))
}

/// A documented parameter that is called like one of OData's options: `/sites?search={query}`.
fn argument(operation: &Operation, name: &str, value: &str) -> Option<QueryOption> {
    let known = operation.query.iter().any(|it| it.wire_name.eq_ignore_ascii_case(name));
    known.then(|| QueryOption::Other { name: name.to_owned(), value: value.to_owned() })
}
