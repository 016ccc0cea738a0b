//! Actions and functions.

use std::io;

use super::annotations::{write_docs, write_optional};
use super::output::Xml;
use super::service::{Overload, Sort, Taken};
use super::types::{boolean, facets, type_reference};

/// What the parameter is called that an action or function is called on; the docs give it no name.
const BINDING: &str = "bindingParameter";

pub(super) fn write_overload(xml: &mut Xml, overload: &Overload) -> io::Result<()> {
    let tag = match overload.sort {
        Sort::Action => "Action",
        Sort::Function => "Function",
    };
    let mut element = xml.create_element(tag).with_attribute(("Name", overload.name));
    if overload.binding.is_some() {
        element = element.with_attribute(("IsBound", "true"));
    }
    if overload.is_composable {
        element = element.with_attribute(("IsComposable", "true"));
    }
    element.write_inner_content(|xml| {
        write_binding(xml, overload)?;
        overload.parameters.iter().try_for_each(|it| write_parameter(xml, it))?;
        if let Some(returns) = &overload.returns {
            xml.create_element("ReturnType")
                .with_attribute(("Type", type_reference(returns).as_str()))
                .with_attributes(facets(returns))
                .write_empty()?;
        }
        match overload.docs {
            Some(docs) => write_docs(xml, docs, overload.deprecated),
            None => Ok(()),
        }
    })?;
    Ok(())
}

fn write_binding(xml: &mut Xml, overload: &Overload) -> io::Result<()> {
    let Some(binding) = overload.binding else { return Ok(()) };
    let is_taken = |name: &str| overload.parameters.iter().any(|it| it.name == name);
    let mut name = BINDING.to_owned();
    while is_taken(&name) {
        name.push('_');
    }
    xml.create_element("Parameter")
        .with_attributes([("Name", name.as_str()), ("Type", type_reference(binding).as_str())])
        .with_attributes(facets(binding))
        .write_empty()?;
    Ok(())
}

fn write_parameter(xml: &mut Xml, parameter: &Taken) -> io::Result<()> {
    let nullable = parameter.nullable.map(|nullable| ("Nullable", boolean(nullable)));
    let element = xml
        .create_element("Parameter")
        .with_attributes([
            ("Name", parameter.name),
            ("Type", type_reference(&parameter.ty).as_str()),
        ])
        .with_attributes(nullable)
        .with_attributes(facets(&parameter.ty));
    let docs = parameter.docs.filter(|docs| !docs.text.is_empty());
    if docs.is_none() && !parameter.optional {
        element.write_empty()?;
        return Ok(());
    }
    element.write_inner_content(|xml| {
        if parameter.optional {
            write_optional(xml)?;
        }
        docs.map_or(Ok(()), |docs| write_docs(xml, docs, None))
    })?;
    Ok(())
}
