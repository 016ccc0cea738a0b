//! Pages to who may write what, as one reads it.

use diag::render;
use insta::assert_snapshot;

use crate::testing::built;
use crate::{Built, Struct};

/// The page of an entity type with these rows.
fn resource(name: &str, rows: &str) -> (String, String) {
    let text = format!(
        "# {name} resource type\n\nNamespace: dock\n\n## Properties\n\n\
         |Property|Type|Description|\n|:--|:--|:--|\n{}\n\n## JSON representation\n\n\
         <!-- {{ \"blockType\": \"resource\", \"@odata.type\": \"dock.{name}\", \"keyProperty\": \"id\" }} -->\n\
         ```json\n{{ \"id\": \"String\" }}\n```\n",
        lines(rows)
    );
    (format!("resources/{name}.md"), text)
}

/// The page of an operation, with a table of its body and an example of it where they are given.
fn operation(name: &str, request: &str, rows: &str, example: &str) -> (String, String) {
    let status = if request.starts_with("POST") { "201 Created" } else { "200 OK" };
    let table = format!("|Property|Type|Description|\n|:--|:--|:--|\n{}", lines(rows));
    let table = if rows.is_empty() { "" } else { &table };
    let shown = format!(
        "## Example\n\n<!-- {{ \"blockType\": \"request\", \"name\": \"one\" }} -->\n```http\n{request}\n\n{example}\n```\n"
    );
    let shown = if example.is_empty() { "" } else { &shown };
    let text = format!(
        "# {name}\n\nNamespace: dock\n\n## HTTP request\n\n```http\n{request}\n```\n\n## Request body\n\n\
         In the request body, supply a JSON representation of the [boat](../resources/boat.md) object.\n\n\
         {table}\n\n## Response\n\nIf successful, this method returns a `{status}` response code and a \
         [boat](../resources/boat.md) object in the response body.\n\n{shown}"
    );
    (format!("api/{name}.md"), text)
}

fn lines(rows: &str) -> String {
    let rows = rows.lines().map(str::trim).filter(|row| !row.is_empty());
    rows.map(|row| format!("|{row}|")).collect::<Vec<_>>().join("\n")
}

fn decided(pages: &[(String, String)]) -> String {
    let (Built { api, diagnostics, .. }, sources) = built(pages.iter().cloned());
    let conflicts = diagnostics.iter().filter(|it| it.code == diag::codes::CONFLICTING_ACCESS);
    let structs = api.structs.iter().map(structure);
    structs.chain(conflicts.map(|it| render(it, &sources) + "\n")).collect()
}

fn structure(item: &Struct) -> String {
    let fields = item.fields.iter().map(|field| {
        let access = &field.access;
        format!("    {}: {:?} ({})\n", field.constant(), access.value, access.rule)
    });
    let fields: String = fields.collect();
    let create = item.constructor.as_ref().map(|it| {
        let required: Vec<&str> = it.required.iter().map(|it| it.value.as_str()).collect();
        format!("    create({})\n", required.join(", "))
    });
    format!("{}\n{fields}{}", item.name.name, create.unwrap_or_default())
}

