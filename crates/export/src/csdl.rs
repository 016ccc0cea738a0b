//! The types of an API and what the service offers as OData metadata (CSDL 4.0, XML representation).
//!
//! Reads the structured types, enumerations and paths of the model, returns one `Schema` per namespace. It
//! must not invent what the docs do not state: `Nullable` stands only where they do and on keys, where
//! CSDL demands it. The rules by which containers, actions, functions and
//! containment are told from paths are listed in `service`; what they do not tell is left out and reported.
//! Values that the docs do not describe have the type `Edm.Untyped`, which only CSDL 4.01 has a name for.

mod annotations;
mod container;
mod element;
mod identifier;
mod operations;
mod service;
mod types;

use std::collections::{BTreeMap, BTreeSet};

use diag::Diagnostic;
use model::{Api, Enum, Struct};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, Event};

use container::container;
use element::Element;
use operations::overload;
use service::{Overload, Service};
use types::{Around, enumeration, structure};

const EDMX: &str = "http://docs.oasis-open.org/odata/ns/edmx";
const EDM: &str = "http://docs.oasis-open.org/odata/ns/edm";
const CORE: &str = "Org.OData.Core.V1";
const CORE_URL: &str =
    "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml";

/// Reports on what the document lacks.
type LeftOut = Vec<Diagnostic>;

/// The API as a CSDL 4.0 document, and reports on what is left out of it.
///
/// Descriptions, deprecations and who may write a property are annotations of the OData core
/// vocabulary. Names are spelled as the docs spell them.
pub fn csdl(api: &Api) -> (String, Vec<Diagnostic>) {
    let mut left_out = Vec::new();
    let document = document(api, &mut left_out);
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))
        .and_then(|()| document.write(&mut xml))
        .expect("writing to memory does not fail");
    let mut text = String::from_utf8(xml.into_inner()).expect("every part written is UTF-8");
    text.push('\n');
    (text, left_out)
}

fn document(api: &Api, left_out: &mut LeftOut) -> Element {
    let core = Element::new("edmx:Include").with("Namespace", CORE);
    let reference = Element::new("edmx:Reference").with("Uri", CORE_URL).holding([core]);
    let services = Element::new("edmx:DataServices").holding(schema_elements(api, left_out));
    Element::new("edmx:Edmx")
        .with("Version", "4.0")
        .with("xmlns:edmx", EDMX)
        .holding([reference, services])
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

fn schema_elements(api: &Api, left_out: &mut LeftOut) -> Vec<Element> {
    let service = Service::read(api, left_out);
    let keys = api.structs.iter().map(|item| (&item.name, item.keys.as_slice())).collect();
    let around = Around { keys, service: &service };
    let mut elements = Vec::new();
    for (namespace, schema) in schemas(api, &service) {
        let mut parts: Vec<Element> = Vec::new();
        parts.extend(schema.enums.iter().map(|item| enumeration(item, left_out)));
        parts.extend(schema.structs.iter().map(|item| structure(item, &around, left_out)));
        parts.extend(schema.overloads.iter().map(|item| overload(item)));
        if namespace == service.namespace {
            parts.extend(container(&service, &schema.names()));
        }
        let element = Element::new("Schema").with("Namespace", namespace).with("xmlns", EDM);
        elements.push(element.holding(parts));
    }
    elements
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
