use diag::PageId;
use insta::assert_snapshot;

use crate::Dialect;
use crate::testing::{page, type_cell};

/// The type cells of a page in a dialect with `types`, one a line.
fn cells(types: &str, markdown: &str) -> String {
    let text = format!("extends = \"graph\"\n[types]\n{types}");
    let dialect = Dialect::parse(PageId(0), &text).expect("the dialect is right");
    let (facts, _) = crate::read(&page(markdown), &dialect);
    let rows = facts.types.iter().flat_map(|facts| &facts.properties);
    let cells = rows.filter_map(|row| Some((&row.name.value, &row.ty.as_ref()?.value)));
    cells.map(|(name, cell)| format!("{name}: {}\n", type_cell(cell))).collect()
}

const PAGE: &str = "
# boat resource type

## Properties

|Property|Type|
|:--|:--|
|price|numeric|
|berth|Sea.berthType|
|sails|Numeric, maximum size 3|

## Relationships

|Relationship|Type|
|:--|:--|
|crew|sailors|
|owner|sailor|
|state|status|
|mast|Sea.masts|
";

#[test]
fn words_mean_what_the_dialect_says() {
    let words = "words = { numeric = \"Decimal\", berthType = \"berth\" }";
    assert_snapshot!(cells(words, PAGE), @"
    price: Decimal
    berth: berth
    sails: Decimal
    crew: sailors
    owner: sailor
    state: status
    mast: Sea.masts
    ");
}

#[test]
fn several_words_may_mean_a_type() {
    let words = "words = { \"whole number\" = \"Int32\", number = \"Double\" }";
    let page = "# boat resource type\n\n## Properties\n\n|Property|Type|\n|:--|:--|\n|sails|Whole number|\n\
                |length|number|\n|masts|whole  number (at most 3)|\n|wholes|whole numbers|\n";
    assert_snapshot!(cells(words, page), @"
    sails: Int32
    length: Double
    masts: Int32
    wholes:
    ");
}

#[test]
fn a_relationship_may_name_a_set() {
    assert_snapshot!(cells("plural-sets = true", PAGE), @"
    price: numeric
    berth: Sea.berthType
    sails: Numeric
    crew: sailors[]
    owner: sailor
    state: status
    mast: Sea.masts[]
    ");
}

#[test]
fn a_dialect_adds_words_to_those_of_all() {
    const PAGE: &str = "# boat resource type\n\n## Properties\n\n|Property|Type|\n|:--|:--|\n\
        |tons|BigInt|\n|crew|Bag&lt;string&gt;|\n|log|Lookup&lt;string, int&gt;|\n|name|Maybe&lt;string&gt;|\n\
        |built|point in time|\n|mast|spar of wood|\n";
    let types = "primitives = { Int64 = [\"BigInt\"] }\ncollections = [\"Bag\"]\nmaps = [\"Lookup\"]\n\
        optionals = [\"Maybe\"]\nmoments = [\"point in time\"]\nbeside = [\"of\", \"wood\"]\n";
    assert_snapshot!(cells(types, PAGE), @"
    tons: BigInt
    crew: string[]
    log: Object
    name: string
    built: DateTimeOffset
    mast: spar
    ");
    let text = format!("name = \"sea\"\n[types]\n{types}");
    let dialect = Dialect::parse(PageId(0), &text).expect("it is valid");
    let meaning = |word| dialect.primitives().meaning(word);
    assert_eq!(meaning("Edm.bigint"), Some(crate::Primitive::Int64));
    assert_eq!(meaning("string (date)"), Some(crate::Primitive::Date));
    assert_eq!(meaning("int (date)"), Some(crate::Primitive::Int32));
}
