use diag::Diagnostic;
use insta::assert_snapshot;
use model::*;

use super::sample::{self, addressing, body, key, many, name, node, one, operation, response};
use crate::csdl;

fn literal(text: &str) -> PathSegment {
    PathSegment::Literal(text.into())
}

fn user() -> ItemType {
    ItemType::Struct(name("sample.user"))
}

fn text() -> ItemType {
    ItemType::Scalar(Scalar::String)
}

/// The sample, with nodes below `/users/{user-id}`, which is node 1; what was there keeps its number.
fn api(below: Vec<PathNode>, operations: Vec<Operation>) -> Api {
    let mut api = sample::api();
    api.nodes.extend(below);
    api.operations.extend(operations);
    for (index, node) in api.nodes.iter_mut().enumerate() {
        node.template = format!("node {index}");
    }
    api
}

fn call(method: Method, node: usize, returns: ResponseContent) -> Operation {
    let response = response(&[], returns);
    Operation { response, ..operation(method, OperationKind::Action, node, "/a") }
}

/// The elements about what the service offers, and what is reported.
fn service(api: &Api) -> String {
    let (document, left_out) = csdl(api);
    let offered = [
        "Action",
        "Function",
        "Parameter",
        "ReturnType",
        "Entity",
        "Singleton",
        "NavigationPropertyB",
        "Annotation Term=\"Org.OData.Core.V1.OptionalP",
    ];
    let is_offered = |line: &&str| {
        let line = line.trim_start_matches([' ', '<', '/']);
        offered.iter().any(|tag| line.starts_with(tag)) && !line.starts_with("EntityType")
    };
    let lines = document.lines().filter(is_offered).map(|line| format!("{line}\n"));
    let report = |it: &Diagnostic| format!("{}: {}\n", it.code, it.message);
    lines.chain(left_out.iter().map(report)).collect()
}

