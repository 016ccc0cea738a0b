//! How bodies of examples are built, which answers are read, and what is reported of both.

use diag::Severity;
use insta::assert_snapshot;

use super::{SAILOR, plan};

const BOAT: &str = "\
# boat resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key. Read-only.|
|name|String|Its name. Required.|
|length|Int32|In metres.|
|price|Decimal|In gold.|
|launched|DateTimeOffset|The first day.|
|colours|String collection|Its colours.|
|rig|[rig](#rig-values)|What stands on it.|
|home|[harbour](harbour.md)|Where it lies.|
|moorings|[harbour](harbour.md) collection|Where it may lie.|
|log|Json|What happened.|

## Relationships

|Relationship|Type|Description|
|:---|:---|:---|
|captain|[sailor](sailor.md)|Who steers.|
|crew|[sailor](sailor.md) collection|Who else is aboard.|

### rig values

|Member|Description|
|:---|:---|
|sloop|One mast.|
|ketch|Two masts.|
";

const HARBOUR: &str = "\
# harbour resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|town|String|Where it is.|
|depth|Double|In metres.|
|berths|Int32|How many.|
";

const MARINA: &str = "\
# marina resource type

Namespace: microsoft.graph

Inherits from [harbour](harbour.md).

## Properties

|Property|Type|Description|
|:---|:---|:---|
|fee|Int32|A night.|
";

/// A page about an operation that takes and returns boats.
fn page(request: &str, takes: &str, returns: &str, examples: &str) -> String {
    format!(
        "# {}\n\nNamespace: microsoft.graph\n\n## HTTP request\n\n```http\n{request}\n```\n\n\
         ## Request body\n\n{takes}\n\n## Response\n\n{returns}\n\n## Examples\n{examples}",
        if request == "POST /boats" { "Create boat" } else { "Boats" }
    )
}

const ONE: &str = "Supply a JSON representation of a [boat](../resources/boat.md) object.";
const RETURNS_ONE: &str = "If successful, this method returns a `200 OK` response code and a \
                           [boat](../resources/boat.md) object in the response body.";
const RETURNS_ALL: &str = "If successful, this method returns a `200 OK` response code and a collection of \
                           [boat](../resources/boat.md) objects in the response body.";

fn sends(line: &str, body: &str) -> String {
    format!("\n<!-- {{ \"blockType\": \"request\" }} -->\n```http\n{line}\n\n{body}\n```\n")
}

fn answers(body: &str) -> String {
    format!(
        "\n<!-- {{ \"blockType\": \"response\" }} -->\n```http\nHTTP/1.1 200 OK\n\n{body}\n```\n"
    )
}

/// The tests of a page, without their heads, and what is reported.
fn tests(text: &str) -> String {
    let plan = plan([
        ("resources/boat.md", BOAT),
        ("resources/harbour.md", HARBOUR),
        ("resources/marina.md", MARINA),
        ("resources/sailor.md", SAILOR),
        ("api/boat-get.md", &page("GET /boats/{id}", "", RETURNS_ONE, "")),
        ("api/boat.md", text),
    ]);
    let file = &plan.files()["tests/v1_0/common.rs"];
    let from = file.find("let ").unwrap_or(file.len());
    let skip = |line: &&str| {
        !line.is_empty() && !line.starts_with(['}', '#', '/']) && !line.starts_with("fn ")
    };
    let code: Vec<&str> = file[from..].lines().filter(skip).collect();
    let remarks = file.lines().filter(|line| line.starts_with("// v1.0"));
    let reports: Vec<String> = plan
        .diagnostics()
        .iter()
        .filter(|it| it.severity == Severity::Note && it.code.name().starts_with("example"))
        .map(|it| format!("! {}: {}", it.code, it.message))
        .collect();
    let code = code.iter().map(|line| line.strip_prefix("    ").unwrap_or(line));
    code.chain(remarks).map(str::to_owned).chain(reports).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_is_created() {
    let body = r##"{
        "@odata.type": "#microsoft.graph.boat", "name": "Ann", "length": 12, "price": 99.5,
        "launched": "2026-01-31T08:00:00Z", "colours": ["red", "blue"], "rig": "ketch",
        "home": { "town": "Kiel", "depth": 4 }, "moorings": [], "log": { "a": [1] },
        "captain@odata.bind": "https://sea.example/sailors/1",
        "crew@odata.bind": ["https://sea.example/sailors/2"]
    }"##;
    assert_snapshot!(tests(&page("POST /boats", ONE, RETURNS_ONE, &sends("POST /boats", body))), @r###"
    let body = models::Boat::create("Ann")
        .set_raw("@odata.type", "#microsoft.graph.boat")
        .set(models::Boat::LENGTH, 12)
        .set(
            models::Boat::PRICE,
            "99.5".parse::<rt::Decimal>().expect("a value of the type"),
        )
        .set(
            models::Boat::LAUNCHED,
            "2026-01-31T08:00:00Z".parse::<rt::Timestamp>().expect("a value of the type"),
        )
        .set(models::Boat::COLOURS, ["red", "blue"])
        .set(models::Boat::RIG, models::Rig::Ketch)
        .set(
            models::Boat::HOME,
            models::AnyHarbour::from(models::Harbour {
                town: Some("Kiel".into()),
                depth: Some(4.0),
                ..Default::default()
            }),
        )
        .set(models::Boat::MOORINGS, Vec::<models::AnyHarbour>::new())
        .set(models::Boat::LOG, r#"{"a":[1]}"#.parse::<rt::Value>().expect("JSON"))
        .bind(models::Boat::CAPTAIN, "https://sea.example/sailors/1")
        .bind_all(models::Boat::CREW, ["https://sea.example/sailors/2"]);
    let request = api().boats().create(&body);
    rt::assert_request(&request, "POST /boats");
    rt::assert_body(
        &request,
        r##"{"@odata.type":"#microsoft.graph.boat","name":"Ann","length":12,"price":99.5,"launched":"2026-01-31T08:00:00Z","colours":["red","blue"],"rig":"ketch","home":{"town":"Kiel","depth":4},"moorings":[],"log":{"a":[1]},"captain@odata.bind":"https://sea.example/sailors/1","crew@odata.bind":["https://sea.example/sailors/2"]}"##,
    );
    "###);
}

#[test]
fn what_is_changed() {
    let body = r#"{ "name": "Bob", "length": null, "colours": [], "log": null, "crew": [{ "name": "Cy" }] }"#;
    let request = "PATCH /boats/{id}";
    assert_snapshot!(tests(&page(request, ONE, RETURNS_ONE, &sends(request, body))), @r##"
    let body = rt::Update::new()
        .set(models::Boat::NAME, "Bob")
        .clear(models::Boat::LENGTH)
        .clear(models::Boat::COLOURS)
        .clear(models::Boat::LOG)
        .set(
            models::Boat::CREW,
            [
                models::Sailor {
                    name: Some("Cy".into()),
                    ..Default::default()
                },
            ],
        );
    let request = api().boats().by_id("{id}").update(&body);
    rt::assert_request(&request, "PATCH /boats/{id}");
    rt::assert_body(
        &request,
        r#"{"name":"Bob","length":null,"colours":[],"log":null,"crew":[{"name":"Cy"}]}"#,
    );
    "##);
}

#[test]
fn derived_types_and_parameters() {
    let takes = "|Parameter|Type|Description|\n|:--|:--|:--|\n|to|[harbour](../resources/harbour.md)|Where.|\n\
                 |until|Date|When.|\n|fast|Boolean|How.|";
    let body = r##"{ "to": { "@odata.type": "#microsoft.graph.marina", "fee": 5, "town": "Kiel" }, "until": "2026-02-30",
        "fast": true }"##;
    let request = "POST /boats/{id}/sail";
    let none = "If successful, this method returns `204 No Content`.";
    assert_snapshot!(tests(&page(request, takes, none, &sends(request, body))), @r###"
    let body = operations::BoatSailBody {
        to: Some(
            models::AnyHarbour::from(models::Marina {
                fee: Some(5),
                town: Some("Kiel".into()),
                ..Default::default()
            }),
        ),
        fast: Some(true),
        additional: rt::Additional::from_iter([
            ("until", rt::Value::from("2026-02-30")),
        ]),
        ..Default::default()
    };
    let request = api().boats().by_id("{id}").sail().post(&body);
    rt::assert_request(&request, "POST /boats/{id}/sail");
    rt::assert_body(
        &request,
        r##"{"to":{"@odata.type":"#microsoft.graph.marina","fee":5,"town":"Kiel"},"until":"2026-02-30","fast":true}"##,
    );
    ! example-value: the value of `until` is not `Date`
    "###);
}

#[test]
fn what_the_docs_contradict_is_raw_and_reported() {
    let body = r#"{ "id": "7", "mast": 9, "length": "long", "rig": "junk", "home": { "town": null, "mole": true } }"#;
    let request = "PATCH /boats/{id}";
    assert_snapshot!(tests(&page(request, ONE, RETURNS_ONE, &sends(request, body))), @r##"
    let body = rt::Update::new()
        .set_raw("id", "7")
        .set_raw("mast", 9)
        .set_raw("length", "long")
        .set(models::Boat::RIG, models::Rig::from("junk"))
        .set(
            models::Boat::HOME,
            models::AnyHarbour::from(models::Harbour {
                additional: rt::Additional::from_iter([
                    ("town", rt::Value::Null),
                    ("mole", rt::Value::from(true)),
                ]),
                ..Default::default()
            }),
        );
    let request = api().boats().by_id("{id}").update(&body);
    rt::assert_request(&request, "PATCH /boats/{id}");
    rt::assert_body(
        &request,
        r#"{"id":"7","mast":9,"length":"long","rig":"junk","home":{"town":null,"mole":true}}"#,
    );
    ! example-access: `id` is sent, but the documentation says that it is read-only
    ! example-member: `mast` is not documented for `microsoft.graph.boat`
    ! example-value: the value of `length` is not `Int32`
    ! example-value: `junk` is no documented member of `microsoft.graph.rig`
    ! example-member: `mole` is not documented for `microsoft.graph.harbour`
    "##);
}

#[test]
fn answers_that_are_read() {
    let examples = [
        r#"{ "@odata.count": 1, "value": [{ "id": "1", "mast": 9 }, { "id": "2", "mast": 8 }] }"#,
        r#"{ "value": [{ "id": "1" }, ... ] }"#,
    ];
    let examples = examples.map(|body| sends("GET /boats", "") + &answers(body)).concat();
    assert_snapshot!(tests(&page("GET /boats", "", RETURNS_ALL, &examples)), @r##"
    let request = api().boats().get();
    rt::assert_request(&request, "GET /boats");
    rt::assert_response(
        &request,
        r#"{"@odata.count":1,"value":[{"id":"1","mast":9},{"id":"2","mast":8}]}"#,
    );
    let request = api().boats().get();
    rt::assert_request(&request, "GET /boats");
    rt::assert_response(&request, r#"{"value":[{"id":"1"}]}"#);
    ! example-member: `mast` is not documented for `microsoft.graph.boat`
    ! example-json-cut: the example is not valid JSON
    "##);
}

#[test]
fn answers_that_no_type_holds() {
    let examples = [
        r#"{ "id": "1" }"#,
        r#"{ "value": { "id": "1" } }"#,
        r#"{ "value": [null] }"#,
        r#"{ "value": [{ "home": "Kiel" }] }"#,
        r#"{ "value": [{ "id": one }] }"#,
    ];
    let examples = examples.map(|body| sends("GET /boats", "") + &answers(body)).concat();
    assert_snapshot!(tests(&page("GET /boats", "", RETURNS_ALL, &examples)), @r#"
    let request = api().boats().get();
    rt::assert_request(&request, "GET /boats");
    let request = api().boats().get();
    rt::assert_request(&request, "GET /boats");
    let request = api().boats().get();
    rt::assert_request(&request, "GET /boats");
    let request = api().boats().get();
    rt::assert_request(&request, "GET /boats");
    let request = api().boats().get();
    rt::assert_request(&request, "GET /boats");
    // v1.0/api/boat.md: answer: the answer has no `value`
    // v1.0/api/boat.md: answer: `value` is no array
    // v1.0/api/boat.md: answer: the answer is not of the promised type
    // v1.0/api/boat.md: answer: a value in it has another shape than is documented
    // v1.0/api/boat.md: answer: the answer is no JSON
    ! example: the answer of the example cannot be tested: the answer has no `value`
    ! example: the answer of the example cannot be tested: `value` is no array
    ! example: the answer of the example cannot be tested: the answer is not of the promised type
    ! example: the answer of the example cannot be tested: a value in it has another shape than is documented
    ! example-value: the value of `home` is not `microsoft.graph.harbour`
    ! example: the answer of the example cannot be tested: the answer is no JSON
    "#);
}

#[test]
fn bodies_that_cannot_be_said() {
    let examples =
        sends("GET /boats", r#"{ "id": "1" }"#) + &sends("DELETE /boats", r#"{ "id": "1" }"#);
    assert_snapshot!(tests(&page("GET /boats", "", RETURNS_ALL, &examples)), @r#"
    let request = api().boats().get();
    rt::assert_request(&request, "GET /boats");
    // v1.0/api/boat.md: body: the documentation sends no body
    // v1.0/api/boat.md: no operation is documented for DELETE /boats
    // v1.0/api/boat.md: body: the request has no test
    ! example: the body of the example cannot be tested: the documentation sends no body
    ! example: the request of the example cannot be tested: no operation is documented for DELETE /boats
    "#);
}
