//! The report and the coverage in it, for docs that say several things more than once.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;

use apimark::Generator;
use insta::assert_snapshot;

const PEN: &str = "\
# pen resource type

Namespace: microsoft.graph

A pen. Inherits from [thing](thing.md).

## Methods

|Method|Return type|Description|
|:--|:--|:--|
|[Get](../api/pen-get.md)|[pen](pen.md)|Reads it.|

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key. Inherited from [thing](thing.md).|
|ink|Int64|How much there is. Supports `$filter` (`eq`).|

## Ledger

|a|b|
|:--|:--|
|1|2|

## JSON representation

<!-- { \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.pen\" } -->
```json
{ \"id\": \"String\", \"ink\": true, \"cap\": \"String\" }
```
";

const THING: &str = "\
# thing resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
";

/// The page of this name, which documents the same as any other of these.
fn get(name: &str, more: &str) -> (String, String) {
    let page = format!(
        "# {name}\n\nNamespace: microsoft.graph\n\n## HTTP request\n\n```http\nGET /pens/{{id}}\n```\n\n\
         ## Request headers\n\n|Name|Description|\n|:--|:--|\n|Authorization|Bearer.|\n\n## Response\n\n\
         If successful, this method returns a `200 OK` response code and a [pen](../resources/pen.md) object.\n{more}"
    );
    (format!("api/{name}.md"), page)
}

fn generator(dir: &std::path::Path, select: &str) -> Generator {
    let put = |path: &str, text: &str| {
        let path = dir.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    put("apimark.toml", &format!("docs = [\"docs\"]\n[output]\ndir = \"client\"\n{select}"));
    put("docs/v1.0/resources/pen.md", PEN);
    put("docs/v1.0/resources/thing.md", THING);
    for (path, text) in [get("pen-get", ""), get("quill-get", "\nTODO: more.\n")] {
        put(&format!("docs/v1.0/{path}"), &text);
    }
    Generator::from_config(dir.join("apimark.toml")).unwrap()
}

#[test]
fn each_claim_is_accounted_for_and_the_worst_comes_first() {
    let dir = tempfile::tempdir().unwrap();
    let plan = generator(dir.path(), "").plan().unwrap();
    let report = &plan.files()["REPORT.md"];
    assert_snapshot!(report.split_once("## Reports by kind").unwrap().1, @"


    | kind | severity | count |
    |:--|:--|--:|
    | unread-table | error | 1 |
    | todo | warning | 1 |
    | conflicting-representation | note | 1 |
    | conflicting-type | note | 1 |
    | unknown-section | note | 1 |

    ## Coverage

    A claim is one thing that a page states: the type of a property, a note on it, a permission, a status. It is used where an answer rests on it or agrees with it.

    | claims | used | outweighed | left out | blocks unread |
    |--:|--:|--:|--:|--:|
    | 35 | 29 (82.8 %) | 1 | 5 | 2 |

    | claims left out by | count | because |
    |:--|--:|:--|
    | json-only | 1 | a JSON representation shows a member that no row lists |
    | methods-table | 1 | the page of the operation says all of it |
    | other-page | 2 | another page speaks for the route |
    | standard-header | 1 | every request has the header, or a setting of the client sends it |

    ## Pages

    | page | kind | claims used | outweighed | left out | read by | blocks left out | unread |
    |:--|:--|--:|--:|:--|:--|:--|:--|
    | v1.0/api/pen-get.md | operation | 4 | 0 | standard-header | headers, request-blocks |  |  |
    | v1.0/api/quill-get.md | operation | 3 | 0 | other-page ×2 | headers, request-blocks |  |  |
    | v1.0/resources/pen.md | resource | 15 | 1 | json-only, methods-table | json-representation, methods-table, properties-table |  | section, table |
    | v1.0/resources/thing.md | resource | 7 | 0 |  | properties-table |  |  |

    ## Reports

    ### Errors: something that the docs state is lost

    #### v1.0/resources/pen.md

    - 22:1 error[AM0201 unread-table] no rule reads the table `a | b`

    ### Warnings: something is odd, repaired or left out

    #### v1.0/api/quill-get.md

    - 21:1 warning[AM0204 todo] this text is not finished

    ### Notes

    #### v1.0/resources/pen.md

    - 20:1 note[AM0203 unknown-section] no rule knows the heading `Ledger`
    - 30:19 note[AM0419 conflicting-representation] `ink` is shown as a value of another type
    - 30:19 note[AM0510 conflicting-type] the JSON representation shows another type for `ink`
    ");
}

#[test]
fn the_report_speaks_of_the_selection_alone() {
    let dir = tempfile::tempdir().unwrap();
    let select = "[select]\ninclude-types = [\"microsoft.graph.thing\"]\n";
    let plan = generator(dir.path(), select).plan().unwrap();
    let report = &plan.files()["REPORT.md"];
    assert_snapshot!(report.split_once("## Selection").unwrap().1, @"


    A part of the API is selected. Below stand the pages that describe it; 3 others are left out. `select --explain TYPE` tells why a type is in.

    | version | types in | types left out | properties kept as JSON |
    |:--|--:|--:|--:|
    | v1.0 | 1 | 1 | 0 |

    ## Reports by kind

    | kind | severity | count |
    |:--|:--|--:|

    ## Coverage

    A claim is one thing that a page states: the type of a property, a note on it, a permission, a status. It is used where an answer rests on it or agrees with it.

    | claims | used | outweighed | left out | blocks unread |
    |--:|--:|--:|--:|--:|
    | 7 | 7 (100.0 %) | 0 | 0 | 0 |

    ## Pages

    | page | kind | claims used | outweighed | left out | read by | blocks left out | unread |
    |:--|:--|--:|--:|:--|:--|:--|:--|
    | v1.0/resources/thing.md | resource | 7 | 0 |  | properties-table |  |  |

    ## Reports
    ");
}

#[test]
fn the_sum_of_what_became_of_claims_is_their_number() {
    let docs = concat!(env!("CARGO_MANIFEST_DIR"), "/../../apimark.toml");
    let lint = Generator::from_config(docs).unwrap().lint().unwrap();
    let document: serde_json::Value = serde_json::from_str(&lint.findings(None).json()).unwrap();
    let sum = |of: &serde_json::Value| -> u64 {
        of.as_object().unwrap().values().map(|it| it.as_u64().unwrap()).sum()
    };
    let pages = document["pages"].as_array().unwrap();
    let mut claims = 0;
    for page in pages.iter().chain([&document["coverage"]]) {
        let used = page["used"].as_u64().unwrap() + page["outweighed"].as_u64().unwrap();
        assert_eq!(page["claims"], used + sum(&page["leftOut"]), "{page}");
        let rules = page["leftOut"].as_object().unwrap().keys();
        for rule in rules {
            assert!(!model::why_left_out(rule).is_empty(), "{rule}: {page}");
        }
        claims += page["claims"].as_u64().unwrap();
    }
    // All pages together are the last of them.
    assert_eq!(claims, 2 * document["coverage"]["claims"].as_u64().unwrap());
    assert!(claims > 2000, "{claims}");
}