#[test]
fn a_path_begins_with_a_set_or_a_singleton() {
    let below = vec![
        addressing(node(None, literal("me"), "me"), Role::Inferred, Some(one(user()))),
        node(None, literal("reports"), "reports"),
        addressing(
            node(None, literal("store"), "store"),
            Role::Inferred,
            Some(one(ItemType::Struct(name("sample.store.term")))),
        ),
    ];
    let get = |node| operation(Method::Get, OperationKind::Get, node, "/a");
    assert_snapshot!(service(&api(below, vec![get(2), get(3), get(4)])), @r#"
          <EntityContainer Name="Container">
            <EntitySet Name="users" EntityType="sample.user"/>
            <Singleton Name="me" Type="sample.user"/>
          </EntityContainer>
    csdl-root-left-out: `node 3` is in no container: the docs do not tell its type
    csdl-root-left-out: `node 4` is in no container: its type is no documented entity type
    "#);
}

#[test]
fn what_only_an_example_shows_is_not_exported() {
    let below =
        vec![addressing(node(None, literal("me"), "me"), Role::Inferred, Some(one(user())))];
    let mut shown = operation(Method::Get, OperationKind::Get, 2, "/me");
    shown.routes[0].rule = Route::SHOWN;
    assert!(!service(&api(below, vec![shown])).contains("Singleton"));
}

#[test]
fn an_action_has_what_its_body_has() {
    let below = vec![addressing(node(Some(1), literal("notify"), "notify"), Role::Operation, None)];
    let required = Property {
        required: Some(sample::sourced(true)),
        ..sample::property("text", "sample.user", one(text()))
    };
    let amount = Property {
        nullable: Some(sample::sourced(false)),
        ..sample::property("amount", "sample.user", many(ItemType::Scalar(Scalar::Decimal)))
    };
    let optional = Property {
        required: Some(sample::sourced(false)),
        ..sample::property("silent", "sample.user", one(ItemType::Scalar(Scalar::Boolean)))
    };
    let fields = vec![required, amount, optional];
    let action = Operation {
        body: body(BodyContent::Parameters { rust_name: "Notify".into(), fields }),
        ..call(Method::Post, 2, ResponseContent::Empty)
    };
    assert_snapshot!(service(&api(below, vec![action])), @r#"
    <Action Name="notify" IsBound="true">
      <Parameter Name="bindingParameter" Type="sample.user"/>
      <Parameter Name="text" Type="Edm.String"/>
      <Parameter Name="amount" Type="Collection(Edm.Decimal)" Nullable="false" Scale="variable"/>
      <Parameter Name="silent" Type="Edm.Boolean">
        <Annotation Term="Org.OData.Core.V1.OptionalParameter">
      </Parameter>
    </Action>
    <EntityContainer Name="Container">
      <EntitySet Name="users" EntityType="sample.user"/>
    </EntityContainer>
    "#);
}

#[test]
fn a_function_has_what_its_path_has() {
    let day = PathParameter { prefix: "sample.day".into(), ..key("on") };
    let parameters = vec![PathParameter { ty: Scalar::Int32, ..key("first") }, day];
    let segment = PathSegment::Function { name: "sample.other.find".into(), parameters };
    let below = vec![
        addressing(node(Some(0), segment, "find"), Role::Operation, Some(many(user()))),
        addressing(node(Some(2), key_segment(), "by_id"), Role::Documented, Some(one(user()))),
    ];
    let read = operation(Method::Get, OperationKind::Get, 3, "/a");
    let find = call(Method::Get, 2, ResponseContent::Collection(user()));
    assert_snapshot!(service(&api(below, vec![find, read])), @r#"
    <EntityContainer Name="Container">
      <EntitySet Name="users" EntityType="sample.user"/>
    </EntityContainer>
    <Function Name="find" IsBound="true" IsComposable="true">
      <Parameter Name="bindingParameter" Type="Collection(sample.user)"/>
      <Parameter Name="first" Type="Edm.Int32"/>
      <Parameter Name="on" Type="sample.day"/>
      <ReturnType Type="Collection(sample.user)"/>
    </Function>
    "#);
}

fn key_segment() -> PathSegment {
    PathSegment::Key(key("user-id"))
}

#[test]
fn at_the_root_they_are_imported() {
    let below = vec![addressing(node(None, literal("now"), "now"), Role::Operation, None)];
    let now = call(Method::Get, 2, ResponseContent::Wrapped(text()));
    assert_snapshot!(service(&api(below, vec![now])), @r#"
    <Function Name="now">
      <ReturnType Type="Edm.String"/>
    </Function>
    <EntityContainer Name="Container">
      <EntitySet Name="users" EntityType="sample.user"/>
      <FunctionImport Name="now" Function="sample.now"/>
    </EntityContainer>
    "#);
}

#[test]
fn an_overload_of_the_base_is_inherited() {
    let thing = ItemType::Struct(name("sample.thing"));
    let below = vec![
        addressing(node(Some(1), literal("check"), "check"), Role::Operation, None),
        addressing(
            node(Some(1), literal("manager"), "manager"),
            Role::Documented,
            Some(one(thing)),
        ),
        addressing(node(Some(3), literal("check"), "check"), Role::Operation, None),
    ];
    let check = |node| call(Method::Post, node, ResponseContent::Empty);
    assert_snapshot!(service(&api(below, vec![check(2), check(4)])), @r#"
    <Action Name="check" IsBound="true">
      <Parameter Name="bindingParameter" Type="sample.thing"/>
    </Action>
    <EntityContainer Name="Container">
      <EntitySet Name="users" EntityType="sample.user"/>
    </EntityContainer>
    "#);
}

#[test]
fn what_the_docs_do_not_tell_is_left_out_and_reported() {
    let below = vec![
        node(None, literal("reports"), "reports"),
        addressing(node(Some(2), literal("render"), "render"), Role::Operation, None),
        addressing(node(Some(1), literal("$entity"), "entity"), Role::Operation, None),
        addressing(node(Some(1), literal("whole"), "whole"), Role::Operation, None),
        addressing(node(Some(1), literal("empty"), "empty"), Role::Operation, None),
        addressing(node(Some(1), literal("both"), "both"), Role::Operation, None),
        addressing(node(Some(1), literal("thing"), "thing"), Role::Operation, None),
    ];
    let whole = Operation {
        body: body(BodyContent::Untyped),
        ..call(Method::Post, 5, ResponseContent::Empty)
    };
    let post = |node| call(Method::Post, node, ResponseContent::Empty);
    let empty = call(Method::Get, 6, ResponseContent::Empty);
    let both = call(Method::Get, 7, ResponseContent::Value(user()));
    let operations = vec![post(3), post(4), whole, empty, both, post(7), post(8)];
    assert_snapshot!(service(&api(below, operations)), @r#"
          <Function Name="both" IsBound="true">
            <Parameter Name="bindingParameter" Type="sample.user"/>
            <ReturnType Type="sample.user"/>
          </Function>
          <EntityContainer Name="Container">
            <EntitySet Name="users" EntityType="sample.user"/>
          </EntityContainer>
    csdl-root-left-out: `node 2` is in no container: the docs do not tell its type
    csdl-operation-left-out: the action `node 3` is left out: the type it is called on is unknown
    csdl-operation-left-out: the action `node 4` is left out: its name is no identifier
    csdl-operation-left-out: the action `node 5` is left out: its body is not documented as parameters
    csdl-operation-left-out: the function `node 6` is left out: what it returns is unknown
    csdl-two-sorts: `both` is an action here and a function elsewhere
    csdl-operation-left-out: `thing` is left out: a type has this name
    "#);
}

/// The sample with terms as entities, a relationship to them at the node 2 and one of them at the node 3.
fn with_terms(operations: Vec<Operation>) -> String {
    let term = || ItemType::Struct(name("sample.store.term"));
    let below = vec![
        addressing(node(Some(1), literal("terms"), "terms"), Role::Documented, Some(many(term()))),
        addressing(node(Some(2), key_segment(), "by_id"), Role::Documented, Some(one(term()))),
        addressing(node(Some(2), literal("$ref"), "reference"), Role::Reference, None),
        addressing(node(Some(3), literal("$value"), "value"), Role::Media, None),
    ];
    let mut api = api(below, operations);
    api.structs[0].kind = StructKind::Entity;
    api.structs[2].fields[3].kind = PropertyKind::Navigation;
    let (document, _) = csdl(&api);
    let is_meant = |line: &&str| line.contains("\"terms\"") || line.contains("Name=\"term\"");
    document.lines().filter(is_meant).map(|line| format!("{}\n", line.trim())).collect()
}

#[test]
fn a_relationship_contains_what_is_written_through_it() {
    let create = operation(Method::Post, OperationKind::Create, 2, "/a");
    let read = || operation(Method::Get, OperationKind::Get, 3, "/a");
    let refer = operation(Method::Post, OperationKind::Reference, 4, "/a");
    assert_snapshot!(with_terms(vec![create.clone()]), @r#"
    <NavigationProperty Name="terms" Type="Collection(sample.store.term)" ContainsTarget="true">
    <EntityType Name="term">
    "#);
    assert_snapshot!(with_terms(vec![read()]), @r#"
    <NavigationProperty Name="terms" Type="Collection(sample.store.term)" ContainsTarget="true">
    <EntityType Name="term">
    "#);
    assert_snapshot!(with_terms(vec![create, refer]), @r#"
    <NavigationProperty Name="terms" Type="Collection(sample.store.term)">
    <EntityType Name="term">
    "#);
    assert_snapshot!(with_terms(vec![]), @r#"
    <NavigationProperty Name="terms" Type="Collection(sample.store.term)">
    <EntityType Name="term">
    "#);
}

#[test]
fn an_entity_with_a_value_is_media() {
    let value = operation(Method::Get, OperationKind::Media, 5, "/a");
    assert_snapshot!(with_terms(vec![value]), @r#"
    <NavigationProperty Name="terms" Type="Collection(sample.store.term)" ContainsTarget="true">
    <EntityType Name="term" HasStream="true">
    "#);
}

#[test]
fn references_are_bound_to_the_only_set_of_their_type() {
    let below = vec![
        addressing(
            node(Some(1), literal("manager"), "manager"),
            Role::Documented,
            Some(one(user())),
        ),
        addressing(node(Some(2), literal("$ref"), "reference"), Role::Reference, None),
    ];
    let refer = operation(Method::Put, OperationKind::Reference, 3, "/a");
    let mut api = api(below, vec![refer]);
    api.structs[2].fields[2].ty.value.item = user();
    assert_snapshot!(service(&api), @r#"
    <EntityContainer Name="Container">
      <EntitySet Name="users" EntityType="sample.user">
        <NavigationPropertyBinding Path="manager" Target="users"/>
      </EntitySet>
    </EntityContainer>
    "#);
}

#[test]
fn what_is_only_listed_is_bound_as_references_are() {
    let friends = |below: Vec<PathNode>, operations: Vec<Operation>| {
        let at = addressing(
            node(Some(1), literal("manager"), "manager"),
            Role::Documented,
            Some(many(user())),
        );
        let mut api = api([vec![at], below].concat(), operations);
        api.structs[2].fields[2].ty.value = many(user());
        service(&api).contains("NavigationPropertyBinding")
    };
    let below = || {
        vec![
            addressing(node(Some(2), key_segment(), "by_id"), Role::Documented, Some(one(user()))),
            addressing(node(Some(3), literal("name"), "name"), Role::Documented, Some(one(text()))),
        ]
    };
    let get = |node| operation(Method::Get, OperationKind::Get, node, "/a");
    let create = operation(Method::Post, OperationKind::Create, 2, "/a");
    assert!(friends(vec![], vec![get(2)]));
    assert!(friends(below(), vec![get(3)]));
    assert!(!friends(below(), vec![get(2), get(4)]), "a path leads on");
    assert!(!friends(vec![], vec![get(2), create]), "entities are made there");
    assert!(!friends(vec![], vec![]), "no path has it");
}
