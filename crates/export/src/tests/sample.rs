//! A small API, decided by hand: two namespaces, an inheritance, an enumeration and a path tree.

use diag::{PageId, Span};
use model::*;
use text::{Block, Notice, Words};

pub(super) fn span(start: usize) -> Span {
    Span::new(PageId(0), start, start + 1)
}

pub(super) fn sourced<T>(value: T) -> Fact<T> {
    Fact { value, span: span(0), rule: "properties-table" }
}

pub(super) fn name(qualified: &str) -> QualifiedName {
    let (namespace, name) = qualified.rsplit_once('.').unwrap();
    QualifiedName { namespace: namespace.into(), name: name.into() }
}

fn docs(text: &str) -> Docs {
    let paragraphs = text.split("\n\n").filter_map(|it| Block::paragraph(Words::new().text(it)));
    Docs { text: paragraphs.collect(), ..Docs::default() }
}

fn rust(name: &str) -> RustItem {
    let module = vec!["models".into()];
    RustItem { module, name: name.into(), file: vec!["models".into(), name.to_lowercase()] }
}

pub(super) fn one(item: ItemType) -> ValueType {
    ValueType { item, collection: false }
}

pub(super) fn many(item: ItemType) -> ValueType {
    ValueType { item, collection: true }
}

pub(super) fn property(wire_name: &str, declared_in: &str, ty: ValueType) -> Property {
    Property {
        wire_name: wire_name.into(),
        rust_name: wire_name.to_lowercase(),
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
        span: span(0),
        rule: "properties-table",
    }
}

pub(super) fn entity(qualified: &str, base: Option<&str>, fields: Vec<Property>) -> Struct {
    let name = name(qualified);
    Struct {
        rust: rust(&name.name),
        name,
        kind: StructKind::Entity,
        base: base.map(|base| sourced(self::name(base))),
        derived: Vec::new(),
        is_abstract: false,
        is_open: false,
        is_json: false,
        keys: vec!["id".into()],
        fields,
        polymorphic: None,
        is_a: Vec::new(),
        constructor: None,
        docs: Docs::default(),
        deprecated: None,
        area: String::new(),
        gate: Gate::default(),
        span: span(0),
        rule: "type-annotation",
    }
}

fn structs() -> Vec<Struct> {
    let id = || Property {
        nullable: Some(sourced(false)),
        mutability: Some(sourced(Mutability::ReadOnly)),
        access: sourced(Access::ReadOnly),
        docs: docs("The key.\n\nNever \"reused\" <sic>."),
        ..property("id", "sample.thing", one(ItemType::Scalar(Scalar::String)))
    };
    let thing = Struct {
        is_abstract: true,
        derived: vec![name("sample.user")],
        ..entity("sample.thing", None, vec![id()])
    };
    let days = Property {
        default: Some(sourced("monday".into())),
        required: Some(sourced(true)),
        ..property("day", "sample.user", one(ItemType::Enum(name("sample.day"))))
    };
    let manager = Property {
        kind: PropertyKind::Navigation,
        boxed: false,
        nullable: Some(sourced(true)),
        ..property("manager", "sample.user", one(ItemType::Struct(name("sample.thing"))))
    };
    let terms = Property {
        deprecated: Some(Notice::plain("Use groups.")),
        returned: Some(sourced(Returned::OnlyOnSelect)),
        ..property("terms", "sample.user", many(ItemType::Struct(name("sample.store.term"))))
    };
    let user = Struct {
        is_open: true,
        is_json: false,
        docs: docs("A person."),
        ..entity("sample.user", Some("sample.thing"), vec![id(), days, manager, terms])
    };
    let labels = property("labels", "sample.store.term", many(ItemType::Untyped));
    let term = Struct {
        kind: StructKind::Complex,
        keys: Vec::new(),
        ..entity("sample.store.term", None, vec![labels])
    };
    vec![term, thing, user]
}

fn day() -> Enum {
    let member = |wire_name: &str, value, text| Member {
        wire_name: wire_name.into(),
        rust_name: wire_name.to_uppercase(),
        value,
        docs: docs(text),
        span: span(0),
        rule: "members-table",
    };
    Enum {
        name: name("sample.day"),
        flags: true,
        members: vec![member("monday", Some(1), "The first."), member("friday", Some(16), "")],
        rust: rust("Day"),
        docs: Docs::default(),
        deprecated: None,
        area: String::new(),
        gate: Gate::default(),
        span: span(0),
        rule: "members-table",
    }
}

