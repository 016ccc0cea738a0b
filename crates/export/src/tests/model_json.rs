use diag::{SourceFile, Sources};
use insta::assert_snapshot;
use model::*;
use serde_json::Value;

use super::sample::{self, body, key, name, node, one, operation, property, response, span};
use super::schema::violations;
use crate::{MODEL_SCHEMA, model_json};

fn sources() -> Sources {
    let text = "# Día\nsecond line\n";
    Sources::new(vec![SourceFile { path: "resources/user.md".into(), text: text.into() }])
}

fn document(api: &Api) -> Value {
    serde_json::from_str(&model_json(api, &sources())).unwrap()
}

/// The sample with every kind of segment, body, response and optional member in it.
fn full() -> Api {
    let mut api = sample::api();
    let string = || one(ItemType::Scalar(Scalar::String));
    let parameter = Parameter {
        wire_name: "If-Match".into(),
        rust_name: "if_match".into(),
        ty: string(),
        required: true,
        docs: Docs { text: text::DocText::plain("The etag."), ..Docs::default() },
        span: span(3),
        rule: "headers-table",
    };
    let example = Example {
        name: "one".into(),
        request: "GET /users".into(),
        headers: vec![("Accept".into(), "text/plain".into())],
        body: "{}".into(),
        sent: None,
        response: Some(("HTTP/1.1 200 OK".into(), "{}".into())),
        answered: None,
        span: span(3),
        rule: "examples",
    };
    let contents = [
        BodyContent::Parameters {
            rust_name: "CallBody".into(),
            fields: vec![property("x", "sample.user", string())],
        },
        BodyContent::Reference,
        BodyContent::Binary("image/png".into()),
        BodyContent::Untyped,
    ];
    let responses = [
        ResponseContent::Stream,
        ResponseContent::Untyped,
        ResponseContent::Empty,
        ResponseContent::Empty,
    ];
    for (content, held) in contents.into_iter().zip(responses) {
        api.operations.push(Operation {
            body: body(content),
            response: response(&[200], held),
            query: vec![parameter.clone()],
            headers: vec![parameter.clone()],
            examples: vec![example.clone()],
            clouds: vec!["Global".into()],
            eventual: Some(Eventual::default()),
            preview: true,
            query_options: Some(Vec::new()),
            deprecated: Some(text::Notice::plain("Gone soon.")),
            ..operation(Method::Post, OperationKind::Action, 4, "/users/{user-id}")
        });
    }
    let fixed = PathParameter { fixed: Some("D7".into()), quoted: true, ..key("period") };
    let function = PathSegment::Function { name: "delta".into(), parameters: vec![fixed] };
    api.nodes.push(node(Some(0), PathSegment::KeyPredicate(vec![key("code")]), "by_code"));
    api.nodes.push(node(Some(2), PathSegment::ItemPath(key("path")), "by_path"));
    api.nodes.push(node(Some(3), function, "delta"));
    api.operations[0].routes[0].query = Some("$top=1".into());
    api.operations[0].routes[0].further_queries = vec!["$top=2".into()];
    api.structs[1].polymorphic = Some(Polymorphic {
        rust_name: "AnyThing".into(),
        variants: vec![("User".into(), name("sample.user"))],
    });
    api.structs[2].fields[1].query.filter =
        Some(Fact { value: vec!["eq".into()], span: span(7), rule: "notes" });
    api
}

#[test]
fn a_property_says_where_each_fact_stands() {
    assert_snapshot!(format!("{:#}", document(&full())["types"][2]["properties"][0]), @r#"
    {
      "name": "day",
      "rustName": "day",
      "kind": "structural",
      "type": {
        "value": {
          "of": "enum",
          "name": "sample.day"
        },
        "at": {
          "page": "resources/user.md",
          "line": 1,
          "column": 1,
          "rule": "properties-table"
        }
      },
      "required": {
        "value": true,
        "at": {
          "page": "resources/user.md",
          "line": 1,
          "column": 1,
          "rule": "properties-table"
        }
      },
      "access": {
        "value": "writable",
        "at": {
          "page": "resources/user.md",
          "line": 1,
          "column": 1,
          "rule": "properties-table"
        }
      },
      "query": {
        "filter": {
          "value": [
            "eq"
          ],
          "at": {
            "page": "resources/user.md",
            "line": 2,
            "column": 1,
            "rule": "notes"
          }
        },
        "operators": "Eq"
      },
      "default": {
        "value": "monday",
        "at": {
          "page": "resources/user.md",
          "line": 1,
          "column": 1,
          "rule": "properties-table"
        }
      },
      "at": {
        "page": "resources/user.md",
        "line": 1,
        "column": 1,
        "rule": "properties-table"
      }
    }
    "#);
}

#[test]
fn an_operation_shows_its_segments() {
    assert_snapshot!(format!("{:#}", document(&full())["operations"][3]["routes"]), @r#"
    [
      {
        "template": "/users/{user-id}",
        "segments": [
          {
            "literal": "users",
            "accessor": "users",
            "addresses": {
              "role": "inferred",
              "type": {
                "of": "struct",
                "name": "sample.user",
                "collection": true
              }
            }
          },
          {
            "keyPredicate": [
              {
                "name": "code",
                "rustName": "id",
                "type": "Edm.String"
              }
            ],
            "accessor": "by_code",
            "addresses": {
              "role": "inferred"
            }
          },
          {
            "itemPath": {
              "name": "path",
              "rustName": "id",
              "type": "Edm.String"
            },
            "accessor": "by_path",
            "addresses": {
              "role": "inferred"
            }
          },
          {
            "function": "delta",
            "parameters": [
              {
                "name": "period",
                "rustName": "id",
                "type": "Edm.String",
                "quoted": true,
                "fixed": "D7"
              }
            ],
            "accessor": "delta",
            "addresses": {
              "role": "inferred"
            }
          }
        ],
        "at": {
          "page": "resources/user.md",
          "line": 1,
          "column": 1,
          "rule": "request-line"
        }
      }
    ]
    "#);
}

#[test]
fn the_document_keeps_its_schema() {
    let schema: Value = serde_json::from_str(MODEL_SCHEMA).unwrap();
    assert_eq!(violations(&schema, &document(&sample::api())), [""; 0]);
    assert_eq!(violations(&schema, &document(&full())), [""; 0]);
}

#[test]
fn the_schema_refuses_what_it_does_not_describe() {
    let schema: Value = serde_json::from_str(MODEL_SCHEMA).unwrap();
    let mut broken = document(&full());
    broken["types"][0]["colour"] = "blue".into();
    broken["enums"][0]["name"] = 7.into();
    broken["operations"][0]["method"] = "GET".into();
    broken["operations"][1].as_object_mut().unwrap().remove("response");
    broken["operations"][2]["routes"][0]["segments"][0] = serde_json::json!({"accessor": "x"});
    assert_snapshot!(violations(&schema, &broken).join("\n"), @"
    /types/0: has colour
    /enums/0/name: is not of type string
    /operations/0/method: is not among the values
    /operations/1: lacks response
    /operations/2/routes/0/segments/0: is none of the choices
    ");
}
