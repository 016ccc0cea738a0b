use super::{Node, read};

/// The value as compact text, faults after it.
fn show(text: &str) -> String {
    let Some(document) = read(text) else { return "nothing".to_owned() };
    let faults: Vec<&str> = document.faults.iter().map(|fault| fault.what).collect();
    let shown = node(&document.root);
    if faults.is_empty() { shown } else { format!("{shown} ! {}", faults.join("; ")) }
}

fn node(value: &Node) -> String {
    match value {
        Node::Object(members) => {
            let shown: Vec<String> = members
                .iter()
                .map(|member| format!("{}: {}", member.key, node(&member.value)))
                .collect();
            format!("{{{}}}", shown.join(", "))
        }
        Node::Array(items) => {
            format!("[{}]", items.iter().map(node).collect::<Vec<_>>().join(", "))
        }
        Node::String(text) => format!("{text:?}"),
        Node::Number(text) | Node::Word(text) => text.clone(),
        Node::Bool(value) => value.to_string(),
        Node::Null => "null".to_owned(),
    }
}

#[test]
fn json_and_what_the_docs_make_of_it() {
    let cases = [
        (r#"{"a": [1, true, null, "x\n\u0041"]}"#, r#"{a: [1, true, null, "x\nA"]}"#),
        (r#"{"a": 1, "b": 2,}"#, "{a: 1, b: 2}"),
        ("{'a': 'it'}", r#"{a: "it"}"#),
        ("{“a”: “b”}", r#"{a: "b"}"#),
        ("{\"a\": 1 // one\n, /* two */ \"b\": 2}", "{a: 1, b: 2}"),
        ("{\"a\": [{\"x\": 1}, ...], ... }", "{a: [{x: 1}]}"),
        ("{\"a\": 1\n\"b\": 2}", "{a: 1, b: 2} ! a comma is missing"),
        ("{a: true}", "{a: true} ! a key is not quoted"),
        ("{\"a\": \"two\nlines\"}", r#"{a: "two\nlines"}"#),
        (
            "{\"a\": \"open,\n \"b\": 2}",
            r#"{a: "open", b: 2} ! a string is not closed; a comma is missing"#,
        ),
        ("{\"a\": String, \"b\": 2}", "{a: String, b: 2} ! a value is not quoted"),
        (
            "{\"a\": \"String\" (identifier), \"b\": 2}",
            r#"{a: "String", b: 2} ! an unexpected character"#,
        ),
        (
            "{\"a\": {\"b\": [1, 2",
            "{a: {b: [1, 2]}} ! a bracket is not closed; a brace is not closed; a brace is not closed",
        ),
        ("{\"a\": , \"b\": 2}", "{a: null, b: 2} ! a value is missing"),
        ("{\"a\": 1, \"a\": 2}", "{a: 1, a: 2}"),
        ("before { \"a\": \"C:\\pens\" } after", r#"{a: "C:\\pens"}"#),
        ("no object", "nothing"),
    ];
    for (text, expected) in cases {
        assert_eq!(show(text), expected, "{text}");
    }
}

#[test]
fn depth_is_bounded() {
    let deep = "[".repeat(100_000);
    assert!(read(&deep).is_some());
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_to_an_end(text in "[\\[\\]{}:,\"'a-c/*# \\n\\\\…é.]{0,60}") {
        if let Some(document) = read(&text) {
            assert!(document.end <= text.len());
        }
    }
}
