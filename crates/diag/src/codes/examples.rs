//! `AM07xx`: examples that the client cannot say or read.

codes! {
    EXAMPLE = 701, "example", Note, "An example cannot be tested" {
        explanation: "The examples are tests of the client: each request is made with typed methods, each answer is \
            read. For this one something is missing, such as an operation with its path. The test is left out.",
        remedy: "Correct the example, or document what it shows.",
        example: ["api/pen-list.md": "\
# List pens

## HTTP request

```http
GET /pens
```

## Example

### Request

```http
GET /drawers/1/rulers
```
"],
    }

    EXAMPLE_MEMBER = 702, "example-member", Note, "An example has a member that is not documented" {
        explanation: "No table lists the property. The client keeps it as JSON, without a field.",
        remedy: "Add the property to the page of the type, or remove it from the example.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
", "api/pen-get.md": "\
# Get pen

Namespace: microsoft.graph

## HTTP request

```http
GET /pens/{id}
```

## Response

If successful, this method returns a `200 OK` response code and a [pen](../resources/pen.md) object.

## Example

### Request

```http
GET https://graph.microsoft.com/v1.0/pens/1
```

### Response

```http
HTTP/1.1 200 OK
Content-type: application/json

{ \"id\": \"1\", \"colour\": \"red\" }
```
"],
    }

    EXAMPLE_VALUE = 703, "example-value", Note, "An example has a value that does not fit the documented type" {
        explanation: "The value is no member of the enumeration, or not of the type that the table states. The client \
            keeps it as it is.",
        remedy: "Correct the example, or the table.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
|refills|Int32|How many.|
", "api/pen-get.md": "\
# Get pen

Namespace: microsoft.graph

## HTTP request

```http
GET /pens/{id}
```

## Response

If successful, this method returns a `200 OK` response code and a [pen](../resources/pen.md) object.

## Example

### Request

```http
GET https://graph.microsoft.com/v1.0/pens/1
```

### Response

```http
HTTP/1.1 200 OK
Content-type: application/json

{ \"id\": \"1\", \"refills\": \"many\" }
```
"],
    }

    EXAMPLE_ACCESS = 704, "example-access", Note, "An example sends what may not be written" {
        explanation: "The docs say that the property is read-only, or is set once. The client can send it as JSON only.",
        remedy: "Remove the member from the example, or \"Read-only\" from the page of the type.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
|colour|String|Of the ink. Read-only.|
|refills|Int32|How many.|
", "api/pen-update.md": "\
# Update pen

Namespace: microsoft.graph

## HTTP request

```http
PATCH /pens/{id}
```

## Request body

|Property|Type|Description|
|:--|:--|:--|
|refills|Int32|How many.|

## Response

If successful, this method returns a `200 OK` response code and a [pen](../resources/pen.md) object.

## Example

### Request

```http
PATCH https://graph.microsoft.com/v1.0/pens/1
Content-type: application/json

{ \"colour\": \"red\", \"refills\": 2 }
```
"],
    }

    EXAMPLE_SELECT = 705, "example-select", Note, "An example selects what only derived types have" {
        explanation: "OData would have the name of the derived type before that of the property. Because the example \
            leaves it out, so does the client when it expands this relationship.",
        remedy: "If the service wants the name of the type, write it in the example. Otherwise nothing is to be done.",
        example: ["resources/drawer.md": "\
# drawer resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|

## Relationships

|Relationship|Type|Description|
|:--|:--|:--|
|tools|[tool](tool.md) collection|What lies in it.|
", "resources/tool.md": "\
# tool resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
", "resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

Inherits from [tool](tool.md).

## Properties

|Property|Type|Description|
|:--|:--|:--|
|colour|String|Of the ink.|
", "api/drawer-get.md": "\
# Get drawer

Namespace: microsoft.graph

## HTTP request

```http
GET /drawers/{id}
```

## Response

If successful, this method returns a `200 OK` response code and a [drawer](../resources/drawer.md) object.

## Example

### Request

```http
GET https://graph.microsoft.com/v1.0/drawers/1?$expand=tools($select=id,colour)
```
"],
    }
}
