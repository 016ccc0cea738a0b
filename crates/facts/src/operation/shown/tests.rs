use diag::{PageId, SourceFile};
use insta::assert_snapshot;
use page::BlockKind;

use super::super::message;
use super::read;
use crate::Json;

/// The JSON of a fence, each member with its line and column.
fn shown(body: &str) -> String {
    let text = format!("# Page\n\n```http\nHTTP/1.1 200 OK\n\n{body}\n```\n");
    let file = SourceFile { path: "page.md".to_owned(), text: text.clone() };
    let (page, _) = page::parse(PageId(0), &file);
    let fence = page.blocks.iter().find_map(|block| match &block.kind {
        BlockKind::Fence(fence) => Some(fence),
        _ => None,
    });
    match read(&message::read(fence.unwrap())) {
        Some(json) => show(&json, &text),
        None => "nothing".to_owned(),
    }
}

fn show(json: &Json, text: &str) -> String {
    match json {
        Json::Null => "null".to_owned(),
        Json::Bool(value) => value.to_string(),
        Json::Number(number) => number.clone(),
        Json::String(text) => format!("{text:?}"),
        Json::Array(items) => {
            format!("[{}]", items.iter().map(|it| show(it, text)).collect::<Vec<_>>().join(", "))
        }
        Json::Object(members) => {
            let member = |it: &crate::JsonEntry| {
                let place = &text[it.span.start as usize..it.span.end as usize];
                assert_eq!(place.trim_matches(['"', '\'']), it.name);
                format!("{}: {}", it.name, show(&it.value, text))
            };
            format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(", "))
        }
    }
}

#[test]
fn what_can_only_mean_one_thing_is_read() {
    let cases = [
        "{\"a\": [1, true, null, \"\\ud83d\\ude00\\b\"]}",
        "{\n  \"a\": 1,\n  ...\n  'b': {\"c\": -2.50e3,},\n}",
        "{\"a\": 1\n \"b\": 2}",
        "Content-Length: 12\n\n{\"a\": 1}",
        "893",
        "\"text\"",
    ];
    assert_snapshot!(cases.map(shown).join("\n"), @r#"
    {a: [1, true, null, "😀\u{8}"]}
    {a: 1, b: {c: -2.50e3}}
    {a: 1, b: 2}
    {a: 1}
    893
    "text"
    "#);
}

#[test]
fn what_would_take_a_guess_is_not() {
    let cases = [
        "{\"a\": String}",
        "{\"a\": 1} {\"b\": 2}",
        "{\"a\": [1}",
        "{\"a\": NaN}",
        "{Raw bytes of the file}",
        "The file {a}",
        "[a zip file]",
        "",
    ];
    assert_eq!(cases.map(shown), ["nothing"; 8]);
}
