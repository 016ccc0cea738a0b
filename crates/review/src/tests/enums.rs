//! Edits of enumerations.

use insta::assert_snapshot;

use super::told;

#[test]
fn a_member_is_added() {
    assert_snapshot!(told(&[
        ("binding", "|unknownFutureValue|2|", "|spiral|3|With a spiral of wire.|\n|unknownFutureValue|2|"),
    ]), @"
    1 change: 1 breaking unusual source only
    Rust source: breaking for some source; wire: compatible; behaviour: different
    Version step: major; minor if all source writes `..` and `_`, takes the default features and names no type of a constant

    Only unusual source breaks (1)

      added member library.binding/spiral
        docs  v1.0/resources/binding.md:13, “Members”
              + |spiral|3|With a spiral of wire.|
        rust  + Binding::Spiral
                where all variants are matched, without `_`
        source breaking for some source, behaviour different
    ");
}

#[test]
fn a_member_is_removed() {
    assert_snapshot!(told(&[
        ("binding", "|glued|1|With glue along the back of the block.|\n", ""),
    ]), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      removed member library.binding/glued
        docs  v1.0/resources/binding.md:12, “Members”
              - |glued|1|With glue along the back of the block.|
        rust  - Binding::Glued
        source breaking, wire breaking
    ");
}

#[test]
fn a_member_is_renamed() {
    assert_snapshot!(told(&[
        ("binding", "|glued|", "|perfect|"),
    ]), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      renamed member library.binding/glued → library.binding/perfect
        name: glued → perfect
        docs  v1.0/resources/binding.md:12, “Members”
              - |glued|1|With glue along the back of the block.|
              + |perfect|1|With glue along the back of the block.|
        rust  - Binding::Glued
              + Binding::Perfect
        source breaking, wire breaking
    ");
}

#[test]
fn a_member_has_another_value() {
    assert_snapshot!(told(&[
        ("binding", "|glued|1|", "|glued|4|"),
    ]), @"
    1 change: 1 compatible
    Rust source: compatible; wire: same; behaviour: different
    Version step: patch

    Compatible (1)

      changed member library.binding/glued
        value: 1 → 4
        docs  v1.0/resources/binding.md:12, “Members”
              - |glued|1|With glue along the back of the block.|
              + |glued|4|With glue along the back of the block.|
        behaviour different
    ");
}

#[test]
fn members_can_be_combined() {
    assert_snapshot!(told(&[
        ("binding", "|sewn|0|", "|sewn|1|"),
        ("binding", "|glued|1|", "|glued|2|"),
        ("binding", "|unknownFutureValue|2|", "|unknownFutureValue|4|"),
    ]), @"
    5 changes: 1 breaking source, 1 of the service, 3 compatible
    Rust source: breaking; wire: breaking; behaviour: different
    Version step: major

    Source that uses these breaks (1)

      changed property library.book/binding
        follows from enumeration library.binding
        docs  v1.0/resources/book.md:13, “Properties”
        rust  - Book::binding: Option<models::Binding>
              + Book::binding: Option<rt::Flags<models::Binding>>
              - Book::BINDING: rt::Property<models::Binding>
              + Book::BINDING: rt::Property<rt::Flags<models::Binding>>
        source breaking

    The service takes, promises or asks for something else (1)

      changed enumeration library.binding
        members can be combined: no → yes
        docs  v1.0/resources/binding.md:1, “binding enum type”
        wire breaking

    Compatible (3)

      changed member library.binding/glued
        value: 1 → 2
        docs  v1.0/resources/binding.md:12, “Members”
              - |glued|1|With glue along the back of the block.|
              + |glued|2|With glue along the back of the block.|
        behaviour different

      changed member library.binding/sewn
        value: 0 → 1
        docs  v1.0/resources/binding.md:11, “Members”
              - |sewn|0|With a thread through every sheet.|
              + |sewn|1|With a thread through every sheet.|
        behaviour different

      changed member library.binding/unknownFutureValue
        value: 2 → 4
        docs  v1.0/resources/binding.md:13, “Members”
              - |unknownFutureValue|2|A marker for values to come.|
              + |unknownFutureValue|4|A marker for values to come.|
        behaviour different
    ");
}

#[test]
fn an_enumeration_is_removed() {
    assert_snapshot!(told(&[
        ("resources/binding", "", ""),
        ("book", "[binding](binding.md)", "String"),
    ]), @"
    2 changes: 2 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (2)

      removed enumeration library.binding
        docs  v1.0/resources/binding.md:1, “binding enum type”
              - # binding enum type
        rust  - enum Binding
              - Binding::Sewn
              - Binding::Glued
              - Binding::UnknownFutureValue
        source breaking, wire breaking

      changed property library.book/binding
        type: library.binding → Edm.String
        docs  v1.0/resources/book.md:13, “Properties”
              - |binding|[binding](binding.md)|How the pages of the book are held together.|
              + |binding|String|How the pages of the book are held together.|
        rust  - Book::binding: Option<models::Binding>
              + Book::binding: Option<Box<str>>
              - Book::BINDING: rt::Property<models::Binding>
              + Book::BINDING: rt::Property<Box<str>>
        source breaking, wire breaking
    ");
}

const COVER: &str = "# binding resource type\n\nNamespace: library\n\nWhat is around a book.\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|cloth|String|What it is made of.|\n";

#[test]
fn an_enumeration_is_a_type() {
    assert_snapshot!(told(&[("resources/binding", "", COVER)]), @"
    2 changes: 2 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (2)

      changed type library.binding
        kind: enumeration → structured type
        docs  v1.0/resources/binding.md:1, “binding resource type”
              - # binding enum type
              + # binding resource type
        rust  - enum Binding
              + struct Binding
              - Binding::Sewn
              - Binding::Glued
              - Binding::UnknownFutureValue
              + Binding::cloth: Option<Box<str>>
                where all fields are written out, without `..`
              + Binding::CLOTH: rt::Property<Box<str>>
        source breaking, wire breaking

      changed property library.book/binding
        type: library.binding → library.binding
        docs  v1.0/resources/book.md:13, “Properties”
        rust  - Book::binding: Option<models::Binding>
              + Book::binding: Option<Box<models::Binding>>
        source breaking, wire breaking
    ");
}

#[test]
fn a_type_takes_the_name_of_an_enumeration_that_is_renamed() {
    assert_snapshot!(told(&[
        ("resources/binding", "# binding enum", "# bindings enum"),
        ("resources/cover", "", COVER),
    ]), @"
    2 changes: 1 breaking source, 1 breaking unusual source only
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      renamed enumeration library.binding → library.bindings
        name: binding → bindings
        docs  v1.0/resources/binding.md:1, “bindings enum type”
              - # binding enum type
              + # bindings enum type
        rust  - enum Binding
              + struct Binding
              - Book::binding: Option<models::Binding>
              + Book::binding: Option<models::Bindings>
              - Binding::Sewn
              - Binding::Glued
              - Binding::UnknownFutureValue
              - Book::BINDING: rt::Property<models::Binding>
              + Book::BINDING: rt::Property<models::Bindings>
              … and 4 more items
        source breaking, wire breaking

    Only unusual source breaks (1)

      added type library.binding
        docs  v1.0/resources/cover.md:1, “binding resource type”
              + # binding resource type
        rust  + Binding::cloth: Option<Box<str>>
                where all fields are written out, without `..`
              + Binding::CLOTH: rt::Property<Box<str>>
        source breaking for some source
    ");
}

#[test]
fn an_enumeration_takes_the_name_of_a_type_that_is_renamed() {
    assert_snapshot!(told(&[
        ("resources/person", "# person resource", "# persons resource"),
        ("resources/role", "", "# person enum type\n\nNamespace: library\n\nWhat somebody is.\n\n## Members\n\n|Member|Value|Description|\n|:---|:---|:---|\n|reader|0|Reads.|\n|writer|1|Writes.|\n"),
    ]), @"
    2 changes: 1 breaking source, 1 breaking unusual source only
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      renamed type library.person → library.persons
        name: person → persons
        docs  v1.0/resources/person.md:1, “persons resource type”
              - # person resource type
              + # persons resource type
        rust  - struct Person
              + enum Person
              - Book::authors: Option<Box<Vec<models::Person>>>
              + Book::authors: Option<Box<Vec<models::Persons>>>
              - Person::id: Option<Box<str>>
              - Person::name: Option<Box<str>>
              - Book::AUTHORS: rt::Property<Vec<models::Person>>
              + Book::AUTHORS: rt::Property<Vec<models::Persons>>
              - Person::ID: rt::Property<Box<str>, rt::Unstated, rt::ReadOnly>
              … and 6 more items
        source breaking, wire breaking

    Only unusual source breaks (1)

      added enumeration library.person
        docs  v1.0/resources/role.md:1, “person enum type”
              + # person enum type
        rust  + Person::Reader
                where all variants are matched, without `_`
              + Person::Writer
                where all variants are matched, without `_`
        source breaking for some source
    ");
}
