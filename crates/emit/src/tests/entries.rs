//! The lines that lead from a type to the requests for its objects.

use insta::assert_snapshot;
use model::{Gate, Method, OperationKind, PathSegment, Role, Shape};

use super::requests::{node, operation, parameter};
use super::sample::{api, many, one, structure};
use super::{options, text};
use crate::files;

/// The comment of the type, of whose operations the last needs these features.
fn comment(type_gate: Gate, operation_gate: Gate) -> String {
    let mut api = api();
    let key = parameter("animal-id", "animal_id");
    let all = node(
        &mut api,
        None,
        PathSegment::Literal("animals".to_owned()),
        "/animals",
        ["animals", "Animals"],
    );
    let by_id = node(
        &mut api,
        Some(all),
        PathSegment::Key(key),
        "/animals/{animal-id}",
        ["by_id", "AnimalsById"],
    );
    let animal = structure("zoo.animal");
    api.nodes[all].shape = Shape { role: Role::Inferred, value: Some(many(animal.clone())) };
    api.nodes[by_id].shape = Shape { role: Role::Inferred, value: Some(one(animal)) };
    let mut list = operation(&api, Method::Get, "list", &[all]);
    list.kind = OperationKind::List;
    let mut delete = operation(&api, Method::Delete, "delete", &[by_id]);
    delete.kind = OperationKind::Delete;
    delete.gate = operation_gate;
    let mut get = operation(&api, Method::Get, "get", &[by_id]);
    for it in [&mut list, &mut get] {
        it.gate = type_gate.clone();
    }
    api.structs[0].gate = type_gate;
    api.operations = vec![list, delete, get];
    let files = files(&[api], &options());
    let file = text(&files, "src/v1_0/models/house/animal.rs");
    let lines = file.lines().skip_while(|line| !line.starts_with("/// [Reference]"));
    lines.take_while(|line| !line.starts_with("pub")).map(|line| format!("{line}\n")).collect()
}

#[test]
fn what_is_there_with_the_type_is_told_in_its_comment() {
    assert_snapshot!(comment(Gate::default(), Gate::default()), @"
    /// [Reference](https://example.org/animal) ·
    /// `api-reference/v1.0/resources/animal.md#json-representation`
    ///
    /// Requests: `animals()` ([`list`](crate::v1_0::paths::animals::Animals::list)),
    /// `animals().by_id(…)` ([`get`](crate::v1_0::paths::animals::AnimalsById::get),
    /// [`delete`](crate::v1_0::paths::animals::AnimalsById::delete)).
    ");
    assert_snapshot!(comment(Gate::from(["zoo"]), Gate::from(["zoo"])), @"
    /// [Reference](https://example.org/animal) ·
    /// `api-reference/v1.0/resources/animal.md#json-representation`
    ///
    /// Requests: `animals()` ([`list`](crate::v1_0::paths::animals::Animals::list)),
    /// `animals().by_id(…)` ([`get`](crate::v1_0::paths::animals::AnimalsById::get),
    /// [`delete`](crate::v1_0::paths::animals::AnimalsById::delete)).
    ");
}

#[test]
fn what_needs_further_features_is_told_behind_them() {
    assert_snapshot!(comment(Gate::default(), Gate::from(["zoo"])), @r#"
    /// [Reference](https://example.org/animal) ·
    /// `api-reference/v1.0/resources/animal.md#json-representation`
    ///
    /// Requests: `animals()` ([`list`](crate::v1_0::paths::animals::Animals::list)),
    /// `animals().by_id(…)` ([`get`](crate::v1_0::paths::animals::AnimalsById::get)).
    #[cfg_attr(
        feature = "zoo",
        doc = "",
        doc = "Requests: `animals().by_id(…)` ([`delete`](crate::v1_0::paths::animals::AnimalsById::delete))."
    )]
    "#);
}
