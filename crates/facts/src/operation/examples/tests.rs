use insta::assert_snapshot;

use super::super::tests::{diagnostics, operation};

fn examples(fragment: &str) -> String {
    let mut out = String::new();
    for example in operation(fragment).examples {
        out += &format!("{}\n", example.name.as_deref().unwrap_or("-"));
        for message in [example.request, example.response].into_iter().flatten() {
            out += &format!(
                "  {} {:?} {:?}\n",
                message.value.start, message.value.headers, message.value.body
            );
        }
        if let Some(sent) = example.sent {
            out += &format!("  sends {}\n", sent.keys.join(" "));
        }
    }
    out
}

#[test]
fn requests_and_responses_pair_up() {
    assert_snapshot!(examples("
## Examples

### Example 1: Get a boat

#### Request

# [HTTP](#tab/http)
<!-- { \"blockType\": \"request\", \"name\": \"get_boat\" } -->
```msgraph-interactive
GET https://graph.microsoft.com/v1.0/boats/7
```
# [C#](#tab/csharp)
```csharp
var boat = await client.Boats[\"7\"].GetAsync();
```
---

#### Response

<!-- { \"blockType\": \"response\", \"@odata.type\": \"microsoft.graph.boat\" } -->
```http
HTTP/1.1 200 OK
Content-type: application/json

{ \"id\": \"7\" }
```

### Example 2: Get no boat

#### Request

```http
GET https://graph.microsoft.com/v1.0/boats/8
```

#### Response

```http
HTTP/1.1 404 Not Found
```
"), @r#"
    get_boat
      GET https://graph.microsoft.com/v1.0/boats/7 [] ""
      HTTP/1.1 200 OK [("Content-type", "application/json")] "{ \"id\": \"7\" }"
    Example 2: Get no boat
      GET https://graph.microsoft.com/v1.0/boats/8 [] ""
      HTTP/1.1 404 Not Found [] ""
    "#);
}

#[test]
fn a_body_may_stand_in_a_fence_of_its_own() {
    assert_snapshot!(examples("
## Example

###### Request

```http
POST https://graph.microsoft.com/v1.0/boats
Content-Type: application/json
```

```json
{ \"name\": \"Nele\" }
```

###### Response

```http
HTTP/1.1 201
```
"), @r#"
    -
      POST https://graph.microsoft.com/v1.0/boats [("Content-Type", "application/json")] "{ \"name\": \"Nele\" }"
      HTTP/1.1 201 [] ""
      sends name
    "#);
}

#[test]
fn broken_json_is_reported() {
    assert_snapshot!(diagnostics("
## Example

```http
HTTP/1.1 200 OK

{
  \"id\": 7,
  \"launched\": 2014-01-01T00:00:00Z
}
```

```http
HTTP/1.1 200 OK

{ \"id\": 7, \"name\": \"String (timestamp)\" }
```

```http
HTTP/1.1 200 OK

{ \"id\": 7, ... }
```

```http
HTTP/1.1 200 OK

{ \"id\": 7, }
```
"), @r#"
    warning[AM0311 example-json]: the example is not valid JSON
      --> v1.0/api/boat-get.md:16:1
       |
    16 |   "launched": 2014-01-01T00:00:00Z
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expected `,` or `}`
       |
       = help: the example was kept as it is written
    note[AM0312 example-json-cut]: the example is not valid JSON
      --> v1.0/api/boat-get.md:29:1
       |
    29 | { "id": 7, ... }
       | ^^^^^^^^^^^^^^^^ key must be a string
       |
       = help: the example was kept as it is written
    note[AM0312 example-json-cut]: the example is not valid JSON
      --> v1.0/api/boat-get.md:35:1
       |
    35 | { "id": 7, }
       | ^^^^^^^^^^^^ there is a comma or nothing before this bracket
       |
       = help: the example was kept as it is written
    "#);
}

#[test]
fn words_in_bold_stand_for_headings() {
    let page = "# Get pen\n\n## HTTP request\n\n```http\nGET /pens/{id}\n```\n\n## Response\n\nIf successful, this method \
        returns `200 OK` and a **pen** object.\n\n## Example\n\n**Request**\n\n```http\nGET https://graph.microsoft.com/v1.0/pens/1\n\
        ```\n\n**Response**  \nHere is the answer.\n\n```json\n{\"value\": [{\"id\": \"1\"}]}\n```\n\n**Request body:**\n\n```json\n{\"id\": 2}\n```\n";
    let facts = crate::testing::about(page);
    let operation = facts.operation.expect("a request");
    let example = &operation.examples[0];
    let request = example.request.as_ref().expect("it is shown");
    let answer = example.response.as_ref().expect("it is shown");
    let bodies = (request.value.body.as_str(), answer.value.body.as_str());
    assert_eq!(bodies, ("{\"id\": 2}", "{\"value\": [{\"id\": \"1\"}]}"));
    let shown = operation.response.annotations[0].value.body.as_ref().expect("it is JSON");
    assert!(shown.value_array);
}

#[test]
fn a_label_may_stand_before_its_sentence() {
    assert_snapshot!(examples("
## Example

**Request**
Here is the request.

```http
GET https://graph.microsoft.com/v1.0/boats/7
```

**Response**
Here is the answer.

```json
{ \"id\": \"7\" }
```

**Note** This is no label, nor is **response** here.
"), @r#"
    -
      GET https://graph.microsoft.com/v1.0/boats/7 [] ""
       [] "{ \"id\": \"7\" }"
    "#);
}

#[test]
fn what_follows_a_request_without_a_body_is_its_answer() {
    assert_snapshot!(examples("
## Example

```http
GET https://graph.microsoft.com/v1.0/boats
```

```json
{ \"value\": [] }
```
"), @r#"
    -
      GET https://graph.microsoft.com/v1.0/boats [] ""
       [] "{ \"value\": [] }"
    "#);
}
