//! Entity, complex and enumeration types.

use std::collections::BTreeMap;
use std::io;

use model::{
    Enum, ItemType, Member, Property, PropertyKind, QualifiedName, Struct, StructKind, ValueType,
};

use crate::words;

use super::Xml;
use super::annotations::{write_docs, write_mutability, xml_characters};

/// The keys of each type, inherited ones included.
pub(super) type Keys<'a> = BTreeMap<&'a QualifiedName, &'a [String]>;

pub(super) fn write_enum(xml: &mut Xml, item: &Enum) -> io::Result<()> {
    // CSDL wants a value on every member or on none.
    let valued = item.members.iter().all(|member| member.value.is_some());
    let mut element =
        xml.create_element("EnumType").with_attribute(("Name", item.name.name.as_str()));
    if item.flags {
        element = element.with_attribute(("IsFlags", "true"));
    }
    element.write_inner_content(|xml| {
        item.members.iter().try_for_each(|member| write_member(xml, member, valued))?;
        write_docs(xml, &item.docs, item.deprecated.as_ref())
    })?;
    Ok(())
}

fn write_member(xml: &mut Xml, member: &Member, valued: bool) -> io::Result<()> {
    let name = xml_characters(&member.wire_name);
    let value = member.value.filter(|_| valued).map(|value| value.to_string());
    let mut element = xml.create_element("Member").with_attribute(("Name", name.as_ref()));
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

pub(super) fn write_struct(xml: &mut Xml, item: &Struct, keys: &Keys) -> io::Result<()> {
    let tag = match item.kind {
        StructKind::Entity => "EntityType",
        StructKind::Complex => "ComplexType",
    };
    let base = item.base.as_ref().map(|base| base.value.to_string());
    let mut element = xml.create_element(tag).with_attribute(("Name", item.name.name.as_str()));
    if let Some(base) = &base {
        element = element.with_attribute(("BaseType", base.as_str()));
    }
    if item.is_abstract {
        element = element.with_attribute(("Abstract", "true"));
    }
    if item.is_open {
        element = element.with_attribute(("OpenType", "true"));
    }
    element.write_inner_content(|xml| {
        write_key(xml, item, keys)?;
        let own = item.fields.iter().filter(|field| field.declared_in == item.name);
        own.into_iter().try_for_each(|field| {
            write_property(xml, field, item.keys.contains(&field.wire_name))
        })?;
        write_docs(xml, &item.docs, item.deprecated.as_ref())
    })?;
    Ok(())
}

/// The key stands on the type that declares it, not on those that inherit it.
fn write_key(xml: &mut Xml, item: &Struct, keys: &Keys) -> io::Result<()> {
    let inherited = item.base.as_ref().and_then(|base| keys.get(&base.value));
    if item.keys.is_empty() || inherited.is_some_and(|inherited| !inherited.is_empty()) {
        return Ok(());
    }
    xml.create_element("Key").write_inner_content(|xml| {
        item.keys.iter().try_for_each(|key| {
            xml.create_element("PropertyRef")
                .with_attribute(("Name", key.as_str()))
                .write_empty()?;
            Ok(())
        })
    })?;
    Ok(())
}

/// Keys are never null, whether or not the docs say so: CSDL demands the attribute.
fn write_property(xml: &mut Xml, property: &Property, is_key: bool) -> io::Result<()> {
    let tag = match property.kind {
        PropertyKind::Structural => "Property",
        PropertyKind::Navigation => "NavigationProperty",
    };
    let name = xml_characters(&property.wire_name);
    let ty = type_reference(&property.ty.value);
    let mut element =
        xml.create_element(tag).with_attributes([("Name", name.as_ref()), ("Type", ty.as_str())]);
    // CSDL rules the attribute out for collections of related entities.
    let related = property.kind == PropertyKind::Navigation && property.ty.value.collection;
    let stated = property.nullable.as_ref().map(|nullable| nullable.value);
    let nullable = if is_key { Some(false) } else { stated };
    if let Some(nullable) = nullable.filter(|_| !related) {
        element = element.with_attribute(("Nullable", if nullable { "true" } else { "false" }));
    }
    if let Some(default) = default_attribute(property) {
        element = element.with_attribute(("DefaultValue", default));
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

/// `Edm.String`, `microsoft.graph.user`, `Collection(microsoft.graph.user)`.
fn type_reference(ty: &ValueType) -> String {
    let item = match &ty.item {
        ItemType::Scalar(scalar) => words::scalar(*scalar).to_owned(),
        ItemType::Enum(name) | ItemType::Struct(name) => name.to_string(),
        ItemType::Untyped => "Edm.Untyped".to_owned(),
    };
    if ty.collection { format!("Collection({item})") } else { item }
}
