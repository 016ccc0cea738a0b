//! `AM02xx`: what a page states of types, and what no rule reads.

codes! {
    UNREAD_TABLE = 201, "unread-table", Error, "No rule reads a table" {
        explanation: "Neither the heading above it nor its columns are known, so nothing of the table reaches the \
            client.",
        remedy: "If the heading or a column is misspelt, correct it. If it is a synonym or a translation that states \
            facts, add it to the dialect.",
        example: ["resources/pen.md": "\
# pen resource type

## Propertis

|Propety|Tipe|Meaning|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    UNREAD_FENCE = 202, "unread-fence", Warning, "No rule reads a code block" {
        explanation: "The block is no request, response or JSON form that the page's sections have a place for, so it \
            reaches neither the client nor its tests.",
        remedy: "Put the block below a heading that says what it is, such as \"Request\" or \"Response\".",
        example: ["api/pen-list.md": "\
# List pens

## HTTP request

```http
GET /pens
```

## Response

Returns `200 OK`. Then send this:

```
POST https://example.com/orders
Content-Type: application/x-www-form-urlencoded

colour=red
```
"],
    }

    UNKNOWN_SECTION = 203, "unknown-section", Note, "No rule knows a heading" {
        explanation: "Sections say what their tables mean. What stands below an unknown heading is read only as far as \
            it says by itself what it is; its sentences are not read.",
        remedy: "Correct the heading, or add it to the headings of the dialect if it is a synonym or a translation.",
        example: ["resources/pen.md": "\
# pen resource type

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|

## What collectors like

Old pens.
"],
    }

    TODO = 204, "todo", Warning, "A text is not finished" {
        explanation: "The word `TODO` stands in a text that readers of the client will see.",
        remedy: "Replace the `TODO` before the page is published.",
        example: ["resources/pen.md": "\
# pen resource type

TODO: describe the pen.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    ANNOTATION = 205, "annotation", Warning, "An annotation cannot be read" {
        explanation: "The comment looks like the description of a code block, but its JSON ends or goes wrong before \
            it says of what. It is left out, and the block is read without it.",
        remedy: "Write a JSON object: names and texts in double quotes, a comma between members.",
        example: ["resources/pen.md": "\
# pen resource type

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|

## JSON representation

<!-- { : blockType -->
```json
{ \"id\": \"String\" }
```
"],
    }

    ANNOTATION_JSON = 206, "annotation-json", Note, "An annotation is not valid JSON" {
        explanation: "A comma or a quote is missing or too much. The annotation is read all the same; other tools may \
            not read it.",
        remedy: "Write a JSON object: names and texts in double quotes, a comma between members, none after the last.",
        example: ["resources/pen.md": "\
# pen resource type

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|

## JSON representation

<!-- { \"blockType\": \"resource\" \"@odata.type\": \"microsoft.graph.pen\" } -->
```json
{ \"id\": \"String\" }
```
"],
    }

    JSON_REPRESENTATION = 207, "json-representation", Note, "A JSON representation is not valid JSON" {
        explanation: "Its members are read all the same, but other tools and readers that copy it may fail.",
        remedy: "Correct the JSON at the place that is marked.",
        example: ["resources/pen.md": "\
# pen resource type

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
|colour|String|Of the ink.|

## JSON representation

<!-- { \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.pen\" } -->
```json
{
  \"id\": \"String\"
  \"colour\": \"String\"
}
```
"],
    }

    TABLE_HEADER = 208, "table-header", Warning, "The header of a table of properties speaks of methods" {
        explanation: "The header was copied from a table of methods, but the section and the rows are those of \
            properties. Its rows are read as properties.",
        remedy: "Write `Property | Type | Description`.",
        example: ["resources/pen.md": "\
# pen resource type

## Properties

|Method|Return type|Description|
|:--|:--|:--|
|id|String|The key.|
|colour|String|Of the ink.|
"],
    }

    PROPERTIES_WITHOUT_TYPE = 209, "properties-without-type", Error, "Properties belong to no type" {
        explanation: "Neither the title, nor a heading, nor an annotation names the type that the table describes, so \
            the properties are left out.",
        remedy: "Name the type in the title (`pen resource type`), or in the annotation of the JSON representation.",
        example: ["resources/pen.md": "\
# About pens and what they do

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    PROPERTY_ROW = 210, "property-row", Warning, "A row names no property" {
        explanation: "What stands in the first cell cannot be the name of a property. The row is left out.",
        remedy: "Write the name alone, in letters, digits and `_`; put remarks into the description.",
        example: ["resources/pen.md": "\
# pen resource type

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
|colour of the ink|String|Red, blue or green.|
"],
    }

    MEMBER_ROW = 211, "member-row", Warning, "A row names no member of an enumeration" {
        explanation: "What stands in the first cell cannot be the name of a member. The row is left out.",
        remedy: "Write the name alone, as it is sent; put remarks into the description.",
        example: ["resources/nib.md": "\
# nib enum type

## Members

|Member|Description|
|:--|:--|
|fine|Thin lines.|
|any other, but not italic|Any line.|
"],
    }

    NOT_A_NAME = 212, "not-a-name", Warning, "A text stands where a name is due" {
        explanation: "The names of types, properties, parameters and segments become names in Rust and parts of \
            addresses. What is no name is left out.",
        remedy: "Write the name as the service spells it.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

Inherits from [the \"thing\" type](thing.md).

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|

## JSON representation

<!-- { \"blockType\": \"resource\", \"keyProperty\": \"the \\\"id\\\"\", \"@odata.type\": \"microsoft.graph.pen\" } -->
```json
{ \"id\": \"String\" }
```
"],
    }

    TYPE_NAME = 213, "type-name", Note, "The words of a heading name a type" {
        explanation: "A section describes a type of its own, and nothing but its heading says what the type is called. \
            The words of the heading are put together to a name, which may not be the one on the wire.",
        remedy: "Name the type in the heading or in its JSON as the service does.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
|nib|shapeOfNib|What it writes with.|

## Shape of nib

|Property|Type|Description|
|:--|:--|:--|
|width|Int32|Of the line.|
"],
    }
}
