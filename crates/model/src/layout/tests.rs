use insta::assert_snapshot;

use crate::types::tests::built;

#[test]
fn objects_and_collections_of_relationships_are_boxed() {
    let (_, api, _) = built(
        "
page v1/resources/boat.md
type harbor.boat
    id: String
    hull: hull
    owner: person
    places: hull collection
    size: Int32
    crew -> person collection
    mate -> [person](v1/resources/person.md)
page v1/resources/hull.md
type harbor.hull
    length: Int32
page v1/resources/person.md
type harbor.person
    id: String
type harbor.sailor base=person
    rank: String
",
    );
    let boat = api.structs.iter().find(|item| item.name.name == "boat").expect("it is stated");
    let fields = boat.fields.iter().map(|field| format!("{} {}", field.wire_name, field.boxed));
    assert_snapshot!(fields.collect::<Vec<_>>().join("\n"), @"
    id false
    hull true
    owner false
    places false
    size false
    crew true
    mate false
    ");
}
