use super::{Reading, read};
use crate::{Argument, Dialect, Segment};

/// A reading as one line per segment.
fn shown(line: &str) -> String {
    match read(line, Dialect::graph()) {
        Reading::Other => "other".to_owned(),
        Reading::OtherVersion => "another version".to_owned(),
        Reading::Unusable(why) => format!("unusable: {why}"),
        Reading::Request(request, repairs) => {
            let mut out = format!("{:?}", request.method);
            for segment in &request.segments {
                out += &format!(" / {}", segment_text(segment));
            }
            if let Some(query) = request.query {
                out += &format!(" ? {query}");
            }
            for repair in repairs {
                out += &format!(" ! {repair}");
            }
            out
        }
    }
}

fn segment_text(segment: &Segment) -> String {
    match segment {
        Segment::Literal(text) => text.clone(),
        Segment::Key(names) => format!("{{{}}}", names.join("|")),
        Segment::KeyPredicate(arguments) => format!("key({})", arguments_text(arguments)),
        Segment::NamedKey { property, value } => format!("{property}={}", value_text(value)),
        Segment::Call { name, arguments } => format!("call {name}({})", arguments_text(arguments)),
        Segment::ColonPath { before, placeholder, closed } => {
            format!("{before}:{{{placeholder}}}{}", if *closed { ":" } else { "" })
        }
    }
}

fn arguments_text(arguments: &[(String, Argument)]) -> String {
    let texts: Vec<String> =
        arguments.iter().map(|(name, value)| format!("{name}={}", value_text(value))).collect();
    texts.join(",")
}

fn value_text(value: &Argument) -> String {
    let text = if value.placeholder { format!("{{{}}}", value.text) } else { value.text.clone() };
    let text = if value.quoted { format!("'{text}'") } else { text };
    format!("{}{text}", value.cast.as_deref().unwrap_or_default())
}

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (line, expected) in cases {
        assert_eq!(shown(line), *expected, "{line}");
    }
}

#[test]
fn methods_and_spacing() {
    check(&[
        ("GET /boats", "Get / boats"),
        ("  get   /boats/  HTTP/1.1", "Get / boats"),
        ("DELETE/boats/{boat-id}", "Delete / boats / {boat-id}"),
        ("`PATCH boats/{id}`", "Patch / boats / {id}"),
        ("PUT ~/boats", "Put / boats"),
        ("HEAD \\boats", "Head / boats"),
    ]);
}

#[test]
fn lines_that_are_no_requests() {
    check(&[
        ("", "other"),
        ("or", "other"),
        ("Get the boat", "other"),
        ("GET the boat", "other"),
        ("Post: a message", "other"),
        ("Content-Type: application/json", "other"),
        ("{ \"name\": \"Nele\" }", "other"),
        ("GETS /boats", "other"),
        ("GET", "other"),
        ("GET /", "unusable: the path is empty"),
        ("GET ** Entity URI for a boat", "unusable: the path was never written"),
        ("GET ** Entity URI for boats/x", "unusable: the path was never written"),
        ("GET /fleet/{id}/.../boats", "unusable: the path is abbreviated with an ellipsis"),
        (
            "GET /crew/{id}.json",
            "unusable: text stands beside a placeholder, and is no part of a key",
        ),
        (
            "POST /crew/{id}:hire",
            "unusable: text stands beside a placeholder, and is no part of a key",
        ),
        (
            "GET /decks/v{n}/crew",
            "unusable: text stands beside a placeholder, and is no part of a key",
        ),
        ("GET /crew/../../ranks", "unusable: a segment of dots leads to another path"),
        ("GET /crew/%2E%2e/ranks", "unusable: a segment of dots leads to another path"),
        ("POST https://pier.example.com/embed", "unusable: the URL leads to another service"),
    ]);
}

#[test]
fn hosts_and_versions() {
    check(&[
        ("GET https://graph.microsoft.com/v1.0/boats", "Get / boats"),
        ("GET https://graph.microsoft.com/beta/boats?$top=2", "Get / boats ? $top=2"),
        ("GET https://{host}/api/v2.0/boats({id})", "Get / boats / key(={id})"),
        ("GET /v1.0/boats", "Get / boats"),
        ("GET harbourPrefix/boats({id})", "Get / boats / key(={id})"),
        ("GET /boats/v1", "Get / boats / v1"),
    ]);
}

