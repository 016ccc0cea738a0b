use insta::assert_snapshot;

use super::{model, reports};

#[test]
fn annotation_before_sentence_before_rows() {
    let text = "
page resources/thing.md
type harbor.thing
page resources/vessel.md
type harbor.vessel sentence=thing
page resources/other.md
type harbor.other
page resources/boat.md
type harbor.boat base=harbor.vessel sentence=other row=thing
";
    assert_snapshot!(model(text), @"
    complex harbor.boat : vessel (annotation)
    complex harbor.other
    complex harbor.thing
    complex harbor.vessel : thing (sentence)
    ");
    assert_snapshot!(reports(text), @"
    warning[AM0502 conflicting-base]: `other` is stated as the base type of `boat`
     --> resources/boat.md:2:46
      |
    2 | type harbor.boat base=harbor.vessel sentence=other row=thing
      |                                              ^^^^^
      |
      = help: `vessel` is used, read by `annotation`
    ");
}

#[test]
fn cycles_are_cut_and_reported() {
    let text = "
page resources/a.md
type harbor.a base=harbor.b
page resources/b.md
type harbor.b base=harbor.c
page resources/c.md
type harbor.c base=harbor.b
";
    assert_snapshot!(model(text), @"
    complex harbor.a : b (annotation)
    complex harbor.b : c (annotation)
    complex harbor.c
    ");
    assert_snapshot!(reports(text), @"
    error[AM0503 base-cycle]: `harbor.c` derives from itself through `harbor.b`
     --> resources/c.md:2:20
      |
    2 | type harbor.c base=harbor.b
      |                    ^^^^^^^^
      |
      = help: `harbor.c` is read without a base type
    ");
}

#[test]
fn entities_without_a_base_derive_from_the_common_root() {
    assert_snapshot!(model("
page resources/node.md
type harbor.node key=id abstract
    id: String
page resources/boat.md area=boats
type harbor.boat base=harbor.node
    name: String
page resources/person.md area=people
type harbor.person base=harbor.node
    name: String
page resources/berth.md area=boats
type harbor.berth key=id
    id: String
    length: Int32
page resources/crane.md area=boats
type harbor.crane key=number
    number: Int32
page resources/size.md area=boats
type harbor.size
    length: Int32
"), @"
    entity harbor.berth : node (inferred-root) key id
        id: String of node (table)
        length: Int32 (table)
    entity harbor.boat : node (annotation) key id
        id: String of node (table)
        name: String (table)
    entity harbor.crane key number
        number: Int32 (table)
    entity harbor.node key id
        id: String (table)
    entity harbor.person : node (annotation) key id
        id: String of node (table)
        name: String (table)
    complex harbor.size
        length: Int32 (table)
    ");
}

#[test]
fn the_root_of_one_family_is_no_common_root() {
    assert_snapshot!(model("
page resources/method.md
type harbor.method key=id abstract
    id: String
page resources/key.md area=access
type harbor.key base=harbor.method
page resources/berth.md area=boats
type harbor.berth key=id
    id: String
"), @"
    entity harbor.berth key id
        id: String (table)
    entity harbor.key : method (annotation) key id
        id: String of method (table)
    entity harbor.method key id
        id: String (table)
    ");
}

#[test]
fn an_undocumented_base_is_reported_and_replaced_by_nothing() {
    let text = "
page resources/node.md
type harbor.node key=id abstract
    id: String
page resources/boat.md area=boats
type harbor.boat base=harbor.node
page resources/person.md area=people
type harbor.person base=harbor.node
page resources/berth.md area=boats
type harbor.berth key=id base=harbor.place
    id: String
";
    assert_snapshot!(model(text), @"
    entity harbor.berth key id
        id: String (table)
    entity harbor.boat : node (annotation) key id
        id: String of node (table)
    entity harbor.node key id
        id: String (table)
    entity harbor.person : node (annotation) key id
        id: String of node (table)
    ");
    assert_snapshot!(reports(text), @"
    warning[AM0501 unknown-base]: nothing documents `harbor.place`, the base type of `berth`
     --> resources/berth.md:2:31
      |
    2 | type harbor.berth key=id base=harbor.place
      |                               ^^^^^^^^^^^^
      |
      = help: the type is read without a base type
    ");
}

#[test]
fn chains_that_are_too_long_are_cut_and_reported() {
    let mut text = "page resources/t00.md\ntype harbor.t00\n".to_owned();
    for it in 1..40 {
        text += &format!(
            "page resources/t{it:02}.md\ntype harbor.t{it:02} base=harbor.t{:02}\n",
            it - 1
        );
    }
    assert_snapshot!(reports(&text), @"
    warning[AM0504 base-chain-too-long]: `harbor.t32` has more than 31 types above it
     --> resources/t32.md:2:22
      |
    2 | type harbor.t32 base=harbor.t31
      |                      ^^^^^^^^^^
      |
      = help: `harbor.t32` is read without its base type `harbor.t31`
    ");
}

#[test]
fn a_cycle_is_found_whatever_leads_into_it() {
    let text = "
page resources/x.md
type harbor.a base=harbor.c
type harbor.b base=harbor.c
type harbor.c base=harbor.d
type harbor.d base=harbor.c
type harbor.e base=harbor.f
type harbor.f base=harbor.e
";
    assert_snapshot!(model(text), @"
    complex harbor.a : c (annotation)
    complex harbor.b : c (annotation)
    complex harbor.c : d (annotation)
    complex harbor.d
    complex harbor.e : f (annotation)
    complex harbor.f
    ");
}

#[test]
fn the_more_derived_statement_wins_and_an_annotation_that_names_an_ancestor_is_reported() {
    let text = "
page resources/node.md
type harbor.node
page resources/vessel.md
type harbor.vessel base=harbor.node
page resources/boat.md
type harbor.boat base=harbor.node sentence=vessel
page resources/raft.md
type harbor.raft sentence=vessel row=node
";
    assert_snapshot!(model(text), @"
    complex harbor.boat : vessel (sentence)
    complex harbor.node
    complex harbor.raft : vessel (sentence)
    complex harbor.vessel : node (annotation)
    ");
    assert_snapshot!(reports(text), @"
    warning[AM0502 conflicting-base]: `node` is stated as the base type of `boat`
     --> resources/boat.md:2:23
      |
    2 | type harbor.boat base=harbor.node sentence=vessel
      |                       ^^^^^^^^^^^
      |
      = help: `vessel` is used, read by `sentence`
    ");
}
