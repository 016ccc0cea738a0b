use insta::assert_snapshot;

use super::super::tests::{diagnostics, operation};

fn statement(text: &str) -> String {
    let facts = operation(&format!("## Request body\n\n{text}"));
    match facts.body.statement {
        Some(fact) => {
            let shown = format!("{:?}", fact.value);
            shown.replace("Mention { name: ", "").replace(" }", "")
        }
        None => "-".to_owned(),
    }
}

#[test]
fn statements() {
    let boat = "Representation([\"boat\", link: Some(\"v1.0/resources/boat.md\")])";
    let cases = [
        ("Do not supply a request body for this method.", "None"),
        ("Don't supply a request body.", "None"),
        ("No request body is required.", "None"),
        (
            "No request body is required. However, you can specify properties in the request body.",
            "Other",
        ),
        ("This call has no request content.", "None"),
        ("None.", "None"),
        ("Sending a body is not needed, so specifying a request body is not necessary.", "None"),
        ("Supply a JSON representation of a [boat](../resources/boat.md) object.", boat),
        ("Provide the new [boat](../resources/boat.md) in the request body.", boat),
        ("A [boat](../resources/boat.md).", boat),
        (
            "Supply a JSON representation for the boat object.",
            "Representation([\"boat\", link: None])",
        ),
        ("Provide a JSON object with the following parameters.", "Parameters"),
        ("Supply JSON representation of the parameters.", "Parameters"),
        (
            "Supply the values for relevant fields that should be updated. For best speed, don't include values that are the same.",
            "RelevantFields",
        ),
        ("Send the binary stream of the picture as `image/jpeg`.", "Binary(Some(\"image/jpeg\"))"),
        ("Supply the id of a harbour in the request body.", "Other"),
        ("Supply a reference to a [boat](../resources/boat.md) object as `@odata.id`.", "Other"),
        ("Properties that are not included in the request body keep their values.", "-"),
        (
            "This method does not require a request body. However, you can send MIME content in the request body.",
            "None",
        ),
        ("", "-"),
    ];
    for (text, expected) in cases {
        assert_eq!(statement(text), expected, "{text}");
    }
}

fn members(fragment: &str) -> String {
    let facts = operation(&format!("## Request body\n\n{fragment}"));
    let mut out = String::new();
    for member in &facts.body.properties {
        let ty = member.ty.as_ref().map_or("-", |ty| ty.value.text.as_str());
        let notes: Vec<_> = member.notes.iter().map(|note| &note.value).collect();
        out += &format!("{}: {ty} {notes:?}\n", member.name.value);
    }
    for member in &facts.body.json {
        out += &format!("json {}: {:?}\n", member.name.value, member.ty);
    }
    out
}

#[test]
fn tables_and_sketches() {
    assert_snapshot!(members("
| Property | Type | Required (Y/N) | Description |
|:--|:--|:--|:--|
| name | String | Y | The name. |
| crew | [sailor](../resources/sailor.md) collection | N | Who sails. |

| Name | Value | Description |
|:--|:--|:--|
| flag | String | Its colour. |

| Member | Description |
|:--|:--|
| red | Not a member of the body. |

```json
{ \"name\": \"String\", \"knots\": 7 }
```
"), @r#"
    name: String [Required]
    crew: sailor collection [Optional]
    flag: String []
    json name: Some("String")
    json knots: Some("7")
    "#);
}

#[test]
fn a_refusal_beside_a_table_is_reported() {
    assert_snapshot!(diagnostics("
## Request body

Do not supply a request body for this method.

|Property|Type|Description|
|:--|:--|:--|
|name|String|The name.|
"), @"
    warning[AM0304 body-conflict]: the page sends no body, yet lists `name` for it
      --> v1.0/api/boat-get.md:11:1
       |
    11 | Do not supply a request body for this method.
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: remove the sentence, or the table
    ");
}

#[test]
fn a_table_of_parameters_lists_what_is_sent_where_each_request_has_a_body() {
    let page = |line: &str| {
        let table =
            "## Parameters\n\n|Parameter|Type|Description|\n|:--|:--|:--|\n|item|boat|Data.|\n";
        let facts = operation(&format!("## HTTP request\n\n```http\n{line}\n```\n\n{table}"));
        (facts.body.properties.len(), facts.parameters.len())
    };
    assert_eq!(page("POST /boats/{id}/createUploadSession"), (1, 0));
    assert_eq!(page("GET /boats/{id}/sessions"), (0, 1));
    assert_eq!(page("POST /boats/{id}/moor?item={item}"), (0, 1));
}
