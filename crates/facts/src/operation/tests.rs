//! Fragments of operation pages, and whole pages in the shapes that the dialect knows.

mod labels;
mod paraphrases;

use diag::{SourceFile, Sources};
use insta::assert_snapshot;

use crate::{Dialect, Fact, OperationFacts, PageFacts, Segment};

/// The facts of a page and its diagnostics as printed.
pub(super) fn page(markdown: &str) -> (PageFacts, String) {
    let file = SourceFile { path: "v1.0/api/boat-get.md".to_owned(), text: markdown.to_owned() };
    let mut sources = Sources::default();
    let id = sources.add(file.clone());
    let (page, mut diagnostics) = page::parse(id, &file);
    let (facts, more) = crate::read(&page, Dialect::graph());
    diagnostics.extend(more);
    (facts, diag::render_all(&diagnostics, &sources, false))
}

/// The operation facts of a fragment below the title of a page.
pub(super) fn operation(fragment: &str) -> OperationFacts {
    let (facts, _) = page(&format!("# Get boat\n\n{fragment}"));
    facts.operation.expect("an operation page")
}

/// The diagnostics of a fragment below the title and the request of a page, as printed.
pub(super) fn diagnostics(fragment: &str) -> String {
    let request = "## HTTP request\n\n```http\nGET /boats\n```\n";
    page(&format!("# Get boat\n\n{request}{fragment}")).1
}

/// One claim per line.
pub(super) fn lines<T>(facts: &[Fact<T>], line: impl Fn(&T) -> String) -> String {
    facts.iter().map(|fact| line(&fact.value) + "\n").collect()
}

fn requests(fragment: &str) -> String {
    lines(&operation(fragment).requests, |request| {
        let parts: Vec<String> = request
            .segments
            .iter()
            .map(|segment| match segment {
                Segment::Literal(word) => word.clone(),
                Segment::Key(names) => format!("{{{}}}", names.join("|")),
                other => format!("{other:?}"),
            })
            .collect();
        let query = request.query.as_ref().map(|query| format!(" ? {query}")).unwrap_or_default();
        format!("{:?} {}{query}", request.method, parts.join("/"))
    })
}

