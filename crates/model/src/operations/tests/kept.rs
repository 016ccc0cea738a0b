//! What operations take over from their pages as it is: permissions and examples.

use facts::{Caller, ExampleFacts, HttpMessage, PermissionFacts, PermissionRow};
use insta::assert_debug_snapshot;

use super::build::{fact, page};
use crate::operations::examples::examples;
use crate::operations::permissions::permissions;

fn row(caller: Caller, alternatives: &[&[&str]]) -> facts::Fact<PermissionRow> {
    let owned = |set: &&[&str]| set.iter().map(|name| (*name).to_owned()).collect();
    fact(PermissionRow {
        caller,
        alternatives: alternatives.iter().map(owned).collect(),
        ordered: true,
    })
}

#[test]
fn permissions_by_caller() {
    let tables = [
        PermissionFacts {
            scope: Some("crew".to_owned()),
            rows: vec![
                row(Caller::DelegatedWork, &[&["Boat.Read"], &["Boat.Read", "Crew.Read"]]),
                row(Caller::Application, &[]),
            ],
        },
        PermissionFacts { scope: None, rows: Vec::new() },
    ];
    let found = permissions(&tables);
    let only = &found[0];
    assert_eq!(found.len(), 1);
    assert_debug_snapshot!(
        (&only.scope, &only.delegated_work, &only.delegated_personal, &only.application, only.ordered),
        @r#"
    (
        Some(
            "crew",
        ),
        Some(
            [
                [
                    "Boat.Read",
                ],
                [
                    "Boat.Read",
                    "Crew.Read",
                ],
            ],
        ),
        None,
        Some(
            [],
        ),
        true,
    )
    "#
    );
}

#[test]
fn examples_with_a_request() {
    let message = |start: &str, body: &str| {
        let headers = vec![("Prefer".to_owned(), "wind".to_owned())];
        fact(HttpMessage { start: start.to_owned(), headers, body: body.to_owned(), json: None })
    };
    let facts = [
        ExampleFacts {
            name: None,
            request: Some(message("GET /boats", "")),
            line: None,
            target: Some("boats".to_owned()),
            response: Some(message("HTTP/1.1 200 OK", "{}")),
            sent: None,
        },
        ExampleFacts { name: Some("lost".to_owned()), ..ExampleFacts::default() },
    ];
    let found = examples(&page("api/boat-list.md", &[]).0, &facts);
    let only = &found[0];
    assert_eq!(found.len(), 1);
    assert_debug_snapshot!((&only.name, &only.request, &only.headers, &only.response), @r#"
    (
        "Title",
        "GET /boats",
        [
            (
                "Prefer",
                "wind",
            ),
        ],
        Some(
            (
                "HTTP/1.1 200 OK",
                "{}",
            ),
        ),
    )
    "#);
}
