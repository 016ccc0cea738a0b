use insta::assert_snapshot;

use super::{model, reports};

#[test]
fn what_the_base_declares_is_inherited_whatever_the_row_says() {
    let text = "
page resources/vessel.md
type harbor.vessel key=id
    id: String
    length: Int32
page resources/boat.md
type harbor.boat base=harbor.vessel
    id: String
    length: Double
    mast: String
";
    assert_snapshot!(model(text), @"
    entity harbor.boat : vessel (annotation) key id
        id: String of vessel (table)
        length: Int32 of vessel (table)
        mast: String (table)
    entity harbor.vessel key id
        id: String (table)
        length: Int32 (table)
    ");
    assert_snapshot!(reports(text), @"
    warning[conflicting-type]: `length` has another type in `vessel`
     --> resources/boat.md:4:13
      |
    4 |     length: Double
      |             ^^^^^^
      |
      = help: the base type's statement is used
    ");
}

#[test]
fn json_helps_where_the_cell_says_nothing() {
    let text = "
page resources/boat.md
type harbor.boat
    built
    sails: Cloth collection
    flag: Cloth
    json built: String (timestamp)
    json sails: [String]
";
    assert_snapshot!(model(text), @"
    complex harbor.boat
        built: DateTimeOffset (json)
        sails: [String] (json)
        flag: any (unresolved-type)
    ");
    assert_snapshot!(reports(text), @"
    warning[unknown-type]: nothing documents the type `Cloth` of `flag`
     --> resources/boat.md:5:11
      |
    5 |     flag: Cloth
      |           ^^^^^
      |
      = help: the property takes any JSON value
    ");
}

#[test]
fn several_pages_state_one_type() {
    assert_snapshot!(model("
page resources/a.md
type harbor.boat
    length: Int32
page resources/boat.md
type harbor.boat aka=boat
    id: String
    LENGTH: Double
"), @"
    complex harbor.boat
        id: String (table)
        LENGTH: Double (table)
    ");
}

#[test]
fn values_inside_themselves_are_boxed() {
    assert_snapshot!(model("
page resources/boat.md
type harbor.boat
    owner: person
    tender: boat
    fleet: boat collection
    size: size
page resources/person.md
type harbor.person
    boat: boat
page resources/size.md
type harbor.size
    length: Int32
page resources/hull.md
type harbor.hull
    boat: boat
"), @"
    complex harbor.boat
        owner: harbor.person boxed (table)
        tender: harbor.boat boxed (table)
        fleet: [harbor.boat] (table)
        size: harbor.size (table)
    complex harbor.hull
        boat: harbor.boat (table)
    complex harbor.person
        boat: harbor.boat boxed (table)
    complex harbor.size
        length: Int32 (table)
    ");
}
