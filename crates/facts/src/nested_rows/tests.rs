use insta::assert_snapshot;

use crate::testing::{diagnostics, facts_at, resource};

const SHIP: &str = "\
# ship resource type

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
|owner|Object|Who owns it.|
|owner.name|String|The name.|
|owner.seat.city|String|Where the owner is.|
|lines[].id|Int32|The number.|
|lines[].mass|Double|In kilograms.|
";

#[test]
fn rows_of_members_describe_a_type() {
    assert_snapshot!(resource(SHIP), @"
    type ship (type-heading)
      key id (key)
      properties id: String
        Key (key)
      properties owner: shipOwner
      properties lines: shipLine[]
    type shipOwnerSeat (nested-rows)
      properties city: String
    type shipOwner (nested-rows)
      properties name: String
      properties seat: shipOwnerSeat
    type shipLine (nested-rows)
      properties id: Int32
      properties mass: Double
    ");
    assert_snapshot!(diagnostics(SHIP), @"
    note[AM0520 nested-rows]: nothing names the type of `owner`, whose members have rows
     --> v1.0/resources/pen.md:9:2
      |
    9 | |owner.name|String|The name.|
      |  ^^^^^^^^^^
      |
      = help: it is called `shipOwner`, after its owner and the property
    note[AM0520 nested-rows]: nothing names the type of `seat`, whose members have rows
      --> v1.0/resources/pen.md:10:2
       |
    10 | |owner.seat.city|String|Where the owner is.|
       |  ^^^^^^^^^^^^^^^
       |
       = help: it is called `shipOwnerSeat`, after its owner and the property
    note[AM0520 nested-rows]: nothing names the type of `lines`, whose members have rows
      --> v1.0/resources/pen.md:11:2
       |
    11 | |lines[].id|Int32|The number.|
       |  ^^^^^^^^^^
       |
       = help: it is called `shipLine`, after its owner and the property
    ");
}

#[test]
fn a_row_that_names_a_type_names_that_of_its_members() {
    assert_snapshot!(resource("\
# ship resource type

## Properties

|Property|Type|Description|
|:--|:--|:--|
|owners|[party](party.md) collection|Who own it.|
|owners.name|String|The name.|
"), @"
    type ship (type-heading)
      properties owners: party (v1.0/resources/party.md)[]
    type party (nested-rows)
      properties name: String
    ");
}

#[test]
fn a_text_has_no_members() {
    let page = "\
# ship resource type

## Properties

|Property|Type|Description|
|:--|:--|:--|
|owner|String|Who owns it.|
|owner.name|String|The name.|
|mass.|Int32|A full stop is no member.|
|.mass|Int32|Nor is this.|
|a..b|Int32|Nor this.|
";
    assert_snapshot!(resource(page), @"
    type ship (type-heading)
      properties owner: String
    ");
    assert_snapshot!(diagnostics(page), @"
    warning[AM0210 property-row]: this row names no property
     --> v1.0/resources/pen.md:9:1
      |
    9 | |mass.|Int32|A full stop is no member.|
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `mass.` is no property name
      |
      = help: the row is left out
    warning[AM0210 property-row]: this row names no property
      --> v1.0/resources/pen.md:10:1
       |
    10 | |.mass|Int32|Nor is this.|
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^ `.mass` is no property name
       |
       = help: the row is left out
    warning[AM0210 property-row]: this row names no property
      --> v1.0/resources/pen.md:11:1
       |
    11 | |a..b|Int32|Nor this.|
       | ^^^^^^^^^^^^^^^^^^^^^^ `a..b` is no property name
       |
       = help: the row is left out
    warning[AM0210 property-row]: this row names no property
     --> v1.0/resources/pen.md:8:2
      |
    8 | |owner.name|String|The name.|
      |  ^^^^^^^^^^ `owner` has no members, by the type in its own row
      |
      = help: the row is left out
    ");
}

#[test]
fn members_of_members_end_somewhere() {
    let page = |name: &str| {
        format!(
            "# ship resource type\n\n## Properties\n\n|Property|Type|Description|\n|:-|:-|:-|\n|{name}|String|Deep.|\n"
        )
    };
    let deep = resource(&page("a.b.c.d.e.f.g.h.i"));
    assert_eq!(deep.lines().filter(|line| line.starts_with("type")).count(), 9, "{deep}");
    let deeper = resource(&page(&"a.".repeat(10_000)));
    assert_snapshot!(deeper, @"type ship (type-heading)");
}

#[test]
fn what_is_sent_has_members_too() {
    assert_snapshot!(facts_at("v1.0/api/ship-launch.md", "\
# Launch a ship

## HTTP request

```http
POST /ships/{id}/launch
```

## Request body

|Property|Type|Description|
|:--|:--|:--|
|crew.count|Int32|How many go with it.|
"), @"
    type shipLaunchCrew (nested-rows)
      properties count: Int32
    ");
}
