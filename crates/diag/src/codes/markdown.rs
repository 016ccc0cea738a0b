//! `AM01xx`: the Markdown of a page.

codes! {
    UNCLOSED_FENCE = 101, "unclosed-fence", Warning, "A code block is never closed" {
        explanation: "By the rules of Markdown the rest of the page would be code. The block is ended before the next \
            heading, annotation or code block, or with the list item or quote that it stands in.",
        remedy: "Close the block with a line of as many backticks or tildes as open it.",
        example: ["api/pen-list.md": "\
# List pens

## HTTP request

```http
GET /pens

## Response

Returns `200 OK`.
"],
    }

    UNCLOSED_COMMENT = 102, "unclosed-comment", Warning, "A comment is never closed" {
        explanation: "The rest of the page would be a comment. It is ended before the next blank line, heading, code \
            block or comment, or with the list item or quote that it stands in.",
        remedy: "Close the comment with `-->`.",
        example: ["resources/pen.md": "\
# pen resource type

A pen.

<!-- what follows is

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    UNCLOSED_LINK = 103, "unclosed-link", Warning, "A link is never closed" {
        explanation: "The link is ended with its address, and leads where it says.",
        remedy: "Add the missing `)`.",
        example: ["resources/pen.md": "\
# pen resource type

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
|zone|[zone](zone.md|Where it lies.|
"],
    }

    FRONT_MATTER = 104, "front-matter", Warning, "The front matter is not valid YAML" {
        explanation: "It is read line by line, so that one entry with a fault does not lose the others; front matter \
            that is never closed ends before the first line that is no entry.",
        remedy: "Quote values that contain `: ` or begin with `*`, and close the front matter with `---`.",
        example: ["resources/pen.md": "\
---
title: pen: a thing to write with
---

# pen resource type

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    INCLUDE_OUTSIDE = 105, "include-outside", Warning, "An include leads out of the documentation" {
        explanation: "Files outside of the documentation folders are never read, so nothing is included. What the \
            file states is missing on the page.",
        remedy: "Name a file below the documentation folder, or add the folder that holds it to `docs`.",
        example: ["api/pen-list.md": "\
# List pens

[!INCLUDE [shared](../../../../shared/note.md)]

## HTTP request

```http
GET /pens
```
"],
    }

    MISSING_INCLUDE = 106, "missing-include", Warning, "An include names a file that is not there" {
        explanation: "Nothing is included. What the file states, such as the table of permissions, is missing on the \
            page.",
        remedy: "Correct the path, or add the file. If a documentation set is published without it, suppress the \
            report with the reason.",
        example: ["api/pen-list.md": "\
# List pens

## Permissions

[!INCLUDE [permissions](../includes/pen-list-permissions.md)]

## HTTP request

```http
GET /pens
```
"],
    }

    INCLUDE_CYCLE = 107, "include-cycle", Warning, "A file includes itself" {
        explanation: "The file is included once; the include inside of it is left out.",
        remedy: "Remove the include that leads back.",
        example: ["api/pen-list.md": "\
# List pens

[!INCLUDE [note](../includes/note.md)]

## HTTP request

```http
GET /pens
```
", "includes/note.md": "\
A note.

[!INCLUDE [note](note.md)]
"],
    }

    INCLUDE_LIMIT = 108, "include-limit", Warning, "A page includes too much" {
        explanation: "What a page may include is bounded in files, depth and size, because includes of includes can \
            multiply without end. Neither this nor any later file is included on the page.",
        remedy: "Include less on the page.",
        example: ["api/pen-list.md": "\
# List pens

## HTTP request

```http
GET /pens
```

[!INCLUDE [note](../includes/note.md)]

" x 1001, "includes/note.md": "A note.\n"],
    }

    PAGE_SIZE = 109, "page-size", Error, "A page is too long" {
        explanation: "A page of more than 4 MiB is not read at all: whatever it states is missing.",
        remedy: "Split the page.",
        example: ["resources/pen.md": "\
# pen resource type

A pen writes. A pen writes. A pen writes. A pen writes. A pen writes. A pen writes.
" x 60_000],
    }

    TABLE_LOST = 110, "table-lost", Error, "Rows without the beginning of a table" {
        explanation: "A table begins with a header row and a delimiter row, without a blank line between them. These \
            rows are text to Markdown, so they state nothing.",
        remedy: "Add the missing row, or remove the blank line.",
        example: ["resources/pen.md": "\
# pen resource type

## Properties

|Property|Type|Description|
|id|String|The key.|
|colour|String|Of the ink.|
"],
    }

    TABLE_DELIMITER = 111, "table-delimiter", Warning, "The delimiter row has another number of cells than the header" {
        explanation: "By the rules of Markdown this is no table. It is read as one all the same, with the columns of \
            the header.",
        remedy: "Give the delimiter row one cell for each column.",
        example: ["resources/pen.md": "\
# pen resource type

## Properties

|Property|Type|Description|
|:--|:--|
|id|String|The key.|
"],
    }

    TABLE_ROW = 112, "table-row", Warning, "A row has more cells than the header" {
        explanation: "Mostly a `|` in a text that was not escaped. The surplus cells are joined into the last column.",
        remedy: "Write `\\|` for a pipe in a cell, or add the column.",
        example: ["resources/pen.md": "\
# pen resource type

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
|colour|String|One of red|blue.|
"],
    }

    TABLE_SIZE = 113, "table-size", Error, "A table has too many empty cells" {
        explanation: "Rows that are much shorter than a very wide header would take memory without end. The rows from \
            here on are left out.",
        remedy: "Remove the columns that nothing fills.",
        example: ["resources/pen.md": "\
# pen resource type

## Properties

|Property|Type|Description|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|
|:-|:-|:-|:-|:-|:-|:-|:-|:-|:-|:-|:-|:-|:-|:-|:-|:-|:-|:-|:-|
|id|
" x 20_000],
    }

    UNKNOWN_ZONE = 114, "unknown-zone", Error, "No version is known that has a zone" {
        explanation: "A zone such as `:::zone pivot=\"v2\"` belongs to some versions of the docs. The dialect names no \
            version with its mark, so it is left out.",
        remedy: "Set `versions.from` of the dialect, and list the versions with their marks as `versions.known`.",
        example: ["resources/pen.md": "\
# pen resource type

:::zone pivot=\"v2\"
A pen.
:::zone-end

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    ZONE = 115, "zone", Warning, "A zone does not begin or does not end" {
        explanation: "A zone that is not closed ends where the next one begins, or with the page. A mark that closes \
            none is left out.",
        remedy: "Write the missing mark.",
        example: ["resources/pen.md": "\
# pen resource type

A pen.
:::zone-end

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    UNKNOWN_MARKER = 116, "unknown-marker", Warning, "No rule knows a mark" {
        explanation: "A line that begins with `:::` says how what follows is to be taken. Of this mark that is not \
            known: the line is left out, and what follows is read as if it stood there alone.",
        remedy: "Correct the mark, or leave it out if it says nothing of the API.",
        example: ["resources/pen.md": "\
# pen resource type

:::quiz id=\"1\":::

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    TABLE_GLUED = 117, "table-glued", Note, "No blank line stands between a table and the text above it" {
        explanation: "It is read as a table. Some publishing systems print it as text.",
        remedy: "Write a blank line above the table.",
        example: ["resources/pen.md": "\
# pen resource type

## Properties

These are the properties.
|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    SHORT_ROW = 118, "short-row", Note, "A row has fewer cells than the header of its table" {
        explanation: "The missing cells count as empty.",
        remedy: "Write the missing cells, or empty ones.",
        example: ["resources/pen.md": "\
# pen resource type

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|
"],
    }

    GLUED_HEADING = 119, "glued-heading", Warning, "A blank is missing behind the marks of a heading" {
        explanation: "By the rules of Markdown the line is text, and what stands below it belongs to the section above. It \
            is read as the heading that was meant.",
        remedy: "Write a blank behind the marks.",
        example: ["resources/pen.md": "\
# pen resource type

##Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }
}
