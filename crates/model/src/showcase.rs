//! The one call that the front page of a generated crate shows.
//!
//! Reads decided APIs; picks a list that takes no arguments, so that all of it can be written down without
//! knowing what the service holds.

use std::collections::BTreeMap;

use crate::{
    Api, ItemType, NodeId, Operation, OperationKind, PathNode, PathSegment, Property,
    ResponseContent, Struct, features, version_feature,
};

/// A list, its path, and what it holds.
#[derive(Clone, Debug)]
pub struct Showcase<'a> {
    /// The version it is from.
    pub api: &'a Api,
    /// The nodes of its path, from the root down.
    pub path: Vec<&'a PathNode>,
    /// The list.
    pub operation: &'a Operation,
    /// The type of its objects.
    pub item: &'a Struct,
    /// The key of that type.
    pub key: &'a Property,
}

/// The list whose path has the most operations below it, of the first version that is there by default and
/// has any.
#[must_use]
pub fn showcase(apis: &[Api]) -> Option<Showcase<'_>> {
    let defaults = features(apis).default_versions;
    apis.iter().filter(|api| defaults.contains(&version_feature(api))).find_map(of_version)
}

fn of_version(api: &Api) -> Option<Showcase<'_>> {
    let below = operations_below(api);
    let mut best: Option<(usize, Showcase<'_>)> = None;
    for operation in &api.operations {
        for route in &operation.routes {
            let found = of_route(api, operation, route.node);
            let count = below.get(&route.node).copied().unwrap_or_default();
            if let Some(found) = found.filter(|_| best.as_ref().is_none_or(|it| it.0 < count)) {
                best = Some((count, found));
            }
        }
    }
    best.map(|(_, showcase)| showcase)
}

/// How many routes end at each node or below.
fn operations_below(api: &Api) -> BTreeMap<NodeId, usize> {
    let mut counts = BTreeMap::new();
    for route in api.operations.iter().flat_map(|operation| &operation.routes) {
        let mut next = Some(route.node);
        while let Some(node) = next {
            *counts.entry(node).or_default() += 1;
            next = api.nodes[node.0].parent;
        }
    }
    counts
}

fn of_route<'a>(api: &'a Api, operation: &'a Operation, node: NodeId) -> Option<Showcase<'a>> {
    let ResponseContent::Collection(ItemType::Struct(name)) = &operation.response.content else {
        return None;
    };
    let needs_arguments =
        operation.query.iter().chain(&operation.headers).any(|parameter| parameter.required);
    if operation.kind != OperationKind::List || needs_arguments {
        return None;
    }
    let item = api.structs.iter().find(|it| it.name == *name && it.polymorphic.is_none())?;
    let key = item.fields.iter().find(|field| item.keys.contains(&field.wire_name))?;
    let path = fixed_path(api, node)?;
    Some(Showcase { api, path, operation, item, key })
}

/// The nodes that lead to `node`, unless one takes an argument.
fn fixed_path(api: &Api, node: NodeId) -> Option<Vec<&PathNode>> {
    let mut path = Vec::new();
    let mut next = Some(node);
    while let Some(id) = next {
        let node = &api.nodes[id.0];
        if !matches!(node.segment, PathSegment::Literal(_)) {
            return None;
        }
        path.push(node);
        next = node.parent;
    }
    path.reverse();
    Some(path)
}

#[cfg(test)]
mod tests {
    use super::showcase;
    use crate::types::tests::built;

    fn shown(text: &str) -> String {
        let (_, api, _) = built(text);
        showcase(&[api]).map_or("nothing".to_owned(), |it| {
            let path: Vec<&str> = it.path.iter().map(|node| node.accessor.as_str()).collect();
            format!("{}: {} {}", path.join("."), it.item.name, it.key.wire_name)
        })
    }

    #[test]
    fn the_list_with_the_most_below_it() {
        let types = "
page resources/boat.md area=boats
type harbor.boat key=id
    id: String
page resources/sailor.md area=boats
type harbor.sailor key=name
    name: String
page api/boats.md area=boats
get /boats : [boat]
page api/sailors.md area=boats
get /harbor/sailors : [sailor]
";
        let below = "
page api/sailor.md area=boats
get /harbor/sailors/{id} : sailor
page api/friends.md area=boats
get /harbor/sailors/{id}/friends : [sailor]
";
        assert_eq!(shown(types), "boats: harbor.boat id");
        assert_eq!(shown(&format!("{types}{below}")), "harbor.sailors: harbor.sailor name");
    }

    #[test]
    fn nothing_that_takes_arguments_or_holds_no_objects() {
        assert_eq!(shown(""), "nothing");
        let keyed = "
page resources/boat.md
type harbor.boat key=id
    id: String
page api/boat.md
get /boats/{id} : boat
page api/crew.md
get /boats/{id}/fleet : [boat]
page api/names.md
get /names : [String]
";
        assert_eq!(shown(keyed), "nothing");
    }
}
