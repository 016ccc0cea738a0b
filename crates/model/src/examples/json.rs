//! JSON of examples as text.

use facts::Json;

/// Compact text, in which nothing is changed but blanks.
pub(super) fn text(json: &Json) -> String {
    let mut text = String::new();
    write(json, &mut text);
    text
}

fn write(json: &Json, text: &mut String) {
    match json {
        Json::Null => text.push_str("null"),
        Json::Bool(value) => text.push_str(if *value { "true" } else { "false" }),
        Json::Number(number) => text.push_str(number),
        Json::String(value) => text.push_str(&quoted(value)),
        Json::Array(items) => {
            list(text, ['[', ']'], items, write);
        }
        Json::Object(members) => list(text, ['{', '}'], members, |member, text| {
            text.push_str(&quoted(&member.name));
            text.push(':');
            write(&member.value, text);
        }),
    }
}

fn list<T>(text: &mut String, around: [char; 2], items: &[T], print: impl Fn(&T, &mut String)) {
    text.push(around[0]);
    for (index, item) in items.iter().enumerate() {
        text.push_str(if index == 0 { "" } else { "," });
        print(item, text);
    }
    text.push(around[1]);
}

fn quoted(value: &str) -> String {
    serde_json::Value::from(value).to_string()
}