pub(super) fn node(parent: Option<usize>, segment: PathSegment, accessor: &str) -> PathNode {
    PathNode {
        parent: parent.map(NodeId),
        segment,
        template: String::new(),
        rust_name: String::new(),
        accessor: accessor.into(),
        shape: Shape { role: Role::Inferred, value: None },
        file: Vec::new(),
        gate: Gate::default(),
    }
}

/// The node with what it addresses.
pub(super) fn addressing(node: PathNode, role: Role, value: Option<ValueType>) -> PathNode {
    PathNode { shape: Shape { role, value }, ..node }
}

pub(super) fn key(wire_name: &str) -> PathParameter {
    PathParameter {
        wire_name: wire_name.into(),
        rust_name: "id".into(),
        ty: Scalar::String,
        quoted: false,
        prefix: String::new(),
        alternatives: Vec::new(),
        fixed: None,
    }
}

pub(super) fn operation(method: Method, kind: OperationKind, node: usize, path: &str) -> Operation {
    let route = Route {
        node: NodeId(node),
        template: path.into(),
        query: None,
        further_queries: Vec::new(),
        span: span(0),
        rule: "request-line",
    };
    Operation {
        method,
        kind,
        rust_name: format!("{kind:?}").to_lowercase(),
        constant: format!("PAGE_{kind:?}").to_uppercase(),
        routes: vec![route],
        title: format!("{kind:?} at {path}"),
        query_options: None,
        query: Vec::new(),
        headers: Vec::new(),
        body: None,
        response: response(&[], ResponseContent::Empty),
        permissions: Vec::new(),
        examples: Vec::new(),
        docs: Docs::default(),
        deprecated: None,
        area: String::new(),
        gate: Gate::default(),
        clouds: Vec::new(),
        eventual: None,
        preview: false,
        page: "api/page.md".into(),
        file: Vec::new(),
        pages: vec!["api/page.md".into()],
        span: span(0),
    }
}

pub(super) fn response(statuses: &[u16], content: ResponseContent) -> Response {
    let (alternatives, rule) = (Vec::new(), "response-sentence");
    Response { statuses: statuses.to_vec(), content, alternatives, span: span(0), rule }
}

pub(super) fn body(content: BodyContent) -> Option<Body> {
    Some(Body { content, change: None, span: span(0), rule: "body-sentence" })
}

fn operations() -> Vec<Operation> {
    let user = || ItemType::Struct(name("sample.user"));
    let list = Operation {
        query_options: Some(vec!["$select".into(), "$top".into()]),
        response: response(&[200], ResponseContent::Collection(user())),
        permissions: vec![Permissions {
            scope: None,
            delegated_work: Some(vec![vec!["User.Read.All".into()]]),
            delegated_personal: Some(Vec::new()),
            application: None,
            ordered: true,
            span: span(0),
            rule: "permissions-table",
        }],
        ..operation(Method::Get, OperationKind::List, 0, "/users")
    };
    let create = Operation {
        body: body(BodyContent::Value(one(user()))),
        response: response(&[201], ResponseContent::Value(user())),
        ..operation(Method::Post, OperationKind::Create, 0, "/users")
    };
    let update = Operation {
        body: body(BodyContent::Value(one(user()))),
        response: response(&[204], ResponseContent::Empty),
        ..operation(Method::Patch, OperationKind::Update, 1, "/users/{user-id}")
    };
    vec![list, create, update]
}

/// The whole sample.
pub(super) fn api() -> Api {
    Api {
        version: "v1.0".into(),
        module: "v1_0".into(),
        base_url: "https://service.example/v1.0".into(),
        structs: structs(),
        enums: vec![day()],
        nodes: vec![
            addressing(
                node(None, PathSegment::Literal("users".into()), "users"),
                Role::Inferred,
                Some(many(ItemType::Struct(name("sample.user")))),
            ),
            addressing(
                node(Some(0), PathSegment::Key(key("user-id")), "by_id"),
                Role::Inferred,
                Some(one(ItemType::Struct(name("sample.user")))),
            ),
        ],
        operations: operations(),
        further: Vec::new(),
        areas: Vec::new(),
        worked: Vec::new(),
    }
}
