use insta::assert_snapshot;

use crate::testing::about;

/// The actions of a resource page: request, title, what is said, responses.
fn actions(markdown: &str) -> String {
    let page = about(&format!(
        "# boat resource type\n\n## Properties\n\n|Property|Type|\n|:--|:--|\n|id|String|\n\n{markdown}"
    ));
    let mut out = String::new();
    for action in &page.actions {
        let operation = action.operation.as_ref().expect("an action is an operation");
        let request = &operation.requests[0].value;
        out += &format!(
            "{:?} {} as {:?}",
            request.method,
            request.raw,
            action.title.as_ref().map(|it| &it.value)
        );
        out += &format!(
            "\n  {}",
            action.summary.as_ref().map(|it| it.value.to_string()).unwrap_or_default()
        );
        for statement in &operation.response.statements {
            out += &format!("\n  {:?} {}", statement.value.statuses, statement.value.no_content);
        }
        out += "\n";
    }
    out
}

#[test]
fn an_action_is_named_by_the_verb_of_its_request() {
    assert_snapshot!(actions("
## Bound actions

The boat offers a bound action called `hoistSails`, which hoists all sails. This is how:
`HOISTSAILS https://<address>:<port>/<instance>/api/v2.0/harbours({id})/boats({id})/Sea.Port.hoistSails`

The response has no content; the response code is 204.

There is one called `moor`, too.

Mooring goes like this: `POST /boats/{id}/Sea.Port.moor`.
"), @r#"
    Post https://<address>:<port>/<instance>/api/v2.0/harbours({id})/boats({id})/Sea.Port.hoistSails as Some("boat: hoistSails")
      The boat offers a bound action called `hoistSails`, which hoists all sails.
      [204] true
    Post /boats/{id}/Sea.Port.moor as Some("boat: moor")
      There is one called `moor`, too.
    "#);
}

#[test]
fn other_requests_in_prose_are_no_actions() {
    assert_snapshot!(actions("
A boat is read with `GET /boats/{id}/Sea.Port.moored`, made with `POST /boats`, and `SINK /boats/{id}/Sea.Port.moor` is
nothing.

> Note: `POST /boats/{id}/Sea.Port.moor` was removed.

## Example

`POST /boats/{id}/Sea.Port.moor`
"), @"");
}
