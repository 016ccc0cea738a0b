//! An API of a few types with every kind of item in it.

use diag::{PageId, Span};
use model::{
    Access, Api, Docs, Enum, Fact, Gate, ItemType, Member, Mutability, OperatorSet, Polymorphic,
    Property, PropertyKind, QualifiedName, QueryCapabilities, Returned, RustItem, Scalar, Struct,
    StructKind, ValueType,
};
use text::{Block, DocText, Notice, Words};

pub(super) fn span() -> Span {
    Span::new(PageId(0), 0, 0)
}

pub(super) fn sourced<T>(value: T) -> Fact<T> {
    Fact { value, span: span(), rule: "by-hand" }
}

pub(super) fn name(text: &str) -> QualifiedName {
    let (namespace, name) = text.rsplit_once('.').expect("a qualified name");
    QualifiedName { namespace: namespace.to_owned(), name: name.to_owned() }
}

/// A text of these paragraphs.
pub(super) fn paragraphs(texts: &[&str]) -> DocText {
    texts.iter().filter_map(|text| Block::paragraph(Words::new().text(text))).collect()
}

fn docs(text: &str, page: &str) -> Docs {
    Docs {
        text: DocText::plain(text),
        url: Some(format!("https://example.org/{page}")),
        source: Some(format!("api-reference/v1.0/resources/{page}.md#L7")),
        section: Some(format!("api-reference/v1.0/resources/{page}.md#json-representation")),
    }
}

fn rust(module: &[&str], name: &str, file: [&str; 3]) -> RustItem {
    RustItem {
        module: module.iter().map(|&part| part.to_owned()).collect(),
        name: name.to_owned(),
        file: file.map(str::to_owned).to_vec(),
    }
}

pub(super) fn one(item: ItemType) -> ValueType {
    ValueType { item, collection: false }
}

pub(super) fn many(item: ItemType) -> ValueType {
    ValueType { item, collection: true }
}

pub(super) fn scalar(scalar: Scalar) -> ItemType {
    ItemType::Scalar(scalar)
}

pub(super) fn structure(text: &str) -> ItemType {
    ItemType::Struct(name(text))
}

pub(super) fn property(wire: &str, rust: &str, declared_in: &str, ty: ValueType) -> Property {
    Property {
        wire_name: wire.to_owned(),
        rust_name: rust.to_owned(),
        declared_in: Some(name(declared_in)),
        ty: sourced(ty),
        kind: PropertyKind::Structural,
        boxed: false,
        nullable: None,
        required: None,
        mutability: None,
        access: sourced(Access::Writable),
        returned: None,
        query: QueryCapabilities::default(),
        default: None,
        max_length: None,
        values: Vec::new(),
        docs: Docs::default(),
        deprecated: None,
        span: span(),
        rule: "by-hand",
    }
}

/// Lets a `$filter` on the property use the operators.
pub(super) fn filter(property: &mut Property, operators: &[&str]) {
    let operators: Vec<String> = operators.iter().map(|&it| it.to_owned()).collect();
    property.query.operators = OperatorSet::new(&operators, property.ty.value.collection);
    property.query.filter = Some(sourced(operators));
}

fn structured(wire: &str, text: &str, rust: RustItem, fields: Vec<Property>) -> Struct {
    let page = rust.file.last().expect("a file").clone();
    Struct {
        name: name(wire),
        kind: StructKind::Entity,
        base: None,
        derived: Vec::new(),
        is_abstract: false,
        is_open: false,
        is_json: false,
        keys: vec!["id".to_owned()],
        fields,
        polymorphic: None,
        is_a: Vec::new(),
        constructor: None,
        rust,
        docs: docs(text, &page),
        deprecated: None,
        area: String::new(),
        gate: Gate::default(),
        span: span(),
        rule: "by-hand",
    }
}

fn animal() -> Struct {
    let mut id = property("id", "id", "zoo.animal", one(scalar(Scalar::String)));
    id.docs.text = paragraphs(&["The key of the animal.", "It never changes."]);
    id.mutability = Some(sourced(Mutability::ReadOnly));
    id.nullable = Some(sourced(false));
    filter(&mut id, &["eq", "startsWith"]);
    id.default = Some(sourced("`new`".to_owned()));
    id.max_length = Some(sourced(36));
    let mut friends = property("friends", "friends", "zoo.animal", many(structure("zoo.animal")));
    friends.kind = PropertyKind::Navigation;
    friends.boxed = true;
    friends.query.expand = Some(sourced(true));
    let rust = rust(&["models"], "Animal", ["models", "house", "animal"]);
    let mut item = structured("zoo.animal", "Any animal.", rust, vec![id, friends]);
    item.derived = vec![name("zoo.wild.dog")];
    item.is_open = true;
    item.polymorphic = Some(Polymorphic {
        rust_name: "AnyAnimal".to_owned(),
        variants: vec![
            ("Animal".to_owned(), name("zoo.animal")),
            ("Dog".to_owned(), name("zoo.wild.dog")),
        ],
    });
    item
}

fn dog() -> Struct {
    let mut kind =
        property("type", "r#type", "zoo.wild.dog", one(ItemType::Enum(name("zoo.kind"))));
    kind.returned = Some(sourced(Returned::OnlyOnSelect));
    kind.deprecated = Some(Notice::plain("Ask the \"vet\"."));
    let skills =
        property("skills", "skills", "zoo.wild.dog", one(ItemType::Enum(name("zoo.skills"))));
    let mut pup = property("pup", "pup", "zoo.wild.dog", one(structure("zoo.wild.dog")));
    pup.boxed = true;
    let rival = property("rival", "rival", "zoo.wild.dog", one(structure("zoo.animal")));
    let other = property("other", "other", "zoo.wild.dog", one(structure("zoo.missing")));
    let rust = rust(&["models", "wild"], "Dog", ["models", "house", "dog"]);
    let mut fields = animal().fields;
    fields.extend([kind, skills, pup, rival, other]);
    let mut item = structured("zoo.wild.dog", "Barks.", rust, fields);
    item.base = Some(sourced(name("zoo.animal")));
    item.deprecated = Some(Notice::default());
    item
}

fn enumeration(wire: &str, rust_name: &str, flags: bool, members: &[(&str, &str)]) -> Enum {
    Enum {
        name: name(wire),
        flags,
        members: members
            .iter()
            .map(|(wire, rust)| Member {
                wire_name: (*wire).to_owned(),
                rust_name: (*rust).to_owned(),
                value: None,
                docs: Docs { text: DocText::plain(&format!("About {wire}.")), ..Docs::default() },
                span: span(),
                rule: "by-hand",
            })
            .collect(),
        rust: rust(&["models"], rust_name, ["models", "house", "dog"]),
        docs: docs("Tells dogs apart.", "dog"),
        deprecated: flags.then(|| Notice::plain("Gone.")),
        area: String::new(),
        gate: Gate::default(),
        span: span(),
        rule: "by-hand",
    }
}

/// The whole API.
pub(super) fn api() -> Api {
    Api {
        version: "v1.0".to_owned(),
        module: "v1_0".to_owned(),
        base_url: "https://example.org/v1.0".to_owned(),
        structs: vec![animal(), dog()],
        enums: vec![
            enumeration("zoo.kind", "Kind", false, &[("big", "Big"), ("a\"b", "AB")]),
            enumeration("zoo.skills", "Skills", true, &[("sit", "Sit")]),
        ],
        nodes: Vec::new(),
        operations: Vec::new(),
        further: Vec::new(),
        areas: Vec::new(),
        worked: Vec::new(),
    }
}
