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
    warning[AM0511 conflicting-inherited-type]: `length` has another type in `vessel`
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
    warning[AM0506 unknown-type]: nothing documents the type `Cloth` of `flag`
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
fn several_types_in_one_cell_mean_what_they_share() {
    assert_snapshot!(model("
page resources/boat.md
type harbor.boat
    power: sail|engine
    home: berth|buoy
    json home: harbor.mooring
page resources/power.md
type harbor.power
type harbor.sail base=power
type harbor.engine base=power
page resources/mooring.md
type harbor.mooring
type harbor.berth
type harbor.buoy
"), @"
    complex harbor.berth
    complex harbor.boat
        power: harbor.power (shared-base)
        home: harbor.mooring (json)
    complex harbor.buoy
    complex harbor.engine : power (annotation)
    complex harbor.mooring
    complex harbor.power
    complex harbor.sail : power (annotation)
    ");
}

#[test]
fn json_and_the_words_of_a_link_outvote_its_target() {
    assert_snapshot!(model("
page resources/boat.md
type harbor.boat
    pilot: [pilot](resources/person.md)
    mate: [mate](resources/person.md)
    state: String
    data: object
    json pilot: harbor.pilot
    json mate: harbor.person
    json state: harbor.boatState
    json data: harbor.log
page resources/person.md
type harbor.person
page resources/pilot.md
type harbor.pilot
type harbor.mate
type harbor.log
page resources/enums.md
enum harbor.boatState: afloat ashore
"), @"
    complex harbor.boat
        pilot: harbor.pilot (json)
        mate: harbor.person (table)
        state: enum harbor.boatState (json)
        data: harbor.log (json)
    complex harbor.log
    complex harbor.mate
    complex harbor.person
    complex harbor.pilot
    enum harbor.boatState: afloat ashore
    ");
}

#[test]
fn an_enumeration_may_be_called_after_type_and_property() {
    assert_snapshot!(model("
page resources/boat.md
type harbor.boat
    kind: String
page resources/enums.md
enum harbor.boatKind: sail motor
"), @"
    complex harbor.boat
        kind: enum harbor.boatKind (enum-by-name)
    enum harbor.boatKind: sail motor
    ");
}

#[test]
fn a_relationship_that_an_operation_lists_is_a_collection() {
    assert_snapshot!(model("
page resources/boat.md
type harbor.boat
    crew -> person
    skipper -> person
page resources/person.md
type harbor.person
page api/boat-list-crew.md
get /boats/{id}/crew : [person]
page api/person-list.md
get /harbor/skipper : [person]
"), @"
    complex harbor.boat
        crew -> [harbor.person] (listed-by-operation)
        skipper -> harbor.person (table)
    entity harbor.person
    ");
}

#[test]
fn the_type_tells_relationships_from_structural_properties() {
    assert_snapshot!(model("
page resources/boat.md
type harbor.boat
    owner: person
    crew -> person collection
    state -> String
page resources/person.md
type harbor.person
"), @"
    complex harbor.boat
        owner -> harbor.person (table)
        crew -> [harbor.person] (table)
        state: String (table)
    entity harbor.person
    ");
}

#[test]
fn names_of_one_page_that_differ_in_case_are_two_properties() {
    assert_snapshot!(model("
page resources/pen.md
type harbor.pen
    value: String
    Value: Int32
page resources/pen-more.md
type harbor.pen
    VALUE: String
"), @"
    complex harbor.pen
        value: String (table)
        Value: Int32 (table)
    ");
}

#[test]
fn one_of_several_types_without_a_base_is_any_json() {
    let text = "
page resources/boat.md
type harbor.boat
    size: String|Double
    crews: sailor|robot collection
    both: String|String
page resources/sailor.md
type harbor.sailor
    name: String
page resources/robot.md
type harbor.robot
    name: String
";
    assert_snapshot!(model(text), @"
    complex harbor.boat
        size: any (one-of-several)
        crews: [any] (one-of-several)
        both: String (table)
    complex harbor.robot
        name: String (table)
    complex harbor.sailor
        name: String (table)
    ");
    assert_snapshot!(reports(text), @"
    note[AM0519 one-of-several-types]: `size` has one of 2 types that share no base
     --> resources/boat.md:3:11
      |
    3 |     size: String|Double
      |           ^^^^^^^^^^^^^
      |
      = help: the property takes any JSON value
    note[AM0519 one-of-several-types]: `crews` has one of 2 types that share no base
     --> resources/boat.md:4:12
      |
    4 |     crews: sailor|robot collection
      |            ^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: the property takes any JSON value
    ");
}
