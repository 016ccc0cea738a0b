//! Entity, complex and enumeration types.

use std::collections::BTreeMap;

use diag::{Diagnostic, Span, codes};
use model::{
    Enum, ItemType, Member, Property, PropertyKind, QualifiedName, Scalar, Struct, StructKind,
    ValueType,
};

use super::LeftOut;
use super::annotations::{docs, mutability};
use super::element::Element;
use super::identifier::is_identifier;
use super::service::Service;

/// The keys of each type, inherited ones included.
pub(super) type Keys<'a> = BTreeMap<&'a QualifiedName, &'a [String]>;

pub(super) fn enumeration(item: &Enum, left_out: &mut LeftOut) -> Element {
    let mut members: Vec<&Member> = item.members.iter().collect();
    members.retain(|it| is_name(&it.wire_name, &item.name, it.span, left_out));
    // CSDL wants a value on every member or on none.
    let valued = members.iter().all(|member| member.value.is_some());
    let members = members.into_iter().map(|member| {
        let value = member.value.filter(|_| valued).map(|value| value.to_string());
        Element::new("Member")
            .with("Name", &member.wire_name)
            .with_some("Value", value)
            .holding_any(docs(&member.docs, None))
    });
    Element::new("EnumType")
        .with("Name", &item.name.name)
        .with_flag("IsFlags", item.flags)
        .holding(members.chain(docs(&item.docs, item.deprecated.as_ref())))
}

/// What a structured type is told about beside itself.
pub(super) struct Around<'a> {
    pub(super) keys: Keys<'a>,
    pub(super) service: &'a Service<'a>,
}

pub(super) fn structure(item: &Struct, around: &Around, left_out: &mut LeftOut) -> Element {
    let tag = match item.kind {
        StructKind::Entity => "EntityType",
        StructKind::Complex => "ComplexType",
    };
    let mut own: Vec<&Property> =
        item.fields.iter().filter(|field| field.is_own_of(item)).collect();
    own.retain(|it| is_name(&it.wire_name, &item.name, it.span, left_out));
    let properties = own.into_iter().map(|it| property(item, it, around.service));
    let words = docs(&item.docs, item.deprecated.as_ref());
    Element::new(tag)
        .with("Name", &item.name.name)
        .with_some("BaseType", item.base.as_ref().map(|base| base.value.to_string()))
        .with_flag("Abstract", item.is_abstract)
        .with_flag("OpenType", item.is_open)
        .with_flag("HasStream", around.service.streams.contains(&item.name))
        .holding(key(item, &around.keys).into_iter().chain(properties).chain(words))
}

/// Whether CSDL can name the property or member; reports what it cannot.
fn is_name(name: &str, owner: &QualifiedName, span: Span, left_out: &mut LeftOut) -> bool {
    let is_name = is_identifier(name);
    if !is_name {
        let message = format!("`{name}` of `{owner}` is left out: its name is no identifier");
        left_out.push(Diagnostic::new(codes::CSDL_NAME_LEFT_OUT, span, message));
    }
    is_name
}

/// The key stands on the type that declares it, not on those that inherit it.
fn key(item: &Struct, keys: &Keys) -> Option<Element> {
    let inherited = item.base.as_ref().and_then(|base| keys.get(&base.value));
    if item.keys.is_empty() || inherited.is_some_and(|inherited| !inherited.is_empty()) {
        return None;
    }
    let names = item.keys.iter().filter(|key| is_identifier(key));
    let references = names.map(|key| Element::new("PropertyRef").with("Name", key));
    Some(Element::new("Key").holding(references))
}

/// Keys are never null, whether or not the docs say so: CSDL demands the attribute.
fn property(owner: &Struct, property: &Property, service: &Service) -> Element {
    let ty = &property.ty.value;
    let (tag, reference) = match property.kind {
        PropertyKind::Structural => ("Property", type_reference(ty)),
        PropertyKind::Navigation => ("NavigationProperty", end_reference(ty)),
    };
    // CSDL rules the attribute out for collections of related entities.
    let related = property.kind == PropertyKind::Navigation && ty.collection;
    let stated = property.nullable.as_ref().map(|nullable| nullable.value);
    let nullable = if owner.keys.contains(&property.wire_name) { Some(false) } else { stated };
    let end = (property.declared_in.as_ref(), property.wire_name.as_str());
    let words = docs(&property.docs, property.deprecated.as_ref());
    Element::new(tag)
        .with("Name", &property.wire_name)
        .with("Type", reference)
        .with_some("Nullable", nullable.filter(|_| !related).map(boolean))
        .with_some("Scale", scale(ty))
        .with_some("MaxLength", max_length(property).map(|length| length.to_string()))
        .with_flag("ContainsTarget", service.contained.contains(&end))
        .with_some("DefaultValue", default_attribute(property))
        .holding_any(property.limit().map(mutability).into_iter().chain(words))
}

/// A default is an attribute of single structural properties only.
fn default_attribute(property: &Property) -> Option<&str> {
    let applies = property.kind == PropertyKind::Structural
        && !property.ty.value.collection
        && matches!(property.ty.value.item, ItemType::Scalar(_) | ItemType::Enum(_));
    property.default.as_ref().filter(|_| applies).map(|default| default.value.as_str())
}

/// A decimal without a stated scale may have any number of digits after the point; without the facet it
/// would have none.
pub(super) fn scale(ty: &ValueType) -> Option<&'static str> {
    (ty.item == ItemType::Scalar(Scalar::Decimal)).then_some("variable")
}

/// The facet is one of texts; of a collection it means its items.
fn max_length(property: &Property) -> Option<u32> {
    let text = property.ty.value.item == ItemType::Scalar(Scalar::String);
    property.max_length.as_ref().filter(|_| text).map(|length| length.value)
}

pub(super) fn boolean(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

/// What a relationship leads to: entities, also where the docs do not tell of which type.
fn end_reference(ty: &ValueType) -> String {
    match (&ty.item, ty.collection) {
        (ItemType::Struct(_), _) => type_reference(ty),
        (_, false) => "Edm.EntityType".to_owned(),
        (_, true) => "Collection(Edm.EntityType)".to_owned(),
    }
}

/// `Edm.String`, `microsoft.graph.user`, `Collection(microsoft.graph.user)`.
pub(super) fn type_reference(ty: &ValueType) -> String {
    let item = match &ty.item {
        ItemType::Scalar(scalar) => scalar.to_string(),
        ItemType::Enum(name) | ItemType::Struct(name) => name.to_string(),
        ItemType::Untyped => "Edm.Untyped".to_owned(),
    };
    if ty.collection { format!("Collection({item})") } else { item }
}
