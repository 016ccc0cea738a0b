//! The entity container.

use std::collections::BTreeSet;

use super::element::Element;
use super::service::{Root, Service, Sort};

/// What the container is called; the docs give it no name, and CSDL demands one.
const NAME: &str = "Container";

/// The container, unless nothing is in it. `taken` are the other names of its namespace.
pub(super) fn container(service: &Service, taken: &BTreeSet<&str>) -> Option<Element> {
    let imports = imports(service);
    if service.sets.is_empty() && service.singletons.is_empty() && imports.is_empty() {
        return None;
    }
    let mut name = NAME.to_owned();
    while taken.contains(name.as_str()) {
        name.push('_');
    }
    let sets = service.sets.iter().map(|it| root(it, ["EntitySet", "EntityType"]));
    let singletons = service.singletons.iter().map(|it| root(it, ["Singleton", "Type"]));
    let parts = sets.chain(singletons).chain(imports.into_iter().map(import));
    Some(Element::new("EntityContainer").with("Name", name).holding(parts))
}

fn root(root: &Root, [tag, attribute]: [&'static str; 2]) -> Element {
    let bindings = root.bindings.iter().map(|binding| {
        Element::new("NavigationPropertyBinding")
            .with("Path", binding.property)
            .with("Target", binding.set)
    });
    Element::new(tag)
        .with("Name", root.name)
        .with(attribute, root.entity.name.to_string())
        .holding_any(bindings)
}

/// Each unbound action or function once, whatever the number of its overloads.
fn imports<'a>(service: &Service<'a>) -> BTreeSet<(Sort, &'a str, &'a str)> {
    let unbound = service.overloads.iter().filter(|it| it.binding.is_none());
    unbound.map(|it| (it.sort, it.name, it.namespace)).collect()
}

fn import((sort, name, namespace): (Sort, &str, &str)) -> Element {
    let (tag, attribute) = match sort {
        Sort::Action => ("ActionImport", "Action"),
        Sort::Function => ("FunctionImport", "Function"),
    };
    Element::new(tag).with("Name", name).with(attribute, format!("{namespace}.{name}"))
}
