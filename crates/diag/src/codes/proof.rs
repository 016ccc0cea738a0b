//! `AM04xx`: what is probably a slip of the writer, whether or not it changes what is read.

codes! {
    NEAR_HEADING = 401, "near-heading", Warning, "A heading is near to a known one" {
        explanation: "It is near to one that is known, so that it is probably a slip. What stands below it is read as if \
            the heading said nothing, or not at all.",
        remedy: "Correct the heading.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

A pen.

## Propertis

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    NEAR_TITLE = 402, "near-title", Warning, "A title is near to how titles say what is described" {
        explanation: "It is near to one that is known, so that it is probably a slip. The name of the type is taken from \
            elsewhere, if at all.",
        remedy: "Correct the title.",
        example: ["resources/pen.md": "\
# pen resoruce type

Namespace: microsoft.graph

A pen.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    NEAR_KEY = 403, "near-key", Warning, "A key of the front matter is near to a known one" {
        explanation: "It is near to one that is known, so that it is probably a slip. What it says is not read.",
        remedy: "Correct the key.",
        example: ["resources/pen.md": "\
---
titel: pen
---

# pen resource type

Namespace: microsoft.graph

A pen.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    NEAR_ALERT = 404, "near-alert", Warning, "The mark of an alert is near to a known one" {
        explanation: "It is near to one that is known, so that it is probably a slip. The quote is printed as it is.",
        remedy: "Correct the mark.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

A pen.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|

> [!NTOE]
> Pens leak.
"],
    }

    NEAR_COLUMN = 405, "near-column", Warning, "The title of a column is near to a known one" {
        explanation: "It is near to one that is known, so that it is probably a slip. The cells of the column are not \
            read, or the whole table is not.",
        remedy: "Correct the title.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

A pen.

## Properties

|Property|Tpye|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    ROW_TWICE = 406, "row-twice", Warning, "Two rows of a table have one name" {
        explanation: "Only one of them counts.",
        remedy: "Remove one of the rows, or correct its name.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

A pen.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
|id|String|The key.|
"],
    }

    NEAR_ANNOTATION = 407, "near-annotation", Warning, "A word in an annotation is near to a known one" {
        explanation: "It is near to one that is known, so that it is probably a slip. What the annotation says is not \
            read.",
        remedy: "Correct the key or the block type.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

A pen.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|

<!-- { \"blockTpye\": \"resource\" } -->
"],
    }

    NEAR_METHOD = 408, "near-method", Error, "There is no such HTTP method" {
        explanation: "The line is not read as a request, so that the operation is lost or sent otherwise.",
        remedy: "Correct the method.",
        example: ["api/pen-list.md": "\
# List pens

Namespace: microsoft.graph

## HTTP request

```http
GTE /pens
```
"],
    }

    EMPTY_SEGMENT = 409, "empty-segment", Warning, "A segment of a path is empty" {
        explanation: "A placeholder was probably lost. The path is read without the empty segment.",
        remedy: "Write the placeholder, or leave out the slash.",
        example: ["api/pen-list.md": "\
# List pens

Namespace: microsoft.graph

## HTTP request

```http
GET /pens//caps
```
"],
    }

    NEAR_SEGMENT = 410, "near-segment", Warning, "Requests and examples of a page spell a segment differently" {
        explanation: "The two are near, so that one of them is probably a slip. Request lines decide.",
        remedy: "Correct the one that is wrong.",
        example: ["api/pen-list.md": "\
# List pens

Namespace: microsoft.graph

## HTTP request

```http
GET /pens
```

## Example

### Request

<!-- { \"blockType\": \"request\", \"name\": \"x\" } -->
```http
GET https://graph.microsoft.com/v1.0/pesn
```

### Response

<!-- { \"blockType\": \"response\", \"truncated\": true } -->
```http
HTTP/1.1 200 OK
Content-Type: application/json

{}
```
"],
    }

    EXAMPLE_METHOD = 411, "example-method", Warning, "An example has another method than the page's requests" {
        explanation: "Request lines decide what is called.",
        remedy: "Correct the request line or the example.",
        example: ["api/pen-list.md": "\
# List pens

Namespace: microsoft.graph

## HTTP request

```http
GET /pens
```

## Example

### Request

<!-- { \"blockType\": \"request\", \"name\": \"x\" } -->
```http
POST https://graph.microsoft.com/v1.0/pens
```

### Response

<!-- { \"blockType\": \"response\", \"truncated\": true } -->
```http
HTTP/1.1 200 OK
Content-Type: application/json

{}
```
"],
    }

    STATUS = 412, "status", Warning, "This is no status of HTTP, or it has another name" {
        explanation: "Statuses have three digits, from 100 to 599, and a name each (RFC 9110, section 15). What it says of \
            the answer is not read, or its number decides.",
        remedy: "Correct the number or the name.",
        example: ["api/pen-list.md": "\
# List pens

Namespace: microsoft.graph

## HTTP request

```http
GET /pens
```

## Response

If successful, this method returns `20 OK`.
"],
    }

    CONFLICTING_STATUS = 413, "conflicting-status", Warning, "An example answers with another status than the page says" {
        explanation: "Clients take any success, so that nothing depends on it.",
        remedy: "Correct the sentence or the example.",
        example: ["api/pen-list.md": "\
# List pens

Namespace: microsoft.graph

## HTTP request

```http
GET /pens
```

## Response

If successful, this method returns `204 No Content`.

## Example

### Request

<!-- { \"blockType\": \"request\", \"name\": \"x\" } -->
```http
GET https://graph.microsoft.com/v1.0/pens
```

### Response

<!-- { \"blockType\": \"response\", \"truncated\": true } -->
```http
HTTP/1.1 200 OK
Content-Type: application/json

{}
```
"],
    }

    CONFLICTING_ANSWER = 414, "conflicting-answer", Warning, "The page says one object, its examples show many" {
        explanation: "Path, sentence and the array shown decide together, in this order.",
        remedy: "Say \"a collection of\" where many are returned.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

A pen.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
", "api/pen-list.md": "\
# List pens

Namespace: microsoft.graph

## HTTP request

```http
GET /pens
```

## Response

If successful, this method returns a `200 OK` response code and a [pen](../resources/pen.md) object in the response body.

## Example

### Request

<!-- { \"blockType\": \"request\", \"name\": \"x\" } -->
```http
GET https://graph.microsoft.com/v1.0/pens
```

### Response

<!-- { \"blockType\": \"response\", \"truncated\": true } -->
```http
HTTP/1.1 200 OK
Content-Type: application/json

{
  \"value\": [ { \"id\": \"1\" } ]
}
```
"],
    }

    NEAR_OPTION = 415, "near-option", Warning, "There is no such query option" {
        explanation: "It is near to one that is known, so that it is probably a slip. What is said of it is not read.",
        remedy: "Correct the option.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

A pen.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key. Supports `$fliter`.|
"],
    }

    UNKNOWN_OPERATOR = 416, "unknown-operator", Warning, "`$filter` has no such operator" {
        explanation: "OData 4.01, URL Conventions, section 5.1.1, lists the operators. The others of the sentence are \
            read.",
        remedy: "Correct the operator.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

A pen.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key. Supports `$filter` (`eq`, `nee`).|
"],
    }

    NEAR_NOTE = 417, "near-note", Warning, "A short sentence is near to one with a meaning" {
        explanation: "It is near to one that is known, so that it is probably a slip. It is printed as any other words, \
            and means nothing.",
        remedy: "Correct the sentence.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

A pen.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key. Read-olny.|
"],
    }

    NEAR_PROPERTY = 418, "near-property", Warning, "A property is near to one of its type" {
        explanation: "The row names no property of the type, or the JSON representation spells it otherwise. Each spelling \
            counts as a property of its own.",
        remedy: "Correct the one that is wrong.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

A pen.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|colour|String|The colour.|

## JSON representation

<!-- { \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.pen\" } -->
```json
{
  \"coluor\": \"String\"
}
```
"],
    }

    CONFLICTING_REPRESENTATION = 419, "conflicting-representation", Note, "The JSON representation shows another type than the table" {
        explanation: "The table decides.",
        remedy: "Correct the value or the row.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

A pen.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|

## JSON representation

<!-- { \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.pen\" } -->
```json
{
  \"id\": 1024
}
```
"],
    }

    NEAR_NAME = 420, "near-name", Warning, "A page spells the name of its type in two ways" {
        explanation: "The annotation decides, and the other name becomes an alias.",
        remedy: "Correct the one that is wrong.",
        example: ["resources/fountain.md": "\
# fountain resource type

Namespace: microsoft.graph

A fountain.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|

## JSON representation

<!-- { \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.fonutain\" } -->
```json
{
  \"id\": \"String\"
}
```
"],
    }

    DEAD_LINK = 421, "dead-link", Warning, "A link leads to a page that is not there" {
        explanation: "What is linked is found by its name, if at all.",
        remedy: "Correct the link.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

A pen.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|cap|[cap](cpa.md)|The cap.|
", "resources/cap.md": "\
# cap resource type

Namespace: microsoft.graph

A cap.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    NEAR_TYPE = 422, "near-type", Error, "A type is near to one that is described" {
        explanation: "It is near to one that is known, so that it is probably a slip. Values of it are plain JSON, or \
            another statement decides.",
        remedy: "Correct the name.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

A pen.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|Strng|The key.|
"],
    }

    NEAR_MEMBER = 423, "near-member", Warning, "A value is near to one that another place lists" {
        explanation: "Each spelling counts as a value of its own.",
        remedy: "Correct the one that is wrong.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

A pen.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|kind|penKind|The kind. Possible values are: `fountain`, `roller`.|
", "resources/cap.md": "\
# cap resource type

Namespace: microsoft.graph

A cap.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|kind|penKind|The kind. Possible values are: `fountain`, `rollre`.|
"],
    }

    NEAR_NAMESPACE = 424, "near-namespace", Error, "A namespace is near to one of other pages" {
        explanation: "The type moves into a namespace of its own.",
        remedy: "Correct the namespace.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.grpah

A pen.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
", "resources/cap.md": "\
# cap resource type

Namespace: microsoft.graph

A cap.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
", "resources/nib.md": "\
# nib resource type

Namespace: microsoft.graph

A nib.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
", "resources/clip.md": "\
# clip resource type

Namespace: microsoft.graph

A clip.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    NEAR_SCOPE = 425, "near-scope", Warning, "A permission is near to one of other pages" {
        explanation: "It is printed as it stands.",
        remedy: "Correct the name.",
        example: ["api/pen-list.md": "\
# List pens

Namespace: microsoft.graph

## HTTP request

```http
GET /pens
```

## Permissions

|Permission type|Permissions|
|:--|:--|
|Application|Pens.Raed.All|
", "api/pen-get.md": "\
# Get pen

Namespace: microsoft.graph

## HTTP request

```http
GET /pens/{id}
```

## Permissions

|Permission type|Permissions|
|:--|:--|
|Application|Pens.Read.All|
", "api/pen-delete.md": "\
# Delete pen

Namespace: microsoft.graph

## HTTP request

```http
DELETE /pens/{id}
```

## Permissions

|Permission type|Permissions|
|:--|:--|
|Application|Pens.Read.All|
"],
    }

    NEAR_HEADER = 426, "near-header", Warning, "A header is near to one of other pages" {
        explanation: "It is sent as it stands.",
        remedy: "Correct the name.",
        example: ["api/pen-list.md": "\
# List pens

Namespace: microsoft.graph

## HTTP request

```http
GET /pens
```

## Request headers

|Name|Description|
|:--|:--|
|Authorizaiton|What it is.|
", "api/pen-get.md": "\
# Get pen

Namespace: microsoft.graph

## HTTP request

```http
GET /pens/{id}
```

## Request headers

|Name|Description|
|:--|:--|
|Authorization|What it is.|
", "api/pen-delete.md": "\
# Delete pen

Namespace: microsoft.graph

## HTTP request

```http
DELETE /pens/{id}
```

## Request headers

|Name|Description|
|:--|:--|
|Authorization|What it is.|
"],
    }

    NEAR_WORD = 427, "near-word", Warning, "A name stands nowhere else and is near to another" {
        explanation: "Each spelling counts as a name of its own.",
        remedy: "Correct it if it is a slip.",
        example: ["api/pen-list.md": "\
# List pens

Namespace: microsoft.graph

## HTTP request

```http
GET /pnes
```
", "api/pen-get.md": "\
# Get pen

Namespace: microsoft.graph

## HTTP request

```http
GET /pens/{id}
```
", "api/pen-delete.md": "\
# Delete pen

Namespace: microsoft.graph

## HTTP request

```http
DELETE /pens/{id}
```
"],
    }

    LOST_COLLECTION = 428, "lost-collection", Warning, "A relationship leads to one object, where its name or a path speaks of many" {
        explanation: "The type cell decides.",
        remedy: "Write \"collection\" behind the type if there can be several.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

A pen.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|rings|[ring](ring.md)|The rings.|
", "resources/ring.md": "\
# ring resource type

Namespace: microsoft.graph

A ring.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    BLANK_IN_PATH = 429, "blank-in-path", Warning, "A blank stands in a path" {
        explanation: "It is read as if it were not there, so that another path may come of it.",
        remedy: "Remove the blank.",
        example: ["api/pen-list.md": "\
# List pens

## HTTP request

```http
GET /pens /caps
```
"],
    }

    UNREAD_COLUMN = 430, "unread-column", Note, "Nothing is read from a column" {
        explanation: "The other columns of the table are read; what stands below this title is in no description.",
        remedy: "Write it in the description, or add the title to the columns of the dialect.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|Added in|
|:--|:--|:--|:--|
|id|String|The key.|2020|
"],
    }

    LEFT_OUT = 431, "left-out", Note, "A table or code block is left out" {
        explanation: "It stands in a section whose other tables are read, and has none of their columns: values of one \
            property, for instance. A named rule leaves it out.",
        remedy: "Write values in the description of their property, or below a heading of their own.",
        example: ["api/pen-mix.md": "\
# pen: mix

## HTTP request

```http
POST /pens/{id}/mix
```

## Response

If successful, this method returns a `204 No Content` response code.

|Color|Meaning|
|:--|:--|
|blue|As the sea.|
"],
    }

    NAME_CASE = 432, "name-case", Note, "Two places spell a property in two cases" {
        explanation: "JSON is case-sensitive: a service takes no `displayname` for `displayName`. A row of what is sent, or a \
            JSON representation, or all examples have the property of a table in another case. Both are taken for the property \
            of the table, which is called as in JSON if two pages have it so and none as the table does.",
        remedy: "Spell it as the service does.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|nibWidth|Int32|The width of the nib.|

## JSON representation

```json
{ \"nibwidth\": 5 }
```
"],
    }
}
