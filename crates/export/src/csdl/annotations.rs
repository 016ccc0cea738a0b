//! Annotations of the OData core vocabulary on types, properties and members.

use std::borrow::Cow;
use std::io;

use model::{Docs, Mutability};
use quick_xml::events::BytesText;
use text::Notice;

use super::output::Xml;

/// What the docs say in words.
pub(super) fn write_docs(
    xml: &mut Xml,
    docs: &Docs,
    deprecated: Option<&Notice>,
) -> io::Result<()> {
    if !docs.text.is_empty() {
        xml.create_element("Annotation")
            .with_attribute(("Term", "Org.OData.Core.V1.Description"))
            .write_inner_content(|xml| write_string(xml, &docs.text.to_string()))?;
    }
    if let Some(reason) = deprecated {
        write_deprecation(xml, reason.as_str())?;
    }
    Ok(())
}

/// Who may write a property, where the docs say.
pub(super) fn write_mutability(xml: &mut Xml, mutability: Mutability) -> io::Result<()> {
    let attributes = match mutability {
        Mutability::ReadOnly => [
            ("Term", "Org.OData.Core.V1.Permissions"),
            ("EnumMember", "Org.OData.Core.V1.Permission/Read"),
        ],
        Mutability::WriteOnly => [
            ("Term", "Org.OData.Core.V1.Permissions"),
            ("EnumMember", "Org.OData.Core.V1.Permission/Write"),
        ],
        Mutability::CreateOnly => [("Term", "Org.OData.Core.V1.Immutable"), ("Bool", "true")],
    };
    xml.create_element("Annotation").with_attributes(attributes).write_empty()?;
    Ok(())
}

/// A parameter may be left out.
pub(super) fn write_optional(xml: &mut Xml) -> io::Result<()> {
    xml.create_element("Annotation")
        .with_attribute(("Term", "Org.OData.Core.V1.OptionalParameter"))
        .write_inner_content(|xml| {
            xml.create_element("Record").write_empty()?;
            Ok(())
        })?;
    Ok(())
}

fn write_deprecation(xml: &mut Xml, reason: &str) -> io::Result<()> {
    xml.create_element("Annotation")
        .with_attribute(("Term", "Org.OData.Core.V1.Revisions"))
        .write_inner_content(|xml| {
            xml.create_element("Collection").write_inner_content(|xml| {
                xml.create_element("Record").write_inner_content(|xml| {
                    xml.create_element("PropertyValue")
                        .with_attributes([
                            ("Property", "Kind"),
                            ("EnumMember", "Org.OData.Core.V1.RevisionKind/Deprecated"),
                        ])
                        .write_empty()?;
                    xml.create_element("PropertyValue")
                        .with_attribute(("Property", "Description"))
                        .write_inner_content(|xml| write_string(xml, reason))?;
                    Ok(())
                })?;
                Ok(())
            })?;
            Ok(())
        })?;
    Ok(())
}

/// Words stand in an element, where line breaks survive; in an attribute they would become spaces.
fn write_string(xml: &mut Xml, text: &str) -> io::Result<()> {
    xml.create_element("String").write_text_content(BytesText::new(&xml_characters(text)))?;
    Ok(())
}

/// Drops the control characters that XML 1.0 cannot hold, not even escaped.
pub(super) fn xml_characters(text: &str) -> Cow<'_, str> {
    let allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    if text.chars().all(allowed) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|c| allowed(*c)).collect())
}
