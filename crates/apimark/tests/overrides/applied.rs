//! Each kind of correction: in the docs of the item, in its code, in provenance.

use insta::assert_snapshot;
use serde_json::Value;

use crate::{Case, item};

const MODELS: &str = "src/v1_0/models/common/pen.rs";
const OPERATIONS: &str = "src/v1_0/operations/common/pen.rs";

/// The member of an array of the model that has this name.
fn named<'v>(list: &'v Value, name: &str) -> &'v Value {
    list.as_array().unwrap().iter().find(|it| it["name"] == name).unwrap()
}

fn property(case: &Case, name: &str) -> Value {
    let model = case.model();
    named(&named(&model["types"], "microsoft.graph.pen")["properties"], name).clone()
}

#[test]
fn the_type_of_a_property() {
    let case = Case::new(
        r#"
[[property]]
page = "v1.0/resources/pen.md"
property = "ink"
type = "Int64"
expect = "Int32"
why = "Barrels hold more than 2 GiB."
"#,
    );
    assert_snapshot!(item(&case.file(MODELS), "pub ink"), @"
    /// How much there is.
    ///
    /// Corrected: type `Int64` instead of `Int32` (Barrels hold more than 2 GiB.)
    ///
    /// Supports `$filter` (eq).
    pub ink: Option<i64>,
    ");
    assert_snapshot!(property(&case, "ink")["type"], @r#"{"value":{"of":"scalar","name":"Edm.Int64","collection":false},"at":{"page":"overrides.toml","line":5,"column":8},"rule":"overrides"}"#);
}

#[test]
fn the_name_of_a_property() {
    let case = Case::new(
        r#"
[[property]]
page = "v1.0/resources/pen.md"
heading = "Properties"
property = "lable"
name = "label"
expect = "lable"
why = "The service says label."
"#,
    );
    assert_snapshot!(item(&case.file(MODELS), "pub label"), @"
    /// What it is called.
    ///
    /// Corrected: name `label` instead of `lable` (The service says label.)
    ///
    /// Required.
    pub label: Option<Box<str>>,
    ");
    let label = property(&case, "label");
    assert_snapshot!(label["at"], @r#"{"page":"v1.0/resources/pen.md","line":13,"column":2}"#);
    assert_eq!(label["rule"], "overrides");
}

#[test]
fn the_presence_and_the_operators_of_a_property() {
    let case = Case::new(
        r#"
[[property]]
page = "v1.0/resources/pen.md"
property = "lable"
presence = ["optional", "nullable"]
expect = "required"
why = "Nameless pens are made every day."

[[property]]
page = "v1.0/resources/pen.md"
property = "ink"
operators = ["eq", "ge"]
expect = ["eq"]
why = "Seen to work."
"#,
    );
    assert_snapshot!(item(&case.file(MODELS), "pub lable"), @"
    /// What it is called. Required.
    ///
    /// Corrected: presence `optional, nullable` instead of `required` (Nameless pens are made every
    /// day.)
    ///
    /// Nullable.
    pub lable: Option<Box<str>>,
    ");
    assert_snapshot!(item(&case.file(MODELS), "pub ink"), @"
    /// How much there is. Supports `$filter` (`eq`).
    ///
    /// Corrected: operators `eq, ge` instead of `eq` (Seen to work.)
    ///
    /// Supports `$filter` (eq, ge).
    pub ink: Option<i32>,
    ");
    let (lable, ink) = (property(&case, "lable"), property(&case, "ink"));
    assert_snapshot!(format!("{}\n{}\n{}", lable["required"], lable["nullable"], ink["query"]["filter"]), @r#"
    {"value":false,"at":{"page":"overrides.toml","line":5,"column":12},"rule":"overrides"}
    {"value":true,"at":{"page":"overrides.toml","line":5,"column":12},"rule":"overrides"}
    {"value":["eq","ge"],"at":{"page":"overrides.toml","line":12,"column":13},"rule":"overrides"}
    "#);
}

#[test]
fn permissions_of_one_caller() {
    let case = Case::new(
        r#"
[[operation]]
page = "v1.0/api/pen-get.md"
caller = "application"
permissions = ["Pen.Read.All", ["Pen.Read", "Tray.Read"]]
expect = []
why = "Granted since spring."
"#,
    );
    assert_snapshot!(item(&case.file(OPERATIONS), "get() ->"), @"
    /// Get pen
    ///
    /// Reads a pen.
    ///
    /// Corrected: application permissions `Pen.Read.All, Pen.Read and Tray.Read` instead of none
    /// (Granted since spring.)
    ///
    /// | Permissions | Delegated (work or school) | Delegated (personal) | Application |
    /// |---|---|---|---|
    /// | Least privileged | `Pen.Read` | not stated | `Pen.Read.All` |
    /// | Higher |  |  | `Pen.Read` and `Tray.Read` |
    ///
    /// Headers:
    ///
    /// - `X-Tray`: Which tray.
    ///
    /// Success: `200`.
    ///
    /// Needs the feature `common`.
    ///
    /// [Reference](https://learn.microsoft.com/graph/api/pen-get?view=graph-rest-1.0) ·
    /// `v1.0/api/pen-get.md#http-request`
    get() -> models::Pen = PEN_GET: GET at
    ");
}

#[test]
fn a_route() {
    let case = Case::new(
        r#"
[[operation]]
page = "v1.0/api/pen-get.md"
route = "GET /me/pens/{id}"
expect = "GET /me/pen/{id}"
why = "The singular is not found."
"#,
    );
    assert_snapshot!(item(&case.file(OPERATIONS), "get() ->"), @"
    /// Get pen
    ///
    /// Reads a pen.
    ///
    /// Corrected: route `GET /me/pens/{id}` instead of `GET /me/pen/{id}` (The singular is not
    /// found.)
    ///
    /// | Permissions | Delegated (work or school) | Delegated (personal) | Application |
    /// |---|---|---|---|
    /// | Least privileged | `Pen.Read` | not stated | not supported |
    ///
    /// Headers:
    ///
    /// - `X-Tray`: Which tray.
    ///
    /// Success: `200`.
    ///
    /// Needs the feature `common`.
    ///
    /// [Reference](https://learn.microsoft.com/graph/api/pen-get?view=graph-rest-1.0) ·
    /// `v1.0/api/pen-get.md#http-request`
    get() -> models::Pen = PEN_GET: GET at
    ");
    let model = case.model();
    assert_snapshot!(model["operations"][1]["routes"], @r#"[{"node":5,"template":"/pens/{id}/fill","furtherQueries":[],"at":{"page":"v1.0/api/pen-fill.md","line":10,"column":1},"rule":"request-blocks"}]"#);
}

#[test]
fn what_is_returned() {
    let case = Case::new(
        r#"
[[operation]]
page = "v1.0/api/pen-fill.md"
request = "POST /pens/{id}/fill"
return = "pen"
expect = "thing"
why = "The filled pen comes back."
"#,
    );
    assert_snapshot!(item(&case.file(OPERATIONS), "post("), @"
    /// Fill pen
    ///
    /// Fills a pen.
    ///
    /// Corrected: returned type `pen` instead of `thing` (The filled pen comes back.)
    ///
    /// Success: `200`.
    ///
    /// Needs the feature `common`.
    ///
    /// [Reference](https://learn.microsoft.com/graph/api/pen-fill?view=graph-rest-1.0) ·
    /// `v1.0/api/pen-fill.md#http-request`
    post(body: &PenFillBody) -> rt::Written<models::Pen> = PEN_FILL: POST.json(body) at
    ");
    let model = case.model();
    assert_snapshot!(model["operations"][0]["response"], @r#"{"statuses":[200],"holds":"value","type":{"of":"struct","name":"microsoft.graph.pen"},"alternatives":[],"at":{"page":"v1.0/api/pen-get.md","line":29,"column":1},"rule":"response"}"#);
}

#[test]
fn a_base_type_and_kinds() {
    let case = Case::new(
        r#"
[[type]]
page = "v1.0/resources/pen.md"
type = "pen"
base = "thing"
expect = "none"
why = "Pens are things."

[[type]]
page = "v1.0/resources/thing.md"
type = "thing"
kind = "entity"
expect = "complex"
why = "Things have keys."
"#,
    );
    assert_snapshot!(item(&case.file(MODELS), "pub struct Pen"), @"
    /// A pen.
    ///
    /// Corrected: base type `thing` instead of `none` (Pens are things.)
    ///
    /// On the wire: `microsoft.graph.pen`, derived from `microsoft.graph.thing`. Needs the feature
    /// `common`.
    ///
    /// [Reference](https://learn.microsoft.com/graph/api/resources/pen?view=graph-rest-1.0) ·
    /// `v1.0/resources/pen.md`
    ///
    /// Requests: `pens().by_id(…)` ([`get`](crate::v1_0::paths::pens::PensById::get)),
    /// `me().pen().by_id(…)` ([`get`](crate::v1_0::paths::me::MePenById::get)).
    pub struct Pen {
    ");
    assert_snapshot!(item(&case.file("src/v1_0/models/common/thing.rs"), "pub struct Thing"), @"
    /// Corrected: kind `entity` instead of `complex` (Things have keys.)
    ///
    /// On the wire: `microsoft.graph.thing`. Needs the feature `common`.
    ///
    /// [Reference](https://learn.microsoft.com/graph/api/resources/thing?view=graph-rest-1.0) ·
    /// `v1.0/resources/thing.md`
    pub struct Thing {
    ");
    let model = case.model();
    assert_snapshot!(named(&model["types"], "microsoft.graph.pen")["base"], @r#"{"value":"microsoft.graph.thing","at":{"page":"overrides.toml","line":5,"column":8},"rule":"overrides"}"#);
    assert_eq!(named(&model["types"], "microsoft.graph.thing")["kind"], "entity");
}

#[test]
fn pinned_names() {
    let case = Case::new(
        r#"
[[type]]
page = "v1.0/resources/pen.md"
type = "pen"
rename = "Quill"
expect = "Pen"
why = "Callers know it by this."

[[property]]
page = "v1.0/resources/pen.md"
property = "ghost"
rename = "spectre"
expect = "ghost"
why = "The old name."

[[member]]
page = "v1.0/resources/pen.md"
member = "ball"
rename = "Biro"
expect = "Ball"
why = "The old name."

[[operation]]
page = "v1.0/api/pen-get.md"
rename = "fetch"
expect = "get"
why = "Callers know it by this."
"#,
    );
    let models = case.file(MODELS);
    assert_snapshot!(item(&models, "pub struct Quill"), @"
    /// A pen.
    ///
    /// Corrected: Rust name `Quill` instead of `Pen` (Callers know it by this.)
    ///
    /// On the wire: `microsoft.graph.pen`. Needs the feature `common`.
    ///
    /// [Reference](https://learn.microsoft.com/graph/api/resources/pen?view=graph-rest-1.0) ·
    /// `v1.0/resources/pen.md`
    ///
    /// Requests: `pens().by_id(…)` ([`fetch`](crate::v1_0::paths::pens::PensById::fetch)),
    /// `me().pen().by_id(…)` ([`fetch`](crate::v1_0::paths::me::MePenById::fetch)).
    pub struct Quill {
    ");
    assert_snapshot!(item(&models, "pub spectre"), @"
    /// Nobody has seen it.
    ///
    /// Corrected: Rust name `spectre` instead of `ghost` (The old name.)
    pub spectre: Option<Box<str>>,
    ");
    assert_snapshot!(item(&models, "Biro"), @"
    /// With a ball.
    ///
    /// Corrected: Rust name `Biro` instead of `Ball` (The old name.)
    ");
    assert_snapshot!(item(&case.file(OPERATIONS), "fetch("), @"
    /// Get pen
    ///
    /// Reads a pen.
    ///
    /// Corrected: Rust name `fetch` instead of `get` (Callers know it by this.)
    ///
    /// | Permissions | Delegated (work or school) | Delegated (personal) | Application |
    /// |---|---|---|---|
    /// | Least privileged | `Pen.Read` | not stated | not supported |
    ///
    /// Headers:
    ///
    /// - `X-Tray`: Which tray.
    ///
    /// Success: `200`.
    ///
    /// Needs the feature `common`.
    ///
    /// [Reference](https://learn.microsoft.com/graph/api/pen-get?view=graph-rest-1.0) ·
    /// `v1.0/api/pen-get.md#http-request`
    fetch() -> models::Quill = PEN_GET: GET at
    ");
}

#[test]
fn members_of_an_enumeration_and_the_name_of_a_type() {
    let case = Case::new(
        r#"
[[member]]
page = "v1.0/resources/pen.md"
member = "fountian"
name = "fountain"
expect = "fountian"
why = "Misspelt."

[[member]]
page = "v1.0/resources/pen.md"
member = "brush"
ignore = true
expect = "No pen."
why = "Brushes are no pens."

[[type]]
page = "v1.0/resources/thing.md"
type = "thing"
name = "object"
expect = "thing"
why = "The service says so."
"#,
    );
    assert_snapshot!(case.file(MODELS).split_once("rt::open_enum!").unwrap().1, @r#"
     {
        /// Corrected: `brush` is left out (Brushes are no pens.)
        ///
        /// On the wire: `microsoft.graph.penKind`. Needs the feature `common`.
        ///
        /// [Reference](https://learn.microsoft.com/graph/api/resources/pen?view=graph-rest-1.0) ·
        /// `v1.0/resources/pen.md#penkind-values`
        pub enum PenKind: "microsoft.graph.penKind" {
            /// With a nib.
            ///
            /// Corrected: name `fountain` instead of `fountian` (Misspelt.)
            Fountain = "fountain",
            /// With a ball.
            Ball = "ball",
        }
    }
    "#);
    assert_snapshot!(item(&case.file("src/v1_0/models/common/thing.rs"), "pub struct"), @"
    /// Corrected: name `object` instead of `thing` (The service says so.)
    ///
    /// On the wire: `microsoft.graph.object`. Needs the feature `common`.
    ///
    /// [Reference](https://learn.microsoft.com/graph/api/resources/thing?view=graph-rest-1.0) ·
    /// `v1.0/resources/thing.md`
    pub struct Object {
    ");
}

#[test]
fn rows_and_request_lines_that_are_left_out() {
    let case = Case::new(
        r#"
[[property]]
page = "v1.0/resources/pen.md"
property = "ghost"
ignore = true
expect = "String"
why = "Nobody has seen it."

[[parameter]]
page = "v1.0/api/pen-get.md"
parameter = "X-Tray"
ignore = true
expect = "Which tray."
why = "There are no trays."

[[operation]]
page = "v1.0/api/pen-get.md"
ignore = true
expect = "GET /me/pen/{id}"
why = "Not found."
"#,
    );
    assert_snapshot!(item(&case.file(MODELS), "pub struct Pen"), @"
    /// A pen.
    ///
    /// Corrected: `ghost` is left out (Nobody has seen it.)
    ///
    /// On the wire: `microsoft.graph.pen`. Needs the feature `common`.
    ///
    /// [Reference](https://learn.microsoft.com/graph/api/resources/pen?view=graph-rest-1.0) ·
    /// `v1.0/resources/pen.md`
    ///
    /// Requests: `pens().by_id(…)` ([`get`](crate::v1_0::paths::pens::PensById::get)).
    pub struct Pen {
    ");
    assert_snapshot!(item(&case.file(OPERATIONS), "get() ->"), @"
    /// Get pen
    ///
    /// Reads a pen.
    ///
    /// Corrected: `X-Tray` is left out (There are no trays.)
    ///
    /// Corrected: `GET /me/pen/{id}` is left out (Not found.)
    ///
    /// | Permissions | Delegated (work or school) | Delegated (personal) | Application |
    /// |---|---|---|---|
    /// | Least privileged | `Pen.Read` | not stated | not supported |
    ///
    /// Success: `200`.
    ///
    /// Needs the feature `common`.
    ///
    /// [Reference](https://learn.microsoft.com/graph/api/pen-get?view=graph-rest-1.0) ·
    /// `v1.0/api/pen-get.md#http-request`
    get() -> models::Pen = PEN_GET: GET at
    ");
}

#[test]
fn parameters() {
    let case = Case::new(
        r#"
[[parameter]]
page = "v1.0/api/pen-get.md"
parameter = "X-Tray"
presence = "required"
expect = []
why = "It fails without."

[[parameter]]
page = "v1.0/api/pen-get.md"
parameter = "X-Tray"
type = "Int32"
expect = ""
why = "Trays are numbered."

[[property]]
page = "v1.0/api/pen-fill.md"
property = "amount"
type = "Int32"
expect = "String"
why = "In millilitres."
"#,
    );
    let operations = case.file(OPERATIONS);
    assert_snapshot!(item(&operations, "get("), @r#"
    /// Get pen
    ///
    /// Reads a pen.
    ///
    /// Corrected: presence `required` instead of none (It fails without.)
    ///
    /// Corrected: type `Int32` instead of none (Trays are numbered.)
    ///
    /// | Permissions | Delegated (work or school) | Delegated (personal) | Application |
    /// |---|---|---|---|
    /// | Least privileged | `Pen.Read` | not stated | not supported |
    ///
    /// Success: `200`.
    ///
    /// Needs the feature `common`.
    ///
    /// [Reference](https://learn.microsoft.com/graph/api/pen-get?view=graph-rest-1.0) ·
    /// `v1.0/api/pen-get.md#http-request`
    get(x_tray: i32) -> models::Pen = PEN_GET: GET.header("X-Tray", x_tray) at
    "#);
    assert_snapshot!(item(&operations, "pub amount"), @"
    /// How much.
    ///
    /// Corrected: type `Int32` instead of `String` (In millilitres.)
    pub amount: Option<i32>,
    ");
}

#[test]
fn what_readme_shows() {
    let readme = include_str!("../../../../README.md");
    let (_, shown) = readme.split_once("tests/overrides runs this file -->\n```toml\n").unwrap();
    let case = Case::new(shown.split_once("```").unwrap().0);
    let told: Vec<String> = [MODELS, OPERATIONS]
        .iter()
        .flat_map(|path| {
            case.file(path).lines().map(str::trim).map(str::to_owned).collect::<Vec<_>>()
        })
        .filter(|line| line.contains("Corrected: "))
        .collect();
    assert_snapshot!(told.join("\n"), @"
    /// Corrected: base type `thing` instead of `none` (Pens are things.)
    /// Corrected: type `Int64` instead of `Int32` (Barrels hold more than 2 GiB.)
    /// Corrected: application permissions `Pen.Read.All, Pen.Read and Tray.Read` instead of none
    /// Corrected: returned type `pen` instead of `thing` (The filled pen comes back.)
    ");
}
