//! The types of an API as OData metadata (CSDL 4.0, XML representation).
//!
//! Reads the structured types and enumerations of the model, returns one `Schema` per namespace. It
//! must not invent what the docs do not state: `Nullable` stands only where they do and on keys, where
//! CSDL demands it, and there is no entity container, because reference pages do not say what the service's sets are called.

mod annotations;
mod types;

use std::collections::BTreeMap;
use std::io;

use model::{Api, Enum, Struct};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, Event};

use types::{write_enum, write_struct};

const EDMX: &str = "http://docs.oasis-open.org/odata/ns/edmx";
const EDM: &str = "http://docs.oasis-open.org/odata/ns/edm";
const CORE: &str = "Org.OData.Core.V1";
const CORE_URL: &str =
    "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml";

/// The document is built in memory.
type Xml = Writer<Vec<u8>>;

/// The API's types as a CSDL 4.0 document.
///
/// Descriptions, deprecations and who may write a property are annotations of the OData core
/// vocabulary. Names are spelled as the docs spell them.
pub fn csdl(api: &Api) -> String {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    write_document(&mut xml, api).expect("writing to memory does not fail");
    let mut text = String::from_utf8(xml.into_inner()).expect("every part written is UTF-8");
    text.push('\n');
    text
}

fn write_document(xml: &mut Xml, api: &Api) -> io::Result<()> {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    xml.create_element("edmx:Edmx")
        .with_attributes([("Version", "4.0"), ("xmlns:edmx", EDMX)])
        .write_inner_content(|xml| {
            xml.create_element("edmx:Reference")
                .with_attribute(("Uri", CORE_URL))
                .write_inner_content(|xml| {
                    xml.create_element("edmx:Include")
                        .with_attribute(("Namespace", CORE))
                        .write_empty()?;
                    Ok(())
                })?;
            xml.create_element("edmx:DataServices")
                .write_inner_content(|xml| write_schemas(xml, api))?;
            Ok(())
        })?;
    Ok(())
}

/// The types of one namespace.
#[derive(Default)]
struct Schema<'a> {
    structs: Vec<&'a Struct>,
    enums: Vec<&'a Enum>,
}

fn write_schemas(xml: &mut Xml, api: &Api) -> io::Result<()> {
    let mut schemas: BTreeMap<&str, Schema> = BTreeMap::new();
    for item in &api.structs {
        schemas.entry(&item.name.namespace).or_default().structs.push(item);
    }
    for item in &api.enums {
        schemas.entry(&item.name.namespace).or_default().enums.push(item);
    }
    let keys = api.structs.iter().map(|item| (&item.name, item.keys.as_slice())).collect();
    for (namespace, schema) in &schemas {
        xml.create_element("Schema")
            .with_attributes([("Namespace", *namespace), ("xmlns", EDM)])
            .write_inner_content(|xml| {
            schema.enums.iter().try_for_each(|item| write_enum(xml, item))?;
            schema.structs.iter().try_for_each(|item| write_struct(xml, item, &keys))
        })?;
    }
    Ok(())
}
