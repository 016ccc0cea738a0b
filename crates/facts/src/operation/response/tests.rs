use insta::assert_snapshot;

use super::super::tests::operation;
use crate::ResponseStatement;

fn shown(statement: &ResponseStatement) -> String {
    let statuses: Vec<String> = statement.statuses.iter().map(u16::to_string).collect();
    let types: Vec<String> = statement
        .mentions
        .iter()
        .map(|mention| match &mention.link {
            Some(link) => format!("{}<{link}>", mention.name),
            None => mention.name.clone(),
        })
        .collect();
    let flags = [
        (statement.collection, "collection"),
        (statement.no_content, "nothing"),
        (statement.stream, "stream"),
    ];
    let flags: Vec<&str> = flags.iter().filter(|(set, _)| *set).map(|(_, flag)| *flag).collect();
    format!("{} [{}] {}", statuses.join("/"), types.join(", "), flags.join(" "))
        .trim_end()
        .to_owned()
}

fn statements(text: &str) -> String {
    let facts = operation(&format!("## Response\n\n{text}"));
    let all: Vec<String> =
        facts.response.statements.iter().map(|fact| shown(&fact.value)).collect();
    all.join("; ")
}

#[test]
fn success_sentences() {
    let boat = "boat<v1.0/resources/boat.md>";
    let cases = [
        (
            "Returns a `200 OK` response code and a [boat](../resources/boat.md) object in the response body.",
            format!("200 [{boat}]"),
        ),
        (
            "Returns `200, OK` and an updated [boat][] resource.\n\n[boat]: ../resources/boat.md",
            format!("200 [{boat}]"),
        ),
        ("Returns ```201 Created``` and a **boat** object.", "201 [boat]".to_owned()),
        ("Returns `200 OK` and an **items** object.", "200 [items]".to_owned()),
        ("Returns `200 OK` and the **items**.", "200 []".to_owned()),
        (
            "Returns 200 OK and a collection of [boat](../resources/boat.md) objects.",
            format!("200 [{boat}] collection"),
        ),
        (
            "Returns `200 OK` and a [boat](../resources/boat.md) collection.",
            format!("200 [{boat}] collection"),
        ),
        (
            "Returns `200 OK` and the requested [boat](../resources/boat.md) objects.",
            format!("200 [{boat}] collection"),
        ),
        ("Returns `200 OK` and an array of boat objects.", "200 [boat] collection".to_owned()),
        (
            "Returns `200 OK` and a list of [boat](../resources/boat.md) items.",
            format!("200 [{boat}] collection"),
        ),
        (
            "Returns `200 OK` and a String collection in the response body.",
            "200 [String] collection".to_owned(),
        ),
        ("Returns `200 OK` and a Boolean in the response body.", "200 [Boolean]".to_owned()),
        ("Returns `200 OK` and a Stream in the response body.", "200 [Stream] stream".to_owned()),
        (
            "Returns `200 OK`. If it floats, a `true` value is returned in the response body.",
            "200 [Boolean]".to_owned(),
        ),
        ("Returns `204 No Content`.", "204 [] nothing".to_owned()),
        (
            "Returns `204 No Content`. It does not return anything in the response body.",
            "204 [] nothing".to_owned(),
        ),
        ("Returns `200 OK` and an empty response body.", "200 [] nothing".to_owned()),
        (
            "Returns a `302 Found` response that redirects to a download URL.",
            "302 [] stream".to_owned(),
        ),
        (
            "Returns `202 Accepted` and a `Location` header with a URI to the [trip](../resources/trip.md).",
            "202 []".to_owned(),
        ),
        (
            "Returns `202 Accepted` and a link to the [trip](../resources/trip.md).",
            "202 []".to_owned(),
        ),
        (
            "Returns `202 Accepted` and a `Location` header. The body of the response contains the [boat](../resources/boat.md).",
            format!("202 [{boat}]"),
        ),
        (
            "Returns `200 OK` and a [boat](../resources/boat.md) or [raft](../resources/raft.md) object in the [port](../resources/port.md).",
            format!("200 [{boat}, raft<v1.0/resources/raft.md>]"),
        ),
        (
            "Returns the list of items in the fleet collection. It is composed of [boat](../resources/boat.md) resources.",
            format!(" [{boat}] collection"),
        ),
        ("Returns an array of boats that sailed.", " [] collection".to_owned()),
        ("Returns a [boat](../resources/boat.md).", format!(" [{boat}]")),
        (
            "Returns a single [boat](../resources/boat.md). The response will be `201 Created` or `200 OK`.",
            format!("201/200 [{boat}]"),
        ),
        (
            "Returns `200 OK` and one of these in the body, of the following:\n\n- [boat](../resources/boat.md) object\n- string (for the name)",
            format!("200 [{boat}, string]"),
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(statements(text).trim(), expected.trim(), "{text}");
    }
}

#[test]
fn a_statement_per_case() {
    assert_snapshot!(statements("
If successful, this method returns a `204 No Content` response code. With `Prefer: return=representation`, it
returns a `200 OK` response code and the updated [boat](../resources/boat.md) object.

Otherwise, it returns a `404 Not Found` response code. Boats that sank give a 410 error.

> This note returns `418 Teapot` and a [teapot](../resources/teapot.md) object.

For details about errors, see [Errors](/graph/errors).
"), @"204 [] nothing; 200 [boat<v1.0/resources/boat.md>]");
}

fn annotations(fragment: &str) -> String {
    let facts = operation(fragment);
    facts.response.annotations.iter().map(|fact| format!("{:?}\n", fact.value)).collect()
}

#[test]
fn response_fences() {
    assert_snapshot!(annotations("
## Example

<!-- { \"blockType\": \"response\", \"truncated\": true, \"@odata.type\": \"Collection(microsoft.graph.boat)\" } -->
```http
HTTP/1.1 200 OK
Content-type: application/json

{
  \"@odata.context\": \"https://graph.microsoft.com/v1.0/$metadata#boats\",
  \"value\": [ { \"@odata.type\": \"#microsoft.graph.raft\", \"id\": \"7\" }, ... ]
}
```

<!-- { \"blockType\": \"response\", \"@odata.type\": \"boat\", isCollection: true } -->
```http
HTTP/1.1 200
```

```http
HTTP 201 Created

{ \"value\": true }
```

```http
HTTP/1.1 200 OK

{ \"@odata.context\": \"https://graph.microsoft.com/v1.0/$metadata#Collection(microsoft.graph.boat)\", \"value\": [] }
```
"), @r#"
    ResponseAnnotation { status: Some(200), odata_type: Some("microsoft.graph.boat"), collection: true, body: Some(JsonBody { value_array: true, value_scalar: None, odata_type: Some("microsoft.graph.raft"), keys: ["value"] }) }
    ResponseAnnotation { status: Some(200), odata_type: Some("boat"), collection: true, body: None }
    ResponseAnnotation { status: Some(201), odata_type: None, collection: false, body: Some(JsonBody { value_array: false, value_scalar: Some("boolean"), odata_type: None, keys: ["value"] }) }
    ResponseAnnotation { status: Some(200), odata_type: None, collection: false, body: Some(JsonBody { value_array: true, value_scalar: None, odata_type: Some("microsoft.graph.boat"), keys: ["value"] }) }
    "#);
}

#[test]
fn what_answers_a_request_to_another_service_is_no_response_of_this_one() {
    let facts = operation(
        "
## HTTP request

```http
POST /boats/{id}/createUploadSession
```

## Response

```http
HTTP/1.1 200 OK

{ \"uploadUrl\": \"https://up.example.com/9\" }
```

## Upload bytes

```http
PUT https://up.example.com/9
```

```http
HTTP/1.1 201 Created

{ \"id\": \"1\" }
```
",
    );
    let statuses: Vec<_> = facts.response.annotations.iter().map(|it| it.value.status).collect();
    assert_eq!(statuses, [Some(200)]);
}

#[test]
fn what_stands_right_before_the_body_is_a_type_wherever_its_page_is() {
    let boat = "Sailing Boat<v1.0/api/boat.md>";
    let cases = [
        (
            "If successful, this method returns 201 - Created response code and [Sailing Boat](boat.md) in the response body.",
            format!("201 [{boat}]"),
        ),
        (
            "If successful, this method returns 200 - OK response code and the updated Boat in the response body.",
            "200 [Boat]".to_owned(),
        ),
        (
            "If successful, this method returns 200 OK. See the [example](boat.md) and the response body.",
            "200 []".to_owned(),
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(statements(text), expected, "{text}");
    }
}

#[test]
fn plain_words_before_the_body_may_name_what_is_in_it() {
    let words = |text: &str| {
        let facts = operation(&format!("## Response\n\n{text}"));
        let words = facts.response.statements.first().and_then(|it| it.value.words.clone());
        words.map_or("-".to_owned(), |it| it.name)
    };
    let cases = [
        ("If successful - 200 OK with list of the boats in the response body.", "boats"),
        ("If the boat exists - 200 OK with skipper in the body.", "skipper"),
        ("Returns 200 OK and a list of harbor logs in the response body.", "harbor logs"),
        ("Returns 200 OK and the updated boat entity in the response body.", "-"),
        ("Returns 200 OK and a [boat](../resources/boat.md) in the response body.", "-"),
        ("Returns 200 OK with everything known about boats so far in the body.", "-"),
        ("Returns 200 OK.", "-"),
    ];
    for (text, name) in cases {
        assert_eq!(words(text), name, "{text}");
    }
}

#[test]
fn a_table_may_tell_what_comes_back_by_its_status() {
    let table = |rows: &str| statements(&format!("|Name|Type|Description|\n|:-|:-|:-|\n{rows}"));
    assert_snapshot!(
        table("|200 OK|[boat](../resources/boat.md) collection|All.|\n|`204` No Content||None.|\n|404 Not Found|error|Why.|\n|Others|error|Why.|\n"),
        @"200 [boat<v1.0/resources/boat.md>] collection; 204 [] nothing"
    );
    assert_snapshot!(table("|400|error|Why.|\n"), @"");
    assert_snapshot!(table("|id|String|The key.|\n"), @"");
}
