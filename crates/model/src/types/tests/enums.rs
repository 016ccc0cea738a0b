use insta::assert_snapshot;

use super::super::enums::are_bits;
use super::{model, reports};

#[test]
fn listed_values_of_an_undefined_type_make_an_enumeration() {
    assert_snapshot!(model("
page resources/boat.md
type harbor.boat
    kind: boatKind
        values: sail motor
    uses: boatKind collection
        values: motor oar
    state: boatState
"), @"
    complex harbor.boat
        kind: enum harbor.boatKind (table)
        uses: [enum harbor.boatKind] (table)
        state: any (unresolved-type)
    enum harbor.boatKind: sail motor oar
    ");
}

#[test]
fn a_string_with_exactly_the_members_of_one_enumeration_is_that_enumeration() {
    assert_snapshot!(model("
page resources/boat.md
type harbor.boat
    kind: String
        values: sail motor
    same: String
        values: on off
    part: String
        values: sail
page resources/enums.md
enum harbor.boatKind: Sail motor unknownFutureValue
enum harbor.light: on off
enum harbor.pump: off on
"), @"
    complex harbor.boat
        kind: enum harbor.boatKind (enum-by-values)
        same: String (table)
        part: String (table)
    enum harbor.boatKind: Sail motor unknownFutureValue
    enum harbor.light: on off
    enum harbor.pump: off on
    ");
}

#[test]
fn members_of_several_pages_are_taken_together() {
    let text = "
page resources/a.md
enum harbor.boatKind: sail motor
page resources/b.md
enum harbor.boatKind: sail motor oar
page resources/c.md
enum harbor.boatKind: row
";
    assert_snapshot!(model(text), @"enum harbor.boatKind: sail motor oar row");
    assert_snapshot!(reports(text), @"
    warning[AM0508 conflicting-members]: `row` is a member of `boatKind` only here
     --> resources/c.md:2:23
      |
    2 | enum harbor.boatKind: row
      |                       ^^^
      |
      = help: the members of all pages are taken together
    ");
}

#[test]
fn a_name_is_a_structured_type_or_an_enumeration() {
    let text = "
page resources/boat.md
type harbor.boat
    id: String
page resources/enums.md
enum harbor.boat: a b
";
    assert_snapshot!(model(text), @"
    complex harbor.boat
        id: String (table)
    ");
    assert_snapshot!(reports(text), @"
    error[AM0509 conflicting-sort]: `harbor.boat` is stated both as a structured type and as an enumeration
     --> resources/enums.md:2:6
      |
    2 | enum harbor.boat: a b
      |      ^^^^^^^^^^^
      |
      = help: it is read as a structured type
    ");
}

#[test]
fn the_report_of_two_sorts_stands_at_the_one_that_lost() {
    let text = "
page resources/boat.md
type harbor.boat
page resources/enums.md
enum harbor.boat: a b
";
    assert_snapshot!(reports(text), @"
    error[AM0509 conflicting-sort]: `harbor.boat` is stated both as a structured type and as an enumeration
     --> resources/boat.md:2:6
      |
    2 | type harbor.boat
      |      ^^^^^^^^^^^
      |
      = help: it is read as an enumeration
    ");
}

#[test]
fn a_table_of_a_string_propertys_values_is_no_enumeration() {
    assert_snapshot!(model("
page resources/boat.md
type harbor.boat
    kind: String
    light: light
enum harbor.kind: sail motor
enum harbor.light: on off
page resources/ship.md
type harbor.ship
    kind: String
        values: sail motor
"), @"
    complex harbor.boat
        kind: String (table)
        light: enum harbor.light (table)
    complex harbor.ship
        kind: String (table)
    enum harbor.light: on off
    ");
}

#[test]
fn json_may_name_the_type_of_listed_values() {
    assert_snapshot!(model("
page resources/boat.md
type harbor.boat
    state: String
        values: afloat ashore
    json state: harbor.boatState
    colour: String
        values: red blue
    json colour: colour-value
"), @"
    complex harbor.boat
        state: enum harbor.boatState (json)
        colour: String (table)
    enum harbor.boatState: afloat ashore
    ");
}

#[test]
fn values_that_are_single_bits_are_flags() {
    let is_flags = |values: &[i64]| are_bits(values.iter().copied().map(Some));
    assert!(is_flags(&[0, 1, 2, 4]));
    assert!(is_flags(&[4, 2, 1, 8]));
    assert!(!is_flags(&[0, 1, 2]));
    assert!(!is_flags(&[1, 2, 3, 4]));
    assert!(!is_flags(&[1, 2, 8]));
    assert!(!is_flags(&[-1, 1, 2, 4]));
    assert!(!are_bits([Some(1), Some(2), Some(4), None].into_iter()));
}

#[test]
fn a_table_of_values_beside_a_string_is_set_apart_from_an_enumeration_of_that_name() {
    let text = "
page resources/pen.md
type harbor.pen
    kind: String
enum harbor.kind: steel gold
page resources/kind.md
enum harbor.kind: fine broad
page resources/nib.md
type harbor.nib
    kind: kind
";
    assert_snapshot!(model(text), @"
    complex harbor.nib
        kind: enum harbor.kind (table)
    complex harbor.pen
        kind: String (table)
    enum harbor.kind: fine broad
    ");
    assert_snapshot!(model(&text.replace("kind: kind", "kind: Int32")), @"
    complex harbor.nib
        kind: Int32 (table)
    complex harbor.pen
        kind: String (table)
    enum harbor.kind: fine broad
    ");
    assert_snapshot!(reports(text), @"");
}
