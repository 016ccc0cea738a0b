//! A whole page in the shape of a first draft.

use insta::assert_snapshot;

use super::{diagnostics, page};

const DRAFT: &str = r#"---
title: "Rename shelf"
author: **TODO: name. See [guide](https://example.org)**
doc_type: apiPageType
---

# Rename shelf

Namespace: example.books

[!INCLUDE [draft](../../includes/draft.md)]

Gives a [shelf](../resources/shelf.md) another name.

## Permissions

<!-- {
  "blockType": "permissions",
  "name": "shelf-rename-permissions"
}
-->
[!INCLUDE [permissions-table](../includes/permissions/shelf-rename.md)]

## HTTP request

<!-- { "blockType": "ignored" } -->
``` http
PATCH /shelves/{shelfId}
```

## Request body

**TODO: Remove what is not needed**
|Property|Type|Description|
|:---|:---|:---|
|name|String|The new name. Optional.|
|owner|[example.books.owner](../resources/owner.md)|**TODO: describe** Optional.|

## Response

If it succeeds, it returns `200 OK` and a [shelf](../resources/shelf.md).

The following is the response.
>**Note:** It may be shortened.
<!-- {
  "blockType": "response",
  "truncated": true
}
-->
``` http
HTTP/1.1 200 OK
Content-Type: application/json

{
  "name": "String"
}
```"#;

#[test]
fn draft() {
    assert_snapshot!(page(DRAFT), @r#"
    author: **TODO: name. See [guide](https://example.org)**
    doc_type: apiPageType
    title: Rename shelf
    # Rename shelf (in 0)
    paragraph Namespace: example.books
    include ../../includes/draft.md
    paragraph Gives a [shelf](../resources/shelf.md) another name.
    ## Permissions (in 1)
    comment " {\n  \"blockType\": \"permissions\",\n  \"name\": \"shelf-rename-permissions\"\n}\n"
    include ../includes/permissions/shelf-rename.md
    ## HTTP request (in 1)
    comment " { \"blockType\": \"ignored\" } "
    fence "http"
        PATCH /shelves/{shelfId}
    ## Request body (in 1)
    paragraph **TODO: Remove what is not needed**
    table Property | Type | Description
        name | String | The new name. Optional.
        owner | [example.books.owner](../resources/owner.md) | **TODO: describe** Optional.
    ## Response (in 1)
    paragraph If it succeeds, it returns `200 OK` and a [shelf](../resources/shelf.md).
    paragraph The following is the response.
    Plain paragraph **Note:** It may be shortened.
    comment " {\n  \"blockType\": \"response\",\n  \"truncated\": true\n}\n"
    fence "http"
        HTTP/1.1 200 OK
        Content-Type: application/json
        
        {
          "name": "String"
        }
    ! front-matter at "author: **TODO: name. See [guide](https://example.org)**"
    ! table-glued at "|Property|Type|Description|"
    "#);
    assert_snapshot!(diagnostics(DRAFT), @"
    warning[AM0104 front-matter]: the front matter is not valid YAML
     --> api/page.md:3:1
      |
    3 | author: **TODO: name. See [guide](https://example.org)**
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: it was read line by line; quote values that contain `: ` or begin with `*`

    note[AM0117 table-glued]: no blank line stands between this table and the text above it
      --> api/page.md:34:1
       |
    34 | |Property|Type|Description|
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: it was read as a table; some publishing systems print it as text
    ");
}
