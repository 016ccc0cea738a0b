//! Small docs, and what they are read as.

use diag::{PageId, SourceFile, Sources};
use facts::Dialect;
use model::Api;
use page::Library;

/// The pages of a library, by path.
pub(super) const PAGES: [(&str, &str); 7] = [
    (
        "v1.0/resources/item.md",
        "\
# item resource type

Namespace: library

What can be lent.

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key of the item. Key. Not nullable. Read-only.|
|shelf|String|Where the item stands when nobody has it.|
|lentDateTime|DateTimeOffset|When somebody took the item home. Read-only.|

## JSON representation

<!-- { \"blockType\": \"resource\", \"keyProperty\": \"id\", \"@odata.type\": \"library.item\" } -->
```json
{ \"id\": \"String\", \"shelf\": \"String\" }
```
",
    ),
    (
        "v1.0/resources/book.md",
        "\
# book resource type

Namespace: library

A book. Inherits from [item](item.md).

## Properties

|Property|Type|Description|
|:---|:---|:---|
|title|String|The title on the cover. Required. Supports `$filter` (`eq`, `ne`, `startsWith`).|
|pages|Int32|How many pages the book has, without its cover.|
|binding|[binding](binding.md)|How the pages of the book are held together.|
|notes|String collection|What readers wrote into the book. Nullable.|

## Relationships

|Relationship|Type|Description|
|:---|:---|:---|
|authors|[person](person.md) collection|Who wrote the book, in the order of the cover.|

## JSON representation

<!-- { \"blockType\": \"resource\", \"baseType\": \"library.item\", \"@odata.type\": \"library.book\" } -->
```json
{ \"title\": \"String\", \"pages\": 1024 }
```
",
    ),
    (
        "v1.0/resources/person.md",
        "\
# person resource type

Namespace: library

Somebody who writes or reads.

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key of the person. Key. Read-only.|
|name|String|The name as it is printed on covers. Supports `$filter`.|
",
    ),
    (
        "v1.0/resources/binding.md",
        "\
# binding enum type

Namespace: library

How pages are held together.

## Members

|Member|Value|Description|
|:---|:---|:---|
|sewn|0|With a thread through every sheet.|
|glued|1|With glue along the back of the block.|
|unknownFutureValue|2|A marker for values to come.|
",
    ),
    (
        "v1.0/api/book-list.md",
        "\
# List books

Namespace: library

All books that the library has.

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Book.Read, Book.ReadWrite|
|Delegated (personal Microsoft account)|Not supported.|
|Application|Book.Read.All|

## HTTP request

```http
GET /books
GET /shelves/{id}/books
```

## Optional query parameters

This method supports the `$filter`, `$select` and `$top` query parameters.

## Response

If successful, this method returns a `200 OK` response code and a collection of [book](../resources/book.md) objects in the response body.
",
    ),
    (
        "v1.0/api/book-create.md",
        "\
# Create book

Namespace: library

Takes a book into the library.

## HTTP request

```http
POST /books
```

## Request headers

|Name|Description|
|:---|:---|
|Authorization|Bearer {token}. Required.|

## Request body

In the request body, supply a JSON representation of the [book](../resources/book.md) object.

## Response

If successful, this method returns a `201 Created` response code and a [book](../resources/book.md) object in the response body.
",
    ),
    (
        "v1.0/api/book-lend.md",
        "\
# book: lend

Namespace: library

Lends a book to somebody.

## HTTP request

```http
POST /books/{id}/lend
```

## Request body

In the request body, provide a JSON object with the following parameters.

|Parameter|Type|Description|
|:---|:---|:---|
|reader|String|Who takes the book home.|
|days|Int32|For how many days the book may stay there.|

## Response

If successful, this method returns a `204 No Content` response code.
",
    ),
];

/// An edit of a page: its name, what is replaced, and by what. A page that has no `from` is replaced whole.
pub(super) type Edit<'a> = (&'a str, &'a str, &'a str);

/// The pages after edits. What an edit replaces must be there.
pub(super) fn edited(edits: &[Edit<'_>]) -> Vec<(String, String)> {
    let mut pages: Vec<(String, String)> =
        PAGES.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    for (name, from, to) in edits {
        let file = format!("{name}.md");
        let at = pages.iter().position(|(path, _)| path.ends_with(&file));
        match (at, from.is_empty()) {
            (Some(at), true) if to.is_empty() => {
                pages.remove(at);
            }
            (Some(at), true) => pages[at].1 = (*to).to_owned(),
            (Some(at), false) => {
                assert!(pages[at].1.contains(from), "{name} has `{from}`");
                pages[at].1 = pages[at].1.replace(from, to);
            }
            (None, _) => pages.push((format!("v1.0/{file}"), (*to).to_owned())),
        }
    }
    pages.sort();
    pages
}

/// What pages are read as.
pub(super) fn read(pages: &[(String, String)]) -> (Vec<Api>, Sources) {
    let dialect = Dialect::graph();
    let files: Vec<SourceFile> = pages
        .iter()
        .map(|(path, text)| SourceFile { path: path.clone(), text: text.clone() })
        .collect();
    let ids = (0_u32..).map(PageId);
    let library: Library = ids.zip(&files).map(|(id, file)| page::parse(id, file).0).collect();
    let facts: Vec<facts::PageFacts> = files
        .iter()
        .filter_map(|file| library.get(&file.path))
        .map(|page| facts::read(page, dialect).0)
        .collect();
    let sources = Sources::new(files);
    let options = model::Options {
        version: "v1.0".to_owned(),
        module: "v1_0".to_owned(),
        base_url: "https://example.com/v1.0".to_owned(),
        default_namespace: "library".to_owned(),
        primitives: facts::Dialect::graph().primitives().clone(),
        plurals: facts::Dialect::graph().plurals().clone(),
        links: model::Links::default(),
        sources: &sources,
        parallel: false,
    };
    let built = model::build(&facts, &options, &model::Select::default());
    (vec![built.api], sources)
}
