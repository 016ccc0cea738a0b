//! A checker for the part of JSON Schema that `model.schema.json` uses.

use serde_json::Value;

/// Each place where the document breaks the schema, as `pointer: reason`.
pub(super) fn violations(schema: &Value, document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(schema, schema, document, "", &mut found);
    found
}

fn check(root: &Value, schema: &Value, value: &Value, place: &str, found: &mut Vec<String>) {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = root.pointer(reference.trim_start_matches('#'));
        check(root, target.expect(reference), value, place, found);
    }
    let types = &schema["type"];
    let types = types.as_array().map_or(std::slice::from_ref(types), Vec::as_slice);
    let types: Vec<&str> = types.iter().filter_map(Value::as_str).collect();
    if !types.is_empty() && !types.iter().any(|ty| has_type(value, ty)) {
        found.push(format!("{place}: is not of type {}", types.join(" or ")));
    }
    let choices = schema["enum"].as_array();
    if schema.get("const").is_some_and(|constant| constant != value)
        || choices.is_some_and(|choices| !choices.contains(value))
    {
        found.push(format!("{place}: is not among the values"));
    }
    for kind in ["anyOf", "oneOf"] {
        if let Some(choices) = schema[kind].as_array()
            && !choices.iter().any(|choice| accepts(root, choice, value))
        {
            found.push(format!("{place}: is none of the choices"));
        }
    }
    check_members(root, schema, value, place, found);
    let first = schema["prefixItems"].as_array();
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        let schema = first.and_then(|items| items.get(index)).unwrap_or(&schema["items"]);
        check(root, schema, item, &format!("{place}/{index}"), found);
    }
}

fn check_members(
    root: &Value,
    schema: &Value,
    value: &Value,
    place: &str,
    found: &mut Vec<String>,
) {
    for required in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if value.get(required).is_none() {
            found.push(format!("{place}: lacks {required}"));
        }
    }
    for (name, member) in value.as_object().into_iter().flatten() {
        match schema["properties"].get(name) {
            Some(schema) => check(root, schema, member, &format!("{place}/{name}"), found),
            None if schema["additionalProperties"] == Value::Bool(false) => {
                found.push(format!("{place}: has {name}"));
            }
            None => {}
        }
    }
}

fn accepts(root: &Value, schema: &Value, value: &Value) -> bool {
    let mut found = Vec::new();
    check(root, schema, value, "", &mut found);
    found.is_empty()
}

fn has_type(value: &Value, ty: &str) -> bool {
    match ty {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "integer" => value.is_i64() || value.is_u64(),
        _ => false,
    }
}