#[test]
fn an_address_that_clients_fill_in_is_no_part_of_the_path() {
    let bare = |line: &str| match read(line, Dialect::common()) {
        Reading::Request(request, _) => {
            request.segments.iter().map(segment_text).collect::<Vec<_>>().join(" / ")
        }
        _ => "no request".to_owned(),
    };
    for (line, expected) in [
        ("GET {{baseUrl}}/boats/{{id}}", "boats / {id}"),
        ("GET {{base_url}}/boats?sort={{order}}", "boats"),
        ("GET https://{{host}}/boats/{id}", "boats / {id}"),
        ("GET /{{id}}/boats", "{id} / boats"),
        ("GET [Dock URI]/boats/{id}?$top=2 HTTP/1.1", "boats / {id}"),
        ("GET {id}/boats", "{id} / boats"),
    ] {
        assert_eq!(bare(line), expected, "{line}");
    }
}

#[test]
fn placeholders() {
    check(&[
        ("GET /crew/{id | name}", "Get / crew / {id|name}"),
        ("GET /crew/{id|name}/boats", "Get / crew / {id|name} / boats"),
        ("GET /crew/{id or name}", "Get / crew / {id|name}"),
        ("GET /crew/{id/name}", "Get / crew / {id|name}"),
        ("GET /crew/{id / name}", "Get / crew / {id|name}"),
        ("GET /crew/{crew  id}", "Get / crew / {crew id}"),
        ("GET /crew/{first and last}", "Get / crew / {first and last}"),
        (
            "GET /crew/{id} | {name}/boats",
            "Get / crew / {id|name} / boats ! an alternative outside the braces was moved inside",
        ),
        (
            "GET /crew/{crew-id} | crew-name/boats",
            "Get / crew / {crew-id|crew-name} / boats ! an alternative outside the braces was moved inside",
        ),
        ("GET /crew/<crew id>", "Get / crew / {crew id}"),
        ("GET /crew/&lt;id&gt;", "Get / crew / {id}"),
        ("GET /crew/(crew-id)/boats", "Get / crew / {crew-id} / boats"),
        ("GET /crew/{{id}}", "Get / crew / {id}"),
        ("GET /crew/'{id}'", "Get / crew / {id}"),
        ("GET /crew/0ab11c1d-aa2c-4f8c-bd73-89faa3df1c1c/boats", "Get / crew / {id} / boats"),
        ("GET /crew/{port},{pier}/boats", "Get / crew / {{port},{pier}} / boats"),
        ("GET /ranks/rankId={rankId}/crew", "Get / ranks / rankId={rankId} / crew"),
    ]);
}

#[test]
fn calls_and_keys() {
    check(&[
        ("GET /boats/delta()", "Get / boats / call delta()"),
        (
            "GET /boats/pier.dock.berths(side='{side}')",
            "Get / boats / call pier.dock.berths(side='{side}')",
        ),
        (
            "GET /log/entries(from=from-value,to=to-value)",
            "Get / log / call entries(from={from-value},to={to-value})",
        ),
        (
            "GET /log/map(width=640, fit='fit', dark=true)",
            "Get / log / call map(width=640,fit='fit',dark=true)",
        ),
        ("GET /log/page(at='<at>')/rows", "Get / log / call page(at='{at}') / rows"),
        ("GET /log/search(q='{search-text}')", "Get / log / call search(q='{search-text}')"),
        (
            "GET /log/zones(Style=pier.zoneStyle'{style}')",
            "Get / log / call zones(Style=pier.zoneStyle'{style}')",
        ),
        ("GET /boats('{id}')/crew", "Get / boats / key(='{id}') / crew"),
        ("GET /boats(hullId='{hullId}')", "Get / boats / key(hullId='{hullId}')"),
        ("GET /boats(pierId={id},id={id})", "Get / boats / key(pierId={id},id={id})"),
        ("GET /boats({'id'})", "Get / boats / key(={id})"),
        ("GET /getBoats(pierId={id})", "Get / call getBoats(pierId={id})"),
        ("GET /boats ({id})", "Get / boats / key(={id})"),
        ("POST /boats/{id}/crew/$ref", "Post / boats / {id} / crew / $ref"),
        ("GET /boats/pier.ferry/$count", "Get / boats / pier.ferry / $count"),
    ]);
}

