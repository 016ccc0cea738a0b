//! Edits of rows of properties.

use insta::assert_snapshot;

use super::told;

#[test]
fn a_property_is_removed() {
    assert_snapshot!(told(&[
        ("book", "|pages|Int32|How many pages the book has, without its cover.|\n", ""),
    ]), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      removed property library.book/pages
        type: Edm.Int32
        docs  v1.0/resources/book.md:12, “Properties”
              - |pages|Int32|How many pages the book has, without its cover.|
        rust  - Book::pages: Option<i32>
              - Book::PAGES: rt::Property<i32>
        source breaking, wire breaking
    ");
}

#[test]
fn a_property_is_added() {
    assert_snapshot!(told(&[
        ("book", "|notes|", "|isbn|String|The number that booksellers know.|\n|notes|"),
    ]), @"
    1 change: 1 breaking unusual source only
    Rust source: breaking for some source; wire: compatible; behaviour: same
    Version step: major; minor if all source writes `..` and `_`, takes the default features and names no type of a constant

    Only unusual source breaks (1)

      added property library.book/isbn
        type: Edm.String
        docs  v1.0/resources/book.md:14, “Properties”
              + |isbn|String|The number that booksellers know.|
        rust  + Book::isbn: Option<Box<str>>
                where all fields are written out, without `..`
              + Book::ISBN: rt::Property<Box<str>>
        source breaking for some source
    ");
}

#[test]
fn a_property_that_must_be_given_is_added() {
    assert_snapshot!(told(&[
        ("book", "|notes|", "|isbn|String|The number that booksellers know. Required.|\n|notes|"),
    ]), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      added property library.book/isbn
        type: Edm.String
        docs  v1.0/resources/book.md:14, “Properties”
              + |isbn|String|The number that booksellers know. Required.|
        rust  - Book::create(title: &str) -> rt::Create<Self>
              + Book::create(title: &str, isbn: &str) -> rt::Create<Self>
              + Book::isbn: Option<Box<str>>
                where all fields are written out, without `..`
              + Book::ISBN: rt::Property<Box<str>, rt::Unstated, rt::NotNull>
        source breaking, wire breaking
    ");
}

#[test]
fn a_property_is_renamed() {
    assert_snapshot!(told(&[
        ("book", "|pages|Int32|", "|pageCount|Int32|"),
    ]), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      renamed property library.book/pages → library.book/pageCount
        name: pages → pageCount
        docs  v1.0/resources/book.md:12, “Properties”
              - |pages|Int32|How many pages the book has, without its cover.|
              + |pageCount|Int32|How many pages the book has, without its cover.|
        rust  - Book::pages: Option<i32>
              + Book::page_count: Option<i32>
              - Book::PAGES: rt::Property<i32>
              + Book::PAGE_COUNT: rt::Property<i32>
        source breaking, wire breaking
    ");
}

#[test]
fn a_property_has_another_type() {
    assert_snapshot!(told(&[
        ("book", "|pages|Int32|", "|pages|Int64|"),
    ]), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      changed property library.book/pages
        type: Edm.Int32 → Edm.Int64
        docs  v1.0/resources/book.md:12, “Properties”
              - |pages|Int32|How many pages the book has, without its cover.|
              + |pages|Int64|How many pages the book has, without its cover.|
        rust  - Book::pages: Option<i32>
              + Book::pages: Option<i64>
              - Book::PAGES: rt::Property<i32>
              + Book::PAGES: rt::Property<i64>
        source breaking, wire breaking
    ");
}

#[test]
fn a_property_becomes_a_collection() {
    assert_snapshot!(told(&[
        ("book", "|pages|Int32|", "|pages|Int32 collection|"),
    ]), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      changed property library.book/pages
        type: Edm.Int32 → Collection(Edm.Int32)
        docs  v1.0/resources/book.md:12, “Properties”
              - |pages|Int32|How many pages the book has, without its cover.|
              + |pages|Int32 collection|How many pages the book has, without its cover.|
        rust  - Book::pages: Option<i32>
              + Book::pages: Option<Vec<i32>>
              - Book::PAGES: rt::Property<i32>
              + Book::PAGES: rt::Property<Vec<i32>>
        source breaking, wire breaking
    ");
}

#[test]
fn a_property_moves_to_the_base_type() {
    assert_snapshot!(told(&[
        ("book", "|notes|String collection|What readers wrote into the book. Nullable.|\n", ""),
        ("item", "|shelf|", "|notes|String collection|What readers wrote into the book. Nullable.|\n|shelf|"),
    ]), @"
    2 changes: 1 breaking unusual source only, 1 compatible
    Rust source: breaking for some source; wire: compatible; behaviour: same
    Version step: major; minor if all source writes `..` and `_`, takes the default features and names no type of a constant

    Only unusual source breaks (1)

      added property library.item/notes
        type: Collection(Edm.String)
        docs  v1.0/resources/item.md:12, “Properties”
              + |notes|String collection|What readers wrote into the book. Nullable.|
        rust  + Item::notes: Option<Vec<Box<str>>>
                where all fields are written out, without `..`
              + Item::NOTES: rt::Property<Vec<Box<str>>>
        source breaking for some source

    Compatible (1)

      moved property library.book/notes
        declared in: library.book → library.item
        docs  v1.0/resources/book.md:14, “Properties” → v1.0/resources/item.md:12, “Properties”
        compatible
    ");
}

#[test]
fn an_operator_is_gone() {
    assert_snapshot!(told(&[
        ("book", "`eq`, `ne`, `startsWith`", "`eq`, `ne`"),
    ]), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: stricter
    Version step: major

    Source that uses these breaks (1)

      changed property library.book/title
        $filter: eq, ne, startsWith → eq, ne
        docs  v1.0/resources/book.md:11, “Properties”
              - |title|String|The title on the cover. Required. Supports `$filter` (`eq`, `ne`, `startsWith`).|
              + |title|String|The title on the cover. Required. Supports `$filter` (`eq`, `ne`).|
        rust  - Book::TITLE: rt::Property<Box<str>, operators::EqNeStartsWith, rt::NotNull>
              + Book::TITLE: rt::Property<Box<str>, operators::EqNe, rt::NotNull>
              - enum operators::EqNeStartsWith
              + enum operators::EqNe
                where the type of the constant is spelled out
        source breaking, wire breaking, behaviour stricter
    ");
}

#[test]
fn an_operator_is_added() {
    assert_snapshot!(told(&[
        ("book", "`eq`, `ne`, `startsWith`", "`eq`, `ne`, `in`, `startsWith`"),
    ]), @"
    1 change: 1 breaking unusual source only
    Rust source: breaking for some source; wire: compatible; behaviour: looser
    Version step: major; minor if all source writes `..` and `_`, takes the default features and names no type of a constant

    Only unusual source breaks (1)

      changed property library.book/title
        $filter: eq, ne, startsWith → eq, ne, in, startsWith
        docs  v1.0/resources/book.md:11, “Properties”
              - |title|String|The title on the cover. Required. Supports `$filter` (`eq`, `ne`, `startsWith`).|
              + |title|String|The title on the cover. Required. Supports `$filter` (`eq`, `ne`, `in`, `startsWith`).|
        rust  - Book::TITLE: rt::Property<Box<str>, operators::EqNeStartsWith, rt::NotNull>
              + Book::TITLE: rt::Property<Box<str>, operators::EqNeInStartsWith, rt::NotNull>
                where the type of the constant is spelled out
              - enum operators::EqNeStartsWith
              + enum operators::EqNeInStartsWith
                where the type of the constant is spelled out
        source breaking for some source, behaviour looser
    ");
}

#[test]
fn operators_are_stated_for_the_first_time() {
    assert_snapshot!(told(&[
        ("person", "Supports `$filter`.", "Supports `$filter` (`eq`)."),
    ]), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: same; behaviour: stricter
    Version step: major

    Source that uses these breaks (1)

      changed property library.person/name
        $filter: supported → eq
        docs  v1.0/resources/person.md:12, “Properties”
              - |name|String|The name as it is printed on covers. Supports `$filter`.|
              + |name|String|The name as it is printed on covers. Supports `$filter` (`eq`).|
        rust  - Person::NAME: rt::Property<Box<str>>
              + Person::NAME: rt::Property<Box<str>, operators::Eq>
              + enum operators::Eq
        source breaking, behaviour stricter
    ");
}

#[test]
fn a_property_becomes_read_only() {
    assert_snapshot!(told(&[
        ("book", "without its cover.", "without its cover. Read-only."),
    ]), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      changed property library.book/pages
        written by clients: at any time → never
        docs  v1.0/resources/book.md:12, “Properties”
              - |pages|Int32|How many pages the book has, without its cover.|
              + |pages|Int32|How many pages the book has, without its cover. Read-only.|
        rust  - Book::PAGES: rt::Property<i32>
              + Book::PAGES: rt::Property<i32, rt::Unstated, rt::ReadOnly>
        source breaking, wire breaking
    ");
}

#[test]
fn a_property_can_be_written() {
    assert_snapshot!(told(&[
        ("item", "took the item home. Read-only.", "took the item home."),
    ]), @"
    1 change: 1 breaking unusual source only
    Rust source: breaking for some source; wire: compatible; behaviour: same
    Version step: major; minor if all source writes `..` and `_`, takes the default features and names no type of a constant

    Only unusual source breaks (1)

      changed property library.item/lentDateTime
        written by clients: never → at any time
        docs  v1.0/resources/item.md:13, “Properties”
              - |lentDateTime|DateTimeOffset|When somebody took the item home. Read-only.|
              + |lentDateTime|DateTimeOffset|When somebody took the item home.|
        rust  - Book::LENT_DATE_TIME: rt::Property<rt::Timestamp, rt::Unstated, rt::ReadOnly>
              + Book::LENT_DATE_TIME: rt::Property<rt::Timestamp>
                where the type of the constant is spelled out
              - Item::LENT_DATE_TIME: rt::Property<rt::Timestamp, rt::Unstated, rt::ReadOnly>
              + Item::LENT_DATE_TIME: rt::Property<rt::Timestamp>
                where the type of the constant is spelled out
        source breaking for some source
    ");
}

#[test]
fn a_property_is_required_on_create() {
    assert_snapshot!(told(&[
        ("book", "without its cover.", "without its cover. Required."),
    ]), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: stricter
    Version step: major

    Source that uses these breaks (1)

      changed property library.book/pages
        written by clients: at any time → at any time, but never null
        required on create: not stated → yes
        docs  v1.0/resources/book.md:12, “Properties”
              - |pages|Int32|How many pages the book has, without its cover.|
              + |pages|Int32|How many pages the book has, without its cover. Required.|
        rust  - Book::PAGES: rt::Property<i32>
              + Book::PAGES: rt::Property<i32, rt::Unstated, rt::NotNull>
              - Book::create(title: &str) -> rt::Create<Self>
              + Book::create(title: &str, pages: i32) -> rt::Create<Self>
        source breaking, wire breaking, behaviour stricter
    ");
}

#[test]
fn a_property_is_no_longer_required() {
    assert_snapshot!(told(&[
        ("book", " Required.", " "),
    ]), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: compatible; behaviour: looser
    Version step: major

    Source that uses these breaks (1)

      changed property library.book/title
        written by clients: at any time, but never null → at any time
        required on create: yes → not stated
        docs  v1.0/resources/book.md:11, “Properties”
              - |title|String|The title on the cover. Required. Supports `$filter` (`eq`, `ne`, `startsWith`).|
              + |title|String|The title on the cover.  Supports `$filter` (`eq`, `ne`, `startsWith`).|
        rust  - Book::create(title: &str) -> rt::Create<Self>
              + Book::create() -> rt::Create<Self>
              - Book::TITLE: rt::Property<Box<str>, operators::EqNeStartsWith, rt::NotNull>
              + Book::TITLE: rt::Property<Box<str>, operators::EqNeStartsWith>
                where the type of the constant is spelled out
        source breaking, behaviour looser
    ");
}

#[test]
fn a_property_can_no_longer_be_null() {
    assert_snapshot!(told(&[
        ("book", " Nullable.", " Not nullable."),
    ]), @"
    1 change: 1 compatible
    Rust source: compatible; wire: same; behaviour: looser
    Version step: patch

    Compatible (1)

      changed property library.book/notes
        nullable: yes → no
        docs  v1.0/resources/book.md:14, “Properties”
              - |notes|String collection|What readers wrote into the book. Nullable.|
              + |notes|String collection|What readers wrote into the book. Not nullable.|
        behaviour looser
    ");
}

#[test]
fn a_property_is_returned_on_select_only() {
    assert_snapshot!(told(&[
        ("book", "without its cover.", "without its cover. Returned only on `$select`."),
    ]), @"
    1 change: 1 of the service
    Rust source: compatible; wire: same; behaviour: stricter
    Version step: minor

    The service takes, promises or asks for something else (1)

      changed property library.book/pages
        returned: not stated → only on $select
        docs  v1.0/resources/book.md:12, “Properties”
              - |pages|Int32|How many pages the book has, without its cover.|
              + |pages|Int32|How many pages the book has, without its cover. Returned only on `$select`.|
        behaviour stricter
    ");
}

#[test]
fn a_property_has_a_maximum_length() {
    assert_snapshot!(told(&[
        ("person", "printed on covers.", "printed on covers. The maximum length is 64 characters."),
    ]), @"
    1 change: 1 of the service
    Rust source: compatible; wire: breaking; behaviour: stricter
    Version step: minor

    The service takes, promises or asks for something else (1)

      changed property library.person/name
        maximum length: not stated → 64
        docs  v1.0/resources/person.md:12, “Properties”
              - |name|String|The name as it is printed on covers. Supports `$filter`.|
              + |name|String|The name as it is printed on covers. The maximum length is 64 characters. Supports `$filter`.|
        wire breaking, behaviour stricter
    ");
}

#[test]
fn a_property_is_deprecated() {
    assert_snapshot!(told(&[
        ("book", "How many pages", "(Deprecated) How many pages"),
    ]), @"
    1 change: 1 of the service
    Rust source: minor; wire: same; behaviour: stricter
    Version step: minor

    The service takes, promises or asks for something else (1)

      changed property library.book/pages
        deprecation: not stated → (Deprecated) How many pages the book has, without its cover
        docs  v1.0/resources/book.md:12, “Properties”
              - |pages|Int32|How many pages the book has, without its cover.|
              + |pages|Int32|(Deprecated) How many pages the book has, without its cover.|
        rust  - Book::pages: Option<i32>
              + #[deprecated] Book::pages: Option<i32>
              - Book::PAGES: rt::Property<i32>
              + #[deprecated] Book::PAGES: rt::Property<i32>
        source minor, behaviour stricter
    ");
}

#[test]
fn a_relationship_leads_elsewhere() {
    assert_snapshot!(told(&[
        ("book", "[person](person.md) collection", "[item](item.md) collection"),
    ]), @"
    2 changes: 1 breaking source, 1 compatible
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      changed relationship library.book/authors
        type: Collection(library.person) → Collection(library.item)
        docs  v1.0/resources/book.md:20, “Relationships”
              - |authors|[person](person.md) collection|Who wrote the book, in the order of the cover.|
              + |authors|[item](item.md) collection|Who wrote the book, in the order of the cover.|
        rust  - Book::authors: Option<Box<Vec<models::Person>>>
              + Book::authors: Option<Box<Vec<models::AnyItem>>>
              - Book::AUTHORS: rt::Property<Vec<models::Person>>
              + Book::AUTHORS: rt::Property<Vec<models::AnyItem>>
        source breaking, wire breaking

    Compatible (1)

      changed type library.item
        follows from relationship library.book/authors
        docs  v1.0/resources/item.md:17, “JSON representation”
        rust  + enum AnyItem
              + AnyItem::Item: models::Item
              + AnyItem::Book: models::Book
              + impl Book: rt::IsA<models::Item>
        source minor
    ");
}

#[test]
fn a_property_becomes_a_relationship() {
    assert_snapshot!(told(&[
        ("book", "|binding|[binding](binding.md)|How the pages of the book are held together.|\n", ""),
        ("book", "|authors|", "|binding|[item](item.md)|How the pages of the book are held together.|\n|authors|"),
    ]), @"
    2 changes: 1 breaking source, 1 compatible
    Rust source: breaking; wire: breaking; behaviour: stricter
    Version step: major

    Source that uses these breaks (1)

      changed relationship library.book/binding
        type: library.binding → library.item
        kind: property → relationship
        docs  v1.0/resources/book.md:19, “Relationships”
              - |binding|[binding](binding.md)|How the pages of the book are held together.|
              + |binding|[item](item.md)|How the pages of the book are held together.|
        rust  - Book::binding: Option<models::Binding>
              + Book::binding: Option<models::AnyItem>
              - Book::BINDING: rt::Property<models::Binding>
              + Book::BINDING: rt::Property<models::AnyItem>
        source breaking, wire breaking, behaviour stricter

    Compatible (1)

      changed type library.item
        follows from relationship library.book/binding
        docs  v1.0/resources/item.md:17, “JSON representation”
        rust  + enum AnyItem
              + AnyItem::Item: models::Item
              + AnyItem::Book: models::Book
              + impl Book: rt::IsA<models::Item>
        source minor
    ");
}

#[test]
fn a_description_differs() {
    assert_snapshot!(told(&[
        ("book", "without its cover", "with its cover"),
    ]), @"
    0 changes; beside them 1 change of words alone
    Rust source: compatible; wire: same; behaviour: same
    Version step: patch

    Wording (1)

      property library.book/pages
        docs  v1.0/resources/book.md:12, “Properties”
              - |pages|Int32|How many pages the book has, without its cover.|
              + |pages|Int32|How many pages the book has, with its cover.|
    ");
}

#[test]
fn rows_change_places() {
    assert_snapshot!(told(&[
        ("book", "|pages|Int32|How many pages the book has, without its cover.|\n", ""),
        ("book", "|title|", "|pages|Int32|How many pages the book has, without its cover.|\n|title|"),
    ]), @"No changes.");
}
