//! `AM08xx`: what an export leaves out.

codes! {
    CSDL_NAME_LEFT_OUT = 801, "csdl-name-left-out", Warning, "CSDL has no name for a property or member" {
        explanation: "Names in CSDL are identifiers. The property or member is left out of the export; the client has \
            it.",
        remedy: "If the name is a slip, correct it. Otherwise nothing is to be done.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
|ink-colour|String|Of the ink.|
"],
    }

    CSDL_ROOT_LEFT_OUT = 802, "csdl-root-left-out", Warning, "A root of paths is in no container" {
        explanation: "A container lists sets and singletons of entity types. The docs do not tell that this root is of \
            one, so it is left out of the export; the client has it.",
        remedy: "Document an operation that returns what is at the root.",
        example: ["api/pen-refill.md": "\
# pen: refill

Namespace: microsoft.graph

## HTTP request

```http
POST /pens/{id}/refill
```
"],
    }

    CSDL_TWO_SORTS = 803, "csdl-two-sorts", Warning, "One name is an action and a function" {
        explanation: "In CSDL all overloads of a name are of one sort. The action is exported as a function if it \
            returns something, and left out otherwise; the client has both.",
        remedy: "Correct the method of the request line that is wrong.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
", "resources/ruler.md": "\
# ruler resource type

Namespace: microsoft.graph

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

If successful, this method returns a `200 OK` response code and a collection of [pen](../resources/pen.md) objects.
", "api/ruler-list.md": "\
# List rulers

Namespace: microsoft.graph

## HTTP request

```http
GET /rulers
```

## Response

If successful, this method returns a `200 OK` response code and a collection of [ruler](../resources/ruler.md) objects.
", "api/pen-measure.md": "\
# pen: measure

Namespace: microsoft.graph

## HTTP request

```http
POST /pens/{id}/measure
```

## Response

If successful, this method returns a `200 OK` response code and a [pen](../resources/pen.md) object.
", "api/ruler-measure.md": "\
# ruler: measure

Namespace: microsoft.graph

## HTTP request

```http
GET /rulers/{id}/measure()
```

## Response

If successful, this method returns a `200 OK` response code and a [ruler](../resources/ruler.md) object.
"],
    }

    CSDL_SECOND_OVERLOAD = 804, "csdl-second-overload", Warning, "An overload is documented twice" {
        explanation: "Two pages give the same action or function other parameters or another result, which CSDL cannot \
            tell apart. The first one is exported.",
        remedy: "Correct the page that is wrong.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

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
GET /spares
```

## Response

If successful, this method returns a `200 OK` response code and a collection of [pen](../resources/pen.md) objects.
", "api/pen-refill.md": "\
# pen: refill

Namespace: microsoft.graph

## HTTP request

```http
POST /pens/{id}/refill
```

## Response

If successful, this method returns a `200 OK` response code and a [pen](../resources/pen.md) object.
", "api/spare-refill.md": "\
# pen: refill a spare one

Namespace: microsoft.graph

## HTTP request

```http
POST /spares/{id}/refill
```

## Response

If successful, this method returns a `204 No Content` response code.
"],
    }

    CSDL_OPERATION_LEFT_OUT = 805, "csdl-operation-left-out", Warning, "An action or function is not exported" {
        explanation: "CSDL cannot hold it, for the reason that the message gives; the client has it.",
        remedy: "Correct the docs if the reason is a slip of theirs. Otherwise nothing is to be done.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

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

If successful, this method returns a `200 OK` response code and a collection of [pen](../resources/pen.md) objects.
", "api/pen-pen.md": "\
# pen: pen

Namespace: microsoft.graph

## HTTP request

```http
POST /pens/{id}/pen
```
"],
    }
}
