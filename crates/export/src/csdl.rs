//! The types of an API and what the service offers as OData metadata (CSDL 4.0, XML representation).
//!
//! Reads the structured types, enumerations and paths of the model, returns one `Schema` per namespace. It
//! must not invent what the docs do not state: `Nullable` stands only where they do and on keys, where
//! CSDL demands it. The rules by which containers, actions, functions and
//! containment are told from paths are listed in `service`; what they do not tell is left out and reported.
//! Values that the docs do not describe have the type `Edm.Untyped`, which only CSDL 4.01 has a name for.

mod annotations;
mod container;
mod identifier;
mod operations;
mod output;
mod service;
mod types;

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use diag::Diagnostic;
use model::{Api, Enum, Struct};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, Event};

use container::write_container;
use operations::write_overload;
use output::{LeftOut, Xml};
use service::{Overload, Service};
use types::{Around, write_enum, write_struct};

const EDMX: &str = "http://docs.oasis-open.org/odata/ns/edmx";
const EDM: &str = "http://docs.oasis-open.org/odata/ns/edm";
const CORE: &str = "Org.OData.Core.V1";
const CORE_URL: &str =
    "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml";

/// The API as a CSDL 4.0 document, and reports on what is left out of it.
///
/// Descriptions, deprecations and who may write a property are annotations of the OData core
/// vocabulary. Names are spelled as the docs spell them.
pub fn csdl(api: &Api) -> (String, Vec<Diagnostic>) {
    let mut left_out = Vec::new();
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    write_document(&mut xml, api, &mut left_out).expect("writing to memory does not fail");
    let mut text = String::from_utf8(xml.into_inner()).expect("every part written is UTF-8");
    text.push('\n');
    (text, left_out)
}

fn write_document(xml: &mut Xml, api: &Api, left_out: &mut LeftOut) -> io::Result<()> {
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
                .write_inner_content(|xml| write_schemas(xml, api, left_out))?;
            Ok(())
        })?;
    Ok(())
}

/// What is declared in one namespace.
#[derive(Default)]
struct Schema<'a> {
    structs: Vec<&'a Struct>,
    enums: Vec<&'a Enum>,
    overloads: Vec<&'a Overload<'a>>,
}

impl<'a> Schema<'a> {
    fn names(&self) -> BTreeSet<&'a str> {
        let structs = self.structs.iter().map(|it| it.name.name.as_str());
        let enums = self.enums.iter().map(|it| it.name.name.as_str());
        structs.chain(enums).chain(self.overloads.iter().map(|it| it.name)).collect()
    }
}

fn write_schemas(xml: &mut Xml, api: &Api, left_out: &mut LeftOut) -> io::Result<()> {
    let service = Service::read(api, left_out);
    let keys = api.structs.iter().map(|item| (&item.name, item.keys.as_slice())).collect();
    let around = Around { keys, service: &service };
    for (namespace, schema) in &schemas(api, &service) {
        xml.create_element("Schema")
            .with_attributes([("Namespace", *namespace), ("xmlns", EDM)])
            .write_inner_content(|xml| {
            schema.enums.iter().try_for_each(|item| write_enum(xml, item, left_out))?;
            let structs = &schema.structs;
            structs.iter().try_for_each(|item| write_struct(xml, item, &around, left_out))?;
            schema.overloads.iter().try_for_each(|item| write_overload(xml, item))?;
            if *namespace == service.namespace {
                write_container(xml, &service, &schema.names())?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn schemas<'a>(api: &'a Api, service: &'a Service<'a>) -> BTreeMap<&'a str, Schema<'a>> {
    let mut schemas: BTreeMap<&str, Schema<'_>> = BTreeMap::new();
    for item in &api.structs {
        schemas.entry(&item.name.namespace).or_default().structs.push(item);
    }
    for item in &api.enums {
        schemas.entry(&item.name.namespace).or_default().enums.push(item);
    }
    for item in &service.overloads {
        schemas.entry(item.namespace).or_default().overloads.push(item);
    }
    schemas
}