#[test]
fn the_row_of_the_type_counts_where_no_list_says_otherwise() {
    let boat = resource(
        "boat",
        "id|String|The key. Read-only.
         built|Date|When it was built. Read-only.
         hull|String|The number on the hull. Immutable.
         name|String|The name. Not nullable.
         flags|String collection|Its flags. Not nullable.
         port|String|The home port. Nullable.
         pin|String|Opens the cabin. Write-only.",
    );
    assert_snapshot!(decided(&[boat]), @"
    boat
        ID: ReadOnly (read-only)
        BUILT: ReadOnly (read-only)
        HULL: CreateOnly (read-only)
        NAME: NotNull (nullable)
        FLAGS: Writable (unstated)
        PORT: Writable (unstated)
        PIN: Writable (unstated)
    ");
}

#[test]
fn a_key_is_never_updated() {
    let boat = resource("boat", "id|String|The key.\nname|String|The name.");
    let update = operation(
        "boat-update",
        "PATCH /boats/{id}",
        "id|String|The key.\nname|String|A name.",
        "",
    );
    assert_snapshot!(decided(&[boat, update]), @"
    boat
        ID: CreateOnly (key)
        NAME: Writable (update-table)
    ");
}

#[test]
fn what_a_list_names_may_be_written_there() {
    let boat = resource(
        "boat",
        "id|String|The key. Read-only.
         built|Date|When it was built. Read-only.
         owner|String|The owner. Read-only.
         crew|String collection|The crew. Read-only.
         length|Int32|The length. Read-only.
         hull|String|The number on the hull. Immutable.",
    );
    let update = operation(
        "boat-update",
        "PATCH /boats/{id}",
        "owner|String|Who owns it.
         length|Int32|The length. Read-only.
         hull|String|The number. Immutable.",
        "",
    );
    let create = operation(
        "boat-post",
        "POST /boats",
        "built|Date|When it was built.\ncrew|String collection|The crew. Read-only.",
        "",
    );
    assert_snapshot!(decided(&[boat, update, create]), @"
    boat
        ID: ReadOnly (read-only)
        BUILT: CreateOnly (create-table)
        OWNER: Writable (update-table)
        CREW: ReadOnly (read-only)
        LENGTH: ReadOnly (read-only)
        HULL: CreateOnly (read-only)
        create()
    note[AM0515 conflicting-access]: `built` is read-only here, but `v1.0/api/boat-post.md` lists it for a call that creates the object
      --> v1.0/resources/boat.md:10:13
       |
    10 | |built|Date|When it was built. Read-only.|
       |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: the list counts: a client may write the property there
    note[AM0515 conflicting-access]: `owner` is read-only here, but `v1.0/api/boat-update.md` lists it for a call that changes the object
      --> v1.0/resources/boat.md:11:15
       |
    11 | |owner|String|The owner. Read-only.|
       |               ^^^^^^^^^^^^^^^^^^^^^
       |
       = help: the list counts: a client may write the property there
    ");
}

#[test]
fn what_an_example_of_creation_sends_may_be_sent() {
    let boat = resource(
        "boat",
        "id|String|The key. Read-only.
         built|Date|When it was built. Read-only.
         owner|String|The owner. Read-only.",
    );
    let create = operation(
        "boat-post",
        "POST /boats",
        "owner|String|The owner. Read-only.",
        "{ \"id\": \"1\", \"built\": \"2020-02-02\", \"owner\": \"Ana\" }",
    );
    assert_snapshot!(decided(&[boat, create]), @"
    boat
        ID: ReadOnly (read-only)
        BUILT: CreateOnly (create-example)
        OWNER: ReadOnly (read-only)
        create()
    ");
}

#[test]
fn creation_asks_for_what_is_required_beyond_doubt() {
    let boat = resource(
        "boat",
        "id|String|The key. Read-only.
         name|String|The name. Required.
         port|String|The home port. Required.
         sail|String|The sail. Required. The default value is `lateen`.
         kind|String|The kind. Required.
         mast|String|The mast. Required.
         hull|String|The hull.",
    );
    let create = operation(
        "boat-post",
        "POST /boats",
        "name|String|The name.
         port|String|The port. Optional.
         sail|String|The sail.
         kind|String|The kind.
         hull|String|The hull. Required.",
        "{ \"name\": \"Argo\", \"hull\": \"oak\", \"port\": \"Iolcus\" }",
    );
    assert_snapshot!(decided(&[boat.clone(), create]), @"
    boat
        ID: ReadOnly (read-only)
        NAME: NotNull (required)
        PORT: Writable (unstated)
        SAIL: Writable (unstated)
        KIND: Writable (unstated)
        MAST: Writable (unstated)
        HULL: NotNull (required)
        create(name, hull)
    ");
    let without_table = operation("boat-post", "POST /boats", "", "");
    assert_snapshot!(decided(&[boat, without_table]), @"
    boat
        ID: ReadOnly (read-only)
        NAME: NotNull (required)
        PORT: NotNull (required)
        SAIL: Writable (unstated)
        KIND: NotNull (required)
        MAST: NotNull (required)
        HULL: Writable (unstated)
        create(name, port, kind, mast)
    ");
}

#[test]
fn types_that_nothing_creates_have_no_constructor() {
    let boat = resource("boat", "id|String|The key. Read-only.\nname|String|The name. Required.");
    let update = operation("boat-update", "PATCH /boats/{id}", "name|String|The name.", "");
    assert_snapshot!(decided(&[boat, update]), @"
    boat
        ID: ReadOnly (read-only)
        NAME: Writable (update-table)
    ");
}

#[test]
fn what_is_said_of_a_base_type_holds_for_the_types_derived_from_it() {
    let boat = resource("boat", "id|String|The key. Read-only.\nname|String|The name. Read-only.");
    let mut raft = resource("raft", "logs|Int32|The logs. Required.");
    raft.1 = raft.1.replace("Namespace: dock", "Namespace: dock\n\nInherits from [boat](boat.md).");
    let update = operation("boat-update", "PATCH /boats/{id}", "name|String|The name.", "");
    let create = operation("boat-post", "POST /boats", "", "");
    assert_snapshot!(decided(&[boat, raft, update, create]), @"
    boat
        ID: ReadOnly (read-only)
        NAME: Writable (update-table)
        create()
    raft
        ID: ReadOnly (read-only)
        NAME: Writable (update-table)
        LOGS: NotNull (required)
        create(logs)
    note[AM0515 conflicting-access]: `name` is read-only here, but `v1.0/api/boat-update.md` lists it for a call that changes the object
      --> v1.0/resources/boat.md:10:14
       |
    10 | |name|String|The name. Read-only.|
       |              ^^^^^^^^^^^^^^^^^^^^
       |
       = help: the list counts: a client may write the property there
    ");
}

#[test]
fn a_key_is_set_where_creation_asks_for_it_in_earnest() {
    let boat = resource("boat", "id|String|The key. Read-only.\nname|String|The name.");
    let with = |rows, example| {
        let create = operation("boat-post", "POST /boats", rows, example);
        decided(&[boat.clone(), create]).lines().nth(1).unwrap_or_default().trim().to_owned()
    };
    let listed = "id|String|The key.\nname|String|The name.";
    let required = "id|String|The key. Required.\nname|String|The name.";
    assert_snapshot!([
        with(listed, r#"{ "id": "argo", "name": "Argo" }"#),
        with(listed, r#"{ "name": "Argo" }"#),
        with(listed, ""),
        with(required, r#"{ "name": "Argo" }"#),
        with(required, ""),
    ].join("\n"), @"
    ID: CreateOnly (create-table)
    ID: ReadOnly (read-only)
    ID: ReadOnly (read-only)
    ID: ReadOnly (read-only)
    ID: CreateOnly (create-table)
    ");
}

#[test]
fn an_exception_among_the_examples_leaves_a_property_required() {
    let boat = resource("boat", "id|String|The key. Read-only.\nname|String|The name. Required.");
    let mut create = operation("boat-post", "POST /boats", "", r#"{ "name": "Argo" }"#);
    let raft = "```http\nPOST /boats\n\n{ \"logs\": 9 }\n```\n";
    create.1 += &format!("<!-- {{ \"blockType\": \"request\", \"name\": \"two\" }} -->\n{raft}");
    assert_snapshot!(decided(&[boat.clone(), create]), @"
    boat
        ID: ReadOnly (read-only)
        NAME: NotNull (required)
        create(name)
    ");
    let without = operation("boat-post", "POST /boats", "", "{ \"logs\": 9 }");
    assert_snapshot!(decided(&[boat, without]), @"
    boat
        ID: ReadOnly (read-only)
        NAME: Writable (unstated)
        create()
    ");
}
