use insta::assert_snapshot;

use super::super::tests::{diagnostics, operation};

fn permissions(table: &str) -> String {
    let facts = operation(&format!("## Permissions\n\n{table}"));
    let mut out = String::new();
    for statement in facts.permissions {
        out += &format!("{}\n", statement.scope.as_deref().unwrap_or("all"));
        for row in statement.rows {
            let sets: Vec<String> =
                row.value.alternatives.iter().map(|set| set.join("+")).collect();
            let order = if row.value.ordered { " < " } else { " | " };
            out += &format!("  {:?}: {}\n", row.value.caller, sets.join(order));
        }
    }
    out
}

#[test]
fn least_first_and_most_first() {
    assert_snapshot!(permissions("
|Permission type|Permissions (from least to most privileged)|
|:--|:--|
|Delegated (work or school account)| Boat.Read, Boat.Sail.All |
|Delegated (personal Microsoft account)|Not supported.|
|Application| Boat.Read.All, Fleet.Read.All<br>Fleet.ReadWrite.All |
"), @"
    all
      DelegatedWork: Boat.Read < Boat.Sail.All
      DelegatedPersonal: 
      Application: Boat.Read.All < Fleet.Read.All < Fleet.ReadWrite.All
    ");
    assert_snapshot!(permissions("
|Permission type|Permissions (from most to least privileged)|
|:--|:--|
|Delegated (work or school account)| Boat.Sail.All, Boat.Read |
|Application| Boat.Sail.All or Boat.Read.All |
"), @"
    all
      DelegatedWork: Boat.Read < Boat.Sail.All
      Application: Boat.Read.All < Boat.Sail.All
    ");
    assert_snapshot!(permissions("
|Permission type|Permissions|
|:--|:--|
|Application| [Boat.Sail.All](perms.md), Boat.Read.All |
"), @"
    all
      Application: Boat.Sail.All | Boat.Read.All
    ");
}

#[test]
fn least_and_higher_columns() {
    assert_snapshot!(permissions("
|Permission type|Least privileged permissions|Higher privileged permissions|
|:---|:---|:---|
|Delegated (work or school account)|Boat-Log.Read|Boat-Log.ReadWrite, Boat.Sail.All|
|Delegated (personal Microsoft account)|Not supported.|Not supported.|
|Application|Boat-Log.Read.All|Not available.|
"), @"
    all
      DelegatedWork: Boat-Log.Read < Boat-Log.ReadWrite < Boat.Sail.All
      DelegatedPersonal: 
      Application: Boat-Log.Read.All
    ");
}

#[test]
fn a_row_per_resource() {
    assert_snapshot!(permissions("
| Supported resource | Delegated (work or school account) | Delegated (personal Microsoft account) | Application |
|:--|:--|:--|:--|
| crew [boat](../resources/boat.md) | Boat.Read | Not supported | Boat.Read.All |
| [log](../resources/log.md) | Log.Read | Log.Read | |
"), @"
    crew boat
      DelegatedWork: Boat.Read
      DelegatedPersonal: 
      Application: Boat.Read.All
    log
      DelegatedWork: Log.Read
      DelegatedPersonal: Log.Read
    ");
}

#[test]
fn a_column_per_case() {
    assert_snapshot!(permissions("
|Permission type|Permissions acting on self (from least to most privileged)|Permissions acting on others (from least to most privileged)|
|:--|:--|:--|
|Delegated (work or school account)|Log.Read|Log.Read.All, Log.ReadWrite.All|
|Application|Not applicable.|Log.Read.All|
"), @"
    Permissions acting on self
      DelegatedWork: Log.Read
      Application: 
    Permissions acting on others
      DelegatedWork: Log.Read.All < Log.ReadWrite.All
      Application: Log.Read.All
    ");
}

#[test]
fn several_tables_take_their_headings() {
    assert_snapshot!(permissions("
### Permissions for boats

|Permission type|Permissions (from least to most privileged)|
|:--|:--|
|Application|Boat.Read.All|

### Permissions for rafts

|Permission Type|Permissions (from least to most privileged)|
|:--|:--|:--|
|Application|Raft.Read.All|
"), @"
    Permissions for boats
      Application: Boat.Read.All
    Permissions for rafts
      Application: Raft.Read.All
    ");
}

#[test]
fn several_tables_take_the_lines_that_lead_to_them() {
    assert_snapshot!(permissions("
For boats:

|Permission type|Permissions (from least to most privileged)|
|:--|:--|
|Application|Boat.Read.All|

A captain asks in person.

For rafts:

|Permission Type|Permissions (from least to most privileged)|
|:--|:--|:--|
|Application|Raft.Read.All|
"), @"
    For boats
      Application: Boat.Read.All
    For rafts
      Application: Raft.Read.All
    ");
}

#[test]
fn empty_rows_are_followed_by_parts() {
    assert_snapshot!(permissions("
|Permission type|Permissions (from least to most privileged)|
|:--|:--|
|Delegated (work or school account)| |
| &nbsp; &nbsp; **Harbour** | Harbour.Read.All, Harbour.ReadWrite.All |
| &nbsp; &nbsp; **Dock** | Dock.Read.All |
|Delegated (personal Microsoft account)|Not supported.|
|Application| |
| &nbsp; &nbsp; **Harbour** | Harbour.Read.All |
"), @"
    Harbour
      DelegatedWork: Harbour.Read.All < Harbour.ReadWrite.All
      Application: Harbour.Read.All
      DelegatedPersonal: 
    Dock
      DelegatedWork: Dock.Read.All
      DelegatedPersonal:
    ");
}

#[test]
fn cells_may_tell_cases_apart() {
    assert_snapshot!(permissions("
|Permission type|Permissions (from least to most privileged)|
|:--|:--|
|Delegated (work or school account)|For **boats**:<br/>A.Read, A.Write<br /><br />For **rafts**:<br />B.Read|
|Delegated (personal Microsoft account)|Not supported.|
|Application|For **boats**: Not supported.<br>For **rafts**: B.Read|
"), @"
    For boats
      DelegatedWork: A.Read < A.Write
      Application: 
      DelegatedPersonal: 
    For rafts
      DelegatedWork: B.Read
      Application: B.Read
      DelegatedPersonal:
    ");
}

fn cell(text: &str) -> String {
    let table = format!(
        "|Permission type|Permissions (from least to most privileged)|\n|:--|:--|\n|Application|{text}|\n"
    );
    permissions(&table).lines().nth(1).unwrap_or("unread").trim().to_owned()
}

#[test]
fn cells() {
    let cases = [
        ("Not supported.", "Application:"),
        ("None.", "Application:"),
        ("N/A", "Application:"),
        ("A.Read*, A.Write\\*", "Application: A.Read < A.Write"),
        ("A.Read and B.Read, C.Read", "Application: A.Read+B.Read < C.Read"),
        ("A.Read, B.Read, and C.Read", "Application: A.Read < B.Read < C.Read"),
        ("A.Read plus B.Read", "Application: A.Read+B.Read"),
        ("A.Read, plus B.Read", "Application: A.Read+B.Read"),
        (
            "One from A.Read, A.Write plus either B.Read or C.Read",
            "Application: A.Read+B.Read < A.Write+B.Read < A.Read+C.Read < A.Write+C.Read",
        ),
        ("A.Read; B.Read or C.Read.", "Application: A.Read < B.Read < C.Read"),
        ("One of: A.Read, B.Read", "Application: A.Read < B.Read"),
        ("A.Read.All for a log entry.", "Application: A.Read.All"),
        ("A.Read A.Write", "Application: A.Read < A.Write"),
        ("openid, profile", "Application: openid < profile"),
        ("A.Read, A.Read", "Application: A.Read"),
        ("**TODO: find out**", "unread"),
    ];
    for (text, expected) in cases {
        assert_eq!(cell(text), expected, "{text}");
    }
}

#[test]
fn a_table_of_members_is_none() {
    let facts = operation(
        "
## Request body

|Permission Type|Property|Type|Description|
|:--|:--|:--|:--|
|Captain|orders|String collection|What to do.|
|Any|until|DateTimeOffset|When to stop.|
",
    );
    assert!(facts.permissions.is_empty());
    let members: Vec<_> =
        facts.body.properties.iter().map(|each| each.name.value.as_str()).collect();
    assert_eq!(members, ["orders", "until"]);
}

#[test]
fn rows_without_permissions_are_reported() {
    assert_snapshot!(diagnostics("
## Permissions

|Permission type|Permissions (from least to most privileged)|
|:--|:--|
|Application|ask the captain|
|Pirate|Boat.Board|
"), @r#"
    warning[AM0309 permission-cell]: this names no permission
      --> v1.0/api/boat-get.md:13:1
       |
    13 | |Application|ask the captain|
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: write permissions such as `User.Read`, or "Not supported."
    warning[AM0308 permission-row]: `Pirate` is no kind of caller
      --> v1.0/api/boat-get.md:14:1
       |
    14 | |Pirate|Boat.Board|
       | ^^^^^^^^^^^^^^^^^^^
       |
       = help: the row was left out
    "#);
}

#[test]
fn lists_of_permissions_are_reported() {
    assert_snapshot!(diagnostics("
## Permissions

- For **boats** - Boat.Read, Boat.Sail
- Ask the captain first
"), @"
    note[AM0307 permission-list]: permissions outside of a table
      --> v1.0/api/boat-get.md:11:3
       |
    11 | - For **boats** - Boat.Read, Boat.Sail
       |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: they were left out; a table tells delegated callers from applications
    ");
}

#[test]
fn alternatives_that_multiply_are_not_kept() {
    let cell = "A.Read or B.Read".to_owned() + &" plus either C.Read or D.Read".repeat(40);
    let twice = (0..40).map(|at| format!(" plus either A.R{at} or B.R{at}")).collect::<String>();
    let page = format!(
        "
## Permissions

|Permission type|Permissions|
|:---|:---|
|Application|{cell}|
|Application|C.Read{twice}|
"
    );
    let codes: Vec<String> = diagnostics(&page)
        .lines()
        .filter(|line| line.starts_with("warning[permission-"))
        .map(str::to_owned)
        .collect();
    assert_snapshot!(codes.join("\n"), @"");
}

#[test]
fn a_cell_of_a_matrix_that_names_no_permission() {
    assert_snapshot!(diagnostics("
## Permissions

|Supported resource|Delegated (work or school account)|Application|
|:---|:---|:---|
|[boat](boat.md)|Boat.Read|Ask the harbour master.|
"), @r#"
    warning[AM0309 permission-cell]: this names no permission
      --> v1.0/api/boat-get.md:13:28
       |
    13 | |[boat](boat.md)|Boat.Read|Ask the harbour master.|
       |                            ^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: write permissions such as `User.Read`, or "Not supported."
    "#);
}

#[test]
fn scopes_may_begin_with_a_small_letter() {
    assert_snapshot!(permissions("
|Permission type|Permissions (from least to most privileged)|
|:--|:--|
|Delegated (work or school account)|eBoat.Read.All|
|Application| Boat.Read, eBoat.Read.All, see boats.example.com |
"), @"
    all
      DelegatedWork: eBoat.Read.All
      Application: Boat.Read < eBoat.Read.All
    ");
}

#[test]
fn a_footnote_makes_one_set_of_what_is_needed_together() {
    assert_snapshot!(permissions("
|Permission type|Permissions (from least to most privileged)|
|:--|:--|
|Delegated (work or school account)|Boat.Read\\*, Crew.Read\\*, Boat.Sail.All|
|Application| Boat.Read<sup>1</sup>, Crew.Read, Sail.Read<sup>1</sup> |

\\* You need both permissions to call this API.

<sup>1</sup> Both are required.
"), @"
    all
      DelegatedWork: Boat.Read+Crew.Read < Boat.Sail.All
      Application: Boat.Read+Sail.Read < Crew.Read
    ");
}

#[test]
fn a_mark_that_is_not_understood_is_reported() {
    assert_snapshot!(diagnostics("
## Permissions

|Permission type|Permissions (from least to most privileged)|
|:--|:--|
|Delegated (work or school account)|Boat.Read\\*|
|Application| Boat.Read<sup>2</sup> |

> **Note**: Permissions marked with * use consent by boat.
>
> <sup>2</sup> On Mondays only.
"), @r"
    note[AM0313 permission-mark]: the mark `*` of `Boat.Read` is not understood
      --> v1.0/api/boat-get.md:13:37
       |
    13 | |Delegated (work or school account)|Boat.Read\*|
       |                                     ^^^^^^^^^^^
       |
       = help: the permission is read without its footnote
    note[AM0313 permission-mark]: the mark `2` of `Boat.Read` is not understood
      --> v1.0/api/boat-get.md:14:15
       |
    14 | |Application| Boat.Read<sup>2</sup> |
       |               ^^^^^^^^^^^^^^^^^^^^^
       |
       = help: the permission is read without its footnote
    ");
}

#[test]
fn scopes_of_other_services() {
    assert_snapshot!(permissions(
        "
|Permission type|Permissions (from least to most privileged)|
|:--|:--|
|Delegated (work or school account)| looms.read, looms.read.all, openid |
|Delegated (personal Microsoft account)| looms:read<br>read:looms or write-all:looms |
|Application| `looms/read`, `loom-admin`; `looms:read` and `yarn:read` |
"
    ), @"
    all
      DelegatedWork: looms.read < looms.read.all < openid
      DelegatedPersonal: looms:read < read:looms < write-all:looms
      Application: looms/read < loom-admin < looms:read+yarn:read
    ");
    assert_snapshot!(permissions(
        "
|Permission type|Permissions|
|:--|:--|
|Delegated (work or school account)|One of these, e.g. `looms:read`, for some.|
|Application|Boat.Read, Fleet.Read|
"
    ), @"
    all
      DelegatedWork: looms:read
      Application: Boat.Read | Fleet.Read
    ");
}

#[test]
fn words_of_prose_are_no_scopes() {
    assert_snapshot!(diagnostics(
        "
# Get loom

## Permissions

|Permission type|Permissions|
|:--|:--|
|Delegated (work or school account)|read-only|
|Delegated (personal Microsoft account)|Any, e.g. of looms.read|
|Application|1.0|
"
    ), @r#"
    warning[AM0309 permission-cell]: this names no permission
      --> v1.0/api/boat-get.md:15:1
       |
    15 | |Delegated (work or school account)|read-only|
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: write permissions such as `User.Read`, or "Not supported."
    warning[AM0309 permission-cell]: this names no permission
      --> v1.0/api/boat-get.md:16:1
       |
    16 | |Delegated (personal Microsoft account)|Any, e.g. of looms.read|
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: write permissions such as `User.Read`, or "Not supported."
    warning[AM0309 permission-cell]: this names no permission
      --> v1.0/api/boat-get.md:17:1
       |
    17 | |Application|1.0|
       | ^^^^^^^^^^^^^^^^^
       |
       = help: write permissions such as `User.Read`, or "Not supported."
    "#);
    assert_snapshot!(permissions(
        "
|Permission type|Permissions|
|:--|:--|
|Delegated (work or school account)|N/A|
|Delegated (personal Microsoft account)|Boat.Read on `contoso.com`|
|Application|Not supported.|
"
    ), @"
    all
      DelegatedWork: 
      DelegatedPersonal: Boat.Read
      Application:
    ");
}

#[test]
fn what_people_are_shown_of_a_permission_is_none_and_rows_of_one_caller_are_alternatives() {
    assert_snapshot!(permissions("
Permission type | Permission | Permission display name
:---|:---|:---
Application | Boat.Read.All | 'Read all boats'
Application | Boat.ReadWrite.All | 'Read and write all boats'
Delegated (work or school account) | Boat.Read | 'Read boats'
"), @"
    all
      Application: Boat.Read.All
      Application: Boat.ReadWrite.All
      DelegatedWork: Boat.Read
    ");
}