#[test]
fn requests_stand_below_their_heading() {
    assert_snapshot!(requests("
## HTTP request

```http
GET /boats/{boat-id}

GET /me/boats/{boat-id}
or
GET /harbours/{harbour-id}/boats/{boat-id}
    ?$select={columns}
Prefer: sails
```

Or for a crew:

`GET /crews/{crew-id}/boat`

Unlike `GET /ships`, this is documented.

## Example

### Request

```http
GET https://graph.microsoft.com/v1.0/boats/17
```
"), @"
    Get boats/{boat-id}
    Get me/boats/{boat-id}
    Get harbours/{harbour-id}/boats/{boat-id} ? $select={columns}
    Get crews/{crew-id}/boat
    ");
}

#[test]
fn subheadings_belong_to_the_request_section() {
    assert_snapshot!(requests("
## HTTP Request

#### Boats with a flag

```http
GET /boats?$expand=flags($filter=id eq '{flag-id}')
```

#### Boats without one

```
GET /boats
```

### Path parameters

```http
GET /not/an/operation
```
"), @"
    Get boats ? $expand=flags($filter=id eq '{flag-id}')
    Get boats
    ");
}

#[test]
fn pages_without_a_request_heading_document_elsewhere() {
    assert_snapshot!(requests("
## Permissions

<!-- { \"blockType\": \"ignored\" } -->
```http
POST /boats/{boat-id}/crew
```

## Hire a captain

```http
POST /boats/{boat-id}/captain
```

## Example

```http
POST https://graph.microsoft.com/v1.0/boats/17/crew
```

## Response

```http
HTTP/1.1 200 OK
```
"), @"
    Post boats/{boat-id}/crew
    Post boats/{boat-id}/captain
    ");
}

#[test]
fn only_the_http_tab_counts() {
    assert_snapshot!(requests("
## HTTP request

# [HTTP](#tab/http)

```http
GET /boats
```

# [C#](#tab/csharp)

```http
GET /vessels
```

---
"), @"Get boats");
}

#[test]
fn a_page_without_requests_is_reported() {
    assert_snapshot!(page("# Get boat\n\n## Permissions\n\nAsk.\n\n## HTTP request\n\nSoon.\n").1, @r#"
    error[AM0301 no-request]: the page documents no request
     --> v1.0/api/boat-get.md:1:1
      |
    1 | # Get boat
      | ^^^^^^^^^^
      |
      = help: add an "HTTP request" section with a code block of requests
    "#);
}

#[test]
fn doubtful_requests_are_reported() {
    assert_snapshot!(diagnostics("
## HTTP request

```http
GET /log/page(at='<at>'/rows
GET /fleets/{id}/.../boats
/boats/{id}
```

## Response

If successful, returns `200 OK`.
"), @"
    warning[AM0303 request-line-repaired]: the request line was repaired
      --> v1.0/api/boat-get.md:12:1
       |
    12 | GET /log/page(at='<at>'/rows
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a missing closing bracket was added
    error[AM0302 request-line]: the request is left out: the path is abbreviated with an ellipsis
      --> v1.0/api/boat-get.md:13:1
       |
    13 | GET /fleets/{id}/.../boats
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^
    error[AM0302 request-line]: a path without a method
      --> v1.0/api/boat-get.md:14:1
       |
    14 | /boats/{id}
       | ^^^^^^^^^^^
       |
       = help: it was left out; write the method before it
    ");
}

fn names(parameters: &[crate::ParameterFacts]) -> String {
    parameters
        .iter()
        .map(|each| {
            let ty = each.ty.as_ref().map_or("-", |ty| ty.value.text.as_str());
            let notes: Vec<_> = each.notes.iter().map(|note| &note.value).collect();
            let values: Vec<_> = each.values.iter().map(|value| value.value.as_str()).collect();
            let text = each.description.as_ref().map(|text| text.value.text().to_string());
            let text = text.unwrap_or_default();
            format!("{:?} {}: {ty} {notes:?} {values:?} {text}\n", each.place, each.name.value)
        })
        .collect()
}

#[test]
fn headers_come_in_three_layouts() {
    assert_snapshot!(names(&operation("
## Request headers

| Header | Value |
|:--|:--|
| Authorization | Bearer {token}. Required. |
| **If-Match** | The last known tag. |
| Prefer: sails.unit | Optional. |

## Optional request headers

| Name | Type | Description |
|:--|:--|:--|
| _if-none-match_ | String | Skips boats that have not changed. |

### Prefer header values

| Name | Description |
|:--|:--|
| furled | Sails are down. |
").headers), @r#"
    Header Authorization: - [Required] [] Bearer {token}. Required.
    Header If-Match: - [] [] The last known tag.
    Header Prefer: - [Optional] ["sails.unit"] Optional.
    Header if-none-match: String [] [] Skips boats that have not changed.
    "#);
}

#[test]
fn a_row_that_names_no_header() {
    assert_snapshot!(diagnostics("
## Request headers

| Header | Value |
|:--|:--|
| Accept-Language | Optional. |
| Sail/Color | Optional. |
"), @"
    warning[AM0306 header-row]: this row names no header
      --> v1.0/api/boat-get.md:14:1
       |
    14 | | Sail/Color | Optional. |
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^ `Sail/Color` is no header name
       |
       = help: the row is left out
    ");
}

#[test]
fn properties_below_a_lost_heading_are_no_headers() {
    let fragment = "
## Request headers

| Header | Value |
|:--|:--|
| Accept-Language | Optional. |

| Property | Type | Description |
|:--|:--|:--|
| password | String | Required. |
";
    let headers: Vec<String> =
        operation(fragment).headers.iter().map(|it| it.name.value.clone()).collect();
    assert_eq!(headers, ["Accept-Language"]);
    assert!(
        diagnostics(fragment).contains("no rule reads the table `Property | Type | Description`")
    );
}

#[test]
fn parameters_know_their_place() {
    assert_snapshot!(names(&operation("
## HTTP request

```http
GET /boats/{boat-id}/route(to='{to}')?fast={fast}
```

### Path parameters

| Parameter name | Value | Description |
|:--|:--|:--|
| **boat-id** | `string` | Required. The boat. |

## Function parameters

| Parameter | Type | Required? | Description |
|:--|:--|:--|:--|
| to | String | Yes | Where to. |

## Query parameters

| Query parameter | Type | Description |
|:--|:--|:--|
| fast | Boolean | Whether to hurry. Optional. |
| $top | Integer | How many. |

| Value | Description |
|:--|:--|
| rough | Not a parameter. |
").parameters), @"
    Path boat-id: string [Required] [] Required. The boat.
    Function to: String [Required] [] Where to.
    Query fast: Boolean [Optional] [] Whether to hurry. Optional.
    ");
}

fn options(text: &str) -> String {
    let facts = operation(&format!("## Optional query parameters\n\n{text}"));
    let names: Vec<_> = facts.query_options.iter().map(|option| option.value.as_str()).collect();
    format!("{} {}", names.join(" "), if facts.no_query_options.is_some() { "none" } else { "" })
}

#[test]
fn query_options_are_supported_or_not() {
    let cases = [
        (
            "This call supports the `$select`, `$orderBy` and `$top` query parameters.",
            "$select $orderby $top ",
        ),
        ("This call supports the `select` query parameter.", "$select "),
        ("It knows the OData query parameters.", " "),
        ("This call does not support OData query parameters.", " none"),
        ("It does **not** support any OData query parameters (such as $filter).", " none"),
        ("You can use `$expand`. The `$filter` parameter is not supported here.", "$expand "),
        (
            "The following are supported:\n\n- `$count`\n- $skip for pages\n- There is no support for `$search`.",
            "$count $skip ",
        ),
        (
            "|Name|Description|\n|:--|:--|\n|$select|Columns.|\n|`$filter`|Rows.|",
            "$select $filter ",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(options(text), expected, "{text}");
    }
}

#[test]
fn clouds_have_a_mark() {
    let facts = operation(
        "
| Global service | Moon base | Deep sea |
|----|----|----|
| :white_check_mark: | :x: | ✅ |
",
    );
    let clouds: Vec<_> = facts.clouds.iter().map(|cloud| cloud.value.as_str()).collect();
    assert_eq!(clouds, ["Global service", "Deep sea"]);
}

#[test]
fn prose_names_options_that_need_a_header() {
    let cases = [
        "You can sort with `$orderBy`. The query requires a **ConsistencyLevel** header and `$count=true`.",
        "`$search` requires the ConsistencyLevel header. Other fields use `$filter`.",
        "Some queries are supported only with the ConsistencyLevel header and `$filter`.",
        "This request requires the ConsistencyLevel header because `$orderby` is in it.",
    ];
    let found = cases.map(|text| {
        let facts = operation(&format!("## Optional query parameters\n\n{text}\n"));
        let options = facts.eventual.iter().map(|fact| fact.value.as_str());
        options.collect::<Vec<_>>().join(" ")
    });
    assert_eq!(found, ["$orderby", "$search", "", ""]);
}

#[test]
fn a_caution_stands_below_the_title() {
    let caution =
        "> [!IMPORTANT]\n> These calls are subject to change. Keep them out of production.\n";
    for (page, preview) in [
        (format!("{caution}\n## HTTP request\n"), true),
        (format!("## Response\n\n{caution}"), false),
        ("The date is subject to change.\n".to_owned(), false),
    ] {
        assert_eq!(operation(&page).preview.is_some(), preview, "{page}");
    }
}

/// A page with everything that is odd about drafts: TODO texts, a table right below a line of text.
const DRAFT: &str = "---
title: Update sail
ms.subservice: \"**TODO: name the area**\"
doc_type: apiPageType
---

# Update sail

Namespace: microsoft.graph

## HTTP request

``` http
PATCH /boats/{boat-id}/mainSail
PATCH /boats/{boat-id}/jib
```

## Request body

Supply *only* the values for properties that should be updated.

**TODO: drop what cannot change**
|Property|Type|Description|
|:---|:---|:---|
|area|Double|**TODO: describe** Optional.|
|cloth|[boats.cloth](../resources/cloth.md)|**TODO: describe** Optional.|

## Response

If successful, this method returns a `200 OK` response code and an updated [sail](../resources/sail.md) object in the response body.
";

#[test]
fn drafts_are_read_and_reported() {
    let (facts, diagnostics) = page(DRAFT);
    let operation = facts.operation.expect("an operation page");
    let members: Vec<_> = operation
        .body
        .properties
        .iter()
        .map(|member| {
            format!("{}: {:?}", member.name.value, member.ty.as_ref().map(|ty| &ty.value.mentions))
        })
        .collect();
    assert_snapshot!(format!("{:#?}\n{:?}", members, operation.response.statements[0].value), @r#"
    [
        "area: Some([Mention { name: \"Double\", link: None }])",
        "cloth: Some([Mention { name: \"boats.cloth\", link: Some(\"v1.0/resources/cloth.md\") }])",
    ]
    ResponseStatement { statuses: [200], mentions: [Mention { name: "sail", link: Some("v1.0/resources/sail.md") }], words: None, collection: false, no_content: false, stream: false }
    "#);
    assert_snapshot!(diagnostics, @r#"
    note[AM0117 table-glued]: no blank line stands between this table and the text above it
      --> v1.0/api/boat-get.md:23:1
       |
    23 | |Property|Type|Description|
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: it was read as a table; some publishing systems print it as text
    warning[AM0204 todo]: this text is not finished
     --> v1.0/api/boat-get.md:3:16
      |
    3 | ms.subservice: "**TODO: name the area**"
      |                ^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: replace the `TODO` before the page is published
    warning[AM0204 todo]: this text is not finished
      --> v1.0/api/boat-get.md:22:3
       |
    22 | **TODO: drop what cannot change**
       |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: replace the `TODO` before the page is published
    warning[AM0204 todo]: this text is not finished
      --> v1.0/api/boat-get.md:25:16
       |
    25 | |area|Double|**TODO: describe** Optional.|
       |                ^^^^^^^^^^^^^^
       |
       = help: replace the `TODO` before the page is published
    warning[AM0204 todo]: this text is not finished
      --> v1.0/api/boat-get.md:26:47
       |
    26 | |cloth|[boats.cloth](../resources/cloth.md)|**TODO: describe** Optional.|
       |                                               ^^^^^^^^^^^^^^
       |
       = help: replace the `TODO` before the page is published
    warning[AM0212 not-a-name]: this is no name of a product area
     --> v1.0/api/boat-get.md:3:16
      |
    3 | ms.subservice: "**TODO: name the area**"
      |                ^^^^^^^^^^^^^^^^^^^^^^^^^ `**TODO: name the area**`
      |
      = help: it was left out
    "#);
}

#[test]
fn every_block_of_an_operation_page_is_accounted_for() {
    let (facts, _) = page(DRAFT);
    let open: Vec<_> =
        facts.coverage.iter().filter(|each| each.outcome == crate::Outcome::Unread).collect();
    assert!(open.is_empty(), "{open:?}");
}

/// Lines that pages are made of, in no order that makes sense.
const SCRAPS: &[&str] = &[
    "## HTTP request",
    "## Permissions",
    "## Request body",
    "## Response",
    "### Example",
    "## Request headers",
    "## Optional query parameters",
    "```http",
    "```",
    "GET /boats/{id",
    "POST /boats({a}={b})/x:/{",
    "HTTP/1.1 200 OK",
    "|Permission type|Permissions|",
    "|--|--|",
    "|Application||",
    "|a|b|c|",
    "{ \"a\": [",
    "<!-- { \"blockType\": \"response\" } -->",
    "- [x](../resources/x.md) object",
    "Returns `200 OK` and a [x][] collection.",
    "",
    "|Property|Type|",
    "|Parameter|Type|Required|",
    "|id|String|",
    "|[].é|Int32|",
    "|Body|",
    "|200 OK|[x](#x)|",
    "|Kind value|Description|",
    "## Definitions",
    "### x",
    "Response:",
    "GET /boats[?a={b}[&c[d]={e}",
    "é…",
    "|§|`",
];

proptest::proptest! {
    #[test]
    fn no_page_is_too_odd(picks in proptest::collection::vec(0..SCRAPS.len(), 0..40)) {
        let lines: Vec<&str> = picks.into_iter().map(|pick| SCRAPS[pick]).collect();
        let (facts, _) = page(&format!("# Get boat\n{}", lines.join("\n")));
        proptest::prop_assert!(facts.page.0 == 0);
    }
}

#[test]
fn title_and_examples_outweigh_the_method_of_a_request_line() {
    let fragment = |example: &str| {
        let request = "# Delete boat\n\n## HTTP request\n\n```http\nGET /boats/{id}\n```\n";
        format!("{request}\n## Example\n\n### Request\n\n```http\n{example} /boats/1\n```\n")
    };
    let (facts, reports) = page(&fragment("DELETE"));
    assert_eq!(facts.operation.unwrap().requests[0].value.method, crate::Method::Delete);
    assert_snapshot!(reports, @"
    warning[AM0314 title-method]: title and examples of this page say `DELETE`, and this line `GET`
     --> v1.0/api/boat-get.md:6:1
      |
    6 | GET /boats/{id}
      | ^^^^^^^^^^^^^^^
      |
      = help: `DELETE` is used
    ");
    let (facts, reports) = page(&fragment("GET"));
    assert_eq!(facts.operation.unwrap().requests[0].value.method, crate::Method::Get);
    assert_snapshot!(reports, @"
    warning[AM0314 title-method]: the title of this page speaks of `DELETE`, its request is a `GET`
     --> v1.0/api/boat-get.md:6:1
      |
    6 | GET /boats/{id}
      | ^^^^^^^^^^^^^^^
      |
      = help: `GET` is used, because no example says `DELETE`: correct “Delete boat” or the request
    ");
}

#[test]
fn requests_may_stand_in_a_table_of_methods_and_addresses() {
    assert_snapshot!(requests("
## HTTP request

| Method | Request URI |
|:--|:--|
| **GET** | [*{baseURL}*](urls.md)/boats/{boat-id}?size={size} HTTP/1.1 |
| **POST** | https://graph.microsoft.com/v1.0/boats |

## Response

| Method | Request URI |
|:--|:--|
| **GET** | /ships |
"), @"
    Get boats/{boat-id} ? size={size}
    Post boats
    ");
}

#[test]
fn a_column_says_where_a_parameter_goes() {
    let text = "
## HTTP request

```http
POST /boats/{boatId}?size={size}
```

## Parameters

|Name|In|Required|Type|Description|
|:--|:--|:--|:--|:--|
|boatId|path|True|string|The key.|
|size|query||integer|How many.|
|X-Trace|header||string|A number.|
|boat|body|True|boat|What is sent.|
";
    let facts = operation(text);
    let shown = facts.parameters.iter().chain(&facts.headers);
    let shown = shown.map(|it| format!("{} {:?}", it.name.value, it.place));
    assert_snapshot!(shown.collect::<Vec<_>>().join("\n"), @"
    boatId Path
    size Query
    X-Trace Header
    ");
    assert_snapshot!(page(&format!("# Post boat\n{text}")).1, @"
    warning[AM0305 parameter-row]: `boat` goes neither into the path, nor into the query or a header
      --> v1.0/api/boat-get.md:16:1
       |
    16 | |boat|body|True|boat|What is sent.|
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: the row is left out; a section of its own tells of the body
    ");
}

#[test]
fn parameters_may_stand_in_a_list() {
    let facts = operation(
        "
## HTTP request

```http
GET /boats
```

## Query parameters

- pageSize (default = 50): Number of boats.
- `rigged`: Only boats with masts. Optional.
- $top: Number of boats.
- Do not ask for more than there are: that is slow.
",
    );
    assert_snapshot!(names(&facts.parameters), @r#"
    Query pageSize: - [Default("50")] [] pageSize (default = 50): Number of boats.
    Query rigged: - [Optional] [] `rigged`: Only boats with masts. Optional.
    "#);
}

#[test]
fn a_line_may_be_broken_within_a_placeholder() {
    assert_snapshot!(requests("
## HTTP request

```http
GET /boats/{boat
id}/log(index={entry-index})
GET /boats/{boat-id}
```
"), @r#"
    Get boats/{boat id}/Call { name: "log", arguments: [("index", Argument { text: "entry-index", placeholder: true, quoted: false, cast: None })] }
    Get boats/{boat-id}
    "#);
}

#[test]
fn tables_tell_the_values_of_what_is_sent() {
    let facts = operation(
        "
## HTTP request

```http
GET /boats?speed={speed}
```

## Query parameters

|Parameter|Type|Description|
|:--|:--|:--|
|speed|String|How fast. Possible values are: `slow`.|

### Speed

|Value|Description|
|:--|:--|
|`slow`|By oars.|
|`fast`|Under sail.|

## Request body

|Parameter|Type|Description|
|:--|:--|:--|
|kind|String|Of boat.|

|Kind value|Description|
|:--|:--|
|`raft`|Without a hull.|
",
    );
    let values = |values: &[Fact<String>]| {
        values.iter().map(|it| format!("{} ({})", it.value, it.rule)).collect::<Vec<_>>().join(", ")
    };
    assert_snapshot!(values(&facts.parameters[0].values), @"slow (values), fast (value-tables)");
    assert_snapshot!(values(&facts.body.properties[0].values), @"raft (value-tables)");
}
