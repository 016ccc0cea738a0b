//! Fragments with slips, and fragments without, as they are reported.

use diag::{PageId, SourceFile, Sources};
use facts::Dialect;
use insta::assert_snapshot;

/// What is remarked on in pages at these paths.
fn remarks(files: &[(&str, &str)]) -> String {
    let file =
        |(path, text): &(&str, &str)| SourceFile { path: (*path).into(), text: (*text).into() };
    let files: Vec<SourceFile> = files.iter().map(file).collect();
    let (mut facts, mut reports) = (Vec::new(), Vec::new());
    for (id, file) in (0..).zip(&files) {
        let (page, _) = page::parse(PageId(id), file);
        let (read, _) = facts::read(&page, Dialect::graph());
        reports.extend(crate::page(&page, &read, Dialect::graph()));
        facts.push(read);
    }
    reports.extend(crate::docs(&facts, Dialect::graph()));
    let sources = Sources::new(files);
    reports.iter().map(|report| diag::render(report, &sources) + "\n").collect()
}

const PEN: &str = "# pen resource type

Namespace: microsoft.graph

## Properties

| Property | Type | Description |
|:--|:--|:--|
| id | String | The key. Read-only. |
| kind | penKind | The kind. Possible values are: `fountain`, `roller`. |
| tls12 | Boolean | One name. |
| tls13 | Boolean | Another name. Supports `$filter` (`eq`, `ne`). |
";

#[test]
fn a_sound_page_is_not_remarked_on() {
    assert_snapshot!(remarks(&[("v1.0/resources/pen.md", PEN)]), @"");
}

