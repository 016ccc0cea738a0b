//! Parts of pages where words before a colon stand for headings.

use std::borrow::Cow;
use std::fmt::Write as _;

use diag::{PageId, SourceFile, Sources};
use insta::assert_snapshot;

use super::{lines, operation};
use crate::Dialect;

const DIALECT: &str = "\
[service]
hosts = [\"kiln.example\"]
placeholders = [\":*\"]
[pages]
split = { h2 = [\"*.md\"] }
operations.at = [\"*.md\"]
[fences]
requests = [\"plaintext\"]
[headings]
parameters = [\"parameters\"]
response = [\"response\"]
example-response = [\"example response\"]
[columns]
parameter = [\"attribute\"]
type = [\"type\"]
required = [\"required\"]
description = [\"description\"]
";

/// What is read of the parts of a page, and what is reported.
fn parts(markdown: &str) -> String {
    let dialect = Dialect::parse(PageId(0), DIALECT).unwrap();
    let file = SourceFile { path: "kilns.md".into(), text: markdown.into() };
    let (page, _) = page::parse(PageId(0), &file);
    let sources = Sources::new(vec![file]);
    let mut out = String::new();
    for part in dialect.parts(Cow::Owned(page)) {
        let (facts, reports) = crate::read(&part, &dialect);
        let Some(operation) = facts.operation else { continue };
        let written = operation.requests.iter().map(|it| it.value.written());
        writeln!(out, "{}", written.collect::<Vec<_>>().join(", ")).unwrap();
        writeln!(out, "  about {:?}", facts.summary.map(|it| it.value.to_string())).unwrap();
        for it in &operation.parameters {
            writeln!(out, "  {:?} {} {:?}", it.place, it.name.value, it.notes.len()).unwrap();
        }
        for it in &operation.body.properties {
            writeln!(out, "  sent {}", it.name.value).unwrap();
        }
        for it in &facts.types {
            let rows: Vec<_> = it.properties.iter().map(|it| it.name.value.as_str()).collect();
            writeln!(out, "  returns {}: {}", it.names[0].value, rows.join(", ")).unwrap();
        }
        for it in &operation.response.statements {
            writeln!(out, "  answers {:?}", it.value.statuses).unwrap();
        }
        for it in &operation.response.annotations {
            writeln!(out, "  shown {:?}", it.value.body.as_ref().map(|it| &it.keys)).unwrap();
        }
        for report in reports {
            writeln!(out, "{}", diag::render(&report, &sources)).unwrap();
        }
    }
    out
}

#[test]
fn labels_and_tables_below_the_title_of_a_part() {
    assert_snapshot!(parts(
        "\
# Kilns

## List firings

Lists what was fired.

```plaintext
GET /kilns/:id/firings
```

Parameters:

| Attribute | Type | Required | Description |
|:----------|:-----|:---------|:------------|
| `id` | integer | Yes | The kiln. |
| `glazed` | boolean | No | Only what is glazed. |

Returns `200` if the request succeeds.

Example response:

```json
[{ \"cone\": 6 }]
```
"
    ), @r#"
    GET /kilns/:id/firings
      about Some("Lists what was fired.\n\nReturns `200` if the request succeeds.")
      Path id 1
      Query glazed 1
      answers [200]
      shown Some([])
    "#);
}

#[test]
fn keys_of_the_path_are_no_members_of_a_body() {
    assert_snapshot!(parts(
        "\
# Kilns

## Change a firing

```plaintext
PUT /kilns/:id/firings/:firing_id
```

| Attribute | Type | Required | Description |
|:----------|:-----|:---------|:------------|
| `id` | integer | Yes | The kiln. |
| `firing_id` | integer | Yes | The firing. |
| `cone` | integer | No | How hot it was. |
"
    ), @"
    PUT /kilns/:id/firings/:firing_id
      about None
      Path id 1
      Path firing_id 1
      sent cone
    ");
}

#[test]
fn rows_of_one_table_go_to_the_parts_that_labels_name() {
    assert_snapshot!(parts(
        "\
# Kilns

## Change a firing

```plaintext
PATCH /kilns/:id/firings/:firing_id?api-version={version}[&notify={who}]
```

| Attribute | Type | Description |
|:----------|:-----|:------------|
| URL |
| `firing_id` | integer | The firing. |
| **Query parameters** |
| `api-version` | string | The version. |
| Body |
| `cone` | integer | How hot it was. |

## Fire

```plaintext
POST /kilns/:id/firings?api-version={version}
```

| Attribute | Type | Description |
|:----------|:-----|:------------|
| `colour` | string | None of the request. |
"
    ), @"
    PATCH /kilns/:id/firings/:firing_id?api-version={version}[&notify={who}]
      about None
      Path firing_id 0
      Query api-version 0
      sent cone
    POST /kilns/:id/firings?api-version={version}
      about None
    error[AM0201 unread-table]: no rule reads the table `Attribute | Type | Description`
      --> kilns.md:24:1
       |
    24 | / | Attribute | Type | Description |
    25 | | |:----------|:-----|:------------|
    26 | | | `colour` | string | None of the request. |
       | |____________________________________________^
       |
       = help: add its section's heading or its columns to the dialect if it states facts
    ");
}

#[test]
fn tables_of_answers_are_told_from_those_of_parameters() {
    assert_snapshot!(parts(
        "\
# Kilns

## List kilns

```plaintext
GET /kilns/:id/firings
```

Response:

What comes back is a list with these fields:

| Attribute | Type | Description |
|:----------|:-----|:------------|
| `[].id` | integer | The firing. |

**Further**:

| Attribute | Type | Description |
|:----------|:-----|:------------|
| `size` | integer | Of no answer. |

## Get a kiln

```plaintext
GET /kilns/:id
```

If successful, returns `200 OK` and the following:

| Attribute | Type | Description |
|:----------|:-----|:------------|
| `id` | integer | The kiln. |
| `name` | string | Of it. |
| `owner.name` | string | Of a part. |
"
    ), @"
    GET /kilns/:id/firings
      about None
      returns listKilnsResponse: id
    error[AM0201 unread-table]: no rule reads the table `Attribute | Type | Description`
      --> kilns.md:19:1
       |
    19 | / | Attribute | Type | Description |
    20 | | |:----------|:-----|:------------|
    21 | | | `size` | integer | Of no answer. |
       | |____________________________________^
       |
       = help: add its section's heading or its columns to the dialect if it states facts
    GET /kilns/:id
      about None
      returns kiln: id, name, owner
      returns kilnOwner: name
      answers [200]
    note[AM0520 nested-rows]: nothing names the type of `owner`, whose members have rows
      --> kilns.md:35:3
       |
    35 | | `owner.name` | string | Of a part. |
       |   ^^^^^^^^^^^^
       |
       = help: it is called `kilnOwner`, after its owner and the property
    ");
}

#[test]
fn words_in_bold_alone_head_what_is_below_them() {
    let facts = operation(
        "
## HTTP request

**Query parameters**

|Parameter|Type|Description|
|:--|:--|:--|
|speed|String|How fast.|
|$top|Int32|How many.|

**Note**

|Property|Type|Description|
|:--|:--|:--|
|none|String|Of nothing.|

**HTTP request**

```http
PUT /boats/{id}
```

**Request body**

|Property|Type|Description|
|:--|:--|:--|
|name|String|Of it.|
",
    );
    assert_snapshot!(lines(&facts.requests, |it| it.written()), @"PUT /boats/{id}");
    assert_snapshot!(lines(&facts.query_options, Clone::clone), @"$top");
    let parameters = facts.parameters.iter().map(|it| format!("{} {:?}", it.name.value, it.place));
    assert_snapshot!(parameters.collect::<String>(), @"speed Query");
    let sent = facts.body.properties.iter().map(|it| it.name.value.as_str());
    assert_snapshot!(sent.collect::<String>(), @"name");
}

#[test]
fn what_is_shown_or_remarked_is_none_of_the_request() {
    let facts = operation(
        "
## HTTP request

```http
POST /boats
```

## Query parameters

Example:

```http
POST /boats?speed=1
```

|Parameter|Type|Description|
|:--|:--|:--|
|speed|Int32|Of it.|

## Request body

**Properties**

|Property|Type|Description|
|:--|:--|:--|
|name|String|Of it.|

## Remarks

**Parameters**

|Parameter|Type|Description|
|:--|:--|:--|
|old|Int32|What was taken before.|

**HTTP request**

```http
DELETE /boats/old
```
",
    );
    assert_snapshot!(lines(&facts.requests, |it| it.written()), @"POST /boats");
    let parameters = facts.parameters.iter().map(|it| format!("{} {:?}", it.name.value, it.place));
    assert_snapshot!(parameters.collect::<Vec<_>>().join("\n"), @"speed Query");
    let sent = facts.body.properties.iter().map(|it| it.name.value.as_str());
    assert_snapshot!(sent.collect::<Vec<_>>().join("\n"), @"name");
}

#[test]
fn a_section_says_more_than_words_in_it() {
    for label in ["**Request**", "**Headers**", "Example request:", "**Response**"] {
        let facts = operation(&format!(
            "## HTTP request\n\n{label}\n\n```http\nPATCH /boats/{{id}}\n```\n\n## Query parameters\n\nParameters:\n\n\
             |Parameter|Type|\n|:--|:--|\n|size|Int32|\n"
        ));
        let parameters = facts.parameters.iter().map(|it| format!("{:?}", it.place));
        assert_eq!(lines(&facts.requests, |it| it.written()), "PATCH /boats/{id}\n", "{label}");
        assert_eq!(parameters.collect::<String>(), "Query", "{label}");
    }
    let facts = operation(
        "## HTTP request\n\n```http\nGET /boats/{id}\n```\n\n**Request**\n\n```http\nGET /boats/7\n```\n\n## Response\n\n\
         **Request**\n\n```http\nGET /boats/8\n```\n\n**Response**\n\n```http\nHTTP/1.1 200 OK\n\n{ \"id\": \"8\" }\n```\n",
    );
    assert_eq!(lines(&facts.requests, |it| it.written()), "GET /boats/{id}\n");
    let shown = facts.examples.iter().map(|it| {
        let line = it.line.as_ref().map(|line| line.value.written());
        let answer = it.response.as_ref().map(|answer| answer.value.start.clone());
        format!("{line:?}: {answer:?}\n")
    });
    assert_snapshot!(shown.collect::<String>(), @r#"
    Some("GET /boats/7"): None
    Some("GET /boats/8"): Some("HTTP/1.1 200 OK")
    "#);
}
