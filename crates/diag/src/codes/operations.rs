//! `AM06xx`: operations and paths that the pages state together. 601 was that of paths that are too long, which are no
//! request lines now.

codes! {
    KEY_STYLE = 602, "key-style", Warning, "One key is written in several ways" {
        explanation: "Request lines write the same key as a segment of its own (`/pens/{id}`) and in brackets \
            (`/pens({id})`), with or without quotes. It is sent as most lines write it, or the first of as many.",
        remedy: "Write the key the same way in each request line.",
        example: ["api/pen-get.md": "\
# Get pen

## HTTP request

```http
GET /pens('{id}')
```
", "api/pen-delete.md": "\
# Delete pen

## HTTP request

```http
DELETE /pens({id})
```
"],
    }

    CONFLICTING_RESPONSE = 603, "conflicting-response", Warning, "Two types are stated for one response" {
        explanation: "Sentence, annotation, JSON and path of a page do not agree about what is returned. A sentence goes \
            before the annotation of an example, that before its JSON; a documented path outweighs an unrelated type, and a \
            code that has no body any type.",
        remedy: "Correct the statement that is wrong.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
", "resources/nib.md": "\
# nib resource type

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
GET /pens/1
```

### Response

<!-- { \"blockType\": \"response\", \"@odata.type\": \"microsoft.graph.nib\" } -->
```http
HTTP/1.1 200 OK
Content-type: application/json

{ \"id\": \"1\" }
```
"],
    }

    CONFLICTING_PAGES = 604, "conflicting-pages", Warning, "Two pages document one route otherwise" {
        explanation: "Several pages may document one route, each for a type of its own. One of them speaks for the route: \
            that of the addressed type, or that of a relative, or the first. This page says that something else is \
            returned, which none of its operations does; its permissions and examples are kept.",
        remedy: "Correct the request line or the type in the sentence about the response.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
", "resources/nib.md": "\
# nib resource type

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
", "api/pen-nib.md": "\
# Get nib

Namespace: microsoft.graph

## HTTP request

```http
GET /pens/{id}
```

## Response

If successful, this method returns a `200 OK` response code and a [nib](../resources/nib.md) object.
"],
    }

    UNCLEAR_ANSWER = 605, "unclear-answer", Warning, "Nothing tells what an operation returns" {
        explanation: "Neither a sentence nor an example of the page says what comes back, or what they say is not \
            understood: a type that no page documents, for instance. The answer is any JSON, so that nothing of it is lost. \
            That nothing comes back is believed where the page says so, or names 204 alone, or shows empty answers.",
        remedy: "Say what is returned, with a link to its page, or that nothing is.",
        example: ["api/pen-cut.md": "\
# pen: cut

## HTTP request

```http
POST /pens/{id}/cut
```

## Response

If successful, this method returns a `200 OK` response code.
"],
    }

    SEVERAL_ANSWERS = 606, "several-answers", Warning, "An operation returns one of several types that have nothing in common" {
        explanation: "Of several types, the base type that they share is returned. These share none, so the first is used; \
            what the others have besides is kept as JSON.",
        remedy: "Say which of them is returned when.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
", "resources/nib.md": "\
# nib resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
", "api/pen-find.md": "\
# pen: find

## HTTP request

```http
POST /drawer/find
```

## Response

If successful, this method returns a `200 OK` response code and a [pen](../resources/pen.md) or a [nib](../resources/nib.md) \
object.
"],
    }

    VALUE_IN_PATH = 607, "value-in-path", Warning, "A value stands in a path where others have a key" {
        explanation: "Other request lines have a key at this place, and the segment looks like a value of it: a number, the \
            name of a host, the `id` of an example. It is read as the key, and no method is named after it.",
        remedy: "Write a placeholder such as `{id}`.",
        example: ["api/pen-get.md": "\
# Get pen

## HTTP request

```http
GET /pens/{id}
```
", "api/pen-delete.md": "\
# Delete pen

## HTTP request

```http
DELETE /pens/pens.example.com
```
"],
    }

    ARGUMENTS_TWICE = 608, "arguments-twice", Warning, "One call is stated with its arguments in two places" {
        explanation: "One request line of the page has the arguments of a function in parentheses, another in the query. They \
            are one call; the one in parentheses is read.",
        remedy: "Remove the line that the service does not take.",
        example: ["api/pen-sum.md": "\
# pen: sum

## HTTP request

```http
GET /pens/sum?by={by}
GET /pens/sum(by='{by}')
```
"],
    }

    CONFLICTING_CONDITIONS = 609, "conflicting-conditions", Note, "Two pages of one route state other conditions" {
        explanation: "Several pages may document one route. The permissions, clouds and cautions of the page that speaks for \
            it are those of the method; this page states others. Both are kept: those of a page that speaks for no route \
            under a constant of its own. Docs cannot tell which of them hold for a type or a product.",
        remedy: "Say the same on both pages, or say which type or product the permissions are for.",
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

## Permissions

|Permission type|Permissions|
|:--|:--|
|Application|Pen.Read.All|

## HTTP request

```http
GET /pens/{id}
```

## Response

If successful, this method returns a `200 OK` response code and a [pen](../resources/pen.md) object.
", "api/pen-look.md": "\
# Look at a pen

Namespace: microsoft.graph

## Permissions

|Permission type|Permissions|
|:--|:--|
|Application|Desk.Read.All|

## HTTP request

```http
GET /pens/{id}
```

## Response

If successful, this method returns a `200 OK` response code and a [pen](../resources/pen.md) object.
"],
    }

    UNSENT_MEMBER = 610, "unsent-member", Warning, "A page lists a member that the type which it sends does not have" {
        explanation: "What creates or changes something sends its type. The page of the operation lists a member which that \
            type does not have, nor a type that derives from it: the client cannot send it.",
        remedy: "Add the property to the type, or write its name as there.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
|colour|String|Of the ink.|
", "api/pen-update.md": "\
# Update pen

## HTTP request

```http
PATCH /pens/{id}
```

## Request body

|Property|Type|Description|
|:--|:--|:--|
|colour|String|Of the ink.|
|remark|String|Why it changes.|

## Response

If successful, this method returns a `200 OK` response code and a [pen](../resources/pen.md) object.
"],
    }

    UNNAMED_ANSWER = 611, "unnamed-answer", Note, "A page lists the members of what it returns, and nothing names that type" {
        explanation: "The table of the answer tells of a type of its own. It is called after the set that the path leads to, \
            together with pages whose answers are like it, else after its page.",
        remedy: "Give the type a page or a section of its own, and name it where the page says what is returned.",
        example: ["api/get-pen-statistics.md": "\
# Get pen statistics

## HTTP request

```http
GET /pens/statistics
```

## Response

If successful, this method returns a `200 OK` response code and the figures in the response body.

|Name|Type|Description|
|:--|:--|:--|
|count|Int32|How many there are.|
"],
    }

    OTHER_MEDIA_TYPE = 612, "other-media-type", Warning, "A page asks for a body in another form than JSON" {
        explanation: "The header `Content-Type` of the page is `multipart/form-data` or the like, while the body is told as members \
            or as a type: the client would send these as JSON.",
        remedy: "Say that bytes are sent, or correct the header; send another form with `Request::bytes`.",
        example: ["api/pen-upload.md": "\
# Upload a pen

## HTTP request

```http
POST /pens/upload
```

## Request headers

|Name|Description|
|:--|:--|
|Content-Type|multipart/form-data. Required.|

## Request body

|Parameter|Type|Description|
|:--|:--|:--|
|picture|String|Of the pen.|

## Response

If successful, this method returns a `204 No Content` response code.
"],
    }
}
