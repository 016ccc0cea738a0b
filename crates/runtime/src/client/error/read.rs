//! Reads the body of an error answer, in whatever shape it comes.

use serde_json::Value;

use super::detail::{ErrorDetail, InnerError};
use crate::Additional;
use crate::json::elements;

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
    let Some(body) = Additional::of_body(body) else { return Stated::default() };
    match body.get("error") {
        Some(Value::Object(_)) => {
            inside(&body, "error").map(|error| stated(&error)).unwrap_or_default()
        }
        Some(Value::String(code)) => {
            let message = text(&body, "error_description").unwrap_or_default();
            Stated { code: code.clone(), message, ..Stated::default() }
        }
        Some(_) => Stated::default(),
        None => stated(&body),
    }
}

fn stated(error: &Additional) -> Stated {
    let details = error.raw("details").and_then(|raw| elements(raw.get())).unwrap_or_default();
    Stated {
        code: text(error, "code").unwrap_or_default(),
        message: text(error, "message").unwrap_or_default(),
        target: text(error, "target"),
        details: details.into_iter().filter_map(detail).collect(),
        inner: inner(error),
    }
}

fn detail(detail: &str) -> Option<ErrorDetail> {
    let detail = Additional::of_object(detail)?;
    Some(ErrorDetail {
        code: text(&detail, "code").unwrap_or_default(),
        message: text(&detail, "message").unwrap_or_default(),
        target: text(&detail, "target"),
    })
}

/// The chain of inner errors, the outermost first. Both spellings are in use.
fn inner(error: &Additional) -> Vec<InnerError> {
    let mut chain = Vec::new();
    let mut next = deeper(error);
    while let Some(mut members) = next {
        next = deeper(&members);
        let (code, message) = (text(&members, "code"), text(&members, "message"));
        let read = DEEPER.into_iter().filter(|_| next.is_some());
        for name in ["code", "message"].into_iter().chain(read) {
            members.remove(name);
        }
        chain.push(InnerError { code, message, members });
    }
    chain
}

const DEEPER: [&str; 2] = ["innerError", "innererror"];

fn deeper(error: &Additional) -> Option<Additional> {
    inside(error, DEEPER.into_iter().find(|name| error.raw(name).is_some())?)
}

/// The object in the member of this name.
fn inside(object: &Additional, name: &str) -> Option<Additional> {
    Additional::of_object(object.raw(name)?.get())
}

fn text(object: &Additional, name: &str) -> Option<String> {
    match object.get(name)? {
        Value::String(text) => Some(text.clone()),
        Value::Null => None,
        _ => object.raw(name).map(|raw| raw.get().to_owned()),
    }
}
