use insta::assert_snapshot;

use super::{model, reports};

#[test]
fn a_relationship_leads_to_an_entity() {
    assert_snapshot!(model("
page resources/boat.md
type harbor.boat
    crew -> person collection
page resources/person.md
type harbor.person
    name: String
"), @"
    complex harbor.boat
        crew -> [harbor.person] (table)
    entity harbor.person
        name: String (table)
    ");
}

#[test]
fn a_structural_property_holds_a_complex_type_even_one_with_a_stated_key() {
    assert_snapshot!(model("
page resources/boat.md
type harbor.boat key=id
    id: String
    mast: mast
    engine: engine
page resources/mast.md
type harbor.mast key=id
    height: Int32
page resources/engine.md
type harbor.engine key=id
    id: String
page api/engine-get.md
get /engines/{id} : engine
"), @"
    entity harbor.boat key id
        id: String (table)
        mast: harbor.mast (table)
        engine -> harbor.engine (table)
    entity harbor.engine key id
        id: String (table)
    complex harbor.mast
        height: Int32 (table)
    ");
}

#[test]
fn identifiers_and_reads_tell_entities() {
    assert_snapshot!(model("
page resources/berth.md
type harbor.berth
    id: String
    json id: String (identifier)
page resources/tide.md
type harbor.tide
    height: Int32
page resources/wind.md
type harbor.wind
    id: String
page resources/wave.md
type harbor.wave
    id: String
page api/tide-get.md
get /tides/{id} : tide
page api/wind-get.md
get /harbor/wind : wind
"), @"
    entity harbor.berth key id
        id: String (table)
    entity harbor.tide
        height: Int32 (table)
    complex harbor.wave
        id: String (table)
    entity harbor.wind key id
        id: String (table)
    ");
}

#[test]
fn the_base_decides_for_the_derived() {
    assert_snapshot!(model("
page resources/vessel.md
type harbor.vessel key=id
    id: String
page resources/boat.md
type harbor.boat base=harbor.vessel
    length: Int32
page resources/anchor.md
type harbor.anchor
    weight: Int32
page resources/bower.md
type harbor.bower base=anchor
    id: String
    json id: String (identifier)
"), @"
    complex harbor.anchor
        weight: Int32 (table)
    entity harbor.boat : vessel (annotation) key id
        id: String of vessel (table)
        length: Int32 (table)
    complex harbor.bower : anchor (annotation)
        weight: Int32 of anchor (table)
        id: String (table)
    entity harbor.vessel key id
        id: String (table)
    ");
}

#[test]
fn one_page_does_not_overturn_many() {
    let holder = |it: usize| format!("page resources/h{it}.md\ntype harbor.h{it}\n    nib: nib\n");
    let holders: String = (0..4).map(holder).collect();
    let text = format!(
        "
page resources/nib.md
type harbor.nib
    width: Int32
page resources/quill.md
type harbor.quill
    nib -> nib
{holders}"
    );
    let kind = model(&text).lines().find(|line| line.ends_with(" harbor.nib")).unwrap().to_owned();
    assert_eq!(kind, "complex harbor.nib");
    assert_snapshot!(reports(&text), @"
    warning[AM0516 conflicting-kind]: a relationship leads to `nib`, which 4 properties hold
     --> resources/quill.md:3:5
      |
    3 |     nib -> nib
      |     ^^^
      |
      = help: it is read as a complex type; relationships lead to entity types only
    ");
    let keyed = text.replace("type harbor.nib\n", "type harbor.nib key=width\n");
    assert!(model(&keyed).contains("entity harbor.nib key width"));
}
