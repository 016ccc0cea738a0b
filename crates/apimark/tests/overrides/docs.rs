//! Docs with faults to correct.

pub(crate) const PAGES: [(&str, &str); 4] = [
    ("resources/thing.md", THING),
    ("resources/pen.md", PEN),
    ("api/pen-get.md", GET),
    ("api/pen-fill.md", FILL),
];

const THING: &str = "\
# thing resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|note|String|What one notes.|
";

const PEN: &str = "\
# pen resource type

Namespace: microsoft.graph

A pen.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
|ink|Int32|How much there is. Supports `$filter` (`eq`).|
|lable|String|What it is called. Required.|
|kind|penKind|What it is.|
|ghost|String|Nobody has seen it.|

### penKind values

|Member|Description|
|:--|:--|
|fountian|With a nib.|
|ball|With a ball.|
|brush|No pen.|
";

const GET: &str = "\
# Get pen

Namespace: microsoft.graph

Reads a pen.

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:--|:--|
|Delegated (work or school account)|Pen.Read|
|Application|Not supported.|

## HTTP request

```http
GET /pens/{id}
GET /me/pen/{id}
```

## Request headers

|Name|Description|
|:--|:--|
|X-Tray|Which tray.|

## Response

If successful, this method returns a `200 OK` response code and a [pen](../resources/pen.md) object.
";

const FILL: &str = "\
# Fill pen

Namespace: microsoft.graph

Fills a pen.

## HTTP request

```http
POST /pens/{id}/fill
```

## Request body

In the request body, supply a JSON object with the following parameters.

|Parameter|Type|Description|
|:--|:--|:--|
|amount|String|How much.|

## Response

If successful, this method returns a `200 OK` response code and a [thing](../resources/thing.md) object.
";
