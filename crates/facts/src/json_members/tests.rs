use crate::testing::{about, diagnostics, json_member};

fn members(json: &str) -> Vec<String> {
    let page = format!("# pen resource type\n\n## JSON representation\n\n```json\n{json}\n```\n");
    about(&page).types[0].json.iter().map(json_member).collect()
}

#[test]
fn values_hint_at_types() {
    insta::assert_snapshot!(members(
        r##"{
  "@odata.type": "#microsoft.graph.pen",
  "id": "String (identifier)",
  "made": "String (timestamp)",
  "length": 14,
  "full": true,
  "ink": { "@odata.type": "#microsoft.graph.ink" },
  "caps": [ { "@odata.type": "microsoft.graph.cap" } ],
  "tags": [ "String" ],
  "owners@odata.bind": [ "String" ],
  "kind": "thin | thick",
  "case": null,
  /* from the desk */
  'drawer': { "name": "String" }
  "last": "String",
"##
    ).join("\n"), @"
    id: String (identifier)
    made: String (timestamp)
    length: 14
    full: Boolean
    ink: microsoft.graph.ink
    caps: microsoft.graph.cap[]
    tags: String[]
    kind: thin | thick
    case: ?
    drawer: ?
    last: String
    ");
}

#[test]
fn json_that_had_to_be_repaired_is_reported() {
    let page = "# pen resource type\n\n## JSON representation\n\n```json\n{\n  \"id\": \"String\"\n  \"cap\": true\n}\n```\n";
    insta::assert_snapshot!(diagnostics(page), @r#"
    note[AM0207 json-representation]: the JSON representation is not valid JSON
     --> v1.0/resources/pen.md:8:3
      |
    8 |   "cap": true
      |   ^ a comma is missing
      |
      = help: its members were read all the same
    "#);
}
