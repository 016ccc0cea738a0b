//! What other writers would say of bodies, answers and query options, and what it must and must not state.
//!
//! The sentences are made of parts, and chosen without regard to the patterns in `english.toml`.

use super::operation;
use crate::BodyStatement;
use crate::testing::Tally;

fn answer(sentence: &str) -> Vec<String> {
    let facts = operation(&format!("## Response\n\n{sentence}"));
    let mut stated = Vec::new();
    for it in facts.response.statements.iter().map(|it| &it.value) {
        stated.extend(it.statuses.iter().map(u16::to_string));
        stated.extend(it.mentions.iter().map(|it| it.name.clone()));
        let flags = [(it.collection, "list"), (it.no_content, "nothing"), (it.stream, "stream")];
        stated.extend(flags.iter().filter(|it| it.0).map(|it| it.1.to_owned()));
    }
    stated
}

const ANSWERING: &[&str] = &[
    "This method",
    "The call",
    "The operation",
    "The service",
    "This API",
    "A successful request",
    "If successful, this method",
    "On success, the operation",
    "When it succeeds, the request",
    "The server",
    "The action",
    "This function",
];

const ANSWERS: &[&str] = &[
    "returns",
    "responds with",
    "answers with",
    "gives back",
    "sends back",
    "replies with",
    "yields",
    "will return",
];

const GIVEN: &[(&str, &[&str])] = &[
    ("a 201 Created status and the new [boat](../resources/boat.md)", &["201", "boat"]),
    ("a `201 Created` response and the created **boat**", &["201", "boat"]),
    ("`200 OK` and a list of [boat](../resources/boat.md) objects", &["200", "boat", "list"]),
    ("a list of `boat` entities", &["boat", "list"]),
    ("an array of **boat** items", &["boat", "list"]),
    ("status code 200 and a single **boat** resource", &["200", "boat"]),
    ("HTTP 204 and no body", &["204", "nothing"]),
    ("a 204 status without a body", &["204", "nothing"]),
    ("an empty body with status code 204", &["204", "nothing"]),
    ("`204 No Content`", &["204", "nothing"]),
    (
        "`202 Accepted` and a `Location` header with a link to the [trip](../resources/trip.md)",
        &["202"],
    ),
    ("200 OK with the binary content of the picture", &["200", "stream"]),
    ("the updated [boat](../resources/boat.md) in the body", &["boat"]),
    ("a collection of boat objects", &["boat", "list"]),
    ("one page of [boat](../resources/boat.md) objects", &["boat", "list"]),
    ("an Int32", &["Int32"]),
    ("up to 200 names per page", &[]),
    ("a 404 error where there is no such boat", &[]),
    ("`409 Conflict` for boats that are lent", &[]),
];

#[test]
fn answers() {
    let mut tally = Tally::default();
    for subject in ANSWERING {
        for verb in ANSWERS {
            for (given, wanted) in GIVEN {
                let sentence = format!("{subject} {verb} {given}.");
                tally.add(&sentence, wanted, answer(&sentence));
            }
        }
        for denied in ["does not return", "doesn't return", "never returns"] {
            let sentence = format!("{subject} {denied} the [boat](../resources/boat.md) object.");
            tally.add(&sentence, &[], answer(&sentence));
            let sentence = format!("{subject} {denied} anything.");
            tally.add(&sentence, &["nothing"], answer(&sentence));
        }
        let sentence = format!("{subject} fails with 409 Conflict if the boat is lent.");
        tally.add(&sentence, &[], answer(&sentence));
    }
    for (sentence, wanted) in [
        ("The response body contains a [boat](../resources/boat.md) object.", &["boat"][..]),
        ("A `200 OK` response with the [boat](../resources/boat.md).", &["200", "boat"]),
        ("The response is empty.", &["nothing"]),
        ("The response has no body.", &["nothing"]),
        ("There is no response body.", &["nothing"]),
        ("Nothing is returned.", &["nothing"]),
        ("The updated [boat](../resources/boat.md) is returned.", &["boat"]),
        ("On success the status is 204.", &["204", "nothing"]),
        ("See the [boat](../resources/boat.md) resource for more.", &[]),
        ("Nothing else changes.", &[]),
        ("Retry after 300 seconds.", &[]),
        ("Errors are described in [boat errors](../resources/errors.md).", &[]),
        (
            "You get back the [boat](../resources/boat.md) as JSON, with status 200.",
            &["200", "boat"],
        ),
        ("The result is a list of [boat](../resources/boat.md) resources.", &["boat", "list"]),
        ("200 OK: the [boat](../resources/boat.md) was found.", &["200", "boat"]),
        ("HTTP/1.1 204 No Content is sent and no payload.", &["204", "nothing"]),
        (
            "Upon success a [boat](../resources/boat.md) object comes back with `201 Created`.",
            &["201", "boat"],
        ),
        ("A `204 No Content` response means that the boat was deleted.", &["204", "nothing"]),
        ("If the boat doesn't exist, `404 Not Found` is returned.", &[]),
        ("When the boat has already been deleted, the call returns `410 Gone`.", &[]),
        ("This method returns the stream of the picture.", &["stream"]),
        ("It redirects to a download URL with `302 Found`.", &["302", "stream"]),
        ("The service may wait up to 250 seconds before it answers.", &[]),
        ("Deleting the boat does not return the deleted [boat](../resources/boat.md).", &[]),
        (
            "The operation completes with a `200 OK` and returns the modified **boat** object.",
            &["200", "boat"],
        ),
        ("A 200 OK response with an empty body.", &["200", "nothing"]),
    ] {
        tally.add(sentence, wanted, answer(sentence));
    }
    tally.check();
}

