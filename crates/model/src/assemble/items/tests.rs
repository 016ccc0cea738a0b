use insta::assert_snapshot;

use crate::types::tests::published;
use crate::{Links, Select};

/// The comments on the structs and operations of the pages, and what exports say of the same.
fn words(text: &str, selection: &Select) -> String {
    let reference = "https://a.b/{page}?view=1.0".to_owned();
    let folders = [("api/", ""), ("resources/", "resources/")];
    let owned = |(folder, on_site): (&str, &str)| (folder.to_owned(), on_site.to_owned());
    let folders = folders.map(owned).into_iter().collect();
    let links = Links { reference, folders, ..Links::default() };
    let (_, api, _) = published(text, links, selection);
    let structs = api.structs.iter().map(|item| (item.name.name.as_str(), &item.docs.text));
    let operations = api.operations.iter().map(|it| (it.constant.as_str(), &it.docs.text));
    let said = structs.chain(operations).filter(|(_, text)| !text.is_empty());
    let line = |(name, text): (&str, &text::DocText)| {
        format!("{name}: {}\nexported: {text}\n", text.lines(usize::MAX).join("\n"))
    };
    said.map(line).collect()
}

const TYPES: &str = "
page v1.0/resources/boat.md area=fleet
says: v1.0/resources/pier.md v1.0/resources/pier.md#light-values v1.0/resources/pier.md#properties
type harbor.boat key=id
id: String
pier -> pier
page v1.0/resources/pier.md area=fleet
type harbor.pier key=id
id: String
enum harbor.light: red green
";

#[test]
fn links_to_pages_of_items_lead_to_the_items() {
    let operation = "
page v1.0/api/boat-get.md area=fleet
says: v1.0/resources/boat.md v1.0/api/pier-get.md v1.0/api/pier-get.md#permissions
get /boats/{id} : boat
page v1.0/api/pier-get.md area=fleet
get /boats/{id}/pier : pier
";
    assert_snapshot!(words(&format!("{TYPES}{operation}"), &Select::default()), @"
    boat: [it](crate::v1_0::models::Pier), [it](crate::v1_0::models::Light), [it](crate::v1_0::models::Pier)
    exported: [it](https://a.b/resources/pier?view=1.0), [it](https://a.b/resources/pier?view=1.0#light-values), [it](https://a.b/resources/pier?view=1.0#properties)
    BOAT_GET: [it](crate::v1_0::models::Boat), [it](crate::v1_0::paths::boats::BoatsByIdPier::get), [it](crate::v1_0::paths::boats::BoatsByIdPier::get)
    exported: [it](https://a.b/resources/boat?view=1.0), [it](https://a.b/pier-get?view=1.0), [it](https://a.b/pier-get?view=1.0#permissions)
    ");
}

#[test]
fn what_no_item_documents_stays_at_its_address() {
    let text = "
page v1.0/resources/boat.md area=fleet
says: v1.0/resources/boat.md v1.0/resources/boat.md#names v1.0/resources/sea.md https://c.d
type harbor.boat key=id
id: String
";
    assert_snapshot!(words(text, &Select::default()), @"
    boat: [it](https://a.b/resources/boat?view=1.0), [it](https://a.b/resources/boat?view=1.0#names), [it](https://a.b/resources/sea?view=1.0), [it](https://c.d)
    exported: [it](https://a.b/resources/boat?view=1.0), [it](https://a.b/resources/boat?view=1.0#names), [it](https://a.b/resources/sea?view=1.0), [it](https://c.d)
    ");
}

#[test]
fn a_label_that_rustdoc_finds_by_itself_gets_no_target() {
    let text = "
page v1.0/resources/boat.md
says: Light=v1.0/resources/boat.md#light-values light=v1.0/resources/boat.md#light-values
type harbor.boat key=id
id: String
light: light
enum harbor.light: red green
";
    assert_snapshot!(words(text, &Select::default()), @"
    boat: [Light](https://a.b/resources/boat?view=1.0#light-values), [light](crate::v1_0::models::Light)
    exported: [Light](https://a.b/resources/boat?view=1.0#light-values), [light](https://a.b/resources/boat?view=1.0#light-values)
    ");
}

#[test]
fn no_link_leads_to_an_item_that_some_features_leave_out() {
    let text = "
page v1.0/resources/boat.md area=fleet
says: v1.0/resources/pier.md v1.0/resources/rope.md
type harbor.boat key=id
id: String
rope: rope
page v1.0/resources/rope.md area=stores
type harbor.rope
length: Int32
page v1.0/resources/pier.md area=works
type harbor.pier key=id
id: String
page v1.0/api/boat-get.md area=fleet
get /boats/{id} : boat
page v1.0/api/pier-get.md area=works
get /piers/{id} : pier
";
    assert_snapshot!(words(text, &Select::default()), @"
    boat: [it](https://a.b/resources/pier?view=1.0), [it](crate::v1_0::models::Rope)
    exported: [it](https://a.b/resources/pier?view=1.0), [it](https://a.b/resources/rope?view=1.0)
    ");
}

#[test]
fn no_link_leads_to_what_is_not_selected() {
    let selection = Select {
        exclude_types: vec!["harbor.light".to_owned(), "harbor.pier".to_owned()],
        include_types: vec!["harbor.boat".to_owned()],
        ..Select::default()
    };
    assert_snapshot!(words(TYPES, &selection), @"
    boat: [it](https://a.b/resources/pier?view=1.0), [it](https://a.b/resources/pier?view=1.0#light-values), [it](https://a.b/resources/pier?view=1.0#properties)

    Kept as JSON, because their types are not selected: `pier` (`harbor.pier`).
    exported: [it](https://a.b/resources/pier?view=1.0), [it](https://a.b/resources/pier?view=1.0#light-values), [it](https://a.b/resources/pier?view=1.0#properties)

    Kept as JSON, because their types are not selected: `pier` (`harbor.pier`).
    ");
}
