//! Annotations of the OData core vocabulary on types, properties and members.

use model::{Docs, Mutability};
use text::Notice;

use super::element::Element;

/// What the docs say in words.
pub(super) fn docs(docs: &Docs, deprecated: Option<&Notice>) -> impl Iterator<Item = Element> {
    let description = (!docs.text.is_empty())
        .then(|| annotation("Description").holding([string(docs.text.to_string())]));
    description.into_iter().chain(deprecated.map(|reason| deprecation(reason.as_str())))
}

/// Who may write a property, where the docs say.
pub(super) fn mutability(mutability: Mutability) -> Element {
    let permission = |what: &str| {
        annotation("Permissions").with("EnumMember", format!("Org.OData.Core.V1.Permission/{what}"))
    };
    match mutability {
        Mutability::ReadOnly => permission("Read"),
        Mutability::WriteOnly => permission("Write"),
        Mutability::CreateOnly => annotation("Immutable").with("Bool", "true"),
    }
}

/// A parameter may be left out.
pub(super) fn optional() -> Element {
    annotation("OptionalParameter").holding([Element::new("Record")])
}

fn deprecation(reason: &str) -> Element {
    let kind = value("Kind").with("EnumMember", "Org.OData.Core.V1.RevisionKind/Deprecated");
    let description = value("Description").holding([string(reason)]);
    let record = Element::new("Record").holding([kind, description]);
    annotation("Revisions").holding([Element::new("Collection").holding([record])])
}

fn annotation(term: &str) -> Element {
    Element::new("Annotation").with("Term", format!("Org.OData.Core.V1.{term}"))
}

fn value(property: &str) -> Element {
    Element::new("PropertyValue").with("Property", property)
}

fn string(text: impl Into<String>) -> Element {
    Element::new("String").text(text)
}