fn body(sentence: &str) -> Vec<String> {
    let facts = operation(&format!("## Request body\n\n{sentence}"));
    let Some(stated) = facts.body.statement else { return Vec::new() };
    match stated.value {
        BodyStatement::None => vec!["none".to_owned()],
        BodyStatement::Representation(types) => types.into_iter().map(|it| it.name).collect(),
        BodyStatement::Parameters => vec!["parameters".to_owned()],
        BodyStatement::RelevantFields => vec!["fields".to_owned()],
        BodyStatement::Binary(_) => vec!["binary".to_owned()],
        BodyStatement::Other => Vec::new(),
    }
}

const BODIES: &[(&str, &[&str])] = &[
    (
        "none",
        &[
            "Don't supply a request body.",
            "Do not send a body with this request.",
            "This method takes no request body.",
            "There is no request body.",
            "The request has no body.",
            "No body is needed.",
            "Leave the request body empty.",
            "Send an empty body.",
            "The body must be empty.",
            "This call doesn't take a body.",
            "The request body isn't used.",
            "A request body is not required.",
            "You don't need to send a request body.",
            "The method does not accept a payload.",
            "Omit the request body.",
            "Not applicable.",
            "None.",
            "There's no need to send a body.",
            "You should not supply a request body.",
            "This operation does not have a request body.",
            "The request body is ignored.",
            "A body isn't needed for this call.",
            "Do not provide any request body when calling this method.",
            "Must not include a body.",
            "The body is not used.",
        ],
    ),
    (
        "boat",
        &[
            "Supply a JSON representation of the **boat**.",
            "In the request body, send a [boat](../resources/boat.md) as JSON.",
            "The request body is a [boat](../resources/boat.md) object.",
            "The body contains a JSON **boat** object.",
            "Post a JSON representation of a [boat](../resources/boat.md).",
            "Pass the [boat](../resources/boat.md) to create as JSON in the body.",
            "Send a JSON object of type [boat](../resources/boat.md).",
            "The request body holds the new [boat](../resources/boat.md).",
            "Include a **boat** resource in the request body.",
            "Provide a [boat](../resources/boat.md) object in JSON.",
            "The request body must be a [boat](../resources/boat.md).",
            "In the body, specify the new **boat** as JSON.",
            "Use a JSON representation of a `boat` as the body.",
        ],
    ),
    (
        "fields",
        &[
            "Supply only the properties to change.",
            "Include the fields that you want to update.",
            "Provide the values that should be changed.",
            "Send only the properties that change.",
            "The body contains the fields to modify.",
            "In the request body, supply the values of the properties to update.",
            "Specify the properties that you want to change.",
            "Include only the properties that need to be changed.",
            "Supply the new values of the fields to be modified.",
        ],
    ),
    (
        "parameters",
        &[
            "The following table lists the parameters.",
            "Supply these parameters in the body.",
            "The table shows the parameters of the action.",
            "Provide a JSON object with these parameters.",
            "In the request body, send the following parameters.",
            "The request body takes the parameters below.",
            "The body is a JSON object with the following properties.",
        ],
    ),
    (
        "binary",
        &[
            "Send the bytes of the file.",
            "The body is the raw content of the file.",
            "Upload the file's binary content.",
            "The contents of the request body should be the binary stream of the file.",
            "The request body is the file as a byte stream.",
            "Put the content of the file in the request body as bytes.",
        ],
    ),
    (
        "",
        &[
            "Don't include the id in the request body.",
            "Don't supply a body if the boat is lent.",
            "If the boat is new, don't send a body.",
            "Do not add read-only properties to the body.",
            "You must supply a request body.",
            "Never send passwords in the body.",
            "Don't send more than 20 boats in the body.",
            "An empty name in the body is refused.",
            "The body can't be larger than 4 MB.",
            "No property of the body may be null.",
            "Unless the boat is lent, no body is needed.",
            "A request body is required.",
            "Don't forget the request body.",
            "The body must not be empty.",
            "Do not send the body in plain text.",
        ],
    ),
];

