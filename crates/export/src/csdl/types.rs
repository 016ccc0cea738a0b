//! Entity, complex and enumeration types.

use std::collections::BTreeMap;
use std::io;

use diag::{Diagnostic, Span, codes};
use model::{
    Enum, ItemType, Member, Property, PropertyKind, QualifiedName, Scalar, Struct, StructKind,
    ValueType,
};

use super::annotations::{write_docs, write_mutability, xml_characters};
use super::identifier::is_identifier;
use super::output::{LeftOut, Xml};
use super::service::Service;

/// The keys of each type, inherited ones included.
pub(super) type Keys<'a> = BTreeMap<&'a QualifiedName, &'a [String]>;

pub(super) fn write_enum(xml: &mut Xml, item: &Enum, left_out: &mut LeftOut) -> io::Result<()> {
    let mut members: Vec<&Member> = item.members.iter().collect();
    members.retain(|it| is_name(&it.wire_name, &item.name, it.span, left_out));
    // CSDL wants a value on every member or on none.
    let valued = members.iter().all(|member| member.value.is_some());
    let mut element =
        xml.create_element("EnumType").with_attribute(("Name", item.name.name.as_str()));
    if item.flags {
        element = element.with_attribute(("IsFlags", "true"));
    }
    element.write_inner_content(|xml| {
        members.iter().try_for_each(|member| write_member(xml, member, valued))?;
        write_docs(xml, &item.docs, item.deprecated.as_ref())
    })?;
    Ok(())
}

fn write_member(xml: &mut Xml, member: &Member, valued: bool) -> io::Result<()> {
    let value = member.value.filter(|_| valued).map(|value| value.to_string());
    let mut element =
        xml.create_element("Member").with_attribute(("Name", member.wire_name.as_str()));
    if let Some(value) = &value {
        element = element.with_attribute(("Value", value.as_str()));
    }
    if member.docs.text.is_empty() {
        element.write_empty()?;
    } else {
        element.write_inner_content(|xml| write_docs(xml, &member.docs, None))?;
    }
    Ok(())
}

/// What a structured type is told about beside itself.
pub(super) struct Around<'a> {
    pub(super) keys: Keys<'a>,
    pub(super) service: &'a Service<'a>,
}

pub(super) fn write_struct(
    xml: &mut Xml,
    item: &Struct,
    around: &Around,
    left_out: &mut LeftOut,
) -> io::Result<()> {
    let tag = match item.kind {
        StructKind::Entity => "EntityType",
        StructKind::Complex => "ComplexType",
    };
    let base = item.base.as_ref().map(|base| base.value.to_string());
    let mut element = xml.create_element(tag).with_attribute(("Name", item.name.name.as_str()));
    if let Some(base) = &base {
        element = element.with_attribute(("BaseType", base.as_str()));
    }
    let flags = [
        ("Abstract", item.is_abstract),
        ("OpenType", item.is_open),
        ("HasStream", around.service.streams.contains(&item.name)),
    ];
    for (flag, _) in flags.into_iter().filter(|(_, is_set)| *is_set) {
        element = element.with_attribute((flag, "true"));
    }
    let mut own: Vec<&Property> =
        item.fields.iter().filter(|field| field.is_own_of(item)).collect();
    own.retain(|it| is_name(&it.wire_name, &item.name, it.span, left_out));
    element.write_inner_content(|xml| {
        write_key(xml, item, &around.keys)?;
        own.iter().try_for_each(|field| write_property(xml, item, field, around.service))?;
        write_docs(xml, &item.docs, item.deprecated.as_ref())
    })?;
    Ok(())
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
fn write_key(xml: &mut Xml, item: &Struct, keys: &Keys) -> io::Result<()> {
    let inherited = item.base.as_ref().and_then(|base| keys.get(&base.value));
    if item.keys.is_empty() || inherited.is_some_and(|inherited| !inherited.is_empty()) {
        return Ok(());
    }
    xml.create_element("Key").write_inner_content(|xml| {
        item.keys.iter().filter(|key| is_identifier(key)).try_for_each(|key| {
            xml.create_element("PropertyRef")
                .with_attribute(("Name", key.as_str()))
                .write_empty()?;
            Ok(())
        })
    })?;
    Ok(())
}

/// Keys are never null, whether or not the docs say so: CSDL demands the attribute.
fn write_property(
    xml: &mut Xml,
    owner: &Struct,
    property: &Property,
    service: &Service,
) -> io::Result<()> {
    let tag = match property.kind {
        PropertyKind::Structural => "Property",
        PropertyKind::Navigation => "NavigationProperty",
    };
    let name = property.wire_name.as_str();
    let ty = match property.kind {
        PropertyKind::Structural => type_reference(&property.ty.value),
        PropertyKind::Navigation => end_reference(&property.ty.value),
    };
    let mut element =
        xml.create_element(tag).with_attributes([("Name", name), ("Type", ty.as_str())]);
    // CSDL rules the attribute out for collections of related entities.
    let related = property.kind == PropertyKind::Navigation && property.ty.value.collection;
    let stated = property.nullable.as_ref().map(|nullable| nullable.value);
    let nullable = if owner.keys.contains(&property.wire_name) { Some(false) } else { stated };
    if let Some(nullable) = nullable.filter(|_| !related) {
        element = element.with_attribute(("Nullable", boolean(nullable)));
    }
    element = element.with_attributes(facets(&property.ty.value));
    if let Some(length) = max_length(property) {
        element = element.with_attribute(("MaxLength", length.to_string().as_str()));
    }
    if service.contained.contains(&(property.declared_in.as_ref(), name)) {
        element = element.with_attribute(("ContainsTarget", "true"));
    }
    if let Some(default) = default_attribute(property) {
        element = element.with_attribute(("DefaultValue", xml_characters(default).as_ref()));
    }
    if is_bare(property) {
        element.write_empty()?;
        return Ok(());
    }
    element.write_inner_content(|xml| {
        if let Some(mutability) = property.limit() {
            write_mutability(xml, mutability)?;
        }
        write_docs(xml, &property.docs, property.deprecated.as_ref())
    })?;
    Ok(())
}

fn is_bare(property: &Property) -> bool {
    property.docs.text.is_empty() && property.deprecated.is_none() && property.limit().is_none()
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
pub(super) fn facets(ty: &ValueType) -> Option<(&'static str, &'static str)> {
    (ty.item == ItemType::Scalar(Scalar::Decimal)).then_some(("Scale", "variable"))
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
