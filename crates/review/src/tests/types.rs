//! Edits of types as a whole.

use insta::assert_snapshot;

use super::told;

#[test]
fn a_type_is_removed() {
    assert_snapshot!(told(&[
        ("resources/person", "", ""),
        ("book", "|authors|[person](person.md) collection|Who wrote the book, in the order of the cover.|\n", ""),
    ]), @"
    2 changes: 2 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (2)

      removed relationship library.book/authors
        type: Collection(library.person)
        docs  v1.0/resources/book.md:20, “Relationships”
              - |authors|[person](person.md) collection|Who wrote the book, in the order of the cover.|
        rust  - Book::authors: Option<Box<Vec<models::Person>>>
              - Book::AUTHORS: rt::Property<Vec<models::Person>>
        source breaking, wire breaking

      removed type library.person
        docs  v1.0/resources/person.md:1, “person resource type”
              - # person resource type
        rust  - struct Person
              - Person::id: Option<Box<str>>
              - Person::name: Option<Box<str>>
              - Person::ID: rt::Property<Box<str>, rt::Unstated, rt::ReadOnly>
              - Person::NAME: rt::Property<Box<str>>
        source breaking, wire breaking
    ");
}

#[test]
fn a_type_is_added() {
    assert_snapshot!(told(&[
        ("resources/shelf", "", "# shelf resource type\n\nNamespace: library\n\nWhere books stand.\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|width|Int32|In millimetres.|\n"),
    ]), @"
    1 change: 1 compatible
    Rust source: minor; wire: compatible; behaviour: same
    Version step: minor

    Compatible (1)

      added type library.shelf
        docs  v1.0/resources/shelf.md:1, “shelf resource type”
              + # shelf resource type
        rust  + struct Shelf
              + Shelf::width: Option<i32>
              + Shelf::WIDTH: rt::Property<i32>
        source minor
    ");
}

#[test]
fn a_type_is_renamed() {
    assert_snapshot!(told(&[
        ("person", "# person resource", "# human resource"),
    ]), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      renamed type library.person → library.human
        name: person → human
        docs  v1.0/resources/person.md:1, “human resource type”
              - # person resource type
              + # human resource type
        rust  - struct Person
              + struct Human
              - Book::authors: Option<Box<Vec<models::Person>>>
              + Book::authors: Option<Box<Vec<models::Human>>>
              - Person::id: Option<Box<str>>
              - Person::name: Option<Box<str>>
              - Book::AUTHORS: rt::Property<Vec<models::Person>>
              + Book::AUTHORS: rt::Property<Vec<models::Human>>
              - Person::ID: rt::Property<Box<str>, rt::Unstated, rt::ReadOnly>
              … and 5 more items
        source breaking, wire breaking
    ");
}

#[test]
fn a_type_moves_to_another_namespace() {
    assert_snapshot!(told(&[
        ("person", "Namespace: library", "Namespace: library.people"),
    ]), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      moved type library.person → library.people.person
        namespace: library → library.people
        docs  v1.0/resources/person.md:1, “person resource type”
        rust  - struct Person
              + struct people::Person
              - Book::authors: Option<Box<Vec<models::Person>>>
              + Book::authors: Option<Box<Vec<models::people::Person>>>
              - Person::id: Option<Box<str>>
              - Person::name: Option<Box<str>>
              - Book::AUTHORS: rt::Property<Vec<models::Person>>
              + Book::AUTHORS: rt::Property<Vec<models::people::Person>>
              - Person::ID: rt::Property<Box<str>, rt::Unstated, rt::ReadOnly>
              … and 5 more items
        source breaking, wire breaking
    ");
}

#[test]
fn a_type_has_another_base() {
    assert_snapshot!(told(&[
        ("book", " Inherits from [item](item.md).", ""),
        ("book", ", \"baseType\": \"library.item\"", ""),
    ]), @r#"
    2 changes: 1 breaking source, 1 compatible
    Rust source: breaking; wire: compatible; behaviour: different
    Version step: major

    Source that uses these breaks (1)

      changed type library.book
        base type: library.item → not stated
        kind: entity type → complex type
        key: id → none
        docs  v1.0/resources/book.md:24, “JSON representation”
              - <!-- { "blockType": "resource", "baseType": "library.item", "@odata.type": "library.book" } -->
              - A book. Inherits from item.
              + <!-- { "blockType": "resource", "@odata.type": "library.book" } -->
              + A book.
        rust  - Book::id: Option<Box<str>>
              - Book::shelf: Option<Box<str>>
              - Book::lent_date_time: Option<rt::Timestamp>
              - Book::ID: rt::Property<Box<str>, rt::Unstated, rt::ReadOnly>
              - Book::SHELF: rt::Property<Box<str>>
              - Book::LENT_DATE_TIME: rt::Property<rt::Timestamp, rt::Unstated, rt::ReadOnly>
        source breaking, behaviour different

    Compatible (1)

      changed type library.item
        derived types removed: library.book
        docs  v1.0/resources/item.md:17, “JSON representation”
        compatible
    "#);
}

#[test]
fn a_type_is_open() {
    assert_snapshot!(told(&[
        ("item", "\"keyProperty\"", "\"openType\": true, \"keyProperty\""),
    ]), @r#"
    2 changes: 2 compatible
    Rust source: compatible; wire: same; behaviour: looser
    Version step: patch

    Compatible (2)

      changed type library.book
        open: no → yes
        docs  v1.0/resources/book.md:24, “JSON representation”
        behaviour looser

      changed type library.item
        open: no → yes
        docs  v1.0/resources/item.md:17, “JSON representation”
              - <!-- { "blockType": "resource", "keyProperty": "id", "@odata.type": "library.item" } -->
              + <!-- { "blockType": "resource", "openType": true, "keyProperty": "id", "@odata.type": "library.item" } -->
        behaviour looser
    "#);
}

#[test]
fn a_type_is_derived_from_for_the_first_time() {
    assert_snapshot!(told(&[
        ("person", "Somebody who writes or reads.", "Somebody who writes or reads. Inherits from [item](item.md)."),
    ]), @"
    3 changes: 1 breaking unusual source only, 2 compatible
    Rust source: breaking for some source; wire: compatible; behaviour: different
    Version step: major; minor if all source writes `..` and `_`, takes the default features and names no type of a constant

    Only unusual source breaks (1)

      changed type library.person
        base type: not stated → library.item
        docs  v1.0/resources/person.md:1, “person resource type”
              - Somebody who writes or reads.
              + Somebody who writes or reads. Inherits from [item](item.md).
              + Somebody who writes or reads. Inherits from item.
        rust  + Person::shelf: Option<Box<str>>
                where all fields are written out, without `..`
              + Person::lent_date_time: Option<rt::Timestamp>
                where all fields are written out, without `..`
              + Person::SHELF: rt::Property<Box<str>>
              + Person::LENT_DATE_TIME: rt::Property<rt::Timestamp, rt::Unstated, rt::ReadOnly>
        source breaking for some source, behaviour different

    Compatible (2)

      changed type library.item
        derived types added: library.person
        docs  v1.0/resources/item.md:17, “JSON representation”
        compatible

      moved property library.person/id
        nullable: not stated → no
        declared in: library.person → library.item
        docs  v1.0/resources/person.md:11, “Properties”
              + v1.0/resources/item.md:11: |id|String|The key of the item. Key. Not nullable. Read-only.|
        behaviour looser
    ");
}

#[test]
fn an_area_is_stated() {
    assert_snapshot!(told(&[
        ("person", "# person resource", "---\nms.prod: \"people\"\n---\n\n# person resource"),
    ]), @"
    3 changes: 2 breaking unusual source only, 1 compatible
    Rust source: breaking for some source; wire: same; behaviour: same
    Version step: major; minor if all source writes `..` and `_`, takes the default features and names no type of a constant

    Only unusual source breaks (2)

      changed relationship library.book/authors
        follows from type library.person
        docs  v1.0/resources/book.md:20, “Relationships”
        rust  - Book::authors: Option<Box<Vec<models::Person>>>
              + #[cfg(feature = people)] Book::authors: Option<Box<Vec<models::Person>>>
                where features are selected
              - Book::AUTHORS: rt::Property<Vec<models::Person>>
              + #[cfg(feature = people)] Book::AUTHORS: rt::Property<Vec<models::Person>>
                where features are selected
        source breaking for some source

      changed type library.person
        area: not stated → people
        docs  v1.0/resources/person.md:5, “person resource type”
        rust  - #[cfg(feature = common)] struct Person
              + #[cfg(feature = people)] struct Person
                where features are selected
        source breaking for some source

    Compatible (1)

      added feature people
        rust  + feature `people`
        source minor
    ");
}

#[test]
fn only_words_of_a_type_differ() {
    assert_snapshot!(told(&[
        ("person", "Somebody who writes or reads.", "Somebody who reads or writes."),
    ]), @"
    0 changes; beside them 1 change of words alone
    Rust source: compatible; wire: same; behaviour: same
    Version step: patch

    Wording (1)

      type library.person
        docs  v1.0/resources/person.md:1, “person resource type”
              - Somebody who writes or reads.
              + Somebody who reads or writes.
    ");
}
