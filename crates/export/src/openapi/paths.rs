//! `paths`: templates with their parameters, and the operations at each.

use std::collections::{BTreeMap, BTreeSet};

use model::{Api, Method, NodeId, Operation, PathParameter, PathSegment, Route};

use super::operations::{alternative, operation};
use super::values::{Values, scalar_schema};
use crate::json::Object;
use crate::paths::ancestry;

/// A path template under construction.
#[derive(Default)]
struct Template {
    text: String,
    parameters: Vec<Object>,
    names: BTreeSet<String>,
}

/// Everything at one path. `sites` has the operations of each method, those without a documented
/// query string first.
struct PathItem<'a> {
    template: Template,
    sites: BTreeMap<Method, Vec<(&'a Operation, &'a Route)>>,
}

pub(super) fn paths(api: &Api, values: &Values) -> Object {
    let mut items: BTreeMap<String, PathItem> = BTreeMap::new();
    for operation in &api.operations {
        // What only an example shows is in the model's own form.
        for route in operation.routes.iter().filter(|route| route.is_listed()) {
            let template = template(api, route.node);
            let item = items
                .entry(signature(&template.text))
                .or_insert_with(|| PathItem { template, sites: BTreeMap::new() });
            item.sites.entry(operation.method).or_default().push((operation, route));
        }
    }
    items.into_values().fold(Object::new(), |paths, item| {
        let path = item.template.text.clone();
        paths.with(&path, path_item(api, values, item))
    })
}

fn path_item(api: &Api, values: &Values, item: PathItem) -> Object {
    let object = Object::new().with_list("parameters", item.template.parameters);
    item.sites.into_iter().fold(object, |object, (method, mut sites)| {
        sites.sort_by_key(|(_, route)| route.query.is_some());
        let (first, others) = sites.split_first().expect("an entry is made for a first operation");
        let others: Vec<Object> =
            others.iter().map(|(other, route)| alternative(values, other, route)).collect();
        let object_of_first =
            operation(api, values, first.0, first.1).with_list("x-alternatives", others);
        object.with(&method.as_str().to_ascii_lowercase(), object_of_first)
    })
}

/// The template without parameter names: OpenAPI holds two paths that differ only in them for one.
fn signature(template: &str) -> String {
    let mut signature = String::new();
    let mut inside = false;
    for c in template.chars() {
        inside = (inside && c != '}') || c == '{';
        if !inside || c == '{' {
            signature.push(c);
        }
    }
    signature
}

fn template(api: &Api, node: NodeId) -> Template {
    let line = ancestry(api, node);
    let mut template = Template::default();
    for (index, node) in line.iter().enumerate() {
        let segment = node.segment.template(str::to_owned, |parameter| template.name(parameter));
        template.text += &segment;
        if matches!(node.segment, PathSegment::ItemPath(_)) && index + 1 < line.len() {
            template.text.push(':');
        }
    }
    template
}

impl Template {
    /// Adds a parameter and returns what it is called here.
    fn name(&mut self, parameter: &PathParameter) -> String {
        let name = self.unused_name(&parameter.wire_name);
        self.parameters.push(
            Object::new()
                .with("name", name.as_str())
                .with("in", "path")
                .with("required", true)
                .with_text("description", &parameter.alternatives.join(" or "))
                .with("schema", scalar_schema(parameter.ty)),
        );
        self.names.insert(name.clone());
        name
    }

    /// The parameter's name without characters that end it, numbered where the path has it already.
    fn unused_name(&self, wire_name: &str) -> String {
        let name: String = wire_name.chars().filter(|c| !"{}/?#".contains(*c)).collect();
        let numbered = (2..).map(|number| format!("{name}-{number}"));
        std::iter::once(name.clone())
            .chain(numbered)
            .find(|candidate| !self.names.contains(candidate))
            .expect("numbers do not run out")
    }
}
