//! The entity container.

use std::collections::BTreeSet;
use std::io;

use super::output::Xml;
use super::service::{Root, Service, Sort};

/// What the container is called; the docs give it no name, and CSDL demands one.
const NAME: &str = "Container";

/// Writes the container unless nothing is in it. `taken` are the other names of its namespace.
pub(super) fn write_container(
    xml: &mut Xml,
    service: &Service,
    taken: &BTreeSet<&str>,
) -> io::Result<()> {
    let imports = imports(service);
    if service.sets.is_empty() && service.singletons.is_empty() && imports.is_empty() {
        return Ok(());
    }
    let mut name = NAME.to_owned();
    while taken.contains(name.as_str()) {
        name.push('_');
    }
    xml.create_element("EntityContainer")
        .with_attribute(("Name", name.as_str()))
        .write_inner_content(|xml| {
            let sets = service.sets.iter();
            sets.into_iter().try_for_each(|it| write_root(xml, it, ["EntitySet", "EntityType"]))?;
            let singletons = service.singletons.iter();
            singletons.into_iter().try_for_each(|it| write_root(xml, it, ["Singleton", "Type"]))?;
            imports.iter().try_for_each(|it| write_import(xml, *it))
        })?;
    Ok(())
}

fn write_root(xml: &mut Xml, root: &Root, [tag, attribute]: [&str; 2]) -> io::Result<()> {
    let ty = root.entity.name.to_string();
    let element =
        xml.create_element(tag).with_attributes([("Name", root.name), (attribute, ty.as_str())]);
    if root.bindings.is_empty() {
        element.write_empty()?;
        return Ok(());
    }
    element.write_inner_content(|xml| {
        root.bindings.iter().try_for_each(|binding| {
            xml.create_element("NavigationPropertyBinding")
                .with_attributes([("Path", binding.property), ("Target", binding.set)])
                .write_empty()?;
            Ok(())
        })
    })?;
    Ok(())
}

/// Each unbound action or function once, whatever the number of its overloads.
fn imports<'a>(service: &Service<'a>) -> BTreeSet<(Sort, &'a str, &'a str)> {
    let unbound = service.overloads.iter().filter(|it| it.binding.is_none());
    unbound.map(|it| (it.sort, it.name, it.namespace)).collect()
}

fn write_import(xml: &mut Xml, (sort, name, namespace): (Sort, &str, &str)) -> io::Result<()> {
    let (tag, attribute) = match sort {
        Sort::Action => ("ActionImport", "Action"),
        Sort::Function => ("FunctionImport", "Function"),
    };
    let qualified = format!("{namespace}.{name}");
    xml.create_element(tag)
        .with_attributes([("Name", name), (attribute, qualified.as_str())])
        .write_empty()?;
    Ok(())
}