#[test]
fn bodies() {
    let mut tally = Tally::default();
    for (sentence, wanted) in [
        ("The request must not have a body.", &["none"][..]),
        ("This endpoint expects no body.", &["none"]),
        ("No payload is expected.", &["none"]),
        ("You can leave the body empty.", &["none"]),
        ("This request doesn't have a body.", &["none"]),
        ("An empty body is sent.", &["none"]),
        ("Do not specify any content in the request body.", &["none"]),
        (
            "Send a POST request with a JSON [boat](../resources/boat.md) object in its body.",
            &["boat"],
        ),
        ("The payload is a JSON representation of a [boat](../resources/boat.md).", &["boat"]),
        ("Supply the **boat** object to add in the request body as JSON.", &["boat"]),
        ("Specify the properties of the boat that should change.", &["fields"]),
        ("Supply new values for the properties that you want to modify.", &["fields"]),
        ("Only send the fields that you wish to update.", &["fields"]),
        ("The parameters of the action are sent as a JSON object.", &["parameters"]),
        ("The request body contains the parameters of the call as JSON.", &["parameters"]),
        ("Upload the bytes of the picture as the request body.", &["binary"]),
        ("The body holds the raw binary data.", &["binary"]),
        ("The body may be left out if nothing changes.", &[]),
        ("Don't put more than one boat into the body.", &[]),
        ("No field of the body is optional.", &[]),
        ("A missing body is an error.", &[]),
        ("The request body isn't limited in size.", &[]),
        ("Without a valid body, the call fails.", &[]),
        ("An empty body is an error.", &[]),
    ] {
        tally.add(sentence, wanted, body(sentence));
    }
    for (wanted, sentences) in BODIES {
        let wanted: &[&str] = if wanted.is_empty() { &[] } else { &[wanted] };
        for sentence in *sentences {
            tally.add(sentence, wanted, body(sentence));
        }
    }
    for verb in ["supply", "provide", "send", "include", "specify", "pass", "add"] {
        for body_name in [
            "a request body",
            "a body",
            "any request body",
            "the request body",
            "a message body",
            "a JSON body",
            "any content",
        ] {
            for denies in [
                "Do not",
                "Don't",
                "You must not",
                "You need not",
                "Please don't",
                "There is no need to",
                "You do not have to",
            ] {
                for end in ["", " for this method", " with this call"] {
                    let sentence = format!("{denies} {verb} {body_name}{end}.");
                    tally.add(&sentence, &["none"], body(&sentence));
                    let sentence = format!(
                        "If the boat is lent, {} {verb} {body_name}{end}.",
                        denies.to_lowercase()
                    );
                    tally.add(&sentence, &[], body(&sentence));
                }
            }
            let sentence = format!("You must {verb} {body_name}.");
            tally.add(&sentence, &[], body(&sentence));
        }
    }
    tally.check();
}

fn options(sentence: &str) -> Vec<String> {
    let facts = operation(&format!("## Optional query parameters\n\n{sentence}"));
    let none = facts.no_query_options.map(|_| "none".to_owned());
    facts.query_options.into_iter().map(|it| it.value).chain(none).collect()
}