#[test]
fn words_near_to_known_ones() {
    let page = PEN
        .replace("## Properties", "## Propertis")
        .replace("Description |", "Descripton |")
        .replace("Read-only", "Raed-only")
        .replace("`ne`", "`nee`");
    assert_snapshot!(remarks(&[("v1.0/resources/pen.md", &page)]), @"
    warning[AM0401 near-heading]: the heading `Propertis` is not known
     --> v1.0/resources/pen.md:5:1
      |
    5 | ## Propertis
      | ^^^^^^^^^^^^
      |
      = help: did you mean `properties`?
    warning[AM0405 near-column]: the column `Descripton` is not known
     --> v1.0/resources/pen.md:7:21
      |
    7 | | Property | Type | Descripton |
      |                     ^^^^^^^^^^
      |
      = help: did you mean `description`?
    warning[AM0416 unknown-operator]: `$filter` has no operator `nee`
      --> v1.0/resources/pen.md:12:61
       |
    12 | | tls13 | Boolean | Another name. Supports `$filter` (`eq`, `nee`). |
       |                                                             ^^^^^
       |
       = help: did you mean `ne`?
    warning[AM0417 near-note]: `Raed-only` is not understood
     --> v1.0/resources/pen.md:9:17
      |
    9 | | id | String | The key. Raed-only. |
      |                 ^^^^^^^^^^^^^^^^^^^
      |
      = help: did you mean `Read-only`?
    ");
}

#[test]
fn short_titles_near_to_known_ones() {
    // The heading of a column, that of a section, and whether something is said of it.
    let lines = [("Nae", true), ("Tyep", true), ("Tpe", true), ("Tasks", false), ("Date", false)];
    for (title, is_near) in lines {
        let page = PEN.replace("| Property | Type |", &format!("| Property | {title} |"));
        let said = remarks(&[("v1.0/resources/pen.md", &page)]);
        assert_eq!(said.contains("near-column"), is_near, "{title}: {said}");
    }
    for (title, is_near) in [("Josn", true), ("Nnote", true), ("None", false), ("node", false)] {
        let page = format!("{PEN}\n## {title}\n\nSomething.\n");
        let said = remarks(&[("v1.0/resources/pen.md", &page)]);
        assert_eq!(said.contains("near-heading"), is_near, "{title}: {said}");
    }
}

#[test]
fn names_in_another_case() {
    let page = format!(
        "{PEN}\n## JSON representation\n\n```json\n{{ \"id\": \"String\", \"Kind\": \"roller\" }}\n```\n"
    );
    let update = "# Update pen

## HTTP request

```http
PATCH /pens/{id}
```

## Request body

|Property|Type|Description|
|:--|:--|:--|
|Tls12|Boolean|One name.|
|tls13|Boolean|Another name.|

## Response

If successful, this method returns a `200 OK` response code and a [pen](../resources/pen.md) object.
";
    let files = [("v1.0/resources/pen.md", page.as_str()), ("v1.0/api/pen-update.md", update)];
    assert_snapshot!(remarks(&files), @r#"
    note[AM0432 name-case]: the table has `kind`, this is `Kind`
      --> v1.0/resources/pen.md:17:19
       |
    17 | { "id": "String", "Kind": "roller" }
       |                   ^^^^^^
       |
       = help: both are taken for one property; JSON tells them apart
    note[AM0432 name-case]: the type that is sent has `tls12`, this is `Tls12`
      --> v1.0/api/pen-update.md:13:2
       |
    13 | |Tls12|Boolean|One name.|
       |  ^^^^^
       |
       = help: both are taken for one property; JSON tells them apart
    "#);
}

#[test]
fn what_a_page_contradicts() {
    let page = "# List pens

## HTTP request

```http
GET /pens//caps
PATHC /pens/{id}
```

## Response

If successful, this method returns `20 OK`.

## Example

### Request

<!-- { \"blockType\": \"request\", \"name\": \"list\" } -->
```http
POST https://graph.microsoft.com/v1.0/pesn/caps
```
";
    assert_snapshot!(remarks(&[("v1.0/api/pen-list.md", page)]), @"
    warning[AM0409 empty-segment]: two slashes stand side by side in this path
     --> v1.0/api/pen-list.md:6:1
      |
    6 | GET /pens//caps
      | ^^^^^^^^^^^^^^^
      |
      = help: a segment is missing, perhaps a placeholder such as `{id}`
    error[AM0408 near-method]: there is no HTTP method `PATHC`
     --> v1.0/api/pen-list.md:7:1
      |
    7 | PATHC /pens/{id}
      | ^^^^^^^^^^^^^^^^
      |
      = help: did you mean `PATCH`?
    warning[AM0410 near-segment]: no example asks for `pens`
     --> v1.0/api/pen-list.md:6:1
      |
    6 | GET /pens//caps
      | ^^^^^^^^^^^^^^^
      |
      = help: did you mean `pesn`?
    warning[AM0410 near-segment]: no request line of this page has `pesn`
      --> v1.0/api/pen-list.md:19:1
       |
    19 | / ```http
    20 | | POST https://graph.microsoft.com/v1.0/pesn/caps
    21 | | ```
       | |___^
       |
       = help: did you mean `pens`?
    warning[AM0411 example-method]: no request line of this page has the method `POST`
      --> v1.0/api/pen-list.md:19:1
       |
    19 | / ```http
    20 | | POST https://graph.microsoft.com/v1.0/pesn/caps
    21 | | ```
       | |___^
    warning[AM0412 status]: `20` is no HTTP status
      --> v1.0/api/pen-list.md:12:36
       |
    12 | If successful, this method returns `20 OK`.
       |                                    ^^^^^^^
    ");
}

#[test]
fn what_other_pages_write_otherwise() {
    let cap = "# cap resource type

Namespace: microsoft.graph

Inherits from [pen](pne.md).

## Properties

| Property | Type | Description |
|:--|:--|:--|
| kind | penKind | The kind. Possible values are: `fountian`, `roller`. |
| pens | [pen](pen.md) | The pens. |
| size | Strng | The size. |
";
    let files = [("v1.0/resources/pen.md", PEN), ("v1.0/resources/cap.md", cap)];
    assert_snapshot!(remarks(&files), @"
    warning[AM0421 dead-link]: there is no page `v1.0/resources/pne.md`
     --> v1.0/resources/cap.md:5:1
      |
    5 | Inherits from [pen](pne.md).
      | ^^^^^^^^^^^^^^^^^^
      |
      = help: did you mean `pen.md`?
    error[AM0422 near-type]: no page describes a type `Strng`
      --> v1.0/resources/cap.md:13:10
       |
    13 | | size | Strng | The size. |
       |          ^^^^^
       |
       = help: did you mean `String`?
    warning[AM0423 near-member]: another list of these values has no `fountain`
      --> v1.0/resources/pen.md:10:51
       |
    10 | | kind | penKind | The kind. Possible values are: `fountain`, `roller`. |
       |                                                   ^^^^^^^^^^
       |
       = help: did you mean `fountian`?
    warning[AM0423 near-member]: another list of these values has no `fountian`
      --> v1.0/resources/cap.md:11:51
       |
    11 | | kind | penKind | The kind. Possible values are: `fountian`, `roller`. |
       |                                                   ^^^^^^^^^^
       |
       = help: did you mean `fountain`?
    ");
}

#[test]
fn what_is_not_read_of_tables() {
    let pen = PEN.replace(
        "| Property | Type | Description |\n|:--|:--|:--|",
        "| Property | Type | Description | Added in |\n|:--|:--|:--|:--|",
    );
    let mix = "# pen: mix

## HTTP request

```http
POST /pens/{id}/mix
```

## Request body

Supply a JSON object with the following parameters.

| Parameter | Type | Description |
|:--|:--|:--|
| kind | String | The kind. |

| Kind | Meaning |
|:--|:--|
| round | Round. |

## Response

If successful, this method returns a `204 No Content` response code.

| Color | Meaning |
|:--|:--|
| blue | As the sea. |
";
    let files = [("v1.0/resources/pen.md", pen.as_str()), ("v1.0/api/pen-mix.md", mix)];
    assert_snapshot!(remarks(&files), @"
    note[AM0430 unread-column]: nothing is read from the column `Added in`
     --> v1.0/resources/pen.md:7:35
      |
    7 | | Property | Type | Description | Added in |
      |                                   ^^^^^^^^
      |
      = help: add it to the columns of the dialect if it states facts
    note[AM0431 left-out]: nothing is read from this table
      --> v1.0/api/pen-mix.md:17:1
       |
    17 | / | Kind | Meaning |
    18 | | |:--|:--|
    19 | | | round | Round. |
       | |__________________^
       |
       = help: the rule `body-other-table` takes it for an explanation
    note[AM0431 left-out]: nothing is read from this table
      --> v1.0/api/pen-mix.md:25:1
       |
    25 | / | Color | Meaning |
    26 | | |:--|:--|
    27 | | | blue | As the sea. |
       | |______________________^
       |
       = help: the rule `response-table` takes it for an explanation
    ");
}

/// A page that changes pens, with these sections below "Request body".
fn change_of_pens(bodies: &str) -> String {
    format!(
        "# Update pen\n\n## HTTP request\n\n```http\nPATCH /pens/{{id}}\n```\n\n## Request body\n\n{bodies}\n\
         ## Response\n\nIf successful, this method returns a `200 OK` response code and a [pen](../resources/pen.md) \
         object in the response body.\n"
    )
}

const ROW: &str =
    "| Property | Type | Description |\n|:--|:--|:--|\n| tls12 | Boolean | One name. |\n";

#[test]
fn two_bodies_may_have_a_row_of_one_name() {
    let bodies = format!("### For users\n\n{ROW}\n### For applications\n\n{ROW}\n");
    let page = change_of_pens(&bodies);
    assert_snapshot!(remarks(&[("v1.0/resources/pen.md", PEN), ("v1.0/api/pen-update.md", &page)]), @"");
    let twice = change_of_pens(&format!("{ROW}| tls12 | Boolean | Again. |\n"));
    assert_snapshot!(remarks(&[("v1.0/resources/pen.md", PEN), ("v1.0/api/pen-update.md", &twice)]), @"
    warning[AM0406 row-twice]: the property `tls12` is listed twice
      --> v1.0/api/pen-update.md:14:3
       |
    14 | | tls12 | Boolean | Again. |
       |   ^^^^^
    ");
}

/// A page that lists what a request line of pens reads.
fn list_of(ty: &str) -> String {
    format!(
        "# List\n\n## HTTP request\n\n```http\nGET /pens/{{id}}/ink\n```\n\n## Response\n\nIf successful, this method \
         returns a `200 OK` response code and a collection of [{ty}](../resources/{ty}.md) objects in the response \
         body.\n"
    )
}

#[test]
fn a_path_reads_many_of_the_type_that_is_answered() {
    let ink = PEN.replace("# pen", "# ink");
    let rows = format!(
        "{PEN}\n## Relationships\n\n| Relationship | Type | Description |\n|:--|:--|:--|\n| ink | \
         [ink](ink.md) | The ink. |\n"
    );
    let remarks = |list: &str| {
        remarks(&[
            ("v1.0/api/pen-list.md", list),
            ("v1.0/resources/ink.md", &ink),
            ("v1.0/resources/pen.md", &rows),
        ])
    };
    assert_snapshot!(remarks(&list_of("ink")), @r#"
    warning[AM0428 lost-collection]: `ink` is one object here, but a request line reads many of them
      --> v1.0/resources/pen.md:18:9
       |
    18 | | ink | [ink](ink.md) | The ink. |
       |         ^^^^^^^^^^^^^
       |
       = help: write "collection" behind the type if it is one
    "#);
    assert_snapshot!(remarks(&list_of("pen")), @"");
}
