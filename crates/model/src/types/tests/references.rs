use insta::assert_snapshot;

use super::model;

#[test]
fn a_link_beats_the_text_and_the_text_beats_nothing() {
    assert_snapshot!(model("
page v1/resources/boat.md
type harbor.boat
    same: [person](v1/resources/Person.md)
    other: [person](v1/resources/fleet-person.md)
    alias: [Sailor](v1/resources/person.md)
    unknown: [skipper](v1/resources/person.md)
    section: [boatKind](v1/resources/enums.md#boatkind-values)
    wrong: [light](v1/resources/person.md)
    scalar: [DateTimeOffset](v1/resources/person.md)
    nowhere: [skipper](v1/resources/lost.md)
page v1/resources/person.md
type harbor.person aka=Sailor
page v1/resources/fleet-person.md
type harbor.fleet.person
page v1/resources/enums.md
enum harbor.boatKind: a b
enum harbor.light: c d
"), @"
    complex harbor.boat
        same: harbor.person (table)
        other: harbor.fleet.person (table)
        alias: harbor.person (table)
        unknown: harbor.person (table)
        section: enum harbor.boatKind (table)
        wrong: harbor.person (table)
        scalar: DateTimeOffset (table)
        nowhere: any (unresolved-type)
    complex harbor.person
    complex harbor.fleet.person
    enum harbor.boatKind: a b
    enum harbor.light: c d
    ");
}

#[test]
fn names_are_looked_for_nearby_first() {
    assert_snapshot!(model("
page resources/fleet-boat.md ns=harbor.fleet
type boat
    near: person
    far: harbor.person
    only: lighthouse
    default: berth
page resources/person.md
type harbor.person
page resources/fleet-person.md ns=harbor.fleet
type harbor.fleet.person
page resources/berth.md
type harbor.berth
page resources/light-berth.md
type harbor.light.berth
page resources/lighthouse.md
type harbor.light.lighthouse
"), @"
    complex harbor.berth
    complex harbor.person
    complex harbor.fleet.boat
        near: harbor.fleet.person (table)
        far: harbor.person (table)
        only: harbor.light.lighthouse (table)
        default: harbor.berth (table)
    complex harbor.fleet.person
    complex harbor.light.berth
    complex harbor.light.lighthouse
    ");
}

#[test]
fn a_word_for_any_json_may_be_a_documented_type() {
    assert_snapshot!(model("
page resources/boat.md
type harbor.boat
    log: Json
    data: object
page resources/json.md
type harbor.Json
"), @"
    complex harbor.Json any JSON
    complex harbor.boat
        log: harbor.Json (table)
        data: any (table)
    ");
}

#[test]
fn a_link_to_a_heading_of_several_words_means_the_type_of_its_section() {
    assert_snapshot!(model("
page v1/resources/boat.md
type harbor.boat
    first: [Shape](v1/resources/shapes.md#shape-of-hull)
    second: [Unit](v1/resources/shapes.md#unit-of-depth)
page v1/resources/shapes.md
type harbor.shapeOfHull
type harbor.DepthUnit aka=unitOfDepth
"), @"
    complex harbor.DepthUnit
    complex harbor.boat
        first: harbor.shapeOfHull (table)
        second: harbor.DepthUnit (table)
    complex harbor.shapeOfHull
    ");
}

#[test]
fn a_relationship_keeps_what_it_links_to() {
    assert_snapshot!(model("
page v1/resources/boat.md
type harbor.boat
    keeper: [mooring](v1/resources/moorings.md)
    mooring -> [mooring](v1/resources/moorings.md)
    json keeper: harbor.Mooring
    json mooring: harbor.Mooring
page v1/resources/moorings.md
type harbor.moorings
page v1/resources/shapes.md
type harbor.Mooring
"), @"
    complex harbor.Mooring
    complex harbor.boat
        keeper: harbor.Mooring (json)
        mooring -> harbor.moorings (table)
    entity harbor.moorings
    ");
}

#[test]
fn a_name_in_the_other_number_means_the_only_type_that_it_may() {
    assert_snapshot!(model("
page v1/resources/boat.md
type harbor.boat
    crews: Crews
    port: harbor port
    ferry: Ferries
    mast: masts
    log: boatLogEntry
    hand: deckPerson
page v1/resources/crew.md
type harbor.crew
page v1/resources/ports.md
type harbor.harborPorts
page v1/resources/logs.md
type harbor.boatsLogEntries
page v1/resources/hands.md
type harbor.deckPeople
page v1/resources/ferry.md
type harbor.ferry
page v1/resources/mast.md
type harbor.mast
page v1/resources/masts.md
type harbor.masts
"), @"
    complex harbor.boat
        crews: harbor.crew (table)
        port: harbor.harborPorts (table)
        ferry: harbor.ferry (table)
        mast: harbor.masts (table)
        log: harbor.boatsLogEntries (table)
        hand: harbor.deckPeople (table)
    complex harbor.boatsLogEntries
    complex harbor.crew
    complex harbor.deckPeople
    complex harbor.ferry
    complex harbor.harborPorts
    complex harbor.mast
    complex harbor.masts
    ");
}
