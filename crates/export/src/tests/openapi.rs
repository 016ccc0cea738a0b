use insta::assert_snapshot;
use model::*;
use serde_json::Value;

use super::sample::{self, body, key, name, node, one, operation, response};
use crate::openapi;

/// The part of the document that a JSON pointer leads to.
fn part(api: &Api, pointer: &str) -> String {
    let document: Value = serde_json::from_str(&openapi(api)).unwrap();
    format!("{:#}", document.pointer(pointer).unwrap_or(&Value::Null))
}

/// An API of these nodes and operations.
fn paths(nodes: Vec<PathNode>, operations: Vec<Operation>) -> Api {
    Api { nodes, operations, ..sample::api() }
}

/// The operation's templates, one a line.
fn templates(api: &Api) -> String {
    let document: Value = serde_json::from_str(&openapi(api)).unwrap();
    let paths: Vec<&String> = document["paths"].as_object().unwrap().keys().collect();
    paths.into_iter().map(|path| format!("{path}\n")).collect()
}

#[test]
fn the_document_has_its_head() {
    assert_snapshot!(part(&sample::api(), "/info"), @r#"
    {
      "title": "service.example",
      "version": "v1.0"
    }
    "#);
    assert_snapshot!(part(&sample::api(), "/servers"), @r#"
    [
      {
        "url": "https://service.example/v1.0"
      }
    ]
    "#);
}

#[test]
fn a_list_has_query_options_a_page_and_permissions() {
    assert_snapshot!(part(&sample::api(), "/paths/~1users/get"), @r##"
    {
      "operationId": "users.list",
      "summary": "List at /users",
      "tags": [
        "users"
      ],
      "parameters": [
        {
          "name": "$select",
          "in": "query",
          "explode": false,
          "schema": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        },
        {
          "name": "$top",
          "in": "query",
          "schema": {
            "type": "integer",
            "minimum": 0
          }
        }
      ],
      "responses": {
        "200": {
          "description": "OK",
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "properties": {
                  "value": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/sample.user"
                    }
                  },
                  "@odata.nextLink": {
                    "type": "string",
                    "format": "uri-reference"
                  }
                }
              }
            }
          }
        }
      },
      "x-operation-kind": "list",
      "x-ms-permissions": [
        {
          "delegatedWork": [
            [
              "User.Read.All"
            ]
          ],
          "delegatedPersonal": [],
          "ordered": true
        }
      ],
      "x-documented-in": [
        "api/page.md"
      ]
    }
    "##);
}

#[test]
fn a_create_has_a_body_and_an_object() {
    assert_snapshot!(part(&sample::api(), "/paths/~1users/post/requestBody"), @r##"
    {
      "required": true,
      "content": {
        "application/json": {
          "schema": {
            "$ref": "#/components/schemas/sample.user"
          }
        }
      }
    }
    "##);
    assert_snapshot!(part(&sample::api(), "/paths/~1users/post/responses"), @r##"
    {
      "201": {
        "description": "Created",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/sample.user"
            }
          }
        }
      }
    }
    "##);
}

#[test]
fn an_update_has_a_path_parameter_and_no_content() {
    assert_snapshot!(part(&sample::api(), "/paths/~1users~1{user-id}"), @r##"
    {
      "parameters": [
        {
          "name": "user-id",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string"
          }
        }
      ],
      "patch": {
        "operationId": "users.by_id.update",
        "summary": "Update at /users/{user-id}",
        "tags": [
          "users"
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/sample.user"
              }
            }
          }
        },
        "responses": {
          "204": {
            "description": "No Content"
          }
        },
        "x-operation-kind": "update",
        "x-documented-in": [
          "api/page.md"
        ]
      }
    }
    "##);
}

#[test]
fn schemas_are_keyed_by_qualified_name() {
    assert_snapshot!(part(&sample::api(), "/components/schemas"));
}

