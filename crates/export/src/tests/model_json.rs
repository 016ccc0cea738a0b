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
        constant: None,
        docs: Docs { text: text::DocText::plain("The etag."), ..Docs::default() },
        span: span(3),
        rule: "headers-table",
    };
    let example = Example {
        name: "one".into(),
        request: "GET /users".into(),
        target: Some("users".into()),
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
    let operators = vec!["eq".to_owned()];
    let query = &mut api.structs[2].fields[1].query;
    query.operators = OperatorSet::new(&operators, false);
    query.filter = Some(Fact { value: operators, span: span(7), rule: "notes" });
    api
}

#[test]
fn a_property_says_where_each_fact_stands() {
    assert_snapshot!(format!("{:#}", document(&full())["types"][2]["properties"][1]), @r#"
    {
      "name": "day",
      "rustName": "day",
      "declaredIn": "sample.user",
      "type": {
        "value": {
          "of": "enum",
          "name": "sample.day",
          "collection": false
        },
        "at": {
          "page": "resources/user.md",
          "line": 1,
          "column": 1
        },
        "rule": "properties-table"
      },
      "kind": "structural",
      "boxed": false,
      "required": {
        "value": true,
        "at": {
          "page": "resources/user.md",
          "line": 1,
          "column": 1
        },
        "rule": "properties-table"
      },
      "access": {
        "value": "writable",
        "at": {
          "page": "resources/user.md",
          "line": 1,
          "column": 1
        },
        "rule": "properties-table"
      },
      "query": {
        "filter": {
          "value": [
            "eq"
          ],
          "at": {
            "page": "resources/user.md",
            "line": 2,
            "column": 1
          },
          "rule": "notes"
        },
        "operators": [
          "eq"
        ]
      },
      "default": {
        "value": "monday",
        "at": {
          "page": "resources/user.md",
          "line": 1,
          "column": 1
        },
        "rule": "properties-table"
      },
      "values": [],
      "docs": {
        "text": ""
      },
      "at": {
        "page": "resources/user.md",
        "line": 1,
        "column": 1
      },
      "rule": "properties-table"
    }
    "#);
}

#[test]
fn a_route_leads_to_a_node_of_the_tree() {
    let document = document(&full());
    assert_eq!(document["operations"][3]["routes"][0]["node"], 4);
    assert_snapshot!(format!("{:#}", document["nodes"][4]), @r#"
    {
      "parent": 3,
      "segment": {
        "function": {
          "name": "delta",
          "parameters": [
            {
              "name": "period",
              "rustName": "id",
              "type": "Edm.String",
              "quoted": true,
              "prefix": "",
              "alternatives": [],
              "fixed": "D7"
            }
          ]
        }
      },
      "template": "",
      "rustName": "",
      "accessor": "delta",
      "addresses": {
        "role": "inferred"
      },
      "file": [],
      "features": []
    }
    "#);
}

#[test]
fn the_document_keeps_its_schema() {
    let schema: Value = serde_json::from_str(MODEL_SCHEMA).unwrap();
    assert_eq!(violations(&schema, &document(&sample::api())), [""; 0]);
    assert_eq!(violations(&schema, &document(&full())), [""; 0]);
}

/// `INSTA_UPDATE=always cargo test -p apimark-export --features schema` writes it.
#[cfg(feature = "schema")]
#[test]
fn the_schema_is_that_of_the_types() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/model.schema.json");
    if std::env::var("INSTA_UPDATE").is_ok_and(|it| it == "always") {
        std::fs::write(path, crate::model_schema()).unwrap();
    }
    assert!(
        std::fs::read_to_string(path).unwrap() == crate::model_schema(),
        "out of date: see above"
    );
}

#[test]
fn a_place_of_no_page_is_null() {
    let mut api = sample::api();
    api.structs[0].span.page = diag::PageId(7);
    assert_eq!(document(&api)["types"][0]["at"], Value::Null);
}

#[test]
fn the_schema_refuses_what_it_does_not_describe() {
    let schema: Value = serde_json::from_str(MODEL_SCHEMA).unwrap();
    let mut broken = document(&full());
    broken["enums"][0]["name"] = 7.into();
    broken["operations"][0]["method"] = "GET".into();
    broken["operations"][1].as_object_mut().unwrap().remove("response");
    broken["nodes"][0]["segment"] = serde_json::json!({"x": "users"});
    assert_snapshot!(violations(&schema, &broken).join("\n"), @"
    /enums/0/name: is not of type string
    /nodes/0/segment: is none of the choices
    /operations/0/method: is not among the values
    /operations/1: lacks response
    ");
}
