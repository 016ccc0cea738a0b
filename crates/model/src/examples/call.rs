//! The call that produces the request of an example.

use super::path::Way;
use super::request_line::{self, RequestLine};
use super::{Calls, Missing, scalar};
use crate::api::worked::{Call, QueryOption};
use crate::api::{Example, ItemType, Method, Operation, Parameter, QualifiedName, ResponseContent};

impl<'a> Calls<'a> {
    /// The call that produces the request of an example that stands at `operation`. Some examples show
    /// another operation than the one they stand at; theirs is taken then.
    ///
    /// # Errors
    /// What the API lacks.
    pub fn call(&self, operation: usize, example: &Example) -> Result<Call, Missing> {
        let line = request_line::parse(example)?;
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
            .collect::<Result<Vec<QueryOption>, Missing>>()?;
        let mut must = called.query.iter().filter(|it| it.must_be_sent());
        must.try_for_each(|it| given(it, &query))?;
        let is_sent = |option: &QueryOption| called.query.iter().any(|it| sends(it, option));
        let query = query.into_iter().filter(|option| !is_sent(option)).collect();
        let rest = &line.path[line.path.len() - found.rest..];
        let (method, path) = (line.method.as_str(), &found.way.path);
        let request = format!("{method} {path}{rest}{}", line.query_text);
        Ok(Call {
            steps: found.way.steps,
            operation: found.operation,
            of_type: of_type.cloned(),
            total,
            query,
            headers: self.headers(called, example),
            request,
        })
    }

    /// The operation of a request line, of which maybe only objects of one type are asked for, or their number.
    pub(super) fn found(
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

    /// The headers of the example, with values for those that the method asks for. Headers are not compared, so a
    /// sample will do where the example has none or a placeholder.
    fn headers(&self, called: &Operation, example: &Example) -> Vec<(String, String)> {
        let mut headers = example.headers.clone();
        for parameter in called.headers.iter().filter(|it| it.required) {
            let name = &parameter.wire_name;
            match headers.iter_mut().find(|(given, _)| given.eq_ignore_ascii_case(name)) {
                Some((_, value)) if is_value(parameter, value) => {}
                Some((_, value)) => *value = self.sample(parameter),
                None => headers.push((name.clone(), self.sample(parameter))),
            }
        }
        headers
    }

    /// A value of the parameter's type.
    fn sample(&self, parameter: &Parameter) -> String {
        let value = match &parameter.ty.item {
            ItemType::Scalar(ty) => scalar::sample(*ty),
            ItemType::Enum(name) => {
                let first = self.enumeration(name).and_then(|it| it.members.first());
                first.map(|member| member.wire_name.as_str())
            }
            _ => None,
        };
        value.unwrap_or("x").to_owned()
    }

    /// The type of the objects in the response.
    pub(super) fn held(&self, operation: &Operation) -> Option<&'a QualifiedName> {
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
pub(super) struct Found {
    pub(super) operation: usize,
    way: Way,
    /// How much of the path is left.
    rest: usize,
}

fn is_list(operation: &Operation) -> bool {
    matches!(operation.response.content, ResponseContent::Collection(_))
}

/// Whether the query has a value for a parameter that the method asks for.
fn given(parameter: &Parameter, query: &[QueryOption]) -> Result<(), Missing> {
    let values = query.iter().filter_map(|option| match option {
        QueryOption::Other { name, value } => Some((name, value)),
        _ => None,
    });
    let mut values = values.filter(|(name, _)| name.eq_ignore_ascii_case(&parameter.wire_name));
    match values.next() {
        Some((_, value)) if is_value(parameter, value) => Ok(()),
        Some((name, value)) => Err(Missing::Query { option: name.clone(), value: value.clone() }),
        None => Err(Missing::Argument(parameter.wire_name.clone())),
    }
}

/// Whether every request has this option.
fn sends(parameter: &Parameter, option: &QueryOption) -> bool {
    matches!(option, QueryOption::Other { name, value }
        if *name == parameter.wire_name && parameter.constant.as_ref() == Some(value))
}

/// Whether a text is one that the method takes for the parameter.
fn is_value(parameter: &Parameter, text: &str) -> bool {
    match parameter.ty.item {
        ItemType::Scalar(ty) if !parameter.ty.collection => scalar::is_of(ty, text),
        _ => true,
    }
}

/// A documented parameter that is called like one of OData's options: `/sites?search={query}`.
fn argument(operation: &Operation, name: &str, value: &str) -> Option<QueryOption> {
    let known = operation.query.iter().any(|it| it.wire_name.eq_ignore_ascii_case(name));
    known.then(|| QueryOption::Other { name: name.to_owned(), value: value.to_owned() })
}