#[test]
fn segments_keep_their_form() {
    let literal = |text: &str| PathSegment::Literal(text.into());
    let period = PathParameter { quoted: true, ..key("period") };
    let fixed = PathParameter { fixed: Some("D7".into()), ..period.clone() };
    let call =
        |parameter| PathSegment::Function { name: "usage".into(), parameters: vec![parameter] };
    let nodes = vec![
        node(None, literal("drive"), "drive"),
        node(Some(0), PathSegment::ItemPath(key("item-path")), "by_path"),
        node(Some(1), literal("content"), "content"),
        node(
            Some(0),
            PathSegment::KeyPredicate(vec![PathParameter { quoted: true, ..key("name") }]),
            "by_name",
        ),
        node(Some(0), call(period), "usage"),
        node(Some(0), call(fixed), "usage_d7"),
        node(Some(0), PathSegment::Key(key("id")), "by_id"),
        node(Some(6), PathSegment::Key(key("id")), "by_id"),
        node(
            Some(0),
            PathSegment::Key(PathParameter { prefix: "code=".into(), ..key("code") }),
            "by_code",
        ),
        node(Some(0), PathSegment::Function { name: "delta".into(), parameters: vec![] }, "delta"),
    ];
    let operations = (0..nodes.len())
        .map(|index| operation(Method::Get, OperationKind::Get, index, "/drive"))
        .collect();
    assert_snapshot!(templates(&paths(nodes, operations)), @"
    /drive
    /drive(name='{name}')
    /drive/code={code}
    /drive/delta()
    /drive/usage(period='D7')
    /drive/usage(period='{period}')
    /drive/{id}
    /drive/{id}/{id-2}
    /drive:/{item-path}
    /drive:/{item-path}:/content
    ");
}

#[test]
fn operations_told_apart_by_their_query_share_a_path() {
    let nodes = vec![node(None, PathSegment::Literal("items".into()), "items")];
    let mut queried = operation(Method::Get, OperationKind::List, 0, "/items");
    queried.routes[0].query = Some("$filter=id eq '{id}'".into());
    let plain = operation(Method::Get, OperationKind::Get, 0, "/items");
    assert_snapshot!(part(&paths(nodes, vec![queried, plain]), "/paths/~1items/get"), @r#"
    {
      "operationId": "items.get",
      "summary": "Get at /items",
      "tags": [
        "items"
      ],
      "responses": {
        "2XX": {
          "description": "Success"
        }
      },
      "x-operation-kind": "get",
      "x-documented-in": [
        "api/page.md"
      ],
      "x-alternatives": [
        {
          "summary": "List at /items",
          "x-documented-query": "$filter=id eq '{id}'",
          "responses": {
            "2XX": {
              "description": "Success"
            }
          },
          "x-operation-kind": "list",
          "x-documented-in": [
            "api/page.md"
          ]
        }
      ]
    }
    "#);
}

#[test]
fn bodies_and_responses_by_content() {
    let user = || ItemType::Struct(name("sample.user"));
    let field = sample::property("count", "sample.user", one(ItemType::Scalar(Scalar::Int32)));
    let bodies = [
        BodyContent::Parameters { rust_name: "Call".into(), fields: vec![field] },
        BodyContent::Reference,
        BodyContent::Binary("image/jpeg".into()),
        BodyContent::Untyped,
    ];
    let responses = [
        response(&[302], ResponseContent::Stream),
        response(&[200, 204], ResponseContent::Value(user())),
        response(&[], ResponseContent::Wrapped(ItemType::Scalar(Scalar::Boolean))),
        response(&[202], ResponseContent::Untyped),
    ];
    let text: String = bodies
        .into_iter()
        .zip(responses)
        .map(|(content, response)| {
            let nodes = vec![node(None, PathSegment::Literal("items".into()), "items")];
            let body = body(content);
            let call = operation(Method::Post, OperationKind::Action, 0, "/items");
            let api = paths(nodes, vec![Operation { body, response, ..call }]);
            let document: Value = serde_json::from_str(&openapi(&api)).unwrap();
            let call = &document["paths"]["/items"]["post"];
            format!("{}\n  -> {}\n", call["requestBody"]["content"], call["responses"])
        })
        .collect();
    assert_snapshot!(text, @r##"
    {"application/json":{"schema":{"type":"object","properties":{"count":{"type":["integer","null"],"format":"int32"}}}}}
      -> {"302":{"description":"Found","headers":{"Location":{"schema":{"type":"string","format":"uri-reference"}}}},"2XX":{"description":"Success","content":{"application/octet-stream":{"schema":{"type":"string","format":"binary"}}}}}
    {"application/json":{"schema":{"type":"object","properties":{"@odata.id":{"type":"string","format":"uri-reference"}},"required":["@odata.id"]}}}
      -> {"200":{"description":"OK","content":{"application/json":{"schema":{"$ref":"#/components/schemas/sample.user"}}}},"204":{"description":"No Content"}}
    {"image/jpeg":{"schema":{"type":"string","format":"binary"}}}
      -> {"2XX":{"description":"Success","content":{"application/json":{"schema":{"type":"object","properties":{"value":{"type":"boolean"}}}}}}}
    {"application/json":{"schema":{}}}
      -> {"202":{"description":"Accepted","content":{"application/json":{"schema":{}}}}}
    "##);
}

/// The sample in which `sample.thing` is told apart from `sample.user` and from another concrete type.
fn polymorphic() -> Api {
    let mut api = sample::api();
    let thing = &mut api.structs[1];
    thing.is_abstract = false;
    thing.polymorphic = Some(Polymorphic {
        rust_name: "AnyThing".into(),
        variants: vec![
            ("Thing".into(), name("sample.thing")),
            ("User".into(), name("sample.user")),
        ],
    });
    api
}

#[test]
fn a_value_of_several_types_is_one_of_them() {
    assert_snapshot!(part(&polymorphic(), "/components/schemas/sample.AnyThing"), @r##"
    {
      "oneOf": [
        {
          "allOf": [
            {
              "$ref": "#/components/schemas/sample.thing"
            },
            {
              "properties": {
                "@odata.type": {
                  "not": {
                    "enum": [
                      "#sample.user"
                    ]
                  }
                }
              }
            }
          ]
        },
        {
          "allOf": [
            {
              "$ref": "#/components/schemas/sample.user"
            },
            {
              "properties": {
                "@odata.type": {
                  "const": "#sample.user"
                }
              },
              "required": [
                "@odata.type"
              ]
            }
          ]
        }
      ]
    }
    "##);
    assert_snapshot!(part(&polymorphic(), "/components/schemas/sample.user/allOf/1/properties/manager"), @r##"
    {
      "anyOf": [
        {
          "$ref": "#/components/schemas/sample.AnyThing"
        },
        {
          "type": "null"
        }
      ],
      "x-ms-navigationProperty": true
    }
    "##);
    assert_snapshot!(part(&polymorphic(), "/components/schemas/sample.user/allOf/0"), @r##"
    {
      "$ref": "#/components/schemas/sample.thing"
    }
    "##);
}

#[test]
fn a_value_may_be_null_unless_the_docs_rule_it_out() {
    let text = || one(ItemType::Scalar(Scalar::String));
    let property = |wire_name, ty| sample::property(wire_name, "sample.store.term", ty);
    let stated = |value| Some(sample::sourced(value));
    let mut api = sample::api();
    api.structs[0].keys = vec!["id".into()];
    api.structs[0].fields = vec![
        property("id", text()),
        property("unstated", text()),
        Property { nullable: stated(false), ..property("never", text()) },
        property("texts", sample::many(ItemType::Scalar(Scalar::String))),
        property("day", one(ItemType::Enum(name("sample.day")))),
    ];
    let document: Value = serde_json::from_str(&openapi(&api)).unwrap();
    let properties = document["components"]["schemas"]["sample.store.term"]["properties"].clone();
    let lines: String =
        properties.as_object().unwrap().iter().map(|it| format!("{}: {}\n", it.0, it.1)).collect();
    assert_snapshot!(lines, @r##"
    id: {"type":"string"}
    unstated: {"type":["string","null"]}
    never: {"type":"string"}
    texts: {"type":"array","items":{"type":"string"}}
    day: {"anyOf":[{"$ref":"#/components/schemas/sample.day"},{"type":"null"}]}
    "##);
}

#[test]
fn a_delta_has_a_link_and_a_header_that_is_only_shown_is_a_parameter() {
    let nodes = vec![node(None, PathSegment::Literal("delta".into()), "delta")];
    let delta = Operation {
        eventual: Some(model::Eventual::default()),
        response: response(&[200], ResponseContent::Collection(ItemType::Scalar(Scalar::String))),
        ..operation(Method::Get, OperationKind::Delta, 0, "/delta")
    };
    let api = paths(nodes, vec![delta]);
    assert_snapshot!(part(&api, "/paths/~1delta/get/responses/200/content"), @r#"
    {
      "application/json": {
        "schema": {
          "type": "object",
          "properties": {
            "value": {
              "type": "array",
              "items": {
                "type": "string"
              }
            },
            "@odata.nextLink": {
              "type": "string",
              "format": "uri-reference"
            },
            "@odata.deltaLink": {
              "type": "string",
              "format": "uri-reference"
            }
          }
        }
      }
    }
    "#);
    assert_snapshot!(part(&api, "/paths/~1delta/get/parameters"), @r#"
    [
      {
        "name": "ConsistencyLevel",
        "in": "header",
        "schema": {
          "type": "string"
        }
      }
    ]
    "#);
}

#[test]
fn a_constant_is_the_only_value_of_its_parameter() {
    let parameter = |name: &str, scalar: Scalar, collection: bool, value: &str| Parameter {
        wire_name: name.to_owned(),
        rust_name: name.to_owned(),
        ty: ValueType { item: ItemType::Scalar(scalar), collection },
        required: false,
        constant: Some(value.to_owned()),
        docs: Docs::default(),
        span: sample::span(1),
        rule: "request-blocks",
    };
    let query = vec![
        parameter("version", Scalar::String, false, "1.0"),
        parameter("size", Scalar::Int32, false, "5"),
        parameter("odd", Scalar::Int32, false, "007"),
        parameter("day", Scalar::Date, false, "20240501"),
        parameter("kinds", Scalar::String, true, "a"),
    ];
    let nodes = vec![node(None, PathSegment::Literal("boats".into()), "boats")];
    let list = Operation { query, ..operation(Method::Get, OperationKind::List, 0, "/boats") };
    let document: Value = serde_json::from_str(&openapi(&paths(nodes, vec![list]))).unwrap();
    let parameters = document.pointer("/paths/~1boats/get/parameters").unwrap().as_array().unwrap();
    let shown =
        parameters.iter().map(|it| format!("{} {} {}\n", it["name"], it["required"], it["schema"]));
    assert_snapshot!(shown.collect::<String>(), @r#"
    "version" true {"type":"string","const":"1.0"}
    "size" true {"type":"integer","format":"int32","const":5}
    "odd" true {"type":"integer","format":"int32"}
    "day" true {"type":"string","format":"date","const":"20240501"}
    "kinds" true {"type":"array","items":{"type":"string"}}
    "#);
}

#[test]
fn the_length_of_a_text_is_stated() {
    let mut api = sample::api();
    for field in &mut api.structs.iter_mut().flat_map(|item| &mut item.fields) {
        field.max_length = Some(sample::sourced(20));
    }
    let schemas = part(&api, "/components/schemas");
    assert!(schemas.contains("\"maxLength\": 20"), "{schemas}");
}

#[test]
fn pages_that_speak_for_no_operation_stand_at_those_that_they_document() {
    let mut api = sample::api();
    let first = &api.operations[0];
    let page = FurtherPage {
        page: "api/other.md".into(),
        title: "Other".into(),
        constant: "OTHER".into(),
        operations: vec![first.constant.clone()],
        statuses: Vec::new(),
        permissions: first.permissions.clone(),
        examples: Vec::new(),
        docs: Docs::default(),
        deprecated: None,
        clouds: Vec::new(),
        eventual: None,
        preview: false,
        gate: Gate::default(),
        file: first.file.clone(),
        span: first.span,
    };
    api.further = vec![page];
    let document: Value = serde_json::from_str(&openapi(&api)).unwrap();
    let text = document["paths"].to_string();
    assert_eq!(text.matches("\"page\":\"api/other.md\"").count(), api.operations[0].routes.len());
}

#[test]
fn answers_of_other_forms_stand_at_their_statuses() {
    let mut api = sample::api();
    let operation = &mut api.operations[0];
    operation.response.statuses = vec![200, 302];
    operation.response.content = ResponseContent::Stream;
    operation.response.alternatives = vec![Alternative {
        statuses: vec![200],
        content: ResponseContent::Untyped,
        span: operation.span,
        rule: "by-hand",
    }];
    let document: Value = serde_json::from_str(&openapi(&api)).unwrap();
    let pointer = "/responses/200/content";
    let methods = document["paths"].as_object().unwrap().values().flat_map(|path| {
        path.as_object().unwrap().values().filter_map(|method| method.pointer(pointer))
    });
    let media: Vec<String> =
        methods.filter_map(|it| it.as_object()?.keys().next().cloned()).collect();
    assert!(media.contains(&"application/json".to_owned()), "{media:?}");
    operation_with_bytes_alone(&mut api);
    let bytes = openapi(&api);
    assert!(bytes.contains("application/octet-stream"), "{bytes}");
}

/// Both forms come with one status.
fn operation_with_bytes_alone(api: &mut Api) {
    api.operations[0].response.statuses = vec![200];
}
