//! What examples call, and which have no call.

use insta::assert_snapshot;

use super::{SAILOR, plan};

const BOAT: &str = "\
# boat resource type

Namespace: microsoft.graph

A boat.

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key. Read-only.|
|name|String|Its name. Supports `$filter` (`eq`, `not`, `startsWith`) and `$search`.|
|length|Int32|In metres.|
|launched|DateTimeOffset|The first day.|
|flags|String collection|Its colours.|
|home|[harbour](harbour.md)|Where it lies.|

## Relationships

|Relationship|Type|Description|
|:---|:---|:---|
|captain|[sailor](sailor.md)|Who steers.|
|crew|[sailor](sailor.md) collection|Who else is aboard.|
|first|[guest](guest.md)|Who came first.|
|guests|[guest](guest.md) collection|Who came.|

## JSON representation

<!-- { \"blockType\": \"resource\", \"keyProperty\": \"id\", \"@odata.type\": \"microsoft.graph.boat\" } -->
```json
{ \"id\": \"String\" }
```
";

const HARBOUR: &str = "\
# harbour resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|town|String|Where it is.|
";

const GUEST: &str = "\
# guest resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key. Read-only.|

## Relationships

|Relationship|Type|Description|
|:---|:---|:---|
|friend|[guest](guest.md)|Another.|
";

const PASSENGER: &str = "\
# passenger resource type

Namespace: microsoft.graph

Inherits from [guest](guest.md).

## Properties

|Property|Type|Description|
|:---|:---|:---|
|ticket|String|What it shows.|
|berth|String|Where it sleeps.|
";

const STOWAWAY: &str = "\
# stowaway resource type

Namespace: microsoft.graph

Inherits from [guest](guest.md).

## Properties

|Property|Type|Description|
|:---|:---|:---|
|berth|String|Where it hides. Supports `$filter` (`eq`, `in`, `not`).|
";

const LIST: &str = "\
# List boats

Namespace: microsoft.graph

## HTTP request

```http
GET /boats
GET /boats/{id}
GET /boats/find(length={length})
```

## Response

If successful, this method returns a `200 OK` response code and a collection of [boat](../resources/boat.md) \
objects in the response body.

## Examples
";

/// The calls of these requests, one a line; without a call, why.
fn calls(requests: &[&str]) -> String {
    let examples: String = requests
        .iter()
        .map(|line| {
            format!(
                "\n### Request\n\n<!-- {{ \"blockType\": \"request\" }} -->\n```http\n{line}\n```\n"
            )
        })
        .collect();
    calls_of(&format!("{LIST}{examples}"))
}

/// The calls of the requests on this page.
fn calls_of(page: &str) -> String {
    let plan = plan([
        ("resources/boat.md", BOAT),
        ("resources/guest.md", GUEST),
        ("resources/harbour.md", HARBOUR),
        ("resources/passenger.md", PASSENGER),
        ("resources/sailor.md", SAILOR),
        ("resources/stowaway.md", STOWAWAY),
        ("api/boat-list.md", page),
    ]);
    let (_, text) =
        plan.files().iter().find(|(path, _)| path.as_str() == "tests/v1_0/common.rs").unwrap();
    let bound = text.split("let request = ").skip(1);
    let calls = bound.map(|rest| rest.split("rt::assert_request").next().unwrap());
    let on_one_line = |call: &str| call.lines().map(str::trim).collect::<String>();
    let without = text.lines().filter(|line| line.starts_with("// v1.0")).map(str::to_owned);
    calls.map(on_one_line).chain(without).collect::<Vec<_>>().join("\n")
}

#[test]
fn paths() {
    assert_snapshot!(calls(&[
        "GET https://graph.microsoft.com/v1.0/boats",
        "GET /boats/a%20b HTTP/1.1",
        "GET https://graph.microsoft.com/beta/boats/{id}",
        "GET /boats/find(length={n})",
        "GET /boats/$count",
        "GET https://harbour.example/boats",
        "DELETE /boats",
    ]), @r#"
    api().boats().list();
    api().boats().by_id("a b").get();
    api().boats().by_id("{id}").get();
    api().boats().find("{n}").get();
    api().boats().list().total();
    // v1.0/api/boat-list.md: the request goes to another service
    // v1.0/api/boat-list.md: no operation is documented for DELETE /boats
    "#);
}

#[test]
fn query_options() {
    assert_snapshot!(calls(&[
        "GET /boats?$select=id,home/town&$top=5&$skip=2&$count=true",
        "GET /boats?$orderby=length desc,name",
        "GET /boats?$expand=captain($select=name),crew($top=2;$levels=3)",
        "GET /boats?$search=\"name:red\" OR \"blue\"",
        "GET /boats?wind=north",
        "GET /boats?$select=mast",
    ]), @r#"
    api().boats().list().select((models::Boat::ID, models::Boat::HOME.then(models::Harbour::TOWN))).top(5).skip(2).count();
    api().boats().list().order_by((models::Boat::LENGTH.desc(), models::Boat::NAME));
    api().boats().list().expand((models::Boat::CAPTAIN.select(models::Sailor::NAME),models::Boat::CREW.top(2).levels(3),));
    api().boats().list().search(models::Boat::NAME.search("red").or(rt::Search::text("blue")));
    api().boats().list().query("wind", "north");
    // v1.0/api/boat-list.md: $select has no typed form for mast
    "#);
}

#[test]
fn what_derived_types_have_is_selected_as_the_docs_show_it_of_the_relationship() {
    assert_snapshot!(calls(&[
        "GET /boats?$expand=first($select=id,ticket;$expand=friend($select=id,Ticket))",
        "GET /boats?$expand=first($select=ticket,mast)",
        "GET /boats?$expand=guests($select=microsoft.graph.passenger/ticket)",
        "GET /boats?$select=ticket",
    ]), @"
    api().boats().list().expand(models::Boat::FIRST.select((models::Guest::ID, models::Passenger::TICKET)).expand(models::Guest::FRIEND.select((models::Guest::ID, models::Passenger::TICKET)),),);
    api().boats().list().expand(models::Boat::GUESTS.select(models::Passenger::TICKET));
    // v1.0/api/boat-list.md: $select has no typed form for mast
    // v1.0/api/boat-list.md: $select has no typed form for ticket
    ");
    // OData's form wins where both are shown.
    assert_snapshot!(calls(&[
        "GET /boats?$expand=first($select=ticket)",
        "GET /boats?$expand=first($select=microsoft.graph.passenger/ticket)",
    ]), @"
    api().boats().list().expand(models::Boat::FIRST.select(models::Passenger::TICKET.bare::<models::Guest>()),);
    api().boats().list().expand(models::Boat::FIRST.select(models::Passenger::TICKET));
    ");
}

/// Of the derived types one whose docs state the operator is taken.
#[test]
fn what_derived_types_have_is_asked_for_as_the_docs_show_it() {
    let requests = [
        "GET /boats?$expand=guests($filter=startswith(ticket,'A') or berth in ('1','2'))",
        "GET /boats?$expand=guests($filter=not(berth eq '1') and id eq 'f')",
        "GET /boats?$expand=guests($filter=contains(berth,'1'))",
        "GET /boats?$expand=guests($orderby=ticket desc,id;$select=id,berth)",
        "GET /boats?$expand=guests($filter=microsoft.graph.passenger/ticket eq 'A')",
        "GET /boats?$expand=guests($orderby=mast)",
        "GET /boats?$expand=guests($filter=mast eq 1)",
    ];
    assert_snapshot!(calls(&requests), @r#"
    api().boats().list().expand(models::Boat::GUESTS.filter(models::Passenger::TICKET.bare::<models::Guest>().starts_with("A").or(models::Stowaway::BERTH.bare::<models::Guest>().is_in(["1", "2"]),),),);
    api().boats().list().expand(models::Boat::GUESTS.filter(models::Stowaway::BERTH.bare::<models::Guest>().eq("1").not().and(models::Guest::ID.eq("f")),),);
    api().boats().list().expand(models::Boat::GUESTS.filter(models::Passenger::BERTH.bare::<models::Guest>().contains("1")),);
    api().boats().list().expand(models::Boat::GUESTS.order_by((models::Passenger::TICKET.bare::<models::Guest>().desc(),models::Guest::ID,)).select((models::Guest::ID, models::Passenger::BERTH)),);
    api().boats().list().expand(models::Boat::GUESTS.filter(models::Passenger::TICKET.eq("A")));
    // v1.0/api/boat-list.md: $orderby has no typed form for mast
    // v1.0/api/boat-list.md: $filter has no typed form for mast in mast eq 1
    "#);
}

#[test]
fn filters() {
    assert_snapshot!(calls(&[
        "GET /boats?$filter=startswith(name,'O''Hara')",
        "GET /boats?$filter=not(name eq 'Ann') and (length ge 5 or length lt 2)",
        "GET /boats?$filter=launched%20ge%202026-01-31T08:00:00Z",
        "GET /boats?$filter=flags/any(f:f eq 'red') and crew/any(s:s/name eq 'Bo')",
        "GET /boats?$filter=home/town in ('Kiel','Wismar')",
        "GET /boats?$filter=captain ne null",
    ]), @r#"
    api().boats().list().filter(models::Boat::NAME.starts_with("O'Hara"));
    api().boats().list().filter(models::Boat::NAME.eq("Ann").not().and(models::Boat::LENGTH.ge(5).or(models::Boat::LENGTH.lt(2))),);
    api().boats().list().filter(models::Boat::LAUNCHED.ge("2026-01-31T08:00:00Z".parse::<rt::Timestamp>().expect("a value of the type"),),);
    api().boats().list().filter(models::Boat::FLAGS.any_value(|it| it.eq("red")).and(models::Boat::CREW.any(models::Sailor::NAME.eq("Bo"))),);
    api().boats().list().filter(models::Boat::HOME.then(models::Harbour::TOWN).is_in(["Kiel", "Wismar"]),);
    api().boats().list().filter(models::Boat::CAPTAIN.is_not_null());
    "#);
}

#[test]
fn filters_that_the_docs_do_not_state() {
    assert_snapshot!(calls(&[
        "GET /boats?$filter=name gt 'A'",
        "GET /boats?$filter=length eq 'five'",
        "GET /boats?$filter=name eq 'unclosed",
        "GET /boats?$filter=mast eq 1",
    ]), @"
    // v1.0/api/boat-list.md: $filter has no typed form for name gt 'A'
    // v1.0/api/boat-list.md: $filter has no typed form for length eq 'five'
    // v1.0/api/boat-list.md: $filter has no typed form for name eq 'unclosed
    // v1.0/api/boat-list.md: $filter has no typed form for mast in mast eq 1
    ");
}

/// A page that asks for a part of the query and a header, of this type, and shows one request.
fn asking(ty: &str, example: &str) -> String {
    let page = LIST.replace(
        "## Response",
        &format!(
            "## Query parameters\n\n|Parameter|Type|Description|\n|:---|:---|:---|\n|most|{ty}|Required.|\n\n\
             ## Request headers\n\n|Header|Type|Description|\n|:---|:---|:---|\n|x-depth|{ty}|Required.|\n\n## Response"
        ),
    );
    format!(
        "{page}\n### Request\n\n<!-- {{ \"blockType\": \"request\" }} -->\n```http\n{example}\n```\n"
    )
}

#[test]
fn what_a_method_asks_for_has_a_value_of_its_type() {
    let calls: Vec<String> = [
        asking("Int32", "GET /boats?most=5\nx-depth: 7"),
        asking("Int32", "GET /boats?most=5"),
        asking("Int32", "GET /boats?most=5\nx-depth: {depth}"),
        asking("Boolean", "GET /boats?most=true"),
        asking("DateTimeOffset", "GET /boats?most=2026-01-31T12:00:00Z"),
        asking("String", "GET /boats?most=all"),
        asking("Int32", "GET /boats?most={most}"),
        asking("Int32", "GET /boats"),
    ]
    .iter()
    .map(|page| calls_of(page))
    .collect();
    assert_snapshot!(calls.join("\n"), @r#"
    api().boats().list(5, 7);
    api().boats().list(5, 1);
    api().boats().list(5, 1);
    api().boats().list(true, true);
    api().boats().list("2026-01-31T12:00:00Z".parse().expect("a value of the type"),"2026-01-31T12:00:00Z".parse().expect("a value of the type"),);
    api().boats().list("all", "x");
    // v1.0/api/boat-list.md: most has no typed form for {most}
    // v1.0/api/boat-list.md: the method asks for most, which the request does not have
    "#);
}
