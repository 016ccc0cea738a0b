//! How keys are written: behind a slash or in parentheses, as most request lines of a node have it.

use insta::assert_snapshot;

use super::build::{page, resource};
use super::operations;

/// What becomes of one page with these request lines.
fn lines(requests: &[&str]) -> String {
    operations(vec![
        resource("boat", None, "id: String"),
        page("api/boat-get.md", requests).returns("200 boat"),
    ])
}

#[test]
fn a_key_is_sent_as_it_is_written() {
    assert_snapshot!(lines(&["GET /boats/({id})"]), @"
    Get /boats({id}) .by_id.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    ");
    assert_snapshot!(lines(&["GET /boats/('{id}')"]), @"
    Get /boats('{id}') .by_id.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    ");
    assert_snapshot!(lines(&["GET /boats/(code={code})"]), @"
    Get /boats(code={code}) .by_code.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    ");
    assert_snapshot!(lines(&["GET /boats/(code={code},harbour='{harbour}')"]), @"
    Get /boats(code={code},harbour='{harbour}') .by_code_and_harbour.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    ");
    assert_snapshot!(lines(&["GET /boats/({code},{harbour})"]), @"
    Get /boats({code},{harbour}) .by_code_and_harbour.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    ");
}

#[test]
fn keys_below_keys_have_names_of_their_own() {
    assert_snapshot!(lines(&["GET /fleets/({id})/boats/({id})"]), @"
    Get /fleets({id})/boats({boat-id}) .by_id.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    ");
}

#[test]
fn the_most_frequent_style_is_sent_and_the_others_are_reported() {
    assert_snapshot!(lines(&["GET /boats/({id})", "PATCH /boats/{id}", "DELETE /boats/({boat-id})"]), @"
    Get /boats({id}) .by_id.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    Patch /boats({id}) .by_id.update()
        Update boat -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    Delete /boats({id}) .by_id.delete()
        Delete -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    warning[AM0602 key-style]: the key is written behind a slash here
     |
     = help: it is sent in parentheses, as most request lines write it or the first of as many
    ");
    assert_snapshot!(lines(&["GET /boats/{id}", "PATCH /boats/('{id}')"]), @"
    Get /boats/{id} .by_id.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    Patch /boats/{id} .by_id.update()
        Update boat -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    warning[AM0602 key-style]: the key is written in parentheses and quotes here
     |
     = help: it is sent behind a slash, as most request lines write it or the first of as many
    ");
}
