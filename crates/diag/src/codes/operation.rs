//! `AM03xx`: what a page states of an operation.

codes! {
    NO_REQUEST = 301, "no-request", Error, "A page documents no request" {
        explanation: "The page is that of an operation, but no code block on it holds a request line. The operation is \
            missing in the client.",
        remedy: "Add an \"HTTP request\" section with a code block of request lines.",
        example: ["api/pen-list.md": "\
# List pens

## Response

Returns `200 OK`.
"],
    }

    REQUEST_LINE = 302, "request-line", Error, "A request line cannot be read" {
        explanation: "It has no method, or its path cannot be taken apart. The request is left out: what is \
            documented there is missing in the client.",
        remedy: "Write the method, a space, and the path from the service root: `GET /pens/{id}`.",
        example: ["api/pen-list.md": "\
# List pens

## HTTP request

```http
GET /pens
/drawers/{id}/pens
```
"],
    }

    REQUEST_LINE_REPAIRED = 303, "request-line-repaired", Warning, "A request line was repaired" {
        explanation: "The path has a slip whose meaning is not in doubt, such as a brace that is never closed. The \
            request is read as the label says.",
        remedy: "Write the path as the label says.",
        example: ["api/pen-get.md": "\
# Get pen

## HTTP request

```http
GET /pens/{id
```
"],
    }

    BODY_CONFLICT = 304, "body-conflict", Warning, "A page says that nothing is sent, and lists what is sent" {
        explanation: "The list counts: the client can send a body.",
        remedy: "Remove the sentence, or the table.",
        example: ["api/pen-create.md": "\
# Create pen

## HTTP request

```http
POST /pens
```

## Request body

Do not supply a request body for this method.

|Property|Type|Description|
|:--|:--|:--|
|colour|String|Of the ink.|
"],
    }

    PARAMETER_ROW = 305, "parameter-row", Warning, "A row names no parameter" {
        explanation: "What stands in the first cell cannot be the name of a parameter, or the row says that it goes into the \
            body. The row is left out.",
        remedy: "Write the name alone, as it is sent; put remarks into the description.",
        example: ["api/pen-refill.md": "\
# pen: refill

## HTTP request

```http
POST /pens/{id}/refill
```

## Path parameters

|Parameter|Type|Description|
|:--|:--|:--|
|50 drops|Int32|In millilitres.|
"],
    }

    HEADER_ROW = 306, "header-row", Warning, "A row names no header" {
        explanation: "What stands in the first cell cannot be the name of an HTTP header. The row is left out.",
        remedy: "Write the name of the header alone; put the value into the next cell.",
        example: ["api/pen-list.md": "\
# List pens

## HTTP request

```http
GET /pens
```

## Request headers

|Name|Description|
|:--|:--|
|{who asks}|Your name.|
"],
    }

    PERMISSION_LIST = 307, "permission-list", Note, "Permissions stand outside of a table" {
        explanation: "A list does not say whether a signed-in user or an application needs them, so it is left out.",
        remedy: "Write a table with a row for each kind of caller.",
        example: ["api/pen-list.md": "\
# List pens

## Permissions

- Pen.Read, Pen.ReadWrite

## HTTP request

```http
GET /pens
```
"],
    }

    PERMISSION_ROW = 308, "permission-row", Warning, "A row of permissions names no kind of caller" {
        explanation: "The first cell is neither \"Delegated\" nor \"Application\" nor one of their variants. The row is \
            left out.",
        remedy: "Begin the row with \"Delegated (work or school account)\", \"Delegated (personal Microsoft account)\" \
            or \"Application\".",
        example: ["api/pen-list.md": "\
# List pens

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:--|:--|
|Application|Pen.Read.All|
|Carrier pigeon|Pen.Read|

## HTTP request

```http
GET /pens
```
"],
    }

    PERMISSION_CELL = 309, "permission-cell", Warning, "A cell names no permission" {
        explanation: "It is neither a list of permissions nor \"Not supported\". What it says is missing in the data of \
            the operation.",
        remedy: "Write permissions such as `User.Read`, with commas between them, or \"Not supported\".",
        example: ["api/pen-list.md": "\
# List pens

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:--|:--|
|Application|whatever the administrator likes|

## HTTP request

```http
GET /pens
```
"],
    }

    PERMISSION_LIMIT = 310, "permission-limit", Warning, "A cell states too many alternatives" {
        explanation: "Lists of several permissions each, combined with one another, grow without end. The cell is left \
            out.",
        remedy: "List fewer alternatives.",
        example: ["api/pen-list.md": "\
# List pens

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:--|:--|
|Application|A.Read or B.Read plus either A.R0 or B.R0 plus either A.R1 or B.R1 plus either A.R2 or B.R2 plus either A.R3 or B.R3 plus either A.R4 or B.R4 plus either A.R5 or B.R5 plus either A.R6 or B.R6 plus either A.R7 or B.R7 plus either A.R8 or B.R8|

## HTTP request

```http
GET /pens
```
"],
    }

    EXAMPLE_JSON = 311, "example-json", Warning, "An example is not valid JSON" {
        explanation: "It is kept as it is written, and shown so. A test of the client cannot send or read it.",
        remedy: "Correct the JSON at the place that is marked.",
        example: ["api/pen-get.md": "\
# Get pen

## HTTP request

```http
GET /pens/{id}
```

## Example

### Request

```http
GET /pens/1
```

### Response

```http
HTTP/1.1 200 OK
Content-type: application/json

{
  \"id\": \"1\"
  \"colour\": \"red\"
}
```
"],
    }

    EXAMPLE_JSON_CUT = 312, "example-json-cut", Note, "An example is shortened, or JSON only with some tolerance" {
        explanation: "Dots stand for what was left out, or a comma is too much. It is kept as it is written.",
        remedy: "Write whole, valid JSON; say beside it that it is shortened.",
        example: ["api/pen-get.md": "\
# Get pen

## HTTP request

```http
GET /pens/{id}
```

## Example

### Request

```http
GET /pens/1
```

### Response

```http
HTTP/1.1 200 OK
Content-type: application/json

{
  \"id\": \"1\",
  ...
}
```
"],
    }

    PERMISSION_MARK = 313, "permission-mark", Note, "A mark on a permission is not understood" {
        explanation: "A sign behind a permission leads to a footnote. \"You need both\" makes one set of the permissions \
            that are marked so; nothing is done about what other footnotes say.",
        remedy: "Read the footnote, or say in the cell what it says: `A.Read and B.Read`.",
        example: ["api/pen-list.md": "\
# List pens

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:--|:--|
|Application|Pens.Read\\*|

\\* On Mondays only.

## HTTP request

```http
GET /pens
```
"],
    }

    TITLE_METHOD = 314, "title-method", Warning, "A request contradicts the title of its page" {
        explanation: "A page that deletes shows a `GET`, or one that reads a `DELETE`. Where the examples say the same as the \
            title, their method is used, else that of the request line.",
        remedy: "Correct the title, the request line or the example.",
        example: ["api/pen-delete.md": "\
# Delete pen

## HTTP request

```http
GET /pens/{id}
```

## Example

### Request

```http
DELETE https://graph.microsoft.com/v1.0/pens/1
```
"],
    }
}
