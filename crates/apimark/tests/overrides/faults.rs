//! Entries that do not fit the docs, or cannot be meant, as a run says them.

use insta::assert_snapshot;

use crate::Case;

fn failure(overrides: &str) -> String {
    Case::new(overrides).failure()
}

#[test]
fn the_docs_say_something_else() {
    assert_snapshot!(failure(r#"
[[property]]
page = "v1.0/resources/pen.md"
property = "ink"
type = "Int64"
expect = "Int16"
why = "Barrels hold more than 2 GiB."

[[operation]]
page = "v1.0/api/pen-get.md"
route = "GET /me/pens/{id}"
expect = "GET /me/quill/{id}"
why = "The singular is not found."

[[operation]]
page = "v1.0/api/pen-get.md"
caller = "delegated-work"
permissions = ["Pen.Read.All"]
expect = ["Pen.ReadWrite"]
why = "Seen to work."
"#), @r#"
    corrections do not fit the docs
    error[AM0908 stale-override]: the docs state the type of `ink` as `Int32`, not as `Int16`
     --> overrides.toml:6:10
      |
    6 | expect = "Int16"
      |          ^^^^^^^
      |
      = help: look at `v1.0/resources/pen.md` again; then correct the entry, or remove it
    error[AM0908 stale-override]: the docs state the route as `GET /pens/{id}, GET /me/pen/{id}`, not as `GET /me/quill/{id}`
      --> overrides.toml:12:10
       |
    12 | expect = "GET /me/quill/{id}"
       |          ^^^^^^^^^^^^^^^^^^^^
       |
       = help: look at `v1.0/api/pen-get.md` again; then correct the entry, or remove it
    error[AM0908 stale-override]: the docs state the delegated permissions (work or school) as `Pen.Read`, not as `Pen.ReadWrite`
      --> overrides.toml:19:10
       |
    19 | expect = ["Pen.ReadWrite"]
       |          ^^^^^^^^^^^^^^^^^
       |
       = help: look at `v1.0/api/pen-get.md` again; then correct the entry, or remove it
    "#);
}

#[test]
fn the_docs_decide_something_else() {
    assert_snapshot!(failure(r#"
[[type]]
page = "v1.0/resources/pen.md"
type = "pen"
base = "thing"
expect = "entity"
why = "Pens are things."

[[type]]
page = "v1.0/resources/pen.md"
type = "pen"
rename = "Quill"
expect = "Feather"
why = "Callers know it by this."

[[operation]]
page = "v1.0/api/pen-fill.md"
return = "pen"
expect = "nothing"
why = "The filled pen comes back."

[[operation]]
page = "v1.0/api/pen-get.md"
rename = "fetch"
expect = "read"
why = "Callers know it by this."
"#), @r#"
    corrections do not fit the docs
    error[AM0908 stale-override]: nothing documents a structured type `entity`
     --> overrides.toml:6:10
      |
    6 | expect = "entity"
      |          ^^^^^^^^
      |
      = help: write a type that the docs have
    error[AM0908 stale-override]: this is called `Pen` in Rust, not `Feather`
      --> overrides.toml:13:10
       |
    13 | expect = "Feather"
       |          ^^^^^^^^^
       |
       = help: correct `expect`, or remove the correction
    error[AM0908 stale-override]: the operation returns `microsoft.graph.thing` by what the docs state, not `nothing`
      --> overrides.toml:19:10
       |
    19 | expect = "nothing"
       |          ^^^^^^^^^
       |
       = help: look at the page again; then correct the entry, or remove it
    error[AM0908 stale-override]: this is called `get` in Rust, not `read`
      --> overrides.toml:25:10
       |
    25 | expect = "read"
       |          ^^^^^^
       |
       = help: correct `expect`, or remove the correction
    "#);
}

#[test]
fn the_docs_have_been_mended() {
    assert_snapshot!(failure(r#"
[[property]]
page = "v1.0/resources/pen.md"
property = "ink"
type = "Int32"
expect = "Int16"
why = "Barrels hold more than 64 kB."

[[property]]
page = "v1.0/resources/pen.md"
property = "labell"
name = "lable"
expect = "labell"
why = "Misspelt."

[[type]]
page = "v1.0/resources/pen.md"
type = "pen"
kind = "entity"
expect = "complex"
why = "It has a key."

[[operation]]
page = "v1.0/api/pen-get.md"
rename = "get"
expect = "read"
why = "Callers know it by this."
"#), @r#"
    corrections do not fit the docs
    error[AM0909 useless-override]: the docs state the type of `ink` as `Int32`
     --> overrides.toml:5:8
      |
    5 | type = "Int32"
      |        ^^^^^^^ this is what they say themselves
      |
      = help: they have been mended: remove the correction
    error[AM0909 useless-override]: the docs call this property `lable`
      --> overrides.toml:12:8
       |
    12 | name = "lable"
       |        ^^^^^^^ this is what they say themselves
       |
       = help: they have been mended: remove the correction
    error[AM0909 useless-override]: the kind is `entity` without this correction
      --> overrides.toml:19:8
       |
    19 | kind = "entity"
       |        ^^^^^^^^ this is what the docs come to themselves
       |
       = help: they have been mended: remove the correction
    error[AM0909 useless-override]: this is called `get` without the correction
      --> overrides.toml:25:10
       |
    25 | rename = "get"
       |          ^^^^^
       |
       = help: it changes nothing: remove the correction
    "#);
}

#[test]
fn what_it_is_about_is_gone() {
    assert_snapshot!(failure(r#"
[[property]]
page = "v1.0/resources/pne.md"
property = "ink"
type = "Int64"
expect = "Int32"
why = "Misspelt page."

[[property]]
page = "v1.0/resources/pen.md"
property = "inks"
type = "Int64"
expect = "Int32"
why = "Misspelt property."

[[property]]
page = "v1.0/resources/pen.md"
heading = "Relationships"
property = "ink"
type = "Int64"
expect = "Int32"
why = "Another heading."

[[operation]]
page = "v1.0/resources/thing.md"
rename = "fetch"
expect = "get"
why = "No operation."

[[operation]]
page = "v1.0/api/pen-get.md"
request = "GET /pens"
rename = "fetch"
expect = "get"
why = "No such line."
"#), @r#"
    corrections do not fit the docs
    error[AM0908 stale-override]: there is no page `v1.0/resources/pne.md`
     --> overrides.toml:3:8
      |
    3 | page = "v1.0/resources/pne.md"
      |        ^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: did you mean `v1.0/resources/pen.md`?
    error[AM0908 stale-override]: `v1.0/resources/pen.md` states no property `inks`
      --> overrides.toml:11:12
       |
    11 | property = "inks"
       |            ^^^^^^
       |
       = help: did you mean `ink`?
    error[AM0908 stale-override]: `ink` does not stand below the heading `Relationships`
      --> overrides.toml:18:11
       |
    18 | heading = "Relationships"
       |           ^^^^^^^^^^^^^^^
       |
       = help: it stands below `Properties`
    error[AM0908 stale-override]: this page states no operation
      --> overrides.toml:25:8
       |
    25 | page = "v1.0/resources/thing.md"
       |        ^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: look at `v1.0/resources/thing.md` again; then correct the entry, or remove it
    error[AM0908 stale-override]: the page has no request line `GET /pens`
      --> overrides.toml:32:11
       |
    32 | request = "GET /pens"
       |           ^^^^^^^^^^^
       |
       = help: did you mean `GET /pens/{id}`?
    "#);
}

#[test]
fn a_request_line_is_none_of_the_page() {
    assert_snapshot!(failure(r#"
[[operation]]
page = "v1.0/api/pen-get.md"
request = "DELETE /drawers/{id}/rulers"
rename = "fetch"
expect = "get"
why = "No such line."

[[operation]]
page = "v1.0/api/pen-get.md"
ignore = true
expect = "DELETE /drawers/{id}/rulers"
why = "No such line."

[[operation]]
page = "v1.0/api/pen-get.md"
ignore = true
expect = "GET /pen/{id}"
why = "Nearly such a line."
"#), @r#"
    corrections do not fit the docs
    error[AM0908 stale-override]: the page has no request line `DELETE /drawers/{id}/rulers`
     --> overrides.toml:4:11
      |
    4 | request = "DELETE /drawers/{id}/rulers"
      |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: it has `GET /pens/{id}`, `GET /me/pen/{id}`
    error[AM0908 stale-override]: the page has no request line `DELETE /drawers/{id}/rulers`
      --> overrides.toml:12:10
       |
    12 | expect = "DELETE /drawers/{id}/rulers"
       |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: it has `GET /pens/{id}`, `GET /me/pen/{id}`
    error[AM0908 stale-override]: the page has no request line `GET /pen/{id}`
      --> overrides.toml:18:10
       |
    18 | expect = "GET /pen/{id}"
       |          ^^^^^^^^^^^^^^^
       |
       = help: did you mean `GET /pens/{id}`?
    "#);
}

#[test]
fn nothing_rests_on_it() {
    let case = Case::new(
        r#"
[[property]]
page = "v1.0/resources/pen.md"
property = "note"
type = "Int32"
expect = "String"
why = "The base type decides."
"#,
    );
    let pen = "# pen resource type\n\nNamespace: microsoft.graph\n\nInherits from [thing](thing.md).\n\n\
        ## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n|note|String|Inherited.|\n";
    case.put("docs/v1.0/resources/pen.md", pen);
    assert_snapshot!(case.failure(), @r#"
    corrections do not fit the docs
    error[AM0909 useless-override]: nothing rests on the type that this corrects
     --> overrides.toml:5:8
      |
    5 | type = "Int32"
      |        ^^^^^^^
      |
      = help: a base type or another page decides: correct it there, or remove the correction
    "#);
}

#[test]
fn the_type_comes_out_without_it() {
    let case = Case::new(
        r#"
[[property]]
page = "v1.0/resources/pen.md"
property = "kind"
type = "penKind"
expect = "String"
why = "The values are listed."
"#,
    );
    let pen = "# pen resource type\n\nNamespace: microsoft.graph\n\n## Properties\n\n\
        |Property|Type|Description|\n|:--|:--|:--|\n|kind|String|Possible values are: `ball`, `brush`.|\n\n\
        ### penKind values\n\n|Member|Description|\n|:--|:--|\n|ball|One.|\n|brush|Another.|\n";
    case.put("docs/v1.0/resources/pen.md", pen);
    assert_snapshot!(case.failure(), @r#"
    corrections do not fit the docs
    error[AM0909 useless-override]: `kind` has this type without the correction
     --> overrides.toml:5:8
      |
    5 | type = "penKind"
      |        ^^^^^^^^^ read by `enum-by-values`
      |
      = help: it changes nothing: remove the correction
    "#);
}

#[test]
fn two_entries_on_one_subject() {
    assert_snapshot!(failure(r#"
[[property]]
page = "v1.0/resources/pen.md"
property = "ink"
type = "Int64"
expect = "Int32"
why = "Barrels hold more than 2 GiB."

[[property]]
page = "v1.0/resources/pen.md"
property = "ink"
type = "Double"
expect = "Int32"
why = "There are fractions."

[[property]]
page = "v1.0/resources/pen.md"
property = "ink"
ignore = true
expect = "Int32"
why = "There is none."

[[property]]
page = "v1.0/resources/pen.md"
heading = "Properties"
property = "ink"
type = "Single"
expect = "Int32"
why = "Told apart by the heading alone."
"#), @r#"
    the corrections are invalid
    error[AM0905 configuration]: another entry is about the same
      --> overrides.toml:12:8
       |
    12 | type = "Double"
       |        ^^^^^^^^
       |
       = help: remove one of the two
    error[AM0905 configuration]: another entry is about the same
      --> overrides.toml:19:10
       |
    19 | ignore = true
       |          ^^^^
       |
       = help: remove one of the two
    "#);
}

#[test]
fn one_row_by_two_ways() {
    assert_snapshot!(failure(r#"
[[property]]
page = "v1.0/resources/pen.md"
property = "ink"
type = "Int64"
expect = "Int32"
why = "Barrels hold more than 2 GiB."

[[property]]
page = "v1.0/resources/pen.md"
heading = "Properties"
property = "ink"
type = "Int16"
expect = "Int64"
why = "They do not."
"#), @r#"
    corrections do not fit the docs
    error[AM0908 stale-override]: another entry has corrected this already
      --> overrides.toml:13:8
       |
    13 | type = "Int16"
       |        ^^^^^^^
       |
       = help: look at `v1.0/resources/pen.md` again; then correct the entry, or remove it
    "#);
}

#[test]
fn entries_that_cannot_be_meant() {
    assert_snapshot!(failure(r#"
[[property]]
page = "v1.0/resources/pen.md"
property = "ink"
expect = "Int32"
why = "Nothing is corrected."

[[property]]
page = "v1.0/resources/pen.md"
property = "ink"
type = "Int64"
operators = ["eq"]
expect = "Int32"
why = "Two things."

[[property]]
page = "v1.0/resources/pen.md"
property = "ink"
type = "Int32"
expect = "Int32"
why = "Says what it expects."

[[property]]
page = "v1.0/resources/pen.md"
property = "ink"
operators = ["eq", "nee"]
expect = ["eq"]
why = "No operator."

[[property]]
page = "v1.0/resources/pen.md"
property = "ink"
type = 64
expect = "Int32"
why = "No text."

[[property]]
page = "v1.0/resources/pen.md"
property = "ink"
presence = "maybe"
expect = []
why = " "

[[property]]
page = "v1.0/resources/pen.md"
property = "ghost"
ignore = false
expect = "String"
why = "Then leave it out."

[[type]]
page = "v1.0/resources/pen.md"
type = "pen"
kind = "entitty"
expect = "complex"
why = "No kind."

[[operation]]
page = "v1.0/api/pen-get.md"
permissions = ["Pen.Read"]
expect = []
why = "Whose?"

[[operation]]
page = "v1.0/api/pen-get.md"
route = "FETCH /pens"
expect = "GET /pens/{id}"
why = "No method."
"#), @r#"
    the corrections are invalid
    error[AM0905 configuration]: this entry corrects nothing
     --> overrides.toml:3:8
      |
    3 | page = "v1.0/resources/pen.md"
      |        ^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: write one of `type`, `name`, `presence`, `operators`, `rename`, `ignore`
    error[AM0905 configuration]: this entry corrects both `type` and `operators`
      --> overrides.toml:12:13
       |
    12 | operators = ["eq"]
       |             ^^^^^^
       |
       = help: write an entry for each
    error[AM0909 useless-override]: this correction says what it expects
      --> overrides.toml:19:8
       |
    19 | type = "Int32"
       |        ^^^^^^^
       |
       = help: it changes nothing: remove it, or correct one of the two
    error[AM0905 configuration]: `nee` is none of the words for this
      --> overrides.toml:26:13
       |
    26 | operators = ["eq", "nee"]
       |             ^^^^^^^^^^^^^
       |
       = help: did you mean `ne`?
    error[AM0905 configuration]: this is no text
      --> overrides.toml:33:8
       |
    33 | type = 64
       |        ^^
    error[AM0905 configuration]: the reason is not one line of text
      --> overrides.toml:42:7
       |
    42 | why = " "
       |       ^^^
    error[AM0905 configuration]: `ignore` is `true`, or left out
      --> overrides.toml:47:10
       |
    47 | ignore = false
       |          ^^^^^
    error[AM0905 configuration]: `entitty` is none of the words for this
      --> overrides.toml:54:8
       |
    54 | kind = "entitty"
       |        ^^^^^^^^^
       |
       = help: did you mean `entity`?
    error[AM0905 configuration]: the entry does not say whose permissions
      --> overrides.toml:59:8
       |
    59 | page = "v1.0/api/pen-get.md"
       |        ^^^^^^^^^^^^^^^^^^^^^
       |
       = help: write `caller = "delegated-work"`, `"delegated-personal"` or `"application"`
    error[AM0905 configuration]: `FETCH /pens` cannot be read: it is no request line
      --> overrides.toml:66:9
       |
    66 | route = "FETCH /pens"
       |         ^^^^^^^^^^^^^
       |
       = help: write such as `GET /users/{id}`
    "#);
}

#[test]
fn unknown_keys_and_values_that_are_missing() {
    assert_snapshot!(failure("[[property]]\npage = \"a\"\nproperty = \"b\"\ntyp = \"c\"\n"), @r#"
    the corrections are invalid
    error[AM0905 configuration]: unknown field `typ`, expected one of `page`, `heading`, `property`, `type`, `name`, `presence`, `operators`, `rename`, `ignore`, `expect`, `why`
     --> overrides.toml:4:1
      |
    4 | typ = "c"
      | ^^^
      |
      = help: did you mean `type`?
    "#);
    assert_snapshot!(failure("[[properties]]\n"), @"
    the corrections are invalid
    error[AM0905 configuration]: unknown field `properties`, expected one of `property`, `parameter`, `member`, `type`, `operation`
     --> overrides.toml:1:3
      |
    1 | [[properties]]
      |   ^^^^^^^^^^
      |
      = help: did you mean `property`?
    ");
    assert_snapshot!(failure("[[type]]\npage = \"a\"\ntype = \"b\"\nbase = \"c\"\nexpect = \"none\"\n"), @"
    the corrections are invalid
    error[AM0905 configuration]: missing field `why`
     --> overrides.toml:1:1
      |
    1 | [[type]]
      | ^^^^^^^^
    ");
    assert_snapshot!(failure("[[type]\n"), @"
    the corrections are invalid
    error[AM0905 configuration]: unclosed array table, expected `]`
     --> overrides.toml:1:8
      |
    1 | [[type]
      |        ^
    ");
    assert_snapshot!(failure(
        "[[operation]]\npage = \"a\"\ncaller = \"app\"\npermissions = []\nexpect = []\nwhy = \"w\"\n"
    ), @r#"
    the corrections are invalid
    error[AM0905 configuration]: unknown variant `app`, expected one of `delegated-work`, `delegated-personal`, `application`
     --> overrides.toml:3:10
      |
    3 | caller = "app"
      |          ^^^^^
    "#);
}

#[test]
fn names_that_are_taken_or_not_spelled_so() {
    assert_snapshot!(failure(r#"
[[property]]
page = "v1.0/resources/pen.md"
property = "ghost"
rename = "ink"
expect = "ghost"
why = "Taken."

[[type]]
page = "v1.0/resources/pen.md"
type = "pen"
rename = "quill_pen"
expect = "Pen"
why = "Not as types are called."

[[operation]]
page = "v1.0/api/pen-get.md"
request = "GET /pens/{id}"
rename = "fill"
expect = "get"
why = "Leads to another path."
"#), @r#"
    corrections do not fit the docs
    error[AM0908 stale-override]: something else beside it is called `ink`
     --> overrides.toml:5:10
      |
    5 | rename = "ink"
      |          ^^^^^
      |
      = help: give it another name, or pin a name for the other thing
    error[AM0908 stale-override]: `quill_pen` is no Rust name for this
      --> overrides.toml:12:10
       |
    12 | rename = "quill_pen"
       |          ^^^^^^^^^^^
       |
       = help: did you mean `QuillPen`?
    error[AM0908 stale-override]: something else beside it is called `fill`
      --> overrides.toml:19:10
       |
    19 | rename = "fill"
       |          ^^^^^^
       |
       = help: give it another name, or pin a name for the other thing
    "#);
}