#[test]
fn addressing_by_path() {
    check(&[
        ("GET /hold/root:/{item-path}:/crates", "Get / hold / root:{item-path}: / crates"),
        ("GET /hold/root:/{item-path}", "Get / hold / root:{item-path}"),
        (
            "PUT /hold/crates/{id}:/{name}:/content",
            "Put / hold / crates / {id} / :{name}: / content",
        ),
        ("GET /ports/{host}:/{relative-path}", "Get / ports / {host} / :{relative-path}"),
        (
            "GET /hold/root:/{path and name}:/content?as={as}",
            "Get / hold / root:{path and name}: / content ? as={as}",
        ),
        ("GET /hold/root:/a/b.txt:/content", "Get / hold / root:{a/b.txt}: / content"),
        (
            "GET /hold/root:/{path}/crates",
            "Get / hold / root:{path}: / crates ! the colon that closes the path was added",
        ),
        ("GET /hold/root:", "Get / hold / root ! a colon that opens no path was dropped"),
    ]);
}

#[test]
fn queries_are_kept() {
    check(&[
        (
            "GET /boats?$expand=crew($filter=id eq '{v}')&$top=5",
            "Get / boats ? $expand=crew($filter=id eq '{v}')&$top=5",
        ),
        (
            "GET /boats?$filter=crew/any(c: c/rank eq '{r}')",
            "Get / boats ? $filter=crew/any(c: c/rank eq '{r}')",
        ),
        ("GET /boats/[?$top={n}]", "Get / boats ? $top={n}"),
        ("GET /boats/{really?}", "Get / boats / {really?}"),
    ]);
}

#[test]
fn brackets_that_do_not_match() {
    check(&[
        (
            "GET /log/page(at='<at>'/rows",
            "Get / log / call page(at='{at}') / rows ! a missing closing bracket was added",
        ),
        (
            "GET /log/page(at='{at}'",
            "Get / log / call page(at='{at}') ! a missing closing bracket was added",
        ),
        (
            "GET /log/page(at='{at)/rows",
            "Get / log / call page(at='{at}') / rows ! a missing closing bracket was added",
        ),
        (
            "GET /boats(boatId})/crew",
            "Get / boats / key(={boatId}) / crew ! a closing bracket without an opening one was dropped",
        ),
        (
            "GET /boats/{id/crew/{id}",
            "Get / boats / {id} / crew / {id} ! a missing closing bracket was added",
        ),
        (
            "GET /boats/{id}}/crew",
            "Get / boats / {id} / crew ! a closing bracket without an opening one was dropped",
        ),
        ("GET /boats/{id} and more", "Get / boats / {id} ! text behind the path was dropped"),
        ("GET /boats and more", "Get / boats ! text behind the path was dropped"),
    ]);
}

proptest::proptest! {
    #[test]
    fn never_panics(line in "(GET |PUT/)?[ -~ä…/{}()<>':|?&;=]{0,60}") {
        let _ = read(&line, Dialect::graph());
    }
}

#[test]
fn a_query_without_its_question_mark() {
    check(&[
        ("GET /boats$filter=owner eq {id}", "Get / boats ? $filter=owner eq {id}"),
        ("GET /boats({id}) $expand=sails", "Get / boats / key(={id}) ? $expand=sails"),
        ("GET /boats/$count", "Get / boats / $count"),
        ("GET /boats/{id}/crew/$ref?$id=x", "Get / boats / {id} / crew / $ref ? $id=x"),
    ]);
}

#[test]
fn keys_in_parentheses_of_their_own() {
    check(&[("GET /lines(parentId=({id}),id=({id}))", "Get / lines / key(parentId={id},id={id})")]);
}

#[test]
fn placeholders_before_the_version() {
    check(&[
        ("POST https://<host>:<port>/<instance>/api/v2.0/boats", "Post / boats"),
        ("POST /{tenant}/v1.0/boats", "Post / boats"),
        ("POST /{tenant}/boats", "Post / {tenant} / boats"),
    ]);
}

#[test]
fn what_is_glued_to_the_segment_before_it_is_a_segment() {
    let added = "the slash that was missing before `$` was added";
    check(&[
        (
            "DELETE /boats/{id}/crew/{id}$ref",
            &format!("Delete / boats / {{id}} / crew / {{id}} / $ref ! {added}"),
        ),
        (
            "DELETE /boats/{id}/owner$ref",
            &format!("Delete / boats / {{id}} / owner / $ref ! {added}"),
        ),
        (
            "GET /boats/{id}/photo$value",
            &format!("Get / boats / {{id}} / photo / $value ! {added}"),
        ),
        ("GET /boats/$count", "Get / boats / $count"),
        ("GET /boats$count=true", "Get / boats ? $count=true"),
    ]);
}
