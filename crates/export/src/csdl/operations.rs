//! Actions and functions.

use super::annotations::{docs, optional};
use super::element::Element;
use super::service::{Overload, Sort, Taken};
use super::types::{boolean, scale, type_reference};

/// What the parameter is called that an action or function is called on; the docs give it no name.
const BINDING: &str = "bindingParameter";

pub(super) fn overload(overload: &Overload) -> Element {
    let tag = match overload.sort {
        Sort::Action => "Action",
        Sort::Function => "Function",
    };
    let returns = overload.returns.as_ref().map(|returns| {
        Element::new("ReturnType")
            .with("Type", type_reference(returns))
            .with_some("Scale", scale(returns))
    });
    let words = overload.docs.into_iter().flat_map(|it| docs(it, overload.deprecated));
    let parameters = overload.parameters.iter().map(parameter);
    Element::new(tag)
        .with("Name", overload.name)
        .with_flag("IsBound", overload.binding.is_some())
        .with_flag("IsComposable", overload.is_composable)
        .holding(binding(overload).into_iter().chain(parameters).chain(returns).chain(words))
}

fn binding(overload: &Overload) -> Option<Element> {
    let binding = overload.binding?;
    let is_taken = |name: &str| overload.parameters.iter().any(|it| it.name == name);
    let mut name = BINDING.to_owned();
    while is_taken(&name) {
        name.push('_');
    }
    let element = Element::new("Parameter").with("Name", name);
    Some(element.with("Type", type_reference(binding)).with_some("Scale", scale(binding)))
}

fn parameter(parameter: &Taken) -> Element {
    let words = parameter.docs.into_iter().flat_map(|it| docs(it, None));
    Element::new("Parameter")
        .with("Name", parameter.name)
        .with("Type", type_reference(&parameter.ty))
        .with_some("Nullable", parameter.nullable.map(boolean))
        .with_some("Scale", scale(&parameter.ty))
        .holding_any(parameter.optional.then(optional).into_iter().chain(words))
}
