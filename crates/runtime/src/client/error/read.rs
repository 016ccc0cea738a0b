//! Reads the body of an error answer, in whatever shape it comes.

use serde_json::{Map, Value};

use super::{ErrorDetail, InnerError};

/// What the body says.
#[derive(Clone, Debug, Default)]
pub(super) struct Stated {
    pub(super) code: String,
    pub(super) message: String,
    pub(super) target: Option<String>,
    pub(super) details: Vec<ErrorDetail>,
    pub(super) inner: Vec<InnerError>,
}

/// `{"error": {"code", "message", "details", "innerError"}}`; also without the outer object, and as
/// authorization servers have it, `{"error": "code", "error_description": "message"}`. A body that is
/// none of these states nothing.
pub(super) fn read(body: &[u8]) -> Stated {
    let Ok(Value::Object(mut body)) = serde_json::from_slice(body) else {
        return Stated::default();
    };
    match body.remove("error") {
        Some(Value::Object(error)) => stated(error),
        Some(Value::String(code)) => {
            let message = text(&mut body, "error_description").unwrap_or_default();
            Stated { code, message, ..Stated::default() }
        }
        Some(_) => Stated::default(),
        None => stated(body),
    }
}

fn stated(mut error: Map<String, Value>) -> Stated {
    Stated {
        code: text(&mut error, "code").unwrap_or_default(),
        message: text(&mut error, "message").unwrap_or_default(),
        target: text(&mut error, "target"),
        details: details(error.remove("details")),
        inner: inner(error),
    }
}

fn details(value: Option<Value>) -> Vec<ErrorDetail> {
    let Some(Value::Array(details)) = value else { return Vec::new() };
    details.into_iter().filter_map(detail).collect()
}

fn detail(value: Value) -> Option<ErrorDetail> {
    let Value::Object(mut detail) = value else { return None };
    Some(ErrorDetail {
        code: text(&mut detail, "code").unwrap_or_default(),
        message: text(&mut detail, "message").unwrap_or_default(),
        target: text(&mut detail, "target"),
    })
}

/// The chain of inner errors, the outermost first. Both spellings are in use.
fn inner(mut error: Map<String, Value>) -> Vec<InnerError> {
    let mut chain = Vec::new();
    while let Some(Value::Object(mut next)) =
        error.remove("innerError").or_else(|| error.remove("innererror"))
    {
        let (code, message) = (text(&mut next, "code"), text(&mut next, "message"));
        let deeper = ["innerError", "innererror"]
            .into_iter()
            .find_map(|name| Some((name.to_owned(), next.shift_remove(name)?)));
        error = deeper.into_iter().collect();
        chain.push(InnerError { code, message, members: next });
    }
    chain
}

fn text(object: &mut Map<String, Value>, name: &str) -> Option<String> {
    match object.shift_remove(name)? {
        Value::String(text) => Some(text),
        Value::Null => None,
        other => Some(other.to_string()),
    }
}