#[test]
fn query_options() {
    let mut tally = Tally::default();
    for subject in [
        "This method",
        "The API",
        "The call",
        "This operation",
        "This request",
        "It",
        "The service",
    ] {
        for supports in [
            "supports",
            "accepts",
            "understands",
            "allows",
            "takes",
            "works with",
            "can be used with",
            "honors",
        ] {
            for (named, wanted) in [
                ("`$filter` and `$top`", &["$filter", "$top"][..]),
                ("the $select query parameter", &["$select"]),
                ("the OData query option `$orderby`", &["$orderby"]),
                ("`$top`, but not `$skip`", &["$top"]),
                ("`$top` only", &["$top"]),
                ("all query parameters except `$skip`", &[]),
                ("`$search` when the header is set", &["$search"]),
            ] {
                let sentence = format!("{subject} {supports} {named}.");
                tally.add(&sentence, wanted, options(&sentence));
            }
        }
        for denies in [
            "does not support",
            "doesn't accept",
            "doesn't currently support",
            "does **not** support",
            "cannot be used with",
        ] {
            for (named, wanted) in [
                ("`$filter`", &[][..]),
                ("the `$filter` query parameter", &[]),
                ("OData query parameters", &["none"]),
                ("any query options", &["none"]),
                ("the [OData query parameters](/graph/query-parameters)", &["none"]),
                ("some of the query parameters", &[]),
                ("all query parameters", &[]),
                ("OData query parameters such as `$top`", &["none"]),
                ("query parameters if the boat is lent", &[]),
            ] {
                let sentence = format!("{subject} {denies} {named}.");
                tally.add(&sentence, wanted, options(&sentence));
            }
        }
    }
    for (sentence, wanted) in [
        ("`$expand` is supported.", &["$expand"][..]),
        ("Clients can pass `$top` to limit the page size.", &["$top"]),
        ("Supported query options: `$filter`, `$select`.", &["$filter", "$select"]),
        ("Paging is done with `$top` and `$skip`.", &["$top", "$skip"]),
        ("Only `$select` is supported.", &["$select"]),
        ("`$filter` is not supported; `$search` is.", &[]),
        ("The `$count` option isn't recognized.", &[]),
        ("`$skip` has been removed.", &[]),
        ("Do not use `$top` together with other options.", &[]),
        ("This method supports the `$select` parameter but ignores `$expand`.", &["$select"]),
        ("Query options have no effect.", &["none"]),
        ("This API doesn't have query parameters.", &["none"]),
        ("You cannot use OData query parameters here.", &["none"]),
        ("Not all query parameters are supported.", &[]),
        ("A request without query parameters returns all boats.", &[]),
        ("`$top` and `$skip` are available.", &["$top", "$skip"]),
        ("You may use `$orderby` to sort the boats.", &["$orderby"]),
        ("Use `$search` to find boats.", &["$search"]),
        ("The `$filter` query parameter can be applied.", &["$filter"]),
        ("You can add `$expand=crew` to the URL.", &["$expand"]),
        ("Apply `$select` to get fewer properties.", &["$select"]),
        ("`$search` isn't available.", &[]),
        ("Other options, such as `$skip`, are not supported.", &[]),
        ("`$count` is ignored.", &[]),
        ("`$count` cannot be used.", &[]),
        ("Neither `$top` nor `$skip` is supported.", &[]),
        ("There are no query parameters.", &["none"]),
        ("No query options are supported.", &["none"]),
        ("None of the OData query options can be used.", &["none"]),
        ("Query parameters are ignored.", &["none"]),
        ("This API takes no query parameters.", &["none"]),
        ("OData query parameters aren't supported.", &["none"]),
    ] {
        tally.add(sentence, wanted, options(sentence));
    }
    tally.check();
}

fn eventual(sentence: &str) -> Vec<String> {
    let facts = operation(&format!("## Optional query parameters\n\n{sentence}"));
    facts.eventual.into_iter().map(|it| it.value).collect()
}

#[test]
fn the_header_for_eventual_consistency() {
    let mut tally = Tally::default();
    let headers = [
        "`ConsistencyLevel: eventual`",
        "the **ConsistencyLevel** header",
        "the header ConsistencyLevel",
    ];
    for header in headers {
        for (sentence, wanted) in [
            (format!("`$search` requires {header}."), &["$search"][..]),
            (format!("`$search` needs {header}."), &["$search"]),
            (format!("Set {header} when you use `$search`."), &["$search"]),
            (format!("To use `$search`, add {header}."), &["$search"]),
            (format!("`$search` must be sent with {header}."), &["$search"]),
            (
                format!("For `$search` and `$orderby`, {header} is required."),
                &["$search", "$orderby"],
            ),
            (format!("You can use `$search`. It needs {header}."), &["$search"]),
            (format!("If you use `$search`, include {header}."), &["$search"]),
            (format!("`$search` only works with {header}."), &["$search"]),
            (format!("`$top` does not require {header}."), &[]),
            (format!("`$top` works without {header}."), &[]),
            (format!("`$top` doesn't need {header}."), &[]),
            (format!("{header} has no effect on `$top`."), &[]),
        ] {
            tally.add(&sentence, wanted, eventual(&sentence));
        }
    }
    tally.check();
}

#[test]
fn a_status_stands_with_words_that_tell_it() {
    for told in ["a 200 status", "the status code 200", "HTTP 200", "200 OK", "`200`"] {
        assert_eq!(answer(&format!("Returns {told}.")), ["200"], "{told}");
    }
}
